"""One page of a return as the templates draw it, alone or among all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from looped.loop.answers import NOT_GRADED, Problem, may_be_not_graded, top_of
from looped.rubric.framework import OVERALL
from looped.web.pages.returns.work import Work
from looped.workflow.returning import Conflict

WHY_NOT_GRADED = {
    "not_applicable": "It doesn’t apply to this child",
    "not_enough_on_file": "There isn’t enough on the file",
    "not_completed": "I didn’t complete it",
}
LABELS = {
    "grade": "Grade",
    "reason_not_graded": "Why it isn’t graded",
    "reason": "Why you chose this grade",
    "document": "Document in the case system",
    "document_date": "Date of that document",
    "why_not_above": "Why it isn’t the grade above",
    "different": "What is different for this child",
}


@dataclass(frozen=True)
class FieldShown:
    """One field. name: its name and id.  against: the version of the other text, where another tab saved one."""

    name: str
    label: str
    text: str
    version: int
    error: str = ""
    theirs: str | None = None
    against: int = 0


@dataclass(frozen=True)
class PageShown:
    """A domain, or overall. grades: value, name, descriptor, whether it is the highest.

    not_graded: the value of "not graded", empty where this page must be graded.
    """

    code: str
    title: str
    questions: tuple[str, ...]
    grades: tuple[tuple[str, str, str, bool], ...]
    not_graded: str
    why_not_graded: Mapping[str, str]
    fields: dict[str, FieldShown]


@dataclass(frozen=True)
class Beside:
    """What stands beside the fields of a page that couldn't simply be saved. typed: text by field, as it came."""

    typed: Mapping[str, str] = field(default_factory=dict)
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)
    made_from: Mapping[str, int] = field(default_factory=dict)
    problems: Iterable[Problem] = ()


def shown(work: Work, page: str, beside: Beside) -> PageShown:
    """One page with what is saved in it, or what was typed and couldn't be."""
    used = work.used
    domain = None if page == OVERALL else used.domain(page)
    looks = domain.descriptors if domain else used.overall_descriptors
    return PageShown(
        page,
        used.title_of(page),
        domain.questions if domain else (),
        tuple(
            (str(each.position), each.name, looks.get(each.position, ""), str(each.position) == top_of(used))
            for each in used.scale.grades
        ),
        NOT_GRADED if may_be_not_graded(page, used) else "",
        WHY_NOT_GRADED,
        {name: _field(work, page, name, beside) for name in work.fields},
    )


def said(work: Work, name: str, text: str) -> str:
    """A field's text as people read it: a grade's name for its number."""
    grades = {str(each.position): each.name for each in work.used.scale.grades} | {NOT_GRADED: "Not graded"}
    known = {"grade": grades, "reason_not_graded": WHY_NOT_GRADED}.get(name.partition(".")[2], {})
    return known.get(text, text)


def _field(work: Work, page: str, short: str, beside: Beside) -> FieldShown:
    name = f"{page}.{short}"
    errors = [each.what for each in beside.problems if each.field == name]
    conflict = beside.conflicts.get(name)
    return FieldShown(
        name,
        LABELS[short],
        beside.typed.get(name, work.texts.get(name, "")),
        beside.made_from.get(name, 0) if conflict else work.version(name),
        errors[0] if errors else "",
        said(work, name, conflict.theirs) if conflict else None,
        conflict.version if conflict else 0,
    )
