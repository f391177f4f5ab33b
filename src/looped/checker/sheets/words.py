"""The words of heads and labels, and whether two of them are alike."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from looped.checker.linking import MONTHS, STOP, stem
from looped.checker.patterns import pattern_of

# "65 or over" and "65+" are one word, as a label and in a sentence.
OR_OVER = r"(?: years)? (?:or|and) (?:over|above|older|more)\b"
# "°C" is no store C, and "5.7" no ward 7.
TOKEN = pattern_of(rf"(?<!°)[A-Za-z]+(?:[’'][a-z]+)?|\d+(?:,\d{{3}})*(?:\.\d+)?(?:{OR_OVER}|(?:\s?[/–-]\s?\d+)*\+?)")
BRACKETS = pattern_of(r"\([^)]*\)|\[[^\]]*\]")
# What no ending tells: "saw" is of the stem of "seen".
IRREGULAR = {
    "felt": "feel",
    "fell": "fall",
    "fallen": "fall",
    "knew": "know",
    "kept": "keep",
    "saw": "seen",
    "took": "taken",
    "gave": "given",
    "chose": "chosen",
    "wrote": "written",
    "began": "begun",
}
DASH = re.compile(r"\s?[/–-]\s?")


class Token(NamedTuple):
    """A word of a text. plain: in small letters, or the number with a plain dash."""

    plain: str
    raw: str
    start: int
    end: int


@lru_cache(maxsize=16384)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text.

    >>> [each.plain for each in tokens_of("In 2019/20 Ward A's")]
    ['in', '2019-20', 'ward', "a's"]
    """
    return tuple(Token(_plain(each.group()), each.group(), *each.span()) for each in TOKEN.finditer(text))


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """A word in small letters, a number with a plain dash, the letter of a quarter as the word."""
    if word.isalpha():
        return "quarter" if word in "Qq" else IRREGULAR.get(word.lower(), word.lower())
    if word[0].isdigit() and word[-1].isalpha():
        return f"{word.split()[0]}+"
    return DASH.sub("-", word).lower().replace("’", "'")


def number_alike(words: Iterable[str], said: Sequence[str]) -> int:
    """How many of some words are told by one of others.

    >>> number_alike(("plan", "completed"), ("completion", "plans", "late"))
    2
    """
    return sum(any(alike(word, other) for other in said) for word in words)


@lru_cache(maxsize=16384)
def alike(one: str, other: str) -> bool:
    """Whether two words are of one stem.

    >>> alike("completion", "complete"), alike("chronologies", "chronology"), alike("chair", "choir")
    (True, True, False)
    """
    if one == other:
        return True
    if one[0].isdigit() or other[0].isdigit() or one[0] != other[0]:
        return False
    first, second = stem(one), stem(other)
    if first == second:
        return True
    if first in MONTHS or second in MONTHS:
        short, month = sorted((first, second), key=len)
        return len(short) > 2 and month in MONTHS and month.startswith(short)
    short, long = sorted((first, second), key=len)
    if len(short) > 2 and long in (short + "d", short + "s"):
        return True
    if len(short) > 3 and long.startswith(short) and len(long) - len(short) < 4:
        return True
    least = min(len(first), len(second))
    same = next((at for at in range(least) if first[at] != second[at]), least)
    longest = max(len(one), len(other))
    return same >= 5 and same >= min(len(one), len(other)) - 3 and longest - same <= 6


@lru_cache(maxsize=16384)
def label_words(label: str) -> tuple[str, ...]:
    """The telling words of a label: what stands in brackets only where nothing else does."""
    outer = BRACKETS.sub(" ", label)
    words = [each.plain.removesuffix("'s") for each in tokens_of(outer if re.search(r"\w", outer) else label)]
    capitals = {found.lower() for found in re.findall(r"\b[A-Z]\b", outer)}
    # "Overall grade" is met by both words, or any grade would be it.
    kept = {*capitals, "overall"} if len(words) > 1 else capitals
    telling = [word for word in words if word in kept or (stem(word) not in STOP and word not in STOP)]
    return tuple(dict.fromkeys(telling or words))
