"""Notes on the pages of a copy of a PDF, each over the words that it speaks of."""

import json
from collections.abc import Iterable
from io import BytesIO
from typing import Any

COLOURS = {"wrong": "ffb3a7", "rounding": "ffe08a", "arguable": "bcd9f5"}
# What a document might do when it is opened; a copy of ours does nothing.
DEEDS = ("/OpenAction", "/AA")
NAMED_DEEDS = ("/JavaScript", "/EmbeddedFiles")
MARGIN = 12.0
# Points: words on one line differ less in height; further than any page.
NEAR, FAR = 3.0, 1e6
Box = tuple[float, float, float, float]


def mark(path: str, told: str) -> bytes:
    """The copy's content. told: the notes as JSON, each with quote, row, page and note. Run in a limited process."""
    import pdfplumber
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=path)
    _disarm(writer)
    notes = json.loads(told)
    with pdfplumber.open(path) as pdf:
        for number in sorted({_page(note, len(pdf.pages)) for note in notes}):
            page = pdf.pages[number]
            words = page.extract_words()
            for note in notes:
                if _page(note, len(pdf.pages)) == number:
                    writer.add_annotation(number, _note(page, words, note))
            page.close()
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def _disarm(writer: Any) -> None:
    root = writer.root_object
    for deed in DEEDS:
        root.pop(deed, None)
    names = root.get("/Names")
    for deed in NAMED_DEEDS if names is not None else ():
        names.get_object().pop(deed, None)


def _page(note: dict[str, Any], pages: int) -> int:
    return min(max(note["page"] or 1, 1), pages) - 1


def _note(page: Any, words: list[dict[str, Any]], note: dict[str, Any]) -> Any:
    """A highlight over the quoted words with the note in it; at the page's corner where they aren't found."""
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, TextStringObject

    boxes = _boxes(words, note) or [(MARGIN, MARGIN, 3 * MARGIN, 2 * MARGIN)]
    placed = [_upwards(page, box) for box in boxes]
    corners = [corner for left, low, right, top in placed for corner in (left, top, right, top, left, low, right, low)]
    made = Highlight(
        rect=_around(placed),
        quad_points=ArrayObject(FloatObject(round(corner, 2)) for corner in corners),
        highlight_color=COLOURS.get(note["verdict"], "ffe08a"),
        printing=True,
    )
    for key, text in (("/Contents", note["note"]), ("/T", "looped check")):
        made[_name(key)] = TextStringObject(text)
    return made


def _name(key: str) -> Any:
    from pypdf.generic import NameObject

    return NameObject(key)


def _boxes(words: list[dict[str, Any]], note: dict[str, Any]) -> list[Box]:
    """Where the quote stands, a box a line: of several places the one in its table, row and column."""
    found = _runs(words, note["quote"]) or _runs(words, note["row"]) or _runs(words, note["table"])
    if not found:
        return []
    tables, rows, columns = (_runs(words, note[part]) for part in ("table", "row", "column"))

    def distance(run: list[dict[str, Any]]) -> tuple[bool, float, float]:
        below = [run[0]["top"] - head[0]["top"] for head in tables if head[0]["top"] <= run[0]["top"]]
        beside = [abs(run[0]["top"] - head[0]["top"]) for head in rows]
        under = [abs(run[0]["x0"] - head[0]["x0"]) for head in columns]
        return min(beside, default=0.0) > NEAR, min(below, default=FAR if tables else 0.0), min(under, default=0.0)

    lines: dict[int, list[dict[str, Any]]] = {}
    for word in min(found, key=distance):
        lines.setdefault(round(word["top"]), []).append(word)
    return [_around([(w["x0"], w["top"], w["x1"], w["bottom"]) for w in line]) for line in lines.values()]


def _runs(words: list[dict[str, Any]], wanted: str | None) -> list[list[dict[str, Any]]]:
    """Each run of a page's words that says what is wanted, stray commas and stops aside."""
    plain = [_bare(word["text"]) for word in words]
    aim = [_bare(word) for word in (wanted or "").split()]
    size = len(aim)
    return (
        []
        if not aim
        else [words[at : at + size] for at in range(len(words) - size + 1) if plain[at : at + size] == aim]
    )


def _bare(word: str) -> str:
    return word.strip(".,;:“”\"'")


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _upwards(page: Any, box: Box) -> Box:
    """A box as PDF measures it: from the page's lower left corner."""
    left, top, right, bottom = box
    origin_x, origin_y = page.mediabox[0], page.mediabox[1]
    return left + origin_x, page.height - bottom + origin_y, right + origin_x, page.height - top + origin_y
