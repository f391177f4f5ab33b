"""Rows and columns that a text names, in the words of their labels or in others of the same stems."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from looped.checker.patterns import pattern_of
from looped.checker.sheets.words import Token, alike, label_words, tokens_of

# These say nothing alone, or what everything says.
EMPTY = frozenset(
    [
        *(
            "yes",
            "no",
            "none",
            "other",
            "others",
            "all",
            "total",
            "any",
            "both",
            "unknown",
            "neither",
            "either",
            "base",
        ),
        *("n", "number", "count", "percentage", "percent", "per", "cent", "share", "overall", "average", "mean"),
        *("change", "difference", "target", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    ]
)
ORDINAL = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "one": "1", "two": "2", "three": "3"}
ORDINALS = {value: tuple(word for word, each in ORDINAL.items() if each == value) for value in ORDINAL.values()}
# "Will" is no short word for Willow.
AUXILIARY = frozenset(("will", "would", "were", "might", "must"))
AND = frozenset(("and", "but", "to", "with", "while", "against", "compared", "as"))
REACH = 4
# "Thefts in the year", "seen over 12 months".
WHEN = pattern_of(
    r"(?: (?:reported|recorded|received))? (?:in|during|over|for) (?:the (?:(?:last|past|previous|whole) )?)?"
    r"(?:(?:\d{1,2}|two|three|six|nine|twelve) months|(?<=the )(?:year|quarter|month|period|term))$",
    re.I,
)
NEITHER = pattern_of(r"\bneither [a-z]+ (?:n?or) [a-z]+\b", re.I)
ROMAN = pattern_of(r"[a-z]|i{1,3}v?|vi*")
NUMERAL = pattern_of(r"\d{1,2}")


@dataclass(frozen=True)
class Named:
    """A label that a text names. whole: in all its telling words; core: where its words stand that no other has."""

    at: int
    start: int
    end: int
    whole: bool
    words: int = 1
    core: tuple[int, int] = (0, 0)


@lru_cache(maxsize=8192)
def keys_of(labels: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Of each label the words that not all of them have."""
    every = [label_words(label) for label in labels]
    filled = [words for words in every if words]
    shared = (
        [word for word in filled[0] if all(any(alike(word, w) for w in o) for o in filled)] if len(filled) > 1 else []
    )
    cut = [tuple(w for w in words if not any(alike(w, s) for s in shared)) for words in every]
    return tuple(own or words for own, words in zip(cut, every, strict=True))


def named_in(text: str, labels: Sequence[str], corner: str = "") -> list[Named]:
    """The labels that a text names, in order; what is named within a longer name isn't.

    >>> [each.at for each in named_in("an up-to-date plan on 40 files", ("Plan up to date", "Child seen"))]
    [0]
    """
    return list(_named(text, tuple(labels), corner))


@dataclass(frozen=True)
class Sought:
    """A label that can be named. key: its telling words; letters, numerals: of these the bare ones.

    around: all its words and its corner's; others: the telling words of the labels beside it.
    signs: of which a text that names it has one, as of `Words`; each: the same of each of its telling words.
    shared: its words that all labels have.
    size: how many telling words it has with the stretch that it was counted over.
    """

    at: int
    key: tuple[str, ...]
    letters: frozenset[str]
    numerals: frozenset[str]
    around: tuple[str, ...]
    others: frozenset[str]
    signs: frozenset[str]
    each: tuple[frozenset[str], ...]
    shared: tuple[str, ...] = ()
    size: int = 0


def _but_when(given: tuple[str, ...]) -> tuple[str, ...]:
    """The labels without the stretch that they were counted over, which no sentence need repeat.

    >>> _but_when(("Boats", "Thefts in six months", "Losses", "Losses in the year"))
    ('Boats', 'Thefts', 'Losses', 'Losses in the year')
    """
    short = [WHEN.sub("", label) for label in given]
    return tuple(own if short.count(own) == 1 and own else label for own, label in zip(short, given, strict=True))


def may_name_in_full(text: str, labels: tuple[str, ...]) -> bool:
    """Whether a text may have every telling word of a label: asked of many tables, it costs less than to look."""
    signs = _words_of(text).signs
    return any(not any(map(signs.isdisjoint, label.each)) for label in _sought(labels, "")) or bool(
        _phrases(tokens_of(text), labels) or _neither(text, labels)
    )


def may_name_two(text: str, labels: tuple[str, ...]) -> bool:
    """Whether a text may name two labels, in full or in part, or in one of the rarer ways."""
    signs = _words_of(text).signs
    named = sum(not signs.isdisjoint(label.signs) for label in _sought(labels, ""))
    return named > 1 or bool(_phrases(tokens_of(text), labels) or _neither(text, labels))


def _signs(word: str) -> frozenset[str]:
    """Of which a text that has a word has one, as of `Words`."""
    return frozenset((word, word[:2], *ORDINALS.get(word, ())))


