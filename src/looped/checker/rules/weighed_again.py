"""How many something was done to, told in two places in whatever words: "661 were enrolled", "enrolment of 651"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.other_place import are_apart
from looped.checker.patterns import pattern_of
from looped.checker.predicates import predicate
from looped.checker.prose import passage
from looped.checker.quieting import NUMBER
from looped.checker.said_of_many import Said

CODE = "weighed-again"
MESSAGE = "What was done to so many, told in two places, was done to as many in both."
GOOD = "Summary. We enrolled 661 divers.\n\nResults. Enrolment of 661 divers took a year."
BAD = "Summary. We enrolled 661 divers.\n\nResults. Enrolment of 651 divers took a year."

# What is done once to all that a report is of, by the words for it.
DONE = (
    ("randomis", r"randomi[sz](?:ed|ing|ation)|randomly (?:assigned|allocated)|random (?:assignment|allocation)"),
    ("enrol", r"enrol(?:led|ling|ment|lment)"),
    ("recruit", r"recruit(?:ed|ing|ment)"),
    ("audit", r"audited|auditing"),
    ("inspect", r"inspected|inspecting|inspections?"),
    ("review", r"reviewed|reviewing"),
    ("survey", r"surveyed|surveying"),
    ("interview", r"interviewed|interviewing"),
    ("sampl", r"sampled|sampling"),
    ("screen", r"screened|screening"),
    ("analys", r"analy[sz](?:ed|ing|is)"),
    ("examin", r"examined|examining|examination"),
    ("visit", r"visited|visiting"),
    ("test", r"tested|testing"),
)
VERB = f"(?P<verb>{'|'.join(words for _, words in DONE)})"
WHAT = r"(?P<what>[a-z-]{3,}s|children|people|men|women|staff)"
N = rf"(?<![\w.,/£-])(?P<n>{NUMBER})"
FORMS = tuple(
    pattern_of(each, re.I)
    for each in (
        rf"{N} {WHAT} (?:were|have been|had been) {VERB}\b",
        rf"\bwe (?:have )?{VERB} (?:a total of |in all |altogether )?{N} {WHAT}\b",
        rf"\b{VERB} of (?:a total of |all |the )?{N} {WHAT}\b",
        rf"\b(?:the|this|our) (?:trial|study|audit|review|survey|inspection|sites|centres) {VERB} (?:a total of )?"
        rf"{N} {WHAT}\b",
    )
)
# Of a part of them: of one arm, place, time or kind.
NARROWED = pattern_of(
    r"^ (?:(?:was|were) (?:done|carried out|made|held|undertaken|led) (?:by|in|at|on|over)\b|"
    r"to (?!(?:the )?[a-z -]{2,30}? (?:or|and) |two |one of|either|receive either)|(?:in|at|on|by|for|from|with|"
    r"without|within|after|before|during|who|that|which|aged|again|twice|more|of|as|not)\b"
    r"(?! (?:this|the|a|our) (?:[a-z-]+ )?(?:trial|study|audit|review|survey|sample|report|period|programme)\b))",
    re.I,
)
BEFORE = pattern_of(
    r"\b(?:another|further|additional|other|of (?:these|those|them|the|whom|which)|remaining|rest|at least|about|over|"
    r"under|nearly|almost|up to|planned|target\w*|aim\w*|intend\w*|needed|required|expected|should|would|was to|to be|"
    r"pilot|previous\w*|earlier|last|first|second|third|each|every|per|excluded|men|women|if|until|among|only|when|"
    r"than|arms?|groups?|wards?|units?|teams?)\b",
    re.I,
)
TWO = 2


@dataclass(frozen=True)
class Told:
    """How many it was done to. key: what was done, and to what."""

    said: Said
    key: tuple[str, str]
    text: str


def check(context: Context) -> Iterator[Finding]:
    """What is told in two paragraphs, and nowhere else, with two numbers that nothing told stands between."""
    told = [each for paragraph in context.paragraphs_with(*FORMS) for each in _of(context, paragraph)]
    for key in dict.fromkeys(each.key for each in told):
        own = [each for each in told if each.key == key]
        if len(own) != TWO:
            continue
        (one, other) = own
        a, b = one.said.count or 0, other.said.count or 0
        plain = one.said.at != other.said.at and a != b and min(a, b) > TWO
        if plain and not are_apart(one.said, other.said) and not _is_explained(context, a, b):
            # What other figures of its paragraph bear out is the right one.
            if len(one.said.read.entries) < len(other.said.read.entries):
                one, other = other, one
            paragraph = other.said.paragraph
            why = f"“{one.said.quote}”, and “{other.said.quote}”"
            slip = f"{CODE}/{paragraph.line}/{other.said.place}"
            yield Finding(CODE, "wrong", paragraph.where, other.said.quote, other.text, one.text, why, slip, "likely")


def _of(context: Context, paragraph: Paragraph) -> Iterator[Told]:
    """What a paragraph tells of all."""
    read = passage(paragraph.text)
    for form in FORMS:
        for found in form.finditer(paragraph.text):
            count, at = whole(found["n"]), read.sentence_at(found.start("n"))
            before = paragraph.text[read.starts[at] : found.start()]
            if count is None or BEFORE.search(before):
                continue
            verb = next(name for name, words in DONE if re.fullmatch(words, found["verb"], re.I))
            what = predicate(verb)
            if NARROWED.match(paragraph.text[found.end() :]) or what is None:
                continue
            said = Said(
                *(paragraph, read, context.document.paragraphs.index(paragraph), at, found.group(), "count", count),
                *(None, Fraction(0), Fraction(1), frozenset(), frozenset(), what, ""),
            )
            yield Told(said, (verb, stem(found["what"].lower())), found["n"])


def _is_explained(context: Context, one: int, other: int) -> bool:
    """Whether a document tells what lies between two numbers, or that the one is some of the other."""
    gap = abs(one - other)
    return any(
        gap in (each.count, each.base) or (each.base and {each.count, each.base} == {one, other})
        for paragraph in context.document.paragraphs
        for each in passage(paragraph.text).entries
    )
