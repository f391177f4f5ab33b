"""A target and what was reached, against the words that say whether it was met, missed or passed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.limit_words import is_of_those_who_met
from looped.checker.limits import is_size
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantified import quantifiers
from looped.checker.worth import UNWANTED, more_is_better

CODE = "against-target"
MESSAGE = "What is said of a target is so by the figure reached."
GOOD = "The target was 90%. We reached 87.9% (58 of 66) and missed it."
BAD = "The target was 90%. We reached 87.9% (58 of 66) and met it."

NAME = (
    r"(?:targets?|standards?|benchmark|threshold|goal|requirement|minimum|ceiling|maximum|limit|cap|tolerance|"
    r"pass mark|milestone)"
)
UNIT = r"(?P<{0}>%|per ?cent\b|(?:working |calendar )?days?\b|weeks?\b|hours?\b|minutes?\b|months?\b)"
VALUE = r"(?<![\d.,£])(?P<{0}>\d[\d,]*(?:\.\d+)?)(?:\s?|-(?![a-z]+ [a-z]+,? \(?\d))"
# "Target of 90%", "standard (92%)", "the goal for repairs is 25 days", "the target is that 90% are".
AHEAD = (
    rf"\b{NAME}(?: for [^.;,:()\d]{{1,60}}?(?= (?:is|was|of|at|being|stands|stood)\b))?"
    r"(?: that| of| is| was| being| at| set| stands| stood| requires?| required|:|,? ?\(|,)*\s*"
    r"(?:just |only |at least |at most |no more than |under |below |over )?"
    rf"{VALUE.format('a')}{UNIT.format('ua')}"
)
# "The 95% target", "the 4.5% national ceiling", "the 85% that had been agreed as the target".
BEHIND = (
    rf"{VALUE.format('b')}{UNIT.format('ub')}\)?(?:[- ](?:[a-z]+ ){{0,2}}{NAME}\b|"
    rf",? (?:that|which) (?:is|was|has been|had been) (?:(?:set|agreed|laid down|adopted|given|chosen|fixed) )?(?:as )?"
    rf"(?:(?:the|our|its|their|an?) )?(?:[a-z]+ )?{NAME}\b|"
    r" (?:required|expected|aimed for|hoped for|called for|sought|laid down|stipulated|(?:that )?(?:we|"
    r"they) aim for)\b)"
)
# "At least 80%": a floor without the name of one.
LEAST = rf"\b(?:at least|a minimum of|no less than) {VALUE.format('c')}{UNIT.format('uc')}"
# "No more than 10% of shifts should be", "must not exceed 12%": a ceiling without the name of one.
MODAL = r"(?:should|must|may|ought to|is to|are to|has to|have to|can|allowed|permitted)"
MOST = (
    rf"\b{MODAL} (?:not exceed|be (?:kept|held) (?:to|at|below|under)|"
    rf"not be (?:more|higher|longer|over|above)(?: than)?|be (?:no more than|at most|under|below)) "
    rf"{VALUE.format('d')}{UNIT.format('ud')}|"
    rf"\b(?:no more than|at most|not more than) {VALUE.format('e')}{UNIT.format('ue')}(?=[^.;:\d]{{0,60}} {MODAL}\b)"
)
TARGET = pattern_of(rf"{AHEAD}|{BEHIND}|{LEAST}|{MOST}", re.I)
# "Kept within this limit, at 8%": what was reached, set behind the name.
REACHED = pattern_of(
    rf"\b(?:[a-z]+ed|met|kept|hit|beat|within|under|over|above|below|inside|outside|short of) "
    rf"(?:the|this|that|its|their|our) (?:[a-z]+ )?{NAME},? (?:with|at|standing at) ",
    re.I,
)
ADVERB = r"(?:(?:therefore|thus|then|so|just|narrowly|comfortably|easily|well|clearly|again|also|only|still|now|yet) )"
MET = (
    r"met|meets?|meeting|achiev(?:ed?|es|ing)|reach(?:ed|es|ing)?|attain(?:ed|s|ing)?|satisf(?:ied|ies|ying)|"
    r"hit(?:s|ting)?|"
    r"beat(?:en|s|ing)?|better(?:ed|ing)|ahead of|better than|within|inside|on (?=target)"
)
MISSED = (
    r"miss(?:ed|es|ing)?|breach(?:ed|es|ing)?|f[ae]ll(?:s|ing)? short of|f[ae]ll(?:s|ing)? outside|short of|outside|"
    r"unmet|adrift of|behind|worse than"
)
OVER = r"exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|above|over|in excess of|beyond|topp(?:ed|ing)|pass(?:ed|es|ing)"
UNDER = r"below|under|less than|lower than"
NOT = (
    r"(?:(?:not|never)(?: yet| quite| in fact)?|(?:did|does|do|had|has|have|was|were|is)n[’']t|fail(?:ed|s|ing) to|"
    r"un(?:able)? to|without)"
)
SAID = pattern_of(
    rf"\b(?:(?P<no>{NOT}) (?:being |be )?{ADVERB}?)?(?:(?P<met>{MET})|(?P<missed>{MISSED})|(?P<over>{OVER})|"
    rf"(?P<under>{UNDER}))(?!\w)",
    re.I,
)
# "Were met, compared with the standard of 90%": set beside it, and no more.
SET_BESIDE = pattern_of(r",? (?:as )?(?:compared with|compared to|against|set against|where) ", re.I)
ABOUT = pattern_of(rf"\b(?:{NAME}|required|expected)\b", re.I)
IT = pattern_of(r" (?:it|this|that)\b(?! (?:was|is|were|[a-z]+s)\b)", re.I)
WAS_IT = pattern_of(rf"\b(?:it|this|that) (?:was|is|has been|had been) {ADVERB}*(?:not )?{ADVERB}*$", re.I)
# What is hoped for, asked or almost so.
DENIED = pattern_of(
    r"\b(?:nearly|almost|if|whether|to be|should(?: be)?|must(?: be)?|would(?: be)?|will(?: be)?|could(?: be)?|"
    r"may(?: be)?|"
    r"criteria|people|residents|staff we|of(?! \w+ing)|expect(?:ed|s)? to(?: be)?|aim(?:s|ed)? to|hop(?:e|ed|ing) to|"
    r"need(?:s|ed)? to(?: be)?|required to|likely to(?: be)?|in order to|nor|neither|than|once|when|or)\s+(?:be )?$",
    re.I,
)
# "82% of files met the standard": the figure counts those that did.
COUNTS = re.compile(
    r"(?: of (?:the |these |all )?[^.;:,()\d]{1,50}?)?(?: that| who| which)?(?: had| have| were| was| are)?\s*"
)
# "Was met in the east": of another scope than the figure.
ELSEWHERE = pattern_of(
    r"[^.;,:()]{0,40}?\b(?:in|by|for|at|only|among|on)\b(?! (?:the |this |that |each |a )?(?:(?:last|latest|whole|same|"
    r"full|current|second|first|third|fourth|final) )?(?:year|quarter|month|period|term|audit|time|end|average|\d|"
    r"some (?:distance|way|margin)|(?:wide|small|narrow|clear|comfortable|large|fine) margin|just|more|re-?audit|"
    r"answering|this occasion)\b)",
    re.I,
)
WOULD = pattern_of(r"\b(?:would|must|needs?|needed)\b", re.I)
OF_ALL = pattern_of(r"\b(?:all|overall|together|combined|total|average|as a whole)\b", re.I)
CEILING = pattern_of(
    r"\b(?:no (?:more|longer|higher) than|at most|maximum|below|under|less than|or less|or fewer|or below|"
    r"ceiling|limit|cap|"
    r"tolerance|not exceed)\b",
    re.I,
)
# "90% of patients should have one": as many as that at least, whatever it is that they have.
WANTED = pattern_of(
    r" of (?:all |the |our )?(?:[a-z’'-]+ ){1,4}?(?:should|must|ought to|are to|were to) "
    r"(?:receive|have|get|undergo|be (?:given|"
    r"offered|seen|assessed|screened|asked|reviewed|recorded|documented|treated|answered|met|paid|checked|signed|completed))\b",
    re.I,
)
FLOOR = pattern_of(r"\b(?:at least|minimum|or more|or above|or better|over|above)\b", re.I)
BAD_THING = pattern_of(rf"\b(?:{UNWANTED}|reduc\w+|cut)\b", re.I)
CLAUSE = pattern_of(r"[;:](?=\s)|\b(?:but|while|whereas|although|though)\b", re.I)
# "In the pilot they had agreed on 70%": of an earlier time.
PAST = pattern_of(
    r"\b(?:a year|\w+ (?:years|months|weeks)) (?:ago|earlier|before)\b|"
    r"\b(?:last (?:year|time)|the (?:previous|preceding|first|earlier) (?:year|audit|survey|inspection|round|cycle)|"
    r"in the pilot)\b|\bhad (?:[a-z]+ly )?(?!been (?:set|agreed)|to\b)[a-z]+ed\b",
    re.I,
)
# "Methods: ...", "Conclusion: ...".
LABEL = pattern_of(
    r"^\W{0,3}(?:(?P<end>conclusions?|interpretation|discussion|summary)|background|aims?|objectives?|standards?|criteri(?:on|a)|"
    r"targets?|setting|sample|design|methods?|results?|findings|participants|measures?|introduction)\b\W{0,3}[:.]\W",
    re.I,
)
OR_MORE = re.compile(r" or (?:above|more|better|higher|over|less|below|under|fewer)\b", re.I)
BESIDE = re.compile(r"within|inside|outside|short|behind|ahead|better|worse", re.I)
LATER = pattern_of(
    r"(?<![\d.,£])(?P<n>\d[\d,]*) (?:working |calendar )?(?P<unit>day|week|hour|minute|month)s? "
    r"(?:later|after(?:wards)?|on|from (?:receipt|referral))\b",
    re.I,
)
COUNTED = pattern_of(r"\d (?:out )?of (?:the |these |all )?\d[^.;]*$", re.I)
SIZE = re.compile(r"\bby (?:just |only |about |some |over |nearly |almost )*$", re.I)


@dataclass(frozen=True)
class Told:
    """A target as told. ceiling: whether less is asked; None where nobody can say."""

    start: int
    end: int
    value: Decimal
    unit: str
    ceiling: bool | None


QUOTED = re.compile(r"\W*[“\"'‘]([^”\"'’]{3,60})[”\"'’]")


def check(context: Context) -> Iterator[Finding]:
    """Each sentence on whether the one target of its paragraph was met, with one figure of the target's kind."""
    for paragraph in context.paragraphs_with(TARGET):
        told = list(_targets(paragraph.text))
        if told and len({(each.value, each.unit) for each in told}) == 1 and SAID.search(paragraph.text):
            read = passage(paragraph.text)
            for at in range(len(read.starts)):
                yield from _sentence(paragraph, read, told, at)
    for paragraph, text in _concluded(context):
        told = list(_targets(text))
        if len({(each.value, each.unit) for each in told}) == 1:
            read = passage(text)
            yield from _sentence(paragraph, read, told, len(read.starts) - 1)


