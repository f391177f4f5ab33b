"""A return as typed: what must be mended, what is asked, and back to text again."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.loop.answers import (
    FIELDS,
    LONGEST,
    Answer,
    Problem,
    answers_of,
    asked,
    at_odds,
    day_of,
    fields_of,
    known_fields,
    may_be_not_graded,
    problems,
)
from looped.rubric.loading import framework

USED = framework("2024-09")  # asks why it isn't the grade above
PLAIN = framework("2024-04")  # doesn't
TODAY = date(2026, 10, 5)


def whole(used=USED, **changed):
    fields = {}
    for page in used.graded_codes:
        fields |= {f"{page}.grade": "3", f"{page}.reason": "Because.", f"{page}.document": "Review"}
        fields |= {f"{page}.document_date": "2026-09-01"}
        fields |= {f"{page}.why_not_above": "Late.", f"{page}.different": "Nothing."}
    return fields | {name.replace("__", "."): text for name, text in changed.items()}


def first_of(fields, used=USED):
    return [(problem.field, problem.what) for problem in problems(fields, used, TODAY)]


def test_a_whole_return_has_no_problem():
    """In either framework."""
    assert problems(whole(), USED, TODAY) == ()
    assert problems(whole(PLAIN), PLAIN, TODAY) == ()


def test_an_empty_return_asks_for_everything_in_order():
    """Page by page, as the form has them."""
    found = problems({}, PLAIN, TODAY)

    pages = [problem.field.partition(".")[0] for problem in found]
    assert list(dict.fromkeys(pages)) == list(PLAIN.graded_codes)
    assert [problem.field for problem in found if problem.field.startswith("plans.")] == [
        "plans.grade",
        "plans.reason",
        "plans.document",
        "plans.document_date",
    ]
    assert found[0] == Problem("seeing_hearing.grade", "Seeing and Hearing the Child: choose a grade")


@pytest.mark.parametrize(
    ("changed", "field", "what"),
    [
        ({"plans__grade": "5"}, "plans.grade", "choose a grade"),
        ({"plans__grade": "Good"}, "plans.grade", "choose a grade"),
        ({"plans__grade": "³"}, "plans.grade", "choose a grade"),
        ({"plans__reason": "   "}, "plans.reason", "say why"),
        ({"plans__document": ""}, "plans.document", "name the document"),
        ({"plans__document_date": ""}, "plans.document_date", "give the date"),
        ({"plans__document_date": "1 May"}, "plans.document_date", "that isn't a day of the calendar"),
        ({"plans__document_date": "31/2/2026"}, "plans.document_date", "that isn't a day of the calendar"),
        ({"plans__document_date": "6 October 2026"}, "plans.document_date", "still to come"),
        ({"plans__document_date": "2026-10-06"}, "plans.document_date", "still to come"),
        ({"plans__why_not_above": ""}, "plans.why_not_above", "the grade above"),
        ({"plans__different": ""}, "plans.different", "different for this child"),
        ({"plans__reason": "x" * (LONGEST + 1)}, "plans.reason", "shorten it"),
        ({"plans__grade": "not_graded"}, "plans.reason_not_graded", "why it isn't graded"),
        ({"overall__grade": "not_graded"}, "overall.grade", "asks for a grade"),
    ],
)
def test_each_problem_is_named_at_its_field(changed, field, what):
    """One mistake, one sentence, at its place."""
    ((found, said),) = first_of(whole(**changed))

    assert found == field
    assert what in said


@pytest.mark.parametrize(
    "typed",
    ["27/3/2024", "27/03/24", " 27.3.2024 ", "27-3-2024", "27 3 2024", "27 / 3 / 2024", "2024-03-27"]
    + ["27 March 2024", "27th March 2024", "27 mar 24", "27 MARCH, 2024", "27March2024", "27-Mar-2024"],
)
def test_a_date_as_people_type_it(typed):
    """The day before the month, as in this country."""
    assert day_of(typed) == date(2024, 3, 27)


@pytest.mark.parametrize(
    "typed",
    ["", "27 March", "3/2024", "31/2/2024", "27/13/2024", "0/1/2024", "27 Marsh 2024", "27 Ma 2024", "yesterday"]
    + ["27/3/0000", "27/3/20244", "\u0662\u0667/3/2024", "27\u00b2/3/2024", "March 2024"],
)
def test_what_is_no_date(typed):
    """Nothing is guessed; nothing typed makes it fail."""
    assert day_of(typed) is None


def test_of_the_highest_grade_nothing_is_kept_of_why_not_above():
    """The page doesn't show that question then, so its answer isn't handed in unseen."""
    assert answers_of(whole(plans__grade="4"), USED)["plans"].why_not_above == ""
    assert answers_of(whole(plans__grade="3"), USED)["plans"].why_not_above == "Late."


def test_what_isnt_asked_isnt_missed():
    """Why not above: not of the highest grade, nor of a framework that doesn't ask, nor where nothing is graded."""
    assert first_of(whole(plans__grade="4", plans__why_not_above="")) == []
    assert first_of(whole(PLAIN, plans__why_not_above="", plans__different=""), PLAIN) == []
    not_graded = {"plans__grade": "not_graded", "plans__reason_not_graded": "not_enough_on_file"}
    assert first_of(whole(**not_graded, plans__document="", plans__document_date="", plans__why_not_above="")) == []


