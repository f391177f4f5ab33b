"""The variation icons of NHS Making Data Count, drawn in the palette of this report: a ring, a path, a letter.

Their meaning never rests on colour: common cause is a wave without a letter; H is high, L is low; the path rises or
falls, and the words beside the chart say which kind it is.
"""

from looped.renderers.charts.canvas import Dot, Mark, Words
from looped.renderers.palette import ACCENT, CAUTION, PAPER, QUIET

ICON = 46.0
BETWEEN = 8
INKS = {"common": QUIET, "improvement": ACCENT, "concern": CAUTION, "neutral": QUIET}
PATHS = {
    "common": ((10, 27), (17, 19), (24, 26), (31, 19), (37, 25)),
    "high": ((10, 33), (17, 30), (24, 28), (31, 20), (37, 13)),
    "low": ((10, 13), (17, 16), (24, 18), (31, 26), (37, 33)),
}


def icon_marks(icon: str) -> list[Mark]:
    """The marks of one icon, 46 pixels across. icon: "common_cause", "improvement_high", "concern_low" ..."""
    kind, _, side = icon.partition("_")
    ink = INKS[kind]
    path = PATHS[side if side in PATHS else "common"]
    middle = ICON / 2
    marks: list[Mark] = [Dot(middle, middle, ICON - 2, ink), Dot(middle, middle, ICON - 8, PAPER)]
    # Dots are painted over lines, so the path on the ring's ground is dotted.
    marks += [dot for a, b in zip(path, path[1:], strict=False) for dot in _dotted(a, b)]
    marks += [Dot(x, y, 5, ink if at >= len(path) - 2 else QUIET) for at, (x, y) in enumerate(path)]
    letter = {"high": ("H", 14, 15), "low": ("L", 14, 33)}.get(side)
    return [*marks, Words(letter[1], letter[2], letter[0], "center", ink, bold=True)] if letter else marks


def _dotted(start: tuple[int, int], end: tuple[int, int]) -> list[Mark]:
    parts = [at / BETWEEN for at in range(1, BETWEEN)]
    return [Dot(start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at, 1.6, QUIET) for at in parts]
