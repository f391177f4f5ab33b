"""What is said to rise or fall each time does so in every figure of its row: in the text or in a table's column."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.courses import is_size
from looped.checker.directions import BETTER as MORE_GOOD
from looped.checker.directions import DOWNWARDS, FELL, ROSE, THAN_OTHERS, UPWARDS
from looped.checker.directions import WORSE as LESS_GOOD
from looped.checker.document import Paragraph
from looped.checker.earlier import IN_ALL
from looped.checker.finding import Finding
from looped.checker.listing import NTH
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rivals import speaks_of, stems_of
from looped.checker.rules.apart import BAD_THING, NOT
from looped.checker.tabled import Tabled, beside

CODE = "moving"
MESSAGE = "What rises or falls each time does so in every figure."
GOOD = "Attendance has risen in each of the last three years: from 92.1% to 92.8% and 94.0%."
BAD = "Attendance has risen in each of the last three years: from 93.1% to 92.8% and 94.0%."

EACH = (
    r"(?:(?:in |at |with |over )?(?:each|every|all)(?: of the)?(?: (?:last|past|successive|passing|other|"
    r"single))?(?: \w+)? ?(?:month|quarter|year|week|term|season|time|cycle|round|wave|day|decade|age group|step|"
    r"stage)s?|"
    r"(?:month|quarter|year|week|term|cycle)[- ](?:on|by|after)[- ](?:month|quarter|year|week|term|cycle)|"
    r"steadily|continuous(?:ly)?|consistent(?:ly)?|throughout|successive\w*|without (?:a break|exception|"
    r"interruption)|"
    r"for the (?:second|third|fourth|fifth|sixth) (?:month|quarter|year|week|term|time|cycle) (?:running|in a row|"
    r"in succession)|(?:two|three|four|five|six) (?:months|quarters|years|weeks|terms|times|cycles) (?:running|"
    r"in a row|"
    r"in succession)|(?:two|three|four|five) (?:consecutive|successive) \w+|with age|at every \w+|uninterrupted|"
    r"unbroken)"
)
UP = rf"(?:{ROSE}|{UPWARDS}|higher)"
# "Falls each month": it fell; other falls may be what is counted.
DOWN = rf"(?:(?!falls\b(?! (?:with|each|every|steadily))|fall in\b)(?:{FELL})|{DOWNWARDS}|lower)"
BETTER, WORSE = rf"(?:{MORE_GOOD})", rf"(?:{LESS_GOOD})"
EVERY = pattern_of(rf"\b{EACH}\b", re.I)
TREND = pattern_of(
    rf"\b(?:(?P<a>{UP}|{DOWN}|{BETTER}|{WORSE})\b[^.;\d]{{0,40}}?\b{EACH}\b|{EACH}\b(?:(?!\bbut\b|"
    rf"\bwhile\b)[^.;\d]){{0,30}}?\b(?P<b>{UP}|"
    rf"{DOWN}|{BETTER}|{WORSE})\b)",
    re.I,
)

# "Each year group who gained", "had analysed each fall", "consistently the higher of the two": nothing moved.
ASIDE = pattern_of(
    r"\b(?:who|that|which|whose) (?:\w+ )?\w+$|\b(?:each|every) (?:fall|rise|drop|increase|decrease|gain|loss|"
    r"reduction|"
    r"improvement|change)s?\b|\b(?:each|every) (?:year|age) (?:group|band|cohort)s?\b",
    re.I,
)
# What is said of some only: "each of the two", "every year but 2023".
OF_TWO = pattern_of(
    r" (?:but|bar|except|save)\b| of (?:the |these |those |all |both )?(?:two|three|four|five|pair|both)\b", re.I
)
# One step is said to go the other way: the rule of steps looks at it.
BUT = pattern_of(
    r"\b(?:but for|but one|except\w*|save (?:for|in)|apart from|other than|exception|all but|bar|"
    r"but (?:the )?(?:first|second|third|fourth|fifth|last|final|(?:19|20)\d\d|(?-i:[A-Z])[a-z]+(?=[:;,.])))\b",
    re.I,
)
RUNNING = pattern_of(
    r"\b(two|three|four|five|six|second|third|fourth|fifth|sixth) (?:\w+ running|\w+ in a row|\w+ in succession|"
    r"consecutive|successive)",
    re.I,
)
# "Higher among girls throughout": set against the other group, and not against the time before.
OF_GROUP = pattern_of(
    r"(?:higher|lower) (?:among(?:st)?|for|in|at|with|on) (?!each\b|every\b|all\b|successive)|"
    rf"(?:higher|lower|better|worse){THAN_OTHERS}",
    re.I,
)
# "24% v 31% at Ayr".
SPAN = re.compile(r" to ")
VERSUS = pattern_of(r"^\)? ?(?:v|vs|versus|against)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with three figures or more of one kind."""
    for paragraph, near in beside(context.document):
        yield from _of(paragraph, passage(paragraph.text), near)


