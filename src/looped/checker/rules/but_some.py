"""All or none in one sentence, and in another some that are otherwise: counted, named or dated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, Passage, passage
from looped.checker.quantified import ALL_OR_NONE, SMALL, quantifiers
from looped.checker.rules.none_yet_some import is_of_same

CODE = "but-some"
MESSAGE = "Where all are said to be so, no sentence beside it tells of some that are not."
GOOD = "All nine pumps had been serviced. Two of the pumps were serviced in May."
BAD = "All nine pumps had been serviced. Two of the pumps had not been serviced."

NEGATIVE = pattern_of(
    r"\b(?:not|no|never|none|neither|nor|without|lack(?:s|ed|ing)?|missing|absent|fail(?:s|ed)? to|unable to|n't|n’t|"
    r"cannot)\b|n't\b|n’t\b",
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
    "unauthorised": "authorised", "unresolved": "resolved", "outstanding": "resolved",
}  # fmt: skip
PROBLEM = pattern_of(
    r"\bno (?:exceptions?|errors?|issues?|faults?|problems?|omissions?|gaps?|breach(?:es)?|weakness(?:es)?|"
    r"failures?|defects?|"
    r"discrepanc(?:y|ies)|concerns?|shortcomings?|deficienc(?:y|ies)|lapses?)\b",
    re.I,
)
SOME = pattern_of(
    rf"\b(?:(?:the |another |a further |only |just |but |other |remaining )*(?P<count>one|a|an|{SMALL})"
    rf"(?P<of> of (?:the|these|them|those|our)(?: (?!(?:{SMALL})\b)\w+\b"
    r"(?= (?:was|were|had|has|did|have|could|is|are)\b))?)?|"
    r"(?P<several>several|some|a few)"
    r"(?: of (?:the|these|them))?)\b",
    re.I,
)
# Of another time, another place, another thing.
ELSEWHERE = pattern_of(
    r"\b(?:last (?:year|time|audit|inspection)|previous\w*|earlier|in (?:19|20)\d\d|at (?:the )?first|initially|"
    r"originally|"
    r"before (?:the|our|we)|until|by the (?:end|time)|re-?audit|elsewhere|nationally|should|must|will be|if|"
    r"unless|more than "
    r"(?:one|two)|as well|also|too|either|twice|again|only (?:after|when)|would|other (?:than|hand)|"
    r"except(?:ing|ed|s)?|apart from|average|further)\b",
    re.I,
)
HELD = pattern_of(
    r"\b(?:except(?:ing|ed|s)?|apart from|other than|but for|save for|bar|nearly|almost|at all(?=\s*(?:[.,;:)]|"
    r"$))|first|original\w*)\b",
    re.I,
)
CLAUSE = pattern_of(r"(?<=[.;:])\s+|, (?:and|but|while|although|though)\b|,? (?:but|while|whereas)\b")
PLACED = pattern_of(rf"\b(?:for|in|from|at|of) (?:the )?(?:\w+ (?:in|of|for) )?(?:{MONTH}\b|[A-Z][a-z]+|\d)")
NAMED_NONE = pattern_of(r"^(?P<who>[A-Z][^.;:]{2,70}?) (?:had|has|have|kept|held|showed) none\b")
# "Brae had two": of what neither is said to have had.
NAMED_SOME = pattern_of(
    rf"^[A-Z][^.;:,]{{1,40}}? (?:had|has|have|reported|recorded|showed|kept) (?P<n>one|{SMALL})(?=\s*(?:[.;,]|$))"
)
# Said of a part: "three teams had no weak files".
OF_PART = pattern_of(
    rf"\b(?:one|{SMALL})(?: [a-z’'-]+){{1,3}} (?:had|has|have|showed|kept|made|found|gave|got|were|was)\b|"
    rf"\b(?:one|{SMALL}) (?:of|out of)\b|\bthe (?:other|remaining|rest)\b|^\s*(?:for|in|on) (?:one|{SMALL})\b",
    re.I,
)
PLAIN = STOP | frozenset(
    stem(word)
    for word in (
        *("there", "had", "not", "been", "were", "any", "one", "two", "three", "four", "five", "six", "seven", "eight"),
        *("nine", "ten", "every", "each", "both", "none", "never", "neither", "still", "they", "them", "we", "our"),
        *("could", "did", "during", "during", "period", "time", "found", "find", "seen", "looked", "case", "cases"),
        *("year", "years", "month", "months", "day", "days", "week", "no", "without", "lacked", "only", "then", "when"),
    )
)


ONE_OF = pattern_of(
    r"(?:however,? |but )?(?:the|in the|that in the) (?:first|second|third|fourth|other|latter|former|last|one|"
    r"[a-z]+er)(?: one)?(?: of (?:them|the two|these))?(?: (?:in|on|at|by|near|from) [a-z’'-]+(?: [a-z’'-]+){0,2}?)?,? "
    r"(?:was|were|had|has|is|did|could)\b",
    re.I,
)
FAR = 2
VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|could|is|are|we|they|there|it|been|no|not|contained|still|held|lacked|showed|that|who|"
    r"which|failed|went)\b",
    re.I,
)


@dataclass(frozen=True)
class Whole:
    """A statement on all or none. so: whether it says that they are so; number: how many there are; noun: what.

    thing: what there is none of, of "no errors".
    """

    start: int
    end: int
    text: str
    so: bool
    number: int | None
    words: frozenset[str]
    noun: frozenset[str]
    thing: frozenset[str]
    at: int


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all or none, against the clauses of the two sentences around it."""
    for paragraph in context.paragraphs_with(ALL_OR_NONE):
        if not quantifiers(paragraph.text):
            continue
        read = passage(paragraph.text)
        clauses = list(_clauses(read))
        for said in _wholes(read, clauses):
            against = next((text for low, at, text in clauses if _denies(said, low, at, text)), None)
            if against:
                yield _finding(paragraph, said, against)


