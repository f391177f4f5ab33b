"""What is said to have gone one way all the time, along the times of a table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import BETTER as MORE_GOOD
from looped.checker.directions import DOWNWARDS, FELL, ROSE, THAN_OTHERS, UPWARDS
from looped.checker.directions import WORSE as LESS_GOOD
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import SHARE_SAID, Measure, measures
from looped.checker.patterns import pattern_of
from looped.checker.phrases import BUT
from looped.checker.remarks import BAD_THING, Remark, lies, value, within
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.summaries import by_any_table

CODE = "sheet-moving"
MESSAGE = "What has gone one way all the time has done so from each time of the table to the next."
GOOD = "Quarter\tSeen\tLate\nQ1\t80\t12\nQ2\t82\t9\nQ3\t79\t7\n\nLate visits have fallen each quarter."
BAD = "Quarter\tSeen\tLate\nQ1\t80\t12\nQ2\t82\t9\nQ3\t79\t11\n\nLate visits have fallen each quarter."

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
ALL_ALONG = (
    rf"(?:{EACH}|each|every [a-z]+|"
    r"(?:month|quarter|year|week|term|wave|round|cycle|survey|visit|session|test|count) (?:on|by|after|to|upon) "
    r"(?:month|quarter|year|week|term|wave|round|cycle|survey|visit|session|test|count|the next))"
)
# "Good or better" is the name of a grade.
MOVES = rf"(?<!\bor )(?:{UP}|{DOWN}|{BETTER}|{WORSE})"
SAID = pattern_of(
    rf"\b(?P<a>{MOVES})\b[^.;\d]{{0,40}}?\b{ALL_ALONG}\b|\b{ALL_ALONG}\b(?:, (?:the|our) [^.;,:\d]{{0,70}}?|"
    rf"(?:(?!\bbut\b|"
    rf"\bwhile\b)[^.;\d]){{0,30}}?)\b(?P<b>{MOVES})\b|"
    rf"\b(?P<trend>(?:trend|direction)\b[^.;]{{0,60}}?\b(?:is|was|has been|remains)(?: \w+)? (?P<c>upwards?|"
    rf"downwards?|rising|falling))\b|"
    rf"\b(?P<d>upward|downward|rising|falling) trend\b|\ban? (?:[a-z]+ )?{ALL_ALONG} (?P<e>rise|increase|growth|gain|"
    r"fall|drop|decrease|decline|reduction)(?= (?:in|of)\b)",
    re.I,
)
# "Each year group who gained", "had analysed each fall", "consistently the higher of the two": nothing moved.
ASIDE = pattern_of(
    r"\b(?:who|that|which|whose) (?:\w+ )?\w+$|\b(?:each|every) (?:fall|rise|drop|increase|decrease|gain|loss|"
    r"reduction|"
    r"improvement|change)s?\b|\b(?:each|every) (?:year|age) (?:group|band|cohort)s?\b|"
    r"\b(?:and|but|before|,) (?:then|later|again)\b",
    re.I,
)
# What is said of some only: "each of the two", "every year but 2023".
OF_TWO = pattern_of(rf" (?:{BUT})\b| of (?:the |these |those |all |both )?(?:two|three|four|five|pair|both)\b", re.I)
# "Higher among girls throughout": set against the other group, and not against the time before.
OF_GROUP = pattern_of(
    r"(?:higher|lower) (?:among(?:st)?|for|in|at|with|on) (?!each\b|every\b|all\b|successive)|"
    rf"(?:higher|lower|better|worse){THAN_OTHERS}",
    re.I,
)
# "At least one fall": what is counted, and no movement.
COUNTED = pattern_of(r"\b(?:one|single|any|every|each)\s+$", re.I)
OF_THINGS = pattern_of(
    r" (?!(?:time|month|quarter|year|week|term|wave|round|cycle|survey|audit|inspection|of|one|visit|day|successive|"
    r"in|at|on|from|for|to|and|but|since)\b)[a-z]",
    re.I,
)
TOTAL = pattern_of(r"\b(?:total|overall|altogether|as a whole|combined|in all)\b", re.I)
OTHERS = pattern_of(THAN_OTHERS, re.I)
NOT = pattern_of(
    rf"\b(?:(?:every|each) [a-z]+ (?:{BUT})|not|never|n[’']t|no|neither|if|but one|except|apart from|"
    r"until|bar)\b",
    re.I,
)


SINCE_THEN = pattern_of(r" since(?: then)?(?=[.,;:)]|$)", re.I)
DID = pattern_of(r"\b(?:did|does|do|fared|performed|scored|were|was)(?: [a-z]+)? $", re.I)
GROWS = pattern_of(r"(?:better|worse|higher|lower)\b[^.;:]{0,30}\b(?:month|quarter|year|week|term|round|wave)\b", re.I)
IT = pattern_of(r"\b(?:it|this|they|the (?:figure|share|number|rate))(?: has| have)? $", re.I)
ENDS = pattern_of(
    r",? and (?=(?:ended|finished|closed|stood|reached|came) )|"
    r", and |(?:,|:|\() ?(?:(?:it was|rising|falling|up|down|going) )?from [£$€]?\d|: it was "
)
FROM = pattern_of(
    r"[^\d]{0,20}\bfrom [£$€]?(?P<a>\d[\d,]*(?:\.\d+)?)(?:[^.;:]*? to [£$€]?(?P<b>\d[\d,]*(?:\.\d+)?))?", re.I
)
EVERY_ONE = pattern_of(r"\b(?:each|every)\b|\b(?P<unit>[a-z]+) (?:to|by|on|after) (?P=unit)\b", re.I)
SPAN = pattern_of(r"\b(?:from|between) (?:the )?$", re.I)
# A column with its figures, one after the other.
Run = tuple[Measure, list[Decimal]]


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence, against the columns or rows that it may mean."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    found = next((each for each in SAID.finditer(remark.text) if not _is_in_name(remark, each)), None)
    if not found or _is_of_else(remark, found):
        return
    alone = is_time(tuple(remark.sheet.labels[row] for row in remark.sheet.parts))
    sheet = remark.sheet if alone else lies(remark.sheet)
    rows = _between(remark, sheet, [row for row in sheet.parts if sheet.labels[row]])
    if SINCE_THEN.match(remark.text, found.end()):
        # "It peaked in March, and has fallen every month since": from March on, where March is named.
        names = remark.rows if sheet is remark.sheet else remark.columns
        named = within(names, 0, found.start())
        rows = [row for row in rows if len(named) == 1 and row >= named[0]]
    if len(rows) < 3 or not is_time(tuple(sheet.labels[row] for row in rows)):
        return
    word = (found["a"] or found["b"] or found["c"] or found["d"] or found["e"]).lower()
    up, meant = _is_up(word, remark), _meant(remark, sheet, found)
    if up is None or meant is None:
        return
    words, named = meant
    runs = [(m, run) for m in measures(sheet, words, named) if (run := _run(sheet, rows, m.column, m.by))]
    if not runs or (len(runs) > 1 and not named and len({m.by for m, _ in runs}) < 2 and len(runs) > 3):
        return
    if not _has_ends(remark.text[len(_own(remark, found)) :], runs):
        return
    loose = bool(found["c"] or found["d"])
    right = [each for each in runs if _goes(each[1], up, loose)]
    if not right and _may_be_another(sheet, rows, words, runs, lambda run: _goes(run, up, loose), named=bool(named)):
        return
    if not right and word.startswith("improve") and all(m.by == "count" for m, _ in runs) and len(runs) > 1:
        return  # which of several counts is the better for being more, nobody can say
    measure, run = (right or runs)[0]
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{sheet.heads[measure.column]}: {', '.join(map(str, run))}"
    yield remark.finding(CODE, verdict, found.span(), "" if right else "not one way", why)


def _own(remark: Remark, found: re.Match[str]) -> str:
    """The clause of a statement: "it rose month by month, and ended 21 points above" tells another thing behind."""
    return remark.text[remark.clause(found.start())[0] : _end_of(remark.text, found.end())]


def _has_figure(remark: Remark, found: re.Match[str]) -> bool:
    """Whether its clause has a figure that is no year's and of no head's name: "paid within 30 days"."""
    known = set(re.findall(r"\d+", " ".join(remark.sheet.heads)))
    return bool({*re.findall(r"\d+", re.sub(r"\b(?:19|20)\d\d\b|Q\d", "", _own(remark, found)))} - known)


def _start(found: re.Match[str]) -> int:
    return found.start("b") if found["b"] else found.start()


def _is_of_else(remark: Remark, found: re.Match[str]) -> bool:
    """Whether a statement is denied, tells figures, or is of things, of a group, of others or of two times."""
    if NOT.search(remark.text) or _has_figure(remark, found):
        return True
    if DID.search(remark.text[: found.start()]) and not GROWS.match(found.group()):
        return True  # "the north did better at every visit": than the south, each time
    if OF_THINGS.match(remark.text, found.end()) and found.group().lower().endswith("each"):
        return True  # "looked into each fall"
    start = _start(found)
    if OF_GROUP.match(remark.text, start) or OTHERS.match(remark.text, found.end()):
        return True
    if COUNTED.search(remark.text[:start]) or ASIDE.search(found.group()):
        return True
    return bool(OF_TWO.match(remark.text[found.end() :]))


def _is_in_name(remark: Remark, found: re.Match[str]) -> bool:
    """Whether a movement is a word of what a row or column is called: "Kestrel Rise was consistently the best"."""
    start = _start(found)
    names = [each for each in (*remark.rows, *remark.columns) if each.whole and each.start < start < each.end]
    return bool(names) and remark.text[start].isupper()


def _meant(remark: Remark, sheet: Sheet, found: re.Match[str]) -> tuple[str, list[int]] | None:
    """The words and the columns that a statement is of; None where it points back and nothing tells at what."""
    start = _start(found)
    names = remark.columns if sheet is remark.sheet else remark.rows
    # "Has fallen each month", under "Falls": the movement names no column.
    names = [each for each in names if each.whole and each.words > 1 or not start <= each.start < found.end()]
    named = within(names, *remark.clause(start)) or within(names, 0, len(remark.text))
    if not named and sheet.total_column is not None and TOTAL.search(remark.text):
        named = [sheet.total_column]
    if not IT.search(remark.text[:start]) or within(names, 0, len(_own(remark, found))):
        return remark.text, named
    words, named = _spoken_of(remark, sheet)
    if not named and len(sheet.heads) > 1 and not (EVERY_ONE.search(found.group()) and _is_alone(remark)):
        return None
    return words, named


def _may_be_another(
    sheet: Sheet, rows: list[int], words: str, runs: list[Run], goes: Callable[[list[Decimal]], bool], *, named: bool
) -> bool:
    """Whether another column goes the way that is told, and nothing says that it isn't meant."""
    # "The percentage rose each month": no number that did is meant.
    if SHARE_SAID.search(words) and all(m.by == "share" for m, _ in runs):
        return False
    if not named and any(goes(run) for run in _every(sheet, rows)):
        return True
    if re.search(r"\bnumbers?\b", words) or any(m.by != "count" for m, _ in runs):
        return False
    # "Assessment rose": the share of those assessed may have.
    shares = (_run(sheet, rows, at, "share") for at, kind in enumerate(sheet.kinds) if kind == "share")
    return any(run and goes(run) for run in shares)


