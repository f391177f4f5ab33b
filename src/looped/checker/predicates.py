"""What is said of things, by its telling words and whether it is denied: "lacked a form", "had no form", "had a form".

Two predicates are one where their words are, whatever stands between; that one denies what the other says is told
apart. Where something was looked up, whoever has it and whatever holds it is left out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.sheets.words import IRREGULAR
from looped.checker.words_for_one import words

TOKEN = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d+(?:[.,]\d+)*%?")
# "A missing page" is a thing, "the page is missing" says no.
DENIES = pattern_of(
    r"\b(?:not|no|never|none|neither|without|lack(?:s|ed|ing)?|failed to|absent|"
    r"(?<=was )missing|(?<=were )missing|(?<=is )missing|(?<=are )missing|(?<=had )missing|yet to)\b|n[’']t\b",
    re.I,
)
UNDONE = re.compile(r"un(?=(?:[a-z]{3,}ed|lit|paid|sold|met|let|seen|kept|known)$)")
# What is no part of what is said.
SMALL_WORDS = words(
    "a an the any some their its his her our this that these those there here had has have having was were is are be "
    "been being did do does also still however of it they not no never none neither without lack lacks lacked lacking "
    "failed to absent missing yet only just already all each both and on for in from with at by as "
    "underwent took take place happened"
)
# What was done, by the word for doing it: "did not wear", "had not worn" and "wore".
DONE = """
held:hold made:make met:meet bore:bear shown:show kept:keep wore:wear worn:wear ran:run sang:sing sung:sing slept:sleep
spoke:speak spoken:speak broke:break broken:break drove:drive driven:drive ate:eat eaten:eat fell:fall fallen:fall
sold:sell told:tell paid:pay sent:send left:leave brought:bring bought:buy got:get came:come went:go gone:go said:say
thought:think heard:hear understood:understand led:lead built:build lost:lose won:win found:find swam:swim flew:fly
known:know seen:see saw:see took:take taken:take gave:give given:give wrote:write written:write chose:choose
chosen:choose began:begin begun:begin sat:sit stood:stand taught:teach caught:catch
signature:sign signatures:sign countersignature:countersign approval:approve
"""
MORE = {**IRREGULAR, **dict(pair.split(":") for pair in DONE.split())}
AGAIN = re.compile(r"re-(?=[a-z]{3})")
CARRIED = re.compile(r"(?<=[a-z]{2})ied$")


def _stem(word: str) -> str:
    return stem(CARRIED.sub("y", MORE.get(word, word)))


# "Contained a form", "held a form", "a form was found": it was there.
HOLDS = frozenset(
    map(
        _stem,
        words(
            "contain contained hold held carry include included show showed shown keep kept display displayed found "
            "seen recorded present available place file bear bore possess possessed fitted installed "
            "provided supplied"
        ),
    )
)
EMPTY = frozenset(map(stem, words("so case true such this done that way")))


@dataclass(frozen=True)
class Predicate:
    """words: the stems of its telling words; core: those without the verbs of having; denied: whether it says no.

    had: whether it only says that something is there or isn't.
    """

    words: frozenset[str]
    core: frozenset[str]
    denied: bool
    had: bool

    def is_of(self, other: "Predicate") -> bool:
        """Whether two say one thing, or the one denies it."""
        if self.words == other.words:
            return True
        return self.core == other.core and (self.had or other.had)


@lru_cache(maxsize=8192)
def predicate(text: str, *, had: bool = False) -> Predicate | None:
    """What a run of words says; none where it has no word of its own. had: whether it is of what is there.

    >>> one, other = predicate("had a signed form"), predicate("lacked a signed form")
    >>> one.is_of(other), one.denied, other.denied
    (True, False, True)
    """
    denied = len(DENIES.findall(text)) % 2 == 1
    found = set()
    for token in TOKEN.findall(text):
        word = AGAIN.sub("re", token.lower().replace("’", "'"))
        if UNDONE.match(word):
            denied, word = not denied, UNDONE.sub("", word)
        if word in SMALL_WORDS or word.endswith(("n't", "n’t")):
            continue
        found.add(_stem(word))
    words = frozenset(found)
    core = words - HOLDS
    if not core - EMPTY:
        return None
    had = had or bool(re.match(r"\W*(?:had|has|have|lack(?:s|ed)?|(?:was|were) without)\b", text, re.I))
    return Predicate(words, core, denied, had)
