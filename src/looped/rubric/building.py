"""From the entries of a framework file to a framework, refusing what doesn't hold together."""

import re
from datetime import date
from typing import TypedDict, TypeVar, get_args

from looped.rubric.entries import Entries
from looped.rubric.framework import OVERALL, Base, Domain, Framework, Grade, OverallGrade, Rules, Scale
from looped.rubric.recognise import NOT_GRADED, plain, telling_words

_FILE = ("code", "title", "valid_from", "valid_to", "note", "scale", "domains", "overall", "rules")
_GRADE = ("position", "name", "short", "synonyms", "good_from", "ladder")
_DOMAIN = ("code", "title", "short", "synonyms", "questions", "descriptors", "may_be_not_graded")
_OVERALL = ("title", "synonyms", "descriptors")
_CODE = re.compile(r"[a-z][a-z0-9_]*")

Choice = TypeVar("Choice")


class _Overall(TypedDict):
    overall_title: str
    overall_descriptors: dict[int, str]
    overall_synonyms: tuple[str, ...]


def build(file: Entries) -> Framework:
    """The framework that the entries of one file describe. Raises: LoopedError for the first mistake."""
    file.only(_FILE)
    scale = _scale(file)
    rules = _rules(file.table("rules"), scale)
    framework = Framework(
        code=file.text("code"),
        title=file.text("title"),
        valid_from=file.day("valid_from"),
        valid_to=_valid_to(file),
        scale=scale,
        domains=_domains(file, scale),
        rules=rules,
        note=file.text("note", ""),
        **_overall(file, scale, rules),
    )
    _refuse_shared_words(file, framework)
    return framework


def _scale(file: Entries) -> Scale:
    rows = file.tables("scale")
    if not 2 <= len(rows) <= 7:
        raise file.mistake("scale", f"has {len(rows)} grades", "give it 2 to 7")
    grades = tuple(sorted((_grade(row) for row in rows), key=lambda grade: grade.position))
    if [grade.position for grade in grades] != list(range(1, len(grades) + 1)):
        raise file.mistake("scale", "has positions with a gap or a double", f"number them 1 to {len(grades)}")
    _refuse_one_word_for_two(file, grades)
    return Scale(grades, _marked(file, rows, "good_from"), _marked(file, rows, "ladder"))


def _grade(row: Entries) -> Grade:
    row.only(_GRADE)
    name = row.text("name")
    return Grade(row.number("position"), name, row.text("short", name), row.texts("synonyms"))


def _refuse_one_word_for_two(file: Entries, grades: tuple[Grade, ...]) -> None:
    owner: dict[str, str] = {plain(word): "not graded" for words in NOT_GRADED.values() for word in words}
    for grade in grades:
        for word in {plain(text) for text in (grade.name, grade.short, *grade.synonyms)}:
            if word in owner or word == "":
                other = owner.get(word, "a blank cell")
                raise file.mistake("scale", f"has {word!r} for {grade.name} and for {other}", "keep it for one of them")
            owner[word] = grade.name


def _marked(file: Entries, rows: tuple[Entries, ...], mark: str) -> int:
    marked = [row.number("position") for row in rows if row.yes_no(mark, False)]
    if len(marked) != 1:
        raise file.mistake("scale", f"has {mark} on {len(marked)} grades", f"write {mark} = true on exactly one")
    return marked[0]


def _rules(rules: Entries, scale: Scale) -> Rules:
    rules.only(Rules.__dataclass_fields__)
    built = Rules(
        base=_one_of(rules, "base", get_args(Base)),
        overall=_one_of(rules, "overall", get_args(OverallGrade)),
        overall_may_be_not_graded=rules.yes_no("overall_may_be_not_graded", False),
        overall_derivation=rules.text("overall_derivation") if rules.has("overall_derivation") else None,
        looped_audits=rules.yes_no("looped_audits", True),
        meeting_if_overall_differs=rules.yes_no("meeting_if_overall_differs", True),
        meeting_from_apart=rules.number("meeting_from_apart", 2),
        meeting_if_ladder=rules.yes_no("meeting_if_ladder", True),
        re_audit_after_ladder=rules.yes_no("re_audit_after_ladder", False),
        whole_service_each_month=rules.yes_no("whole_service_each_month", False),
        ask_why_not_above=rules.yes_no("ask_why_not_above", False),
    )
    if not 1 <= built.meeting_from_apart <= len(scale.grades):
        raise rules.mistake("meeting_from_apart", "is off the scale", f"write 1 to {len(scale.grades)}")
    if (built.overall == "derived") != (built.overall_derivation is not None):
        raise rules.mistake("overall_derivation", "belongs to a derived overall grade alone", "write both or neither")
    return built


def _one_of(entries: Entries, key: str, allowed: tuple[Choice, ...]) -> Choice:
    written = entries.text(key)
    for value in allowed:
        if value == written:
            return value
    raise entries.mistake(key, f"is {written!r}", f"use one of: {', '.join(map(str, allowed))}")


def _valid_to(file: Entries) -> date | None:
    if not file.has("valid_to"):
        return None
    last = file.day("valid_to")
    if last < file.day("valid_from"):
        raise file.mistake("valid_to", "is before valid_from", "end it after it begins, or leave it out")
    return last


def _domains(file: Entries, scale: Scale) -> tuple[Domain, ...]:
    domains = tuple(_domain(entry, scale) for entry in file.tables("domains"))
    codes = [domain.code for domain in domains]
    for code in codes:
        if codes.count(code) > 1:
            raise file.mistake("domains", f"has the code {code!r} twice", "give each domain its own code")
    return domains


def _domain(entry: Entries, scale: Scale) -> Domain:
    entry.only(_DOMAIN)
    code = entry.text("code")
    if code == OVERALL or not _CODE.fullmatch(code):
        raise entry.mistake("code", f"is {code!r}", f"use small letters, digits and _, and not {OVERALL!r}")
    return Domain(
        code=code,
        title=entry.text("title"),
        short=entry.text("short", entry.text("title")),
        questions=entry.texts("questions"),
        descriptors=_descriptors(entry, scale),
        may_be_not_graded=entry.yes_no("may_be_not_graded", True),
        synonyms=entry.texts("synonyms"),
    )


def _descriptors(entry: Entries, scale: Scale) -> dict[int, str]:
    written = entry.table("descriptors")
    written.only(grade.name for grade in scale.grades)
    return {grade.position: written.text(grade.name) for grade in scale.grades}


def _overall(file: Entries, scale: Scale, rules: Rules) -> _Overall:
    if rules.overall == "absent":
        if file.has("overall"):
            raise file.mistake("overall", "describes a grade that rules.overall says is absent", "take one of them out")
        return {"overall_title": "Overall grade", "overall_descriptors": {}, "overall_synonyms": ()}
    entry = file.table("overall")
    entry.only(_OVERALL)
    return {
        "overall_title": entry.text("title", "Overall grade"),
        "overall_descriptors": _descriptors(entry, scale),
        "overall_synonyms": entry.texts("synonyms"),
    }


def _refuse_shared_words(file: Entries, framework: Framework) -> None:
    owner: dict[str, str] = {}
    for code in framework.graded_codes:
        for word in telling_words(code, framework):
            if owner.setdefault(word, code) != code:
                raise file.mistake("domains", f"has {word!r} for {owner[word]} and for {code}", "keep it for one")