def _concluded(context: Context) -> Iterator[tuple[Paragraph, str]]:
    """A conclusion under its own label, with the labelled parts of the abstract that stand before it."""
    parts: list[str] = []
    for paragraph in context.document.paragraphs:
        label = LABEL.match(paragraph.text)
        if label and label["end"] and parts and SAID.search(paragraph.text) and not TARGET.search(paragraph.text):
            first = passage(paragraph.text).sentence(0)
            yield paragraph, " ".join((*parts, first)).strip()
        parts = [*parts, paragraph.text] if label and not label["end"] else []


def _targets(text: str) -> Iterator[Told]:
    for found in TARGET.finditer(text):
        if found["a"] and any(each.end() == found.start("a") for each in REACHED.finditer(text)):
            continue
        if is_of_those_who_met(text, *found.span()):
            continue
        if "-" in found.group() and "%" in text:
            continue  # "the 18-week standard (92%)": named by a time, and met by a share
        if found["a"] and text[: found.start("a")].endswith("(") and COUNTED.search(text[: found.start("a")]):
            continue  # "48 of 93 were within the limit (51.6%)": how many, and no target
        value = Decimal(next(filter(None, map(found.group, "abcde"))).replace(",", ""))
        unit = _unit(next(filter(None, map(found.group, ("ua", "ub", "uc", "ud", "ue")))))
        around = text[max(0, found.start() - 30) : found.end() + 20]
        wanted = unit == "%" and not CEILING.search(around) and WANTED.match(text, found.end())
        yield Told(found.start(), found.end(), value, unit, False if wanted else _is_ceiling(around, text, unit))


