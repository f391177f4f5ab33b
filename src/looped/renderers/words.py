"""Words as every format prints them: one spelling for all, without characters that a format can't carry."""

import re
from collections.abc import Iterator

from looped.reports.nodes import Figure, Part, Report, Text, text_of

# Control characters, lone surrogates and non-characters: XML forbids them, and no reader shows them.
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
GAPS = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")
LINE_ENDS = re.compile("\r\n|[\r\n\f\v\x85\u2028\u2029]")


def line(text: Text | Part) -> str:
    """The words of a run of text on one line: no control characters, one space for each gap.

    >>> line(("Two  ", "lines\\n here\\x00"))
    'Two lines here'
    """
    return GAPS.sub(" ", UNPRINTABLE.sub("", text_of(text))).strip(" ")


def lines(words: str) -> tuple[str, ...]:
    """Somebody's own words, a line each, empty lines left out.

    >>> lines("She listened.\\n\\nShe came back.")
    ('She listened.', 'She came back.')
    """
    return tuple(row for part in LINE_ENDS.split(words) if (row := line(part)))


def pieces(text: Text) -> Iterator[tuple[str, Figure | None]]:
    """Each part of a run of text as (words, its figure or None), together equal to `line(text)`."""
    cleaned = [(GAPS.sub(" ", UNPRINTABLE.sub("", text_of(part))), part) for part in text]
    # Empty parts and gaps at the end leave the part before them as the last, whose own gap goes too.
    while cleaned and not cleaned[-1][0].strip(" "):
        cleaned.pop()
    last = len(cleaned) - 1
    before = " "
    for index, (words, part) in enumerate(cleaned):
        words = words.removeprefix(" ") if before == " " else words
        words = words.rstrip(" ") if index == last else words
        if words:
            before = words[-1]
            yield words, part if isinstance(part, Figure) else None


def figures_of(text: Text) -> list[Figure]:
    """The numbers in a run of text, in their order."""
    return [part for part in text if isinstance(part, Figure)]


def stand_of(report: Report) -> str:
    """When the figures stood so, in words, as every format prints it."""
    return f"Figures as at {line(report.as_at_title)}"
