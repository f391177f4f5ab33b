"""A share at two times, and a sentence on it that says which way it went, or by how many points."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.courses import course_of
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.linking import MONTHS
from looped.checker.listed import GENERAL
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, NUMBER, Passage, passage

CODE = "it-moved"
MESSAGE = "A share that is told at two times went the way, and as far, as the next sentence says."
GOOD = "Boats in time were 38% in 2022 and 45% in 2023. The share rose by 7 percentage points."
BAD = "Boats in time were 38% in 2022 and 45% in 2023. The share rose by 2 percentage points."

TIME = (
    rf"(?P<{{0}}>(?:19|20)\d\d(?:[/–-]\d\d)?|{MONTH}(?: (?:19|20)\d\d)?|"
    r"(?:first|second|third|fourth|1st|2nd|last)(?: (?:quarter|year|half|round|cycle|audit|survey|wave|month|term))?|"
    r"(?:quarter|round|cycle|wave|term) (?:\d|one|two)|baseline|re-?audit|q[1-4])"
)
FIGURE = r"(?P<{0}>\d+(?:\.\d+)?) ?(?:%|per ?cent)"
TWO = pattern_of(
    rf"(?<![\d.]){FIGURE.format('p')}(?: of (?:the |all )?[a-z]+(?: [a-z]+)?)? (?:in|at|for|during) (?:the )?"
    rf"{TIME.format('one')},? (?:and|and then|but) (?:by |to |was |at )?"
    rf"{FIGURE.format('q')} (?:in|at|for|during) (?:the )?{TIME.format('two')}\.\s+"
    r"(?P<said>(?:so |thus |therefore )?"
    r"(?:it|this|that|the (?:share|rate|figure|proportion|percentage|level)|compliance)"
    r" (?:has |have |had )?(?:therefore |thus )?"
    r"(?:(?P<up>rose|risen|increased|went up|gone up|grew|grown|climbed)|(?P<down>fell|fallen|dropped|decreased|"
    r"declined|went down|gone down)|(?:improved|worsened|changed|moved))"
    r"(?: by (?P<d>\d+(?:\.\d+)?)(?: percentage)? points?)?[^.;:\d%]{0,60})[.]",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|never|no|than|if|target|before|previous\w*|earlier|had (?!therefore|thus)|(?:nearly|almost|over|about|"
    r"around|some)(?= \d))\b",
    re.I,
)
# Behind two that were told: "The share therefore fell from 85% to 41%".
FROM_TO = pattern_of(
    rf"\bfrom (?:just |only )?(?P<a>[£$€]?{NUMBER}(?: ?%| per ?cent)?)(?! (?:in|at|on|for|or) )[^.;:,\d]{{0,20}}?"
    rf" to (?:just |only )?"
    rf"(?P<b>[£$€]?{NUMBER}(?: ?%| per ?cent)?)(?=[.,;]|$)",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|never|no|than|if|target|(?:nearly|almost|over|about|around|some)(?= \d))\b", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
GOES = stems_of(
    "between two from to dropped climbed grew grown gone went moved improved worsened declined changed sharply steeply "
    "markedly slightly review audit survey round wave had who which its"
)
FIRST = ("first", "second", "third", "fourth")


def check(context: Context) -> Iterator[Finding]:
    """Each such pair of sentences."""
    for paragraph in context.paragraphs_with(TWO):
        for found in TWO.finditer(passage(paragraph.text).text):
            if not NOT.search(found["said"]):
                yield from _judged(paragraph, found)
    for paragraph in context.paragraphs_with(FROM_TO):
        read = passage(paragraph.text)
        for found in FROM_TO.finditer(paragraph.text):
            yield from _told_again(paragraph, read, found)


def _told_again(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """From which figure to which something is said to have gone, behind the two that were told of it."""
    at = read.sentence_at(found.start())
    # "Between the two counts": how many there were.
    said, ends = read.sentence(at), [each for each in read.of_sentence(at) if not each.text.isalpha()]
    if [each.start for each in ends] != [found.start("a"), found.start("b")] or DENIED.search(said):
        return
    for first in (at - 1, at - 2):
        before = [each for each in read.entries if first <= each.sentence < at]
        if first < 0 or len(before) != len(ends):
            continue
        own = course_of(read, before)
        words = {each for each in stems_of(said) if not each[0].isdigit()}
        text = " ".join(read.sentences[first:at])
        told, later = stems_of(text), [year for year in YEAR.findall(said) if year not in text]
        if not own or later or not own.sure or not own.timed or not words <= told | GENERAL | GOES:
            return
        pairs = list(zip(own.entries, ends, strict=True))
        same = [value_of(one) == value_of(other) for one, other in pairs]
        alike = len({(e.kind, e.unit, e.base) for e in (*before, *ends)}) == 1
        if alike and any(same):
            shown = " to ".join(each.text for each in own.entries)
            why = f"it went from {shown}, printed as {found.group()}"
            slip, quote = f"change/{paragraph.line}/{found.start()}", found.group()
            verdict: Verdict = "ok" if all(same) else "wrong"
            yield Finding(CODE, verdict, paragraph.where, quote, quote, f"from {shown}", why, slip, "likely")
        return


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    one, two = Decimal(found["p"]), Decimal(found["q"])
    order = _order(found["one"].lower(), found["two"].lower())
    if not order:
        return
    change = (two - one) * order
    step = Decimal(1).scaleb(-max(_decimals(found[each]) for each in "pq"))
    told = Decimal(found["d"]) if found["d"] else None
    # Worked out from shares that were not rounded, it may be a step off.
    far = told is not None and abs(abs(change) - told) > step
    against = (found["up"] and change < 0) or (found["down"] and change > 0)
    if far or against:
        start, goes = found["p"] if order > 0 else found["q"], "up" if change > 0 else "down"
        why = f"from {start}% to {found['q'] if order > 0 else found['p']}% is {abs(change)} points {goes}"
        slip = f"change/{paragraph.line}/{found.start('said')}"
        quote, stated = found["said"].strip(), found["d"] or (found["up"] or found["down"])
        yield Finding(CODE, "wrong", paragraph.where, quote, stated, f"{abs(change)}", why, slip, "likely")


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _order(one: str, two: str) -> int:
    """1 where the earlier time is told first, -1 where it is told last, 0 where nothing tells."""
    years = [re.search(r"(?:19|20)\d\d", each) for each in (one, two)]
    if years[0] and years[1]:
        return (years[1][0] > years[0][0]) - (years[1][0] < years[0][0])
    for names in (FIRST, MONTHS):
        places = [
            next((at for at, name in enumerate(names) if each.startswith(name[:3].lower())), -1) for each in (one, two)
        ]
        if min(places) >= 0:
            return 1 if places[1] > places[0] else 0
    numbers = [re.search(r"\d", each) for each in (one, two)]
    if numbers[0] and numbers[1]:
        return 1 if numbers[1][0] > numbers[0][0] else 0
    return 1 if one == "baseline" else 0