def _unit(text: str) -> str:
    return "%" if text.lower().startswith(("%", "per")) else text.lower().split()[-1][:3]


def _is_ceiling(around: str, text: str, unit: str) -> bool | None:
    """Whether less is asked for: by its words, or because it is a time; of what nobody wants nothing tells."""
    if FLOOR.search(around):
        return False
    if unit != "%" or CEILING.search(around):
        return True
    return None if BAD_THING.search(SAID.sub(" ", text)) and not more_is_better(text) else False


def _sentence(paragraph: Paragraph, read: Passage, told: Sequence[Told], at: int) -> Iterator[Finding]:
    start = read.starts[at]
    low, high = start, start + len(read.sentence(at))
    said = [each for each in SAID.finditer(read.text, low, high) if _is_of_target(read, told, each, low, high)]
    said = [each for each in said if not (each["met"] and SET_BESIDE.match(read.text, each.end()))]
    reached = _reached(read, told, at) if said else None
    if reached is None:
        return
    if reached.sentence != at and OF_ALL.search(read.sentence(reached.sentence)):
        return  # "Route 4 met it. The figure for all routes was 87%"
    said = [each for each in said if not _is_of_others(read, reached, each, low)]
    senses = {_is_so(told[0], reached, each) for each in said}
    if len(senses) != 1 or None in senses:
        return
    yield _finding(paragraph, told[0], reached, said[0], senses.pop() is True)


