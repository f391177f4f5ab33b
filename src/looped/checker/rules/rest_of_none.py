"""A count said to be the rest, or of what was not done, where no two numbers of the report leave so many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.known import numbers_elsewhere
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "rest-of-none"
MESSAGE = "A count of what is left or was not done is what two numbers of the report leave."
TABLE = "Site\tDue\tMade\nLeith\t64\t51\nAyr\t70\t60\nOban\t52\t30\nAll\t186\t141\n\n"
GOOD = TABLE + "Over the three sites 45 visits were not made."
BAD = TABLE + "Over the three sites 54 visits were not made."

# Behind the count: "visits were not made", "places stood empty", "short of its plan".
BEHIND = pattern_of(
    r"(?: (?!the\b|an?\b|no\b|its\b|their\b)[a-z’'-]+){0,3}?"
    r"(?: that| who| which)? (?:(?:were|was|are|is|had|have|has|did|do|could|would) (?:still |"
    r"therefore |thus |yet )?(?:not|never|un[a-z]{3,}ed|outstanding|overdue|empty|vacant|unpaid|absent|missing|missed|"
    r"free (?:of|from)|without|closed to|left)\b|(?:stood|stand|remain(?:ed|s)?|lay|sat) "
    r"(?!(?:and|but|or|for|in|on|at|the|an?|by|with|to|their|its|this)\b)[a-z]+|short of\b|"
    r"(?:fewer|less) than (?:its |the |our |their |was |were |had been )?(?:plan|budget|target|due)|"
    r"without\b|went unanswered)",
    re.I,
)
# Before it: "was not followed in 56 courses", "the remaining 157".
NOT_IN = pattern_of(
    r"\b(?:not|never|n[’']t) (?:[a-z]+ ){1,3}(?:in|for|by|to|at|with|on) (?:the other |the remaining |all )?$", re.I
)
OTHERS = pattern_of(r"\b(?:the|its|our|their) (?:other|remaining) $", re.I)
# Of another time or another place, supposed, or only about so many.
ELSE = pattern_of(
    r"\b(?:last (?:year|time|quarter)|previous\w*|(?:the|a) (?:year|quarter|audit|survey|inspection) before|earlier|"
    r"nationally|elsewhere|would|should|if|about|around|nearly|almost|more than|less than|at least|"
    r"up to|estimated|longer|within|later|again)\b",
    re.I,
)
# What is undone, whatever it is that should have been done.
UNDONE = pattern_of(r"\b(?:outstanding|overdue|short of|empty|vacant|unanswered|than (?:planned|budgeted|due))\b", re.I)
# "In the south 30, in the east 20": parts side by side.
PLACED = pattern_of(
    r"\b(?:in|at|from|for) (?:the )?[A-Za-z]+,? \d[\d,]*\b.*\b(?:in|at|from|for) (?:the )?[A-Za-z]+,? \d"
)
ONE_IN = re.compile(r"\b(?:one|two) (?:[a-z’'-]+ )?(?:in|out of) $", re.I)
OF_THEM = re.compile(r" of (?:them|these|those|whom)\b")
SMALL, MANY = 5, 12


def check(context: Context) -> Iterator[Finding]:
    """Each such count with what the tables of the report leave in the same words, or what is left of a total."""
    for paragraph in context.paragraphs_with(BEHIND, NOT_IN, OTHERS):
        read = passage(paragraph.text)
        for entry in read.entries:
            if not _is_bare(read, entry) or ELSE.search(read.sentence(entry.sentence)):
                continue
            how = _how(read, entry)
            left = _left(context, read, entry, how) if how else None
            if left and not _is_given(context, read, entry):
                yield _finding(paragraph, entry, left)


def _is_bare(read: Passage, entry: Entry) -> bool:
    """Whether a figure is a count alone, and not so many of some told before."""
    if OF_THEM.search(read.text[entry.start : entry.end + len(" of these ")]) or ONE_IN.search(
        read.text[: entry.start]
    ):
        return False
    return entry.kind == "count" and not entry.base and not entry.unit and entry.value > SMALL


def _how(read: Passage, entry: Entry) -> str:
    """Whether a figure is of what was not, or of the others."""
    lead = read.text[read.starts[entry.sentence] : entry.start]
    if OTHERS.search(lead):
        return "others"
    told = read.text[entry.start : entry.start + len(str(entry.count))] if entry.share else entry.text
    place = entry.start + len(told)
    return "not" if NOT_IN.search(lead) or BEHIND.match(read.text, place) else ""


def _left(context: Context, read: Passage, entry: Entry, how: str) -> str:
    """What should be told instead: what is left in a table or a sentence with the same words, or of a total told."""
    if how == "others":
        found = dict(_of_totals(context, read, entry))
    else:
        found = dict(_in_same_words(context, read.sentence(entry.sentence), entry.count))
    # "Nine could not be found and four declined": all of them together.
    own = [e for e in read.of_sentence(entry.sentence) if e.kind == "count" and not e.base]
    if len(own) > 1:
        found.pop(sum(e.count for e in own), None)
    near = sorted((left for left in found if _is_near(left, entry.count)), key=lambda left: abs(left - entry.count))
    return found[near[0]] if near and entry.count not in found else ""


@dataclass(frozen=True)
class Gap:
    """What one number of the report leaves of another. own: what the smaller alone is called by; any: or the larger."""

    left: int
    own: str
    any: str
    why: str
    sentence: str = ""


def _in_same_words(context: Context, sentence: str, stated: int) -> Iterator[tuple[int, str]]:
    """What is left of as many or nearly as many, where a sentence has a word of what it is told of."""
    words = [each.plain for each in tokens_of(sentence) if len(each.plain) > 3]
    any_word = bool(UNDONE.search(sentence))
    for gap in context.once(_gaps):
        near = (gap.left == stated or _is_near(gap.left, stated)) and gap.sentence != sentence
        if near and _is_told(gap.any if any_word else gap.own, words):
            yield gap.left, gap.why


def _gaps(context: Context) -> tuple[Gap, ...]:
    """What columns' totals leave of each other, and what two counts of a sentence do."""
    return (*(gap for placed in context.sheets for gap in _of_columns(placed.sheet)), *_told_apart(context))


