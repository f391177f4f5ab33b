"""A name that goes by a limit told before: "80 or more is a strength. Meals scored 58 and are a strength"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.limits import Limit, limits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "called-by-limit"
MESSAGE = "What is given a name that goes by a limit is on the right side of it."
GOOD = "A room that scores 80 or more is a strength; one with less is a weakness. The hall scored 58 and is a weakness."
BAD = "A room that scores 80 or more is a strength; one with less is a weakness. The hall scored 58 and is a strength."

IS = (
    r"\b(?:is|are|was|were|counts? as|means|be|being)(?: (?:therefore|thus|so|hence|accordingly|then|called|rated|"
    r"graded|classed|classified|treated|regarded|counted|considered|seen|marked|judged|described)){0,2}"
    r"(?: as| to be)? (?:an? |the )?"
)
NAMED = pattern_of(rf"{IS}(?P<name>[a-z][a-z’' -]{{2,40}}?)(?=[.,;:)]|$| (?:and|but|while|because|if)\b)", re.I)
LESS = pattern_of(
    r"\b(?:less|fewer|lower|below(?: that| it| this)?|anything else|otherwise|rest|others?)\b[^.;]{0,24}?$",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|no|never|n[’']t|whether|if|should|would|could|might|may|than)\b[^.;,]{0,20}$", re.I)


@dataclass(frozen=True)
class Name:
    """A name with the limit that it goes by. inside: whether it is of what keeps to the limit."""

    name: str
    limit: Limit
    inside: bool
    sentence: int


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with a limit that gives a name, and a figure behind it that is given one."""
    for paragraph in context.paragraphs_with(NAMED):
        told = [each for each in limits(paragraph.text) if each.value is not None]
        if told:
            read = passage(paragraph.text)
            names = list(_names(read, told))
            for at in range(1, len(read.starts) if names else 0):
                yield from _sentence(paragraph, read, at, [each for each in names if each.sentence < at])


def _names(read: Passage, told: list[Limit]) -> Iterator[Name]:
    for limit in told:
        at = read.sentence_at(limit.start)
        end = read.starts[at] + len(read.sentence(at))
        for found in NAMED.finditer(read.text, limit.end, end):
            lead = read.text[limit.end : found.start()]
            if LESS.search(lead):
                yield Name(found["name"].lower(), limit, False, at)
            elif not re.search(r"[.;,]", lead) and len(lead) < 24:
                yield Name(found["name"].lower(), limit, True, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int, names: list[Name]) -> Iterator[Finding]:
    """A sentence with one figure and one of the names."""
    start = read.starts[at]
    own = [e for e in read.of_sentence(at) if e.kind != "points"]
    found = list(NAMED.finditer(read.text, start, start + len(read.sentence(at))))
    called = [(each, name) for each in found for name in names if name.name == each["name"].lower()]
    if len(own) != 1 or len(called) != 1 or DENIED.search(read.text[start : called[0][0].end()]):
        return
    word, name = called[0]
    value = _value(own[0], name.limit)
    if value is None or name.limit.value is None or (value == name.limit.value and name.limit.strict):
        return
    inside = value == name.limit.value or bool(name.limit.has(value, name.limit.value))
    verdict: Verdict = "ok" if inside == name.inside else "wrong"
    why = f"{own[0].text} is {'so' if inside else 'not'} “{name.limit.text.strip()}”"
    slip = f"{CODE}/{paragraph.line}/{word.start()}"
    quote = word.group().strip()
    yield Finding(
        CODE, verdict, paragraph.where, quote, quote, quote if verdict == "ok" else "not so", why, slip, "likely"
    )


def _value(entry: Entry, limit: Limit) -> Decimal | None:
    """The figure in the limit's unit."""
    if limit.unit == "%":
        return entry.share.value if entry.share else None
    return None if entry.share or entry.base else entry.value
