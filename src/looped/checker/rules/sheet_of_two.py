"""Of a table's two rows, or its two columns, the one that is said to have the higher, the lower, more or fewer."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import BY_NUMBER, BY_SHARE, Measure, measures
from looped.checker.pairs import AGAINST, DENIED, WORD, Pair, is_more, told, way
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS
from looped.checker.remarks import Remark, by_statement, lies, ranked_rows, within
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import shared_out
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-of-two"
MESSAGE = "Of two rows or columns the one said to have the higher, the lower, more or fewer has so."
_TABLE = "Pier | Boats | Moored late | Share late\nAyr | 200 | 40 | 20%\nOban | 50 | 15 | 30%\n\n"
GOOD = _TABLE + "Oban had the higher share of boats moored late."
BAD = _TABLE + "Oban had the higher number of boats moored late."

LITTLE = r"(?:far |much |slightly |somewhat |clearly |many |rather )?"
PLACED = r"(?:in|at|on|with|among|for|by|under|from)(?: the| those (?:in|on|at|with|given))?"
# "Had the higher share", "the higher share was at": between a name and the word, and between that and a name.
HAD_THE = pattern_of(
    r"(?:[’']s)?(?: [a-z]+)? (?:had|has|have|saw|recorded|reported|got|received|showed|achieved|with|took|made|scored|"
    rf"gave|had had) the {LITTLE}",
    re.I,
)
DEFINITE = pattern_of(rf"\bthe {LITTLE}$", re.I)
WAS_AT = pattern_of(
    rf".*?\b(?:was|were|is|are|went|came|occurred|belonged)(?: [a-z]+){{0,2}}? ?(?:{PLACED}|to|that of|that in)? ", re.I
)
# "Was higher at Ayr": before the word, and between it and the name.
PREDICATE = pattern_of(rf"\b(?:was|were|is|are|proved) (?:also )?{LITTLE}$", re.I)
BEHIND = pattern_of(rf"(?: (?:[a-z]+ ){{0,2}}?|.*? ){PLACED} $", re.I)
# "More boats were late at Ayr", "a higher share of boats was ...": before the word.
OPENING = pattern_of(rf"\W*(?:there (?:was|were) )?(?:an? )?{LITTLE}$", re.I)
# "Ayr moored more boats": between the name and the word.
VERB = pattern_of(rf"(?:[’']s? [a-z]+| [a-z]+) (?:an? )?{LITTLE}$", re.I)
# Of another time, another measure, or of more than the two.
ELSE = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|since|again|now|still|target|average|mean|median|national\w*|expected|planned|"
    r"budget|forecast|than|compared|against|if|should|would|could|may|both|each|either|neither|every|all|most|half|"
    r"twice|times|no|not|never|none|only|rose|fell|rising|falling|grew|increas\w*|decreas\w*|chang\w*|end|limit|half|part|"
    r"range|bound|first|second|same|two)\b|n[’']t\b",
    re.I,
)
OF_THE_TWO = pattern_of(r"^\W*(?:of|between) the two(?: [a-z]+)?,? ", re.I)
THINGS = pattern_of(
    r"(?:larger|smaller|bigger|longer|shorter|stronger|weaker|greater|higher|lower|better|worse|poorer) "
    r"(?!(?:numbers|figures|shares|results|scores|rates|counts|totals)\b)[a-z]+(?<!s)s\b",
    re.I,
)
FIGURE = re.compile(r"\d")
TIMES = pattern_of(rf"\b(?:{MONTHS}|(?:19|20)\d\d)\b")
# Said of any figure.
WORDLESS = pattern_of(
    r"\b(?:more common|less common|commoner|likelier|likely|rarer|frequent(?:ly)?|often|numbers?|counts?|shares?|"
    r"proportions?|percentages?|rates?|totals?|volume|figures?|those|went|belonged|occurred)\b",
    re.I,
)
SEVERAL = pattern_of(r"(?:more|fewer) (?!likely|common|often|frequent)", re.I)
TWO = 2


def check(context: Context) -> Iterator[Finding]:
    """Each sentence without figures that names one of the two, and has one word of more or less."""
    yield from by_statement(context, _of, WORD)


def _of(remark: Remark) -> Iterator[Finding]:
    words = [each for each in WORD.finditer(remark.text) if not _in_name(remark, each)]
    if (
        len(words) != 1
        or FIGURE.search(remark.text)
        or ELSE.search(OF_THE_TWO.sub("", remark.unnamed))
        or TIMES.search(remark.text)
    ):
        return
    (word,) = words
    if AGAINST.search(remark.text, word.end()) or DENIED.search(remark.text[: word.start()]):
        return
    if THINGS.match(remark.text, word.start()):
        return  # "the larger boats": of how large each is
    sides = ((remark.sheet, remark.rows, remark.columns), (lies(remark.sheet), remark.columns, remark.rows))
    for sheet, every, others in sides:
        two = ranked_rows(sheet)
        subjects = [each for each in every if not each.start <= word.start() < each.end]
        own = [each for each in subjects if each.whole]
        if len(two) != TWO or len(own) != 1 or len({each.at for each in subjects}) != 1 or own[0].at not in two:
            continue
        if is_time(tuple(sheet.labels[row] for row in two)) or not _is_said(remark, word, own[0]):
            continue
        if besides(remark, WORDLESS.sub(" ", OF_THE_TWO.sub("", _blanked(remark, (*subjects, *others))))):
            continue
        (other,) = (row for row in two if row != own[0].at)
        yield from _judged(remark, Pair(sheet, own[0].at, other, tuple(within(others, 0, len(remark.text)))), word)
        return


def _in_name(remark: Remark, word: re.Match[str]) -> bool:
    """Whether a word is part of a name: "Lower Street"."""
    return any(
        each.start <= word.start() < each.end and each.whole and remark.text[word.start()].isupper()
        for each in (*remark.rows, *remark.columns)
    )


def _is_said(remark: Remark, word: re.Match[str], own: Named) -> bool:
    """Whether words bind a comparison to a name: it is the one that has more, and nothing else is set against it."""
    before, text = remark.text[: word.start()], remark.text
    if DEFINITE.search(before):
        if own.start > word.end():
            return bool(WAS_AT.fullmatch(text[word.end() : own.start]))
        return bool(HAD_THE.fullmatch(text[own.end : word.start()]))
    if own.start > word.end():
        opened = PREDICATE.search(before) or OPENING.fullmatch(before)
        return bool(opened and BEHIND.fullmatch(text[word.end() : own.start]))
    return bool(VERB.fullmatch(text[own.end : word.start()]))


def _blanked(remark: Remark, names: Sequence[Named]) -> str:
    """The sentence without its names."""
    text = remark.text
    for each in names:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return WORD.sub(" ", text)


def _judged(remark: Remark, pair: Pair, word: re.Match[str]) -> Iterator[Finding]:
    """Whether it has more in a column that may be meant."""
    up = way(remark, pair, word)
    options = _options(remark, pair, word)
    results = [(each, result) for each in options if (result := is_more(pair, each)) is not None]
    if up is None or not results or any(a == b for _, (a, b) in results):
        return
    right = [each for each, (a, b) in results if (a > b) == up]
    verdict: Verdict = "ok" if right else "wrong"
    measure = (right or [results[0][0]])[0]
    expected = "" if right else "the other"
    yield remark.finding(CODE, verdict, (0, len(remark.text)), expected, told(pair, measure))


def _options(remark: Remark, pair: Pair, word: re.Match[str]) -> list[Measure]:
    """The columns that may be meant; of a whole and its part the part, by number where a number is told."""
    sheet, columns, text = pair.sheet, pair.columns, remark.text
    out = shared_out(sheet)
    if out and {out[0], out[1]} <= set(columns):
        columns = tuple(at for at in columns if at != out[0])
    if out and out[0] not in columns and set(columns) == {out[2]} and BY_NUMBER.search(text):
        columns = (out[1],)
    found = measures(sheet, text, columns)
    if not columns and len({each.column for each in found}) > 1 and not _are_of_one(sheet, found):
        return []  # of which of them nobody says
    counted = SEVERAL.match(text, word.start()) or BY_NUMBER.search(text)
    counts = [each for each in found if each.by == "count"] if counted and not BY_SHARE.search(text) else []
    return counts or found


def _are_of_one(sheet: Sheet, found: Sequence[Measure]) -> bool:
    """Whether measures are a share and what it is worked out from."""
    out = shared_out(sheet)
    return bool(out) and {each.column for each in found} <= set(out or ())
