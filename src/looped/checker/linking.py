"""Which cells a phrase speaks of: labels of tables, rows and columns found in words, whatever their endings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "with",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "had",
        "has",
        "have",
        "as",
        "or",
        "number",
        "total",
        "all",
        "overall",
        "per",
        "this",
        "that",
        "these",
        "those",
        "which",
        "who",
        "whom",
        "it",
        "its",
        "their",
        "table",
        "figure",
        "share",
        "percentage",
    ]
)
# Words that head the corner of a table; they tell no table from another.
HEADS = frozenset(
    ["month", "grad", "year", "quarter", "month", "group", "categor", "respons", "answer", "outcom", "result", "report"]
)
ENDINGS = ("ness", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "y", "e")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


@dataclass(frozen=True)
class Mention:
    """A label found in a text. start, end: of the words that stand for it."""

    at: int
    start: int
    end: int


@cache
def stem(word: str) -> str:
    """A word without its ending, crudely: "audits" and "audited" are one.

    >>> stem("considering") == stem("consideration"), stem("reviews") == stem("review")
    (True, True)
    """
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    if plain in MONTHS or plain == "evening":
        return plain
    for month in MONTHS:
        if plain == month[:3] and plain != "may":
            return month
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain


@lru_cache(maxsize=16384)
def words_of(text: str) -> list[tuple[str, int, int]]:
    """Words and numbers of a text, stemmed, with where they stand. Kept, and so never changed."""
    found = re.finditer(r"[A-Za-z][A-Za-z’']*|\d+(?:[-–]\d+)?\+?", text)
    # "Ward A" is told by its letter: a capital on its own is no article.
    return [
        ("#" + each.group() if re.fullmatch(r"[A-Z]", each.group()) else stem(each.group()), each.start(), each.end())
        for each in found
    ]


@lru_cache(maxsize=16384)
def key_words(label: str) -> tuple[str, ...]:
    """The words of a label that can tell it."""
    plain = re.sub(r"\(?\bn\s*=\s*[\d,]+\)?", " ", label)
    plain = re.sub(r"\(([^)]*)\)", " ", plain) if re.sub(r"\([^)]*\)", "", plain).strip() else plain
    words = [word for word, _, _ in words_of(plain)]
    return tuple(dict.fromkeys(word for word in words if word not in STOP)) or tuple(words)


@lru_cache(maxsize=16384)
def initials(label: str) -> str:
    """The capitals of a label of several words, as people shorten it: "Requires Improvement" is "ri"."""
    words = re.findall(r"[A-Za-z]+", label)
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


@dataclass(frozen=True)
class Label:
    """A label that can be spoken of. key: its telling words; short: its initials, as `signs_of` marks them."""

    at: int
    text: str
    key: tuple[str, ...]
    short: str


@dataclass(frozen=True)
class Labels:
    """The labels of one side of a table by the sign that one of them begins with, wherever it is spoken of."""

    by_sign: dict[str, tuple[Label, ...]]

    def begun_in(self, signs: frozenset[str]) -> list[Label]:
        """The labels that may be spoken of where these signs are, in their order."""
        begun = {label.at: label for sign in signs if sign in self.by_sign for label in self.by_sign[sign]}
        return [begun[at] for at in sorted(begun)]


@lru_cache(maxsize=16384)
def signs_of(text: str) -> frozenset[str]:
    """By what a label can begin in a text: the stem of each word, and each word in capitals as initials.

    >>> sorted(signs_of("RI audits"))
    ['@ri', 'audit', 'ri']
    """
    words = words_of(text)
    capitals = (text[start:end] for _, start, end in words if text[start:end].isupper())
    return frozenset([*(word for word, _, _ in words), *(f"@{each.lower()}" for each in capitals)])


@lru_cache(maxsize=8192)
def labels_of(given: tuple[str, ...]) -> Labels:
    """Labels read. Kept: a table's are asked for with every sentence."""
    by_sign: dict[str, tuple[Label, ...]] = {}
    for at, key in enumerate(_telling([key_words(label) for label in given])):
        if key:
            label = Label(at, given[at], key, f"@{initials(given[at])}")
            for sign in {key[0], label.short}:
                by_sign[sign] = (*by_sign.get(sign, ()), label)
    return Labels(by_sign)


def mentions(text: str, labels: Iterable[str]) -> list[Mention]:
    """Where each of the labels is spoken of; a longer label's words aren't a shorter one's as well."""
    return list(_mentions(text, tuple(labels)))


