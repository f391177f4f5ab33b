"""Numbers as people write them: digits, words, fractions, percentages with the decimals that were printed."""

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SMALL = {word: value for value, word in enumerate(UNITS)} | {"none": 0, "nil": 0}
NTH = ("first", "second", "third", "fourth", "fifth", "sixth")
FRACTIONS = {
    "half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "a fifth": Fraction(1, 5),
    "one fifth": Fraction(1, 5),
    "two fifths": Fraction(2, 5),
    "three fifths": Fraction(3, 5),
    "four fifths": Fraction(4, 5),
}
_WORD = "|".join([*SMALL, *TENS])
# By these letters a number in words begins: where none of them stands, not each word in turn is tried.
BEGINS = "efnostz"
WORDS = rf"(?:(?=[{BEGINS}])(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])}))?|(?:{_WORD})))"
DIGITS = r"\d{1,3}(?:,\d{3})+|\d+"
NUMERAL = rf"(?:{DIGITS}|{WORDS})"


@dataclass(frozen=True)
class Percent:
    """A printed percentage: its value and how many decimals were printed."""

    value: Decimal
    decimals: int

    def __str__(self) -> str:
        return f"{self.value}%"

    @cached_property
    def steps(self) -> int:
        """The value counted in its last printed decimal: 22.6 is 226."""
        return int(self.value.scaleb(self.decimals))


@lru_cache(maxsize=16384)
def whole(text: str) -> int | None:
    """A count in digits or words; None where the text is neither.

    >>> whole("1,204"), whole("Seventy-seven"), whole("seven"), whole("7.5")
    (1204, 77, 7, None)
    """
    plain = text.strip().lower().replace("\u00a0", " ")
    if re.fullmatch(DIGITS, plain):
        return int(plain.replace(",", ""))
    parts = re.split(r"[- ]", plain)
    if len(parts) == 2 and parts[0] in TENS and parts[1] in SMALL:
        return TENS[parts[0]] + SMALL[parts[1]]
    return SMALL.get(plain, TENS.get(plain))


def digits(text: str) -> Decimal:
    """The number in a figure printed with its unit, its sign left out.

    >>> digits("£1,204.50"), digits("12 per cent")
    (Decimal('1204.50'), Decimal('12'))
    """
    return Decimal(re.sub(r"[^\d.]", "", text).rstrip("."))


def percent(text: str) -> Percent:
    """A percentage in digits, with the decimals that it was printed with.

    >>> percent("43.80")
    Percent(value=Decimal('43.80'), decimals=2)
    """
    return Percent(Decimal(text), len(text.partition(".")[2]))


def share(count: int, base: int) -> Decimal:
    """Count of base in percent, exact to 12 decimals."""
    return Decimal(count) * 100 / Decimal(base)


def fits(count: int, base: int, printed: Percent) -> bool:
    """Whether the printed percentage is count of base, rounded at its decimals; an exact half either way."""
    # In whole numbers, since it is asked very often: twice the distance in steps is at most one step.
    scale: int = 10**printed.decimals
    return abs(200 * count * scale - 2 * printed.steps * base) <= base


def fitting_bases(count: int, printed: Percent) -> tuple[int, int]:
    """Least and greatest base that a count and its printed percentage fit; (1, 0) where none does.

    >>> fitting_bases(7, percent("22.6"))
    (31, 31)
    """
    scale = int(10**printed.decimals)
    whole, steps = 200 * count * scale, printed.steps
    if steps <= 0:
        return 1, 0
    return -(-whole // (2 * steps + 1)), whole // (2 * steps - 1)


def truncated(count: int, base: int, printed: Percent) -> bool:
    """Whether the printed percentage is count of base cut off instead of rounded."""
    step = Decimal(1).scaleb(-printed.decimals)
    return share(count, base).quantize(step, rounding=ROUND_DOWN) == printed.value


def near(count: int, base: int, printed: Percent) -> bool:
    """Whether it is out by no more than one step of its last decimal: rounded or added up loosely."""
    step = Decimal(1).scaleb(-printed.decimals)
    return abs(share(count, base) - printed.value) <= step


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Half rounded up, at so many decimals."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def slips(one: int, other: int) -> bool:
    """Whether two numbers are one slip of a key apart: one digit, or two that changed places.

    >>> slips(598, 589), slips(67, 77), slips(1204, 204), slips(67, 78)
    (True, True, False, False)
    """
    first, second = str(one), str(other)
    if len(first) != len(second) or one == other:
        return False
    apart = [at for at in range(len(first)) if first[at] != second[at]]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and first[apart[0]] == second[apart[1]]
    return len(apart) == 1 or (swapped and first[apart[1]] == second[apart[0]])
