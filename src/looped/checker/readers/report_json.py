"""Our own report as `report.json` holds it."""

import json
from pathlib import Path
from typing import Any

from looped.checker.document import Document
from looped.checker.readers.building import Building
from looped.errors import UnreadableError


def read(path: Path) -> Document:
    """The document of a report.json. Raises: UnreadableError for anything else."""
    try:
        report = json.loads(path.read_bytes())
        building = Building(str(report["title"]))
        for section in report["sections"]:
            _block(building, section | {"kind": "section"})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(
            f"{path.name}: this is no report of ours. To mend it: name the report.json that `looped report` wrote."
        ) from error
    return building.document()


def _block(building: Building, block: dict[str, Any]) -> None:
    match block["kind"]:
        case "section":
            building.heading(block["title"])
            for inner in block["blocks"]:
                _block(building, inner)
        case "bullets":
            for item in block["items"]:
                building.paragraph(item["text"])
        case "table":
            building.table(block["rows"][max(block.get("header_rows", 1) - 1, 0) :], block["title"])
            building.paragraph(block.get("note", ""))
        case "quote":
            # Somebody else's words; their numbers are not the report's to judge.
            return
        case _:
            for key in ("text", "opened", "alt", "note"):
                building.paragraph(block.get(key, ""))