def _is_of_target(read: Passage, told: Sequence[Told], said: re.Match[str], low: int, high: int) -> bool:
    """Whether a word of reaching is said of the target: its name, its figure or "it" in the same clause."""
    text = read.text
    if text[low : said.start()].lower().endswith("to ") and WOULD.search(text, low, high):
        return False  # "to reach it 74 would have had to"
    if (said["over"] or said["under"]) and is_size(text, said.start()):
        return False
    if any(each.start <= said.start() < each.end for each in told) or DENIED.search(text[low : said.start()]):
        return False
    cuts = [each.span() for each in CLAUSE.finditer(text, low, high)]
    first = max([end for _, end in cuts if end <= said.start()], default=low)
    last = min([begin for begin, _ in cuts if begin >= said.end()], default=high)
    if any(each.kind != "count" or not re.search(r"\d", each.text) for each in quantifiers(text[first:last])):
        return False  # of all or of some: each has a figure of its own
    if re.search(r"\b(?:only|alone|except|apart from)\b", text[first : said.start()], re.I):
        return False
    if IT.match(text, said.end()) or WAS_IT.search(text[first : said.start()]):
        return True
    own = any(first <= each.start and each.end <= last for each in told)
    if said["over"] or said["under"] or BESIDE.match(said.group()):
        # Of these only what stands right behind is meant.
        behind = text[said.end() : min(last, said.end() + 50)]
        passive = said["over"] and re.search(
            rf"\b{NAME}\b[^.;:]{{0,90}}? (?:was|is|been|were) {ADVERB}*$", text[first : said.start()], re.I
        )
        near = re.match(
            rf" (?:(?:the|our|its|their|a|an|this|that|of) )*(?:[a-z’'-]+ ){{0,3}}(?:{NAME}\b|(?P<n>\d))", behind, re.I
        )
        if near and near["n"]:
            return any(each.start <= said.end() + near.start("n") < each.end for each in told)
        return bool(near or passive)
    return own or bool(ABOUT.search(text, first, last))


