"""One share, the target for it, and whether it was met, each in a sentence of its own."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.worth import UNWANTED

CODE = "target-said"
MESSAGE = "A target is met by a share that is as high as it asks, or as low."
GOOD = "126 of 155 boats (81%) had a log. The target is at least 80%. The target was met."
BAD = "126 of 155 boats (81%) had a log. The target is at least 90%. The target was met."

AIM = r"(?:target|standard|goal|threshold|benchmark|requirement|aim)"
TARGET = pattern_of(
    rf"\b(?:the|our|its|a) (?:[a-z]+ )?{AIM}(?: (?:for|of) (?:this|it|these))? (?:is|was|stands at|had been|has been)"
    r"(?: set at)? (?:(?P<floor>at least|no less than|not less than|a minimum of|above|over|more than) |"
    r"(?P<ceiling>at most|no more than|not more than|a maximum of|up to|below|under|less than) )?"
    r"(?P<n>\d+(?:\.\d+)?) ?(?:%|per ?cent)"
    r"(?: or (?:(?P<floor2>more|better|above|higher|over)|(?P<ceiling2>less|fewer|below|lower|under)))?(?=[.;,)])",
    re.I,
)
WORSE = pattern_of(rf"\b(?:{UNWANTED})\b", re.I)
WORD = r"(?:met|reached|achieved|attained|hit|exceeded|missed)"
SAID = pattern_of(
    rf"^\W*(?:so |thus |therefore |this means that )?(?:(?:the|this|that|our) {AIM}|it|this|that) "
    r"(?:was|is|has been|had been)"
    rf"(?: therefore| thus)? (?P<no>not )?(?:yet )?(?P<word>{WORD})\W*$",
    re.I,
)
ELSE = pattern_of(r"\b(?:last|previous\w*|earlier|before|next|if|would|should|except|from|by \d)\b", re.I)
BOUNDS = ("floor", "floor2", "ceiling", "ceiling2")


def check(context: Context) -> Iterator[Finding]:
    """Each target with a sentence on it, in a paragraph with one other share."""
    for paragraph in context.paragraphs_with(TARGET):
        read = passage(paragraph.text)
        targets = list(TARGET.finditer(read.text))
        said = [(at, each) for at in range(len(read.starts)) if (each := SAID.match(read.sentence(at).strip()))]
        if len(targets) != 1 or len(said) != 1 or ELSE.search(read.text[targets[0].start() :]):
            continue
        own = [e for e in read.entries if e.share and not targets[0].start() <= e.start < targets[0].end()]
        if not any(targets[0][each] for each in BOUNDS) and WORSE.search(read.text):
            continue  # of a bad thing less may be wanted
        if len(own) == 1 and own[0].sentence != read.sentence_at(targets[0].start()):
            yield from _judged(paragraph, read, own[0], targets[0], said[0])


def _judged(
    paragraph: Paragraph, read: Passage, own: Entry, target: re.Match[str], told: tuple[int, re.Match[str]]
) -> Iterator[Finding]:
    at, said = told
    wanted, figure = Decimal(target["n"]), own.figure
    if figure == wanted:
        return  # rounded to it, from above or from below
    ceiling = target["ceiling"] or target["ceiling2"]
    holds = figure < wanted if ceiling else figure > wanted
    stated = (said["word"].lower() != "missed") != bool(said["no"])
    verdict: Verdict = "ok" if holds == stated else "wrong"
    why = f"{figure}% against {target['n']}%, the {'most' if ceiling else 'least'} that is wanted"
    quote, slip = read.sentence(at).strip(), f"{CODE}/{paragraph.line}/{target.start()}"
    word = f"{said['no'] or ''}{said['word']}"
    yield Finding(CODE, verdict, paragraph.where, quote, word, "the opposite", why, slip, "likely")
