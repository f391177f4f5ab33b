"""Editions as they were issued."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

from looped.records.edition import Edition, EditionTree


@dataclass(frozen=True)
class Issued:
    """An edition. as_at, issued_at: UTC without zone.  figures, tree: JSON text; tree None: erased by warrant."""

    number: int
    first: str
    last: str
    as_at: datetime
    figures: str
    tree: str | None
    checksum: str
    board: str | None
    for_date: date | None
    issued_at: datetime


def last_edition(first: str, last: str, up_to: datetime | None = None) -> Issued | None:
    """The latest edition of this period, if there is one. first, last: months, "2024-04".

    up_to: of those as at this moment (UTC without zone) or an earlier one; left out, of all.
    """
    rows = Edition.objects.filter(period_from=first, period_to=last)
    if up_to is not None:
        rows = rows.filter(as_at__lte=up_to.replace(tzinfo=UTC))
    row = rows.order_by("number").last()
    return _issued(row, _tree_of(row.number)) if row else None


def edition(number: int) -> Issued | None:
    """The edition of this number, if there is one."""
    row = Edition.objects.filter(number=number).first()
    return _issued(row, _tree_of(number)) if row else None


def editions() -> list[Issued]:
    """All editions, the first issued first."""
    trees = dict(EditionTree.objects.values_list("number", "tree"))
    return [_issued(row, trees.get(row.number)) for row in Edition.objects.order_by("number")]


def published_trees() -> tuple[str, ...]:
    """The tree, as JSON text, of each edition issued for publication, the first issued first."""
    trees = (each.tree for each in editions() if each.tree is not None)
    return tuple(tree for tree in trees if json.loads(tree).get("audience") == "public")


def checksum_of(number: int, first: str, last: str, as_at: datetime, figures: str, tree: str) -> str:
    """SHA-256 over what an edition says. as_at: UTC without zone."""
    said = [number, first, last, as_at.isoformat(timespec="microseconds"), figures, tree]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def is_whole(issued: Issued) -> bool | None:
    """Whether an edition says what it said when it was issued. None: its tree was erased by warrant."""
    if issued.tree is None:
        return None
    said = (issued.number, issued.first, issued.last, issued.as_at, issued.figures, issued.tree)
    return checksum_of(*said) == issued.checksum


def _tree_of(number: int) -> str | None:
    return EditionTree.objects.filter(number=number).values_list("tree", flat=True).first()


def _issued(row: Edition, tree: str | None) -> Issued:
    return Issued(
        number=row.number,
        first=row.period_from,
        last=row.period_to,
        as_at=_without_zone(row.as_at),
        figures=row.figures,
        tree=tree,
        checksum=row.checksum,
        board=row.board,
        for_date=row.for_date,
        issued_at=_without_zone(row.recorded_at),
    )


def _without_zone(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def last_edition_of_all() -> tuple[int, str, str] | None:
    """Number and period of the edition issued last, without reading it."""
    return Edition.objects.order_by("-number").values_list("number", "period_from", "period_to").first()
