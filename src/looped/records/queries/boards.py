"""Rounds, and the board of a round: every audit that is there for the viewer, and how far it is."""

from dataclasses import dataclass

from looped.loop.visibility import Viewer
from looped.records.in_hand import AuditInHand
from looped.records.queries.audit_rows import round_row, rows_of, visible
from looped.records.queries.linking import Linking, linking
from looped.records.queries.shown import AuditRow, RoundRow
from looped.records.round import Round


@dataclass(frozen=True)
class Board:
    """A round and its audits. linking: whether its looped audits link its auditors; None where none is looped."""

    round: RoundRow
    audits: tuple[AuditRow, ...]
    linking: Linking | None = None


def rounds(viewer: Viewer) -> tuple[RoundRow, ...]:
    """Every round, the latest month first; none for whoever sees no boards."""
    if not viewer.may_anywhere("board.see"):
        return ()
    return tuple(round_row(row) for row in Round.objects.order_by("-month", "id"))


def board(viewer: Viewer, round_: str) -> Board | None:
    """The board of a round, or None for whoever sees no boards, as where there is no such round."""
    if not viewer.may_anywhere("board.see"):
        return None
    row = Round.objects.filter(round=round_).first()
    if row is None:
        return None
    seen = visible(viewer, AuditInHand.objects.filter(round=round_))
    makes = viewer.may_anywhere("rounds.make")
    return Board(round_row(row), rows_of(viewer, seen), linking(seen) if makes else None)
