"""Lines of a list, each with its figure, and the line that is their total; or the sentence that opens the list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.adding import step_of, value_of
from looped.checker.context import Context
from looped.checker.dividing import ONE_EACH
from looped.checker.document import Block, Paragraph, Where
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IN_ALL
from looped.checker.prose import Entry, passage
from looped.checker.quantities import printed

CODE = "bulleted"
MESSAGE = "The total line of a list is what its lines make."
GOOD = "- Accepted: 22\n- Declined: 9\n- Withdrawn: 4\n- Total: 35"
BAD = "- Accepted: 22\n- Declined: 9\n- Withdrawn: 4\n- Total: 37"

TOTAL = pattern_of(
    r"^[-*•–\s]*(?:(?:grand |overall |in )?total\b|altogether\b|in all\b|all (?:together|told)\b|sum\b)|"
    rf"\b(?:{IN_ALL})\W*$",
    re.I,
)
BULLET = pattern_of(r"^\s*(?:[-*•–]|\(?[a-z0-9]{1,3}[.)])\s+", re.I)
# "The 35 cases came to this:" before the list.
OPENS = pattern_of(r":\s*$")
SEVERAL = pattern_of(
    r"\b(?:more than one|one or more|up to [a-z]+|several|any that|all that apply|not add|include[sd]?|"
    r"including|overlap\w*|"
    r"main)\b",
    re.I,
)
DIVIDED = pattern_of(r"\b(?:made up|as follows|broken? down|comprising|consisting of|split)\b[^.;\d]*:\s*$", re.I)
# What sums up others, or is of another time or target.
OF_HUNDRED = pattern_of(r"\b(?:or better|or worse|overall|combined|all|any|either|target|(?:19|20)\d\d|last)\b", re.I)
# "Source of the 35 letters:", "The 35 letters by source:": each has one.
KINDS = (
    r"(?:source|type|kind|outcome|result|status|grade|rating|category|class|origin|destination|age(?: group| band)?|"
    r"sex|gender|size|place|location|site|route|method|mode|stage|level|priority|decision|tenure|length|ethnicity|"
    r"breakdown|distribution|split|composition|main reason|condition|severity)"
)
BY_KIND = pattern_of(
    rf"^\W*(?:the )?(?:[a-z-]+ )?{KINDS} (?:of|for|among|in) (?:(?:the|these|those|our|all) )*\d[^.;:]*:\s*$|"
    rf"\bby {KINDS}(?: of [a-z ]+)?:\s*$",
    re.I,
)
# "Boats were of these types:", "Boats by port:".
OF_KINDS = pattern_of(
    rf"\b(?:these|the following|two|three|four|five|six) (?:[a-z]+ )?(?:{KINDS}s|groups|kinds|sources|grades|outcomes)"
    r"\b[^.;]{0,30}:\s*$|\bby [a-z]+(?: [a-z]+)?:?\s*$",
    re.I,
)
COUNTED = pattern_of(
    r"\b(?:were|was) (?:then |thus |therefore )?(?:audited|seen|read|reviewed|inspected|visited|received|made|recorded|"
    r"logged|graded|rated|examined|sampled|tested|checked|counted|assessed|reported|included|analysed|analyzed|"
    r"surveyed|asked|found|looked at|held|issued|raised|selected|drawn|considered)\W*$|"
    r"\b(?:we|they) [a-z]+ed \S+ [a-z]+\W*$",
    re.I,
)
SAYS_SO = pattern_of(r"^\W*(?:in total|in all|altogether|all together|all told),? \S+ ", re.I)
LONGEST, FEWEST, FAR, ALL = 70, 3, 30, Decimal(100)
# "A total of 35 were logged, each under a single heading:": the lines are all of them.
EVERY = pattern_of(
    r"\b(?:each|every|all)\b[^.;:]{0,60}\b(?:one|a single|only one|just one)\b[^.;:]{0,30}:\s*$|\ba total of \S+ "
    r"[^.;:,]{2,80}:\s*$",
    re.I,
)


@dataclass(frozen=True)
class Line:
    """A line of a list with its one figure."""

    paragraph: Paragraph
    entry: Entry


def check(context: Context) -> Iterator[Finding]:
    """Each run of short lines with one figure each."""
    run: list[Line] = []
    opening: Paragraph | None = None
    last: Block | None = None
    for block in (*context.document.blocks, None):
        line = _line(block) if isinstance(block, Paragraph) else None
        if line and not run:
            opening = last if isinstance(last, Paragraph) else None
        if line:
            run.append(line)
        else:
            yield from _judged(run, opening)
            run = []
        last = block


def _line(paragraph: Paragraph) -> Line | None:
    """A line of a list: short, with one figure that isn't the bullet."""
    if len(paragraph.text) > LONGEST or paragraph.text.rstrip().endswith(":"):
        return None
    bullet = BULLET.match(paragraph.text)
    if not bullet and not TOTAL.search(paragraph.text):
        return None
    entries = [e for e in passage(paragraph.text).entries if e.start >= (bullet.end() if bullet else 0)]
    one = len(entries) == 1 and not entries[0].base and entries[0].kind in ("count", "money", "share")
    return Line(paragraph, entries[0]) if one else None


