"""So many were so, and later all of those that are so are told with another number: "14 were mended ... the 18
mended"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import NUMBER, passage

CODE = "again-in-all"
MESSAGE = "All that are so are as many as were said to be so."
GOOD = "Fourteen of the 51 boats in the quarter were resealed.\n\nAll 14 resealed boats of the quarter were sound."
BAD = "Fourteen of the 51 boats in the quarter were resealed.\n\nAll 18 resealed boats of the quarter were sound."

TIME = (
    r"(?: (?:in|of|during|over|for|from) (?:the |this |our )(?:[a-z]+ )?(?P<{0}>quarter|year|month|sample|term|"
    r"period|audit|season))?"
)
IN_TIME = TIME.format("t").removesuffix("?")
SO = r"(?P<so>[a-z]+(?:-[a-z]+)?(?:ed|ten|wn|ung|ad|aid|ilt|ent))"
# "Eighteen of the 70 boats seen in the quarter were resealed."
SAID = pattern_of(
    rf"(?<![\w.,£/-])(?P<n>{NUMBER}) of (?:the |these |our )?(?:{NUMBER} )(?P<noun>[a-z’'-]+s)(?: "
    rf"[a-z]+ed)?{TIME.format('t')} "
    rf"(?:were|had been|have been) (?:also |later |then )?{SO}(?=[.,;]|$| and\b)",
    re.I,
)
# "51 boats were seen in the quarter, 14 of which were resealed."
OF_WHICH = pattern_of(
    rf"(?<![\w.,£/-])(?:{NUMBER}) (?P<noun>[a-z’'-]+s) (?:were|had been|have been) [a-z]+(?:ed|n|"
    rf"t){TIME.format('t')},? "
    rf"(?:and )?(?:(?P<n>{NUMBER}) of (?:which|them|these|whom)|of (?:which|them|these) (?P<k>{NUMBER})) were "
    rf"{SO}(?=[.,;]|$| and\b)",
    re.I,
)
# "All 18 resealed boats of the quarter", "there were 18 resealed boats in the quarter", "of the 18 resealed boats".
AGAIN = pattern_of(
    rf"\b(?:all(?: of)?(?: the)?|there were|the|of the|each of the|these|a total of) (?P<n>{NUMBER}) {SO} "
    rf"(?P<noun>[a-z’'-]+s)\b"
    rf"{TIME.format('t')}",
    re.I,
)
# "This report contains 30 pleas", "the sample was made up of 30 bills".
HOLDS = pattern_of(
    rf"\b(?:the|this|our) (?P<t>report|sample|plan|register|list|log|review|audit|survey|programme|schedule) "
    rf"(?:contains|contained|"
    rf"makes|made|includes|included|has|had|lists|listed|sets out|set out|was made up of|is made up of|consisted "
    rf"of|consists of|"
    rf"comprised|comprises|held|holds|covered|covers) (?P<n>{NUMBER}) (?P<noun>[a-z’'-]+s)\b(?P<so>)",
    re.I,
)
HELD = pattern_of(
    rf"\b(?:all(?: of)?(?: the)?|each of the|the|every one of the) (?P<n>{NUMBER}) (?P<noun>[a-z’'-]+s) (?:in|of|"
    rf"from|made in|listed "
    rf"in|set out in|covered by) (?:the|this|our) (?P<t>report|sample|plan|register|list|log|review|audit|survey|"
    rf"programme|schedule)"
    r"\b(?P<so>)",
    re.I,
)
# "We visited 31 schools in the year", "each of the 34 schools visited in the year".
SAW = pattern_of(
    rf"\b(?:we|they|inspectors|auditors|surveyors|the team|reviewers|officers) {SO} (?P<n>{NUMBER}) "
    rf"(?P<noun>[a-z’'-]+s)\b"
    rf"{IN_TIME}(?=[.,;]|$| and\b)",
    re.I,
)
SEEN = pattern_of(
    rf"\b(?:each of the|all(?: of)?(?: the)?|the|every one of the) (?P<n>{NUMBER}) (?P<noun>[a-z’'-]+s)(?: that "
    rf"were)? {SO}"
    rf"{IN_TIME}(?=[.,;]|$| (?:was|were|had|has|have)\b)",
    re.I,
)
# "We randomised 133 crews to oil or wax", "in total, 139 crews were randomised".
DID = pattern_of(
    rf"(?:^|[.;:] )(?:we|they|inspectors|auditors|surveyors|the team|reviewers|officers) {SO} (?P<n>{NUMBER}) "
    r"(?P<noun>[a-z’'-]+s)\b(?P<t>)(?! who| that| which)",
    re.I,
)
DONE_IN_ALL = pattern_of(
    rf"\b(?:in total|in all|altogether|overall|all told),? (?P<n>{NUMBER}) (?P<noun>[a-z’'-]+s) (?:were|had been|"
    r"have been) "
    rf"{SO}(?P<t>)(?=[.,;]|$| and\b)",
    re.I,
)
# "We raised 17 points in this report", "Annex B sets out all 17 points", "the 17 points are listed in Annex B".
WHO = (
    r"(?:we|they|inspectors|auditors|surveyors|the team|reviewers|officers|(?:this|the|our) (?:report|audit|review|"
    r"inspection|survey|visit))"
)
MADE = (
    r"(?:(?:have|has|had) )?(?:raised?s?|made|makes?|identif(?:y|ied|ies)|reports?|reported|found|finds|gave|gives|"
    r"issued|noted|logged)"
)
IN_ALL = r"(?: in (?:this|the|our) (?:report|audit|review|inspection)| in (?:all|total)| altogether| overall)?"
RAISED = pattern_of(
    rf"(?:^|[.;] |, ){WHO} {MADE} (?:a total of |altogether )?(?P<n>{NUMBER}) "
    rf"(?P<noun>[a-z’'-]+s)\b(?P<so>)(?P<t>){IN_ALL}"
    r"(?=[.;]|$)",
    re.I,
)
PLACE = r"(?:appendix|annex|table|schedule|section|part|chapter|box)(?: (?-i:[A-Z]|\d+)[a-z]?)?"
SET_OUT = pattern_of(
    rf"\b{PLACE} (?:sets out|lists|gives|shows|contains|details|describes|summarises|covers|has|records|presents|"
    rf"reproduces) (?:all|each)(?: of)?(?: the| these| our)? (?P<n>{NUMBER}) (?P<noun>[a-z’'-]+s)\b(?P<so>)(?P<t>)"
    r"(?=[.;]|$|,? (?:with|and) (?:the|their|our|its) | in (?:full|detail|order)\b| together\b)|"
    rf"\b(?:all(?: of)?(?: the)?|the|these) (?P<n2>{NUMBER}) (?P<noun2>[a-z’'-]+s) (?:raised |made |found |identified |"
    r"noted )?(?:are|is|were) (?:all )?(?:set out|listed|given|shown|described|detailed|summarised|reproduced|"
    r"discussed) "
    rf"(?:in (?:the |full in (?:the )?)?{PLACE}|below|overleaf|in turn|here|at the end)",
    re.I,
)
# "Sixteen forms were spoiled", and right behind it "without these 16 spoiled forms".
WERE = pattern_of(
    rf"(?:^|[.;] )(?P<n>{NUMBER}) (?P<noun>[a-z’'-]+s) (?:were|had been|have been) {SO}(?P<t>)(?=[.,;]|$| and\b| in\b)",
    re.I,
)
THESE_SO = pattern_of(
    rf"\b(?:the|these|those|all(?: the)?) (?P<n>{NUMBER}) {SO} (?P<noun>[a-z’'-]+s)\b(?P<t>)(?! (?:at|in|on|from|of|by|"
    r"that|who|which)\b)",
    re.I,
)
# Some of them are no longer there, or are of another kind.
GONE = pattern_of(
    r"\b(?:withdr[ae]w\w*|dropped|merged|removed|closed|resolved|deleted|combined|since|of (?:which|these|them)|one of|"
    r"except|apart|last|previous\w*|earlier)\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:other|further|more|another|remaining|additional|extra|nearly|about|almost|some|over|last|previous|earlier)\b",
    re.I,
)
APART = pattern_of(
    rf"\b(?:{MONTH}|(?:19|20)\d\d|q[1-4]|re-?audit|last (?:year|quarter|time)|previous\w*|earlier)\b", re.I
)
LEAD, FAR = 24, Decimal("0.5")


@dataclass(frozen=True)
class Told:
    """How many are so, or are held in something: their noun, what they are and where."""

    paragraph: Paragraph
    start: int
    text: str
    number: int
    name: tuple[str, str]
    place: str


def check(context: Context) -> Iterator[Finding]:
    """Each number told again of all, where one number alone was told of them."""
    every = context.document.paragraphs
    for first, again in (((SAID, OF_WHICH), AGAIN), ((HOLDS,), HELD), ((SAW,), SEEN), ((DID,), DONE_IN_ALL)):
        said = [each for paragraph in every for pattern in first for each in _told(paragraph, pattern)]
        for told in (each for paragraph in every for each in _told(paragraph, again)) if said else ():
            yield from _judged(told, said)
    yield from _set_out(context)
    for paragraph in context.paragraphs_with(WERE):
        yield from _right_behind(paragraph)


def _set_out(context: Context) -> Iterator[Finding]:
    """So many points raised, and all of them set out in an annex with another number."""
    pages = context.paragraphs_with(RAISED)
    if any(GONE.search(each.text) for each in pages):
        return
    said = [each for paragraph in pages for each in _told(paragraph, RAISED)]
    for paragraph in context.paragraphs_with(SET_OUT) if said else ():
        for told in _told(paragraph, SET_OUT):
            if not GONE.search(paragraph.text):
                yield from _judged(told, said, apart=False)


def _right_behind(paragraph: Paragraph) -> Iterator[Finding]:
    """So many that were so, and in the next sentence another number of those that were."""
    read = passage(paragraph.text)
    for found in WERE.finditer(paragraph.text):
        at = read.sentence_at(found.start("n"))
        own = read.of_sentence(at)
        for again in THESE_SO.finditer(paragraph.text, found.end()):
            next_to = read.sentence_at(again.start()) - at
            same = all(stem(found[each].lower()) == stem(again[each].lower()) for each in ("noun", "so"))
            words = paragraph.text[found.start() : again.end()]
            if next_to != 1 or not same or len(own) != 1 or ELSE.search(words) or GONE.search(words):
                continue
            first, stated = whole(found["n"]), whole(again["n"])
            if first is None or stated is None:
                continue
            verdict: Verdict = "ok" if first == stated else "wrong"
            why, slip = f"“{again.group()}”, and before it {first}", f"{CODE}/{paragraph.line}/{again.start()}"
            yield Finding(CODE, verdict, paragraph.where, again.group(), again["n"], str(first), why, slip, "likely")


def _told(paragraph: Paragraph, pattern: Pattern) -> Iterator[Told]:
    for found in pattern.finditer(paragraph.text):
        groups = found.groupdict()
        number = whole(groups["n"] or groups.get("k") or groups.get("n2") or "")
        stop = paragraph.text.find(". ", found.end()) if pattern in (DID, DONE_IN_ALL) else found.end()
        sentence = paragraph.text[paragraph.text.rfind(". ", 0, found.start()) + 1 : stop if stop >= 0 else None]
        if (
            number is None
            or ELSE.search(paragraph.text[max(0, found.start() - LEAD) : found.end()])
            or APART.search(sentence)
        ):
            continue
        name = (stem((groups["noun"] or groups["noun2"]).lower()), stem((groups["so"] or "").lower()))
        yield Told(paragraph, found.start(), found.group(), number, name, (groups["t"] or "").lower())


def _judged(told: Told, said: Sequence[Told], *, apart: bool = True) -> Iterator[Finding]:
    """Wrong where all that was said of the same is one other number."""
    same = [each for each in said if each.name == told.name and told.place in ("", each.place)]
    if len({each.number for each in same}) != 1 or any(
        each.paragraph is told.paragraph for each in same if apart and not told.place
    ):
        return
    first = same[0]
    if abs(first.number - told.number) > FAR * max(first.number, told.number):
        return  # of some of them
    right = first.number == told.number
    why = f"“{told.text}”, and before it “{first.text}”"
    slip = f"{CODE}/{told.paragraph.line}/{told.start}"
    place = told.paragraph.where
    verdict: Verdict = "ok" if right else "wrong"
    yield Finding(CODE, verdict, place, told.text, str(told.number), str(first.number), why, slip, "likely")
