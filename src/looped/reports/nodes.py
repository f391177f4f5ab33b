"""The closed set of parts that a report is made of. Renderers draw every one; nothing else is drawn.

A number is a part too: `Figure` carries value, unit, numerator, denominator and figure code, so that text
never holds a typed digit. `text_of` is the one place where a part becomes words.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

# Below this a p is printed as less than it.
SMALLEST_P = 0.001

Unit = Literal["count", "share", "reported", "points", "ratio", "p"]


@dataclass(frozen=True)
class Figure:
    """A number of the report, bound to where it comes from.

    value: the number, unrounded; a share is between 0 and 1; None where it isn't known.
    code: figure, domain, month and grade, as in `good_or_better/plans/2024-04`.
    numerator, denominator: the counts a share comes from.
    """

    value: float | int | None
    unit: Unit
    code: str
    numerator: int | None = None
    denominator: int | None = None


Part = str | Figure
Text = tuple[Part, ...]


@dataclass(frozen=True)
class Paragraph:
    """A run of text. style "lead" stands out, "small" is for notes under tables."""

    text: Text
    style: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True)
class Bullets:
    """A list; each item is a run of text."""

    items: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Note:
    """A remark set apart: how to read, what is missing, what isn't comparable.

    opened: the reason behind it: shown on demand on a page, printed small below it on paper.
    """

    title: str
    text: Text
    tone: Literal["information", "caution", "urgent"] = "information"
    opened: Text = ()


@dataclass(frozen=True)
class Quote:
    """Words that somebody gave leave to publish and somebody else checked. who: a role, never a name."""

    words: str
    who: str


@dataclass(frozen=True)
class Table:
    """Cells of text. rows[0:header_rows] are column headers; the first `header_columns` cells head their row.

    code names the table for cross-format comparison; note is printed under it (base, what's missing).
    total_rows are indexes of rows (header included) that are not parts of the whole (a total, a memo row).
    """

    code: str
    title: str
    rows: tuple[tuple[Text, ...], ...]
    header_rows: int = 1
    header_columns: int = 1
    note: Text = ()
    total_rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A picture of a table beside it. kind names a drawing in `renderers/charts.py`; data feeds it.

    data: records with the fields that the drawing names; options: axis titles, breaks, marks.
    alt: what a person who can't see it needs to know, figures included.
    """

    code: str
    title: str
    kind: str
    alt: Text
    data: tuple[dict[str, Any], ...]
    options: tuple[tuple[str, Any], ...] = ()
    note: Text = ()


@dataclass(frozen=True)
class Section:
    """A headed part; sections nest. code is its anchor. page_break: starts a page of its own on paper."""

    code: str
    title: str
    blocks: tuple["Block", ...]
    page_break: bool = False


Block = Paragraph | Bullets | Note | Quote | Table | Chart | Section
BLOCKS = (Paragraph, Bullets, Note, Quote, Table, Chart, Section)


@dataclass(frozen=True)
class Report:
    """The whole tree. period: first and last month, "2024-04"; as_at: the moment its figures stand at, UTC.

    audience: whom it is for; in an edition for publication small numbers are withheld.
    """

    title: str
    organisation: str
    period: tuple[str, str]
    period_title: str
    as_at: datetime
    as_at_title: str
    sections: tuple[Section, ...]
    status: str = "Draft"
    audience: Literal["board", "public"] = "board"
    language: str = "en-GB"


def text_of(text: Text | Part) -> str:
    """The words of a run of text or of one part, as every format prints them.

    >>> text_of(("Good in ", Figure(30 / 77, "share", "good", 30, 77), " of them"))
    'Good in 39.0% of them'
    """
    if isinstance(text, str):
        return text
    if isinstance(text, Figure):
        return figure_text(text)
    return "".join(text_of(part) for part in text)


def figure_text(figure: Figure) -> str:
    """One number as printed: counts whole, shares as percentages with one decimal, half rounded up.

    "reported" is a share taken over as printed elsewhere; points of a share are whole. A share with its counts is
    rounded from the exact fraction, so that the same fraction is always printed alike.

    >>> figure_text(Figure(1 / 16, "share", "good", 1, 16))
    '6.3%'
    """
    if figure.value is None:
        return "not known"
    match figure.unit:
        case "count":
            return f"{figure.value:,.0f}"
        case "share":
            return f"{_tenths(figure, 100)}%"
        case "reported":
            # As an earlier report printed it: no decimal is added that it didn't have.
            return f"{_rounded(Decimal(str(figure.value)) * 100, '0.1').normalize():f}%"
        case "points":
            return f"{_rounded(Decimal(str(figure.value)) * 100, '1')}"
        case "ratio":
            return f"{_rounded(Decimal(str(figure.value)), '0.01')}"
        case "p":
            return (
                "less than 0.001" if figure.value < SMALLEST_P else f"{_rounded(Decimal(str(figure.value)), '0.001')}"
            )


def _tenths(figure: Figure, times: int) -> Decimal:
    if figure.numerator is not None and figure.denominator:
        return _rounded(Decimal(figure.numerator * times) / Decimal(figure.denominator), "0.1")
    return _rounded(Decimal(str(figure.value)) * times, "0.1")


def _rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), rounding=ROUND_HALF_UP)
