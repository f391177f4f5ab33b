"""The one palette of the product: grades from lowest to highest, and the inks of the page.

Luminance rises with every grade, so the order holds in grey and for every kind of colour vision; neighbours differ
in luminance by a third or more. The lowest grade is the darkest, because that is what a board must not overlook.
Colour never stands alone: segments carry counts, labels or both, in the scale's order.
"""

from dataclasses import dataclass

INK = "#14212b"
QUIET = "#4b5a66"
RULE = "#b6c0c8"
PAPER = "#ffffff"
WASH = "#f2f5f7"
ACCENT = "#1b4f6b"
CAUTION = "#8a5a00"
URGENT = "#8f2338"
NOT_GRADED = "#ffffff"

# One ramp for each number of grades a scale may have; lowest grade first.
RAMPS: dict[int, tuple[str, ...]] = {
    2: ("#7d1f3b", "#a9d6d6"),
    3: ("#7d1f3b", "#e08e3c", "#cfe8e2"),
    4: ("#6b1737", "#d9772b", "#86bcc4", "#d4ebe5"),
    5: ("#5a1433", "#b84a12", "#dd8a3d", "#9ccbce", "#dcf0ea"),
    6: ("#4a0f2e", "#8f2338", "#b84a12", "#e08e3c", "#a3d0d2", "#e0f2ed"),
    7: ("#3b0a25", "#751c38", "#a8430f", "#d56f1f", "#de9a4c", "#a8d6d6", "#ecf8f4"),
}


@dataclass(frozen=True)
class Swatch:
    """A grade's fill and the ink that reads on it."""

    fill: str
    ink: str


def swatch(position: int | None, grades: int) -> Swatch:
    """The colours of a grade. position: 1 is the lowest, None is not graded. grades: 2 to 7, those on the scale."""
    if position is None:
        return Swatch(NOT_GRADED, INK)
    fill = RAMPS[grades][position - 1]
    return Swatch(fill, max((INK, PAPER), key=lambda ink: contrast(fill, ink)))


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 black to 1 white. Source: WCAG 2.2, definition of relative luminance."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, definition of contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
