"""Which of a list has the highest share, rate or number, said in so many words: "the highest share was at Oban"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import Listing, Named, listings
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

CODE = "first-plainly"
MESSAGE = "What is said to have the highest share or number of a list has it."
GOOD = "The highest share of sound boats was at Oban: at Ayr it was 17 of 56 (30%) and at Oban 12 of 21 (57%)."
BAD = "The highest number of sound boats was at Oban: at Ayr it was 17 of 56 (30%) and at Oban 12 of 21 (57%)."

END = r"(?:(?P<high>highest|higher|greatest|greater|largest|larger)|(?P<low>lowest|lower|smallest|smaller|fewest))"
KIND = r"(?:(?P<number>numbers?|counts?|totals?)|(?P<share>shares?|proportions?|percentages?|rates?))"
PLACE = r"(?:in|at|on|for|among|with|from|by) (?:the )?"
# "The highest share of sound boats was at Oban".
WAS_AT = pattern_of(
    rf"(?:^|[.;:] )the {END} {KIND}(?: of [^.;:()\d]{{2,80}}?(?:\d+[ -][a-z]+[^.;:()\d]{{0,60}}?)?)? "
    rf"(?:was|were|is|came|stood) {PLACE}(?P<name>[^.;:,()]{{2,50}}?)(?=[.;:,(]|$)",
    re.I,
)
# "Oban had the highest share of sound boats".
HAD = pattern_of(
    rf"(?:^|[.;:] )(?:the )?(?P<name>[A-Z][^.;:,()]{{1,50}}?) (?:had|recorded|showed|has|reported) the {END} {KIND}\b",
    re.I,
)
# "Oban stood above each of the other three ports".
ABOVE = pattern_of(
    r"(?:^|[.;:] )(?:the )?(?P<name>[A-Z][^.;:,()]{1,50}?) (?:was|were|scored|stood|came|is|are)\b[^.;:()\d]{0,50}?"
    r"\b(?:(?P<high>above|higher than|better than)|(?P<low>below|lower than|worse than)) "
    r"(?:each|all|any|every one) of the (?:other|others)\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no longer|second|third|joint|one of|last (?:year|time)|previous\w*|increase|rise|fall|drop)\b", re.I
)
BARE_END = pattern_of(r"(?: of [a-z]+)?\s*(?:[.;,]|$)")
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement in a paragraph with one list of names and figures."""
    for paragraph in context.paragraphs_with(WAS_AT, HAD, ABOVE):
        read = passage(paragraph.text)
        lists = [each for each in listings(read) if len(each.items) >= FEWEST]
        if len(lists) != 1 or not all(each.words for each in lists[0].items):
            continue
        for pattern in (WAS_AT, HAD, ABOVE):
            for found in pattern.finditer(paragraph.text):
                sentence = read.sentence(read.sentence_at(found.start("name")))
                outside = found.end() <= lists[0].start or found.start() >= lists[0].end
                if outside and not NOT.search(sentence):
                    yield from _judged(paragraph, read, lists[0], found)


def _judged(paragraph: Paragraph, read: Passage, told: Listing, found: re.Match[str]) -> Iterator[Finding]:
    named = told.named(found["name"])
    kinds = found.groupdict()
    share = bool(kinds.get("share")) or (told.is_share and not kinds.get("number"))
    values = [_value(each, share=share) for each in told.items]
    if len(named) != 1 or None in values:
        return
    if kinds.get("number") and all(each.entry.base for each in told.items) and BARE_END.match(read.text, found.end()):
        return  # "17 of 56 boats were sound. Ayr had the highest number of boats": of all of them
    known = [each for each in values if each is not None]
    own = known[told.items.index(named[0])]
    right = own == (max(known) if found["high"] else min(known))
    why = f"of {told.shown} it is {named[0].entry.text}"
    start = found.start() + len(found.group()) - len(found.group().lstrip(".;: "))
    yield finding_of(CODE, paragraph, read, (start, found.end()), (right, "" if right else "another"), why)


def _value(each: Named, *, share: bool) -> Decimal | None:
    """The share or the number that is spoken of; None where it isn't told."""
    if share:
        return each.value if each.entry.share or each.entry.base else None
    return Decimal(each.entry.count) if each.entry.kind == "count" else None
