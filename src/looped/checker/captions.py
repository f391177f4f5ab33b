"""The numbers that headings and captions give as the base of what stands below them: "Views on the park (n = 98)"."""

import re

from looped.checker.context import Context
from looped.checker.numbers import Percent, fits
from looped.checker.patterns import pattern_of

BASE = pattern_of(r"\b(?:n ?=|base:?) ?(\d[\d,]*)", re.I)


def numbers_in_captions(context: Context) -> frozenset[int]:
    """Every such number of a document."""
    return context.once(_numbers)


def is_of_a_caption(context: Context, count: int, share: Percent) -> bool:
    """Whether a share is that of a count in a number that a heading or a caption gives."""
    return any(count <= whole and fits(count, whole, share) for whole in numbers_in_captions(context))


def _numbers(context: Context) -> frozenset[int]:
    texts = (each.text for each in context.paragraphs_with(BASE) if not each.text.rstrip().endswith("."))
    return frozenset(int(found.replace(",", "")) for text in texts for found in BASE.findall(text) if found.strip(","))
