"""The median, the mode, the range, the least and the greatest of figures that are listed beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import ANY_END, BUSIEST, HIGHEST, LOWEST, QUIETEST
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.listing import listings
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage, stems, worded
from looped.checker.quantities import printed

CODE = "of-figures"
MESSAGE = "A median, a mode or a range is that of the figures that it is told of."
GOOD = "Seven crews sold 41, 13, 24, 32, 18, 27 and 52 tickets. The middle value, 27, was taken as typical."
BAD = "Seven crews sold 41, 13, 24, 32, 18, 27 and 52 tickets. The middle value, 32, was taken as typical."

FIGURES = (
    r"(?:values?|figures?|numbers?|scores?|marks?|results?|readings?|counts?|waits?|times?|ages?|ones?|size|answers?|"
    r"amounts?|totals?|prices?|bids?|quotes?|days?|weeks?|months?|teams?|sites?|groups?|wards?|schools?)"
)
KINDS = {
    "range": pattern_of(
        r"\b(?:the |a |an? overall |total )?range\b(?! (?:from|between))|\bspread\b|\b(?:difference|gap|distance|"
        r"interval) "
        rf"(?:between|from) (?:the )?(?:{ANY_END}|extremes|two ends)|"
        rf"\b(?:above|more than|over) the (?:{LOWEST}|least|cheapest)|"
        rf"\b(?:below|less than|under|fewer than) the (?:{HIGHEST}|most|dearest)|"
        rf"\branges? (?:over|across|of)|\bbetween (?:the )?(?:{LOWEST}|{HIGHEST}|least) and|"
        r"\bextremes\b|^[^.;:\d]{0,20}\bapart\b",
        re.I,
    ),
    "median": pattern_of(
        rf"\bmedian\b|\b(?:middle|central|midmost) {FIGURES}\b|\bin the (?:very )?middle\b|"
        rf"\bmid-?point of the (?:list|row)|"
        r"\bmiddle of (?:the|these|those)\b|\bhalfway (?:along|up|down)\b",
        re.I,
    ),
    "mode": pattern_of(
        r"\b(?:mode|modal)\b|\bcommonest\b|\bmost (?:common|frequent|usual|often)(?:ly)?\b|"
        r"\b(?:came up|occurred|appeared|turned up|seen|given|recorded|repeated) (?:the )?most(?: often)?\b|"
        r"\bmore (?:than|often than) any other\b",
        re.I,
    ),
    "most": pattern_of(
        rf"\b(?:{HIGHEST}|busiest|maximum|oldest|dearest|top|peak|fullest)\b|"
        r"\bmost (?:expensive|crowded|numerous)\b",
        re.I,
    ),
    "least": pattern_of(
        rf"\b(?:{LOWEST}|{QUIETEST}|least|minimum|youngest|cheapest|emptiest)\b(?! (?:likely|one))",
        re.I,
    ),
}
WORDS = {
    "range": "the range",
    "median": "the median",
    "mode": "the most frequent",
    "most": "the greatest",
    "least": "the least",
}
CUE = pattern_of(
    rf"\b(?:median|mode|modal|middle|central|range|ranges|spread|{HIGHEST}|{LOWEST}|{BUSIEST}|{QUIETEST}|most|least|"
    r"maximum|minimum|cheapest|oldest|youngest|extremes|dearest)\b",
    re.I,
)
# "The oldest was 20 years older than the youngest": how far the ends are apart.
ENDS_APART = pattern_of(
    r" ?(?:[a-z]+ )?(?:[a-z]{2,}er|more|less|above|below|over|under|beyond|ahead of|behind) (?:than )?the "
    r"(?:[a-z]{2,}est|least|most|best|worst)\b",
    re.I,
)
GAP = re.compile(r"\s*(?:,|;|,? and|,? or|,? &)\s*")
RANGE = pattern_of(rf"\brange (?:of |is |was |being )?(?P<n>{NUMBER})\b(?!\s?(?:to|[-–])\s?\d|[.,]\d|%)", re.I)
AGED = pattern_of(rf"\b(?:aged?|ages|ages were|aged between) (?P<n>{NUMBER}), $", re.I)
MEDIAN = pattern_of(
    rf"\bmedian (?:[a-z]+ ){{0,2}}?(?:of |is |was |being )?(?P<n>{NUMBER})(?![.,]\d|\d|%|\s?to\b)", re.I
)
SOME = pattern_of(
    r"\b(?:includ\w+|such as|for example|e\.g\.?|among others|notably|like|between|from|interquartile|iqr|second|third|"
    r"next|also|other|another|besides|except|other than|excluding|without|trimmed|weighted)\b",
    re.I,
)
# "The longest delay, 33 days", "the lowest score (61%)": with its own figure right behind.
OWN = pattern_of(
    r"\b(?:the|their|its) (?:(?:high|larg|great|bigg|long|low|small|short|cheap|dear|slow|quick)est|"
    r"fewest|worst|best)(?: (?!and\b|or\b)(?P<noun>[a-z’'-]+))?(?: of (?:them|these|those|all|the [a-z]+))?"
    r"(?:,? (?:was|is|being|at|of)|,| \()(?: ?(?:at|just|only|for|was|is|being))? ?$",
    re.I,
)
SCOPE = pattern_of(
    r"\b(?:last|previous|since|ever|before|earlier|individual|single|allowed|permitted|possible|other|target|limit|"
    r"(?:19|20)\d\d|years?)\b|\bof all the\b",
    re.I,
)
MEANS = pattern_of(r"\b(?:average\w*|means?|medians?|total\w*|rang\w+|rose|fell|from)\b", re.I)
FEW = 2
FEWEST = {"range": 3, "median": 3, "mode": 4, "most": 3, "least": 3}


def check(context: Context) -> Iterator[Finding]:
    """Each list of bare figures with a figure told of it."""
    for paragraph in context.paragraphs_with(CUE):
        read = passage(paragraph.text)
        lists = _lists(read)
        if len(lists) == 1:
            yield from _judged(paragraph, read, lists[0])
            yield from _ranged(paragraph, read, lists[0])
        yield from _of_named(paragraph, read)


def _of_named(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Ash (27 days), Elm (23 days) and Oak (24 days). The longest delay, 33 days": none of them."""
    named = [[item.entry for item in each.items] for each in listings(read)]
    told = {run[0].start: run for run in (*_lists(read), *named)}
    runs = [[e for e in run if not OWN.search(read.text[: e.start])] for run in told.values()]
    for each in read.entries:
        said = OWN.search(read.text[read.starts[each.sentence] : each.start])
        near = [
            run for run in runs if len(run) > FEW and each not in run and 0 <= each.sentence - run[0].sentence < FEW
        ]
        before = [run for run in near if run[-1].end <= each.start and _are_alike(run[-1], each)]
        if not said or len(before) != 1 or SCOPE.search(read.sentence(each.sentence)):
            continue
        listed = before[0]
        words = read.sentence(listed[0].sentence)
        kind = "least" if KINDS["least"].search(said.group()) else "most"
        values = [_value(e) for e in listed]
        exact, stated = _values(kind, values)[0], _value(each)
        noun = (said["noun"] or "") in ("number", "figure", "count", "total") or stem(said["noun"] or "") in stems(
            words
        )
        close = stated in values or max(exact, stated) * 2 < 5 * min(exact, stated)
        # A count without its unit must be of what the list counts.
        if SOME.search(words) or MEANS.search(words) or not close or not (noun or each.unit or each.kind != "count"):
            continue
        yield _finding(paragraph, each, kind, values, exact, stated)