def test_what_a_framework_asks():
    """And every name that a draft may hold, of its pages alone."""
    assert asked(USED) == FIELDS
    assert asked(PLAIN) == FIELDS[:-2]
    assert known_fields(PLAIN) == {f"{page}.{name}" for page in PLAIN.graded_codes for name in FIELDS}


def test_what_may_be_not_graded():
    """A domain by its own rule, overall by the framework's."""
    strict = dataclasses.replace(USED.domain("plans"), may_be_not_graded=False)
    used = dataclasses.replace(USED, domains=tuple(strict if d.code == "plans" else d for d in USED.domains))

    assert not may_be_not_graded("plans", used)
    assert may_be_not_graded("supervision", used)
    assert may_be_not_graded("overall", used) is used.rules.overall_may_be_not_graded


def test_answers_drop_what_the_framework_doesnt_ask():
    """What somebody typed into another framework's field isn't kept as an answer."""
    assert answers_of(whole(PLAIN), PLAIN)["plans"] == Answer(3, None, "Because.", "Review", date(2026, 9, 1))
    assert answers_of(whole(), USED)["plans"].why_not_above == "Late."


PAGES = st.sampled_from(USED.graded_codes)
WORDS = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)
DAYS = st.dates(date(2024, 1, 1), TODAY)
GRADED = st.builds(Answer, st.integers(1, 3), st.none(), WORDS, WORDS, DAYS, WORDS, WORDS)
TOP = st.builds(Answer, st.just(4), st.none(), WORDS, WORDS, DAYS, st.just(""), WORDS)
NOT_GRADED = st.builds(Answer, st.none(), st.just("not_applicable"), WORDS)
GENERATED = st.fixed_dictionaries(dict.fromkeys(USED.domain_codes, GRADED | TOP | NOT_GRADED) | {"overall": GRADED})


@pytest.mark.slow
@given(GENERATED)
def test_there_and_back(answers):
    """A return given back is typed again as it was, and has no problem."""
    fields = fields_of(answers)

    assert problems(fields, USED, TODAY) == ()
    assert answers_of(fields, USED) == answers
    assert set(fields) <= known_fields(USED)


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from(sorted(known_fields(USED))), st.text(max_size=12)))
def test_anything_typed_gets_an_answer(fields):
    """No text makes checking or asking fail, and what has no problem can be read."""
    at_odds(fields, USED)
    if not problems(fields, USED, TODAY):
        answers_of(fields, USED)


@pytest.mark.parametrize(
    ("overall", "domains", "asks"),
    [
        ("3", "3333333", None),
        ("4", "3333333", "which no domain is"),
        ("1", "2333333", "which no domain is"),
        ("3", "1333333", "and a domain is Inadequate"),
        ("2", "1222333", None),
        ("2", "2444444", "far from most"),
        ("", "3333333", None),
        ("99", "3333333", None),
        ("3", "       ", None),
    ],
)
def test_an_overall_at_odds_is_asked_about(overall, domains, asks):
    """A question, where a reader of the grades would ask one."""
    fields = {f"{code}.grade": grade.strip() for code, grade in zip(USED.domain_codes, domains, strict=True)}

    said = at_odds(fields | {"overall.grade": overall}, USED)

    assert said is None if asks is None else asks in said
