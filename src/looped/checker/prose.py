"""A paragraph read as entries: each a count, a share, a sum of money or a measure, with its base and its words.

Numbers that claim nothing (dates, ages, intervals, limits, names of things) are blanked out first, so that whatever
is left is a figure that somebody states. Rules reason on entries, never on the wording around one number.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from looped.checker.linking import STOP, stem
from looped.checker.numbers import DIGITS, Percent, fits, percent, whole
from looped.checker.patterns import known, pattern_of
from looped.checker.quieting import HUNDREDS, LENGTH, MONTH, NUMBER, SPELT, has_figure, quieted

VALUE = pattern_of(
    rf"(?<![\w.,])(?<!\D/)(?<![A-Za-z][-–])(?P<sign>[-−])?(?P<money>[£$€]\s?)?(?P<digits>(?:{DIGITS})(?:\.\d+)?)(?![\d]|,\d|\.\d|"
    rf"(?:st|nd|rd|th)\b)"
    rf"(?:\s?(?P<scale>k|thousand|m|mn|million|bn|billion)\b)?"
    rf"(?:\s?(?P<percent>%|per ?cent(?:age)?\b)(?P<points>\s*-?points?)?|\s(?P<pp>pp|percentage points?|points?)\b)?"
    rf"|\b(?P<words>{HUNDREDS}|{SPELT})\b(?!-\w)(?:\s?(?P<percent2>%|per ?cent(?:age)?\b)(?P<points2>\s*-?points?)?|"
    rf"\s(?P<pp2>percentage points?|points?)\b)?",
    re.I,
)
SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
MEASURE = pattern_of(
    rf"(?P<span>\s(?:to|or)\s{NUMBER})?(?:\s(?:working|calendar|school|clear|whole|full|consecutive|bed))?"
    rf"\s?(?!(?:day|night) (?:staff|shift|(?!this|does|always|perhaps)[a-z]{{3,}}(?<!s)s)\b)"
    rf"(?P<unit>{LENGTH}|hrs?|h|mins?|g/dl|mg|kg|g|km|miles?|mmhg|mmol(?:/l|/mol)?|ml|litres?|cm|mm|metres?|tonnes?|"
    rf"kwh|p(?=[.,;) ]))\b(?!-)",
    re.I,
)
# "27,300 tickets, 75 a day": how many each time, and no number of anything.
A_TIME = re.compile(
    r" (?:an?|per|each|every) (?:hour|day|night|week|month|quarter|term|year)\b"
    r"(?! (?:of|later|earlier|before|after|ago|or))"
)
LAST_OF_LIST = re.compile(r"\d,? and $")
# These are never counted out of a base.
DOSES = frozenset(("g/dl", "mg", "kg", "g", "mmhg", "mmol/l", "mmol/mol", "ml", "cm", "mm"))
OF = pattern_of(
    r"\s*(?:(?:(?!(?:and|but|or|with|while|place|instead|lieu|ahead|short|shy|excess|front|favour|advance|"
    r"spite)\b)[a-z’'-]+ ){0,2}(?:out of|of)|/|in every|from among|among)\s*"
    r"(?:(?:the|these|those|all|its|our|their|your|a total of|other|remaining|"
    r"every|just|only|that|[a-z]+[’']s)\s+)*",
    re.I,
)
BRACKET = pattern_of(
    r"(?P<gap>[^.;:()\d%\[\]]{0,90}?)(?:[(\[]\s*|,? (?:that is|i\.e\.|ie|or|equal to|equivalent to|making|"
    r"amounting to|"
    r"which is|a total of|representing)?,? ?|\s?=\s?|: |; )"
    r"(?:(?:n\s*=|about|around|or|some|just|only|roughly|a mere|a rate of)\s*)*",
    re.I,
)
INSIDE = pattern_of(
    r"[^.;:()\d%\[\]]{0,90}?[(\[]\s*(?:(?:n\s*=|about|around|or|some|just|only|roughly|a total of)\s*)*", re.I
)
# "157 gained five passes or more (74%)": the share is of those who did.
AT_LEAST = re.compile(r"\bor (?:more|fewer|less|better|over|above|below|under|higher|lower)\b[^(]{0,20}\(\s*$")
IN_ORDER = pattern_of(r"(?:,|;|,? and) ?\d[\d.]*\s?%")
SHARE_BEFORE = re.compile(r"\d\s?%(?:,|;|,? and) $")
COUNTS_BEHIND = re.compile(
    r"[^.;:()\d%]{0,30}\((?:n\s?=\s?)?\d[\d,]*(?: of | ?/ ?)\d[\d,]*(?: [a-z]+)?(?:,|;|,? and) \d"
)
# "8% more than in the year before (633)": a change, and what it is on.
CHANGED = pattern_of(
    r"^\)? (?:more|less|fewer|higher|lower|up|down|above|below|over|under|better|worse)\b|"
    r"\b(?:than|compared|against)\b|\bfrom\b[^a-z]*$",
    re.I,
)
NO_SHARE_BEHIND = pattern_of(
    r"\s{4}|\s[–—]\s|\bthan\b|\bfrom\b|(?<!\bequal )(?<!\bequivalent )(?<!\bamounting )(?<!\bequating "
    r")\bto\b\s*$|\bby\b\s*$|"
    r"\bagainst\b|\bcompared\b"
)
BRACKETED = re.compile(r"[(\[]\s*(?:n\s?=\s?)?(?:[\d,]+\s?(?:of|out of|/)\s?)?[\d,]+$")
BRACKETED_OF = re.compile(r"[(\[]\s*[\d,]+\s?(?:of|out of|/)\s?[\d,]+$")
AMONG = re.compile(r"(?: [a-z’'-]+){0,4}? (?:in|from|among|out of|of) (?:the |a sample of |all )?")
BESIDE = re.compile(r"(?: [a-z’'-]+){0,3}?,? ?[(,–-] ?")
THAN = re.compile(r"[)\]]? than\b")
COMPARED = re.compile(r"\b(?:more|less|fewer|better|worse|higher|lower|[a-z]+er)\b")
OF_THOSE_DONE = re.compile(r" of (?:those|all)(?: who (?:were |had been |had )?)? ?[a-z]+ed\b")
APPOSED_TO = pattern_of(
    r" (?:of|among|in) (?:this|that|these|those|the|our|its|their) [^.;:,()\d%]{1,40}, (?:that is,? |or |i\.e\.,? |"
    r"some )?"
)
APPOSED_END = pattern_of(r"(?: [a-z’'-]+){0,2},(?!\s*\d)")
APPOSED = pattern_of(r" [a-z’'-]+(?: [a-z’'-]+){0,2} ?, (?:or )?", re.I)
# "The 17 good ones make up 61% of the total".
MAKE_UP = pattern_of(
    r" [^.;:,()\d%]{0,60}?\b(?:ma(?:ke|kes|de) up|represent(?:s|ed)?|(?:amount|correspond)(?:s|ed)? to|"
    r"accounts? for|accounted for|form(?:s|ed)?|constitute[sd]?|are|were|equal(?:led)?|come to|came to)"
    r"(?: (?:thus|therefore|just|only|about|some|over|under|nearly))* ",
    re.I,
)
# "These three make up": how many were told.
SO_MANY_OF_THEM = pattern_of(r"\b(?:these|those|all|both|other) [a-z]+$", re.I)
OF_LOT = pattern_of(
    r" of (?:(?:the|our|this) (?:total|whole|sample|cohort|lot)\b(?! (?:of|cost|spend|budget|bill|sum|value|time))|"
    r"all(?: of (?:them|these|those))?(?=[.,;:)]|$)|those (?:seen|asked|heard|read|sampled|tested|inspected|audited|"
    r"reviewed|checked|visited|examined)\b)",
    re.I,
)
# "8 – 13% – lacked one".
DASHED, DASH = pattern_of(r"(?: [a-z’'-]+){0,2} [–—-] (?:or )?"), pattern_of(r" [–—-] ")
SCALED_TOO = pattern_of(r"\s*(?:to|and|or|against|,|[-–])\s*(?:just |only )?", re.I)
UNIT_TOO = pattern_of(r"[^.;:()\d%£]{0,60}(?:,|\band|\bagainst|\bwith|\bthan|\bto|\bfrom) (?:just |only )?", re.I)
PLACED = re.compile(r" (?:in|at|on|for|among|with|by|under) (?:the )?[a-zA-Z]|[.;,)]")
OF_ALL = re.compile(r"(?:^|[.;:] )Of (?:the |these |our |all )?$")
LISTED = pattern_of(r"\s*(?:,|,? and|,? or)\s*")
CLAUSE = pattern_of(
    r"[;:.](?=\s|$)|,(?=\s)|[()]|–\s|—|\b(?:and|but|while|whereas|whilst|although|though|against|compared (?:with|"
    r"to)|than|"
    r"versus|vs?|followed by|then)\b"
)
WORD = re.compile(r"[A-Za-z’']{2,}|\d+(?:[-–]\d+)?\+?")
SENTENCE = pattern_of(
    r"(?<=[.!?])(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bapprox\.)"
    # "Qtr. 1", "para. 12": what is numbered.
    r"(?<!\b(?:No|pp|vs|cf)\.(?=\s\d))(?<!\b(?:[Qq]tr|[Ff]ig|[Vv]ol|[Aa]rt|[Rr]eg|[Rr]ef|Nos)\.(?=\s\d))"
    r"(?<!\b[Pp]ara\.(?=\s\d))[”\"')]*\s+(?=[A-Z“\"'(£\d])"
)


# "Within 20 working days": how long something took.
TIMED = pattern_of(
    rf"\b(?:within|inside|under|after|for|less than|more than|at least|up to) (?:the )?(?P<n>{NUMBER})[ -]"
    rf"(?:working |calendar |school )?{LENGTH}(?= of |\s?\(| [a-z]+\s?\()",
    re.I,
)


@dataclass(frozen=True)
class Entry:
    """One figure as stated. kind: "count", "share" (a percentage alone), "points", "money" or "measure".

    start, end: in the text, with what is printed beside it in brackets. before, after: the words of its clause.
    """

    kind: str
    text: str
    value: Decimal
    step: Decimal
    unit: str
    start: int
    end: int
    sentence: int
    base: int | None = None
    share: Percent | None = None
    before: str = ""
    after: str = ""

    @cached_property
    def count(self) -> int:
        """The value as a whole number."""
        return int(self.value)

    def __hash__(self) -> int:
        """By its place, which with its passage tells the rest."""
        return self.start

    @property
    def words(self) -> frozenset[str]:
        """The stems of its clause's telling words."""
        return stems(f"{self.before} {self.after}")


