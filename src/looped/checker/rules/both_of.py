"""Two are called both of those that were told to be so, and there are others: "four were split. Both ..."."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "both-of"
MESSAGE = "Both of those that were told are two."
GOOD = "Two of the 37 boats were rated split. Both split boats came from Ayr."
BAD = "Four of the 37 boats were rated split. Both split boats came from Ayr."

SMALL = r"two|three|four|five|six|seven|eight|nine|ten"
VERB = (
    r"(?:have|had|were|are|was|did|do|came|come|held|belonged|related|relate|concerned|involved|will|recovered|failed|"
    r"reopened|closed|remain(?:ed)?|died|went|led|arose)\b"
)
# What else may stand behind their name, which nothing narrows then.
DOES = (
    r"(?:(?<=[a-z]s )|(?<=ren )|(?<=men )|(?<=ople ))(?!(?:[a-z]+(?:ed|ing|en)|in|at|on|of|from|with|without|for|to|by|"
    r"that|which|who|whose|where|when|and|or|made|kept|built|seen|read|run|left|set|put|sent|found|under|over|above|"
    r"below|near|due|out|not|then|but)\b)[a-z]"
)
# What takes them up, with no other name than the one they were told by, and is all of what is spoken of.
BOTH = pattern_of(
    rf"(?:^|[.!?] )(?:since then,? |by the end of the (?:visit|audit|period),? |as it happens,? )?(?P<all>both|"
    rf"neither|all (?P<n>{SMALL})|(?:the|these|those) (?P<of>{SMALL})) "
    rf"(?:of )?(?:the |these |those |them )?(?:(?P<adj>(?!{VERB})[a-z-]+) )?"
    rf"(?P<noun>(?!(?:{VERB})|since\b)[a-z-]{{3,}}s |(?:children|people|men|women) |(?<=neither )(?!of\b)[a-z-]+ )?"
    rf"(?:(?:(?:that|which|who) (?:were|was|had been) )?(?:graded|rated|judged|found|marked|classed)?(?: to be| as)? ?"
    rf"(?P<as>(?!{VERB})[a-z-]+) )?(?={VERB}|{DOES})",
    re.I,
)
# What else two may be of than those who were told: named beside them, or some of them, or told by another time.
OTHERS = pattern_of(
    r"\b(?:pair|couple|parents|twins?|sides|parties|each|either|one|once|first|second|third|two|other|others|"
    r"another|rest|remaining|half|most|some|between|last year|previous\w*|whom|which|who|at least|about|than|"
    r"average|target|expected|joint\w*)\b|[:–—]",
    re.I,
)
JOINED = pattern_of(
    r"(?: and|,)(?! (?:were|was|had|have|returned|closed|sent|[a-z]{3,}ed|so|but|there)\b(?! and))", re.I
)
MORE = pattern_of(r"\b(?:others?|third|fourth|rest|remaining|remainder|except|apart|latter|former|but)\b", re.I)
OPENED = re.compile(r"^\W*(?:[A-Z][a-z]* (?:the |our |all |these )*[^,.;:]{2,50}|Overall|In total|In all),")
NOUN = re.compile(r"\W*(?:(?:of|out of) (?:the |our |these |all )*)?(?P<name>(?:[a-z’'-]+ ){0,3}?[a-z’'-]+)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each "both" behind a sentence that tells how many were so."""
    for paragraph in context.paragraphs_with(BOTH):
        read = passage(paragraph.text)
        for found in BOTH.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start("all"))
    told = _told(read, at - 1) if at else None
    words = found["n"] or found["of"]
    size = whole(words) if words else len("ab")
    if told is None or size is None or size == told.base or not _are_they(read, found, told, at):
        return
    if size != told.count and any(size in (each.count, each.base) for each in read.entries if each.sentence < at):
        return
    verdict: Verdict = "ok" if told.count == size else "wrong"
    quote = found.group().strip(" .;")
    why, slip = f"{told.count} are told to be so", f"{CODE}/{paragraph.line}/{found.start()}"
    stated = words or found["all"].lower()
    yield Finding(CODE, verdict, paragraph.where, quote, stated, str(told.count), why, slip, "likely")


def _told(read: Passage, at: int) -> Entry | None:
    """The one figure of a sentence that counts two or more, and has no other of which two may be."""
    own = read.of_sentence(at)
    plain = len(own) == 1 and own[0].kind == "count" and own[0].count > 1
    if len(own) == len("ab") and own[0].base is None and _opens(read, at, own[0]):
        # "Of the 39 boats, three were split."
        plain, own = own[1].kind == "count" and not own[1].base and own[1].count > 1, own[1:]
    if not plain:
        return None
    sentence = read.sentence(at)
    rest = sentence.replace(own[0].text, " ", 1)
    return None if OTHERS.search(rest) else own[0]


def _opens(read: Passage, at: int, entry: Entry) -> bool:
    """Whether a figure is the whole that a sentence opens with."""
    return bool(
        re.match(r"\W*(?:of|among|out of) (?:the |our |these |all )*$", read.text[read.starts[at] : entry.start], re.I)
    )


def _are_they(read: Passage, found: re.Match[str], told: Entry, at: int) -> bool:
    """Whether what is taken up can only be what was told."""
    before, own = read.sentence(at - 1), read.sentence(at)
    if MORE.search(own):
        return False
    said = stems(before)
    if any(found[each] and not stems(found[each]) <= said for each in ("adj", "as")):
        return False
    if not found["noun"]:
        # "The two have met": of whom, nobody can say where two others are named.
        return not found["of"] and not JOINED.search(OPENED.sub("", before))
    noun = stem(found["noun"].strip().lower())
    name = NOUN.match(read.text, told.end)
    first = OPENED.match(before)
    around = f"{name['name'] if name else ''} {first.group() if first else ''}"
    return noun in {stem(each.lower()) for each in re.findall(r"[a-z’'-]+", around, re.I)}
