"""What is said to have happened to nobody, and in a sentence beside it to so many: "nobody fell ... two fell"."""

import re
from collections.abc import Iterator

from looped.checker.linking import stem
from looped.checker.one_quantity import MONTHS, YEARS
from looped.checker.one_sense import is_person
from looped.checker.patterns import pattern_of
from looped.checker.predicates import MORE
from looped.checker.prose import Passage
from looped.checker.quantified import SMALL
from looped.checker.wholes import SAME

PERIOD = (
    r"(?: (?:during|over|throughout|at any (?:point|time|stage)(?: (?:during|in))?|in the course of|in|within|from|"
    r"before the "
    r"end of|up to the end of)(?: (?:the|this|our|that|its|any))?(?: (?:whole|entire|full|audit|study|review|first|"
    r"last))?"
    r"(?: (?:trial|study|period|year|quarter|month|week|season|follow-up|audit|survey|review|term|course|time|stay|"
    r"race|"
    r"visit|project|programme|test|round|cycle|day|night|summer|winter|spring|autumn|half|stage|phase)(?: period)?)?)?"
)
REPORTED = r"(?: (?:was|were|had been|have been) (?:reported|recorded|seen|noted|found|observed|logged|identified))?"
# "There were no falls during the race", "no runner fell", "none of the runners fell".
NONE_DID = pattern_of(
    rf"(?:there (?:was|were|had been|have been) no (?P<event>[a-z-]{{4,}}){REPORTED}{PERIOD}|"
    rf"no (?P<event2>[a-z-]{{4,}}s) (?:was|were|had been) (?:reported|recorded|seen|noted|observed|logged){PERIOD}|"
    rf"(?:no|none of the|not one of the|not a single)(?: (?:{SMALL}|\d+))? (?P<who>[a-z-]{{3,}})(?: (?:has|have|had|"
    rf"was|"
    rf"were))?(?: (?:been|to have))? (?P<verb>[a-z]{{4,}}|fell|ran|left|sank|lost){PERIOD}|"
    rf"(?:nobody|no one) (?:has |had |was |were )?(?P<verb2>[a-z]{{4,}}|fell|ran|left|sank){PERIOD})\W*",
    re.I,
)
# "Before the last lap, three runners in the blue crew had fallen".
SOME_DID = pattern_of(
    rf"(?:(?:but|and|however),? )?(?P<when>(?:before|by|at|after|in|during|on|up to|"
    rf"within) [^.;:,]{{2,40}},? )?(?:a total of |"
    rf"in all,? )?(?P<n>one|{SMALL}|\d+|several|some) (?:of the |of these |of our )?(?:\d+ )?(?P<who>[a-z-]{{3,}})"
    rf"(?P<where> (?:in|on|at|from|of) (?:the |each |our )?(?:[a-z-]+ ){{0,2}}[a-z-]+)?(?: (?:has|have|had|was|were))?"
    rf"(?: (?:since|later|also|sadly|unfortunately|been))? (?P<verb>[a-z]{{3,}})\b(?P<rest>[^;:]*)",
    re.I,
)
# The period is not over before its end: "before the final lap", "by week 12".
OTHER_TIME = pattern_of(
    r"\b(?:previous\w*|earlier|last (?:year|time|season|audit|survey|trial)|before (?:it|they|we|the (?!final\b|"
    r"last\b|end\b|"
    r"close\b|week\b))|after (?:it|the (?:end|trial|study|race|period|close))|since|until|would|could|might|not|never|"
    r"nearly|almost|elsewhere|another|other|nationally)\b|n[’']t\b",
    re.I,
)
BLOCKED = pattern_of(r"\b(?:if|unless|should|must|would|except|but|apart|other|more|fewer|less|longer|than)\b", re.I)
NO_EVENT = frozenset(("was", "were", "had", "have", "has", "been", "doubt", "change", "more", "less", "time", "said"))
REACH, SHORT, NEAR = 2, 4, 4
ENDS = re.compile(r"(?:ings?|als?|ations?|at(?:ed|es?)|ions?|ed|es?|s|t|ts|ments?)$")


def happened(read: Passage) -> Iterator[tuple[int, str, str]]:
    """What is said to have happened to none, where it starts, and the sentence that tells of some.

    >>> from looped.checker.prose import passage
    >>> [found[2] for found in happened(passage("Nobody fell. In the third lap two runners fell."))]
    ['In the third lap two runners fell.']
    """
    for at in range(len(read.starts)):
        said = NONE_DID.fullmatch(read.sentence(at).strip())
        event = said and (said["event"] or said["event2"] or said["verb"] or said["verb2"])
        if not said or not event or event.lower() in NO_EVENT or BLOCKED.search(said.group()):
            continue
        for other in (*range(at + 1, at + 1 + REACH), at - 1):
            text = read.sentence(other).strip() if 0 <= other < len(read.starts) else ""
            some = SOME_DID.fullmatch(text)
            if some and _denies(said.group(), said["who"] or "", event, some):
                yield read.starts[at], said.group().strip(), text
                break


def _denies(said: str, who: str, event: str, some: re.Match[str]) -> bool:
    """Whether so many did what none is said to have done, in the same time."""
    text = some.group()
    if OTHER_TIME.search(text) or not _is_one(event, some["verb"]):
        return False
    if any(set(pattern.findall(text)) - set(pattern.findall(said)) for pattern in (YEARS, MONTHS)):
        return False
    return not who or stem(who) == stem(some["who"]) or (is_person(f"{who.rstrip('s')}s") and is_person(some["who"]))


def _is_one(event: str, verb: str) -> bool:
    """Whether a noun or a verb is of what another verb does: "withdrawals" and "withdrew", "deaths" and "died"."""
    one, other = (_root(word.lower()) for word in (event, verb))
    if one == other:
        return True
    low, high = sorted((one, other), key=len)
    return len(low) >= SHORT and high.startswith(low) and len(high) - len(low) < NEAR


def _root(word: str) -> str:
    word = DID.get(word, MORE.get(word, word))
    word = SAME.get(word.removesuffix("s"), SAME.get(word, word)).removesuffix("s")
    short = ENDS.sub("", word)
    return short if len(short) >= SHORT else word


DID = {"withdrew": "withdraw", "withdrawn": "withdraw", "drowned": "drown", "sank": "sink", "sunk": "sink"}
