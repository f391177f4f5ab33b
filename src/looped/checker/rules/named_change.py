"""A rise, a fall or an overspend that is as large as told, and goes the other way or is a share of the wrong figure."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.pairing import Pair, in_time
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "named-change"
MESSAGE = "What is called a rise or a fall of so much is one, and a percentage of the figure that it began with."
GOOD = "The mean mark was 6.8 for the 90 pupils who sat it, a fall of 0.5 from the 7.3 of 2022."
BAD = "The mean mark was 6.8 for the 90 pupils who sat it, a rise of 0.5 from the 7.3 of 2022."

UP = r"rise|increase|gain|growth|jump|climb|improvement|overspend(?:ing)?|overshoot|excess"
DOWN = r"fall|drop|decrease|decline|reduction|dip|cut|underspend(?:ing)?|loss"
NAMED = pattern_of(
    rf"\b(?:an?|the|this|that|its|their)\s+(?:[a-z-]+ ){{0,2}}?(?:(?P<up>{UP})|(?P<down>{DOWN}))"
    r"(?: in (?:[a-z’'-]+ ){1,4}?)?(?: (?:of|by))? (?:just |only |about |some |around |nearly |almost )?$",
    re.I,
)
# What stands between a size and the figure that it is counted from.
FROM = pattern_of(
    r"(?:\)|,)? ?(?:from|on|against|over|since|compared (?:with|to)|relative to|below|above) "
    r"(?:the |its |their |a |our |last year[’']s |what was )?(?:[a-z-]+ ){0,3}?(?:of |at )?",
    re.I,
)
SET_AGAINST = pattern_of(
    r"\b(?:against|compared (?:with|to)|from|(?:up|down) (?:from|on)|set against|versus)\b[^.;\d£]{0,45}$", re.I
)
TO = pattern_of(rf"\bto (?:{ONLY})?$", re.I)
BUDGET = pattern_of(r"\b(?:budget\w*|plann?\w*|allocat\w*|forecast|estimate\w*|approved|allowed|grant)\b", re.I)
SPENDING = pattern_of(r"\b(?:over|under)spend", re.I)
# The second of two sentences tells the later figure.
LATER = pattern_of(
    r"^\W*(?:by|in|at|on|this|now|today|after\w*|twelve|six|a year|since|then|two|three)\b[^.;]{0,60}\b"
    r"(?:was|were|is|are|had|stood|reached|did|said|could|came)\b",
    re.I,
)
HAD_BEEN = pattern_of(r"\bhad (?:been|stood|reached|done|come to)\b|\b(?:it|they) (?:was|were) then\b", re.I)
ASIDE = pattern_of(
    r"\b(?:would|could|should|(?-i:may)|might|expect\w*|target|aim\w*|planned|hop\w+|if|not|no|rather|instead|gap|difference|"
    r"respectively)\b",
    re.I,
)


# "£38,000 under its budget of £374,000".
BESIDE = pattern_of(
    r" (?:(?P<up>over|above|more than|higher than|greater than)|(?P<down>under|below|less than|lower than|fewer than|"
    r"short of)) (?:the |its |their |our |a |what )?(?:[a-z’'-]+ ){0,4}?(?:of |was |at )?",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each size of a named change with the two figures that it lies between."""
    for paragraph in context.paragraphs_with(BESIDE):
        yield from _beside(paragraph, passage(paragraph.text))
    for paragraph in context.paragraphs_with(NAMED):
        read = passage(paragraph.text)
        for size in read.entries:
            start = read.starts[size.sentence]
            named = NAMED.search(read.text[start : size.start])
            if named and not size.base and not ASIDE.search(read.sentence(size.sentence)):
                yield from _judged(paragraph, read, size, named)


