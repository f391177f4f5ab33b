"""How many there were on the day of a visit, told twice in the same words: "24 lived there on the day", "on the
day 21 ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER
from looped.checker.tellings import SECTION

CODE = "on-the-day"
MESSAGE = "As many as there were on the day of a visit in one place there were in another."
GOOD = "On the day of our visit 24 crews lived there.\n\nThe port had 24 crews living there on the day of our visit."
BAD = "On the day of our visit 24 crews lived there.\n\nThe port had 21 crews living there on the day of our visit."

TIME = (
    r"(?:on the (?:day|date) of (?:our|the|this) [a-z]+|at the time of (?:our|the|this) [a-z]+|when we "
    r"(?:visited|called|"
    r"inspected)|on the day we (?:visited|called|inspected))"
)
ON_THE_DAY = pattern_of(rf"\b{TIME}", re.I)
# The sentence, as far as the next thing that it tells.
SAID = pattern_of(
    rf"(?:^|[.;] )(?:(?P<first>{TIME}),? )?(?P<lead>[^.;:()\d,]{{0,50}}?)(?<![\w.,/£-])(?P<n>{NUMBER}) "
    r"(?P<what>[a-z][^.;:()\d,]{3,80}?)"
    rf"(?: (?P<last>{TIME}))?(?=[.;,]|$)",
    re.I,
)
SMALL = "there were was had has have been being the a an in at on of who which it its home centre service"
EMPTY = frozenset(stem(each) for each in SMALL.split())
OTHER = pattern_of(
    r"\b(?:of (?:them|these|the|whom)|we (?:spoke|saw|met|read)|not|no|more|other|up to|only|at least)\b", re.I
)


@dataclass(frozen=True)
class Told:
    """A number on the day, with what is said of it."""

    paragraph: Paragraph
    found: re.Match[str]
    number: int
    time: str
    words: frozenset[str]


def check(context: Context) -> Iterator[Finding]:
    """Each number told again with the same words and another figure."""
    told: list[Told] = []
    for paragraph in context.paragraphs_with(ON_THE_DAY):
        for found in SAID.finditer(paragraph.text):
            time = (found["first"] or found["last"] or "").lower()
            number = whole(found["n"])
            text = f"{found['lead']} {found['what']}".lower()
            if not time or number is None or OTHER.search(text):
                continue
            words = frozenset(
                w for each in re.findall(r"[a-z’'-]+", text) if (w := _bare(each)) not in EMPTY and each not in STOP
            )
            mine = Told(paragraph, found, number, time.split()[-1], words)
            before = next((e for e in told if _is_one(e, mine)), None)
            if before and before.number != number:
                yield _finding(mine, before)
            told.append(mine)


def _bare(word: str) -> str:
    """A word that "lived" and "living" share."""
    return re.sub(r"(?<=[a-z]{3})(?:ing|ed|e|s)$", "", stem(word))


def _is_one(one: Told, other: Told) -> bool:
    """Whether two tell the same of the same day: one has all the words of the other, two at least."""
    less, more = sorted((one.words, other.words), key=len)
    sections = {one.paragraph.section, other.paragraph.section}
    if len(sections) > 1 and not any(SECTION.fullmatch(each) for each in sections if each):
        return False  # of two places, each under its own heading
    return one.time == other.time and len(less) > 1 and less <= more and len(more) - len(less) <= 1


def _finding(mine: Told, before: Told) -> Finding:
    quote, slip = mine.found.group().strip(" .;"), f"{CODE}/{mine.paragraph.line}/{mine.found.start()}"
    why = f"{mine.found['n']}, and “{before.found.group().strip(' .;')}”"
    return Finding(CODE, "wrong", mine.paragraph.where, quote, mine.found["n"], before.found["n"], why, slip, "likely")
