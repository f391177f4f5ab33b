"""From marks placed in pixels to one Vega-Lite specification.

Labels of several lines, bars under their names and counts that leave a segment when it is too small are beyond
Vega-Lite's own axes and legends; so each drawing places its marks, and Altair writes them down.
"""

import json
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from looped.renderers.charts.style import LETTERS, Record
from looped.renderers.palette import INK

DESCRIBED = Path(__file__).parent / "described.json"
Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """A filled oblong. Corners in pixels from the top left."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    stroke: str = INK
    width: float = 0.7


@dataclass(frozen=True)
class Words:
    """One line of lettering; y is its middle."""

    x: float
    y: float
    text: str
    align: Align = "left"
    ink: str = INK
    bold: bool = False
    letters: float = LETTERS


@dataclass(frozen=True)
class Line:
    """A straight line; dash () is solid."""

    x: float
    y: float
    x2: float
    y2: float
    ink: str = INK
    width: float = 1
    dash: tuple[int, ...] = ()


@dataclass(frozen=True)
class Dot:
    """A filled circle; size is its diameter."""

    x: float
    y: float
    size: float
    fill: str = INK


Mark = Box | Words | Line | Dot
Kind = tuple[Any, ...]


def moved(marks: list[Mark], right: float, down: float) -> list[Mark]:
    """The same marks elsewhere."""
    return [_moved(mark, right, down) for mark in marks]


def _moved(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, Box | Line):
        return replace(mark, x=mark.x + right, x2=mark.x2 + right, y=mark.y + down, y2=mark.y2 + down)
    return replace(mark, x=mark.x + right, y=mark.y + down)


def specification(marks: list[Mark], width: float, height: float) -> Record:
    """The Vega-Lite specification of these marks: boxes, lines over them, then white grounds, dots and words."""
    alike: dict[Kind, list[Mark]] = {}
    for mark in marks:
        alike.setdefault(_alike(mark), []).append(mark)
    ordered = sorted(alike, key=lambda key: ORDER[key[0]])
    return {
        **_described()["frame"],
        "width": round(width),
        "height": round(height),
        "layer": [{**_layer(key), "data": {"name": f"marks{at}"}} for at, key in enumerate(ordered)],
        "datasets": {f"marks{at}": [asdict(mark) for mark in alike[key]] for at, key in enumerate(ordered)},
    }


ORDER = {"box": 0, "line": 1, "ground": 2, "dot": 3, "words": 4}


def _alike(mark: Mark) -> Kind:
    """Marks that one layer can draw: what Vega-Lite can't take from a record must be the same."""
    match mark:
        case Words():
            return ("words", mark.align, mark.bold, mark.letters)
        case Line():
            return ("line", mark.dash)
        case Box():
            return ("box",) if mark.width else ("ground",)
        case Dot():
            return ("dot",)


def _layer(kind: Kind) -> Record:
    """The layer that draws marks of a kind: Altair's description, with what this kind has of its own."""
    layer = _described()[kind[0]]
    match kind:
        case ("words", align, bold, letters):
            own = {"align": align, "fontWeight": "bold" if bold else "normal", "fontSize": letters}
        case ("line", dash):
            own = {"strokeDash": list(dash) or [1, 0]}
        case _:
            own = {}
    return {**layer, "mark": {**layer["mark"], **own}}


@cache
def _described() -> Record:
    """The layers as `described.py` has Altair describe them; kept, as importing Altair takes most of a second."""
    found: Record = json.loads(DESCRIBED.read_text(encoding="utf-8"))
    return found
