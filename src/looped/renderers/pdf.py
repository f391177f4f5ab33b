"""The report as PDF by Typst, written to PDF/UA-1: tagged, with title, language, and alternative text for charts.

Words go in as values, never as markup. Letters are those that Typst carries, so the file is the same on every machine;
a sign that they lack is named in words.
"""

import json
import re
import unicodedata
from datetime import UTC
from pathlib import Path
from typing import Any

from looped.errors import LoopedError
from looped.renderers.charts import drawing
from looped.renderers.charts.style import WIDTHS
from looped.renderers.json_tree import shape
from looped.renderers.tree import number_columns, of_kind
from looped.renderers.words import line
from looped.reports.nodes import Chart, Report, Table

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
# A sign may hide another in the same words; a report in an unknown script needs a few rounds.
ROUNDS = 20
UNDRAWN = re.compile('the text `"(.+?)"` could not be displayed')
# Words longer than this may break anywhere, or they would leave the page.
LONG_WORD = 24
BREAK = "\u200b"
# Columns of cells no longer than this, dates among them, are as wide as they need.
SHORT = 18
JOINERS = "\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def render(report: Report) -> bytes:
    """The PDF. Raises: LoopedError when Typst refuses the report."""
    words = json.dumps(_shape(report), ensure_ascii=False, default=str)
    for _ in range(ROUNDS):
        made, undrawn = _compiled(words, report)
        if made is not None:
            return made
        for signs in undrawn:
            words = words.replace(signs, named_signs(signs))
    raise LoopedError("The PDF could not be drawn: it has letters of a script that no font here has. Use HTML or Word.")


def _compiled(words: str, report: Report) -> tuple[bytes | None, list[str]]:
    """The file, or the signs that no font has."""
    import typst

    moment = int(report.as_at.replace(tzinfo=UTC).timestamp())
    try:
        made = typst.compile(
            TEMPLATE.read_bytes(),
            ignore_system_fonts=True,
            sys_inputs={"report": words},
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=moment,
        )
    except typst.TypstError as error:
        undrawn = UNDRAWN.findall(error.diagnostic)
        if not undrawn:
            raise LoopedError(f"The PDF could not be drawn: {error.message}") from error
        return None, undrawn
    return bytes(made), []


def named_signs(signs: str) -> str:
    """Signs that can't be drawn, by their Unicode names in brackets; joiners and skin tones fall away.

    >>> named_signs("\\U0001F44D\\U0001F3FD")
    '[thumbs up sign]'
    """
    return "".join(f"[{unicodedata.name(sign, 'sign').lower()}]" for sign in signs if sign not in JOINERS)


def _shape(report: Report) -> dict[str, Any]:
    """The report's JSON with what paper needs beside: columns' widths, pictures, the language in parts."""
    paper: dict[str, Any] = breaking(shape(report))
    paper["lang"], _, paper["region"] = report.language.partition("-")
    # The contents stand before the second section, which then needs no page of its own.
    paper["after_contents"] = report.sections[1].code if len(report.sections) > 1 else ""
    found = [block for section in paper["sections"] for block in _flat(section)]
    for drawn, table in zip([b for b in found if b["kind"] == "table"], of_kind(report, Table), strict=True):
        drawn |= _columns(table) | {"figures": []}
    for drawn, chart in zip([b for b in found if b["kind"] == "chart"], of_kind(report, Chart), strict=True):
        picture = drawing(chart)
        drawn |= {"svg": picture.svg, "width": min(1.0, picture.width / WIDTHS["wide"]), "data": []}
    return paper


def _flat(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [block, *(part for inner in block.get("blocks", []) for part in _flat(inner))]


def _columns(table: Table) -> dict[str, Any]:
    """Which columns hold numbers, and each one's part of the width: 0 is as wide as it needs."""
    numbers = number_columns(table)
    longest = [
        max((len(line(row[at])) for row in table.rows if at < len(row)), default=0) for at in range(len(numbers))
    ]
    widths = [0 if long <= SHORT or number else long**0.5 for long, number in zip(longest, numbers, strict=True)]
    if not any(widths):
        widths[0] = 1
    return {"numbers": numbers, "columns": widths}


def breaking(shaped: Any) -> Any:
    """The same words all through; very long ones may break (zero-width spaces): see `_broken`."""
    match shaped:
        case str():
            return re.sub(rf"\S{{{LONG_WORD},}}", lambda found: _broken(found.group()), shaped)
        case list():
            return [breaking(each) for each in shaped]
        case dict():
            return {key: breaking(each) for key, each in shaped.items()}
    return shaped


def _broken(word: str) -> str:
    """Breaks after marks within the word; between any two letters only of a piece that is still too long.

    So the name of a file stays words for whoever searches the page or has it read aloud.
    """
    pieces = re.split(r"(?<=[-_./])(?=.)", word)
    return BREAK.join(BREAK.join(piece) if len(piece) >= LONG_WORD else piece for piece in pieces)