def _reached(read: Passage, told: Sequence[Told], at: int) -> Entry | None:
    """The one figure of the target's kind: in the sentence, else in the one before, else in the one behind."""
    for place in (at, at - 1, at + 1):
        words = read.sentence(place) if place < len(read.starts) else ""
        if place != at and PAST.search(words) and not PAST.search(read.sentence(at)):
            continue
        own = [each for each in read.of_sentence(place) if _is_of_kind(read, told, each)]
        if place != at and any(_is_of_another_name(read, at, each) for each in own):
            return None
        if own or (own := _later(read, told, place)):
            values = {each.figure for each in own}
            return own[0] if len(values) == 1 else None
    return None


def _is_of_another_name(read: Passage, at: int, entry: Entry) -> bool:
    """ "... and the highest for “B” (94%). “A” fell short": the figure stands behind another name in marks."""
    name = QUOTED.match(read.sentence(at))
    before = QUOTED.findall(read.text[read.starts[entry.sentence] : entry.start])
    return bool(name and before and before[-1].lower() != name[1].lower())


def _later(read: Passage, told: Sequence[Told], at: int) -> list[Entry]:
    """ "It was paid on 10 June, 47 days later": how long something took, where that is what the target is of."""
    low = read.starts[at] if at < len(read.starts) else len(read.text)
    found = LATER.finditer(read.text, low, low + len(read.sentence(at)) if at < len(read.starts) else low)
    return [
        Entry("measure", each.group(), Decimal(each["n"].replace(",", "")), Decimal(1), each["unit"], *each.span(), at)
        for each in found
        if told[0].unit == each["unit"].lower()[:3]
    ]


def _is_of_kind(read: Passage, told: Sequence[Told], entry: Entry) -> bool:
    if any(each.start <= entry.start < each.end for each in told) or SIZE.search(read.text[: entry.start]):
        return False
    if OR_MORE.match(read.text, entry.end):
        return False
    unit = told[0].unit
    return bool(entry.share) if unit == "%" else entry.kind == "measure" and entry.unit[:3] == unit


def _is_of_others(read: Passage, reached: Entry, said: re.Match[str], low: int) -> bool:
    """Whether the figure counts those that met it, or it is said to be so somewhere only."""
    if low <= reached.start and reached.end <= said.start():
        gap = read.text[reached.end : said.start()]
        if COUNTS.fullmatch(gap) and read.text[reached.end - 1] != ")":
            return True
    if not said["met"] and not said["missed"] or BESIDE.match(said.group()):
        return False
    behind = ELSEWHERE.match(read.text, said.end())
    # "Met for swabs: 57 of 60 (95%)", "at Ash (95%)": the figure that follows is of that scope.
    if behind and reached.start >= behind.end():
        return not re.fullmatch(
            r"[^.;,:()]{0,60}?(?::|,? ?\(|, (?:at|with|when|where)) "
            r"?(?:[^.;:()\d]{0,40})",
            read.text[behind.end() : reached.start],
        )
    return bool(behind)


def _is_so(target: Told, reached: Entry, said: re.Match[str]) -> bool | None:
    """Whether it is so; None where nobody can tell, or the target itself was reached."""
    had = reached.figure
    if had == target.value:
        return None
    if said["over"] or said["under"]:
        return ((had > target.value) == bool(said["over"])) != bool(said["no"])
    if target.ceiling is None:
        return None
    kept = had <= target.value if target.ceiling else had >= target.value
    return (kept == bool(said["met"])) != bool(said["no"])


def _finding(paragraph: Paragraph, target: Told, reached: Entry, said: re.Match[str], right: bool) -> Finding:
    unit = "%" if target.unit == "%" else f" {reached.unit}"
    side = "above" if reached.figure > target.value else "below" if reached.figure < target.value else "at"
    why = f"{reached.text} was reached, and {target.value}{unit} was the target: it is {side} it"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"target/{paragraph.line}/{said.start()}"
    return Finding(CODE, verdict, paragraph.where, said.group(), said.group(), f"{side} it", why, slip, "likely")
