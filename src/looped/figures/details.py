"""What a report's sections need beside the figures: small tables of one period, from the same cube."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from looped.figures.cells import Frame, frame_of
from looped.figures.cube import Count, Cube
from looped.figures.cube import Mark as Mark
from looped.figures.cube import Reported as Reported
from looped.figures.every import part_of
from looped.figures.ladder import LadderAudit
from looped.figures.periods import months
from looped.rubric.framework import OVERALL, Framework

Settled = Literal["lead", "second", "another"]


@dataclass(frozen=True)
class Moderation:
    """What moderation did in one domain, against the lead's grade. other: one of the two is "not graded"."""

    moderated: int = 0
    retained: int = 0
    raised: int = 0
    lowered: int = 0
    other: int = 0
    from_to: tuple[tuple[str | None, str | None, int], ...] = ()


@dataclass(frozen=True)
class LoopedCell:
    """How many looped audits have this pair of grades in a domain. settled: on whose grade; None is not yet."""

    domain: str
    lead: str | None
    lead_position: int | None
    second: str | None
    second_position: int | None
    settled: Settled | None
    count: int


@dataclass(frozen=True)
class Range:
    """How many audits stand at a grade overall once all is settled: at least `low`, at most `high`."""

    grade: str
    low: int
    high: int


@dataclass(frozen=True)
class Ended:
    """How many audits were not done or withdrawn, for one reason."""

    state: str
    reason: str | None
    count: int


@dataclass(frozen=True)
class Heard:
    """How many attempts to hear somebody, of one kind."""

    who: str | None
    theme: str | None
    outcome: str | None
    count: int


@dataclass(frozen=True)
class ActionCount:
    """How many improvement actions of one theme and state. overdue: past the due date and not closed."""

    theme: str | None
    state: str | None
    count: int
    closed: int
    checked: int
    overdue: int


@dataclass(frozen=True)
class Details:
    """Small tables of one period as at the cube's moment. Nothing of a sealed audit is in any but `sealed`.

    coverage: month -> service area -> audits.  selections: how the audits' files were chosen.  sealed: month -> looped
    audits that await a second return.  moderations: by domain code.  actions_overdue: None where actions aren't
    known.  unlisted: audits with gradings that the source's table of audits lacks (of all months).
    """

    coverage: dict[str, dict[str | None, int]]
    selections: tuple[str | None, ...]
    sealed: dict[str, int]
    moderations: dict[str, Moderation]
    looped: tuple[LoopedCell, ...]
    overall_ranges: tuple[Range, ...]
    ladder: tuple[LadderAudit, ...]
    reasons_not_done: tuple[Ended, ...]
    feedback: tuple[Heard, ...]
    actions: tuple[ActionCount, ...]
    actions_overdue: int | None
    reported: tuple[Reported, ...]
    marks: tuple[Mark, ...]
    unlisted: int


def details_of(
    cube: Cube,
    frameworks: Iterable[Framework],
    first: str,
    last: str,
    *,
    authority: str | None = None,
    kind: str = "monthly",
) -> Details:
    """The details of the months `first` to `last`. authority: of one council alone. kind: of audit."""
    in_period = months(first, last)
    part = part_of(cube, in_period, kind, authority)
    frame = frame_of(part, frameworks, in_period)
    actions = _actions(part)
    return Details(
        coverage=_coverage(part, in_period),
        selections=_selections(part),
        sealed=_by_month((row for row in part.counts if row.sealed), in_period),
        moderations={domain: _moderation(part, frame, domain) for domain in frame.domains},
        looped=_looped(part, frame),
        overall_ranges=_ranges(part, frame),
        ladder=part.ladder,
        reasons_not_done=_ended(part),
        feedback=_feedback(part),
        actions=actions,
        actions_overdue=sum(row.overdue for row in actions) if "actions" in cube.known else None,
        reported=tuple(row for row in cube.reported if authority in (None, row.authority)),
        marks=tuple(row for row in cube.marks if authority in (None, row.authority)),
        unlisted=cube.unlisted,
    )


def _coverage(part: Cube, in_period: tuple[str, ...]) -> dict[str, dict[str | None, int]]:
    found: dict[str, dict[str | None, int]] = {month: defaultdict(int) for month in in_period}
    for row in _audits(part):
        found[row.month or ""][row.service_area] += row.number
    return {month: dict(areas) for month, areas in found.items()}


