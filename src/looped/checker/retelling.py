"""What a document says of how many, read so that two places can be asked whether they say it of the same thing.

A telling is a figure with the words of its clause and the words around it: those of its sentence, of the sentence
that tells its base, of its heading. Two tellings are of one thing where the words of one stand in or around the other,
most of the words that are left are plain ones, and neither names a group, a place or a time that the other doesn't.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.linking import MONTHS, STOP, stem
from looped.checker.numbers import slips, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import MONTH
from looped.checker.saying import said_in

PARTS = (
    r"(?:executive |main |plain |lay )?(?:summary|abstract|overview|synopsis)|headlines?(?: findings?| messages?)?|"
    r"in brief|at a glance|"
    r"(?:key |main |headline )(?:findings?|figures?|messages?|points?|results?)|conclusions?|discussion|opinion|"
    r"(?:overall )?(?:assurance|judg[e]?ment|assessment|verdict)|what (?:we found|this means|you told us)|"
    r"recommendations?|foreword|background|introduction|scope|comment(?:ary)?|interpretation|"
    r"(?:detailed )?(?:findings?|results?)|methods?|participants|evidence|the evidence|details?|main report|"
    r"(?:main )?body"
)
# One place that sums up or takes up another.
CUE = pattern_of(
    r"\b(?:summary|abstract|synopsis|headlines?|key (?:findings?|figures?|messages?|points?)|overview|in brief|"
    r"at a glance|as (?:\w+ )?(?:reported|noted|stated|mentioned|set out|shown|described|said|found|recorded)|"
    r"(?:we|to) repeat|repeated|repeat the|conclusions?|discussion|scope|in all|in total|altogether|background|"
    r"main (?:findings?|points?)|opinion|in short|to sum up|in sum|this (?:report|review|audit|trial|study))\b|"
    r"\b(?:findings|results?|method\w*|comment\w*|recommendations?)(?=[:.])|"
    rf"^\W*(?:{PARTS})(?:[:.]|$)|^\s*\d\.\d",
    re.I,
)
# A heading that stands over what sums up, or over what is summed up.
SECTION = re.compile(rf"\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:{PARTS})(?: of (?:the )?findings)?\W*", re.I)
# What heads a part within a paragraph; sums: of one that sums up or is summed up.
LABEL = pattern_of(
    rf"^\W*(?:(?P<sums>(?:\d+(?:\.\d+)*\.?\s+)?(?:the )?(?:{PARTS})(?:,? (?:section )?\d+(?:\.\d+)*)?\s*[:.–—-])\s*|"
    r"(?:section|part|chapter|annex) [\dA-Z]\b[.:]?|(?-i:[A-Z][a-z]+(?: [a-z]+){0,2}): )",
    re.I,
)
NEG = pattern_of(
    r"\b(?:(?<!or )no(?! more than| fewer than| less than)|not|none|without|lack\w*|missing|fail\w*|never|absent|"
    r"(?:yet|still) to|out of date|out-of-date|unable|neither)\b|n[’']t\b",
    re.I,
)
# Of whom it is told: the same in both places.
GROUP = pattern_of(
    r"\b(?:women|men|boys|girls|control|placebo|intervention|treatment (?:group|arm)|usual care|active|"
    r"comparison (?:group|arm))\b",
    re.I,
)
# Words that make it another figure: of another time, a plan, a part of a part.
OTHER = pattern_of(
    r"\b(?:last (?:year|time|month|quarter|autumn|spring|summer|winter|term)|previous(?:ly)?|earlier|year before|"
    r"a year ago|planned|expected|target\w*|standard (?:of|is|was)|aim\w*|benchmark|national\w*|average|"
    r"re-?audit\w*|mean|median|at least|at most|up to|of (?:whom|which|these|them|those(?! (?:who|whose|in|with|at|on|from|we|[a-z]+ed|given|seen)\b))|a further|another|also|"
    r"remaining|the others?|(?:second|follow-up|repeat|first) (?:audit|round|cycle|survey|visit|wave|phase|year|"
    r"half|quarter|team|group|arm|site|ward|week|month|day)|by contrast|each|respectively|"
    r"in (?:19|20)\d\d|than (?:in|a|the|last|among|for|at|\d)|compared (?:with|to))\b|(?<!: )\bonly (?:of|in|where|when|if)\b",
    re.I,
)
# What says nothing of what is told: verbs of finding and telling, places of a report, times of looking.
PLAIN = frozenset(
    stem(word)
    for word in (
        "there were was had has have been being found find summary executive detailed detail conclusion discussion "
        "headline abstract opinion overview finding findings result results report reported reports repeat that this "
        "which whom those these them they their we our us it its read looked examined checked seen showed shown show "
        "shows about page section recommend total who did do does not also still method methods scope trial study "
        "whose when where while said say says told tell asked ask replied yes given gave evidence stated state noted "
        "note identified identify recorded overall during time visit visited inspection period year month day date "
        "point key main message messages first second third one two three stand out only just about than more over "
        "under work review sample sampled tested test looking made make held took take register list listed judged "
        "rated assessed considered figure figures share proportion percentage rate number none every each some most "
        "many any can could would should may might will see above below level value registered works but nearly "
        "almost far however against per short brief sum between among amongst within through ended ending out"
    ).split()
) - {stem(word) for word in ("recommend",)}
# Nouns that anything is counted in: they say little.
UNITS = frozenset(
    stem(word)
    for word in (
        "file files case cases record records audit audits people person persons patient patients participant "
        "participants respondent respondents reply replies response responses item items staff staffs worker workers "
        "resident residents user users member members adult adults household households pupil pupils child children "
        "group groups sample samples team site sites home homes entry entries unit units council trust service"
    ).split()
)
DATED = pattern_of(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:(?: to | and |[–-])\d{{1,2}}(?:st|nd|rd|th)?)? {MONTH}\b(?: (?:19|20)\d\d)?|"
    rf"\b(?:between|from) (?:early |late |mid-)?{MONTH}(?: (?:19|20)\d\d)?,? (?:and|to|until) {MONTH}(?: (?:19|20)\d\d)?",
    re.I,
)
LEAD = pattern_of(
    r"(?:^|[.;:]\s+|,\s)\W*(?:in|at|on|for|among|amongst|within|of|from) (?!all\b|total|our |this )(?:the )?"
    r"(?P<of>[^,\d;:.]{2,40}),? ?(?:only |just )?$",
    re.I,
)
OPENS = pattern_of(
    r"(?:^|[.;:,]\s+|\d\s+)(?:of|in(?! all\b)|among|from|out of)\s+(?:the |these |our |all |a sample of )*$", re.I
)
OF_WHICH = pattern_of(r"\bof (?:which|whom|these|those|them),? (?:only |just )?$", re.I)
EVERY = pattern_of(
    r"\b(?:(?P<none>none|no(?= (?!more\b|less\b|fewer\b|longer\b|one\b|doubt\b|significant|clear)[a-z])|not one)|"
    r"(?P<all>all(?! (?:but|in|together|told|of a sudden)\b)|every(?! (?:two|three|four|five|second|third|"
    r"day|week|month|year)\b)))\b",
    re.I,
)
TAKEN_UP = pattern_of(
    r"\b(?:the|this|that|a|an|our|such an?) (?:overall |observed )?(?P<what>(?!target|national|standard|benchmark|"
    r"expected|average|mean)[a-z-]+(?: [a-z-]+){0,2}?)"
    r"(?: (?:rate|level|share|proportion|figure|percentage|score))? of (?:only |just |about |some )?$",
    re.I,
)
DEFINED = pattern_of(r", (?:defined|measured|counted|taken|understood) as\b[^;:()]{3,80}?, (?=[a-z])", re.I)
DOUBLED = re.compile(r"([bdgmnprt])\1$")
BRACKETS = re.compile(r"\([^()]*\)")
SHORT = 30
LEAST, ALIKE, RARE, FAR, PART = 2.0, 1.5, 1.0, 3.0, 0.34


@dataclass(frozen=True)
class Telling:
    """A figure of a sentence. own: the stems of its clause; around: those of its sentence, its base's and its heading.

    base: printed with it, or told before it; reach: what a share may stand for; place: paragraph and sentence;
    near: the words of its clause; part: the heading that it stands under; sums: whether that is of a part that sums
    up or is summed up; cued: whether the sentence says so.
    """

    paragraph: Paragraph
    read: Passage
    entry: Entry
    own: frozenset[str]
    around: frozenset[str]
    base: int | None
    reach: tuple[Fraction, Fraction] | None
    place: tuple[int, int]
    sentence: str
    near: str
    part: str
    sums: bool
    cued: bool

    @property
    def is_whole(self) -> bool:
        """Whether it tells what others are of: "Of the 20 gates 8 had no lock"."""
        if self.base or not self.is_count or self.entry is self.read.of_sentence(self.entry.sentence)[-1]:
            return False
        return bool(OPENS.search(self.read.text[: self.entry.start]))

    @property
    def is_count(self) -> bool:
        """Whether it tells how many, and not only which share."""
        return self.entry.kind == "count"


def tellings(context: Context) -> tuple[Telling, ...]:
    """Every count and share of the prose, in figures and in words."""
    return tuple(
        told
        for at, paragraph in enumerate(context.document.paragraphs)
        for told in _of_paragraph(paragraph, passage(paragraph.text), at)
    )


def _of_paragraph(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Telling]:
    part, sums = paragraph.section, bool(SECTION.fullmatch(paragraph.section))
    heading = stems(paragraph.section)
    for place in range(len(read.starts)):
        sentence = labelled(read, place)
        if label := LABEL.search(sentence):
            part, sums = label.group(), bool(label["sums"])
        cued = bool(CUE.search(LABEL.sub("", sentence)))
        whole = None if label else _before(read, place)
        around = stems(sentence) | (stems(read.sentence(place - 1)) if whole else frozenset()) | heading
        own = read.of_sentence(place)
        figures = [(e, _base(read, e, whole)) for e in own if e.kind in ("count", "share") and e.value > 1]
        every = [(e, base, _reach(e, base)) for e, base in figures if not _bounds(read, e)]
        every += [(e, None, reach) for e, reach in (_in_words(read, place) if cued or sums else ())]
        for entry, base, reach in every:
            near = near_of(read, entry)
            told = stems(f"{near} {entry.text if entry.kind == 'count' else ''}")
            # "Fourteen said yes": to what the sentence before tells.
            if not told and whole and len(own) == 1:
                told = stems(read.sentence(place - 1))
            if taken := taken_up(read, entry):
                told, near = taken, re.split(r"\b(?:than|expected|planned)\b", near.rpartition(" of")[2])[0]
            telling = Telling(
                paragraph, read, entry, told, around, base, reach, (at, place), sentence, near, part, sums, cued
            )
            yield telling


def _bounds(read: Passage, entry: Entry) -> bool:
    """Whether a figure says what counts as a thing, and not how often it was seen: "80% or more of the doses"."""
    behind = read.text[entry.end : entry.end + 12]
    lead = read.text[max(0, entry.start - 12) : entry.start]
    inside = any(found.start() <= entry.start < found.end() for found in DEFINED.finditer(read.text))
    return inside or bool(re.match(r"\W{0,2}or (?:more|over|above|less|fewer|under|better)\b", behind)) or bool(
        re.search(r"\b(?:at least|at most|up to)\s$", lead)
    )


def _in_words(read: Passage, place: int) -> Iterator[tuple[Entry, tuple[Fraction, Fraction]]]:
    """The shares in words of a sentence without counts, with their reach: "most of them", "none", "every gate"."""
    if any(e.kind == "count" for e in read.of_sentence(place)):
        return
    start, text = read.starts[place], read.sentence(place)
    said = [(each.start, each.end, each.text, (each.low, each.high)) for each in said_in(text)]
    for found in EVERY.finditer(text):
        bound = Fraction(0 if found["none"] else 1)
        said.append((*found.span(), found.group(), (bound, bound)))
    for low, high, words, reach in said:
        yield Entry("said", words, Decimal(0), Decimal(1), "", start + low, start + high, place), reach


def _reach(entry: Entry, base: int | None) -> tuple[Fraction, Fraction] | None:
    """What a share may stand for, rounding allowed."""
    if entry.kind == "count" and base:
        return Fraction(entry.count, base), Fraction(entry.count, base)
    if entry.kind == "share" and entry.share:
        exact, step = Fraction(entry.share.value) / 100, Fraction(1, 100 * 10**entry.share.decimals)
        return exact - step, exact + step
    return None


def labelled(read: Passage, place: int) -> str:
    """A sentence with the short heading right before it: "Abstract. Methods: 31 gates"."""
    head = read.sentence(place - 1) if place else ""
    return (head if len(head) < SHORT and LABEL.search(head) else "") + read.sentence(place)


def _before(read: Passage, place: int) -> int | None:
    """What the counts of a sentence are of, where the one before tells it: "We saw 78 gates. Only 58 had a lock"."""
    before = [e for e in read.of_sentence(place - 1) if e.kind == "count"] if place else []
    own = [e for e in read.of_sentence(place) if e.kind == "count"]
    if len(before) != 1 or before[0].base or not own or any(e.count > before[0].count for e in own):
        return None
    return before[0].count


def _base(read: Passage, entry: Entry, whole: int | None) -> int | None:
    if entry.base or entry.kind != "count":
        return entry.base
    own = [e for e in read.of_sentence(entry.sentence) if e.kind == "count"]
    # "Of 78 gates 58 had a lock".
    if len(own) == 2 and entry is own[1] and not own[0].base and (
        OPENS.search(read.text[: own[0].start]) or OF_WHICH.search(read.text[: entry.start])
    ):
        return own[0].count if own[0].count >= entry.count else None
    return whole


def near_of(read: Passage, entry: Entry) -> str:
    """The words around a figure, as far as its sentence, the figures beside it and the next clause go."""
    others = [e for e in read.entries if e is not entry and e.sentence == entry.sentence and e.value > 2]
    defined = [found.span() for found in DEFINED.finditer(read.text)]
    others = [e for e in others if not any(start <= e.start < end for start, end in defined)]
    low = max([e.end for e in others if e.end <= entry.start], default=read.starts[entry.sentence])
    end = read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    high = min([e.start for e in others if e.start >= entry.end], default=end)
    ends = r"[;:]|, (?:and|but|while|with|their|of|measured|when|which)\b" + (r"|\band\b" if high < end else "")
    after = re.split(ends, read.text[entry.end : high])[0]
    lead = re.split(r", (?:(?:by|at|on|in) which|when|where)\b", read.text[low : entry.start])[-1]
    # What stands before a comma and "and" belongs to the figure before.
    lead = re.split(r"[;:]|, (?:and|but|while|whereas|with)\b", lead)[-1] if low > read.starts[entry.sentence] else lead
    return BRACKETS.sub(" ", f"{LABEL.sub('', lead).rstrip()}  {after}")


def stems(text: str) -> frozenset[str]:
    """Beginnings of the telling words."""
    words = [word for word in re.findall(r"[A-Za-z’']{3,}", DATED.sub(" ", text)) if whole(word) is None]
    found = frozenset(map(stem, words)) - STOP - PLAIN
    return frozenset(DOUBLED.sub(r"\1", word[:7]) for word in found) - frozenset(month[:7] for month in MONTHS)


def weight(words: frozenset[str]) -> float:
    """How much words tell: what anything is counted in tells half."""
    return sum(0.5 if word in UNITS else 1.0 for word in words)


def is_same(one: Telling, other: Telling) -> bool:
    """Whether two figures are told of one thing, for all that their words say."""
    both = one.own & other.own
    if any(taken_up(each.read, each.entry) and each.own <= both for each in (one, other)):
        return not restricted(one, other)
    shared = weight((one.own & other.around) | (other.own & one.around))
    least = ALIKE if one.is_count and other.is_count and one.base == other.base else LEAST
    if shared < least or weight(both) < max(PART * min(weight(one.own), weight(other.own)), PART):
        return False
    left = (weight(one.own - other.around), weight(other.own - one.around))
    if (one.is_whole and left[0]) or (other.is_whole and left[1]):
        return False
    slip = one.is_count and other.is_count and slips(one.entry.count, other.entry.count)
    if one.is_count and other.is_count and not (one.base or other.base or slip or one.is_whole or other.is_whole):
        return max(left) < RARE and not restricted(one, other)
    if slip:
        return min(left) <= RARE and max(left) <= FAR and not restricted(one, other)
    return min(left) < RARE and max(left) <= max(shared, LEAST) and not restricted(one, other)


def taken_up(read: Passage, entry: Entry) -> frozenset[str]:
    """The stems of what a share is said to be of: "the completion rate of 66%"."""
    found = TAKEN_UP.search(read.text[max(0, entry.start - 60) : entry.start]) if entry.kind == "share" else None
    return stems(found["what"]) if found else frozenset()


def restricted(one: Telling, other: Telling) -> bool:
    """Whether one of two names a time, a plan, a group or a place that the other doesn't."""
    if any(OTHER.search(_plain(each)) for each in (one, other)):
        return True
    pairs = ((one, other), (other, one))
    if any(groups_in(a.near) != groups_in(b.near) and groups_in(a.near) - groups_in(b.sentence) for a, b in pairs):
        return True
    return any((_named(a) | _lead(a)) - b.around or _months(a.near) - _months(b.sentence) for a, b in pairs)


