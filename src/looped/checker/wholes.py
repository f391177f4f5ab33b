"""What is said of all of several or of none of them: of what, of how many, and whether they are so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.linking import STOP, stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage
from looped.checker.quantified import SMALL, quantifiers

# "A missing page" is a thing, "the page is missing" says no.
IS_MISSING = r"missing(?! (?!(?:from|in|for|on|at|by|and|or|but|so|when|have|has|had|was|were|is|are|as)\b)[a-z])"
NEGATIVE = pattern_of(
    rf"\b(?:not|no|never|none|neither|nor|without|lack(?:s|ed|ing)?|{IS_MISSING}|absent|fail(?:s|ed)? to|"
    r"unable to|cannot|(?:yet|still) to|still (?:awaiting|waiting for)|awaiting)\b|n't\b|n’t\b",
    re.I,
)
# What says no in one word, with what it says no to.
CONTRARY = {
    "lapsed": "current", "expired": "current", "late": "time", "overdue": "time", "incomplete": "complete",
    "blank": "complete", "gap": "complete", "gaps": "complete", "unsigned": "signed", "unanswered": "answered",
    "undated": "dated", "unsealed": "sealed", "untested": "tested", "unlocked": "locked", "unpaid": "paid",
    "invalid": "valid", "outdated": "current", "broken": "working", "faulty": "working", "dirty": "clean",
    "blocked": "clear", "unrecorded": "recorded", "uncollected": "collected", "unfilled": "filled", "vacant": "filled",
    "unqualified": "qualified", "untrained": "trained", "unverified": "verified", "unapproved": "approved",
    "unauthorised": "authorised", "unresolved": "resolved", "outstanding": "resolved", "missed": "met",
    "rejected": "accepted",
}  # fmt: skip
# One thing in two words.
SAME = {
    "fatal": "death", "died": "death", "dies": "death", "die": "death", "dead": "death", "dying": "death",
    "signature": "signed", "signatures": "signed", "deaths": "death", "closed": "resolved", "cleared": "resolved",
    "settled": "resolved", "resolved": "resolved", "payment": "paid", "payments": "paid",
}  # fmt: skip
# "Within the deadline", "inside that limit": in time.
IN_TIME = pattern_of(
    r"\b(?:within|inside|before|by) (?:(?:the|that|this|its|their|our) )?(?:[a-z]+ )?(?:limit|deadline|due date|"
    r"time ?limit|timescale|target)s?\b|"
    r"\bwithin [^.;:]{1,50}, (?:which (?:is|was) )?(?:the|our|its) (?:limit|deadline|target|time ?limit)\b|\bon time\b|"
    r"\bin (?:good )?time\b",
    re.I,
)
IN_TIME_WORD = "in time"
# Where everything is that a text tells of.
OF_STUDY = frozenset(
    map(
        stem,
        (
            "audit",
            "sample",
            "study",
            "trial",
            "survey",
            "review",
            "total",
            "testing",
            "stay",
            "quarter",
            "term",
            "half",
        ),
    )
)
# Of another time, another place, another thing.
ELSEWHERE = pattern_of(
    r"\b(?:last (?:year|time|audit|inspection)|previous\w*|earlier|in (?:19|20)\d\d|at (?:the )?first|initially|"
    r"originally|prior to|"
    r"before (?:the|our|we|it|they|he|she|(?:19|20)\d\d)|until|by the (?:end|time)|re-?audit|elsewhere|nationally|"
    r"should|must|will be|"
    r"if|unless|more than (?:one|two)(?! (?:years|months|weeks)\b)|as well|also|too|"
    r"(?<!\bin )(?<!\bat )(?<!for )either|twice|again|"
    r"only (?:after|when)|would|other (?:than|hand)|"
    r"except(?:ing|ed|s)?|apart from|average|further|(?:year|month|week|time) before)\b",
    re.I,
)
HELD = pattern_of(
    r"\b(?:except(?:ing|ed|s)?|apart from|other than|but for|save for|bar|nearly|almost|at all(?=\s*(?:[.,;:)]|"
    r"$))|first(?!-| aid\b)|original\w*)\b",
    re.I,
)
CLAUSE = pattern_of(
    r"(?<=[.;:])\s+|, (?:and|but|while|although|though)\b|,? (?:but|while|whereas)\b|"
    r" and (?=(?:it|they|at [A-Z][\w’'-]+|in [A-Z][\w’'-]+) |(?:had|was|were|has|have) not\b)"
)
# Said in one word instead: "remains open" as unresolved, "in date" as current.
SHORT = (
    (pattern_of(r"\b(?:remain(?:s|ed|ing)?|stay(?:s|ed)?|still) open\b", re.I), "unresolved"),
    (
        pattern_of(r"\b(?:was|were|is|are|been|remain(?:s|ed)|left) un(?P<what>[a-z]{3,}(?:ed|en))\b", re.I),
        r"not \g<what>",
    ),
    (pattern_of(r"\bcarried out\b|\bcompleted\b", re.I), "complete"),
    (pattern_of(r"\bout of date\b", re.I), "outdated"),
    (pattern_of(r"\bout of (?:order|action|use|service)\b", re.I), "broken"),
    (pattern_of(r"\bin (?:use|service|action|(?:full |good )?working order)\b|\boperational\b", re.I), "working"),
    (pattern_of(r"\b(?:in|up to) date\b", re.I), "current"),
)
OR_NOT = pattern_of(r", [a-z]+ or not,?|\bwhether or not\b", re.I)
# Said of a part: "three teams had no weak files".
OF_PART = pattern_of(
    rf"\b(?:one|{SMALL})(?: [a-z’'-]+){{1,3}} (?:had|has|have|showed|kept|made|found|gave|got|were|was)\b|"
    rf"\b(?:one|{SMALL}|third|half|quarter|some|many|most|few|%|per cent) (?:of|out of)\b|"
    rf"\bthe (?:other|remaining|rest)\b|^\s*(?:for|in|on) (?:one|{SMALL})\b|\b(?:one|{SMALL}) $",
    re.I,
)
LABELLED = pattern_of(
    r"^\s*(?:in )?(?:summary|abstract|headlines?|overview|key (?:points|findings)|in brief)\b\W+", re.I
)
# "The notices from our earlier visit": what they are, and not when they are so.
RAISED = pattern_of(r" (?:from|of|raised (?:in|at)) (?:our|the|an|their) (?:earlier|previous|last) [a-z]+\b", re.I)
# "In the year before our visit": up to now.
PERIOD = pattern_of(
    r" (?:in|over|during|within) the (?:[a-z]+ )?(?:year|months|weeks|days|quarter) (?:before|prior to|"
    r"leading up to|up to) "
    r"(?:the|our|this) [a-z]+\b",
    re.I,
)
IN_SOME = pattern_of(rf"\b(?:in|on|for|at) (?:the )?(?:{SMALL}) (?:out )?of\b", re.I)
OTHERS = pattern_of(r"\bnor\b|\bthe (?:other|remaining|rest)\b", re.I)
BARE_ALL = pattern_of(r"all (?:in|on|at|from|by|within|during|between|before|after|since)\b", re.I)
ANY = pattern_of(r"\b(?:either|any|both|all|each|whole|neither)\b", re.I)
PLACED = pattern_of(
    r"\b(?:in|on|at|among|from|under|for) (?:the |our |an? )?"
    r"(?P<where>[A-Za-z’'-]{3,}(?: (?:arm|group|team|ward|house)s?)?)"
)
# Of a group: "members of staff", "sets of notes".
MEMBERS = r"(?:(?:members?|pieces?|sets?|items?|copies|pairs?|lots) of )"
VERBED = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did)\s+(?:(?:been|therefore|thus|then|now|all|still|always|fully|"
    r"properly|correctly|completely)\s+)*(?:(?:graded|rated|judged|found|held|seen|assessed|classed)\s+"
    r"(?:to be\s+|as\s+)?)?(?:an?\s+|any\s+|the\s+|of\s+)?(?P<what>[a-z’'-]{3,})",
    re.I,
)
# "Stopped treatment".
ACTED = re.compile(r"\b(?P<what>[a-z]{3,}ed)\b")
IN = re.compile(r"\b(?:in|at|on|for|by|from)\s*$")
# Said of what there is, and no more than that there is it.
THERE = pattern_of(
    r"\b(?:found|seen|noted|recorded|reported|identified|made|occurred|came to light|arose|there (?:was|were))\b",
    re.I,
)
ITEM = pattern_of(r"[^.;]{2,80}?[,:(–-] ?(?:and )?(?:no|none|nil|not one|all|both|every|each)\b", re.I)
VERB = pattern_of(r"\b(?:was|were|is|are|had|has|have|did|does|do|could|can|held|kept|showed|gave|lacked)\b", re.I)
FOUND = frozenset(
    map(stem, ("found", "seen", "noted", "recorded", "reported", "identified", "made", "occurred", "held"))
)
PLURAL = r"(?:[a-z’'-]{3,}s|people|children|women|men|staff)"
PLAIN = STOP | frozenset(
    stem(word)
    for word in (
        *("there", "had", "not", "been", "were", "any", "one", "two", "three", "four", "five", "six", "seven", "eight"),
        *("nine", "ten", "every", "each", "both", "none", "never", "neither", "still", "they", "them", "we", "our"),
        *("could", "did", "during", "during", "period", "time", "found", "find", "seen", "looked", "case", "cases"),
        *("either", "thus", "therefore", "those", "these", "whole", "other", "others", "such"),
        *("year", "years", "month", "months", "day", "days", "week", "no", "without", "lacked", "only", "then", "when"),
    )
)


@dataclass(frozen=True)
class Clause:
    """A stretch of a passage that says one thing. at: its sentence."""

    low: int
    high: int
    at: int
    text: str


@dataclass(frozen=True)
class Whole:
    """A statement on all or none. so: whether it says that they are so; number: how many there are; noun: what.

    thing: what there is none of, of "no errors"; key: what they are or have; placed: where, or among whom, it is so.
    """

    start: int
    end: int
    text: str
    so: bool
    number: int | None
    words: frozenset[str]
    noun: frozenset[str]
    thing: frozenset[str]
    key: frozenset[str]
    placed: frozenset[str]
    at: int


def clauses_of(read: Passage) -> Iterator[Clause]:
    """The clauses of a passage, in order."""
    cuts = [0, *(each.end() for each in CLAUSE.finditer(read.text)), len(read.text)]
    for low, high in pairwise(cuts):
        text = read.text[low:high].strip()
        if text:
            yield Clause(low, high, read.sentence_at(low), text)


def wholes(clauses: list[Clause]) -> Iterator[Whole]:
    """The statements on all or on none: one a clause."""
    for at, each in enumerate(clauses):
        if _is_item(clauses, at):
            continue
        text = PERIOD.sub("", RAISED.sub(" ", LABELLED.sub("", each.text)))
        for found in quantifiers(text):
            if found.kind not in ("all", "none") or HELD.search(text) or ELSEWHERE.search(text):
                continue
            if BARE_ALL.match(text[found.start :]):
                continue  # "seven were inadequate, all in April": all of those seven
            if OF_PART.search(text[: found.start]) or OTHERS.search(text) or IN_SOME.search(text[found.end :]):
                continue
            rest = f"{text[: found.start]} {text[found.end :]}"
            number = found.size or _number(text)
            no = bool(re.match(r"no\b", found.text, re.I))
            noun = _noun(
                text[found.end :], None if no else bool(re.match(r"(?:every|each|neither)$", found.text, re.I))
            )
            thing = noun if no else _subject(text[: found.start]) if found.kind == "none" else frozenset()
            if thing and not no:
                number, noun = None, thing  # "found in neither": so many are the places
            so = (found.kind == "all") != says_no(rest)
            yield Whole(
                each.low,
                each.low + len(each.text),
                text,
                so,
                number,
                told(rest),
                noun,
                thing,
                _key(rest),
                _placed(text),
                each.at,
            )
            break


def _is_item(clauses: list[Clause], at: int) -> bool:
    """ "Hay, 40 bales weighed, no faults; straw, 25 bales weighed, two faults": of that one, and said with no verb."""
    text = clauses[at].text
    listed = text.endswith(";") or (at and clauses[at - 1].text.endswith(";"))
    return bool(listed) and bool(ITEM.match(text)) and not VERB.search(text)


def _number(text: str) -> int | None:
    """How many there are, where the statement tells it elsewhere: "no errors in the 40 payments"."""
    found = re.findall(rf"\b(?:the|all|our|of|in|for|on) (?P<n>{SMALL}) [a-z]", text, re.I)
    return whole(found[0]) if len(found) == 1 else None


def _noun(text: str, one: bool | None) -> frozenset[str]:
    """What it is said of. one: in the singular, behind "every"; None: in either, behind "no"."""
    single = re.match(
        r"\s*(?P<noun>[a-z’'-]{3,})\b(?P<verb> (?:[a-z]+ )?(?:was|is|had|has|did)\b| (?:in|of|at|on|from) )?", text
    )
    if one and single:
        return frozenset([told_word(single["noun"].lower())])
    several = re.match(rf"\s*{MEMBERS}?(?:\w+[,]? ){{0,2}}?(?P<noun>{PLURAL})\b", text)
    found = several or (single if one is None and single and single["verb"] else None)
    return frozenset([told_word(found["noun"].lower())]) if found else frozenset()


def _subject(before: str) -> frozenset[str]:
    """ "Leaks were found in neither barn": what there was none of."""
    found = IN.search(before)
    return told(before[: found.start()]) - FOUND if found else frozenset()


def _placed(text: str) -> frozenset[str]:
    """The words of where or of whom it is said; none where it is said of any: "in either arm"."""
    if ANY.search(text):
        return frozenset()
    return frozenset(each for found in PLACED.finditer(text) for each in told(found["where"])) - OF_STUDY


def _key(text: str) -> frozenset[str]:
    """What they are or have: the word behind the verb."""
    found = VERBED.search(text) or ACTED.search(text)
    return told(found["what"]) if found else frozenset()


def says_no(text: str) -> bool:
    """Whether a clause says no: an odd number of noes; "timed or not" is none."""
    text = shortened(OR_NOT.sub("", text))
    contrary = sum(word in CONTRARY for word in re.findall(r"[a-z]+", text.lower()))
    return (len(NEGATIVE.findall(text)) + contrary) % 2 == 1


def told(text: str) -> frozenset[str]:
    """The telling stems, with what a contrary word says no to; "inside the limit" as in time."""
    words = re.findall(r"[a-z’'-]{3,}", shortened(text).lower())
    found = frozenset(told_word(word) for word in words) - PLAIN
    late = any(CONTRARY.get(word) == "time" for word in words)
    return found | {IN_TIME_WORD} if late or IN_TIME.search(text) else found


def shortened(text: str) -> str:
    """A text with its longer phrases in one word, as they are compared."""
    for pattern, word in SHORT:
        text = pattern.sub(word, text)
    return text


def told_word(word: str) -> str:
    """The stem of a word; of a contrary one what it says no to; approval is what was approved."""
    own = stem(SAME.get(word) or CONTRARY.get(word, word))
    return own.removesuffix("al") if len(own) > len("final") + 1 else own