def _beside(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """So much over or under a figure that stands right behind: what is so much over it is told before."""
    for size, other in pairwise(read.entries):
        said = BESIDE.fullmatch(read.text[size.end : other.start])
        if not said or size.kind not in ("money", "measure", "count", "points") or size.base:
            continue
        own = [e for e in read.of_sentence(size.sentence) if e.end <= size.start and _suits(e, size)]
        own = [e for e in own if _suits(other, size) and _fits(e, other, size)]
        behind = other.sentence == size.sentence and not ASIDE.search(read.sentence(size.sentence))
        if len(own) == 1 and behind and (own[0].figure > other.figure) != bool(said["up"]):
            way = "more" if own[0].figure > other.figure else "less"
            why = f"{own[0].text} is {way} than {other.text}; the text says “{said.group().strip()}”"
            yield _finding(paragraph, size, said.group().strip(), way, why)


def _judged(paragraph: Paragraph, read: Passage, size: Entry, named: re.Match[str]) -> Iterator[Finding]:
    """Whether the only two figures that are so far apart went the way that the word says."""
    for pair in _pairs(read, size, named):
        first, last = pair.first.figure, pair.last.figure
        relative = size.kind == "share"
        if first == last or (relative and not first):
            continue
        if size.kind == "points" and not _fits(pair.first, pair.last, size):
            apart, slack = printed(abs(last - first)), size.step * 3 / 2
            verdict: Verdict = "rounding" if abs(abs(last - first) - abs(size.value)) < slack else "wrong"
            why = f"between {pair.first.text} and {pair.last.text} there are {apart} points, printed as {size.text}"
            yield _finding(paragraph, size, size.text, apart, why, verdict)
            return
        if relative and not _is_of(first, last, size):
            if _is_of(last, first, size) and not _is_told_so(read, size, pair):
                exact = printed((abs(last - first) * 100 / first).quantize(Decimal("0.1")))
                why = f"{pair.first.text} to {pair.last.text} is {exact}% of {pair.first.text}, not {size.text}"
                yield _finding(paragraph, size, size.text, f"{exact}%", why)
            return
        if (last > first) != bool(named["up"]):
            way = "a rise" if last > first else "a fall"
            why = f"{pair.first.text} to {pair.last.text} is {way}; the text says “{named.group().strip()}”"
            yield _finding(paragraph, size, named.group().strip(), way, why)
        return


def _pairs(read: Passage, size: Entry, named: re.Match[str]) -> Iterator[Pair]:
    """The earlier and the later figure that a change may lie between, where their order is told."""
    own = [e for e in read.of_sentence(size.sentence) if e is not size and _suits(e, size)]
    before, after = [e for e in own if e.end <= size.start], [e for e in own if e.start >= size.end]
    if SPENDING.search(named.group()):
        if len(before) == 1:
            before = [*(e for e in read.of_sentence(size.sentence - 1) if _suits(e, size)), *before]
        yield from _budgeted(read, size, before)
        return
    bare = [e for e in read.of_sentence(size.sentence) if e.kind == "count" and e.start >= size.end and not e.base]
    told = [e for e in (*after, *bare) if FROM.fullmatch(read.text[size.end : e.start])]
    if told:
        chosen = [e for e in before if _fits(e, told[0], size) or _differ(e, told[0], size)]
        if len(chosen) == 1:
            yield Pair(told[0], chosen[0], True)
        return
    if len(before) >= 2 and size.start - before[-1].end < 60:
        one, other = before[-2:]
        gap = read.text[one.end : other.start]
        if TO.search(gap):
            return  # told by the rules on "from this to that"
        pair = Pair(other, one, True) if SET_AGAINST.search(gap) else in_time(read, one, other)
        if pair.ordered and _fits(one, other, size):
            yield pair
    elif not own and (two := _of_two_sentences(read, size) or _of_sentence_before(read, size)):
        yield two


def _of_two_sentences(read: Passage, size: Entry) -> Pair | None:
    """ "In May it was 31%. By June it was 40%. The rise of nine points": one figure in each of the two before."""
    near = [[e for e in read.of_sentence(at) if _suits(e, size)] for at in (size.sentence - 2, size.sentence - 1)]
    if size.sentence < 2 or [len(e) for e in near] != [1, 1] or not LATER.search(read.sentence(size.sentence - 1)):
        return None
    # "It was 64% in May. At first it had been 84%": the second is the earlier.
    back = HAD_BEEN.search(read.sentence(size.sentence - 1)) and not HAD_BEEN.search(read.sentence(size.sentence - 2))
    return Pair(near[1][0], near[0][0], True) if back else Pair(near[0][0], near[1][0], True)


def _of_sentence_before(read: Passage, size: Entry) -> Pair | None:
    """ "It was 31% in May and 40% in June. The rise of nine points": the only two of the sentence before, in time."""
    near = [e for e in read.of_sentence(size.sentence - 1) if _suits(e, size)] if size.sentence else []
    if len(near) != 2 or len([e for e in read.of_sentence(size.sentence - 1) if e.kind == near[0].kind]) != 2:
        return None
    pair = in_time(read, *near)
    return pair if pair.ordered and _fits(near[0], near[1], size) else None


def _budgeted(read: Passage, size: Entry, before: Sequence[Entry]) -> Iterator[Pair]:
    """What was planned and what was spent: the one beside a word of planning is the first."""
    if len(before) != 2 or not _fits(before[0], before[1], size):
        return
    words = [BUDGET.search(f"{e.before} {e.after}") for e in before]
    if bool(words[0]) != bool(words[1]):
        planned, spent = (before[0], before[1]) if words[0] else (before[1], before[0])
        yield Pair(planned, spent, True)


def _suits(entry: Entry, size: Entry) -> bool:
    """Whether a figure is of the kind that a size is told in."""
    if size.kind == "points":
        return entry.share is not None
    if size.kind == "share":
        return entry.kind in ("count", "money", "measure") and not entry.base
    alike = entry.kind == size.kind or {entry.kind, size.kind} <= {"count", "measure"}
    return alike and entry.unit == size.unit and not entry.base and entry.share is None


def _fits(one: Entry, other: Entry, size: Entry) -> bool:
    """Whether a size is how far two figures are apart, or what that is of one of them."""
    a, b = one.figure, other.figure
    if size.kind == "share":
        return (one.kind, one.unit) == (other.kind, other.unit) and (_is_of(a, b, size) or _is_of(b, a, size))
    return abs(abs(a - b) - abs(size.figure)) <= size.step / 2 and a != b


def _differ(one: Entry, other: Entry, size: Entry) -> bool:
    """ "Six days on the 25": the second has no unit of its own."""
    return size.unit == one.unit != "" and not other.unit and abs(one.value - other.value) == size.value


def _is_of(first: Decimal, last: Decimal, size: Entry) -> bool:
    """Whether a percentage is how much of the first figure lies between it and the last."""
    assert size.share
    step = Decimal(1).scaleb(-size.share.decimals)
    return bool(first) and abs(abs(last - first) * 100 / first - size.share.value) <= step / 2


def _is_told_so(read: Passage, size: Entry, pair: Pair) -> bool:
    """Whether a percentage is said to be of the later figure: "a fall of 7, or 39% of the 18"."""
    return bool(re.match(r" of \S*\d", read.text[size.end :])) or pair.first.kind != pair.last.kind


def _finding(
    paragraph: Paragraph, size: Entry, stated: str, expected: str, why: str, verdict: Verdict = "wrong"
) -> Finding:
    slip = f"{CODE}/{paragraph.line}/{size.start}"
    return Finding(CODE, verdict, paragraph.where, size.text, stated, expected, why, slip, "likely")
