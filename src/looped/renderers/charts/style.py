"""What all drawings share: sizes, letters, hatching, the order of grades and their colours."""

import re
from typing import Any, Literal

from looped.renderers.palette import RULE, Swatch, swatch

Size = Literal["wide", "narrow"]
Record = dict[str, Any]
Grades = list[tuple[str, int | None]]

# Widths of the whole picture in CSS pixels: a wide one fits A4's text block and a page, a narrow one a telephone.
WIDTHS: dict[Size, int] = {"wide": 680, "narrow": 340}
# vl-convert carries these letters; Arial and its kin have the same widths, so labels fit in every reader.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
LETTERS = 13
LINE = 16
HATCH = "url(#hatch)"
SHADE = "url(#shade)"
PATTERNS = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="#ffffff"/><rect width="1.5" height="6" fill="{RULE}"/></pattern>'
    '<pattern id="shade" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect width="3" height="7" fill="#ffffff" fill-opacity="0.8"/></pattern></defs>'
)
# Widths of letters in Arial, in parts of the letters' size; enough to know whether a word fits.
NARROW, SLIM, BROAD = "iljtfrI.,:;'’()[]|! -–/", "", "mwMW%@"


def finished(svg: str) -> str:
    """The SVG with its hatchings defined, and without what only a browser with scripts would use."""
    opening, rest = svg.split(">", 1)
    opening = opening.replace(' class="marks"', "").replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    rest = re.sub('(<[^>]*?)( (?:class|aria-[a-z]+|role|aria-roledescription)="[^"]*")+', r"\1", rest)
    return f"{opening}>{PATTERNS}{rest}"


def scale_of(records: list[Record], options: Record) -> Grades:
    """The grades drawn, highest first and "not graded" last, as (name, position).

    Taken from the records, and from the option `grades`, names from the lowest to the highest, if it is given.
    """
    found = {record["grade"]: record["position"] for record in records}
    found |= {name: at for at, name in enumerate(options.get("grades", ()), 1)}
    return sorted(found.items(), key=lambda pair: (pair[1] is None, -(pair[1] or 0)))


def colours(position: int | None, grades: Grades) -> Swatch:
    """Fill and ink of a grade on this scale; "not graded" is hatched."""
    many = max(2, *(at or 0 for _, at in grades))
    found = swatch(position, many)
    return Swatch(HATCH, found.ink) if position is None else found


def breadth(words: str, letters: float = LETTERS) -> float:
    """How wide these words are set, in pixels, near enough to lay them out."""
    return letters * sum(_of_letter(letter) for letter in words)


def _of_letter(letter: str) -> float:
    if letter in NARROW:
        return 0.31
    if letter in BROAD:
        return 0.87
    return 0.69 if letter.isupper() else 0.56


def wrapped(words: str, most: float, letters: float = LETTERS) -> list[str]:
    """Words broken into lines of at most so many pixels; a word that is too long has a line to itself."""
    rows = [""]
    for word in words.split(" "):
        longer = f"{rows[-1]} {word}".strip()
        if breadth(longer, letters) <= most or not rows[-1]:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows
