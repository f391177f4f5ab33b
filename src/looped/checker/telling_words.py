"""The telling words of a sentence: by their stems, without those that say nothing of what is told."""

import re
from functools import lru_cache

from looped.checker.linking import MONTHS, STOP, stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import MONTH

# What says nothing of what is told: verbs of finding and telling, places of a report, times of looking.
PLAIN_WORDS = """
there were was had has have been being found find summary executive detailed detail conclusion discussion headline
abstract opinion overview finding findings result results report reported reports repeat that this which whom those
these them they their we our us it its read looked examined checked seen showed shown show shows about page section
total who did do does not also still method methods scope trial study whose when where while said say says told tell
asked ask replied yes given gave evidence stated state noted note identified identify recorded overall during time
visit visited inspection period year month day date point key main message messages first second third one two three
stand out only just than more over under work review sample sampled tested test looking made make held took take
register list listed judged rated assessed considered figure figures share proportion percentage rate number none
every each some most many any can could would should may might will see above below level value registered works but
nearly almost far however against per short brief sum between among amongst within through ended ending without
missing lack lacked lacking lacks fail failed never absent absence unable came come amounted stood totalled ran fell
rose occurred developed experienced suffered happened
"""
PLAIN = frozenset(map(stem, PLAIN_WORDS.split()))
# Nouns that anything is counted in: they say little.
UNIT_WORDS = """
file files case cases record records audit audits people person persons patient patients participant participants
respondent respondents reply replies response responses item items staff staffs worker workers resident residents
user users member members adult adults household households pupil pupils child children group groups sample samples
team site sites home homes entry entries unit units council trust service
"""
UNITS = frozenset(stem(word)[:7] for word in UNIT_WORDS.split())
# Words of one sense and of different stems.
LIKE = {
    **dict.fromkeys(("died", "dead", "mortali", "fatal", "fatalit"), "death"),
    **dict.fromkeys(("repl", "replie", "returne", "return", "answere", "answer", "respond"), "respons"),
    **dict.fromkeys(("spent", "spend", "cost", "costed", "paid", "pay", "payment"), "spend"),
    **dict.fromkeys(("quit", "quitt", "stopp", "stop", "ceas", "cessati"), "stop"),
    **dict.fromkeys(("commone", "common", "often", "frequen"), "often"),
}
DATED = pattern_of(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:(?: to | and |[–-])\d{{1,2}}(?:st|nd|rd|th)?)? {MONTH}\b(?: (?:19|20)\d\d)?|"
    rf"\b(?:between|from) (?:early |late |mid-)?{MONTH}(?: (?:19|20)\d\d)?,? (?:and|to|until) "
    rf"{MONTH}(?: (?:19|20)\d\d)?",
    re.I,
)
WORD = re.compile(r"[A-Za-z’']{3,}")
SHORT_MONTHS = frozenset(month[:7] for month in MONTHS)
SHORT_PLURAL = re.compile(r"[a-z]{2}[^aeious]s")
DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """Beginnings of the telling words."""
    return frozenset(filter(None, map(_beginning, WORD.findall(DATED.sub(" ", text)))))


@lru_cache(maxsize=16384)
def _beginning(word: str) -> str:
    """Of a word that tells something its beginning; nothing of the others."""
    found = stem(word)
    if SHORT_PLURAL.fullmatch(found):
        found = found[:-1]  # "gaps" are more than one gap
    if whole(word) is not None or found in STOP or found in PLAIN:
        return ""
    short = DOUBLED.sub(r"\1", found[:7])
    return "" if short in SHORT_MONTHS else LIKE.get(short, short)


def weight(words: frozenset[str]) -> float:
    """How much words tell: what anything is counted in tells half."""
    return sum(0.5 if word in UNITS else 1.0 for word in words)
