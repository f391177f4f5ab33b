"""How the programme goes, for those who run or oversee it: counted from what of each audit they may see."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from looped.loop.stages import ENDED
from looped.loop.visibility import Viewer
from looped.records.in_hand import AuditInHand
from looped.records.queries.audit_rows import Seen, round_row, rounds_of, visible
from looped.records.queries.first_page import meetings_of
from looped.records.queries.shown import RoundRow
from looped.records.round import DipDraw, Round


@dataclass(frozen=True)
class RoundGoing:
    """A round and how many of its audits are how far. overdue: past their due date and not all in."""

    round: RoundRow
    audits: int
    stages: dict[str, int]
    overdue: int

    @property
    def done(self) -> int:
        """Settled, or ended otherwise."""
        return sum(self.stages.get(stage, 0) for stage in ("settled", *ENDED))


@dataclass(frozen=True)
class ToDo:
    """What waits for whoever steers. Identifiers of rounds with how many of their audits, the first due first."""

    unnamed: dict[str, int]
    overdue: dict[str, int]
    no_meeting: dict[str, int]
    to_draw: dict[str, int]
    to_moderate: dict[str, int]


@dataclass(frozen=True)
class DrawRow:
    """One draw of the dip sample. drawn: audits, by identifier."""

    seed: str
    share: int
    frame: int
    drawn: tuple[str, ...]


def rounds_going(viewer: Viewer, today: date, last: int | None = None) -> tuple[RoundGoing, ...]:
    """Rounds, the latest month first, as they go; none for whoever sees no boards. last: only so many."""
    if not viewer.may_anywhere("board.see"):
        return ()
    rows = [round_row(row) for row in Round.objects.order_by("-month", "-id")[:last]]
    audits = AuditInHand.objects.filter(round__in=[row.round for row in rows]) if last else AuditInHand.objects.all()
    by_round: dict[str, list[Seen]] = {row.round: [] for row in rows}
    for each in visible(viewer, audits):
        by_round[each.row.round].append(each)
    return tuple(_going(row, by_round[row.round], today) for row in rows)


def to_do(viewer: Viewer, today: date) -> ToDo | None:
    """What waits for the viewer as one who steers, or None. Of audits they read themselves it tells nothing."""
    if not viewer.may_anywhere("return.steer"):
        return None
    open_ = AuditInHand.objects.exclude(stage__in=("settled", *ENDED))
    seen = [each for each in visible(viewer, open_) if each.sight.steers]
    due = {name: row.due for name, row in rounds_of({each.row.round for each in seen}).items()}
    met = meetings_of(seen)
    draws = viewer.may("dip.draw")
    return ToDo(
        unnamed=_counted(due, (each for each in seen if each.row.stage == "to_name")),
        overdue=_counted(
            due, (each for each in seen if each.row.stage == "with_auditors" and due[each.row.round] < today)
        ),
        no_meeting=_counted(due, (each for each in seen if each.row.stage == "meeting" and each.row.audit not in met)),
        to_draw=_counted(due, (each for each in seen if each.row.stage == "returned" and draws)),
        to_moderate=_counted(due, (each for each in seen if each.row.stage == "to_moderate")),
    )


def dip_draws(viewer: Viewer, round_: str) -> tuple[DrawRow, ...]:
    """The draws of a round, the first first. None for whoever can't draw."""
    if not viewer.may("dip.draw"):
        return ()
    rows = DipDraw.objects.filter(round=round_).order_by("id")
    return tuple(DrawRow(row.seed, row.share, len(row.frame.split()), tuple(row.drawn.split())) for row in rows)


def _going(row: RoundRow, seen: list[Seen], today: date) -> RoundGoing:
    stages = Counter(each.row.stage for each in seen)
    late = stages["with_auditors"] + stages["to_name"] if row.due < today else 0
    return RoundGoing(row, len(seen), dict(stages), late)


def _counted(due: dict[str, date], found: Iterable[Seen]) -> dict[str, int]:
    counts = Counter(each.row.round for each in found)
    return {name: counts[name] for name in sorted(counts, key=lambda name: (due[name], name))}
