"""None, neither or no one is said to have done what a sentence beside it counts some to have done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "none-yet-some"
MESSAGE = "Where none is said to have been so, nothing beside it counts some that were."
GOOD = "No rider in either team fell ill. Two riders of the second team lost their way."
BAD = "No rider in either team fell ill. Two riders of the second team fell ill in the rain."

NONE = pattern_of(
    r"(?:(?:^|(?<=[.;:]\s)|(?<=, )|(?<=and )|(?<=so )|(?<=that )|(?<=therefore )|(?<=there were )|(?<=there was ))"
    r"(?:none\b(?: of (?:the|these|those|our))?|neither\b(?: of (?:the|these|those|our))?|nobody|no one|"
    r"not one(?: of the)?|"
    r"no (?!more|fewer|less|longer|doubt|change|difference|other|further|such|lower|higher|single answer)(?=[a-z]))|"
    r"\bin neither(?: of the)? |\bnot a single )",
    re.I,
)
# Words that say no themselves, or that speak of another time, a rule or an exception.
NO = re.compile(
    r"\b(?:not|no|none|never|neither|nor|without|lack\w*|missing|absent|fail\w*|unable|cannot|nil|zero)\b|n[’']t\b|"
    r"\bun(?!der|it|til|ion|less|ique|iv)[a-z]{3,}",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:last (?:year|time|audit)|previous\w*|earlier|before|in (?:19|20)\d\d|ago|nationally|elsewhere|should|"
    r"must|if|"
    r"unless|would|could|may|except\w*|but for|apart from|other than|since|originally|at first|initially|until|"
    r"more than|fewer than|less than|at least|up to|re-?audit|target|later|now|also|too)\b",
    re.I,
)
ANY = pattern_of(r"\b(?:either|any|both|all|each|whole|neither)\b", re.I)
PLACED = pattern_of(
    r"\b(?:in|on|at|among|from|under|during|for) (?:the |our |an? )?([A-Za-z’'-]{3,}(?: [A-Za-z’'-]{3,})?)"
)
SAME = {"died": "death", "die": "death", "dead": "death", "dies": "death", "dying": "death"}
PLAIN = STOP | frozenset(
    stem(word)
    for word in (
        *(
            "there",
            "were",
            "was",
            "had",
            "has",
            "have",
            "been",
            "not",
            "any",
            "none",
            "neither",
            "nobody",
            "one",
            "two",
        ),
        *("three", "four", "five", "six", "seven", "eight", "nine", "ten", "either", "group", "arm", "groups", "arms"),
        *("them", "they", "their", "our", "we", "us", "found", "find", "seen", "reported", "recorded", "case", "cases"),
        *("during", "period", "time", "times", "year", "month", "did", "does", "thus", "therefore", "then", "so", "in"),
        *("both", "whole", "no", "said", "told", "other", "others", "that", "this", "these", "those"),
    )
)
CLAUSE = re.compile(r"(?<=[.;:])\s+|, (?:and|but|while|so|yet)\b|\b(?:but|while|whereas|although)\b")
VERB = pattern_of(
    r"\b(?:was|were|is|are|had|has|have|did)\s+(?:been\s+)?(?:an?\s+|any\s+|the\s+|of\s+)?(?P<what>[a-z’'-]{3,})", re.I
)
BOTH = 2


@dataclass(frozen=True)
class Said:
    """A statement that none is so. low, high: its clause; words: what it tells; placed: where; key: what none did."""

    low: int
    high: int
    text: str
    words: frozenset[str]
    placed: frozenset[str]
    key: frozenset[str]
    at: int


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, against the counts of the sentences around it."""
    for paragraph in context.document.paragraphs:
        if not NONE.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        if not any(each.kind == "count" for each in read.entries):
            continue
        for said in _statements(read):
            against = next((e for e in read.entries if _is_some(read, said, e)), None)
            if against:
                yield _finding(paragraph, read, said, against)


def _statements(read: Passage) -> Iterator[Said]:
    for found in NONE.finditer(read.text):
        low, high = clause_at(read, found.start(), found.end())
        text = read.text[low:high]
        rest = f"{read.text[low : found.start()]} {read.text[found.end() : high]}"
        # "No assurance, 3": one of a list, with its figure.
        told = re.match(r"[^.;:()\d]{0,30}[,:–]?\s?\d", read.text[found.end() : high])
        if ELSE.search(text) or NO.search(rest) or (told and not re.search(r"\bof the\b", found.group())):
            continue
        places = frozenset() if ANY.search(text) else _placed(rest)
        key = _key(found.group(), rest, read.text[found.end() : high])
        # "Found in neither department": the word behind is only what both are.
        words = key_stems(read.text[low : found.start()] if re.match(r"in neither", found.group(), re.I) else rest)
        yield Said(low, high, text.strip(), words, places, key, read.sentence_at(found.start()))


