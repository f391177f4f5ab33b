"""The frameworks that ship: their dates, scale, domains, rules, and a descriptor for every grade."""

from dataclasses import replace
from datetime import date

import pytest

from looped.errors import LoopedError, UsageError
from looped.rubric.loading import framework, framework_for, frameworks

CODES = [
    "seeing_hearing",
    "assessments",
    "plans",
    "decisions_oversight",
    "meetings_reviews",
    "supervision",
    "diversity",
]
SEED_TITLES = [
    "Seeing and Hearing the Child",
    "Quality of Assessments",
    "Quality of Plans",
    "Decision Making and Management Oversight",
    "Meetings and Reviews",
    "Supervision",
    "Consideration of Impact of Diversity",
]
SHIPPED = pytest.mark.parametrize("shipped", frameworks(), ids=lambda one: one.code)


def test_three_versions_ship_oldest_first_without_gaps():
    dates = [(one.code, one.valid_from, one.valid_to) for one in frameworks()]

    assert dates == [
        ("2023-24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2024-04", date(2024, 4, 1), date(2024, 8, 31)),
        ("2024-09", date(2024, 9, 1), None),
    ]


@SHIPPED
def test_shipped_scale_is_the_seeds(shipped):
    assert [(grade.position, grade.name) for grade in shipped.scale.grades] == [
        (1, "Inadequate"),
        (2, "Requires Improvement"),
        (3, "Good"),
        (4, "Outstanding"),
    ]
    assert (shipped.scale.ladder, shipped.scale.good_from) == (1, 3)


@SHIPPED
def test_shipped_domains_keep_their_codes_and_titles(shipped):
    assert list(shipped.domain_codes) == CODES
    assert [shipped.title_of(code) for code in CODES] == SEED_TITLES
    assert shipped.graded_codes[-1] == "overall"


@SHIPPED
def test_shipped_descriptors_are_28_different_and_three_to_five_questions_a_domain(shipped):
    descriptors = [text for domain in shipped.domains for text in domain.descriptors.values()]

    assert len(set(descriptors)) == len(descriptors) == 7 * 4
    assert len(set(shipped.overall_descriptors.values())) == 4
    assert all(3 <= len(domain.questions) <= 5 for domain in shipped.domains)


def test_no_descriptor_is_carried_over_between_versions():
    written = [set(domain.descriptors.values()) for one in frameworks() for domain in one.domains]

    assert len(set().union(*written)) == 3 * 7 * 4


def test_descriptors_of_2024_have_more_to_see_than_those_before():
    words = {
        one.code: sum(len(text.split()) for domain in one.domains for text in domain.descriptors.values())
        for one in frameworks()
    }

    assert words["2023-24"] < words["2024-04"]
    assert words["2023-24"] < words["2024-09"]


def test_rules_of_each_version():
    rules = {one.code: one.rules for one in frameworks()}

    assert {rule.base for rule in rules.values()} == {"all_audits"}
    assert {rule.overall for rule in rules.values()} == {"judged"}
    assert [rule.looped_audits for rule in rules.values()] == [False, True, True]
    assert [rule.re_audit_after_ladder for rule in rules.values()] == [False, False, False]
    assert [rule.whole_service_each_month for rule in rules.values()] == [False, False, True]
    assert [rule.ask_why_not_above for rule in rules.values()] == [False, False, True]


@SHIPPED
def test_shipped_notes_are_sentences_for_a_chart(shipped):
    assert shipped.note.endswith(".")


@pytest.mark.parametrize(
    ("month", "code"),
    [
        ("2020-01", "2023-24"),
        ("2023-04", "2023-24"),
        ("2024-03", "2023-24"),
        ("2024-04", "2024-04"),
        ("2024-08", "2024-04"),
        ("2024-09", "2024-09"),
        ("2031-12", "2024-09"),
    ],
)
def test_framework_for_a_month_is_the_one_in_force(month, code):
    """Before the first framework the first is taken."""
    assert framework_for(month).code == code


def test_framework_in_force_on_one_day_of_a_month_is_in_force_in_it():
    """A round is a month's: the month of valid_to belongs to the framework, and that of valid_from."""
    one_day = replace(framework("2024-04"), valid_from=date(2024, 4, 30), valid_to=date(2024, 5, 1))

    assert framework_for("2024-04", (one_day,)) is one_day
    assert framework_for("2024-05", (one_day,)) is one_day


def test_framework_for_a_month_after_the_last_is_refused():
    with pytest.raises(LoopedError, match=r"^No framework is in force in 2024-04\. To mend it: add one"):
        framework_for("2024-04", (framework("2023-24"),))


def test_framework_for_no_frameworks_is_refused():
    with pytest.raises(LoopedError, match="^No framework is in force in 2024-04"):
        framework_for("2024-04", ())


@pytest.mark.parametrize("month", ["April 2024", "2024-13", "2024", "2024-04-01"])
def test_framework_for_what_is_no_month_is_refused(month):
    with pytest.raises(UsageError, match=r"is not a month\. To mend it: write it like 2024-04\.$"):
        framework_for(month)


def test_framework_by_code():
    assert framework("2024-04") is frameworks()[1]


def test_framework_by_unknown_code_names_those_there_are():
    with pytest.raises(
        LoopedError, match="There is no framework '2025'. To mend it: use one of 2023-24, 2024-04, 2024-09"
    ):
        framework("2025")


def test_scale_and_domains_answer_by_position_and_code():
    april = framework("2024-04")

    assert april.scale.name(2) == "Requires Improvement"
    assert april.title_of("overall") == "Overall grade"
    with pytest.raises(KeyError):
        april.scale.name(5)
    with pytest.raises(KeyError):
        april.domain("overall")
