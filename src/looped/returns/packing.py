"""What was read of a workbook as bytes, for the way from the child process: JSON and numbers, nothing that is run.

A column is sent as its different values and, for each row, the number of its value.
"""

import json
from array import array
from datetime import date, datetime
from typing import Any

from looped.returns.cells import text_of
from looped.returns.cleaned import Cleaned
from looped.returns.model import Problem, RefusedRow
from looped.returns.taken import Taken

HEAD = 8
NUMBERS = "I"


def pack(cleaned: Cleaned) -> bytes:
    """Bytes of what was read."""
    numbers = array(NUMBERS)
    plain = {
        "values": {name: _sent(column, numbers) for name, column in cleaned.taken.values.items()},
        "grades": {code: _sent(column, numbers) for code, column in cleaned.taken.grades.items()},
        "problems": [(each.sheet, each.cell, each.row, each.level, each.what, each.mend) for each in cleaned.problems],
        "refused": [(row.sheet, row.row, row.headings, row.cells) for row in cleaned.refused],
        "known": sorted(cleaned.known),
    }
    for name in ("document", "checksum", "skipped", "sheets_of_returns", "further", "places", "headings", "numbers"):
        plain[name] = getattr(cleaned, name)
    text = json.dumps(plain, default=_plain).encode()
    return len(text).to_bytes(HEAD, "little") + text + numbers.tobytes()


def unpack(packed: bytes) -> Cleaned:
    """What was read, from its bytes."""
    end = HEAD + int.from_bytes(packed[:HEAD], "little")
    plain = json.loads(packed[HEAD:end], object_hook=_restored)
    numbers = array(NUMBERS)
    numbers.frombytes(packed[end:])
    values = {name: _received(column, numbers) for name, column in plain.pop("values").items()}
    grades = {code: _received(column, numbers) for code, column in plain.pop("grades").items()}
    return Cleaned(
        taken=Taken(values, grades),
        problems=[Problem(*facts) for facts in plain.pop("problems")],
        refused=[
            RefusedRow(sheet, row, tuple(headings), tuple(cells))
            for sheet, row, headings, cells in plain.pop("refused")
        ],
        known=set(plain.pop("known")),
        **plain,
    )


def _sent(column: list[Any], numbers: "array[int]") -> dict[str, Any]:
    """Where most values differ, the values themselves; else the different ones, and where their numbers begin."""
    different = {value: number for number, value in enumerate(dict.fromkeys(column))}
    if len(different) * 2 > len(column):
        return {"all": column}
    start = len(numbers)
    numbers.extend(map(different.__getitem__, column))
    return {"different": list(different), "start": start, "rows": len(column)}


def _received(column: dict[str, Any], numbers: "array[int]") -> list[Any]:
    if "all" in column:
        return list(column["all"])
    start, rows = column["start"], column["rows"]
    return list(map(column["different"].__getitem__, numbers[start : start + rows]))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$moment": value.isoformat()}
    return {"$date": value.isoformat()} if isinstance(value, date) else text_of(value)


def _restored(found: dict[str, Any]) -> Any:
    if "$moment" in found:
        return datetime.fromisoformat(found["$moment"])
    return date.fromisoformat(found["$date"]) if "$date" in found else found
