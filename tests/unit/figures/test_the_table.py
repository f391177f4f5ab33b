"""The figure table line by line, on small worlds whose numbers are worked by hand."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.factories import KNOWN, World

from looped.figures.cube import count
from looped.figures.definitions import DEFINITIONS
from looped.figures.every import all_figures
from looped.figures.schema import TABLES, Rows
from looped.figures.sources import open_source
from looped.rubric.loading import framework, frameworks

THE_TABLE = [
    *("planned", "not_done", "withdrawn", "audits", "grades", "good_or_better", "not_graded", "moderated", "retained"),
    *("looped", "differed", "late", "feedback", "feedback_tried", "feedback_declined", "feedback_not_appropriate"),
    *("actions_open", "inadequate_open"),
]
ALWAYS = datetime(2030, 1, 1)
PLAN = KNOWN | {"plan"}


def figures_of(world, first="2024-04", last="2024-06", moment=ALWAYS, by_frameworks=None, **more):
    rows = world.rows() if isinstance(world, World) else world
    with open_source(rows) as source:
        return all_figures(count(source, moment, by_frameworks), by_frameworks or frameworks(), first, last, **more)


def find(figures, figure, domain=None, month=None, grade=None, why=None, service_area=None, team=None):
    """(count, base, share, provisional) of the one row with these keys."""
    keys = (figure, domain, month, grade, why, service_area, team)
    rows = [r for r in figures if (r.figure, r.domain, r.month, r.grade, r.why, r.service_area, r.team) == keys]
    assert len(rows) == 1, keys
    return rows[0].count, rows[0].base, rows[0].share, rows[0].provisional


def test_every_line_of_the_table_is_a_figure_and_nothing_else_is():
    """A figure added or lost must be added or lost here too."""
    assert list(DEFINITIONS) == THE_TABLE
    assert all(each.title and each.base and each.source for each in DEFINITIONS.values())


def test_the_whole_grid_is_printed_zeros_included():
    """No audits at all: every figure of the table for three months and the whole period."""
    figures = figures_of(World(known=PLAN))
    one_each = {"planned", "not_done", "withdrawn", "audits", "looped", "late", "actions_open", "inadequate_open"}
    one_each |= {"feedback", "feedback_tried", "feedback_declined", "feedback_not_appropriate"}
    eight = len(framework("2024-04").graded_codes)

    assert len(figures) == (3 + 1) * (len(one_each) + eight * 4 + eight * 2 + 5 * (eight + 1) * 2 + (eight + 1))
    assert {(row.count, row.base, row.share) for row in figures} == {(0, 0, None)}
    assert {row.figure for row in figures} == set(THE_TABLE)


def test_planned_not_done_and_withdrawn_are_out_of_what_was_planned():
    """Four asked for in April: one not done, one withdrawn, two returned."""
    world = World(known=PLAN).audit("1").audit("2", state="settled")
    world.audit("3", state="not_done", lead=None).audit("4", state="withdrawn")
    figures = figures_of(world)

    assert find(figures, "planned", month="2024-04") == (2 + 1 + 1, 4, 1.0, None)
    assert find(figures, "not_done") == (1, 4, 1 / 4, None)
    assert find(figures, "withdrawn") == (1, 4, 1 / 4, None)
    assert find(figures, "audits") == (2, 2, 1.0, 0)


def test_a_file_of_returns_has_no_plan_to_read():
    """Neither counts nor bases are known."""
    figures = figures_of(World().audit("1"))

    assert find(figures, "planned") == (None, None, None, None)
    assert find(figures, "not_done") == (None, None, None, None)


def test_audits_are_those_with_a_standing_grade():
    """ "Not graded" stands as well; a planned audit without a return doesn't; other kinds are elsewhere."""
    world = World().audit("1").audit("2", lead=dict.fromkeys(framework("2024-04").graded_codes))
    world.audit("3", lead=None, state="planned").audit("4", kind="thematic").audit("5", month="2024-07")
    world.audit("6", month="2024-05")
    figures = figures_of(world)

    assert find(figures, "audits", month="2024-04") == (1 + 1, 2, 1.0, 0)
    assert find(figures, "audits") == (2 + 1, 3, 1.0, 0)


