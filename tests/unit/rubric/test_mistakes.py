"""Each mistake in a framework file is refused with file, key, what is wrong and how to mend it."""

from pathlib import Path

import pytest

from looped.errors import LoopedError
from looped.rubric.loading import load, load_folder

EXAMPLES = Path(__file__).parent / "frameworks"
THREE_GRADES = (EXAMPLES / "no-overall.toml").read_text("utf-8")
SIX_GRADES = (EXAMPLES / "six-grades.toml").read_text("utf-8")


def mistake(tmp_path, text):
    """What loading a file with this text says."""
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(LoopedError) as raised:
        load(path)
    return str(raised.value)


def changed(text, old, new, count=1):
    assert old in text
    return text.replace(old, new, count)


# What is changed in the file of three grades, into what, and what is said of it.
IN_THREE_GRADES = {
    "code missing": ('code = "no-overall"\n', "", "code is missing. To mend it: add code."),
    "title empty": (
        'title = "A framework without an overall grade"',
        'title = " "',
        'title is not a text with words in it. To mend it: write title = "...".',
    ),
    "title a number": (
        'title = "A framework without an overall grade"',
        "title = 3",
        'title is not a text with words in it. To mend it: write title = "...".',
    ),
    "unknown key": (
        'code = "no-overall"',
        'code = "no-overall"\ncolour = "red"',
        "colour is not known here. To mend it: use one of: "
        "code, title, valid_from, valid_to, note, scale, domains, overall, rules.",
    ),
    "date in quotes": (
        "valid_from = 2025-04-01",
        'valid_from = "2025-04-01"',
        "valid_from is not a date. To mend it: write valid_from = 2024-04-01, without quotes.",
    ),
    "date with a time": (
        "valid_from = 2025-04-01",
        "valid_from = 2025-04-01T09:00:00",
        "valid_from is not a date. To mend it: write valid_from = 2024-04-01, without quotes.",
    ),
    "ends before it begins": (
        "valid_from = 2025-04-01",
        "valid_from = 2025-04-01\nvalid_to = 2025-03-31",
        "valid_to is before valid_from. To mend it: end it after it begins, or leave it out.",
    ),
    "gap in the scale": (
        "position = 3",
        "position = 4",
        "scale has positions with a gap or a double. To mend it: number them 1 to 3.",
    ),
    "double in the scale": (
        "position = 3",
        "position = 2",
        "scale has positions with a gap or a double. To mend it: number them 1 to 3.",
    ),
    "position in words": (
        "position = 3",
        'position = "three"',
        "scale[3].position is not a whole number. To mend it: write position = 1, for example.",
    ),
    "position yes": (
        "position = 3",
        "position = true",
        "scale[3].position is not a whole number. To mend it: write position = 1, for example.",
    ),
    "two good_from": (
        'short = "PM"',
        'short = "PM"\ngood_from = true',
        "scale has good_from on 2 grades. To mend it: write good_from = true on exactly one.",
    ),
    "no ladder": (
        "ladder = true",
        "ladder = false",
        "scale has ladder on 0 grades. To mend it: write ladder = true on exactly one.",
    ),
    "ladder in words": (
        "ladder = true",
        'ladder = "yes"',
        "scale[1].ladder is neither true nor false. To mend it: write ladder = true or ladder = false.",
    ),
    "one word for two grades": (
        'synonyms = ["partial", "partially met"]',
        'synonyms = ["M."]',
        "scale has 'm' for Met and for Partly met. To mend it: keep it for one of them.",
    ),
    "a grade called not graded": (
        'synonyms = ["fully met"]',
        'synonyms = ["n/a"]',
        "scale has 'n/a' for Met and for not graded. To mend it: keep it for one of them.",
    ),
    "a grade called dash": (
        'synonyms = ["fully met"]',
        'synonyms = ["-"]',
        "scale has '' for Met and for a blank cell. To mend it: keep it for one of them.",
    ),
    "synonyms as one text": (
        'synonyms = ["fully met"]',
        'synonyms = "fully met"',
        'scale[3].synonyms is not a list of texts. To mend it: write synonyms = ["...", "..."].',
    ),
    "domain code with capitals": (
        'code = "visits"',
        'code = "Visits"',
        "domains[1].code is 'Visits'. To mend it: use small letters, digits and _, and not 'overall'.",
    ),
    "domain code with a sign": (
        'code = "visits"',
        'code = "visits!"',
        "domains[1].code is 'visits!'. To mend it: use small letters, digits and _, and not 'overall'.",
    ),
    "domain called overall": (
        'code = "visits"',
        'code = "overall"',
        "domains[1].code is 'overall'. To mend it: use small letters, digits and _, and not 'overall'.",
    ),
    "domain code twice": (
        'code = "plan_in_force"',
        'code = "visits"',
        "domains has the code 'visits' twice. To mend it: give each domain its own code.",
    ),
    "descriptor missing": (
        'Met = "Every visit was in time."\n',
        "",
        "domains[1].descriptors.Met is missing. To mend it: add Met.",
    ),
    "descriptor of no grade": (
        'Met = "Every visit was in time."',
        'Met = "Every visit was in time."\nSuperb = "More."',
        "domains[1].descriptors.Superb is not known here. To mend it: use one of: Not met, Partly met, Met.",
    ),
    "no descriptors": (
        "[domains.descriptors]",
        "[domains.wordings]",
        "domains[1].wordings is not known here. To mend it: use one of: "
        "code, title, short, synonyms, questions, descriptors, may_be_not_graded.",
    ),
    "one telling word for two domains": (
        'synonyms = ["plan in force"]',
        'synonyms = ["Visits"]',
        "domains has 'visits' for visits and for plan_in_force. To mend it: keep it for one.",
    ),
    "overall described though absent": (
        "[rules]",
        "[overall.descriptors]\nMet = 'All.'\n\n[rules]",
        "overall describes a grade that rules.overall says is absent. To mend it: take one of them out.",
    ),
    "rules missing": ("[rules]", "[rule]", "rule is not known here. To mend it: use one of: "),
    "unknown rule": (
        'base = "graded"',
        'base = "graded"\nmeeting_always = true',
        "rules.meeting_always is not known here. To mend it: use one of: base, overall, ",
    ),
    "unknown base": (
        'base = "graded"',
        'base = "some"',
        "rules.base is 'some'. To mend it: use one of: all_audits, graded.",
    ),
    "unknown overall": (
        'overall = "absent"',
        'overall = "none"',
        "rules.overall is 'none'. To mend it: use one of: judged, derived, absent.",
    ),
    "derivation of what isn't derived": (
        'overall = "absent"',
        'overall = "absent"\noverall_derivation = "lowest"',
        "rules.overall_derivation belongs to a derived overall grade alone. To mend it: write both or neither.",
    ),
    "meeting off the scale": (
        "looped_audits = false",
        "meeting_from_apart = 4",
        "rules.meeting_from_apart is off the scale. To mend it: write 1 to 3.",
    ),
    "rules no table": (
        "[rules]",
        'rules = "none"\n[[more]]',
        "more is not known here. To mend it: use one of: ",
    ),
}


