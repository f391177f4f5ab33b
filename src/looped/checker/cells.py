"""What one cell of a table states: a count, a share, both, or neither."""

import re
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.numbers import DIGITS, Percent, percent, whole
from looped.checker.patterns import pattern_of

SHARE = r"(\d+(?:\.\d+)?)"
BOTH = pattern_of(rf"^({DIGITS})\s*[(\[]\s*{SHARE}?\s*(%)?\s*[)\]]$")
OF = pattern_of(rf"^({DIGITS})\s*(?:of|out of|/)\s*({DIGITS})(?:(?:\s*[(\[,;=]\s*|\s+){SHARE}\s*%\s*[)\]]?)?$", re.I)
# "22.6% (7)", "22.6% (7/31)", "22.6%, 7 of 31".
TURNED = pattern_of(
    rf"^{SHARE}\s*%\s*[(\[,;]\s*(?:n\s*=\s*)?({DIGITS})(?:\s*(?:of|out of|/)\s*({DIGITS}))?\s*[)\]]?$", re.I
)
ALONE = pattern_of(rf"^{SHARE}\s*%$")
# As official statistics mark a figure that is withheld.
WITHHELD = pattern_of(r"^(?:\[?[cxk*]\]?|<\s*\d+|\.\.)$", re.I)


@dataclass(frozen=True)
class Value:
    """A cell's count and share, as far as it states them. base: stated in the cell itself ("7 of 31").

    no_figure: the brackets of a share are there and the figure is not: "0 (%)". withheld: a mark stands for a figure.
    """

    text: str
    count: int | None = None
    percent: Percent | None = None
    base: int | None = None
    no_figure: bool = False
    withheld: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing at all is written."""
        return not self.text


@lru_cache(maxsize=16384)
def value_of(text: str) -> Value:
    """What the words of a cell state.

    >>> value_of("7 (22.6%)").count, value_of("0 (%)").no_figure, value_of("22.6% (7)").count
    (7, True, 7)
    """
    if WITHHELD.match(text.strip()):
        return Value(text.strip(), withheld=True)
    plain = " ".join(text.replace("\u00a0", " ").split()).strip("*")
    if found := BOTH.match(plain):
        count, figure, sign = found.groups()
        if figure is None:
            return Value(plain, whole(count), no_figure=True)
        # Without its sign a whole number in brackets may be anything; with decimals it is a share.
        is_share = bool(sign) or "." in figure
        return Value(plain, whole(count), percent(figure) if is_share else None)
    if found := OF.match(plain):
        count, base, figure = found.groups()
        return Value(plain, whole(count), percent(figure) if figure else None, whole(base))
    if found := TURNED.match(plain):
        return Value(plain, whole(found[2]), percent(found[1]), whole(found[3]) if found[3] else None)
    if found := ALONE.match(plain):
        return Value(plain, None, percent(found[1]))
    return Value(plain, whole(plain) if re.fullmatch(DIGITS, plain) else None)
