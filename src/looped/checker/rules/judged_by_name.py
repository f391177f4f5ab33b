"""How many something is said of, against the word told of each by name: "two of the three: Ash (shut), ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantified import EXCEPTED, Quantifier, quantifiers

CODE = "judged-by-name"
MESSAGE = "Something is said of as many as the words told of each by name make."
GOOD = "Two of the four mills were sound: Ash (sound), Elm (cracked), Oak (sound) and Yew (leaning)."
BAD = "Three of the four mills were sound: Ash (sound), Elm (cracked), Oak (sound) and Yew (leaning)."

NAME = r"(?:(?i:the|and) )*[A-Z][\w’'-]*(?: [A-Z][\w’'-]*| \d{1,2}(?!\d))*"
WORDS = r"[a-z][a-z’' -]{1,30}?"
# "Ash (sound), Elm (cracked) and Oak (sound)", "Ash: sound; Elm: cracked; Oak: sound".
BRACKETS = rf"{NAME} \({WORDS}\)"
PAIRS = rf"{NAME}(?::| [–—]) ?{WORDS}"
LIST = pattern_of(
    rf"(?P<list>{BRACKETS}(?:(?:,|;)? (?:and )?{BRACKETS}){{2,}})|"
    rf"(?P<pairs>{PAIRS}(?:(?:,|;) (?:and )?{PAIRS}){{2,}})(?=[.;]|$)"
)
JUDGED = re.compile(rf"\(({WORDS})\)|(?:: ?| [–—] )({WORDS})(?=,|;|$)")
NOT = pattern_of(
    r"\b(?:not|n[’']t|never|no|at least|more than|fewer than|less than|or (?:better|worse|above|below))\b", re.I
)


@dataclass(frozen=True)
class Judged:
    """The words told of each of several. start, end: of their list; at: its sentence."""

    words: tuple[str, ...]
    start: int
    end: int
    at: int


def check(context: Context) -> Iterator[Finding]:
    """Each such list with how many are said to be so right before it, or in the sentence before or behind."""
    for paragraph in context.paragraphs_with(LIST):
        read = passage(paragraph.text)
        lists = list(_lists(read))
        if len(lists) == 1:
            yield from _judged(paragraph, read, lists[0])


def _lists(read: Passage) -> Iterator[Judged]:
    for found in LIST.finditer(read.text):
        told = tuple((a or b).strip().lower() for a, b in JUDGED.findall(found.group()))
        if len(set(told)) < len(told):
            yield Judged(told, found.start(), found.end(), read.sentence_at(found.start()))


def _judged(paragraph: Paragraph, read: Passage, told: Judged) -> Iterator[Finding]:
    for said in quantifiers(read.text):
        at = read.sentence_at(said.start)
        if abs(at - told.at) > 1 or told.start <= said.start < told.end:
            continue
        low = read.starts[at]
        high = min([each for each in (told.start, low + len(read.sentence(at))) if each >= said.end])
        word = _word(read.text[said.end : high], told.words)
        if word is None or NOT.search(read.text[low:high]) or EXCEPTED.search(read.text[low:high]):
            continue
        if _is_of_others(said, told.words) or any(each.startswith(f"{word} ") for each in told.words):
            continue
        yield _finding(paragraph, said, told, word)


def _word(text: str, words: Sequence[str]) -> str | None:
    """The one of some words that a statement says."""
    plain = text.lower()
    said = [word for word in dict.fromkeys(words) if re.search(rf"\b{re.escape(word)}\b", plain)]
    said = [word for word in said if not any(word != other and word in other for other in said)]
    return said[0] if len(said) == 1 else None


def _is_of_others(said: Quantifier, words: Sequence[str]) -> bool:
    """Whether it is told of more than are named, or of fewer."""
    return (said.size is not None and said.size != len(words)) or (said.kind == "count" and said.count > len(words))


def _finding(paragraph: Paragraph, said: Quantifier, told: Judged, word: str) -> Finding:
    having = told.words.count(word)
    right = said.holds(having, len(told.words))
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{having} of {len(told.words)} are told to be {word!r}"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    return Finding(CODE, verdict, paragraph.where, said.text, said.text, str(having), why, slip, "likely")