@lru_cache(maxsize=8192)
def _sought(given: tuple[str, ...], corner: str) -> tuple[Sought, ...]:
    """The labels of one side of a table that can be named at all."""
    keys, full = keys_of(_but_when(given)), keys_of(given)
    return tuple(
        Sought(
            at,
            key,
            frozenset(filter(ROMAN.fullmatch, key)),
            frozenset(filter(NUMERAL.fullmatch, key)),
            (*label_words(given[at]), *label_words(corner)),
            frozenset(word for place, other in enumerate(keys) if place != at for word in other),
            frozenset(sign for word in key for sign in _signs(word)),
            tuple(map(_signs, key)),
            tuple(word for word in label_words(given[at]) if word not in key),
            max(len(key), len(full[at])),
        )
        for at, key in enumerate(keys)
        if key and not set(key) <= EMPTY and not re.match(r"\W*[<>≤≥]", given[at])
    )


@lru_cache(maxsize=16384)
def _named(text: str, given: tuple[str, ...], corner: str) -> tuple[Named, ...]:
    """Kept: every rule asks for the same sentences."""
    tokens, words = tokens_of(text), _words_of(text)
    found: list[Named] = []
    found += [*_phrases(tokens, given), *_neither(text, given)]
    for label in _sought(given, corner):
        hits = [] if words.signs.isdisjoint(label.signs) else _hits(tokens, words, label)
        if hits:
            found += _found(tokens, hits, label)
    return tuple(sorted(_kept(found), key=lambda each: each.start))


