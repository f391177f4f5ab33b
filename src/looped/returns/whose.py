"""Whose a row is: the lead's, the second's, or a moderation's; and the auditor's name."""

from typing import Any

from looped.returns.words import said_no, said_yes


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
