"""Those to whom something was done, told again by it: "we wrote to 58 owners", and later "the 68 we wrote to"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "asked-again"
MESSAGE = "Those told again by what was done with them are as many as were told."
GOOD = "We wrote to 58 owners and 10 crews. The 58 owners to whom we wrote had all sailed before."
BAD = "We wrote to 58 owners and 10 crews. The 68 owners to whom we wrote had all sailed before."

WHO = r"(?:we|they|i|(?:the |our )?(?!who\b|that\b|which\b|were\b|had\b|in\b|at\b|and\b|of\b|from\b)[a-z’'-]+s)"
LEADS = r"(?:to|with|from|for|whom|who|that|which|we|they)\b"
THE = rf"\b(?:the|all|all the|these|those|our) (?P<n>{NUMBER}) (?P<what>[a-z][a-z’'-]+(?: (?!{LEADS})[a-z’'-]+)??)"
AGAIN = (
    # "To whom we wrote", "whom we met", "that they read".
    pattern_of(
        rf"{THE} (?:(?P<to>to|with|from|for) whom|whom|that|which) {WHO} (?:had |have |also )?(?P<verb>[a-z]{{3,}})\b",
        re.I,
    ),
    # "We wrote to": the word that leads to them stands last.
    pattern_of(
        rf"{THE} (?:whom |that |who )?{WHO} (?:had |have )?(?P<verb>[a-z]{{3,}}) (?P<to>to|with|from|for)\b", re.I
    ),
    pattern_of(
        rf"{THE} (?:we|they) (?:had |have |also )?(?P<verb>[a-z]{{3,}})(?! (?:to|with|from|for))(?P<to>)\b", re.I
    ),
    # "Who were asked", "spoken to".
    pattern_of(rf"{THE} (?:who|that|which) (?:were|had been) (?P<verb>[a-z]{{3,}})(?: (?P<to>to|with))?\b", re.I),
)
# "The 12 we spoke to in June", "the 3 that were seen again": some of them.
NARROWER = pattern_of(
    r",? (?:in|at|on|during|again|twice|by|from|for|with|over|more|individually|separately|alone|later|earlier|who|"
    r"that|before|after|when|first|last|as|only|to)\b",
    re.I,
)
# What is told of more or of fewer than those.
OTHER = pattern_of(
    r"\b(?:last|previous\w*|earlier|others?|another|further|remaining|first|second|more|also|again|target|planned|"
    r"expected|not|about|around|nearly|almost|over|of the)\b[^.]{0,30}$",
    re.I,
)
THEN = pattern_of(r"\b(?:last|previous\w*|target|planned|expected|usually|at least|up to|more than|each|every)\b", re.I)
# One word in two forms.
FORMS = {"spoken": "spoke", "seen": "saw", "written": "wrote", "taken": "took", "drawn": "drew", "chosen": "chose"}
GENERAL = frozenset(("had", "has", "have", "were", "was", "did", "got", "said", "gave", "made", "are", "came", "could"))
REACH = 6


def check(context: Context) -> Iterator[Finding]:
    """Each such figure with the one told before it of the same things and the same doing."""
    every = context.document.paragraphs
    for at, paragraph in enumerate(every):
        for form in AGAIN:
            for again in form.finditer(paragraph.text):
                near = [e for e in every[max(0, at - REACH) : at + 1] if e.section == paragraph.section]
                yield from _judged(paragraph, again, near)


def _judged(paragraph: Paragraph, again: re.Match[str], near: list[Paragraph]) -> Iterator[Finding]:
    verb, stated = again["verb"].lower(), whole(again["n"])
    lead = paragraph.text[: again.start()]
    if verb in GENERAL or stated is None or OTHER.search(lead[lead.rfind(". ") + 1 :]):
        return
    if NARROWER.match(paragraph.text, again.end()):
        return
    things = re.compile(rf"\b(?P<n>{NUMBER}) {re.escape(again['what'])}\b", re.I)
    told = [
        whole(found["n"])
        for each in near
        for words in _sentences(each.text[: again.start()] if each is paragraph else each.text, _first(again))
        for found in things.finditer(words)
    ]
    # "58 owners in May and 12 in June": all of them together.
    if len(told) != 1 or told[0] is None:
        return
    first = told[0]
    verdict: Verdict = "ok" if first == stated else "wrong"
    why = f"{first} before, printed as {again['n']}"
    slip = f"{CODE}/{paragraph.line}/{again.start()}"
    yield Finding(CODE, verdict, paragraph.where, again.group(), again["n"], str(first), why, slip, "likely")


def _first(again: re.Match[str]) -> re.Pattern[str]:
    """What tells first of the same doing and the same things: "wrote to 58 owners", "58 owners were written to"."""
    verb, what = again["verb"].lower(), re.escape(again["what"].lower())
    forms = "|".join({verb, FORMS.get(verb, verb), *(a for a, b in FORMS.items() if b == verb)})
    to = rf" {again['to']}" if again["to"] else ""
    active = rf"\b(?:{forms}){to} (?:a total of |[^.;:]{{0,50}}?(?:\band|,|\bwith|\bto) )?{NUMBER} {what}\b"
    passive = rf"\b(?<!the ){NUMBER} {what} (?:were|had been) (?:{forms}){to}\b"
    return re.compile(f"{active}|{passive}", re.I)


def _sentences(text: str, first: re.Pattern[str]) -> list[str]:
    """The sentences that tell first of the same, of that time and no other."""
    found = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)
    return [each for each in found if first.search(each) and not THEN.search(each)]
