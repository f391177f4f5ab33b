"""A share said again in counts, whatever stands between: "22 calls from 130 (17%)"; "a rate of 17%: 22 from 130"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from looped.checker.accounts import NAMING
from looped.checker.adding import opened_at
from looped.checker.captions import is_of_a_caption
from looped.checker.context import Context, with_shares
from looped.checker.divisions import in_brackets
from looped.checker.document import Paragraph
from looped.checker.explaining import gives_share, is_of_others, is_of_these
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.moving_shares import is_change
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.otherwise import is_said_of_subject
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.printed_beside import COMPARED, THAN
from looped.checker.prose import Entry, Passage, stems
from looped.checker.rules.fraction import hedged
from looped.checker.saying import said_in

CODE = "share-of-pair"
MESSAGE = "A share that is said again in counts is what these counts give."
GOOD = "Take-up was 40%: 26 vouchers cashed out of 65 sent."
BAD = "Take-up was 46%: 26 vouchers cashed out of 65 sent."

HEDGES = r"(?:(?:n\s*=|about|around|roughly|approximately|nearly|almost|or|some|just|only|a|an|the|over|under)\s*)*"
AGAIN = (
    r"(?:that is to say|that is|that’s|that's|i\.e\.|ie|or|being|namely|viz\.?|equivalent to|equal to|"
    r"equals|amounting to|"
    r"making|giving|"
    r"representing|which (?:is|was|makes|gives|represents|works out at|comes to|equates to|amounts to)|"
    r"(?:that|this|it) (?:is|was|makes|gives|represents|works out at|comes to|equates to|amounts to)|"
    r"so|thus|hence|therefore|in other words|put another way|a (?:rate|share|proportion|figure|compliance|"
    r"score|level) of|a [a-z]+ rate of|(?:a |an )?[a-z]+ of|from|on)"
)
# Between a share and its counts behind it: "17% of the callers (22 of", "17%: ", "was 17%, being".
BEHIND = pattern_of(
    rf"(?P<words>[^.;:()\d%]{{0,90}}?)(?:[(\[:–—]|,|\s-)\s*(?:{AGAIN},?\s*)?(?:(?:we|they|it) [a-z]+\s)?{HEDGES}", re.I
)
# Between counts and the share behind them.
BEFORE = pattern_of(
    rf"(?:[^.;:()\d%]{{0,70}}?(?:[(\[:–—=]|,|\s-)|"
    rf"[^.;()\d%]{{0,70}}?\b(?={AGAIN}))\s*(?:[a-z]+ ){{0,2}}?(?:{AGAIN},?\s*)?"
    rf"(?:[a-z]+ rate(?: of)? )?{HEDGES}",
    re.I,
)
# Between a count and what it is of.
JOIN = pattern_of(
    r"[^.;:()\d%,]{0,60}?\b(?:out of|of|in|from|among(?:st)?|for)\b\s*(?:[a-z]+ ){0,2}(?:of )?(?:the )?", re.I
)
CONTRAST = pattern_of(
    r"\b(?:than|while|whereas|but|against|compared|versus|last (?:year|time)|previous|target|standard|rose|"
    r"fell|up|down|"
    r"from|by|another|further|also|and)\b",
    re.I,
)
SET_AGAINST = pattern_of(r"\b(?:than|while|whereas|but|against|compared|versus|and|further|another)\b", re.I)
OF_WHOLE = pattern_of(r"\s*of (?:the |these |those |all |our |its |their |a total of |just |some )*", re.I)
CHANGE = pattern_of(
    r"(?:more|less|fewer|higher|lower|up|down|above|below|better|worse|longer|shorter|rise|fall|increase|decrease|"
    r"reduction|drop|points?|chance|likely|target|standard|threshold|confidence|discount|tolerance|smaller|larger|"
    r"greater|cheaper|over|under|of (?:the )?(?:previous|last))\b",
    re.I,
)
OTHER = pattern_of(r"\b(?:than|while|whereas|but|and|who|against|compared|target|standard)\b", re.I)
SO = pattern_of(
    r"(?:\b(?:so|thus|hence|therefore|in other words|that is|i\.e\.)\b,? |\b(?:giving|making|representing|a rate of|"
    r"amounting to|which (?:is|was|makes|gives|represents|works out at|comes to))\b)[^.;:()\d%]{0,40}$",
    re.I,
)
THEM = pattern_of(rf"(?:\s[a-z]+){{0,2}}? of (?:{WHICH})\b", re.I)
THEM_BEFORE = pattern_of(rf"\b(?:of|among|amongst|from) (?:{WHICH}),?(?: [a-z]+){{0,2}} $", re.I)
SEVERAL = re.compile(r",? (?:and )?\d[\d.]*\s?%")
OPENS = pattern_of(
    r"(?:^|[.:;]\s+)(?:of|from|among|out of|in) (?:the |these |our |all |a sample of |"
    r"a total of )*$",
    re.I,
)
RATES = (
    r"(?:response|return|participation|uptake|take-up|occupancy|attendance|turnout|completion|compliance|coverage|"
    r"success|failure|pass|rate|vacancy|recruitment|retention|adherence|proportion|share)\b"
)
# "One of nine errors in 67 bills, a rate of": nine of 67.
ONE_OF = pattern_of(r"one of (?:the )?", re.I)
NAMED_RATE = pattern_of(
    r"\b(?P<what>[a-z-]+) (?:rate|proportion|share) (?:of|is|was|at|stood at) (?:just |only )?$", re.I
)
RATE = pattern_of(rf"\b{RATES}[^.;\d]{{0,24}}$", re.I)
RATE_OF = pattern_of(rf"^ {RATES}", re.I)
OTHER_TIME = pattern_of(
    r"\b(?:than|before|earlier|previous|last (?:year|time)|national|average|target|standard|aim|expected|while|whereas|"
    r"but|against|compared)\b",
    re.I,
)
SO_THEN = pattern_of(r"\b(?:so|thus|hence|therefore)\b", re.I)
APART, FEW = 60, 12
STATED_BASE = pattern_of(r"[(\[]\s*(?:base|n)\s*[:=]?\s*(?:of |was |all )*$", re.I)
OF_ALL = pattern_of(r"\s*of (?:all\b|everything|everyone|the (?:total|whole|sample|lot)\b|what we)", re.I)
LEAD = pattern_of(
    r"\b(?:target|standard|threshold|tolerance|goal|aim|benchmark|national(?:ly)?|average|mean|median|"
    r"expected|(?<!-)(?<!made )(?<!make )(?<!makes )(?<!making )up|down|"
    r"increase[ds]?|rose|fell|rise|fall|reduction|drop|difference|confidence|above|below|than|from|discount|weighted|"
    r"adjusted)\b[^.;:,()\d]{0,24}$|\bby (?:about |over |just |some |nearly )*$",
    re.I,
)


@dataclass(frozen=True)
class Pair:
    """A count and what it is of, with the share that says it again."""

    stated: Entry
    count: int
    base: int


def check(context: Context) -> Iterator[Finding]:
    """Every share that stands beside a count and what it is of."""
    for paragraph, read in with_shares(context):
        for at, each in enumerate(read.entries):
            if each.share and not each.base and not _is_else(read, each) and not is_change(read, each):
                pair = _pair(read, at)
                # "Views on the timetable (n = 98)": the share may be of those, and not of what stands beside it.
                of_caption = pair and is_of_a_caption(context, pair.count, each.share)
                if pair and not of_caption and not _is_bracketed_to_base(read, each, pair):
                    yield from _judged(paragraph, read, pair)


def _is_bracketed_to_base(read: Passage, stated: Entry, pair: Pair) -> bool:
    """ "1,240 cards (62% return rate) from 12 towns": the rate in the bracket is of what it follows."""
    last = next((e for e in reversed(read.entries) if e.end <= stated.start and e.kind == "count"), None)
    follows = last and re.fullmatch(r"(?: [a-z’'-]+){0,4} \(", read.text[last.end : stated.start])
    return bool(follows and last and last.count == pair.base and RATE_OF.match(read.text[stated.end :]))


def _is_else(read: Passage, entry: Entry) -> bool:
    """Whether a share is one of change, of a target or of another time."""
    place = read.text.find("%", entry.start, entry.end) if entry.kind != "share" else entry.end - 1
    after = read.text[place + 1 : place + 30].lstrip(" )")
    # "28% (18/64)" is read elsewhere.
    # "21% of the total": not of a figure that stands beside it.
    total = re.match(r"of the (?:total|whole)\s*(?:[.,;)]|$)", after)
    slashed = total or re.match(r"[^.;,]{0,40}[(\[]\s*\d+/\d", read.text[place + 1 : place + 50])
    # "Three of the five met it, with 92%, 97% and 98%": each of one of them.
    listed = SEVERAL.match(read.text[place + 1 :])
    against = THAN.match(read.text, entry.end) and COMPARED.search(read.text[max(0, entry.start - 40) : entry.start])
    return bool(
        against
        or slashed
        or listed
        or CHANGE.match(after)
        or LEAD.search(read.text[max(0, entry.start - 60) : entry.start])
    )


def _pair(read: Passage, at: int) -> Pair | None:
    entry = read.entries[at]
    if entry.kind == "count":
        return _inside(read, at)
    own = [e for e in read.of_sentence(entry.sentence) if _is_count(e) and not e.share]
    before, after = [e for e in own if e.end <= entry.start], [e for e in own if e.start >= entry.end]
    return (
        _behind(read, entry, after)
        or _before(read, entry, before)
        or _two(read, entry, before)
        or _of_all(read, at)
        or _split(read, at)
        or _closed(read, at)
    )


def _is_count(entry: Entry) -> bool:
    """A count, or days and hours counted out of a number of them."""
    return entry.kind == "count" or (entry.kind == "measure" and entry.base is not None)


def _inside(read: Passage, at: int) -> Pair | None:
    """ "One call in 40 calls (3%)": the share was taken for that of the count that it stands behind."""
    entry = read.entries[at]
    if not at:
        return None
    part = read.entries[at - 1]
    gap = read.quiet[part.end : entry.start]
    if NAMING.search(read.text[: part.start]):
        return None  # "the six subjects shown account for 178 (83%)"
    if any(said.start <= part.start < said.end for said in said_in(read.text)):
        return None  # "one door in five failed (19%)"
    if part.kind != "count" or part.base or part.share or part.count > entry.count or part.sentence != entry.sentence:
        return None
    joined = JOIN.fullmatch(gap) and not re.search(r"\b(?:and|but|who|which|that|were|was)\b", gap)
    return Pair(entry, part.count, entry.count) if joined else None


def _behind(read: Passage, entry: Entry, after: list[Entry]) -> Pair | None:
    """Counts behind the share: "17% (22 calls from 130)", "17% of the 130 calls – 22 –"."""
    if not after:
        return None
    first = after[0]
    gap = read.quiet[entry.end : first.start]
    of = OF_WHOLE.fullmatch(gap)
    if of and not first.base and len(after) > 1:
        second = read.quiet[first.end : after[1].start]
        apposed = re.fullmatch(rf"[^.;:()\d%,–—]{{0,60}}?(?:[(\[:–—]|,|\s-)\s*(?:{AGAIN},?\s*)?{HEDGES}", second, re.I)
        ended = re.match(r"[^.;:()\d%,–—]{0,40}?(?:[)\]–—,.;:]|\s-|$)", read.quiet[after[1].end :])
        if apposed and ended and not SET_AGAINST.search(second) and not after[1].base:
            return Pair(entry, after[1].count, first.count)
        return None
    # What stands in brackets behind a count is a detail of it.
    after = [e for e in after if e is first or opened_at(read.text, e.start) < first.end]
    found = BEHIND.fullmatch(gap)
    if not found or CONTRAST.search(found["words"]):
        return None
    if first.base:
        # "90% here and 76% there, so one of the two met it": of the places, not of what the share is of.
        tally = SO_THEN.search(gap) and first.text[:1].isalpha() and first.base <= FEW
        return None if tally else Pair(entry, first.count, first.base)
    if len(after) > 1 and not after[1].base and after[1].count >= first.count:
        middle = _without_brackets(read.quiet[first.end : after[1].start])
        if JOIN.fullmatch(middle) and not CONTRAST.search(re.sub(r"\bfrom\b", "", middle)):
            return Pair(entry, first.count, after[1].count)
    return None


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", " ", text)


def _before(read: Passage, entry: Entry, before: list[Entry]) -> Pair | None:
    """Counts before the share: "22 of 130 calls, a rate of 17%", "22 calls out of the 130, i.e. 17%"."""
    if not before:
        return None
    last = before[-1]
    gap = read.quiet[last.end : entry.start]
    if not BEFORE.fullmatch(gap) or OTHER.search(gap) or any(said_in(read.text[last.end : entry.start])):
        return None
    if re.search(r"\bof\s+(?:the |all |our |those |these |every)", read.text[entry.end : entry.end + 12]):
        return None
    if is_said_of_subject(read, entry, last):
        return None
    if last.base:
        # "Two of the four met it: Ash 69%, Elm 83%": of the places, each with its own share.
        listed = last.text[:1].isalpha() and last.base <= FEW and re.search(r":|\([A-Z]", gap)
        return None if listed else Pair(entry, last.count, last.base)
    if len(before) > 1 and not before[-2].base and before[-2].count <= last.count and not in_brackets(read.text, last):
        middle = _without_brackets(read.quiet[before[-2].end : last.start])
        if JOIN.fullmatch(middle) and not CONTRAST.search(re.sub(r"\bfrom\b", "", middle)):
            return Pair(entry, before[-2].count, last.count)
    return None


def _of_all(read: Passage, at: int) -> Pair | None:
    """ "31 of those 56 (55%), which is 48% of all that we sampled": the count before, of the whole of the passage."""
    entry, earlier = read.entries[at], [e for e in read.entries[:at] if e.kind == "count"]
    if not earlier or not OF_ALL.match(read.text[entry.end :]) or earlier[-1].sentence != entry.sentence:
        return None
    gap = read.quiet[earlier[-1].end : entry.start]
    wholes = [n for e in earlier for n in (e.count, e.base or 0)]
    said = re.fullmatch(rf"[^.;:()\d%]{{0,40}}[,–—(:]\s*(?:or )?(?:{AGAIN} )?{HEDGES}", gap, re.I)
    return Pair(entry, earlier[-1].count, max(wholes)) if said else None


def _split(read: Passage, at: int) -> Pair | None:
    """ "Thirty of the pupils, 45% of the 75 on roll": the count before the share, the whole behind it."""
    entry = read.entries[at]
    if not 0 < at < len(read.entries) - 1:
        return None
    part, whole = read.entries[at - 1], read.entries[at + 1]
    if any(e.kind != "count" or e.base or e.share or e.sentence != entry.sentence for e in (part, whole)):
        return None
    gap, of = read.quiet[part.end : entry.start], read.quiet[entry.end : whole.start]
    apposed = re.fullmatch(rf"[^.;:()\d%]{{0,50}}?(?:,|\(|\s[–—-])\s*(?:{AGAIN},?\s*)?{HEDGES}", gap, re.I)
    if not apposed or OTHER.search(gap) or not OF_WHOLE.fullmatch(of) or not 0 < part.count <= whole.count:
        return None
    # "a third, 45% of the 75 new ones": the count must be what the share is of.
    return (
        Pair(entry, part.count, whole.count) if re.match(r"[^.;:()\d%]{0,50}?[,)–—.]", read.text[whole.end :]) else None
    )


def _closed(read: Passage, at: int) -> Pair | None:
    """A share at the end of what is said of the two counts there are: "52 of these were from mothers (64%)"."""
    entry = read.entries[at]
    own = [e for e in read.of_sentence(entry.sentence) if e.kind == "count"]
    before = [e for e in own if e.end <= entry.start]
    own = [e if not ONE_OF.match(e.text) else replace(e, value=Decimal(e.base or 0), base=None) for e in own]
    near = own if len(own) > 1 else [e for e in read.of_sentence(entry.sentence - 1) if e.kind == "count"] + own
    rate = _is_rate(read, entry)
    if not own and (based := _of_rate(read, entry)):
        return based
    if len(near) != 2 or not (own or rate) or any(e.base or e.share for e in near) or near[1].start > entry.end + APART:
        return None
    if any(e.share and e is not entry for e in read.of_sentence(entry.sentence)):
        return None
    gap = read.quiet[near[1].end : entry.start] if before else ""
    low, high = sorted((near[0].count, near[1].count))
    if not low or not _related(read, near, entry) or OTHER_TIME.search(gap):
        return None
    ended = rate or re.match(r"\s*(?:[)\],.;:]|[–—-]\s|$)", read.text[entry.end :])
    opened = not own or re.search(
        r"(?:[(\[,:;–—]|\b(?:is|was|of|at|to))\s*(?:[a-z’']+ ){0,3}$", read.text[: entry.start], re.I
    )
    return Pair(entry, low, high) if ended and opened else None


def _related(read: Passage, near: list[Entry], entry: Entry) -> bool:
    """Whether the one count is said to be of the other: "of these", "Of the 40"; or the share is a rate of the two."""
    first, last = near
    if re.fullmatch(r"\s*(?:,|and|to|or)\s*", read.text[first.end : last.start]):
        return False
    of_them = THEM.match(read.text[last.end :]) or THEM_BEFORE.search(read.text[: last.start])
    opens = OPENS.search(read.text[: first.start]) and first.sentence == last.sentence
    return bool((last.count <= first.count and (of_them or opens)) or _is_rate(read, entry))


def _of_rate(read: Passage, entry: Entry) -> Pair | None:
    """ "30 of 40 had a swab. A swab rate of 75% is fine": the one count with a base of the sentence before."""
    said = NAMED_RATE.search(read.text[read.starts[entry.sentence] : entry.start])
    based = [e for e in read.of_sentence(entry.sentence - 1) if e.base and e.kind == "count"]
    if not said or len(based) != 1 or stem(said["what"]) not in stems(read.sentence(entry.sentence - 1)):
        return None
    return Pair(entry, based[0].count, based[0].base or 0)


def _is_rate(read: Passage, entry: Entry) -> bool:
    """Whether a share is told as a rate: "a response of 60%", "the 60% response"."""
    return bool(RATE.search(read.text[max(0, entry.start - 50) : entry.start]) or RATE_OF.match(read.text[entry.end :]))


def _two(read: Passage, entry: Entry, before: list[Entry]) -> Pair | None:
    """ "There were 130 callers and 22 gave up, so 17% did"; "22 gave up (130 calls; 17%)": the sentence's counts."""
    if len(before) > 1 and STATED_BASE.search(read.text[: before[-2].start]) and not before[-1].base:
        gap = read.quiet[before[-1].end : entry.start]
        whole = before[-2].count
        return Pair(entry, before[-1].count, whole) if BEFORE.fullmatch(gap) and before[-1].count <= whole else None
    if len(before) != 2 or any(e.base for e in before):
        return None
    gap = read.quiet[before[1].end : entry.start]
    low, high = sorted(e.count for e in before)
    inside = in_brackets(read.text, before[1]) and re.fullmatch(r"[^.;:()\d%]{0,40}[;,:=]\s*(?:or )?", gap)
    said = SO.search(gap) or (OF_ALL.match(read.text[entry.end :]) and re.search(r"[,–—(:]\s*(?:which is |or )?$", gap))
    return Pair(entry, low, high) if low > 0 and (said or (inside and low == before[0].count)) else None


def _judged(paragraph: Paragraph, read: Passage, pair: Pair) -> Iterator[Finding]:
    printed = pair.stated.share
    if printed is None or not pair.base or pair.count > pair.base:
        return
    over = share(pair.count, pair.base) - printed.value
    right = fits(pair.count, pair.base, printed) or hedged(read.text[: pair.stated.start], over)
    others = is_of_others(read, pair.stated, pair.count, pair.base, printed)
    these = is_of_these(read, pair.stated, pair.count)
    if not right and not these and (others or gives_share(read, pair.stated, printed)):
        return
    loose = truncated(pair.count, pair.base, printed) or near(pair.count, pair.base, printed)
    verdict: Verdict = "ok" if right else "rounding" if loose else "wrong"
    exact = rounded(share(pair.count, pair.base), max(printed.decimals, 1))
    why = f"{pair.count} of {pair.base} is {exact}%" + ("" if right else f", not {printed}")
    expected = f"{rounded(share(pair.count, pair.base), printed.decimals)}%"
    slip = f"fraction/{paragraph.line}/{pair.stated.text.lower()}"
    yield Finding(CODE, verdict, paragraph.where, pair.stated.text, str(printed), expected, why, slip, "likely")
