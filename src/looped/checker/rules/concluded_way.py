"""Which way something went between two times, as a sentence concludes from the two shares told before it."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, FELL_BESIDE, ROSE, ROSE_BESIDE, WORSE
from looped.checker.document import Paragraph
from looped.checker.drawn import CONCLUDES
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
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
    rf"(?P<what>{SUBJECT}(?: (?:for|with|in|on|against|of) [a-z’' -]{{3,50}}?)?|"
    rf"[a-z][a-z’' -]{{3,60}}?)(?: (?:had|has|have|got|been|become|with this standard|with the standard|"
    rf"in this respect|thus|therefore|hence|"
    rf"then|accordingly|clearly|so))*,? {WAY}\b",
    re.I,
)
BETWEEN = pattern_of(
    r"\b(?:between the (?:two|first)|from the first|since (?:the |our )?(?:first|baseline|last|previous)|"
    r"over the (?:period|two|year)|"
    r"on re-?audit|in the (?:second|re-?audit)|at (?:the )?re-?audit|compared with the (?:first|previous|baseline))\b",
    re.I,
)
OVERALL = pattern_of(r"\W*(?:overall|total) (?!,)", re.I)
NO_SHARE = pattern_of(r"(?:the |our )?(?:overall |total )?(?:numbers?|counts?|totals?|costs?|spend\w*|size)\b", re.I)
THIS_TIME = pattern_of(r"\b(?:this|last|first|second|next) time\b", re.I)
PARTED = pattern_of(r"[,;]|\b(?:and|but|to|against|compared)\b", re.I)
ANY_SHARE = pattern_of(SUBJECT, re.I)
NOT = pattern_of(
    r"\b(?:not|n[’']t|never|no|neither|if|whether|should|would|could|although|but|except|by \d|to \d)\b", re.I
)
REACH = 3


def check(context: Context) -> Iterator[Finding]:
    """Each conclusion without a figure, behind two shares of two times and no other, or before them."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for at, words in enumerate(read.sentences):
            found = SAID.search(words)
            if not found or NOT.search(words) or any(not e.text.isalpha() for e in read.of_sentence(at)):
                continue
            if CONCLUDES.search(words) or BETWEEN.search(words):
                yield from _judged(paragraph, read, at, found)


def _judged(paragraph: Paragraph, read: Passage, at: int, found: re.Match[str]) -> Iterator[Finding]:
    shares = [e for e in read.entries if e.share]
    near = [e for e in shares if 0 < abs(e.sentence - at) <= REACH]
    if len(near) != 2 or len(shares) != 2 or (near[0].sentence < at) != (near[1].sentence < at):
        return
    told = next((two for two in (near, near[::-1]) if _in_time(read, *two)), None)
    if told is None or not _is_of_it(read, found.string, found["what"], near):
        return
    if any(says_no(read.sentence(e.sentence)) for e in told):
        return
    if (found["better"] or found["worse"]) and BAD_THING.search(THIS_TIME.sub(" ", read.text)):
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


def _is_of_it(read: Passage, sentence: str, what: str, told: Sequence[Entry]) -> bool:
    """Whether what went up or down is called by a word for any share, or by words of the sentence that tells it."""
    every = " ".join(read.sentence(each.sentence) for each in told)
    if NO_SHARE.match(what) or (OVERALL.match(sentence) and "overall" not in every.lower()):
        return False
    if ANY_SHARE.fullmatch(what):
        return True
    own = stems(what) - stems("share rate proportion percentage figure score result compliance")
    return bool(own) and any(own <= stems(read.sentence(each.sentence)) for each in told)


def _in_time(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether of two figures the first is the earlier one, by the words of time of each."""
    first, last = _time_of(read, one), _time_of(read, other)
    years = [{int(each["year"]) for each in found if each["year"]} for found in (first, last)]
    if all(years):
        return max(years[0]) < min(years[1])
    then, now = any(each["then"] for each in first), any(each["now"] for each in last)
    return (then or now) and not any(each["now"] for each in first) and not any(each["then"] for each in last)


def _time_of(read: Passage, entry: Entry) -> list[re.Match[str]]:
    """The words of time on its side of what parts it from another share of its sentence."""
    beside = [e for e in read.of_sentence(entry.sentence) if e.share]
    low, high = read.starts[entry.sentence], read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    before = max((e.end for e in beside if e.end <= entry.start), default=None)
    behind = min((e.start for e in beside if e.start >= entry.end), default=None)
    if before is not None:
        low = max((cut.end() for cut in PARTED.finditer(read.text, before, entry.start)), default=before)
    if behind is not None:
        high = max((cut.start() for cut in PARTED.finditer(read.text, entry.end, behind)), default=behind)
    return list(TIME.finditer(read.text, low, high))