def _end_of(text: str, place: int) -> int:
    """Where the statement of a movement ends: before a comma with "and", or what tells its first and its last."""
    further = ENDS.search(text, place)
    return further.start() if further else len(text)


def _has_ends(text: str, runs: Sequence[Run]) -> bool:
    """Whether "from 53 to 29", told behind a movement, has a figure of what may be meant; or nothing is told."""
    found = FROM.match(text)
    if not found:
        return True
    told = [Decimal(each.replace(",", "")) if each else None for each in (found["a"], found["b"])]
    return any(run[0] == told[0] or run[-1] == told[1] for _, run in runs)


def _is_alone(remark: Remark) -> bool:
    """Whether a table is the only one that its passage can mean: none of its sentences before names something else."""
    return remark.at == 0


def _between(remark: Remark, sheet: Sheet, rows: list[int]) -> list[int]:
    """Of the times those from one to another, where a sentence says so: "from July to September"."""
    names = remark.rows if sheet is remark.sheet else remark.columns
    for one, other in pairwise(names):
        lead, joint = remark.text[: one.start], remark.text[one.end : other.start]
        if (
            (SPAN.search(lead) or joint == " to ")
            and joint.strip() in ("to", "and", "until")
            and one.at in rows
            and other.at in rows
        ):
            return [row for row in rows if one.at <= row <= other.at]
    return rows


