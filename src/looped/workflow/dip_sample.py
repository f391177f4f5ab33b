"""The deed of drawing which single audits of a round are moderated; the others are settled as they came in."""

import math
import secrets
from dataclasses import dataclass
from datetime import datetime

from looped.errors import UsageError
from looped.records.in_hand import AuditInHand
from looped.records.queries.people import viewer_of
from looped.records.queries.settings import settings_now
from looped.records.round import DipDraw, Round
from looped.sampling.draw import draw
from looped.workflow.deeds import Deed, deed
from looped.workflow.recording import move
from looped.workflow.refusals import NotThere, TooLate

STRATUM = "returned"


@dataclass(frozen=True)
class Drawn:
    """A draw, repeatable from its seed. share: percent.  frame: how many it was drawn from.  drawn: audits."""

    seed: str
    share: int
    frame: int
    drawn: tuple[str, ...]


def draw_dip_sample(
    *, by: str, round_: str, share: int | None = None, seed: str | None = None, now: datetime | None = None
) -> Drawn:
    """Draw a share of a round's single audits that are in and not drawn before; settle the others.

    share: percent; left out, as set. Of a share above 0 at least one is drawn.  seed: left out, a random one.
    Raises: NotThere; TooLate where none waits; UsageError for a share outside 0 to 100.
    """
    with deed("draw dip sample", by=by, chain="rounds", now=now) as doing:
        rows = _frame(doing, round_)
        percent = settings_now().dip_share if share is None else share
        if not 0 <= percent <= 100:
            raise UsageError("The share is between 0 and 100 percent.")
        told = seed or secrets.token_hex(16)
        number = math.ceil(len(rows) * percent / 100)
        found = draw(dict.fromkeys(rows, STRATUM), {STRATUM: number}, seed=told)
        drawn = tuple(audit for audit, _ in found.drawn)
        for audit, row in rows.items():
            _send(doing, row, audit in drawn)
        _keep(doing, round_, told, percent, found.frame_hash, sorted(rows), drawn)
        return Drawn(told, percent, len(rows), drawn)


def _frame(doing: Deed, round_: str) -> dict[str, AuditInHand]:
    viewer = viewer_of(doing.by, doing.moment)
    if not viewer.may("dip.draw") or not Round.objects.filter(round=round_).exists():
        raise NotThere
    waiting = AuditInHand.objects.select_for_update().filter(round=round_, looped=False, stage="returned")
    rows = {row.audit: row for row in waiting.order_by("audit")}
    if not rows:
        raise TooLate("No single audit of this round waits for a draw.")
    return rows


def _send(doing: Deed, row: AuditInHand, to_moderator: bool) -> None:
    row.why_moderated = "dip_sample" if to_moderator else None
    move(doing, row, "to_moderate" if to_moderator else "settled")


def _keep(
    doing: Deed, round_: str, seed: str, share: int, frame_hash: str, frame: list[str], drawn: tuple[str, ...]
) -> None:
    DipDraw.objects.create(
        round=round_,
        seed=seed,
        share=share,
        frame_hash=frame_hash,
        frame=" ".join(frame),
        drawn=" ".join(drawn),
        deed=doing.code,
        recorded_at=doing.moment,
    )
    doing.which = f"round:{round_}"
    doing.details = {"seed": seed, "share": share, "frame": len(frame), "drawn": list(drawn)}