def _audits(part: Cube) -> list[Count]:
    return [row for row in part.counts if row.part == "audit" and not row.sealed]


def _selections(part: Cube) -> tuple[str | None, ...]:
    return tuple(sorted({row.selection for row in _audits(part)}, key=lambda selection: selection or ""))


def _by_month(rows: Iterable[Count], in_period: tuple[str, ...]) -> dict[str, int]:
    found = Counter(dict.fromkeys(in_period, 0))
    for row in rows:
        found[row.month or ""] += row.number
    return dict(found)


def _moderation(part: Cube, frame: Frame, domain: str) -> Moderation:
    ways: Counter[str] = Counter()
    pairs: Counter[tuple[str | None, str | None]] = Counter()
    for row in part.counts:
        if row.part == "pair" and row.domain == domain and row.moderated:
            ways[_direction(row.lead_grade, row.grade)] += row.number
            pairs[frame.name(row, row.lead_grade), frame.name(row, row.grade)] += row.number
    from_to = tuple((before, after, number) for (before, after), number in sorted(pairs.items(), key=str))
    return Moderation(ways.total(), ways["retained"], ways["raised"], ways["lowered"], ways["other"], from_to)


def _direction(lead: int | None, moderated: int | None) -> str:
    if lead == moderated:
        return "retained"
    if lead is None or moderated is None:
        return "other"
    return "raised" if moderated > lead else "lowered"


def _looped(part: Cube, frame: Frame) -> tuple[LoopedCell, ...]:
    found: Counter[tuple[str, str | None, int | None, str | None, int | None, Settled | None]] = Counter()
    for row in part.counts:
        if row.part == "pair" and row.domain in frame.domains and row.looped:
            lead, second = frame.name(row, row.lead_grade), frame.name(row, row.second_grade)
            found[row.domain, lead, row.lead_grade, second, row.second_grade, _settled(row)] += row.number
    order = sorted(found, key=lambda key: (frame.domains.index(key[0]), key[2] or 0, key[4] or 0, key[5] or ""))
    return tuple(LoopedCell(*key, found[key]) for key in order)


def _settled(row: Count) -> Settled | None:
    if row.provisional:
        return None
    if row.grade == row.lead_grade:
        return "lead"
    return "second" if row.grade == row.second_grade else "another"


def _ranges(part: Cube, frame: Frame) -> tuple[Range, ...]:
    """Only what differs is open: an audit being settled may come to stand on either of its two grades."""
    low: Counter[str | None] = Counter()
    more: Counter[str | None] = Counter()
    for row in part.counts:
        if row.part == "grading" and row.domain == OVERALL and not row.provisional:
            low[frame.name(row, row.grade)] += row.number
        if row.part == "pair" and row.domain == OVERALL and row.provisional:
            for grade in {row.lead_grade, row.second_grade}:
                more[frame.name(row, grade)] += row.number
    return tuple(Range(grade, low[grade], low[grade] + more[grade]) for grade in frame.grades)


def _ended(part: Cube) -> tuple[Ended, ...]:
    found: Counter[tuple[str, str | None]] = Counter()
    for row in part.planned:
        if row.state in ("not_done", "withdrawn") and "plan" in part.known:
            found[row.state, row.reason] += row.number
    return tuple(Ended(state, reason, number) for (state, reason), number in sorted(found.items(), key=str))


def _feedback(part: Cube) -> tuple[Heard, ...]:
    found: Counter[tuple[str | None, str | None, str | None]] = Counter()
    for row in part.feedback:
        found[row.who, row.theme, row.outcome] += row.number
    return tuple(Heard(*key, number) for key, number in sorted(found.items(), key=str))


def _actions(part: Cube) -> tuple[ActionCount, ...]:
    found: dict[tuple[str | None, str | None], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in part.actions:
        counts = (row.number, row.closed * row.number, row.checked * row.number, row.overdue * row.number)
        found[row.theme, row.state] = [a + b for a, b in zip(found[row.theme, row.state], counts, strict=True)]
    return tuple(ActionCount(*key, *numbers) for key, numbers in sorted(found.items(), key=str))
