"""Votes for and against, with those who abstained, against the number that took part."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import worded
from looped.checker.quieting import SPELT

CODE = "votes"
MESSAGE = "Votes for, votes against and abstentions make those who took part."
GOOD = "Nine governors were present. The plan was agreed by six votes to two, with one abstention."
BAD = "Eleven governors were present. The plan was agreed by six votes to two, with one abstention."

NUMBER = rf"(?:\d+|{SPELT})"
VOTES = pattern_of(
    rf"\b(?P<for>{NUMBER})(?: votes?)?(?: (?:for|in favour))? ?(?:to|,|and|against) ?(?P<against>{NUMBER})"
    rf"(?: votes?| against)?(?=[^.;\d]{{0,40}}(?:abst|$|[.;,]))",
    re.I,
)
BY_VOTE = pattern_of(
    r"\b(?:carried|passed|agreed|approved|adopted|rejected|lost|defeated|accepted|refused|voted)\b", re.I
)
ABSTAINED = pattern_of(
    rf"\b(?P<n>{NUMBER}|no|none)(?: [a-z]+){{0,2}}? abst(?:ention|ain)\w*|\babst(?:ention|ain)\w*:? (?P<n2>{NUMBER})",
    re.I,
)
PRESENT = pattern_of(
    rf"\b(?P<n>{NUMBER}) (?:[a-z-]+ ){{1,3}}?(?P<did>voted or abstained|(?:were|was) (?:present|there)|took part|"
    rf"attended|voted|cast (?:a |their )?votes?)\b",
    re.I,
)
VOTED = pattern_of(r"^(?:voted$|cast)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with one vote in it and the number of those who took part."""
    for paragraph in context.paragraphs_with(PRESENT):
        if "vot" in paragraph.text and BY_VOTE.search(paragraph.text):
            yield from _judged(paragraph)


def _judged(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.text
    told = [
        each for each in VOTES.finditer(text) if "vote" in text[each.start() : each.end() + 12] or "favour" in each[0]
    ]
    present = [each for each in PRESENT.finditer(text) if not any(each["n"] in vote.group() for vote in told)]
    if len(told) != 1 or len(present) != 1:
        return
    cast = _number(told[0]["for"]) + _number(told[0]["against"])
    kept = [_number(each["n"] or each["n2"]) for each in ABSTAINED.finditer(text) if each.start() >= told[0].start()]
    stated, every = _number(present[0]["n"]), cast + sum(kept)
    ways = {every, cast} if VOTED.match(present[0]["did"]) else {every}
    verdict: Verdict = "ok" if stated in ways else "wrong"
    # More may have been there than are said to have voted.
    if stated > every and not kept and not VOTED.match(present[0]["did"]):
        return
    why = f"{' + '.join(str(n) for n in (_number(told[0]['for']), _number(told[0]['against']), *kept))} = {every}"
    slip = f"{CODE}/{paragraph.line}/{present[0].start()}"
    quote = present[0].group()
    yield Finding(CODE, verdict, paragraph.where, quote, str(stated), str(every), why, slip, "likely")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0 if text.lower() in ("no", "none") else worded(text)
