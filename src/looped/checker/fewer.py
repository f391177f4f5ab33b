"""Whether a clause counts fewer than all that are what all are said to be: in time, in place, signed."""

import re

from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.quantified import SMALL
from looped.checker.wholes import IN_TIME, IN_TIME_WORD, Clause, Whole, says_no, told

COUNTED = pattern_of(
    rf"\b(?P<n>{SMALL})\b(?: (?:out )?of (?:(?:the |all |these )?(?P<m>{SMALL})|(?P<them>{THEM}))\b)?", re.I
)
UNIT = re.compile(r"\s*(?:working |calendar )?(?:days?|weeks?|hours?|months?|years?|minutes?|%|per ?cent)\b")
# That it is there, and of how many: "in place for 27".
THERE = pattern_of(
    r"\b(?:present|in place|on (?:file|record)|recorded|held|kept|available|seen|done|carried out)(?:,[^,.;]{1,30},)? "
    r"(?:(?:in|for|on|by|at|with|only|just) )*$",
    re.I,
)
HAVE = pattern_of(r"\b(?:had|has|have|contained|held|carried|kept|lacked)\b(?P<what>[^.;,]{3,60})", re.I)
WHERE = re.compile(r"\b(?:on|at|in|for|of|by|during|from|when|with)\b")
ENTRY = frozenset(map(stem, ("entry", "record", "form", "note", "document")))
# "Four were dry".
WERE = re.compile(
    r"[^.;:,\d]{0,30}?\b(?:was|were|had|has|have)\s+(?:been\s+)?(?:an?\s+|any\s+|the\s+)?(?P<what>[a-z’'-]{3,})"
)
WHEN = re.compile(r"\s+(?:in|on|by|during|at|since|before|after|within|from|for|to)\b")
NARROWER = pattern_of(r"\b(?:only|first|twice|both|further|well|good|newly|but|also|because|more|each|every)\b", re.I)
SO = pattern_of(r"\b(?:therefore|then|thus|so|hence|in other words|accordingly|that is)\b", re.I)
VERDICT = pattern_of(
    r"\b(?:in order|complete|satisfactory|compliant|met|correct|up to standard|safe|sound|operating as intended)\b",
    re.I,
)
COUNTED_OF = re.compile(r" [a-z’'-]{3,}s\b")
FAR = 2


def is_fewer(said: Whole, clause: Clause, before: Clause | None) -> bool:
    """Whether it is told of fewer than all that they are so: in time, in place, or in the words of the statement."""
    text = clause.text
    if says_no(text) or re.search(r"\bbut\b", text) or abs(clause.at - said.at) > FAR:
        return False
    counts = [each for each in COUNTED.finditer(text) if not UNIT.match(text, each.end())]
    bases = {whole(each["m"]) for each in counts if each["m"]} | {_whole_of(text), _opened(text)} - {None}
    for found in counts:
        count = whole(found["n"]) or 0
        base = whole(found["m"] or "") or said.number or max(filter(None, bases), default=0)
        if found["them"] and before is not None:
            base = max((whole(each["n"]) or 0 for each in COUNTED.finditer(before.text)), default=0)
        fits = 0 < count < base and said.number in (None, base) and not bases - {None, base}
        if fits and _is_said_of(said, clause, found):
            return True
    return False


def _whole_of(text: str) -> int | None:
    """ "We tested all twelve and found nine": of how many."""
    found = re.search(rf"\ball (?:of )?(?:the )?(?P<n>{SMALL})\b", text, re.I)
    return whole(found["n"]) if found else None


def _opened(text: str) -> int | None:
    """ "Of the five boats, four were dry": of how many."""
    found = re.match(rf"\W*of (?:the |these )?(?P<n>{SMALL})\b", text, re.I)
    return whole(found["n"]) if found else None


def _is_said_of(said: Whole, clause: Clause, found: re.Match[str]) -> bool:
    """Whether a count is of those that are so."""
    text = clause.text
    lead = text[: found.start()]
    if re.search(r"\b(?:all|of) (?:of )?(?:the )?$", lead, re.I):
        return False
    if IN_TIME_WORD in said.words and IN_TIME.search(text):
        return True
    having = HAVE.search(said.text)
    thing = told(WHERE.split(having["what"])[0]) if having else frozenset()
    if thing and THERE.search(lead) and told(text) & (ENTRY | thing):
        return True
    if NARROWER.search(text):
        return False
    were = WERE.match(text, found.end())
    based = found["m"] or _opened(text)
    if were and based and said.key and said.key <= told(were["what"]) and not WHEN.match(text, were.end()):
        return True
    # "Eight of the nine held a rope. All were therefore in order."
    return clause.low < said.start and bool(found["m"]) and _is_concluded(said, text[found.end() :])


def _is_concluded(said: Whole, behind: str) -> bool:
    """Whether a statement follows from what was told, or says it again with its last word."""
    if re.search(r"\b(?:all|every|each)\b", behind, re.I):
        return False
    telling = [each for word in re.findall(r"[A-Za-z’'-]{3,}", said.text) if (each := told(word))]
    # "For nine of the ten meetings": of what they are counted, and nothing said of them.
    of_what = COUNTED_OF.match(behind)
    behind = behind[of_what.end() :] if of_what else behind
    again = bool(telling) and telling[-1] <= told(behind) - said.noun
    return again or bool(SO.search(said.text) and VERDICT.search(said.text))
