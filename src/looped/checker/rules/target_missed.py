"""A distance from a target that no share of the report lies at, where one lies a slip of the pen from it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import Percent
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, worded
from looped.checker.rules.from_target import BY, NAME, TARGET

CODE = "target-missed"
MESSAGE = "How far a target was missed by is how far a share of the report is from it."
_TABLE = "Port\tBoats\tOn time %\nAyr\t40\t78.2\nOban\t35\t85.7\nAll\t75\t81.3\n\n"
GOOD = _TABLE + "The target of 95.0% was missed in both ports. All told we were 13.7 points short of it."
BAD = _TABLE + "The target of 95.0% was missed in both ports. All told we were 17.3 points short of it."

OF_IT = pattern_of(rf" ?(?:it\b|(?:the|our|its|that|this) (?:[\d.]+% |[a-z]+ )?{NAME}\b|{NAME}\b)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each distance from the one target of its paragraph."""
    for paragraph in context.paragraphs_with(BY):
        targets = {each["a"] or each["b"] for each in TARGET.finditer(paragraph.text)}
        if len(targets) == 1:
            yield from _judged(context, paragraph, Decimal(next(iter(targets))))


def _judged(context: Context, paragraph: Paragraph, target: Decimal) -> Iterator[Finding]:
    for found in BY.finditer(paragraph.text):
        told = found["size"] or found["size2"] or found["size3"]
        size = Decimal(told if told[0].isdigit() else worded(told))
        under = bool(found["under"] or found["under2"])
        every = context.once(_shares)
        if found["size"] and not OF_IT.match(paragraph.text, found.end()):
            continue  # "5.5 points below the year before"
        if any(_is_at(each, target, size) for each in every):
            continue
        near = _near(every, paragraph, target, size, under=under)
        if near is not None:
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            why = f"{near} is {abs(target - near)} points from {target}%"
            quote, expected = found.group(), f"{abs(target - near)} points"
            yield Finding(CODE, "wrong", paragraph.where, quote, quote, expected, why, slip, "likely")


Where = tuple[str, Percent]


def _shares(context: Context) -> tuple[Where, ...]:
    """Every share that the report tells, with its section."""
    prose = [
        (each.section, entry.share)
        for each in context.document.paragraphs
        for entry in passage(each.text).entries
        if entry.share
    ]
    for placed in context.sheets:
        sheet = placed.sheet
        for row in range(len(sheet.labels)):
            for column in range(len(sheet.heads)):
                if share := sheet.share_at(row, column):
                    prose.append((sheet.table.section, share))
    return tuple(prose)


def _is_at(each: Where, target: Decimal, size: Decimal) -> bool:
    """Whether a share lies so far from the target, on either side, rounding allowed."""
    step = Decimal(1).scaleb(min(-each[1].decimals, int(str(size.as_tuple().exponent))))
    loose = Decimal(1).scaleb(max(-each[1].decimals, int(str(size.as_tuple().exponent))))
    slack = loose / 2 if loose != step else Decimal(0)
    return abs(abs(target - each[1].value) - size) <= slack


def _near(
    every: Sequence[Where], paragraph: Paragraph, target: Decimal, size: Decimal, *, under: bool
) -> Decimal | None:
    """The share of the same section whose distance is a slip of what is told."""
    own = [share.value for section, share in every if section == paragraph.section and share.value != target]
    own = [value for value in own if (value < target) == under and is_slip(size, abs(target - value))]
    return own[0] if own else None