def _clauses(read: Passage) -> Iterator[tuple[int, int, str]]:
    cuts = [0, *(each.end() for each in CLAUSE.finditer(read.text)), len(read.text)]
    for low, high in zip(cuts, cuts[1:], strict=False):
        text = read.text[low:high].strip()
        if text:
            yield low, read.sentence_at(low), text


def _wholes(read: Passage, clauses: list[tuple[int, int, str]]) -> Iterator[Whole]:
    for low, at, text in clauses:
        for found in quantifiers(text):
            if found.kind not in ("all", "none") or HELD.search(text) or ELSEWHERE.search(text):
                continue
            if OF_PART.search(text[: found.start]) or re.search(r"\bnor\b", text):
                continue
            rest = f"{text[: found.start]} {text[found.end :]}"
            negative = _parity(rest)
            number = found.size or _number(text)
            noun = _noun(text[found.end :], bool(re.match(r"every|each", found.text, re.I)))
            thing = noun if re.match(r"no\b", found.text, re.I) else frozenset()
            so = (found.kind == "all") != negative
            yield Whole(low, low + len(text), text, so, number, _words(rest), noun, thing, at)
            break


def _number(text: str) -> int | None:
    """How many there are, where the statement tells it elsewhere: "no errors in the 40 payments"."""
    found = re.findall(rf"\b(?:the|all|our|of|in|for|on) (?P<n>{SMALL}) [a-z]", text, re.I)
    return whole(found[0]) if len(found) == 1 else None


def _noun(text: str, one: bool) -> frozenset[str]:
    """What it is said of. one: in the singular, behind "every"."""
    if one and (found := re.match(r"\s*(?P<noun>[a-z’'-]{3,})\b", text)):
        return frozenset([stem(found["noun"])])
    found = re.match(r"\s*(?:\w+[,]? ){0,2}?(?P<noun>[a-z’'-]{3,}s|people|children|women|men|staff)\b", text)
    return frozenset([stem(found["noun"])]) if found else frozenset()


def _parity(text: str) -> bool:
    """Whether a clause says no: an odd number of noes."""
    contrary = sum(word in CONTRARY for word in re.findall(r"[a-z]+", text.lower()))
    return (len(NEGATIVE.findall(text)) + contrary) % 2 == 1


def _words(text: str) -> frozenset[str]:
    """The telling stems, with what a contrary word says no to."""
    words = re.findall(r"[a-z’'-]{3,}", text.lower())
    told = frozenset(_told(word) for word in words)
    return told - PLAIN


def _told(word: str) -> str:
    """The stem of a word; of a contrary one what it says no to; approval is what was approved."""
    own = stem(CONTRARY.get(word, word))
    return own.removesuffix("al") if len(own) > len("final") + 1 else own