def _spoken_of(remark: Remark, sheet: Sheet) -> tuple[str, list[int]]:
    """What "it" is: the column that the nearest sentence before names, with the words of that sentence."""
    for at in range(remark.at - 1, -1, -1):
        before = replace(remark, at=at)
        named = within(before.columns if sheet is remark.sheet else before.rows, 0, len(before.text))
        if named:
            return before.text, named
    return remark.text, []


def _is_up(word: str, remark: Remark) -> bool | None:
    if re.fullmatch(UP, word) or word.startswith(("up", "ris")):
        return True
    if re.fullmatch(DOWN, word) or word.startswith(("down", "fall")):
        return False
    if BAD_THING.search(remark.text + remark.sheet.texts_before):
        return None
    return bool(re.fullmatch(BETTER, word))


def _run(sheet: Sheet, rows: list[int], column: int, by: str) -> list[Decimal]:
    values = [value(sheet, row, column, by) for row in rows]
    known = [each for each in values if each is not None]
    return known if len(known) == len(values) else []


def _every(sheet: Sheet, rows: list[int]) -> Iterator[list[Decimal]]:
    for measure in measures(sheet, "", []):
        yield _run(sheet, rows, measure.column, measure.by)


def _goes(run: list[Decimal], up: bool, loose: bool) -> bool:
    """Whether each is above the one before; of a mere trend the last against the first is enough."""
    if loose:
        return bool(run) and (run[-1] > run[0] if up else run[-1] < run[0])
    return bool(run) and all(b > a if up else b < a for a, b in pairwise(run))
