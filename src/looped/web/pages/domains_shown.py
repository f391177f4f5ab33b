"""The domains of one audit as its pages show them: whose grade and words, how it was settled, what may be done."""

from dataclasses import dataclass

from looped.loop.visibility import PARTS, Part
from looped.records.queries.shown import AnswerView, AuditView, OutcomeRow, ReturnView
from looped.rubric.framework import OVERALL, Framework
from looped.rubric.loading import framework
from looped.web.pages.wording import HOW_TOLD, NOT_GRADED_TOLD, PARTS_TOLD


@dataclass(frozen=True)
class Side:
    """One auditor's answer. title: "You", a name, or which auditor.  grade: its name, or why there is none."""

    part: Part
    title: str
    grade: str
    answer: AnswerView
    own: bool


@dataclass(frozen=True)
class DomainShown:
    """One domain. settled: the grade that holds, None while there is none.  apart: how far the two are, in words.

    descriptor: what the grade relied on looks like, by its name.  accepts: the other's grade, where it can be accepted.
    """

    code: str
    title: str
    sides: tuple[Side, ...]
    settled: str | None
    how: str
    words: str | None
    by: str | None
    difference: str | None
    descriptor: tuple[str, str] | None
    apart: str
    waits: bool
    accepts: str | None

    @property
    def long(self) -> bool:
        """Whether the words are for those who ask: nothing is open here, and nobody differed."""
        return not self.waits and not self.apart


def domains_shown(view: AuditView, differences: dict[str, str]) -> tuple[DomainShown, ...]:
    """Every domain that may be seen, in the framework's order. differences: the words of each code."""
    used = framework(view.row.framework)
    if view.outcomes:
        return tuple(_domain(view, each, used, differences) for each in view.outcomes)
    # Nothing of the outcome may be told: one's own return, if it is in.
    return tuple(_own(view, code, used) for code in used.graded_codes) if view.returns else ()


def _domain(view: AuditView, each: OutcomeRow, used: Framework, differences: dict[str, str]) -> DomainShown:
    sides = sides_of(view, each.domain, used)
    other = next((side for side in sides if side.part != view.sight.part), None)
    return DomainShown(
        code=each.domain,
        title=used.title_of(each.domain),
        sides=sides,
        settled=grade_told(each.grade, None, used) if each.settled else None,
        how=HOW_TOLD[each.how] if each.how else "",
        words=each.words,
        by=each.by,
        difference=differences.get(each.difference or ""),
        descriptor=_descriptor(each, used),
        apart=_apart(each, sides),
        waits=not each.settled,
        accepts=other.grade if each.acceptable and other else None,
    )


def _own(view: AuditView, code: str, used: Framework) -> DomainShown:
    sides = sides_of(view, code, used)
    return DomainShown(code, used.title_of(code), sides, None, "", None, None, None, None, "", False, None)


def sides_of(view: AuditView, code: str, used: Framework) -> tuple[Side, ...]:
    """What each auditor said of a domain, as far as it may be seen."""
    return tuple(
        _side(view, part, view.returns[part], code, used)
        for part in PARTS
        if part in view.returns and code in view.returns[part].answers
    )


def side_title(view: AuditView, part: Part) -> str:
    """Whose return it is, for this viewer."""
    if part == view.sight.part:
        return "You"
    return view.returns[part].auditor or PARTS_TOLD[part]


def _side(view: AuditView, part: Part, given: ReturnView, code: str, used: Framework) -> Side:
    answer = given.answers[code]
    grade = grade_told(answer.grade, answer.reason_not_graded, used)
    return Side(part, side_title(view, part), grade, answer, part == view.sight.part)


def grade_told(grade: int | None, reason: str | None, used: Framework) -> str:
    """A grade by its name; "Not graded", and why, for none."""
    if grade is not None:
        return used.scale.name(grade)
    return f"Not graded: {NOT_GRADED_TOLD[reason]}" if reason else "Not graded"


def _descriptor(each: OutcomeRow, used: Framework) -> tuple[str, str] | None:
    """The descriptor that was relied on; where nobody said, that of the grade."""
    position = each.descriptor or (each.grade if each.settled else None)
    found = descriptors(each.domain, used).get(position) if position else None
    return (used.scale.name(position), found) if position and found else None


def descriptors(code: str, used: Framework) -> dict[int, str]:
    """What each grade looks like in a domain, by position."""
    return used.overall_descriptors if code == OVERALL else used.domain(code).descriptors


def _apart(each: OutcomeRow, sides: tuple[Side, ...]) -> str:
    if len(sides) < len(PARTS) or each.lead == each.second:
        return ""
    if each.lead is None or each.second is None:
        return "One graded it, one didn’t"
    steps = abs(each.lead - each.second)
    return "One grade apart" if steps == 1 else f"{steps} grades apart"
