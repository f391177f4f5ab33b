"""Generated worlds: many small councils in one set of tables, told apart by `authority`."""

from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from looped.figures.schema import FEEDBACK_OUTCOMES, STATES, WHY_MODERATED, Rows
from looped.rubric.framework import Domain, Framework, Grade, Rules, Scale
from looped.rubric.loading import load_folder

FIRST, LAST = "2024-04", "2024-06"
MONTHS = ("2024-03", "2024-04", "2024-05", "2024-06")
START = datetime(2024, 5, 1, 12)
# Few moments, so that many rows tie; one with microseconds, one a second after.
MOMENTS = tuple(START + timedelta(seconds=n) for n in (0, 0.5, 1, 2, 3))
EVERYTHING = frozenset({"plan", "due", "returned", "feedback", "actions", "why_moderated"})
ALWAYS = {"plan": "planned", "due": "late", "feedback": "feedback", "actions": "actions_open"}


def a_framework(code, start, domains, grades, *, good_from, ladder, **rules):
    """A framework of one's own: grades from the lowest."""
    scale = Scale(tuple(Grade(n, name, name[:2]) for n, name in enumerate(grades, 1)), good_from, ladder)
    return Framework(
        code, code, start, None, scale, tuple(Domain(d, d.title(), d, (), {}) for d in domains), Rules(**rules)
    )


FOUR = a_framework(
    "four",
    date(2024, 1, 1),
    ("plans", "supervision"),
    ("Inadequate", "Requires Improvement", "Good", "Outstanding"),
    good_from=3,
    ladder=1,
    base="all_audits",
    overall="judged",
)
SIX = a_framework(
    "six",
    date(2024, 5, 1),
    ("plans", "voice"),
    ("Unsafe", "Inadequate", "Weak", "Fair", "Good", "Very good"),
    good_from=5,
    ladder=2,
    base="graded",
    overall="judged",
    re_audit_after_ladder=True,
)
NO_OVERALL = a_framework(
    "three",
    date(2024, 6, 1),
    ("voice",),
    ("Not met", "Partly met", "Met"),
    good_from=3,
    ladder=1,
    base="graded",
    overall="absent",
)
# Two more are files of test data: six grades with a derived overall grade, three without one.
OTHERS = load_folder(Path(__file__).parents[1] / "rubric" / "frameworks")
FRAMEWORKS = (FOUR, SIX, NO_OVERALL, *OTHERS)

texts = st.sampled_from
moments = texts(MOMENTS)
early = texts([*MOMENTS[:1] * 4, *MOMENTS])
late = texts([*MOMENTS[-1:] * 3, *MOMENTS])
days = texts([None, date(2024, 4, 30), date(2024, 5, 1)])
areas = texts([None, "North", "South", ""])
teams = texts([None, "Team, 1", 'Team "2"'])
grades = texts([None, 1, 1, 2, 3, 4])
domains = texts(["plans", "overall", "overall", "overall", "voice", "safety"])
sources = texts(["lead", "lead", "second", "second", "moderation", "moderation", "external"])
gradings = st.lists(
    st.tuples(domains, grades, sources, texts([*WHY_MODERATED, *WHY_MODERATED, None]), moments), min_size=3, max_size=8
)
kinds = texts([None, *["monthly"] * 5, "thematic", "re-audit", "re-audit"])
codes = texts(["four", "four", "six", "three", "unheard of", None, *(each.code for each in OTHERS)])


def versions_of(kind, code, most):
    """One or more rows of an audit, most of them recorded early."""
    return st.lists(
        st.tuples(
            areas,
            teams,
            texts([*MONTHS, *MONTHS[1:3] * 2]),
            kind,
            texts([None, "random", "targeted"]),
            code,
            texts([None, 0, 1, 1]),
            days,
            days,
            texts([None, "returned", "returned", "settled", *STATES]),
            early,
        ),
        min_size=1,
        max_size=most,
    )


