"""The range of what was seen against the range that is allowed: all in it, or some outside."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of

CODE = "range-in-range"
MESSAGE = "What is seen is all inside the range that is allowed, or some of it outside, as is said."
GOOD = "Readings ran from 3 °C to 7 °C, all within the safe range of 2 °C to 8 °C."
BAD = "Readings ran from 3 °C to 7 °C, some outside the safe range of 2 °C to 8 °C."

END = r"[-−–]?\d+(?:\.\d+)?"
UNIT = r"(?:\s?(?:°\s?[CF]?|%|[a-zA-Z/]{1,8}(?<!to)(?<!and)))?"
SPAN = rf"(?:from |between )?(?P<{{0}}low>{END}){UNIT}\s?(?:to|and|–|-)\s?(?P<{{0}}high>{END}){UNIT}"
SEEN, ALLOWED = SPAN.replace("{0}", "s"), SPAN.replace("{0}", "a")
SAID = pattern_of(
    rf"\b{SEEN},? (?:(?:which|that|so|and|were|was|are|is|with|they) )*"
    r"(?:(?P<some>some|partly|at times|one or more|sometimes|not all)|(?P<none>none|never)|"
    r"(?P<all>all|always|throughout|entirely|wholly|every one|each|well)|) ?(?:of (?:them|these|which) )?"
    r"(?:(?:were|was|being|fell|lay|of them) )*(?P<not>not )?"
    r"(?:(?P<out>outside|out of|beyond)|(?P<within>within|inside)) "
    r"(?:the |its |their |our |a |an )?(?:[a-z’'-]+ ){0,3}(?:range|limits|band|window)(?: of| from|,|:|\s?\() ?"
    rf"{ALLOWED}",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that sets the one range against the other."""
    for sentence in context.sentences_with(SAID):
        for found in SAID.finditer(sentence.text):
            yield from _judged(sentence, found)


def _judged(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    low, high, least, most = (Decimal(re.sub("^[−–]", "-", found[name])) for name in ("slow", "shigh", "alow", "ahigh"))
    if low > high or least >= most:
        return
    inside, wholly_out = least <= low and high <= most, high < least or low > most
    denied = bool(found["not"] or found["none"])
    if bool(found["out"]) == denied:
        right = inside if not found["some"] or denied else not wholly_out
    else:
        right = not inside if found["some"] or not found["all"] else wholly_out
    verdict: Verdict = "ok" if right else "wrong"
    where = "inside" if inside else "not all inside"
    why = f"{low:f} to {high:f} is {where} {least:f} to {most:f}"
    slip = f"{CODE}/{sentence.line}/{found.start()}"
    quote = found.group()
    yield Finding(CODE, verdict, sentence.where, quote, quote, "" if right else where, why, slip, "likely")
