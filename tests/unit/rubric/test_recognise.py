"""Grades and headers as people type them: what is known is read, what isn't is never guessed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from looped.rubric.loading import framework
from looped.rubric.recognise import NotGraded, Unmarked, domain_of, grade_of

APRIL = framework("2024-04")
SCALE = APRIL.scale
NAMES = {grade.position: grade.name for grade in SCALE.grades}


@pytest.mark.parametrize(
    ("typed", "position"),
    [
        ("Inadequate", 1),
        ("Inadeq.", 1),
        ("inad", 1),
        ("I", 1),
        ("RI", 2),
        ("R.I.", 2),
        ("r i", 2),
        ("Req Imp", 2),
        ("Req. Improvement", 2),
        ("Requires\nImprovement", 2),
        ("requires improvement to be good", 2),
        ("Requires Improvement (RI)", 2),
        ("Requires-Improvement", 2),
        ("Requires\u00a0Improvement", 2),
        ("good ", 3),
        ("GOOD", 3),
        ("G", 3),
        ("O", 4),
        ("Outstanding.", 4),
        ("Oustanding", 4),
    ],
)
def test_grade_as_typed(typed, position):
    assert grade_of(typed, SCALE) == position


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Not graded", None),
        ("not-graded", None),
        ("NG", None),
        ("N/A (Not Graded)", None),
        ("N/A", "not_applicable"),
        ("n/a ", "not_applicable"),
        ("n.a.", "not_applicable"),
        ("Not applicable", "not_applicable"),
        ("Not enough on file", "not_enough_on_file"),
        ("Insufficient evidence", "not_enough_on_file"),
        ("Not completed", "not_completed"),
    ],
)
def test_not_graded_with_its_reason(typed, reason):
    assert grade_of(typed, SCALE) == NotGraded(reason)


@pytest.mark.parametrize("typed", [None, "", "  ", "-", "–", " — ", "...", "\u200b"])
def test_blank(typed):
    assert grade_of(typed, SCALE) is Unmarked.BLANK


@pytest.mark.parametrize(
    "typed",
    [
        "good or better",
        "Good/RI",
        "RI/Good",
        "Good RI",
        "Goof",
        "God",
        "Good?",
        "G/O",
        "?",
        "x",
        "3",
        3,
        "TBC",
        "Pending",
    ]
    + ["Adequate", "Not good", "Improvement", "Requires", "Good (was RI)", "1", "No evidence", "Not done", "0"],
)
def test_what_may_mean_two_things_is_unreadable(typed):
    assert grade_of(typed, SCALE) is Unmarked.UNREADABLE


@given(
    position=some.sampled_from(sorted(NAMES)),
    ends=some.text(alphabet=" .-\t\n\u00a0", max_size=4),
    upper=some.booleans(),
)
def test_case_spaces_dots_and_hyphens_never_matter(position, ends, upper):
    name = NAMES[position].replace(" ", f" {ends}")
    typed = ends + (name.upper() if upper else name.lower()) + ends

    assert grade_of(typed, SCALE) == position


@given(
    some.sampled_from(sorted(NAMES)),
    some.sampled_from(sorted(NAMES)),
    some.sampled_from(["/", " or ", ", ", "?", " > "]),
)
def test_two_grades_in_one_cell_are_never_one(first, second, between):
    assert grade_of(f"{NAMES[first]}{between}{NAMES[second]}", SCALE) is Unmarked.UNREADABLE


@given(some.text(max_size=12))
def test_any_text_gives_an_answer(typed):
    found = grade_of(typed, SCALE)

    assert found in NAMES or isinstance(found, (NotGraded, Unmarked))


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Assessment", "assessments"),
        ("Quality of Assessments", "assessments"),
        ("Quality of Assessment grade", "assessments"),
        ("Assesments", "assessments"),
        ("2. Assessment", "assessments"),
        ("Seeing & hearing the child", "seeing_hearing"),
        ("Child's voice", "seeing_hearing"),
        ("Decision making", "decisions_oversight"),
        ("Decision-making / Management Oversight", "decisions_oversight"),
        ("Mgmt oversight", "decisions_oversight"),
        ("Meetings", "meetings_reviews"),
        ("Meeting and Reviews", "meetings_reviews"),
        ("DIVERSITY", "diversity"),
        ("Considerations and impact of diversity", "diversity"),
        ("Plans", "plans"),
        ("Plan", "plans"),
        ("Quality of\nplans", "plans"),
        ("Supervison", "supervision"),
        ("Suprevision", "supervision"),
        ("Assessmentt", "assessments"),
        ("Overall", "overall"),
        ("Overall grade", "overall"),
        ("Overall judgement", "overall"),
        ("Overall Audit Grade", "overall"),
    ],
)
def test_header_of_a_domain(header, code):
    assert domain_of(header, APRIL) == code


@pytest.mark.parametrize(
    "header",
    [None, "", 7, "Audit", "Month", "Child ID", "Service area", "Family feedback outcome", "Why moderated", "Due"]
    + ["Supervision comments", "Assessment team", "Assessment and plan", "Overall supervision", "Plan due", "Grade"]
    + [
        "Review date",
        "Date of supervision",
        "Clan",
        "Pland",
        "Puservision",
        "Supervisionist",
        "Quality of",
        "The child",
    ],
)
def test_header_of_no_domain_or_two(header):
    assert domain_of(header, APRIL) is None


def with_synonyms(framework, synonyms):
    """The framework with these synonyms added to its domains, by code."""
    domains = tuple(replace(d, synonyms=(*d.synonyms, *synonyms.get(d.code, ()))) for d in framework.domains)
    return replace(framework, domains=domains)


def test_header_within_one_domains_words_that_tells_another_as_well_is_neither():
    doubtful = with_synonyms(APRIL, {"plans": ["plan reviews"]})

    assert domain_of("Plans", doubtful) == "plans"
    assert domain_of("Plan reviews", doubtful) is None


def test_slip_between_words_of_two_domains_is_neither():
    doubtful = with_synonyms(APRIL, {"plans": ["threads"], "diversity": ["threats"]})

    assert (domain_of("Threads", doubtful), domain_of("Threats", doubtful)) == ("plans", "diversity")
    assert domain_of("Threans", doubtful) is None


def test_every_title_short_form_and_synonym_tells_its_own_domain():
    told = {
        (text, domain.code): domain_of(text, APRIL)
        for domain in APRIL.domains
        for text in (domain.title, domain.short, *domain.synonyms)
    }

    assert [key for key, code in told.items() if code != key[1]] == []


def test_every_name_short_form_and_synonym_reads_as_its_own_grade():
    read = {
        (text, grade.position): grade_of(text, SCALE)
        for grade in SCALE.grades
        for text in (grade.name, grade.short, *grade.synonyms)
    }

    assert [key for key, position in read.items() if position != key[1]] == []