def _are_alike(one: Entry, other: Entry) -> bool:
    return (one.kind, one.unit, one.base) == (other.kind, other.unit, other.base)


def _value(entry: Entry) -> Decimal:
    return entry.share.value if entry.share and entry.kind == "share" else entry.value


def _lists(read: Passage) -> list[list[Entry]]:
    """Runs of three or more figures with nothing between them but commas."""
    found: list[list[Entry]] = []
    run: list[Entry] = []
    for each in read.entries:
        if run and not GAP.fullmatch(read.text[run[-1].end : each.start]):
            found, run = [*found, run], []
        if each.kind in ("count", "money", "measure") and not each.share and not each.base:
            run.append(each)
    return [with_age(read, each) for each in [*found, run] if len(each) > 2]


def with_age(read: Passage, listed: list[Entry]) -> list[Entry]:
    """ "Aged 2, 8, 13 and 16": the first was read as an age that claims nothing, and is one of the list."""
    found = AGED.search(read.text[: listed[0].start])
    if not found:
        return listed
    first = replace(listed[0], text=found["n"], value=Decimal(worded(found["n"])), start=found.start("n"))
    return [first, *listed]


def _judged(paragraph: Paragraph, read: Passage, listed: Sequence[Entry]) -> Iterator[Finding]:
    others = [e for e in read.entries if e not in listed and not e.share and not e.base and e.text.lower() != "one"]
    # "Five scores", "of the four": how many there are.
    number = [e for e in others if e.count == len(listed) and not _kind(read, listed, e, others)]
    told = [e for e in others if e not in number and abs(e.sentence - listed[0].sentence) < 2]
    counted = [e for e in others if e.end <= listed[0].start and e not in number and not _kind(read, listed, e, others)]
    around = read.text[max(0, listed[0].start - 30) : listed[0].start] + read.text[listed[-1].end : listed[-1].end + 30]
    if counted or SOME.search(around.partition(".")[0]):
        return
    for each in told:
        kind = _kind(read, listed, each, others)
        if kind is None or len(listed) < FEWEST[kind]:
            continue
        expected = _values(kind, [e.value for e in listed])
        right = each.value in expected
        # A figure of something else lies far from all of these.
        if not right and not _may_be(kind, each.value, listed, expected):
            continue
        exact = each.value if right else expected[0]
        yield _finding(paragraph, each, kind, [e.value for e in listed], exact, each.value)


