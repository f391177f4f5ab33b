"""A gap that is said to have narrowed or widened, against what lies between the two at either time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.courses import course_of
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import value_of
from looped.checker.parties import is_aside, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed
from looped.checker.sizes import is_size
from looped.checker.then_and_now import changes
from looped.checker.when import EARLIER

CODE = "gap-moved"
MESSAGE = "A gap that narrowed is smaller than it was, and one that widened is larger."
GOOD = "In May Ash had 61% and Elm 70%; in June they had 66% and 71%. The gap has narrowed."
BAD = "In May Ash had 61% and Elm 70%; in June they had 66% and 71%. The gap has widened."

GAP = r"(?:gap|difference|margin|lead|distance|shortfall|deficit|disparity|divide|spread|advantage|surplus)"
WIDER = (
    r"widen\w*|gr[eo]w\w*|increas\w+|lengthen\w*|deepen\w*|r[io]s[ei]\w*|doubled|wider|larger|greater|bigger|"
    r"opened up|stretched"
)
NARROWER = (
    r"narrow\w*|shr[aiu]nk\w*|clos(?:ed|ing)|decreas\w+|f[ae]ll\w*|halved|smaller|reduc\w+|less(?:ened)?|diminish\w+|"
    r"contracted|dwindled|shortened"
)
SAID = pattern_of(
    rf"\b{GAP}\b[^.;]{{0,60}}?\b(?:(?P<up>{WIDER})|(?P<down>{NARROWER}))\b|"
    rf"\b(?:(?P<up2>widen(?:ed|ing)|wider|larger|growing)|(?P<down2>narrow(?:ed|ing)?|narrower|smaller|shrinking)) "
    rf"(?:the |of the |their |its )*{GAP}\b|"
    r"\b(?P<apart>(?:moved|drifted|grown|drawn|pulled) (?:further )?apart|diverged)\b|"
    r"\b(?P<closer>(?:moved|drawn|come|came|grown|drew) closer|converged|caught up)\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|whether|if|should|would|could|aim\w*|hop\w+|to|neither)\b[^.;,]{0,24}$|n[’']t ", re.I
)
NOT_INSIDE = pattern_of(r"\b(?:not|never|hardly|barely|neither|than|between \d)\b|n[’']t\b", re.I)
TO = re.compile(rf" (?:to|from) (?:{ONLY})?")
FROM, UNTO = re.compile(rf"\bfrom (?:{ONLY})?[£$€]?$"), re.compile(rf" to (?:{ONLY})?[£$€]?$")
GREW_BY = re.compile(r" by (?:just |only |about |some )*[£$€]?")
PAIR, TWO = 2, 4
BEFORE = pattern_of(
    r"(?:^|[;:,] )\W*(?:and )?(?:last|the (?:previous|preceding)|a year|(?:two|three|four|five|ten) years|"
    r"at the previous|before)\b",
    re.I,
)


@dataclass(frozen=True)
class Gap:
    """What lies between two figures, or a figure that tells it."""

    entries: tuple[Entry, ...]

    @property
    def size(self) -> Decimal:
        """How far they are apart."""
        values = [abs(value_of(each)) for each in self.entries]
        return values[0] if len(values) == 1 else abs(values[0] - values[1])

    @property
    def shown(self) -> str:
        """It, with the figures that it lies between."""
        told = " and ".join(each.text for each in self.entries)
        return told if len(self.entries) == 1 else f"{printed(self.size)} (between {told})"


# "The deficit has grown threefold, from £1.1m to £3.5m": a figure of its own at both times.
ITS_OWN = pattern_of(r"[^.;:]{0,40}\bfrom £?\d[\d.,]*\w{0,2} to £?\d", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with what lay between the two at two times."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(read.text):
            at = read.sentence_at(found.start())
            lead = read.text[read.starts[at] : found.start()]
            if NOT.search(lead) or NOT_INSIDE.search(found.group()) or ITS_OWN.match(read.text, found.end()):
                continue
            gaps = _told_so(read, at, found.end()) or _gaps(read, at, found.end())
            if gaps:
                yield _finding(paragraph, found, *gaps)


def _told_so(read: Passage, at: int, place: int) -> tuple[Gap, Gap] | None:
    """ "From 9 points in 2016 to 7 in 2022": the gap itself at both times, its unit told once."""
    behind = [e for e in read.of_sentence(at) if e.start >= place]
    if len(behind) != PAIR or behind[0].kind not in ("points", "money", "measure"):
        return None
    ends = FROM.search(read.text[place : behind[0].start]) and UNTO.search(read.text[behind[0].end : behind[1].start])
    return (Gap((behind[0],)), Gap((behind[1],))) if ends else None


def _gaps(read: Passage, at: int, place: int) -> tuple[Gap, Gap] | None:
    """What lay between the two at the earlier time and at the later; None where that is not told."""
    for first in range(at, max(-1, at - 3), -1):
        entries = [e for e in read.entries if first <= e.sentence <= at]
        # "Has grown by 70 pence": what it grew by.
        sizes = [e for e in entries if is_size(read, e) and not GREW_BY.fullmatch(read.text[place : e.start])]
        entries = [e for e in entries if e in sizes or not is_size(read, e)]
        own = [e for e in entries if e not in sizes and not is_aside(read, e, entries)]
        # "Has narrowed to 7": the gap itself.
        own = [e for e in own if not TO.fullmatch(read.text[place : e.start])]
        if len(own) > TWO or len({kind_of(e) for e in own}) > 1:
            return None
        if len(own) == TWO:
            return _of_four(read, own)
        if len(sizes) == PAIR and len({e.kind for e in sizes}) == 1 and len(own) != 1:
            course = course_of(read, sizes)
            return (Gap((course.entries[0],)), Gap((course.entries[1],))) if course else None
        if len(own) == PAIR and len(sizes) == 1 and EARLIER.search(sizes[0].before + sizes[0].after):
            return Gap((sizes[0],)), Gap(tuple(own))
    return None


def _of_four(read: Passage, own: Sequence[Entry]) -> tuple[Gap, Gap] | None:
    """Two and two: each pair of one time, or each of one of the two, told from its earlier to its later figure."""
    one, other, third, last = own
    if all(
        FROM.search(read.text[: a.start]) and UNTO.search(read.text[: b.start])
        for a, b in ((one, other), (third, last))
    ):
        return Gap((one, third)), Gap((other, last))  # "it went from 20% to 50%, in the other from 14% to 33%"
    told = next((each for each in changes(read) if len(each) == PAIR), None)
    if told and (told[0].then, told[0].now, told[1].then, told[1].now) == tuple(map(value_of, own)):
        return Gap((one, third)), Gap((other, last))
    gap = read.text[other.end : third.start]
    if one.sentence == last.sentence and not re.search(r"[;,:)]|\bbut\b|\band\b", gap):
        return None
    first, second = Gap((one, other)), Gap((third, last))
    return (second, first) if BEFORE.search(gap) else (first, second)


def _finding(paragraph: Paragraph, found: re.Match[str], then: Gap, now: Gap) -> Finding:
    wider = bool(found["up"] or found["up2"] or found["apart"])
    right = now.size != then.size and (now.size > then.size) == wider
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{then.shown} before and {now.shown} after"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    said = found.group().strip()
    return Finding(CODE, verdict, paragraph.where, said, said, "" if right else "the opposite", why, slip, "likely")