feedback = st.lists(
    st.tuples(
        texts(["lead", "lead", "second", "moderation", "call", "call", None]),
        texts([None, *FEEDBACK_OUTCOMES, *FEEDBACK_OUTCOMES]),
        texts([None, "parent", "child"]),
        texts([None, "being heard"]),
        moments,
    ),
    min_size=1,
    max_size=4,
)
closings = texts([None, date(2024, 5, 9)])
cases = texts(["case 1", "case 2", None])
actions = st.lists(st.tuples(texts(["first", "first", "second"]), areas, days, closings, closings, early), max_size=3)
audits = st.tuples(versions_of(kinds, codes, 2), gradings, feedback, actions, cases)
# Audits graded low overall by one of the two, most with finished actions, and re-audits of their cases.
low = st.lists(
    st.tuples(st.just("overall"), texts([1, 2, 2, 3]), texts(["lead", "second", "moderation"]), st.none(), moments),
    min_size=2,
    max_size=5,
)
finished = st.lists(
    st.tuples(texts(["first", "first", "second"]), areas, days, *[texts([*[date(2024, 5, 9)] * 9, None])] * 2, early),
    min_size=1,
    max_size=3,
)
better = st.lists(
    st.tuples(st.just("overall"), texts([3, 3, 2, None]), texts(["lead", "second", "moderation"]), st.none(), early),
    min_size=2,
    max_size=4,
)
on_ladder = st.tuples(versions_of(st.just("monthly"), texts(["six", "six", "four"]), 2), low, feedback, finished, cases)
re_audits = st.tuples(versions_of(st.just("re-audit"), st.just("six"), 1), better, feedback, actions, cases)
# An audit with gradings that the table of audits lacks.
unlisted = st.tuples(st.just([]), gradings, feedback, actions, st.none())
councils = st.lists(st.one_of(*[audits] * 5, *[on_ladder] * 2, *[re_audits] * 2, unlisted), min_size=3, max_size=7)
service_actions = st.lists(st.tuples(areas, closings, moments), max_size=2)
knowledge = st.one_of(st.just(EVERYTHING), st.frozensets(texts(sorted(EVERYTHING))))
worlds = st.builds(
    lambda councils, known: world(councils, known),
    st.lists(st.tuples(councils, service_actions), min_size=2, max_size=5),
    knowledge,
)


def world(councils, known=EVERYTHING):
    """Rows of all councils. `seq` runs through each table backwards, so that order of rows and of recording differ."""
    tables = {"gradings": [], "audits": [], "feedback": [], "actions": []}
    for number, (audits_of_council, own_actions) in enumerate(councils):
        for name, rows in _council(f"Council {number}", audits_of_council, own_actions).items():
            tables[name] += rows
    return Rows(tables, known)


def _council(authority, audits_of_council, own_actions):
    tables = {"gradings": [], "audits": [], "feedback": [], "actions": []}
    numbers = iter(range(10_000, 0, -1))
    for n, (its_versions, its_gradings, its_feedback, its_actions, case) in enumerate(audits_of_council):
        audit = f"audit {n}"
        for area, team, month, kind, selection, framework, looped, due, returned, state, at in its_versions:
            row = (case, area, team, month, kind, selection, framework, looped, due, returned, state, "illness", at)
            tables["audits"].append((authority, next(numbers), audit, *row))
        for domain, grade, source, why, at in its_gradings:
            row = (domain, grade, None, source, "Auditor", why if source == "moderation" else None, at)
            tables["gradings"].append((authority, next(numbers), audit, *row))
        for source, outcome, who, theme, at in its_feedback:
            tables["feedback"].append((authority, next(numbers), audit, source, outcome, who, theme, at))
        for name, area, due, closed, checked, at in its_actions:
            row = (area, "recording", due, "open", closed, checked, at)
            tables["actions"].append((authority, f"{name} of {audit}", next(numbers), audit, *row))
    for n, (area, checked, at) in enumerate(own_actions):
        row = (None, area, "training", None, "open", None, checked, at)
        tables["actions"].append((authority, f"service {n}", next(numbers), *row))
    tables["feedback"].append((authority, next(numbers), None, "survey", "heard", "parent", "respect", START))
    return tables