def _finding(
    paragraph: Paragraph, told: Entry, kind: str, values: Sequence[Decimal], exact: Decimal, stated: Decimal
) -> Finding:
    shown = ", ".join(map(printed, values))
    why = f"of {shown} {WORDS[kind]} is {printed(exact)}, printed as {told.text}"
    verdict: Verdict = "ok" if exact == stated else "wrong"
    slip = f"{CODE}/{paragraph.line}/{told.start}"
    return Finding(CODE, verdict, paragraph.where, told.text, told.text, printed(exact), why, slip, "likely")


def _ranged(paragraph: Paragraph, read: Passage, listed: Sequence[Entry]) -> Iterator[Finding]:
    """ "A range of 13": a number that claims nothing elsewhere."""
    for kind, pattern in (("range", RANGE), ("median", MEDIAN)):
        for found in pattern.finditer(read.text):
            yield from _of_quiet(paragraph, read, listed, kind, found)


def _of_quiet(
    paragraph: Paragraph, read: Passage, listed: Sequence[Entry], kind: str, found: re.Match[str]
) -> Iterator[Finding]:
    """A range or a median in a number that claims nothing elsewhere."""
    stated, exact = Decimal(worded(found["n"])), _values(kind, [e.value for e in listed])[0]
    quiet = not read.quiet[found.start("n") : found.end("n")].strip()
    if quiet and (stated == exact or _may_be(kind, stated, listed, [exact])):
        shown = ", ".join(printed(e.value) for e in listed)
        why = f"of {shown} {WORDS[kind]} is {printed(exact)}, printed as {found['n']}"
        verdict: Verdict = "ok" if stated == exact else "wrong"
        slip = f"{CODE}/{paragraph.line}/{found.start('n')}"
        yield Finding(CODE, verdict, paragraph.where, found["n"], found["n"], printed(exact), why, slip, "likely")


def _kind(read: Passage, listed: Sequence[Entry], each: Entry, others: Sequence[Entry]) -> str | None:
    """What a figure is told to be of the list: by the words before it, else by those behind it."""
    start = read.starts[each.sentence]
    ends = [e.end for e in (*listed, *others) if e.end <= each.start]
    lead = read.text[max([start, *ends]) : each.start]
    stop = min(
        [start + len(read.sentence(each.sentence)), *(e.start for e in (*listed, *others) if e.start >= each.end)]
    )
    tail = read.text[each.end : stop]
    if ENDS_APART.match(tail):
        return "range"
    # "The least of the four quotes, £310, £275 and £340, was £275".
    aside = listed[-1].end <= each.start and re.fullmatch(r"\)?,? (?:is|was|were|being|came to|comes to) ", lead)
    if aside and listed[0].sentence == each.sentence:
        lead = read.text[start : listed[0].start]
    for words in (lead, tail):
        if SOME.search(words):
            return None
        kinds = [kind for kind, pattern in KINDS.items() if pattern.search(words)]
        if kinds:
            return kinds[0]
    return None


def _values(kind: str, values: Sequence[Decimal]) -> list[Decimal]:
    """What it may be: of an even number of figures the middle lies between two."""
    inorder = sorted(values)
    if kind == "range":
        return [inorder[-1] - inorder[0]]
    if kind == "median":
        middle = len(inorder) // 2
        return [inorder[middle]] if len(inorder) % 2 else [(inorder[middle - 1] + inorder[middle]) / 2]
    if kind == "mode":
        often = Counter(values)
        return [value for value, times in often.items() if times == max(often.values())]
    return [inorder[-1] if kind == "most" else inorder[0]]


def _may_be(kind: str, stated: Decimal, listed: Sequence[Entry], expected: Sequence[Decimal]) -> bool:
    values = [e.value for e in listed]
    if kind == "mode":
        return stated in values and len(expected) == 1 and values.count(expected[0]) > 1
    if kind == "range":
        return is_slip(stated, expected[0])
    if kind in ("most", "least"):
        return stated in values
    return min(values) <= stated <= max(values)