def _plain(told: Telling) -> str:
    """The words of a clause without those that only say of what its count is."""
    lead, gap, after = told.near.partition("  ")
    return (re.sub(r"\bof (?:which|whom|these|those|them)\W*$", "", lead) if told.base else lead) + gap + after


def groups_in(text: str) -> set[str]:
    """The groups of people that a text names."""
    return {found.group().lower() for found in GROUP.finditer(text)}


def _named(told: Telling) -> frozenset[str]:
    """Names in a clause: words with a capital that begin no sentence and head nothing."""
    text = LABEL.sub("", told.near)
    names = re.findall(r"(?<=[a-z,;] )[A-Z][a-z’']{2,}", DATED.sub(" ", text))
    return stems(" ".join(names))


def _lead(told: Telling) -> frozenset[str]:
    """Where or of whom a sentence says in front that it speaks: "In the north 12 of 60"."""
    lead = LEAD.search(told.near.split("  ")[0])
    return stems(lead["of"]) if lead else frozenset()


def _months(text: str) -> set[str]:
    text = DATED.sub(" ", text)
    return {month for month in MONTHS if re.search(rf"\b{month}\b", text, re.I)} - {"may"}


def negated(text: str) -> bool:
    """Whether a clause tells of what is not."""
    return len(NEG.findall(text)) % 2 == 1