def test_the_whole_period_is_counted_and_equals_the_months_together():
    """An audit is in one month alone, so the two ways agree; both are printed."""
    figures = figures_of(World().audit("1").audit("2", month="2024-05").audit("3", month="2024-06"))
    by_month = [find(figures, "audits", month=f"2024-0{n}")[0] for n in (4, 5, 6)]

    assert find(figures, "audits")[0] == sum(by_month) == 3


def test_grades_and_good_or_better_are_out_of_all_audits():
    """One each of Inadequate, Good and Outstanding, one not graded in Plans: the base stays 4."""
    world = World().audit("1", lead={"plans": 1}).audit("2", lead={"plans": 3}).audit("3", lead={"plans": 4})
    figures = figures_of(world.audit("4", lead={"plans": None}))

    assert find(figures, "grades", "plans", grade="Inadequate") == (1, 4, 1 / 4, 0)
    assert find(figures, "grades", "plans", grade="Requires Improvement") == (0, 4, 0.0, 0)
    assert find(figures, "good_or_better", "plans") == (1 + 1, 4, 2 / 4, 0)
    assert find(figures, "not_graded", "plans") == (1, 4, 1 / 4, 0)
    assert find(figures, "good_or_better", "overall") == (4, 4, 1.0, 0)


def test_a_looped_audit_is_sealed_until_both_returns_are_in():
    """It is in no figure, not even of its own month or area."""
    figures = figures_of(World().audit("1", looped=True, area="Only here"), by="service_area")

    assert {row.count for row in figures if row.figure not in ("planned", "not_done", "withdrawn")} == {0}
    assert {row.service_area for row in figures} == {None}


def test_looped_and_differed():
    """Three looped: one agrees, one differs in Plans alone, one overall with "not graded" against Good."""
    world = World().audit("1", lead=3, second=3).audit("2", lead={"plans": 2}, second=3).audit("4")
    figures = figures_of(world.audit("3", lead={"overall": None}, second=3))

    assert find(figures, "looped") == (3, 4, 3 / 4, 2)
    assert find(figures, "differed") == (1 + 1, 3, 2 / 3, 2)
    assert find(figures, "differed", "plans") == (1, 3, 1 / 3, 1)
    assert find(figures, "differed", "overall") == (1, 3, 1 / 3, 1)
    assert find(figures, "grades", "plans", grade="Requires Improvement") == (1, 4, 1 / 4, 1)
    assert find(figures, "audits") == (4, 4, 1.0, 1 + 1)
    assert find(figures, "not_graded", "overall") == (1, 4, 1 / 4, 1)


def test_moderated_and_retained_by_why():
    """A dip sample that kept Good, a challenge that lowered Plans, and one moderated overall and in Plans."""
    world = World().audit("1", moderation={"overall": 3}, why="dip_sample").audit("4")
    world.audit("2", moderation={"plans": 2}, why="challenge")
    figures = figures_of(world.audit("3", moderation={"overall": 2, "plans": 3}, why="challenge"))

    assert find(figures, "moderated") == (3, 4, 3 / 4, 0)
    assert find(figures, "moderated", why="challenge") == (1 + 1, 4, 2 / 4, 0)
    assert find(figures, "moderated", "plans") == (1 + 1, 4, 2 / 4, 0)
    assert find(figures, "moderated", "overall", why="dip_sample") == (1, 4, 1 / 4, 0)
    assert find(figures, "retained") == find(figures, "retained", "overall") == (1, 2, 1 / 2, 0)
    assert find(figures, "retained", why="dip_sample") == (1, 1, 1.0, 0)
    assert find(figures, "retained", "plans", why="challenge") == (1, 2, 1 / 2, 0)
    assert find(figures, "retained", why="rule") == (0, 0, None, 0)