def clause_at(read: Passage, start: int, end: int) -> tuple[int, int]:
    """The clause that a run of the text stands in."""
    cuts = [(each.start(), each.end()) for each in CLAUSE.finditer(read.text)]
    low = max([stop for _, stop in cuts if stop <= start], default=0)
    return low, min([each for each, _ in cuts if each >= end], default=len(read.text))


def key_stems(text: str) -> frozenset[str]:
    """The stems of the telling words of a text, dying and death as one."""
    words = re.findall(r"[a-z’'-]{3,}", text.lower())
    return frozenset(stem(SAME.get(word, word)) for word in words) - PLAIN


def _key(none: str, rest: str, behind: str) -> frozenset[str]:
    """What none is said to have done: the word behind its verb; of "there were no falls" what there was none of."""
    if re.match(r"in neither", none, re.I):
        return key_stems(" ".join(rest.split()[:1]))
    done = VERB.search(behind)
    if done:
        return key_stems(done["what"])
    if re.search(r"\bthere (?:was|were)\b", rest):
        return key_stems(behind.split()[0] if behind.split() else "")
    behind = re.sub(r"\([^()]*\)", "", behind)
    plain = re.sub(r"\b(?:in|on|at|of|from|among) (?:the |either |any |both |our )*[a-z’'-]+", "", behind)
    return key_stems(" ".join(plain.split()[1:2]))


def _placed(text: str) -> frozenset[str]:
    """The words of where or of whom it is said."""
    return frozenset(each for found in PLACED.finditer(text) for each in key_stems(found[1]))


def _is_some(read: Passage, said: Said, entry: Entry) -> bool:
    """Whether a count outside the statement tells of some who are so."""
    if entry.kind != "count" or said.low <= entry.start < said.high or entry.value < 1:
        return False
    if abs(entry.sentence - said.at) > 1 or str(entry.count) in re.findall(r"\d+", said.text):
        return False
    low, high = clause_at(read, entry.start, entry.end)
    text = read.text[low:high]
    if NO.search(text) or ELSE.search(text) or re.search(r"(?<![\d.,])0(?![\d.%]|,\d)", text):
        return False
    # "Graded V": a name of one letter or two that the count's words don't have.
    if not set(re.findall(r"\b[A-Z]{1,3}\b(?![’'])", said.text[1:])) <= set(re.findall(r"\b[A-Z]{1,3}\b", text)):
        return False
    here = key_stems(text)
    shared = said.words & here
    if not said.placed <= here or not said.key or not said.key <= here:
        return False
    if not _object(said.text, said.key) <= _object(text, said.key) and _object(text, said.key):
        return False
    return len(shared) >= BOTH or said.words <= here


def is_of_same(said: str, text: str) -> bool:
    """Whether what is done in both is done to the same: of the rope test and the swimming test it is not."""
    done = VERB.search(said)
    key = key_stems(done["what"]) if done else frozenset()
    return not key or not key <= key_stems(text) or _object(said, key) <= _object(text, key)


def _object(text: str, key: frozenset[str]) -> frozenset[str]:
    """The words behind a verb as far as the next that tells why, when or where: what was done."""
    words = re.findall(r"[A-Za-z’'-]{2,}", text)
    places = [at for at, word in enumerate(words) if key_stems(word) & key]
    behind = " ".join(words[places[0] + 1 :]) if places else ""
    return key_stems(re.split(r"\b(?:because|due|owing|after|during|in|on|at|by|from|as|when|for|and)\b", behind)[0])


def _finding(paragraph: Paragraph, read: Passage, said: Said, entry: Entry) -> Finding:
    low, high = clause_at(read, entry.start, entry.end)
    why = f"“{said.text.strip(' .;,')}”, and “{read.text[low:high].strip(' .;,')}”"
    slip = f"but-some/{paragraph.line}/{said.low}"
    return Finding(CODE, "wrong", paragraph.where, said.text.strip(" .;,"), "none", "some", why, slip, "likely")