@lru_cache(maxsize=16384)
def _mentions(text: str, given: tuple[str, ...]) -> tuple[Mention, ...]:
    """Kept: several rules ask for the same sentences."""
    begun = labels_of(given).begun_in(signs_of(text))
    found = [each for label in begun for each in _places(text, words_of(text), label)]
    apart = (each for each in found if not any(_inside(each, other) for other in found))
    return tuple(sorted(apart, key=lambda each: each.start))


def _telling(keys: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Keys without the words that all of them share, such as the year of every month; a month stands for itself."""
    # Months of one year stand for themselves, whatever other columns there are.
    timed = [set(key) for key in keys if any(word in MONTHS for word in key)]
    years = set.intersection(*timed) if len(timed) > 1 else set()
    keys = [tuple(w for w in key if w not in years) or key if any(w in MONTHS for w in key) else key for key in keys]
    filled = [set(key) for key in keys if key and key != ("total",)]
    shared = set.intersection(*filled) if len(filled) > 1 else set()
    if any(set(key) <= shared for key in keys):
        return keys
    return [tuple(word for word in key if word not in shared) or key for key in keys]


def _inside(each: Mention, other: Mention) -> bool:
    return (
        each.at != other.at
        and other.start <= each.start
        and each.end <= other.end
        and (other.end - other.start > each.end - each.start)
    )


def _places(text: str, words: list[tuple[str, int, int]], label: Label) -> Iterator[Mention]:
    key, short = label.key, label.short.removeprefix("@")
    for place, (word, start, end) in enumerate(words):
        if len(short) > 1 and text[start:end].isupper() and text[start:end].lower() == short:
            yield Mention(label.at, start, end)
        elif word == key[0] and (len(key) > 1 or _same_word(text[start:end], label.text)):
            reached = _reach(words, place, key)
            if reached is not None:
                yield Mention(label.at, start, reached)


def _same_word(word: str, label: str) -> bool:
    """A label of one word is met by that word or its plural: "returns" are not "Returned"."""
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    own = [each.lower() for each in re.findall(r"[A-Za-z’']+|\d+(?:[-–]\d+)?\+?", label)]
    months = stem(plain) in MONTHS
    return months or not own or any(plain == each or plain == each + "s" or plain + "s" == each for each in own)


def _reach(words: list[tuple[str, int, int]], place: int, key: tuple[str, ...]) -> int | None:
    """Where the words of a key end that begin here, small words between them allowed."""
    reached, gap = place, 0
    for wanted in key[1:]:
        here = reached + 1
        gap = 0
        while here < len(words) and words[here][0] in STOP and gap < 3:
            here, gap = here + 1, gap + 1
        if here >= len(words) or words[here][0] != wanted:
            return None
        reached = here
    return words[reached][2]


@dataclass(frozen=True, eq=False)
class Titles:
    """Of each title the words that no other has, and the title of each such word."""

    own: list[list[str]]
    by_word: dict[str, int]


@lru_cache(maxsize=16384)
def titles_in(text: str, titles: Titles) -> tuple[Mention, ...]:
    """Tables spoken of by the words that tell their title from the others'; two thirds of these must be there."""
    words = words_of(text)
    met = sorted({titles.by_word[word] for word in signs_of(text) if word in titles.by_word})
    found = [each for at in met for each in _clusters(words, titles.own[at], at)]
    return tuple(sorted(found, key=lambda each: each.start))


def titles_of(titles: Sequence[str]) -> Titles:
    """Of each title the words that no other has."""
    keys = [tuple(word for word in key_words(title) if word not in HEADS) for title in titles]
    often = Counter(word for key in keys for word in set(key))
    own = [[word for word in key if often[word] == 1] if len(titles) > 1 else list(key) for key in keys]
    return Titles(own, {word: at for at, each in enumerate(own) for word in each})


def _clusters(words: list[tuple[str, int, int]], own: list[str], at: int) -> Iterator[Mention]:
    """Runs of a title's own words that stand together."""
    here = [place for place, (word, _, _) in enumerate(words) if word in own]
    run: list[int] = []
    for place in [*here, 10**6]:
        if run and place - run[-1] > 4:  # far apart: another mention
            if 3 * len({words[each][0] for each in run}) >= 2 * len(own):
                yield Mention(at, words[run[0]][1], words[run[-1]][2])
            run = []
        run.append(place)