def _of_columns(sheet: Sheet) -> Iterator[Gap]:
    """What a column's total leaves of another."""
    sums = [_sum(sheet, at) for at in range(len(sheet.heads))]
    for part, whole in permutations(range(len(sheet.heads)), 2):
        less, greater = sums[part], sums[whole]
        if less and greater and less < greater:
            why = f"the table {sheet.table.title!r}: {greater} - {less} = {greater - less}"
            heads = f"{sheet.heads[part]} {sheet.heads[whole]}"
            yield Gap(greater - less, _own(sheet, part, whole), heads, why)


def _own(sheet: Sheet, part: int, whole: int) -> str:
    """The words of a column's head that another's hasn't."""
    others = label_words(sheet.heads[whole])
    return " ".join(word for word in label_words(sheet.heads[part]) if not any(alike(word, o) for o in others))


def _told_apart(context: Context) -> Iterator[Gap]:
    """ "305 inspections were due; 281 were made": what the second leaves."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            entries = [e for e in read.of_sentence(at) if e.kind == "count"]
            if len(entries) != 2 or any(e.base or e.share for e in entries) or PLACED.search(read.sentence(at)):
                continue
            whole, part = entries
            noun, said = re.match(r" ([a-z]{4,})", whole.after), " ".join(re.findall("[a-z]+", part.after))
            lead = read.text[whole.end : part.start]
            if whole.count > part.count and noun:
                left = whole.count - part.count
                why = f"{whole.count} - {part.count} = {left}"
                yield Gap(left, f"{said} {lead}", noun[1], why, read.sentence(at))


def _sum(sheet: Sheet, column: int) -> int | None:
    """What a column of counts comes to."""
    if sheet.kinds[column] not in ("count", "total", "base", "both", "target"):
        return None
    if sheet.total is not None:
        cell = sheet.cells[sheet.total][column]
        return cell.count if cell else None
    counts = [cell.count if (cell := sheet.cells[row][column]) else None for row in sheet.parts]
    return None if None in counts else sum(each or 0 for each in counts)


def _is_told(label: str, words: Sequence[str]) -> bool:
    return any(alike(one, other) for one in label_words(label) for other in words if len(one) > 3)


def _of_totals(context: Context, read: Passage, entry: Entry) -> Iterator[tuple[int, str]]:
    """ "343 replied on paper. The remaining 157 did so online": of totals that are told more than once."""
    lead = [e for e in read.entries if e.end <= entry.start]
    parts = [e for e in lead if e.sentence == entry.sentence] or [e for e in lead if e.sentence == entry.sentence - 1]
    if parts and all(e.kind == "count" and not e.base and not e.unit for e in parts):
        gone = sum(e.count for e in parts)
        for total, times in context.once(numbers_elsewhere).items():
            if times > 1 and total > gone:
                yield total - gone, f"{total} - {gone} = {total - gone}"


def _is_near(left: int, stated: int) -> bool:
    """Whether one may have been written for the other."""
    return left != stated and left > 0 and (slips(stated, left) or abs(left - stated) * 3 <= max(left, stated))


def _is_given(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether the report tells the number elsewhere too, or two or three of its numbers that belong together do."""
    own = [n for e in read.entries if e is not entry and e.kind == "count" for n in (e.count, e.base) if n]
    stated = entry.count
    if context.once(numbers_elsewhere).get(stated, 0) > 1 or stated in own or _makes(own, stated):
        return True
    if any(stated in (a + b + c, a - b - c) for a, b, c in permutations(own[:MANY], 3)):
        return True
    totals = [n for placed in context.sheets for at in range(len(placed.sheet.heads)) if (n := _sum(placed.sheet, at))]
    gaps = (abs(a - b) for a in own for b in totals)
    return stated in gaps or any(_leaves(placed.sheet, stated) for placed in context.sheets)


def _leaves(sheet: Sheet, stated: int) -> bool:
    """Whether two cells of a row make a number, or what a cell leaves of its column's total."""
    rows = [[cell.count if cell and cell.count else 0 for cell in row] for row in sheet.cells]
    if any(_makes(row, stated) for row in rows):
        return True
    return any(
        total is not None and any(total - cell == stated for row in rows if (cell := row[at]))
        for at in range(len(sheet.heads))
        for total in [_sum(sheet, at)]
    )


def _makes(some: Sequence[int], stated: int) -> bool:
    """Whether two numbers make another as their sum or their difference."""
    return any(stated in (a + b, abs(a - b)) for a, b in combinations(some, 2))


def _finding(paragraph: Paragraph, entry: Entry, why: str) -> Finding:
    told = str(entry.count) if entry.share else entry.text
    expected = re.split(" = ", why)[-1]
    slip = f"parts/{paragraph.line}/{entry.start}"
    return Finding(CODE, "wrong", paragraph.where, told, told, expected, why, slip, "likely")