def test_what_a_source_does_not_know_has_no_count():
    """Nor by why, whose base in `retained` is counted by why as well."""
    figures = figures_of(World(known=frozenset()).audit("1", moderation={"overall": 3}))

    assert find(figures, "late") == (None, 1, None, None)
    assert find(figures, "feedback") == (None, 1, None, None)
    assert find(figures, "actions_open") == (None, None, None, None)
    assert find(figures, "inadequate_open") == (None, 0, None, None)
    assert find(figures, "moderated", why="rule") == (None, 1, None, None)
    assert find(figures, "retained", why="rule") == (None, None, None, None)
    assert find(figures, "retained") == (1, 1, 1.0, 0)


def test_late_is_after_the_due_date():
    """On the day is in time; without either date nobody is late."""
    day = date(2024, 4, 20)
    world = World().audit("1", returned=day, due=day).audit("2", returned=date(2024, 4, 21), due=day)

    assert find(figures_of(world), "late") == (1, 2, 1 / 2, 0)


def test_feedback_is_heard_if_anybody_was_else_the_latest_word():
    """Five audits: heard by a call before "declined"; not reached by two calls; declined; not appropriate; nothing."""
    world = World().audit("1", feedback="declined").audit("2").audit("3", feedback="declined")
    world.audit("4", feedback="not_appropriate").audit("5")
    at = datetime(2024, 4, 2)
    for audit, outcome, minute in (
        ("1", "heard", 1),
        ("1", "not_reached", 2),
        ("2", "declined", 1),
        ("2", "not_reached", 2),
    ):
        world._add("feedback", audit, "call", outcome, None, None, at.replace(minute=minute))
    figures = figures_of(world)

    assert find(figures, "feedback") == (1, 5, 1 / 5, 0)
    assert find(figures, "feedback_tried") == (1, 5, 1 / 5, 0)
    assert find(figures, "feedback_declined") == (1, 5, 1 / 5, 0)
    assert find(figures, "feedback_not_appropriate") == (1, 5, 1 / 5, 0)


def test_a_corrected_return_replaces_what_it_said_of_the_family():
    """The lead's first return said heard; the second, corrected, says declined."""
    world = World().audit("1", feedback="heard")
    world._add("feedback", "1", "lead", "declined", None, None, datetime(2024, 5, 2))
    figures = figures_of(world)

    assert find(figures, "feedback") == (0, 1, 0.0, 0)
    assert find(figures, "feedback_declined") == (1, 1, 1.0, 0)


def test_actions_open_are_those_not_checked():
    """Two of an audit in April, one checked; a service's own is in the whole period's row alone, and its area's."""
    done = date(2024, 5, 9)
    world = World().audit("1", area="North").action("a", "1", closed=done, checked=done).action("b", "1", closed=done)
    figures = figures_of(world.action("c", area="North").action("d", area="South"), by="service_area")

    assert find(figures, "actions_open", month="2024-04") == (1, 2, 1 / 2, None)
    assert find(figures, "actions_open") == (1 + 1 + 1, 4, 3 / 4, None)
    assert find(figures, "actions_open", service_area="North") == (1 + 1, 3, 2 / 3, None)


def ladder_world(**more):
    done = date(2024, 5, 9)
    world = World(**more).audit("safe", lead={"overall": 1}).audit("bare", lead={"overall": 1})
    world.audit("was", lead={"overall": 1}, moderation={"overall": 2}).audit("half", lead={"overall": 1}).audit("good")
    for audit in ("safe", "was"):
        world.action(f"of {audit}", audit, closed=done, checked=done)
    return world.action("of half", "half", closed=done)


def test_inadequate_open_lacks_an_action_or_a_closed_and_checked_one():
    """Four stand or stood there: two are safe, one has no action, one an unchecked one."""
    assert find(figures_of(ladder_world()), "inadequate_open") == (1 + 1, 4, 2 / 4, 0)


