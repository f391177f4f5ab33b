"""Of several counts with their shares the one whose share isn't of the whole that all the others are of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding
from looped.checker.footnotes import bases_noted, notes_of
from looped.checker.moving_shares import is_change
from looped.checker.numbers import Percent, fits, near, percent, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.printed_beside import IN_ORDER
from looped.checker.prose import Entry, Passage, passage

CODE = "odd-share"
MESSAGE = "Counts told one after the other with their shares are of one whole."
GOOD = "We had 390 replies: 87 were glad (22%); 108 were calm (28%); 156 were cross (40%); 39 were sad (10%)."
BAD = "We had 390 replies: 87 were glad (22%); 108 were calm (28%); 156 were cross (36%); 39 were sad (10%)."

# "Flares (64%, n=97); oars (76%, n=121)", where "n" may also be what the share is of.
ITEM = pattern_of(r"\((?P<p>\d+(?:\.\d+)?)\s?%[,;] ?n ?= ?(?P<n>\d[\d,]*)\)", re.I)
LEAST, MANY = 2, 3
OF_ALL = pattern_of(r"\W*(?:of|among) (?:the |these |our |all )*\S+ [^.;:()\d]{2,40}, (?:only |just )?", re.I)
OF_THESE = pattern_of(r"\W*(?:of|among) (?:these|them|those),? (?:only |just )?", re.I)
OF_THEM = pattern_of(r" of (?:these|them|those|whom)\b", re.I)
NEXT = pattern_of(
    r" (?:were|was|had|did|met|kept|carried|showed|held|[a-z]+ed)\b[^.;:()\d]{1,80}(?:;|,)? (?:and )?", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each share that no whole told gives, where one whole gives every other share of its sentence or list."""
    yield from _in_brackets(context)
    notes = notes_of(context.document)
    for paragraph, read in with_shares(context):
        shared = [e for e in read.entries if e.kind == "count" and e.share and not e.base and not is_change(read, e)]
        wholes = [e.count for e in read.entries if e.kind == "count" and not e.share and not e.base]
        # Two of one whole are enough where nothing else is counted.
        if len(shared) < LEAST or (len(shared) == LEAST and len(wholes) != 1):
            continue
        for base in dict.fromkeys(wholes):
            odd = [e for e in shared if e.share and not fits(e.count, base, e.share)]
            if len(odd) != 1 or odd[0].count > base:
                continue
            entry, printed = odd[0], odd[0].share
            if printed is None or near(entry.count, base, printed):
                continue
            if IN_ORDER.match(read.text[entry.end :]):
                continue  # "48 and 36, or 89% and 67%"
            if OF_THEM.search(entry.text):
                continue  # "10 of these (43%)": of those told before
            if any(
                fits(entry.count, n, printed)
                for n in bases_noted(notes.near(paragraph).values(), paragraph.text, entry.end)
                if n
            ):
                continue
            listed = (len(shared) > MANY and _opens_list(read, base, shared)) or _are_of_these(read, base, shared)
            told = [] if listed else counts_of(each for each in read.entries if each is not entry)
            less = [a - b for a in told for b in told if a - b >= entry.count]
            if any(n and fits(entry.count, n, printed) for n in (*told, *less)):
                continue
            yield _finding(paragraph, entry.text, (entry.count, base), printed)
            return


def _in_brackets(context: Context) -> Iterator[Finding]:
    """Shares with their counts in brackets, all of which but one are of the whole told before them."""
    before: list[int] = []
    for paragraph in context.document.paragraphs:
        items = list(ITEM.finditer(paragraph.text))
        spans = [each.span() for each in items]
        entries = [e for e in passage(paragraph.text).entries if not any(a <= e.start < b for a, b in spans)]
        wholes = [e.count for e in entries if e.kind == "count" and not e.share and not e.base and e.count > 1]
        for base in dict.fromkeys(wholes or before) if len(items) >= LEAST else ():
            told = [(int(each["n"].replace(",", "")), percent(each["p"]), each) for each in items]
            odd = [each for each in told if not fits(each[0], base, each[1])]
            # "Ayr (64%, n=97) and Oban (58%, n=55)": of so many there, who are all of them together.
            if len(odd) == 1 and odd[0][0] <= base and sum(n for n, _, _ in told) != base:
                count, printed, found = odd[0]
                if not near(count, base, printed) and not any(fits(count, n, printed) for n in wholes if n >= count):
                    yield _finding(paragraph, found.group().strip("()"), (count, base), printed)
                    break
        before = wholes


def _finding(paragraph: Paragraph, quote: str, of: tuple[int, int], printed: Percent) -> Finding:
    count, base = of
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"the other shares are of {base}; {count} of {base} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{quote}"
    return Finding(CODE, "wrong", paragraph.where, quote, str(printed), exact, why, slip, "likely")


def _are_of_these(read: Passage, base: int, shared: Sequence[Entry]) -> bool:
    """ "63 were seen. Of these, 55 (87%) were sound; 39 (62%) were dry; and 33 (52%) were new": each of the 63."""
    at = shared[0].sentence
    if len(shared) <= LEAST or any(e.sentence != at for e in shared):
        return False
    own = [e for e in read.of_sentence(at) if e.start < shared[0].start]
    before = [e for e in read.of_sentence(at - 1) if e.kind == "count"] if at and not own else own
    if [e.count for e in before] != [base]:
        return False
    lead = read.text[read.starts[at] : shared[0].start]
    opens = OF_ALL.fullmatch(lead) if own else OF_THESE.fullmatch(lead)
    return bool(opens) and all(NEXT.fullmatch(read.text, a.end, b.start) for a, b in pairwise(shared))


def _opens_list(read: Passage, base: int, shared: Sequence[Entry]) -> bool:
    """Whether a list of one sentence follows its whole, "of the 56 boats: ...": none of the others is a whole then."""
    at = shared[0].sentence
    if any(each.sentence != at for each in shared):
        return False
    before = [each for each in read.of_sentence(at) if each.start < shared[0].start]
    return [each.count for each in before if each.kind == "count"] == [base]
