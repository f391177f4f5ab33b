"""What all drawings share: sizes, letters, hatching, the order of grades and their colours."""

import re
from typing import Any

from looped.renderers.palette import INK, QUIET, RULE, swatch

# Widths of the whole picture in CSS pixels: a wide one fits A4's text block and a page, a narrow one a telephone.
WIDTHS = {"wide": 680, "narrow": 340}
LETTERS = {"wide": 13, "narrow": 13}
FONT = "Liberation Sans, Arial, sans-serif"
HATCH = "url(#hatch)"
SHADE = "url(#shade)"
PATTERNS = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="#ffffff"/><rect width="1.5" height="6" fill="{RULE}"/></pattern>'
    '<pattern id="shade" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect width="2.5" height="7" fill="#ffffff" fill-opacity="0.75"/></pattern></defs>'
)


def configured(chart: Any, size: str) -> dict[str, Any]:
    """The specification as a dict, with the letters and lines that every drawing has."""
    letters = LETTERS[size]
    words = {
        "labelFont": FONT,
        "labelFontSize": letters,
        "labelColor": INK,
        "titleFont": FONT,
        "titleFontSize": letters,
    }
    return dict(
        chart.configure(font=FONT, aria=False, background="transparent", padding=2)
        .configure_view(stroke=None)
        .configure_axis(
            **words,
            titleColor=QUIET,
            titleFontWeight="normal",
            labelLimit=400,
            gridColor=RULE,
            domainColor=RULE,
            ticks=False,
        )
        .configure_legend(
            **words, symbolType="square", symbolSize=180, symbolStrokeWidth=1, titleColor=QUIET, labelLimit=300
        )
        .configure_text(font=FONT, fontSize=letters)
        .configure_header(**words, titleColor=QUIET)
        .to_dict()
    )


def finished(svg: str) -> str:
    """The SVG with its hatchings defined, and without what only a browser with scripts would use."""
    opening, rest = svg.split(">", 1)
    opening = opening.replace(' class="marks"', "").replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
    rest = re.sub(' (class|aria-[a-z]+|role)="[^"]*"', "", rest)
    return f"{opening}>{PATTERNS}{rest}"


def scale_of(records: list[dict[str, Any]], options: dict[str, Any]) -> list[tuple[str, int | None]]:
    """The grades drawn, highest first and "not graded" last, as (name, position).

    Taken from the option `grades`, names from the lowest to the highest, if it is given; else from the records.
    """
    found = {record["grade"]: record["position"] for record in records}
    found |= {name: at for at, name in enumerate(options.get("grades", ()), 1)}
    return sorted(found.items(), key=lambda pair: (pair[1] is None, -(pair[1] or 0)))


def fills(grades: list[tuple[str, int | None]]) -> dict[str, list[str]]:
    """Domain and range of the colour scale for these grades; "not graded" is hatched."""
    many = max(2, *(position or 0 for _, position in grades))
    return {
        "domain": [name for name, _ in grades],
        "range": [HATCH if position is None else swatch(position, many).fill for _, position in grades],
    }


def label_ink(position: int | None, grades: list[tuple[str, int | None]]) -> str:
    """The ink of a label on a grade's fill."""
    return swatch(position, max(2, *(at or 0 for _, at in grades))).ink
