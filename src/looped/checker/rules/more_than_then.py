"""How much more a figure is told to be than at an earlier time, where another place of the report tells that one."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph, Table
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rows_in_time import WHOLE, Line, is_figure, rows_in_time
from looped.checker.rules.pair_in_row import pairs_in
from looped.checker.tables_having import tables_having

CODE = "more-than-then"
MESSAGE = "What a figure is told to be above an earlier one is how far the two are apart that the report has."
_TEXT = "Summary\n\nWe sold 582 ropes, which is {} more than last year.\n\nRopes\n\n"
_BODY = "The shop sold 582 ropes, compared with 545 last year."
GOOD = _TEXT.format(37) + _BODY
BAD = _TEXT.format(73) + _BODY

THEN = (
    r"(?:in |at |for |with |of |on )?(?:last (?:year|time|quarter|month|term|round|survey|audit|autumn|spring|season)|"
    r"the (?:first|previous|earlier|last)(?: [a-z]+)?|(?:the |a )?(?:year|quarter|month|two years|survey|audit|round) "
    r"(?:before|ago|earlier)|two years (?:before|ago|earlier)|previously|before|at baseline)(?=\W|$)"
)
# "37 more than last year", "five points up on the year before".
MORE = pattern_of(
    rf"(?: (?!of\b)[a-z]+)?? (?P<way>more|fewer|less|higher|lower|up|down)(?: [a-z]+)?? (?:than|on) {THEN}", re.I
)
# "Up five points on last autumn", "a fall of 12 on last year".
UP = pattern_of(
    r"\b(?:up|down|(?:rise|fall|increase|decrease|gain|drop|growth|reduction) of|(?:more|less) by)(?: by)? "
    r"(?:just |only )?$",
    re.I,
)
ON = pattern_of(rf"(?: [a-z]+)?? (?:on|since|from|over|compared (?:with|to)) {THEN}", re.I)
# "This was", "That is": of what the sentence before tells.
THIS = pattern_of(r"\W*(?:this|that|it|which)\b[^.;:,\d]{0,20}$", re.I)
ROUGH = pattern_of(
    r"\b(?:about|around|nearly|almost|over|more than|less than|at least|some|roughly|another|a further) $", re.I
)
ASIDE = pattern_of(
    r"\b(?:target|would|should|if|budget|forecast|expected|planned|national\w*|each|per|average)\b", re.I
)
FAR, LARGE = Decimal(3), 100
Values = tuple[Decimal, Decimal]


def check(context: Context) -> Iterator[Finding]:
    """Each such size, with the figure before it that it is told of."""
    told = [(block, passage(block.text)) for block in context.document.blocks if not isinstance(block, Table)]
    for block, read in told:
        if block.text.lstrip("# ") == block.section or "\t" in block.text or not MAY_BE.search(block.text):
            continue
        for size, now in _sizes(read):
            lines = [
                line
                for line in rows_in_time(tables_having(context, (now,)), block, read, size.sentence)
                if line.has(now)
            ]
            yield from _judged(block, read, size, now, lines, list(_told(told, block, now)))


MAY_BE = pattern_of(r"\b(?:more|fewer|less|higher|lower|up|down|rise|fall|increase|decrease|gain|drop|growth)\b", re.I)


def _sizes(read: Passage) -> Iterator[tuple[Entry, Entry]]:
    """Each size of a change since an earlier time, with the figure that it is told of."""
    for size in read.entries:
        lead, start = read.text[: size.start], read.starts[size.sentence]
        more = MORE.match(read.text, size.end) or (UP.search(lead) and ON.match(read.text, size.end))
        if not more or ROUGH.search(lead) or ASIDE.search(read.sentence(size.sentence)):
            continue
        wanted = "share" if size.kind == "points" else size.kind
        before = [e for e in read.of_sentence(size.sentence) if e.end <= size.start]
        if not before and THIS.match(read.text[start : size.start]) and size.sentence:
            before = [e for e in read.of_sentence(size.sentence - 1) if _kind(e, wanted)][:1]
        if before and _kind(before[-1], wanted) and not size.share:
            yield size, before[-1]


def _kind(entry: Entry, wanted: str) -> bool:
    return entry.kind == wanted and (entry.kind != "count" or not entry.base)


def _told(told: Sequence[tuple[Paragraph, Passage]], block: Paragraph, now: Entry) -> Iterator[Values]:
    """The pairs of a change that other sentences tell, of which the figure is one: it first."""
    for each, read in told:
        for pair in pairs_in(read):
            if each is block and pair[0].sentence == now.sentence:
                continue
            for one, other in (pair, pair[::-1]):
                if one.kind == now.kind and one.value == now.value:
                    yield one.value, other.value


def _judged(
    block: Paragraph, read: Passage, size: Entry, now: Entry, lines: Sequence[Line], told: Sequence[Values]
) -> Iterator[Finding]:
    """A size is right where any row or any sentence that has the figure gives it; else it is of what is meant."""
    gaps = [(abs(a - b), f"{a} and {b}") for a, b in told]
    every = [*gaps, *(each for line in lines for each in _gaps(line, now))]
    if any(abs(gap - size.value) <= size.step / 2 for gap, _ in every) or _is_told_again(read, size, now):
        if every:
            yield _finding(block, size, "ok", "", "")
        return
    named = [line for line in lines if line.named == WHOLE]
    distinct = now.step < 1 or now.value >= LARGE
    chosen = named if len(named) == 1 else lines if distinct and len(lines) == 1 else []
    meant = gaps or [each for line in chosen for each in _gaps(line, now)]
    if len({gap for gap, _ in meant}) == 1 and meant[0][0] and _is_near(size.value, meant[0][0]):
        yield _finding(block, size, "wrong", f"{meant[0][0]}", f"{meant[0][1]} are {meant[0][0]} apart")


def _gaps(line: Line, now: Entry) -> Iterator[tuple[Decimal, str]]:
    """How far a row's figures at other times are from the one."""
    kind = next(kind for kind, value, step in line.values if is_figure(now, kind, value, step))
    for other, value, _ in line.values:
        if other == kind and value != now.value:
            yield abs(value - now.value), f"{line.name}: {now.value} and {value}"


def _is_told_again(read: Passage, size: Entry, now: Entry) -> bool:
    """Whether another figure of the paragraph is as far from the one."""
    return any(e.kind == now.kind and abs(e.value - now.value) == size.value for e in read.entries if e is not now)


def _is_near(stated: Decimal, exact: Decimal) -> bool:
    return max(stated, exact) <= FAR * min(stated, exact)


def _finding(block: Paragraph, size: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    slip = f"{CODE}/{block.line}/{size.start}"
    return Finding(CODE, verdict, block.where, size.text, size.text, expected, why, slip, "likely")
