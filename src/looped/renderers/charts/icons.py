"""The icons of NHS Making Data Count, drawn in the palette of this report: a ring, a path, a letter.

Their meaning never rests on colour. Of variation: common cause is a wave without a letter; H is high, L is low; the
path rises or falls. Of assurance: a wave with the target's line above it, below it or through it, and F, P or "?".
The words beside the chart say what each one means.
"""

from looped.renderers.charts.canvas import Dot, Mark, Words
from looped.renderers.palette import ACCENT, CAUTION, PAPER, QUIET

ICON = 46.0
BETWEEN = 8
Path = tuple[tuple[int, int], ...]
INKS = {"common": QUIET, "improvement": ACCENT, "concern": CAUTION, "neutral": QUIET}
# Of each icon of assurance: its ink, its letter, how far the wave lies above the middle, the height of the target.
ASSURANCES: dict[str, tuple[str, str, int, int]] = {
    "consistent_pass": (ACCENT, "P", 2, 35),
    "consistent_fail": (CAUTION, "F", -8, 15),
    "inconsistent": (QUIET, "?", -6, 29),
}
PATHS: dict[str, Path] = {
    "common": ((10, 27), (17, 19), (24, 26), (31, 19), (37, 25)),
    "high": ((10, 33), (17, 30), (24, 28), (31, 20), (37, 13)),
    "low": ((10, 13), (17, 16), (24, 18), (31, 26), (37, 33)),
}


def icon_marks(icon: str) -> list[Mark]:
    """The marks of one icon, 46 pixels across.

    icon: of variation ("common_cause", "improvement_high", "concern_low" ...) or of assurance ("consistent_pass",
    "consistent_fail", "inconsistent").
    """
    if icon in ASSURANCES:
        return _assurance(*ASSURANCES[icon])
    kind, _, side = icon.partition("_")
    path = PATHS[side if side in PATHS else "common"]
    marks = [*_ring(INKS[kind]), *_path(path, INKS[kind])]
    letter = {"high": ("H", 14, 15), "low": ("L", 14, 33)}.get(side)
    return [*marks, Words(letter[1], letter[2], letter[0], "center", INKS[kind], bold=True)] if letter else marks


def _ring(ink: str) -> list[Mark]:
    middle = ICON / 2
    return [Dot(middle, middle, ICON - 2, ink), Dot(middle, middle, ICON - 8, PAPER)]


def _path(path: Path, ink: str) -> list[Mark]:
    # Dots are painted over lines, so the path on the ring's ground is dotted.
    dotted: list[Mark] = [dot for a, b in zip(path, path[1:], strict=False) for dot in _dotted(a, b)]
    return dotted + [Dot(x, y, 5, ink if at >= len(path) - 2 else QUIET) for at, (x, y) in enumerate(path)]


def _assurance(ink: str, letter: str, up: int, target: int) -> list[Mark]:
    path = tuple((x, y - up) for x, y in PATHS["common"])
    line = [Dot(x, target, 2.4, ink) for x in range(9, 39, 2)]
    beside = {"P": (23, 11), "F": (23, 38), "?": (23, 13)}[letter]
    return [*_ring(ink), *_path(path, ink), *line, Words(*beside, letter, "center", ink, bold=True)]


def _dotted(start: tuple[int, int], end: tuple[int, int]) -> list[Dot]:
    parts = [at / BETWEEN for at in range(1, BETWEEN)]
    return [Dot(start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at, 1.6, QUIET) for at in parts]
