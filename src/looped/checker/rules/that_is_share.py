"""A share that a sentence of its own tells of the count right before it, and that is its share of no number told."""

import re
from collections.abc import Iterator

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import fits, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

CODE = "that-is-share"
MESSAGE = "What is told to be a share of all is the share of the count right before it in a number of the report."
_TEXT = "Of the fleet 936 boats came home.\n\nRepairs\n\nThe report deals with the 610 boats that were repaired. "
GOOD = _TEXT + "That is 65% of all that came home."
BAD = _TEXT + "That is 56% of all that came home."

SAID = pattern_of(
    r"^\W*(?:that|this) (?:is|was|makes) (?P<n>[\d.]+) ?(?:%|per ?cent) of (?:all|those|the)\b[^.;:,\d]*[.]?\s*$", re.I
)
LARGE = 20


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence behind one that tells one count."""
    for paragraph in context.document.paragraphs:
        if "%" in paragraph.text or " cent" in paragraph.text:
            yield from _of(context, paragraph, passage(paragraph.text))


def _of(context: Context, paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    for at in range(1, len(read.starts)):
        own, before = read.of_sentence(at), [e for e in read.of_sentence(at - 1) if not e.text.isalpha()]
        if len(own) != 1 or not own[0].share or len(before) != 1 or not SAID.match(read.sentence(at)):
            continue
        stated, count = own[0].share, before[0]
        if count.kind != "count" or count.base or count.share or count.count < LARGE:
            continue
        wholes = [n for n in context.told if n > count.count]
        if any(fits(count.count, n, stated) for n in wholes):
            continue
        near = [n for n in wholes if is_slip(stated.value, rounded(share(count.count, n), stated.decimals))]
        if near:
            exact = rounded(share(count.count, near[0]), stated.decimals)
            slip, text = f"{CODE}/{paragraph.line}/{own[0].start}", own[0].text
            why = f"{count.count} of {near[0]} is {exact}%"
            yield Finding(CODE, "wrong", paragraph.where, text, text, f"{exact}%", why, slip, "likely")