def _of(paragraph: Paragraph, read: Passage, table: Tabled | None) -> Iterator[Finding]:
    for found in TREND.finditer(read.text) if EVERY.search(read.text) else ():
        at = read.sentence_at(found.start())
        sentence = read.sentence(at)
        way = _way((found["a"] or found["b"]).lower(), sentence)
        if (
            way is None
            or NOT.search(read.text[read.starts[at] : found.start()])
            or re.search(r"\bnot\b|n't\b", found.group())
            or BUT.search(sentence)
            or OF_GROUP.match(read.text, found.start(found.lastgroup or 0))
            or ASIDE.search(found.group())
            or OF_TWO.match(read.text[found.end() :])
        ):
            continue
        values = _run(read, at, found)
        if len(values) < 3 and table is not None and not read.of_sentence(at):
            values = _column(table, sentence)
            if any(_moves(each, way) for each in _columns(table)):
                continue  # true of some column
        running = RUNNING.search(found.group())
        if running:
            # "Two quarters running" are two steps, the last ones.
            values = values[-(whole(running[1]) or NTH.index(running[1].lower()) + 1) - 1 :]
        # "12, 9 and 4, 25 in total": the last is what they make.
        if len(values) > 3 and values[-1] == sum(values[:-1]):
            values = values[:-1]
        if len(values) > 2 and any(e.value == values[-1] and IN_ALL.match(read.text, e.end) for e in read.entries):
            values = values[:-1]
        if len(values) > 2:
            right = _moves(values, way)
            figures = ", ".join(str(each) for each in values)
            why = f"{figures}: {'each' if right else 'not each'} is {'higher' if way else 'lower'} than the one "
            "before"
            yield Finding(
                CODE,
                "ok" if right else "wrong",
                paragraph.where,
                found.group(),
                found.group(),
                figures,
                why,
                f"moving/{paragraph.line}/{found.start()}",
                "likely",
            )


def _moves(values: Sequence[Decimal], up: bool) -> bool:
    return len(values) > 2 and all((b > a) == up and a != b for a, b in pairwise(values))


def _columns(table: Tabled) -> Iterator[list[Decimal]]:
    for column in range(len(table.heads)):
        yield [cell.value for row in table.body for cell in [table.cells[row][column]] if cell]


def _way(word: str, sentence: str) -> bool | None:
    if re.fullmatch(UP, word):
        return True
    if re.fullmatch(DOWN, word):
        return False
    if BAD_THING.search(sentence):
        return None
    return bool(re.fullmatch(BETTER, word))


def _run(read: Passage, at: int, found: re.Match[str]) -> list[Decimal]:
    """The figures of one kind in the sentence, or in the one beside it, in order of time."""
    for sentence in (at, at - 1, at + 1):
        if sentence != at and not speaks_of(read, at, sentence):
            continue
        own = [e for e in read.of_sentence(sentence) if e.kind != "points" and not is_size(read, e)]
        behind = [e for e in own if e.start >= found.end()] if sentence == at else own
        for group in (behind, own):
            first = _first_run(read, group)
            ends = [SPAN.fullmatch(read.text[a.end : b.start]) is not None for a, b in pairwise(first)]
            if len(first) > 3 and all(ends[::2]) and not any(ends[1::2]):
                return []  # "71% to 80% at Ash, 66% to 75% at Birch": a change of each
            if any(VERSUS.search(read.text[a.end : b.start]) for a, b in pairwise(first)):
                return []  # pairs, each set against its other
            if len(first) > 2:
                return _in_time(read, first)
    return []


def _first_run(read: Passage, group: Sequence[Entry]) -> list[Entry]:
    """The first figures of one kind that stand side by side."""
    taken: list[Entry] = []
    for each in group:
        gap = read.text[taken[-1].end : each.start] if taken else ""
        if taken and (
            each.kind != taken[0].kind
            or bool(each.share) != bool(taken[0].share)
            or len(gap) > 45
            or "." in gap
            or (gap.rstrip().endswith("(") and len(taken) > 1)
            or re.search(r"\b(?:although|though|but|while|whereas|by|they|of)\b", gap)
            or re.search(r";[^;]{22,}", gap)
        ):
            break
        taken.append(each)
    return taken


def _in_time(read: Passage, group: Sequence[Entry]) -> list[Decimal]:
    values = [e.share.value if e.share else e.value for e in group]
    spans = [(a.end, b.start) for a, b in pairwise(group)]
    first = re.findall(r"\b((?:19|20)\d\d)\b", read.text[max(0, group[0].start - 14) : group[0].start])
    years = [
        *first[-1:],
        *(y for low, high in spans for y in re.findall(r"\b((?:19|20)\d\d)\b", read.text[low:high])[:1]),
    ]
    return values[::-1] if len(years) > 1 and years == sorted(years, reverse=True) and len(set(years)) > 1 else values


def _column(table: Tabled, sentence: str) -> list[Decimal]:
    """The one column that a remark can be on, down rows that are times."""
    if not all(
        re.search(
            r"(?:19|20)\d\d|\bq\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|term|autumn|spring|summer|"
            r"winter|cycle|round|week|year",
            table.labels[row],
            re.I,
        )
        for row in table.body
    ):
        return []
    words = stems_of(sentence)
    columns = [c for c in range(len(table.heads)) if all(table.cells[row][c] for row in table.body)]
    named = [c for c in columns if stems_of(table.heads[c]) and stems_of(table.heads[c]) <= words]
    shares = [c for c in columns if c in table.shares]
    chosen = (
        named
        if len(named) == 1
        else shares
        if len(shares) == 1 and not re.search(r"\bnumbers?\b", sentence)
        else columns
        if len(columns) == 1
        else []
    )
    return [cell.value for row in table.body for cell in [table.cells[row][chosen[0]]] if cell] if chosen else []