def test_inadequate_open_before_the_moderation_that_lifted_it():
    """As at its own moment every figure is the same, whatever came later."""
    figures = figures_of(ladder_world(), moment=datetime(2024, 4, 21))

    assert find(figures, "grades", "overall", grade="Inadequate") == (4, 5, 4 / 5, 0)
    assert find(figures, "inadequate_open") == (4, 4, 1.0, 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asks", "grade", "kind", "case", "still_open"),
    [
        (True, 2, "re-audit", "C", 0),
        (True, 1, "re-audit", "C", 1),
        (True, None, "re-audit", "C", 1),
        (True, 2, "thematic", "C", 1),
        (True, 2, "re-audit", "D", 1),
        (False, 1, "re-audit", "C", 0),
    ],
)
def test_inadequate_open_asks_for_a_re_audit_where_the_rule_does(asks, grade, kind, case, still_open):
    """One of kind re-audit, of the same case, above the ladder's grade; whatever its month."""
    done = date(2024, 10, 9)
    shipped = framework("2024-09")
    asking = replace(shipped, rules=replace(shipped.rules, re_audit_after_ladder=asks))
    world = (
        World(framework=asking).audit("1", lead={"overall": 1}, case="C").action("a", "1", closed=done, checked=done)
    )
    world.audit("2", "2024-10", lead={"overall": grade}, case=case, kind=kind)

    assert find(figures_of(world, by_frameworks=[asking]), "inadequate_open")[:2] == (still_open, 1)


@pytest.mark.parametrize(("looped", "state"), [(True, "returned"), (False, "withdrawn"), (False, "not_done")])
def test_a_re_audit_that_is_in_no_figure_makes_nothing_safe(looped, state):
    """Sealed, withdrawn or not done."""
    done = date(2024, 10, 9)
    shipped = framework("2024-09")
    asking = replace(shipped, rules=replace(shipped.rules, re_audit_after_ladder=True))
    world = (
        World(framework=asking).audit("1", lead={"overall": 1}, case="C").action("a", "1", closed=done, checked=done)
    )
    world.audit("2", case="C", kind="re-audit", looped=looped, state=state)

    assert find(figures_of(world, by_frameworks=[asking]), "inadequate_open")[:2] == (1, 1)


@pytest.mark.parametrize(
    ("second_at", "base"), [(datetime(2024, 4, 22), 1), (datetime(2024, 4, 23, 22, 59, 59, 999999), 0)]
)
def test_an_audit_was_never_on_the_ladder_while_it_was_sealed(second_at, base):
    """The lead's Inadequate came first; with the second's return it stood, unless settled in the same moment."""
    world = World().audit("1", lead={"overall": 1}, looped=True, moderation={"overall": 2})
    world._gradings("1", {"overall": 3}, "second", "Auditor 2", None, second_at)

    assert find(figures_of(world), "inadequate_open")[:2] == (base, base)


def test_figures_of_one_authority_are_its_own():
    """Two councils in one set of tables, with the same identifiers."""
    first, second = World("One").audit("1"), World("Two").audit("1", lead=1).audit("2")
    rows = Rows({name: first.tables[name] + second.tables[name] for name in TABLES}, KNOWN)

    assert find(figures_of(rows), "audits")[0] == 1 + 2
    assert find(figures_of(rows, authority="One"), "grades", "overall", grade="Inadequate") == (0, 1, 0.0, 0)


def test_by_area_and_team_adds_rows_with_that_key():
    """Those present; an audit without an area has none of its own."""
    world = (
        World().audit("1", area="North", team="A").audit("2", area="South", team="A").audit("3", area=None, team=None)
    )

    by_area, by_team = figures_of(world, by="service_area"), figures_of(world, by="team")

    assert find(by_area, "audits", service_area="North") == (1, 1, 1.0, 0)
    assert find(by_team, "audits", team="A", month="2024-04") == (2, 2, 1.0, 0)
    assert find(by_team, "audits") == (3, 3, 1.0, 0)
    assert {row.service_area for row in by_area} == {None, "North", "South"}
