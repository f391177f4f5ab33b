"""Who is ahead, by so much to so much, has the first of the two figures and the greater; who trails, the less."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import digits
from looped.checker.patterns import pattern_of

CODE = "ahead-by"
MESSAGE = "Who is ahead by one figure to another has the greater of the two, and who trails the less."
GOOD = "Cats led dogs by 31 votes to 24 in May, but in June they trailed by 27 to 33."
BAD = "Cats led dogs by 31 votes to 24 in May, but in June they trailed by 27 to 23."

NUMBER = r"[£$€]?\d[\d,]*(?:\.\d+)?"
SAID = pattern_of(
    rf"\b(?:(?P<ahead>(?:ahead|in front|led|leads|leading|overtook|overtaken|outnumber(?:s|ed|ing)?|outvoted|outscored|"
    rf"outstripped|clear)|in the (?:lead|majority))|(?P<behind>behind|trail(?:s|ed|ing)?|in arrears|in the minority))\b"
    rf"[^.;:\d]{{0,50}}?(?:\bby|,|\() ?(?P<a>{NUMBER})(?P<u>\s?%)?(?: (?!to\b)[a-z]+)? (?:to|against|versus|v) "
    rf"(?P<b>{NUMBER})(?![\d%]*[\d.,]\d)",
    re.I,
)
NOT = pattern_of(r"\b(?:not|no longer|never|n[’']t|nor|neither|whether|if|would|were to)\b[^.;,:]{0,24}$", re.I)
PASSIVE = pattern_of(r"\b(?:is|are|was|were|been|being) (?:still |now |again )?$", re.I)
FROM = pattern_of(r"\b(?:from|rose|fell|grew|widened|narrowed|increased|between|moved)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each "ahead by this to that"."""
    for sentence in context.sentences_with(SAID):
        for found in SAID.finditer(sentence.text):
            lead = sentence.text[: found.start()]
            if NOT.search(lead) or FROM.search(found.group()):
                continue
            a, b = digits(found["a"]), digits(found["b"])
            passive = found.group().lower().startswith("out") and bool(PASSIVE.search(lead))
            ahead = bool(found["ahead"]) != passive
            right = a > b if ahead else a < b
            verdict: Verdict = "ok" if right else "wrong"
            why = f"{found['a']} is {'more' if a > b else 'less' if a < b else 'the same'} than {found['b']}"
            slip = f"{CODE}/{sentence.line}/{found.start()}"
            said, word = found.group(), found["ahead"] or found["behind"]
            expected = word if right else "the opposite"
            yield Finding(CODE, verdict, sentence.where, said, word, expected, why, slip, "likely")
