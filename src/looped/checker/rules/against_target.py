"""A target and what was reached, against the words that say whether it was met."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

CODE = "against-target"
MESSAGE = "What is said of a target is so by the figure reached."
GOOD = "The target was 90%. We reached 87.9% (58 of 66) and missed it."
BAD = "The target was 90%. We reached 87.9% (58 of 66) and met it."

TARGET = pattern_of(
    r"\b(?:targets?|standards?|benchmark|threshold|goal|requirement|minimum|expected|"
    r"at least)\b(?:[^.;\d%]{0,30}?)(?P<t>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|"
    r"(?P<u>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\)? (?:national |local |agreed |audit )?(?:target|standard|benchmark|"
    r"threshold|goal|requirement|minimum)\b",
    re.I,
)
MET = pattern_of(
    r"\b(?:(?:was|were|is|are|has been|have been|therefore|thus|and|so|which|we|this|it|just|comfortably|"
    r"easily) )?(?P<verb>met|meets|meeting|exceeded|exceeds|exceeding|achieved the|surpassed|beat|reached the|"
    r"above|in excess of|hit)\b",
    re.I,
)
MISSED = pattern_of(
    r"\b(?P<verb>missed|misses|missing the|not met|not meet|unmet|fell short|falls short|short of|"
    r"(?:did|does|do|had|has|have|was|were|is) (?:not|n[’']t) (?:yet )?(?:reach|meet|met|achiev|"
    r"attain|hit|pass)(?:e?d|e)?|"
    r"failed to (?:meet|reach|achieve|attain)|fell below|below|under|not reached|not achieved|narrowly missed)\b",
    re.I,
)
CEILING = pattern_of(
    r"\b(?:no more than|at most|maximum|below|under|less than|or less|or fewer|ceiling|limit|not exceed)\b", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with one target and one share reached."""
    for paragraph in context.paragraphs_with(TARGET):
        read = passage(paragraph.text)
        targets = list(TARGET.finditer(paragraph.text))
        if len(targets) == 1:
            yield from _judged(paragraph, read, targets[0])


def _judged(paragraph: Paragraph, read: Passage, target: re.Match[str]) -> Iterator[Finding]:
    reached = [e for e in read.entries if e.share and not target.start() <= e.start < target.end()]
    around = read.text[max(0, target.start() - 30) : target.end() + 20]
    if len(reached) != 1 or not reached[0].share or CEILING.search(around):
        return
    wanted, had = Decimal(target["t"] or target["u"]), reached[0].share.value
    met, missed = list(MET.finditer(read.text)), list(MISSED.finditer(read.text))
    met = [
        m
        for m in met
        if not any(x.start() <= m.start("verb") < x.end() for x in missed)
        and not re.search(
            r"\b(?:not|n't|never|nearly|almost|failed to|if|to be|should be|criteria|patients who|people|"
            r"residents|staff we|of)\s*$",
            read.text[: m.start("verb")],
            re.I,
        )
    ]
    if len(met) + len(missed) != 1:
        return
    word = (met or missed)[0]
    place = read.sentence_at(word.start())
    about = re.search(
        r"\b(?:target|standard|benchmark|threshold|goal|it|this|requirement|minimum)\b",
        read.text[word.end() : word.end() + 30] + read.text[max(read.starts[place], word.start() - 50) : word.start()],
        re.I,
    )
    # "Met in the east only": of another scope than the figure.
    elsewhere = re.match(r"[^.;,]{0,20}\b(?:in|by|for|at|only|among|on)\b", read.text[word.end() :])
    # "Was met for swabs: 57 of 60 (95%)": the figure behind the colon is of that scope.
    told = reached[0].sentence == place and re.match(r"[^.;,:]{0,60}:\s", read.text[word.end() :])
    elsewhere = None if told and reached[0].start > word.end() else elsewhere
    if elsewhere or not about or abs(place - reached[0].sentence) > 1:
        return
    right = (had >= wanted) == bool(met)
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{had}% was reached, and {wanted}% was the target"
    yield Finding(
        CODE,
        verdict,
        paragraph.where,
        word.group(),
        word.group(),
        "met" if had >= wanted else "not met",
        why,
        f"target/{paragraph.line}/{word.start()}",
        "likely",
    )
