"""Whose a row is: the lead's, the second's, or a moderation's; and the auditor's name."""

from typing import Any

from looped.returns.cells import UNREADABLE, text_of
from looped.returns.returns_sheet import ReturnsSheet
from looped.returns.words import said_no, said_yes, source_of


def find_source(reading: ReturnsSheet) -> None:
    """Where no heading names it, a column whose every word tells a source, lead and another, is taken for it.

    Numbers tell nothing here: "2" may be a number of children.
    """
    header = reading.header
    if reading.side or "source" in header.columns:
        return
    for index in range(len(header.headings)):
        cells = set(reading.sheet.columns[index][header.below :]) - {""}
        if index in header.columns.values() or not all(isinstance(cell, str) and _wordy(cell) for cell in cells):
            continue
        told = {source_of(cell) for cell in cells}
        if "lead" in told and told & {"second", "moderation"} and UNREADABLE not in told:
            header.columns["source"] = index
            place = reading.sheet.address(index, header.below - 1)
            heading = header.headings[index] or "without a heading"
            reading.of_sheet(
                f"the column {heading} ({place}) is taken to tell whose each row is: lead, second or moderation",
                "head it Role, or head another column so",
            )
            return


def sources(columns: dict[str, list[Any]], height: int) -> list[Any]:
    """The source of each row; where nothing tells, every row is a lead's.

    A column "2nd auditor" that holds only yes and no tells whose a row is; one that holds names doesn't.
    """
    if "source" in columns:
        return ["lead" if source is None else source for source in columns["source"]]
    flags = columns.get("second_auditor", [])
    if any(map(said_yes, flags)) and all(flag is None or said_yes(flag) or said_no(flag) for flag in flags):
        columns["second_auditor"] = [None] * height
        return ["second" if said_yes(flag) else "lead" for flag in flags]
    return ["lead"] * height


def auditors(columns: dict[str, list[Any]], height: int) -> list[str | None]:
    """The auditor of each row: in a second's row the one under "2nd auditor" where that is filled."""
    first = columns.get("auditor", [None] * height)
    if "second_auditor" not in columns:
        return first
    rows = zip(columns["source"], first, columns["second_auditor"], strict=True)
    return [second if source == "second" and isinstance(second, str) else auditor for source, auditor, second in rows]


def _wordy(cell: str) -> bool:
    return not any(map(str.isdigit, text_of(cell) or ""))
