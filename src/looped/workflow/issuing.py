"""The deed of issuing an edition: what was made from a moment is stored, if nothing came in up to that moment since."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from looped.errors import LoopedError, UsageError
from looped.records.edition import Edition, EditionTree
from looped.records.queries.editions import Issued, checksum_of, edition
from looped.records.queries.extent import extent
from looped.workflow.deeds import deed, in_utc


def issue_edition(
    *,
    by: str,
    first: str,
    last: str,
    as_at: datetime,
    figures: str,
    tree: str,
    counted: Mapping[str, int],
    number: int | None = None,
    board: str | None = None,
    for_date: date | None = None,
    now: datetime | None = None,
) -> Issued:
    """Store an edition of the months `first` to `last`, as at a moment, and give it the next number.

    as_at: UTC without zone, or with one.  figures, tree: JSON text, made before and not here.
    counted: `extent(as_at)` as it was before the figures were counted.  number: as the report prints it; left out, the
    next.  board, for_date: whom it was for, and when.
    Raises: UsageError where `as_at` is still to come; LoopedError where rows came in up to `as_at` since, or an edition
    with this number.
    """
    with deed("issue edition", by=by, chain="editions", now=now, alone=True) as doing:
        moment = in_utc(as_at)
        if moment > doing.moment:
            raise UsageError("No edition can be issued as at a moment that is still to come. Give an earlier --as-at.")
        _require_unchanged(counted, extent(moment))
        number = _next_number(number)
        checksum = checksum_of(number, first, last, moment.astimezone(UTC).replace(tzinfo=None), figures, tree)
        Edition.objects.create(
            number=number,
            period_from=first,
            period_to=last,
            as_at=moment,
            figures=figures,
            checksum=checksum,
            board=board,
            for_date=for_date,
            issued_by=doing.who,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        EditionTree.objects.create(number=number, tree=tree, checksum=checksum, recorded_at=doing.moment)
        doing.which = f"edition:{number}"
        doing.details = {"from": first, "to": last, "as_at": moment.isoformat(), "checksum": checksum}
        issued = edition(number)
        assert issued
        return issued


def _next_number(printed: int | None) -> int:
    following = (Edition.objects.order_by("number").values_list("number", flat=True).last() or 0) + 1
    if printed not in (None, following):
        raise LoopedError(f"Edition {printed} was issued by somebody else meanwhile. Make this one again.")
    return following


def _require_unchanged(counted: Mapping[str, int], now: Mapping[str, int]) -> None:
    if dict(counted) != dict(now):
        raise LoopedError(
            "Something was recorded up to that moment while the report was made, so it isn't issued. Make it again."
        )