def _judged(run: Sequence[Line], opening: Paragraph | None) -> Iterator[Finding]:
    totals = [each for each in run if TOTAL.search(each.paragraph.text)]
    parts = [each for each in run if each not in totals]
    if len(totals) > 1 or len(parts) < FEWEST - 1 or (totals and totals[0] is not run[-1] and totals[0] is not run[0]):
        return
    kinds = {each.entry.kind for each in run}
    words = " ".join(each.paragraph.text for each in run) + (opening.text if opening else "")
    if len(kinds) != 1 or SEVERAL.search(words):
        return
    summed = sum((value_of(each.entry) for each in parts), Decimal(0))
    if totals and (BULLET.match(totals[0].paragraph.text) or _is_of_list(totals[0], parts, opening, summed)):
        yield _finding(totals[0].paragraph, totals[0].entry, parts, summed)
    elif totals:
        return
    elif opening and len(parts) >= FEWEST and kinds == {"share"} and ONE_EACH.search(opening.text):
        yield from _of_hundred(opening, parts)
    elif opening and OPENS.search(opening.text) and len(parts) >= FEWEST:
        yield from _opened(opening, parts, summed)


def _is_of_list(total: Line, parts: Sequence[Line], opening: Paragraph | None, summed: Decimal) -> bool:
    """ "In total 85 files were read" behind a list: not where that has only some of them, or all of something else."""
    words = total.paragraph.text
    if not SAYS_SO.match(words):
        return True  # "Total: 85"
    value = value_of(total.entry)
    if not COUNTED.search(words):
        return False  # "In all, 51 boats had a log"
    if value < max(value_of(each.entry) for each in parts) or abs(value - summed) * 2 > value:
        return False
    told = opening and (DIVIDED.search(opening.text) or BY_KIND.search(opening.text) or OF_KINDS.search(opening.text))
    return bool(told or (opening and summed > value))


def _of_hundred(opening: Paragraph, parts: Sequence[Line]) -> Iterator[Finding]:
    """ "Views of all owners, one answer each": the shares of the lines below are those of everybody."""
    if any(each.entry.kind != "share" for each in parts) or not ONE_EACH.search(opening.text):
        return
    if passage(opening.text).entries[1:] or OF_HUNDRED.search(" ".join(each.paragraph.text for each in parts)):
        return
    made = sum((value_of(each.entry) for each in parts), Decimal(0))
    slack = sum((step_of(each.entry) for each in parts), Decimal(0)) / 2
    if abs(made - ALL) <= FAR:
        verdict: Verdict = "ok" if abs(made - ALL) <= slack else "wrong"
        why = f"{' + '.join(each.entry.text for each in parts)} = {printed(made)}%"
        first = parts[0].paragraph
        slip = f"bulleted/{first.line}/hundred"
        yield Finding(CODE, verdict, first.where, first.text, f"{printed(made)}%", "100%", why, slip, "likely")


def _opened(opening: Paragraph, parts: Sequence[Line], summed: Decimal) -> Iterator[Finding]:
    """ "Of the 35 cases:" or "the 35 errors were:": a whole that is nearly made by its lines reads as all of them."""
    # "135 took part. This was found: one thing in 20 (15%), another in 76 (56%)": each of all, and no parts of it.
    if all(each.entry.share and each.entry.kind == "count" for each in parts) and not DIVIDED.search(opening.text):
        return
    told = [e for e in passage(opening.text).entries if e.kind == parts[0].entry.kind and not e.base and not e.share]
    divided = DIVIDED.search(opening.text) or BY_KIND.search(opening.text)
    if len(told) != 1 and not (divided and told):
        return
    whole, miss = told[-1], abs(value_of(told[-1]) - summed)
    every = EVERY.search(opening.text) and miss * FEWEST <= value_of(whole)
    if divided or every or miss <= max(Decimal(2), value_of(whole) / 10):
        yield _finding(opening, whole, parts, summed)


def _finding(paragraph: Paragraph, whole: Entry, parts: Sequence[Line], summed: Decimal) -> Finding:
    slack = sum((step_of(each.entry) for each in parts), step_of(whole)) / 2
    loose = slack if whole.kind == "share" or whole.step != 1 else Decimal(0)
    verdict: Verdict = "ok" if abs(summed - value_of(whole)) <= loose else "wrong"
    terms = " + ".join(each.entry.text for each in parts)
    why = f"{terms} = {printed(summed)}, printed as {whole.text}"
    where: Where = paragraph.where
    slip = f"bulleted/{paragraph.line}/{whole.start}"
    return Finding(CODE, verdict, where, whole.text, whole.text, printed(summed), why, slip, "likely")