@dataclass(frozen=True)
class Passage:
    """A paragraph with its figures. quiet: its text, numbers that claim nothing blanked; starts: of its sentences."""

    text: str
    quiet: str
    starts: tuple[int, ...]
    entries: tuple[Entry, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, with the blanks behind them."""
        ends = (*self.starts[1:], len(self.text))
        return tuple(known(self.text[start:end]) for start, end in zip(self.starts, ends, strict=True))

    @cached_property
    def by_sentence(self) -> tuple[tuple[Entry, ...], ...]:
        """The entries of each sentence."""
        found: list[list[Entry]] = [[] for _ in self.starts]
        for each in self.entries:
            found[each.sentence].append(each)
        return tuple(map(tuple, found))

    def __hash__(self) -> int:
        """By its text, which tells the rest: passages are asked for very often in what is kept of them."""
        return hash(self.text)

    def sentence(self, at: int) -> str:
        """The words of a sentence; none before the first."""
        return self.sentences[at] if at >= 0 else ""

    def of_sentence(self, at: int) -> list[Entry]:
        """The entries of a sentence; none of one that there isn't."""
        return list(self.by_sentence[at]) if 0 <= at < len(self.starts) else []

    def sentence_at(self, place: int) -> int:
        """Which sentence a place of the text is in."""
        return bisect_right(self.starts, place) - 1


@lru_cache(maxsize=16384)
def passage(text: str) -> Passage:
    """A paragraph read.

    >>> [(e.count, e.base, str(e.share)) for e in passage("Of 30 files, 7 (23%) were late; 5 of 12 (42%) not.").entries]
    [(30, None, 'None'), (7, None, '23%'), (5, 12, '42%')]
    """
    quiet = known(quieted(known(text)))
    starts = (0, *(found.end() for found in SENTENCE.finditer(text)))
    found = [_entry(each, quiet, starts) for each in VALUE.finditer(quiet)] if has_figure(quiet) else []
    return Passage(
        text,
        quiet,
        starts,
        tuple(
            _worded(
                text,
                _merged(_timed(text, quiet), _in_one_unit(quiet, _of_one_unit(quiet, _in_one_scale(quiet, found)))),
            )
        ),
    )


def _timed(text: str, quiet: str) -> str:
    """ "94 were seen within one day (80%)": a length of time that was blanked stands between a count and its share."""
    if "(" not in text:
        return quiet
    for found in TIMED.finditer(text):
        low, high = found.span()
        if not quiet[found.start("n") : high].strip():
            quiet = quiet[:low] + re.sub(r"\d", "x", found.group()).replace(",", "x") + quiet[high:]
    return quiet


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the telling words of a text."""
    return frozenset(map(stem, WORD.findall(text))) - STOP


def _entry(found: re.Match[str], text: str, starts: tuple[int, ...]) -> Entry:
    """A figure on its own. starts: of the sentences of its text."""
    words = found["words"]
    if words:
        value, step = Decimal(worded(words)), Decimal(1)
    else:
        minus = found["sign"] and text[found.start() - 1 : found.start()].isspace()
        value, step = scaled(found["digits"], (found["scale"] or "").lower())
        value = -value if minus else value
    end, unit = found.end(), ""
    if found["points"] or found["pp"] or found["points2"] or found["pp2"]:
        kind = "points"
    elif found["percent"] or found["percent2"]:
        kind = "share"
    elif found["money"]:
        kind = "money"
    elif measured := MEASURE.match(text, found.end()):
        kind, unit, end = "measure", stem(measured["unit"]), found.end() if measured["span"] else measured.end()
    elif A_TIME.match(text, found.end()) and not LAST_OF_LIST.search(text, max(0, found.start() - 12), found.start()):
        kind = "measure"
    else:
        kind = "count" if step == 1 else "measure"
    share = Percent(value, max(0, -int(step.as_tuple().exponent))) if kind == "share" else None
    at = bisect_right(starts, found.start()) - 1
    return Entry(kind, found.group().strip(), value, step, unit, found.start(), end, at, share=share)


@lru_cache(maxsize=16384)
def scaled(digits: str, scale: str) -> tuple[Decimal, Decimal]:
    """The number in digits and a word that scales it, with what its last digit stands for.

    >>> [str(each) for each in scaled("1,204.5", "k")]
    ['1204500.0', '100.0']
    """
    plain, times = digits.replace(",", ""), Decimal(10) ** SCALES.get(scale, 0)
    return Decimal(plain) * times, Decimal(1).scaleb(-len(plain.partition(".")[2])) * times


def _in_one_scale(text: str, found: list[Entry]) -> list[Entry]:
    """ "From 1,478 to 1,406 thousand": what the last figure is in, the one before it is in too."""
    for at in range(len(found) - 1, 0, -1):
        first, last = found[at - 1], found[at]
        times = _scale(last)
        alike = "money" not in (first.kind, last.kind) or first.kind == last.kind
        alike = alike and not {first.kind, last.kind} & {"share", "points"} and times > 1
        if alike and _scale(first) == 1 and SCALED_TOO.fullmatch(text[first.end : last.start]):
            value = first.value * times
            if not first.unit and 0 < value <= last.value * 20 and last.value <= value * 20:
                found[at - 1] = replace(first, kind=last.kind, value=value, step=first.step * times)
    return found


def _in_one_unit(text: str, found: list[Entry]) -> list[Entry]:
    """ "8.2 days in the one arm and 9.6 in the other": what the first decimal is in, the next is in too."""
    for at, (first, last) in enumerate(pairwise(found), 1):
        bare = last.kind == "measure" and not last.unit and last.step == first.step < 1
        near = first.unit and first.sentence == last.sentence and PLACED.match(text[last.end :])
        if bare and near and UNIT_TOO.fullmatch(text[first.end : last.start]):
            found[at] = replace(last, unit=first.unit)
    return found


def _of_one_unit(text: str, found: list[Entry]) -> list[Entry]:
    """ "Two, three, five and four months": of a list of three or more the unit is told once, behind the last."""
    for at in range(len(found) - 1, 1, -1):
        last = found[at]
        if last.kind != "measure" or not last.unit:
            continue
        first = at
        while first and found[first - 1].kind in ("count", "measure") and found[first - 1].unit in ("", last.unit):
            if not LISTED.fullmatch(text[found[first - 1].end : found[first].start]):
                break
            first -= 1
        if at - first > 1:
            found[first:at] = [replace(each, kind="measure", unit=last.unit) for each in found[first:at]]
    return found


def _scale(entry: Entry) -> Decimal:
    """What a figure is in: thousands, millions; 1 where it stands in full."""
    read = VALUE.fullmatch(entry.text)
    return Decimal(10) ** SCALES.get((read["scale"] or "").lower(), 0) if read else Decimal(1)


def worded(text: str) -> int:
    """A number in words, hundreds too.

    >>> worded("a hundred and four"), worded("thirty-one")
    (104, 31)
    """
    if text.lower() == "hundred":
        return 100
    head, hundred, rest = text.lower().partition(" hundred")
    if not hundred:
        return whole(text) or 0
    tail = whole(rest.removeprefix(" and ").strip()) if rest.strip() else 0
    return (1 if head == "a" else whole(head) or 0) * 100 + (tail or 0)


def _merged(text: str, found: list[Entry]) -> list[Entry]:
    """Counts joined with the bases and shares printed beside them."""
    done: list[Entry] = []
    place = 0
    while place < len(found):
        entry, taken = _joined(text, found, place)
        done.append(entry)
        place += taken
    return done


def _joined(text: str, found: list[Entry], place: int) -> tuple[Entry, int]:
    first, rest = found[place], found[place + 1 : place + 4]
    if first.kind == "count" or (first.kind == "measure" and first.step == 1 and first.unit not in DOSES):
        return _counted(text, first, rest)
    gap = text[first.end : rest[0].start] if rest else ""
    # "30% and 44% (18 of 60 and 33 of 75)": the counts are in the order of the shares.
    if first.kind == "share" and SHARE_BEFORE.search(text[: first.start]) and COUNTS_BEHIND.match(text[first.end :]):
        return first, 1
    if first.kind == "share" and rest and rest[0].kind == "count" and (set_in := _set_in(text, first, rest)):
        return set_in
    if first.kind == "share" and rest and rest[0].kind == "count" and INSIDE.fullmatch(gap) and not CHANGED.search(gap):
        second = rest[0]
        if len(rest) > 1 and rest[1].kind == "count" and OF.fullmatch(text[second.end : rest[1].start]):
            return _with(text, first, second, rest[1], first, rest[1].end), 3
        if (
            len(rest) > 1
            and rest[1].kind == "count"
            and re.fullmatch(
                r"[)\]][^.;:()\d%]{0,30}?\bof (?:the |these |those |all |our |its |their )*",
                text[second.end : rest[1].start],
            )
        ):
            return _with(text, first, second, rest[1], first, rest[1].end), 3
        behind = text[second.end :]
        if re.match(r"[)\]]|,(?!\s*\d)|\s[a-z]+\)", behind):
            return _with(text, first, second, None, first, second.end), 2
    return first, 1


def _set_in(text: str, first: Entry, rest: list[Entry]) -> tuple[Entry, int] | None:
    """ "(34.2%, n = 164) of the 480"; "38.6% of this group, 61 people, had"."""
    gap, behind = text[first.end : rest[0].start], text[rest[0].end :]
    if text[first.start - 1 : first.start] in ("(", "[") and re.fullmatch(r"[,;] (?:n\s?=\s?)?", gap):
        base = rest[1] if len(rest) > 1 and _is_whole(rest[1]) else None
        if base and behind[:1] in (")", "]") and OF.fullmatch(text[rest[0].end + 1 : base.start]):
            return _with(text, first, rest[0], base, first, base.end), 3
    if APPOSED_TO.fullmatch(gap) and APPOSED_END.match(behind):
        return _with(text, first, rest[0], None, first, rest[0].end), 2
    return None


def _counted(text: str, first: Entry, rest: list[Entry]) -> tuple[Entry, int]:
    if not rest:
        return first, 1
    gap = text[first.end : rest[0].start]
    if len(rest) > 1 and _is_worked(text, first, rest[0], rest[1]):
        return _with(text, first, first, rest[0], rest[1], rest[1].end), 3
    if _is_whole(rest[0]) and _leads_to_whole(gap):
        base = rest[0]
        shared = len(rest) > 1 and rest[1].kind == "share" and _is_share_behind(text, base.end, rest[1])
        # "23 of 44, 11 of 72 and 17 of 79 (52%, 15% and 22%)": the shares are in the order of the counts.
        if shared and IN_ORDER.match(text[rest[1].end :]) and "(" in text[base.end : rest[1].start]:
            return _with(text, first, first, base, None, base.end), 2
        if shared:
            return _with(text, first, first, base, rest[1], rest[1].end), 3
        return _with(text, first, first, base, None, base.end), 2
    # "Of five services, libraries drew most praise (71%)": how many there are.
    of_all = first.text.isalpha() and "," in gap and OF_ALL.search(text[: first.start])
    if rest[0].kind == "share" and not of_all and _is_share_behind(text, first.end, rest[0]):
        last = rest[0]
        after = text[last.end :]
        # "40, 20 and eight (50%, 25% and 10%)": the shares are in the order of the counts.
        if IN_ORDER.match(after) or AT_LEAST.search(gap):
            return first, 1
        # Count, share in brackets, base: 7 (23%) of 30.
        if (
            len(rest) > 1
            and rest[1].kind == "count"
            and re.fullmatch(
                r"\s*[)\],](?:[^.;:,()\d%]{0,30}?| )\bof (?:the |these |those |all |our |its |their )*",
                text[last.end : rest[1].start],
            )
            and rest[1].count >= first.count
        ):
            return _with(text, first, first, rest[1], last, rest[1].end), 3
        # Count, share and base in one bracket: 7 (23% of 30).
        if (
            len(rest) > 1
            and rest[1].kind == "count"
            and re.fullmatch(r"\s+of (?:the |these |all )*", text[last.end : rest[1].start])
        ):
            return _with(text, first, first, rest[1], last, rest[1].end), 3
        if after[:1] in (")", "]", ",", ";", ".", "*", "") or re.match(
            r"\s?(?:[)\],;.–—-]|of\b|and\b|were\b|had\b)", after
        ):
            return _with(text, first, first, None, last, last.end), 2
    return first, 1


def _is_worked(text: str, first: Entry, base: Entry, share: Entry) -> bool:
    """ "12 blanks in 40 charts, 30%": what its share proves to be counted out of the second."""
    printed = share.share
    return (
        printed is not None
        and _is_whole(base)
        and first.count < base.count
        and bool(AMONG.fullmatch(text[first.end : base.start]))
        and bool(BESIDE.fullmatch(text[base.end : share.start]))
        and text[share.end : share.end + 1] in (")", ",", ";", ".", "")
        and fits(first.count, base.count, printed)
    )


def _is_whole(entry: Entry) -> bool:
    """Whether a figure can be what others are counted out of: a count, or days and hours that were counted."""
    return entry.kind == "count" or (entry.kind == "measure" and entry.step == 1 and entry.unit not in DOSES)


def _is_share_behind(text: str, end: int, share: Entry) -> bool:
    gap = text[end : share.start]
    if MAKE_UP.fullmatch(gap) and OF_LOT.match(text, share.end) and not SO_MANY_OF_THEM.search(text[:end]):
        return True
    if DASHED.fullmatch(gap) and DASH.match(text, share.end):
        return True
    # A run of blanks was a figure of another kind: a share in words has the brackets behind it.
    if not _may_lead_to_share(gap):
        return False
    if OF_THOSE_DONE.match(text, share.end):
        return False  # "(893, 71% of those invited)": of a whole of its own
    if THAN.match(text, share.end) and COMPARED.search(gap):
        return False  # "432 of the 960, got through less easily (47%) than the others (56%)"
    bracket = "(" in gap or "[" in gap
    # "(n = 11, 25%)", "(11; 25%)", "(11 of 44, 25%)".
    if (
        BRACKETED.search(text[:end])
        if re.fullmatch(r"[,;] ?", gap)
        else (re.fullmatch(r"(?: [a-z]+){1,2}[,;] ?", gap) and BRACKETED_OF.search(text[:end]))
    ):
        return True
    # "148 replies, 16%, had": set in.
    if APPOSED.fullmatch(gap) and text[share.end : share.end + 2] == ", ":
        return True
    # Outside brackets only words that say the same again join a share to a count.
    return bracket or bool(
        re.search(
            r"(?:\b(?:that is|i\.e\.|or|equal to|equivalent to|which is|representing)\b,? ?|=\s?)(?:about |"
            r"around |some |just |only |a rate of )*$",
            gap,
        )
    )


def _changed(entry: Entry, **to: Any) -> Entry:
    """An entry with some of its fields otherwise: a long report has thousands, and `replace` asks for each field."""
    made = object.__new__(Entry)
    made.__dict__.update(entry.__dict__, **to)
    return made


@lru_cache(maxsize=16384)
def _may_lead_to_share(gap: str) -> bool:
    return bool(BRACKET.fullmatch(gap)) and not NO_SHARE_BEHIND.search(gap)


@lru_cache(maxsize=16384)
def _leads_to_whole(gap: str) -> bool:
    """Whether words lead from a count to what it is of. A capital begins something else: a sentence, a list's line."""
    return bool(OF.fullmatch(gap)) and "." not in gap and "Of " not in gap


def _with(text: str, first: Entry, count: Entry, base: Entry | None, share: Entry | None, end: int) -> Entry:
    stop = end + 1 if text[end : end + 1] in (")", "]") else end
    printed = share.share if share else None
    return _changed(
        count,
        text=text[first.start : stop],
        start=first.start,
        end=stop,
        base=base.count if base else None,
        share=printed,
    )


def _worded(text: str, found: list[Entry]) -> list[Entry]:
    """Entries with the words of their clauses."""
    cuts = [each.span() for each in CLAUSE.finditer(text)] if found else []
    ends, starts = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    told = []
    for at, each in enumerate(found):
        low = ends[bisect_right(ends, each.start) - 1]
        high = starts[bisect_left(starts, each.end)]
        if at:
            low = max(low, found[at - 1].end)
        if at + 1 < len(found):
            high = min(high, found[at + 1].start)
        told.append(_changed(each, before=text[low : each.start], after=text[each.end : high]))
    return told


__all__ = ["DOSES", "LENGTH", "MONTH", "NUMBER", "Entry", "Passage", "passage", "percent", "quieted", "stems", "worded"]
