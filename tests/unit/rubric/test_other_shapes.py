"""Frameworks of another shape load as well: nothing knows four grades, seven domains or an overall grade."""

from pathlib import Path

from looped.rubric.loading import load
from looped.rubric.recognise import domain_of, grade_of

EXAMPLES = Path(__file__).parent / "frameworks"


def test_six_grades_with_a_derived_overall_grade():
    six = load(EXAMPLES / "six-grades.toml")

    assert [grade.name for grade in six.scale.grades] == ["Unsafe", "Weak", "Adequate", "Sound", "Strong", "Exemplary"]
    assert (six.scale.ladder, six.scale.good_from) == (1, 4)
    assert six.graded_codes == ("safety", "stability", "learning", "overall")
    assert (six.rules.base, six.rules.overall, six.rules.overall_derivation) == (
        "graded",
        "derived",
        "the lowest grade of any domain",
    )
    assert (six.rules.meeting_from_apart, six.rules.overall_may_be_not_graded) == (3, True)
    assert [domain.may_be_not_graded for domain in six.domains] == [False, True, True]
    assert six.title_of("overall") == "Whole file"


def test_no_overall_grade_and_a_re_audit_after_the_ladder():
    three = load(EXAMPLES / "no-overall.toml")

    assert three.graded_codes == ("visits", "plan_in_force")
    assert three.overall_descriptors == {}
    assert three.rules.re_audit_after_ladder is True
    assert three.valid_to is None
    assert three.domain("visits").short == "Visits"
    assert three.domain("visits").descriptors[3] == "Every visit was in time."


def test_grades_and_headers_are_recognised_by_each_files_own_words():
    six, three = load(EXAMPLES / "six-grades.toml"), load(EXAMPLES / "no-overall.toml")

    assert [grade_of(typed, six.scale) for typed in ("unsafe", "2", "OK", "s", "St.", "Exceptional")] == [
        1,
        2,
        3,
        4,
        5,
        6,
    ]
    assert [grade_of(typed, three.scale) for typed in ("NM", "Partially-met", "Fully met")] == [1, 2, 3]
    assert [domain_of(header, six) for header in ("Safety", "School", "Whole file")] == [
        "safety",
        "learning",
        "overall",
    ]
    assert [domain_of(header, three) for header in ("Overall", "Plan", "Visits grade")] == [
        None,
        "plan_in_force",
        "visits",
    ]
