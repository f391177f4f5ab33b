"""All or none, against a count that the same passage gives of those who are otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage, worded

CODE = "all-and-some"
MESSAGE = "Where all are said to have something, no count says that some have not; and the other way round."
GOOD = "All twelve boats carried a flare; three of the twelve carried more than one."
BAD = "All twelve boats carried a flare; three of the twelve carried no flare."

ALL = pattern_of(
    rf"(?<!nearly )(?<!almost )(?<!not )(?<!virtually )\b(?:all|every(?: one)?(?! (?:\w+(?:th|rd|nd|other)|"
    rf"other|second|third|year|month|week|day|quarter)\b)|each(?: one)?)\b(?: of)?(?: the| "
    rf"these| those| our)?"
    rf"(?: (?P<n>{NUMBER})\b(?!\s?%))?(?P<noun>(?: [a-z’'-]+){{0,2}})",
    re.I,
)
NONE = pattern_of(
    r"(?:^|(?<=[.;:,] )|(?<=and )|(?<=were )|(?<=was )|(?<=that ))(?:none|no (?!(?:more|fewer|less|longer|doubt|"
    r"one|change|"
    r"difference|other|such|further)\b)(?P<noun>[a-z’'-]+)|not (?:one|a single) ?(?P<noun2>[a-z’'-]+)?)\b",
    re.I,
)
NEG = pattern_of(
    r"\b(?:no|not|none|without|lack\w*|missing|miss(?:ed|es)|fail\w*|never|absent|neither|n't|unable|unsigned|"
    r"incomplete)\b",
    re.I,
)
SKIPPED = pattern_of(
    r"\b(?:except\w*|but|apart from|other than|bar|save for|should|must|needs? to|required|expected|would|if|unless|"
    r"until|target|aim\w*)\b|\bat all(?=\s*(?:[.,;)]|$))",
    re.I,
)
ANOTHER = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|years? ago|(?:19|20)\d\d|then|re-?audit|elsewhere|nationally|partly|"
    r"partially|"
    r"almost|initially|at first|since|later|now|originally|more than (?:one|two)|further)\b",
    re.I,
)
# Said of the thing just told, without its name.
WITHOUT_NAME = pattern_of(
    r"\bwithout (?:one|it|any|them|either)\b|\bhad (?:none|only one|neither|not)\b|\b(?:had|did|was|were|has|"
    r"have|could) not"
    r"(?=\s*(?:[,.;:)]|$|and\b|so\b))|\bonly one\b|\bnone (?:was|were|had)\b",
    re.I,
)
OF_THEM = pattern_of(r"\s*of (?:them|these|those|whom|which)\b")
SO = pattern_of(r"\b(?:therefore|then|thus|so|hence|in other words|accordingly|that is)\b", re.I)
SHARE_OF = re.compile(r"(?:%|per ?cent) of $", re.I)
SAME = {"died": "death", "die": "death", "dead": "death", "dies": "death"}
NEUTRAL = frozenset(
    stem(word)
    for word in [
        "there",
        "were",
        "was",
        "either",
        "both",
        "group",
        "groups",
        "arm",
        "arms",
        "during",
        "follow",
        "among",
        "participants",
        "patients",
        "up",
        "time",
        "period",
        "study",
        "trial",
        "in",
        "all",
        "any",
        "at",
        "of",
        "this",
        "the",
        "we",
        "found",
        "had",
        "has",
        "have",
        "been",
        "did",
        "not",
        "none",
        "each",
        "whole",
        "year",
        "month",
        "quarter",
        "reported",
        "recorded",
        "occurred",
        "seen",
        "kind",
    ]
)
CLAUSE = pattern_of(r"[;:.](?=\s|$)|,\s(?:and|but|while|so|yet)\b|\b(?:but|while|whereas|although)\b")


@dataclass(frozen=True)
class Statement:
    """A statement on all or on none. full: whether it says that all have it; words: of its predicate."""

    start: int
    end: int
    text: str
    full: bool
    number: int | None
    words: frozenset[str]
    last: str
    so: bool
    noun: frozenset[str]


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all or none with a count in another clause near it."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if not any(each.kind == "count" for each in read.entries):
            continue
        for said in _statements(read):
            without = _is_without(read, said)
            if without:
                yield _found(paragraph, said, without)
                continue
            against = next((e for e in read.entries if _denies(read, said, e)), None)
            if against:
                yield _finding(paragraph, read, said, against)


def _statements(read: Passage) -> Iterator[Statement]:
    for pattern, is_all in ((ALL, True), (NONE, False)):
        for found in pattern.finditer(read.text):
            low, high = _clause(read, found.start(), found.end())
            text = read.text[low:high]
            low += len(text) - len(text.lstrip())
            # "No reading, 21": none of it is a name here, with its count.
            named = not is_all and re.match(r"[^.;:()\d]{0,30}[,:–]?\s?\d", read.text[found.end() :])
            # "41.7% of all 132": a share of them, and no statement on all.
            if is_all and SHARE_OF.search(read.text[: found.start()]):
                continue
            if SKIPPED.search(text) or ANOTHER.search(text) or named:
                continue
            rest = read.text[low : found.start()] + " " + read.text[found.end() : high]
            negative = bool(NEG.search(rest))
            groups = found.groupdict()
            digits = groups.get("n") or ""
            number = (int(digits) if digits.isdigit() else worded(digits)) or None
            noun = stems_of(groups.get("noun") or groups.get("noun2") or "")
            words = stems_of(rest) | (noun if not is_all else frozenset())
            telling = re.findall(r"[A-Za-z’']{3,}", rest)
            last = _stem(telling[-1]) if telling else ""
            yield Statement(
                low, high, text.strip(), is_all != negative, number, words, last, bool(SO.search(text)), noun
            )


def _clause(read: Passage, start: int, end: int) -> tuple[int, int]:
    cuts = [(each.start(), each.end()) for each in CLAUSE.finditer(read.text)]
    low = max([high for _, high in cuts if high <= start], default=0)
    return low, min([each for each, _ in cuts if each >= end], default=len(read.text))


def _stem(word: str) -> str:
    return SAME.get(word.lower(), stem(word))


def stems_of(text: str) -> frozenset[str]:
    """The telling stems of a text, dying and death as one."""
    return frozenset(_stem(word) for word in re.findall(r"[A-Za-z’']{3,}", text)) - STOP


def _denies(read: Passage, said: Statement, entry: Entry) -> bool:
    """Whether a count tells of some that are otherwise."""
    if entry.kind != "count" or said.start <= entry.start < said.end or entry.value < 1:
        return False
    if abs(entry.sentence - read.sentence_at(said.start)) > 1:
        return False
    low, high = _clause(read, entry.start, entry.end)
    text = read.text[low:high]
    if ANOTHER.search(text) or SKIPPED.search(text):
        return False
    rest = read.text[low : entry.start] + " " + read.text[entry.end : high]
    other = re.match(r"\s*([a-z’'-]+s)\b", read.text[entry.end :])
    if other and said.full and _of_others(said, other[1]):
        return False
    shared = (said.words & stems_of(rest)) - NEUTRAL - _noun(read, entry)
    negative = bool(NEG.search(rest) or WITHOUT_NAME.search(rest))
    if said.full and entry.end <= said.start and entry.base is not None and _is_faulty(read, said, entry, rest):
        return True
    beside = 0 <= entry.start - said.end < 12
    if said.full and negative:
        nameless = bool(WITHOUT_NAME.search(rest))
        return (nameless and (beside or _is_of(read, entry, said))) or _is_denied(rest, shared)
    if said.full:
        base = entry.base or (_before(read, entry) if OF_THEM.match(read.text, entry.end) else None)
        partial = base is not None and entry.count < base and said.number in (None, base)
        before = entry.end <= said.start and not re.search(r"\b(?:all|every|each)\b", rest, re.I)
        others = [e for e in read.of_sentence(entry.sentence) if e.base is not None and e is not entry]
        again = bool(said.last) and said.last in shared
        return partial and before and not others and (again or (said.so and _is_verdict(said)))
    # "0 of 93 in the one arm and 8 of 125 in the other": some of these are none.
    if re.search(r"(?<![\d.,])0(?![\d.,])|\b(?:none|nil|zero)\b", text, re.I):
        return False
    # "None was graded V": a name of one letter or two that the count's words don't have.
    if set(re.findall(r"\b[A-Z]{1,3}\b", said.text[1:])) - set(re.findall(r"\b[A-Z]{1,3}\b", text)):
        return False
    # None, and yet some: nothing else may narrow what there is none of.
    return not negative and bool(shared) and said.words - NEUTRAL - _noun(read, entry) <= stems_of(rest)


def _of_others(said: Statement, noun: str) -> bool:
    """Whether a count is of other things than those that all is said of: mothers, and not fathers."""
    return bool(said.noun) and _stem(noun) not in said.noun | said.words


def _is_faulty(read: Passage, said: Statement, entry: Entry, rest: str) -> bool:
    """ "Two of the 15 charts had gaps. The charts were complete in every case": the same things, and some at fault."""
    subject = re.match(r"(?:the|these) ([a-z’'-]+(?: [a-z’'-]+)?) (?:was|were|are|is)\b", said.text, re.I)
    faulty = re.search(r"\b(?:gaps?|missing|errors?|blanks?|omissions?|unsigned|incomplete|mistakes?)\b", rest, re.I)
    if not subject or not faulty or not _is_verdict(said):
        return False
    start = read.starts[max(0, entry.sentence - 1)]
    return stems_of(subject[1]) <= stems_of(read.text[start : said.start])


def _is_of(read: Passage, entry: Entry, said: Statement) -> bool:
    """Whether a count is one of those that are spoken of."""
    return (entry.base is not None and entry.base == said.number) or bool(OF_THEM.match(read.text, entry.end))


def _before(read: Passage, entry: Entry) -> int | None:
    """The count told last before one, where it is greater."""
    earlier = [e.count for e in read.entries if e.end <= entry.start and e.kind == "count"]
    return earlier[-1] if earlier and earlier[-1] > entry.count else None


def _is_verdict(said: Statement) -> bool:
    return bool(
        re.search(
            r"\b(?:in order|complete|satisfactory|compliant|met|correct|up to standard|safe|"
            r"sound)\b",
            said.text,
        )
    )


def _noun(read: Passage, entry: Entry) -> frozenset[str]:
    """The stem of what is counted: of it nothing is said yet."""
    found = re.match(r"\s*([A-Za-z’'-]+)", read.text[entry.end :])
    return frozenset([_stem(found[1])]) if found and not found[1].endswith("ed") else frozenset()


def _is_denied(rest: str, shared: frozenset[str]) -> bool:
    """Whether a word that both share stands right behind "no", "without", "lacked" or "not"."""
    for found in re.finditer(
        r"\b(?:no|without(?: an?| any| the)?|lack\w*(?: an?| any| the)?|missing|not(?: been| have| be| had)?|"
        r"never(?: been)?|"
        r"failed to(?: have)?)\s+((?:[a-z’'-]+\s*){1,2})",
        rest,
        re.I,
    ):
        if stems_of(found[1]) & shared:
            return True
    return False


def _is_without(read: Passage, said: Statement) -> str:
    """What a clause behind a statement on all says of some that have none of it: "Elm could show us no log"."""
    if not said.full or said.number is None:
        return ""
    for clause in re.split(r"(?<=[.;])\s+|, (?:and|but|while)\b", read.text[said.end :].lstrip(" .;,"))[:2]:
        found = re.search(
            r"\b(?:had|showed|show|show us|kept|held|produce|produced|find|found|was|lacked|has|have)\s+"
            r"(?:no|an?)\s+(?P<what>[a-z’'-]+)\b(?! (?:of|for|to|that|in|with)\b)",
            clause,
            re.I,
        )
        lacks = found and (
            re.search(r"\bno\s+[a-z’'-]+$", found.group(), re.I) or found.group().lower().startswith("lacked")
        )
        if found and lacks and _stem(found["what"]) in said.words - said.noun and not ANOTHER.search(clause):
            return clause
    return ""


def _found(paragraph: Paragraph, said: Statement, against: str) -> Finding:
    why = f"“{said.text}”, and “{against.strip()}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    return Finding(CODE, "wrong", paragraph.where, said.text, "all", "not all", why, slip, "likely")


def _finding(paragraph: Paragraph, read: Passage, said: Statement, entry: Entry) -> Finding:
    low, high = _clause(read, entry.start, entry.end)
    why = f"“{said.text}”, and “{read.text[low:high].strip()}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    stated, other = ("all", "not all") if said.full else ("none", "some")
    return Finding(CODE, "wrong", paragraph.where, said.text, stated, other, why, slip, "likely")