@lru_cache(maxsize=8192)
def _silent(given: tuple[str, ...]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The labels of two words or three that say nothing one by one: "no change"."""
    every = [(at, tuple(each.plain for each in tokens_of(label))) for at, label in enumerate(given)]
    keys = keys_of(given)
    return tuple((at, words) for at, words in every if 1 < len(words) < REACH and set(keys[at]) <= EMPTY)


def _phrases(tokens: tuple[Token, ...], given: tuple[str, ...]) -> list[Named]:
    """Such labels where they stand word by word."""
    return [
        Named(at, tokens[place].start, tokens[place + len(words) - 1].end, True, len(words))
        for at, words in _silent(given)
        for place in range(len(tokens) - len(words) + 1)
        if all(tokens[place + k].plain == word for k, word in enumerate(words)) and words[0][0].isalpha()
    ]


def _neither(text: str, given: tuple[str, ...]) -> list[Named]:
    """ "Neither happy nor unhappy", of an answer called "Neither"."""
    at = _neither_at(given)
    return [] if at is None else [Named(at, *e.span(), True, REACH, e.span()) for e in NEITHER.finditer(text)]


@lru_cache(maxsize=8192)
def _neither_at(given: tuple[str, ...]) -> int | None:
    """Which label is "Neither"."""
    return next((at for at, label in enumerate(given) if label.strip().lower() == "neither"), None)


def _kept(found: list[Named]) -> list[Named]:
    """Without those that stand within another's words, or that share words with a better one."""
    found = [_cut(each, found) for each in found]
    return [
        each
        for each in found
        if not any(
            other.at != each.at
            and other.start < each.end
            and each.start < other.end
            and (other.whole, other.words) > (each.whole, each.words)
            for other in found
        )
    ]


def _cut(named: Named, found: list[Named]) -> Named:
    """A name that another cuts through, by its own words alone: "we saw fewer men than women" of men and women seen."""
    low, high = named.core
    across = any(
        o.at != named.at and (named.start < o.core[0] < o.core[1] < low or high < o.core[0] < o.core[1] < named.end)
        for o in found
    )
    return replace(named, start=low, end=high) if across and high else named


def _found(tokens: tuple[Token, ...], hits: list[tuple[int, str]], label: Sought) -> list[Named]:
    key, others = label.key, label.others
    runs = sorted((_run(hits, at) for at in range(len(hits))), key=lambda run: (-len(run), run[-1][0] - run[0][0]))
    own = [word for word in key if not any(alike(word, other) for other in others)]
    done: list[Named] = []
    taken: set[int] = set()
    for run in runs:
        covered = {word for _, word in run}
        mine = [word for word in own if word in covered]
        whole = len(covered) == len(key)
        telling = any(len(word) > 3 or word[0].isdigit() for word in mine)
        part = (
            "overall" not in key
            and bool(mine)
            and telling
            and 2 * len(mine) >= len(own)
            and 2 * len(covered) >= label.size
        )
        if part and not whole and len(run) == 1 and _is_of_other_kind(tokens[run[0][0]].plain, run[0][1]):
            continue
        if (whole or part) and taken.isdisjoint(place for place, _ in run):
            taken |= {place for place, _ in run}
            mine_at = [place for place, word in run if word in own] or [place for place, _ in run]
            core = (tokens[min(mine_at)].start, tokens[max(mine_at)].end)
            first, last = _with_shared(tokens, run[0][0], run[-1][0], label.shared)
            done.append(
                Named(
                    label.at,
                    tokens[first].start,
                    tokens[last].end,
                    whole,
                    len(run) + (last - first > run[-1][0] - run[0][0]),
                    core,
                )
            )
    return done


def _is_of_other_kind(said: str, word: str) -> bool:
    """Whether a lone word is no form of a label's noun in -ing: "open" names no "Opening hours".

    >>> _is_of_other_kind("open", "opening"), _is_of_other_kind("trainings", "training")
    (True, False)
    """
    return word.endswith("ing") and not said.removesuffix("'s").removesuffix("s").endswith("ing") and said != word


def _with_shared(tokens: tuple[Token, ...], first: int, last: int, shared: tuple[str, ...]) -> tuple[int, int]:
    """From where to where a name goes, with words beside it that all labels have: "not met" of met and not met."""
    left = list(shared)
    while left and last + 1 < len(tokens) and tokens[last + 1].start - tokens[last].end == 1:
        found = next((word for word in left if alike(_own(tokens[last + 1]), word)), None)
        if found is None:
            break
        left.remove(found)
        last += 1
    while left and first and tokens[first].start - tokens[first - 1].end == 1:
        found = next((word for word in left if alike(_own(tokens[first - 1]), word)), None)
        if found is None:
            break
        left.remove(found)
        first -= 1
    return first, last


def _run(hits: list[tuple[int, str]], at: int) -> list[tuple[int, str]]:
    """From one word of a label on, the others that stand near, each once."""
    run = [hits[at]]
    for place, word in hits[at + 1 :]:
        if place - run[-1][0] > REACH:
            break
        if word not in [each for _, each in run]:
            run.append((place, word))
    return run


@dataclass(frozen=True)
class Words:
    """The words of a text: where each stands, and by their first two letters, for words that are alike begin alike.

    signs: all of both.
    """

    places: dict[str, list[int]]
    beginning: dict[str, list[str]]
    signs: frozenset[str]

    def at(self, word: str) -> Sequence[int]:
        """Where a word stands."""
        return self.places.get(word, ())


def _hits(tokens: tuple[Token, ...], words: Words, label: Sought) -> list[tuple[int, str]]:
    """Which tokens are which words of a label, in the order of the text."""
    found = []
    for at, word in enumerate(label.key):
        if word in label.letters:
            found += [(place, at) for place in words.at(word) if _is_letter(tokens, place, word, label.around)]
        elif word in label.numerals:
            places = [place for each in (word, *ORDINALS.get(word, ())) for place in words.at(each)]
            found += [(place, at) for place in places if _is_numeral(tokens, place, word, label.around)]
        else:
            like = [each for each in words.beginning.get(word[:2], ()) if alike(each, word)]
            found += [(place, at) for each in like for place in words.at(each)]
    return [(place, label.key[at]) for place, at in sorted(found)] if found else []


@lru_cache(maxsize=8192)
def _words_of(text: str) -> Words:
    """Kept: a sentence is put to the rows and to the columns of several tables."""
    places: dict[str, list[int]] = {}
    beginning: dict[str, list[str]] = {}
    for place, token in enumerate(tokens_of(text)):
        if token.raw not in AUXILIARY:
            places.setdefault(_own(token), []).append(place)
    for word in places:
        beginning.setdefault(word[:2], []).append(word)
    return Words(places, beginning, frozenset((*places, *beginning)))


def _own(token: Token) -> str:
    return token.plain.removesuffix("'s")


def _is_letter(tokens: tuple[Token, ...], place: int, word: str, around: tuple[str, ...]) -> bool:
    """Whether a token is the bare letter or Roman number of a label; "A" and "I" only behind a word that heads it."""
    token = tokens[place]
    met = _own(token) == word and token.raw.isupper()
    return met and (word not in ("a", "i") or _headed(tokens, place, around))


def _is_numeral(tokens: tuple[Token, ...], place: int, word: str, around: tuple[str, ...]) -> bool:
    """Whether a token is the bare number of a label, behind a word that heads it."""
    plain = _own(tokens[place])
    met = plain == word or ORDINAL.get(plain) == word
    # "Ward one", but no "quarter but one".
    if met and plain in ("one", "two", "three"):
        return bool(place) and any(alike(tokens[place - 1].plain, w) for w in around if len(w) > 1)
    return met and (_headed(tokens, place, around) or _is_elliptic(tokens, place, around))


def _is_elliptic(tokens: tuple[Token, ...], place: int, around: tuple[str, ...]) -> bool:
    """ "77% in the first quarter and 68% in the fourth": the word that heads it stands behind another ordinal."""
    token, behind = tokens[place], tokens[place + 1 : place + 2]
    bare = not behind or behind[0].start - token.end > 1 or behind[0].plain in AND
    if token.plain not in ORDINAL or not place or tokens[place - 1].plain != "the" or not bare:
        return False
    others = (at for at, each in enumerate(tokens) if each.plain in ORDINAL and at != place)
    return any(_headed(tokens, at, around) for at in others)


def _headed(tokens: tuple[Token, ...], place: int, around: tuple[str, ...]) -> bool:
    near = [*tokens[max(0, place - 3) : place], *tokens[place + 1 : place + 2]]
    return any(alike(each.plain, word) for each in near for word in around if len(word) > 1 and not word[0].isdigit())


__all__ = ["Named", "Token", "alike", "keys_of", "label_words", "named_in", "tokens_of"]
