"""Which way something went between two times, as a sentence concludes from the two shares told before it."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, FELL_BESIDE, ROSE, ROSE_BESIDE, WORSE
from looped.checker.document import Paragraph
from looped.checker.drawn import CONCLUDES
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.apart import BAD_THING
from looped.checker.then_and_now import TIME
from looped.checker.wholes import says_no

CODE = "concluded-way"
MESSAGE = "What a text concludes to have risen or fallen between two times did so by its two shares."
GOOD = "In the first audit 40 of 80 (50%) met it. In the second 60 of 80 (75%) met it. Compliance therefore rose."
BAD = "In the first audit 40 of 80 (50%) met it. In the second 60 of 80 (75%) met it. Compliance therefore fell."

# What a share may be called, whatever it is of.
SUBJECT = (
    r"(?:compliance|adherence|performance|practice|results?|uptake|coverage|completion|recording|documentation|it|this|"
    r"(?:the|our|its) (?:[a-z]+ )?(?:shares?|rates?|proportions?|percentages?|figures?|scores?|"
    r"results?|position|picture|"
    r"compliance|performance|practice))"
)
WAY = rf"(?:(?P<up>{ROSE}|{ROSE_BESIDE})|(?P<down>{FELL}|{FELL_BESIDE})|(?P<better>{BETTER})|(?P<worse>{WORSE}))"
SAID = pattern_of(
    rf"^\W*(?:(?:overall|so|thus|therefore|hence|in short|between (?:the )?[^,]{{3,30}}|on re-?audit|since then)?,? )?"
    rf"(?P<what>{SUBJECT})(?: (?:had|has|have|with this standard|with the standard|in this respect|"
    rf"thus|therefore|hence|"
    rf"then|accordingly|clearly|so))*,? {WAY}\b",
    re.I,
)
BETWEEN = pattern_of(
    r"\b(?:between the (?:two|first)|from the first|since the (?:first|baseline|last|previous)|"
    r"over the (?:period|two|year)|"
    r"on re-?audit|in the (?:second|re-?audit)|at (?:the )?re-?audit|compared with the (?:first|previous|baseline))\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|n[’']t|never|no|neither|if|whether|should|would|could|although|but|except|by \d|to \d)\b", re.I
)
REACH = 3


def check(context: Context) -> Iterator[Finding]:
    """Each conclusion without a figure, behind two shares of two times and no other."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            found = SAID.search(read.sentence(at))
            words = read.sentence(at)
            if not found or NOT.search(words) or any(not e.text.isalpha() for e in read.of_sentence(at)):
                continue
            if CONCLUDES.search(words) or BETWEEN.search(words):
                yield from _judged(paragraph, read, at, found)


def _judged(paragraph: Paragraph, read: Passage, at: int, found: re.Match[str]) -> Iterator[Finding]:
    told = [e for place in range(max(0, at - REACH), at) for e in read.of_sentence(place) if e.share]
    shares = [e for e in read.entries if e.share and e.sentence < at]
    if len(told) != 2 or len(shares) != 2 or not _in_time(read, told[0], told[1]):
        return
    if any(says_no(read.sentence(e.sentence)) for e in told):
        return
    if (found["better"] or found["worse"]) and BAD_THING.search(read.text):
        return
    then, now = (e.share.value for e in told if e.share)
    up = bool(found["up"] or found["better"])
    right = now > then if up else now < then
    verdict: Verdict = "ok" if right else "wrong"
    moved = "a rise" if now > then else "a fall" if now < then else "no change"
    why = f"{then}% to {now}% is {moved}"
    quote = read.sentence(at).strip()
    slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
    yield Finding(CODE, verdict, paragraph.where, quote, found.group().strip(), moved, why, slip, "likely")


def _in_time(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether the figure told first is the earlier one, by the words of time of each."""
    first = _time_of(read, one, read.starts[one.sentence])
    start = one.end if one.sentence == other.sentence else read.starts[other.sentence]
    last = _time_of(read, other, start)
    years = [{int(each["year"]) for each in found if each["year"]} for found in (first, last)]
    if all(years):
        return max(years[0]) < min(years[1])
    then, now = any(each["then"] for each in first), any(each["now"] for each in last)
    return (then or now) and not any(each["now"] for each in first) and not any(each["then"] for each in last)


def _time_of(read: Passage, entry: Entry, low: int) -> list[re.Match[str]]:
    end = read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    stop = next((e.start for e in read.of_sentence(entry.sentence) if e.start > entry.end and e.share), end)
    return list(TIME.finditer(read.text, low, stop))