@pytest.mark.parametrize("name", IN_THREE_GRADES)
def test_mistake_is_named_with_file_key_what_and_mend(tmp_path, name):
    old, new, said = IN_THREE_GRADES[name]

    assert mistake(tmp_path, changed(THREE_GRADES, old, new)).startswith(f"mine.toml: {said}")


def test_overall_without_its_table_is_refused(tmp_path):
    text = SIX_GRADES[: SIX_GRADES.index("[overall]")] + SIX_GRADES[SIX_GRADES.index("[rules]") :]

    assert mistake(tmp_path, text) == "mine.toml: overall is missing. To mend it: add overall."


def test_overall_of_a_grade_too_few_is_refused(tmp_path):
    text = changed(SIX_GRADES, 'Strong = "Strong at the lowest."\n', "")

    assert mistake(tmp_path, text) == "mine.toml: overall.descriptors.Strong is missing. To mend it: add Strong."


def test_derived_overall_without_its_rule_is_refused(tmp_path):
    text = changed(SIX_GRADES, 'overall_derivation = "the lowest grade of any domain"\n', "")

    assert "rules.overall_derivation belongs to a derived overall grade alone" in mistake(tmp_path, text)


def test_rules_that_are_no_table_are_refused(tmp_path):
    text = 'rules = "none"\n' + THREE_GRADES[: THREE_GRADES.index("[rules]")]

    assert mistake(tmp_path, text) == "mine.toml: rules is not a table. To mend it: start it with [rules]."


def test_domains_that_are_no_list_are_refused(tmp_path):
    before, after = THREE_GRADES.index("[[domains]]"), THREE_GRADES.index("[rules]")
    text = "domains = []\n" + THREE_GRADES[:before] + THREE_GRADES[after:]

    assert (
        mistake(tmp_path, text)
        == "mine.toml: domains is not a list of tables. To mend it: start each with [[domains]]."
    )


@pytest.mark.parametrize("wanted", [1, 8])
def test_scale_of_one_grade_or_eight_is_refused(tmp_path, wanted):
    grades = "".join(f'[[scale]]\nposition = {n}\nname = "Grade {chr(64 + n)}"\n' for n in range(1, wanted + 1))
    text = THREE_GRADES[: THREE_GRADES.index("[[scale]]")] + grades + THREE_GRADES[THREE_GRADES.index("[[domains]]") :]

    assert mistake(tmp_path, text) == f"mine.toml: scale has {wanted} grades. To mend it: give it 2 to 7."


def test_what_is_not_toml_is_refused_with_its_line(tmp_path):
    said = mistake(tmp_path, 'code = "x"\ntitle =\n')

    assert said.startswith("mine.toml: is not TOML (")
    assert "line 2" in said


def test_what_is_not_text_is_refused(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"code = '\xff'")

    with pytest.raises(LoopedError, match=r"^mine\.toml: is not TOML"):
        load(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(LoopedError, match=r"^none\.toml: can't be opened \(No such file or directory\)"):
        load(tmp_path / "none.toml")


def test_a_framework_may_end_on_the_day_it_begins(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(changed(THREE_GRADES, "valid_from = 2025-04-01", "valid_from = 2025-04-01\nvalid_to = 2025-04-01"))

    assert load(path).valid_to == load(path).valid_from


def test_folder_is_loaded_oldest_first():
    assert [one.code for one in load_folder(EXAMPLES)] == ["six-grades", "no-overall"]


@pytest.mark.parametrize("ends", ["valid_to = 2025-04-01\n", ""])
def test_folder_with_two_in_force_in_one_month_is_refused(tmp_path, ends):
    (tmp_path / "a.toml").write_text(changed(SIX_GRADES, "valid_to = 2025-03-31\n", ends), "utf-8")
    (tmp_path / "b.toml").write_text(THREE_GRADES, "utf-8")

    with pytest.raises(
        LoopedError, match="six-grades and no-overall are both in force in 2025-04. To mend it: end six-"
    ):
        load_folder(tmp_path)


def test_folder_with_one_code_twice_is_refused(tmp_path):
    (tmp_path / "a.toml").write_text(THREE_GRADES, "utf-8")
    (tmp_path / "b.toml").write_text(THREE_GRADES, "utf-8")

    with pytest.raises(LoopedError, match=r"two frameworks have one code\. To mend it: give each file its own code\.$"):
        load_folder(tmp_path)