def _denies(said: Whole, low: int, at: int, text: str) -> bool:
    """Whether a clause tells of some that are otherwise."""
    if said.start <= low < said.end or abs(at - said.at) > FAR or ELSEWHERE.search(text):
        return False
    # Over another sentence only what is said of so many of as many: "two of the ten plans had not".
    if abs(at - said.at) > 1 and not (said.number and re.match(rf"\W*(?:{SMALL}) of the (?:{SMALL})\b", text, re.I)):
        return False
    if (
        re.match(r"neither|none", said.text, re.I)
        and NAMED_SOME.match(text)
        and _parity(said.text)
        and low > said.start
    ):
        return True
    if said.so and (NAMED_NONE.match(text) or _is_placed(said, low, text)):
        return True
    # "Both were locked; the second had been left unlocked".
    if said.so and low > said.start and ONE_OF.match(text) and _parity(text) and said.words & _words(text):
        return True
    found = next((each for each in SOME.finditer(text) if _is_part(said, each, text)), None)
    if found is None:
        return False
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    words = _words(rest) - said.noun
    # What the sentence is about, and not what it says: "in four of the 34 tenancy files".
    told_of = re.split(VERB, text[found.end() :], maxsplit=1)[0]
    about = frozenset() if NEGATIVE.search(told_of) else _words(told_of)
    shared = ((said.words - said.noun - _of_name(said)) & words) - about
    if said.so:
        return _parity(rest) and bool(shared) and _is_last(said, shared)
    if PROBLEM.search(said.text) and _is_faulty(said, found, text):
        return True
    if said.thing:
        placed = {each for found in PLACED.finditer(said.text) if not (each := found.group().split()[-1])[0].isdigit()}
        return not _parity(rest) and said.thing <= _words(rest) and all(each in text for each in placed)
    wanted = said.words - said.noun
    return not _parity(rest) and bool(wanted) and 2 * len(shared) > len(wanted) and is_of_same(said.text, text)


def _of_name(said: Whole) -> frozenset[str]:
    """The words beside the noun that belong to its name: "tenancy files", "premises files"."""
    pairs = list(pairwise(re.findall(r"[a-z’'-]{3,}", said.text.lower())))
    before = {stem(word) for word, behind in pairs if stem(behind) in said.noun}
    behind = {stem(behind) for word, behind in pairs if stem(word) in said.noun and behind.endswith("s")}
    return frozenset(before | behind)


def _is_part(said: Whole, found: re.Match[str], text: str) -> bool:
    """Whether a count is of the same things: "two of the doors", "two doors", "one of them", "four of the 20"."""
    if found["several"]:
        count = 2
    else:
        word = found["count"].lower()
        count = 1 if word in ("a", "an", "one") else whole(word) or 0
    if count < 1 or (said.number is not None and count >= said.number):
        return False
    behind = text[found.end() :]
    if found["of"]:
        base = re.match(rf"\s*(?P<n>{SMALL})\b", behind)
        same = not base or whole(base["n"]) == said.number
        noun = re.match(r"\s*(?:\w+ )?(?P<noun>[a-z’'-]+s)\b", behind[base.end() if base else 0 :])
        return same and (noun is None or not said.noun or stem(noun["noun"]) in said.noun | said.words)
    if re.match(r"\s*(?:that|which|who|whose)\b", behind) and re.match(r"the\b", found.group(), re.I):
        return True  # "the three that were late"
    if said.number == 2 and word == "one" and re.search(r"\bthe (?:\w+ )?$", text[: found.start()]):
        return True  # "the south one"
    noun = re.match(r"\s*(?P<noun>[a-z’'-]+)", behind)
    if not noun or not said.noun:
        return False
    own = re.sub(r"[’']s$", "", noun["noun"])
    names = said.noun | said.words if said.thing else said.noun
    return stem(own) in names or stem(own + "s") in names


def _is_last(said: Whole, shared: frozenset[str]) -> bool:
    """Whether what is shared is what is said of them, and not only where or when."""
    telling = [stem(CONTRARY.get(w, w)) for w in re.findall(r"[a-z’'-]{3,}", said.text.lower())]
    own = [w for w in telling if w not in PLAIN and w not in said.noun]
    return any(word in shared for word in own[:3])


def _is_placed(said: Whole, low: int, text: str) -> bool:
    """ "Minutes of all meetings were kept. No minutes were found for the meetings of May and July"."""
    if low < said.start or not _parity(text) or not PLACED.search(text):
        return False
    about = re.match(
        r"\s*(?:no (?P<thing>[a-z’'-]+)|(?:those|that|the (?P<noun>[a-z’'-]+)) (?:for|in|of|from|at))\b", text, re.I
    )
    if not about:
        return False
    words = _words(text)
    thing = stem(about["thing"] or about["noun"] or "")
    shared = words & said.words
    return (not thing or thing in said.words or _singular(thing, said)) and bool(shared)


def _singular(thing: str, said: Whole) -> bool:
    return any(word.startswith(thing[:6]) for word in said.words)


def _is_faulty(said: Whole, found: re.Match[str], text: str) -> bool:
    """ "No exceptions. Exceptions: five of the 29 had no evidence": some at fault, or counted under that name."""
    base = re.match(rf"\s*(?P<n>{SMALL})\b", text[found.end() :])
    of_all = bool(found["of"] and base and whole(base["n"]) == said.number)
    return of_all and _parity(text)


def _finding(paragraph: Paragraph, said: Whole, against: str) -> Finding:
    why = f"“{said.text.strip(' .;,')}”, and “{against.strip(' .;,')}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    stated, expected = ("all", "not all") if said.so else ("none", "some")
    return Finding(CODE, "wrong", paragraph.where, said.text.strip(" .;,"), stated, expected, why, slip, "likely")
