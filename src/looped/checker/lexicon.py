"""Which patterns a text may have a match of, told from its words: a text is read once, and every rule asks that.

What any match of a pattern must have (`needs`) is looked up in the words of a text, not in the text: a report has a
few thousand words, each read once, however often and by however many patterns they are asked for.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

PLANES = 3
# In what a match needs: here a word begins or ends.
EDGE = "\x00"
COMMON = frozenset(("a", "and", "at", "by", "for", "in", "is", "of", "on", "the", "to", "was", "were"))
FREQUENT = COMMON | {
    "all",
    "as",
    "be",
    "been",
    "from",
    "had",
    "it",
    "more",
    "no",
    "not",
    "or",
    "out",
    "that",
    "this",
    "with",
}
WORD = re.compile(r"\w+")
LONGEST = 8
MOST_WORDS = 20_000
MOST_TEXTS = 8_000


class Lexicon:
    """The needs of patterns by their letters. size: of how many patterns, numbered as they were given.

    A pattern's bit is set in a text's number where the text may have a match: `1 << n` for the n-th. While a text is
    read its number has as many planes of such bits as a pattern may have needs: all of them must be met. Letters of
    several words are looked for in the text itself, where one of the words has what one of theirs has.
    """

    def __init__(self, needs: Sequence[Sequence[Iterable[str]]]) -> None:
        """Of each pattern lists of letters, of each of which any match has one; none where nothing is sure."""
        self.size = len(needs)
        self.always = 0
        self.by_letters: dict[str, int] = {}
        self.phrases: dict[str, int] = {}
        self.phrases_by_letters: dict[str, dict[str, None]] = {}
        self.words: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.texts: dict[str, int] = {}
        for number, each in enumerate(needs):
            for plane in range(PLANES):
                self._add(1 << (number + plane * self.size), list(each[plane]) if plane < len(each) else [])
        keys = (*self.by_letters, *self.phrases_by_letters)
        self.beginnings = {letters[:end] for letters in keys for end in range(1, len(letters) + 1)}

    def _add(self, bit: int, needed: list[str]) -> None:
        if not needed or not all(map(letters_of, needed)):
            self.always |= bit
            return
        for need in needed:
            letters, phrase = letters_of(need), need.replace(EDGE, "")
            if len(phrase.split()) > 1:
                self.phrases[phrase] = self.phrases.get(phrase, 0) | bit
                self.phrases_by_letters.setdefault(letters, {})[phrase] = None
            else:
                self.by_letters[letters] = self.by_letters.get(letters, 0) | bit

    def read(self, text: str) -> int:
        """Which patterns a text may have a match of; kept, for texts that are asked for again."""
        found = self.texts.get(text)
        if found is None:
            found = self._read(text.lower())
            for _ in range(PLANES - 1):
                found &= found >> self.size
            found &= (1 << self.size) - 1
            if len(self.texts) >= MOST_TEXTS:
                self.texts.clear()
            self.texts[text] = found
        return found

    def _read(self, text: str) -> int:
        """What a text in small letters has, in all planes."""
        found, hoped = self.always, set[str]()
        for word in set(text.split()):
            bits, phrases = self.words.get(word) or self._word(word)
            found |= bits
            hoped.update(phrases)
        for phrase in hoped:
            if phrase in text:
                found |= self.phrases[phrase]
        return found

    def _word(self, word: str) -> tuple[int, tuple[str, ...]]:
        """Which patterns need letters that a word has, its edges and those of the words in it with them.

        With them the letters of several words that this may be one of.
        """
        found, hoped = 0, dict[str, None]()
        for whole in (f" {word} ", *(f"{EDGE}{each}{EDGE}" for each in WORD.findall(word))):
            for start in range(len(whole)):
                for end in range(start + 1, min(start + LONGEST, len(whole)) + 1):
                    letters = whole[start:end]
                    if letters not in self.beginnings:
                        break  # nothing that is needed begins so
                    if letters in self.by_letters:
                        found |= self.by_letters[letters]
                    if letters in self.phrases_by_letters:
                        hoped |= self.phrases_by_letters[letters]
        if len(self.words) >= MOST_WORDS:
            self.words.clear()
        self.words[word] = found, tuple(hoped)
        return self.words[word]


@cache
def letters_of(need: str) -> str:
    """Of what a match needs the letters that one word of a text has, with its edges where they are sure.

    A blank stands for an edge of what stands between blanks, EDGE for one of a word of letters and digits alone.

    >>> [letters_of(each.replace("|", EDGE)).replace(EDGE, "|") for each in ("rose by ", " per", "a", "n't ", "|no|")]
    ['rose|', '|per', 'a', "n't ", '|no|']
    """
    parts = need.split()
    found = [
        _edged(part, at > 0 or need[0].isspace(), at + 1 < len(parts) or need[-1].isspace())
        for at, part in enumerate(parts)
    ]
    return max(found, key=lambda each: (each.strip(EDGE) not in FREQUENT, len(each)), default="")[:LONGEST]


def _edged(part: str, begins: bool, ends: bool) -> str:
    """A run of letters and signs between blanks, with its edges. begins, ends: whether a blank stands there."""
    bare = part.replace(EDGE, "")
    if WORD.fullmatch(bare):
        return EDGE * (begins or part[0] == EDGE) + bare + EDGE * (ends or part[-1] == EDGE)
    return " " * begins + bare + " " * ends if bare else ""
