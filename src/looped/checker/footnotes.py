"""Shares that a note at the foot gives another base: "49 (26.5%)*", and "* of the 185 whose data we have"."""

import re

from looped.checker.document import Document, Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import fits, percent
from looped.checker.patterns import pattern_of
from looped.checker.sheets.around import numbers_in

MARK = pattern_of(r"[)%]\s?(?P<mark>\*{1,3}|[†‡§¹²³]|\[[a-z1-9]\])(?![\w*])")
COUNT = pattern_of(r"(?<![\d.])(?P<n>\d[\d,]*)(?![\d.]*\s?%)")
SHARE = pattern_of(r"(?P<p>\d+(?:\.\d+)?)\s?%")


def noted(document: Document, finding: Finding) -> bool:
    """Whether a share that is found wrong is right of a number in the note that its mark leads to."""
    count, share = COUNT.search(finding.quote), SHARE.search(finding.quote)
    if finding.where.row is not None or not count or not share:
        return False
    paragraphs = document.paragraphs
    own = next((each for each in paragraphs if each.line == finding.where.line and finding.quote in each.text), None)
    mark = _mark(own, finding.quote) if own else ""
    notes = [each.text for each in paragraphs if mark and each.text.lstrip().startswith(mark)]
    number, printed = int(count["n"].replace(",", "")), percent(share["p"])
    return any(base >= number > 0 and fits(number, base, printed) for note in notes for base in numbers_in(note))


def _mark(paragraph: Paragraph, quote: str) -> str:
    """The mark that stands behind the quoted figures; nothing where there is none."""
    end = paragraph.text.find(quote) + len(quote)
    found = MARK.match(paragraph.text, end - 1) or re.match(r"()(?P<mark>\*{1,3}|[†‡§])", paragraph.text[end:])
    return found["mark"] if found else ""
