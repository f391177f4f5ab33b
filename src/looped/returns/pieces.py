"""What was read of a workbook in pieces: first all but its returns, then the returns, an audit always whole."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from looped.returns.cleaned import Cleaned
from looped.returns.taken import Taken, picked

# So many rows of returns take some 40 MiB as Python's objects.
ROWS = 20_000


def parted(cleaned: Cleaned, rows: int = ROWS) -> Iterator[Cleaned]:
    """The parts of what was read. rows: of returns in a part, or as few more as make its last audit whole.

    The first holds everything else, and of the returns those that the further sheets lean on: of audits named there,
    and the earliest and the latest recorded. The others hold returns alone.
    """
    yield replace(cleaned, taken=_rows_of(cleaned.taken, _leant_on(cleaned)))
    for part in _parts(cleaned.taken, rows):
        yield Cleaned(cleaned.document, cleaned.checksum, _rows_of(cleaned.taken, part))


def _leant_on(cleaned: Cleaned) -> list[int]:
    named = {row.get("audit") for row in chain.from_iterable(cleaned.further.values())}
    recorded = cleaned.taken.values["recorded_at"]
    wanted = {index for index, audit in enumerate(cleaned.taken.values["audit"]) if audit in named}
    if recorded:
        wanted |= {recorded.index(min(recorded)), recorded.index(max(recorded))}
    return sorted(wanted)


def _parts(taken: Taken, rows: int) -> Iterator[list[int]]:
    """Rows by number, audit by audit in the order in which they first come; those of one audit as in the file."""
    audits = taken.values["audit"]
    first: dict[str, int] = {}
    place = [first.setdefault(audit, index) for index, audit in enumerate(audits)]
    order = sorted(range(len(audits)), key=place.__getitem__)
    start = 0
    while start < len(order):
        end = min(start + rows, len(order))
        while end < len(order) and place[order[end]] == place[order[end - 1]]:
            end += 1
        yield order[start:end]
        start = end


def _rows_of(taken: Taken, rows: list[int]) -> Taken:
    return Taken(
        {name: picked(column, rows) for name, column in taken.values.items()},
        {code: picked(column, rows) for code, column in taken.grades.items()},
    )
