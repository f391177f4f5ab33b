"""How many of a table's rows are said to be above, below or so: all, none, most, two of the five, only one."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, FRACTIONS, WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.remarks import (
    BAD_THING,
    Measure,
    Remark,
    by_statement,
    is_kind,
    lies,
    measures,
    ranked_rows,
    value,
    within,
)
from looped.checker.sheets.naming import Named, named_in
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-counted"
MESSAGE = "As many rows are above, below or so as the sentence says."
GOOD = "Site\tOn time\nLeith\t82%\nAyr\t91%\nOban\t64%\n\nTwo of the three sites were above 80%."
BAD = "Site\tOn time\nLeith\t82%\nAyr\t91%\nOban\t64%\n\nAll three sites were above 80%."

N = rf"(?:{DIGITS}|{WORDS})"
WHO = pattern_of(
    rf"\b(?:(?P<all>(?:all(?: of)?|both|each|every)(?: of)?(?: the| these| our)?)(?P<allbut>,? (?:but|except|bar|"
    rf"apart from) (?P<but>{N}))?(?: of the)?(?: (?P<m>{N}))?|"
    rf"(?P<none>none of the|none of|neither of the|not one of the|(?<!with )no(?! (?:more|fewer|less|longer|"
    rf"one)\b))(?: (?P<m2>{N}))?|"
    rf"(?P<any>(?:not |n[’']t [a-z]+ |never [a-z]+ )[a-z ]{{0,30}}?in any)|"
    rf"(?P<only>only |just )?(?P<n>{N})(?: of (?:the |these |our |"
    rf"all )?(?P<m3>{N}))?) (?P<noun>(?:single )?(?:[a-z’'-]+ ){{0,2}}?[a-z’'-]+)\b",
    re.I,
)
LIMIT = (
    r"(?:(?:the|a|an|our|its|their) )?"
    r"(?:(?!(?:one|two|three|four|five|six|seven|in|for|on|out|times)\b)[a-z]+ ){0,3}?(?:of |\()?"
    r"(?P<limit>(?!(?:19|"
    r"20)\d\d\b)\d+(?:\.\d+)?)\s?(?P<unit>%|per ?cent)?"
)
ABOVE = pattern_of(
    rf"\b(?:(?P<least>(?:at least|no (?:less|fewer|lower) than|not (?:less|below|under)(?: than)?|(?:met|meets?|"
    rf"meeting|reach\w*|achiev\w*|hit)(?: or (?:exceeded|beat))?))|"
    rf"(?P<above>above|over|more than|higher than|exceed\w*|beat|better than|greater than)|"
    rf"(?P<most>(?:at most|no (?:more|higher|greater) than|not (?:above|over|exceed\w*)))|"
    rf"(?P<below>below|under|less than|fewer than|lower than|short of|miss\w*|fail\w* to (?:meet|reach)))\s+{LIMIT}",
    re.I,
)
AT_LEAST = pattern_of(
    r"(?<![\d.])(?P<limit>(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?)\s?(?P<unit>%|per ?cent)? or (?P<or>more|higher|above|"
    r"over|better|"
    r"less|lower|below|under|fewer)\b",
    re.I,
)
BUT = pattern_of(
    r"\W*(?:apart from|except(?: for| in| at| on)?|but|bar|other than|excluding|with the exception of)\b", re.I
)
FEW = pattern_of(rf"\s*({WORDS})\b(?! [a-z]+ing)", re.I)
PART = pattern_of(
    r"\b(?:(?P<most>most|(?:a |the )?majority)(?: of (?:the|our|these))?|(?P<part>half|(?:a|one|two|three|"
    r"four)[ -](?:thirds?|quarters?|fifths?)))"
    r"(?: of)?(?: the| our| these| all)? (?P<noun>[a-z’'-]+)\b",
    re.I,
)
HALF = pattern_of(
    r"\b(?P<more>more than half|over half|(?:a |the )?majority|most)\b|\b(?P<less>(?:less|fewer|"
    r"under) (?:than )?half|a minority)\b",
    re.I,
)
SIDE = pattern_of(r"\b(?:(?P<up>higher|more|greater|better|larger)|(?P<down>lower|less|fewer|smaller|worse))\b", re.I)
GRADE = pattern_of(
    r"\b(?:rated|judged|graded|found|assessed as|received|given|got|awarded|an opinion of|a rating of|"
    r"(?:were|was|is|are|be|been)(?! (?:rated|judged|graded|found|assessed|given|awarded|the|one|all|only|"
    r"also)\b))\s+(?:to be |as |an? )?"
    r"(?P<what>[a-z][a-z ]{2,40}?)(?= or (?:better|above|higher)\b|[.,;:)]|$| (?:overall|at|in|for|when|by)\b)"
    r"(?P<up> or (?:better|above|higher))?",
    re.I,
)


GROUPS = pattern_of(
    r"\b(?:teams?|sites?|areas?|services?|wards?|schools?|homes?|units?|departments?|directorates?|centres?|regions?|"
    r"groups?|districts?|hospitals?|practices?|quarters?|months?|years?|weeks?|terms?|offices?|branches)$",
    re.I,
)
TIMES = pattern_of(r"\b(?:seconds|minutes|hours|days|nights|weeks|months|years|quarters)$", re.I)
DEFINITE = pattern_of(
    r"\b(?:the|these|those|our|all|other|every|each|first|last|next|top|bottom|past|of|than|over|under|"
    r"least|most|only in)\s+$",
    re.I,
)


@dataclass(frozen=True)
class Who:
    """How many rows are said to be so: at least and at most, with the words."""

    least: int
    most: int
    start: int
    end: int
    without: tuple[int, ...] = ()


def check(context: Context) -> Iterator[Finding]:
    """Each quantified sentence whose noun heads the rows or the columns of a table."""
    return by_statement(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    for sheet in (remark.sheet, lies(remark.sheet)):
        rows = ranked_rows(sheet)
        if len(rows) < 2:
            continue
        for who in _who(remark, sheet, len(rows)):
            low, high = remark.clause(who.start)
            results = holding(remark, sheet, rows, (low, high))
            if not results or re.search(r"\bthan (?:in|at|for|on|those|the)\b", remark.text[low:high]):
                continue  # nothing of the kind, or set against another column
            right = [each for each in results if _is_so(who, each[0])]
            verdict: Verdict = "ok" if right else "wrong"
            held, why = (right or results)[0]
            yield remark.finding(CODE, verdict, (low, high), f"{len(held)} of {len(rows)}", why)
            return


def _is_so(who: Who, held: frozenset[int]) -> bool:
    """Whether as many rows hold as are told; those that are left out by name don't."""
    if who.without:
        return held.isdisjoint(who.without) and len(held) == who.least
    return who.least <= len(held) <= who.most


@lru_cache(maxsize=4096)
def _counted_in(text: str) -> tuple[re.Match[str], ...]:
    """Kept: a sentence is put to several tables, each both ways round."""
    return tuple(WHO.finditer(text))


def _who(remark: Remark, sheet: Sheet, number: int) -> Iterator[Who]:
    for found in _counted_in(remark.text):
        said = found["m"] or found["m2"] or found["m3"]
        kind = is_kind(sheet, found["noun"]) or (said is not None and whole(said) == number and found["n"] is None)
        if said is not None and whole(said) != number and found["noun"]:
            continue
        bare = found["n"] is not None and found["m3"] is None
        if sheet.turned and not kind and ABOVE.search(remark.text):
            kind = bool(GROUPS.search(found["noun"]))
        if not kind or (bare and (TIMES.search(found["noun"]) or DEFINITE.search(remark.text[: found.start()]))):
            continue
        least, most = _between(found, number)
        without = _left_out(remark, sheet, found) if found["all"] and not found["but"] else ()
        behind = BUT.match(remark.text[found.end() :])
        if found["all"] and behind and (few := FEW.match(remark.text[found.end() + behind.end() :])):
            least = most = number - (whole(few[1]) or 0)
        if without:
            least = most = number - len(without)
        yield Who(least, most, found.start(), found.end(), without)
    yield from _parts(remark, sheet, number)


def _left_out(remark: Remark, sheet: Sheet, found: re.Match[str]) -> tuple[int, ...]:
    """ "Every site but Ayr": the rows named behind "but"."""
    but = BUT.match(remark.text[found.end() :]) or BUT.search(remark.text[found.end() :])
    names = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
    if not but:
        return ()
    low = found.end() + but.end()
    return tuple(dict.fromkeys(each.at for each in names if low <= each.start < low + 40))


def _parts(remark: Remark, sheet: Sheet, number: int) -> Iterator[Who]:
    """ "Half of the sites", "most sites", "two thirds of the sites"."""
    for found in PART.finditer(remark.text):
        if not is_kind(sheet, found["noun"]):
            continue
        if found["most"]:
            yield Who(number // 2 + 1, number, found.start(), found.end())
            continue
        exact = FRACTIONS.get((found["part"] or "").lower().replace("-", " "))
        if exact is not None:
            part = exact * number
            yield Who(math.floor(part), math.ceil(part), found.start(), found.end())


def _between(found: re.Match[str], number: int) -> tuple[int, int]:
    if found["all"]:
        rest = number - (whole(found["but"]) or 0) if found["but"] else number
        return rest, rest
    if found["none"] or found["any"]:
        return 0, 0
    exact = whole(found["n"]) or 0
    return exact, exact


def holding(remark: Remark, sheet: Sheet, rows: list[int], span: tuple[int, int]) -> list[tuple[frozenset[int], str]]:
    """For each sense of a sentence the rows that it holds for, with the figures."""
    text = remark.text[span[0] : span[1]]
    others = remark.columns if sheet.turned == remark.sheet.turned else remark.rows
    columns = within(others, *span) or within(others, 0, len(remark.text))
    limit = ABOVE.search(text) or AT_LEAST.search(text)
    if limit:
        return list(_by_limit(sheet, rows, text, limit, columns))
    if half := HALF.search(text):
        return list(_by_half(sheet, rows, half, columns))
    side = SIDE.search(text)
    if len(columns) == 2 and side:
        columns = _before_than(remark, others, columns)
    if len(columns) == 1 and side:
        senses = [_by_side(sheet, rows, side, columns[0], text, by) for by in ("share", "count")]
        if any(senses):
            return [each for each in senses if each]
    good, _ = grade_said(text)
    return list(_by_grade(sheet, rows, good, columns, remark.text)) if good else []


def _before_than(remark: Remark, others: Sequence[Named], columns: list[int]) -> list[int]:
    """ "More after the course than before": of two columns the one that stands before "than"."""
    than = remark.text.find(" than ")
    first = [each.at for each in others if each.start < than]
    return first[:1] if than > 0 and len(set(first)) == 1 else columns


def _by_limit(
    sheet: Sheet, rows: list[int], text: str, limit: re.Match[str], columns: list[int]
) -> Iterator[tuple[frozenset[int], str]]:
    bound = Decimal(limit["limit"])
    share = bool(limit["unit"]) or "%" in text
    for measure in measures(sheet, "share" if share else "", columns):
        if share != (measure.by == "share"):
            continue
        figures = {row: value(sheet, row, measure.column, measure.by) for row in rows}
        known = {row: each for row, each in figures.items() if each is not None}
        if len(known) == len(rows):
            held = frozenset(row for row, each in known.items() if _passes(each, bound, limit))
            yield held, _listed(sheet, rows, measure)


def _passes(figure: Decimal, bound: Decimal, limit: re.Match[str]) -> bool:
    said = limit.groupdict()
    if said.get("or"):
        return figure >= bound if re.search("more|higher|above|over|better", said["or"], re.I) else figure <= bound
    if limit["least"]:
        return figure >= bound
    if limit["above"]:
        return figure > bound
    return figure <= bound if limit["most"] else figure < bound


def _by_half(
    sheet: Sheet, rows: list[int], half: re.Match[str], columns: list[int]
) -> Iterator[tuple[frozenset[int], str]]:
    for measure in measures(sheet, "share", columns):
        figures = {row: value(sheet, row, measure.column, "share") for row in rows}
        known = {row: each for row, each in figures.items() if each is not None}
        if measure.by == "share" and len(known) == len(rows):
            held = frozenset(row for row, each in known.items() if (each > 50 if half["more"] else each < 50))
            yield held, _listed(sheet, rows, measure)


def _by_side(
    sheet: Sheet, rows: list[int], side: re.Match[str], column: int, text: str, by: str
) -> tuple[frozenset[int], str] | None:
    """ "In every centre it was lower in the new group": of two columns, the one named against the other."""
    alike = [at for at, kind in enumerate(sheet.kinds) if kind == sheet.kinds[column]]
    if len(alike) != 2 or sheet.kinds[column] not in ("both", "share"):
        return None
    other = alike[0] if alike[1] == column else alike[1]
    pairs = [(row, value(sheet, row, column, by), value(sheet, row, other, by)) for row in rows]
    known = [(row, a, b) for row, a, b in pairs if a is not None and b is not None]
    # "Better than in 2022": the column named is the one that it is set against.
    than = text.find(" than ", side.end())
    against = [each for each in named_in(text[than:], sheet.heads) if each.at == column] if than > 0 else []
    up = bool(side["up"]) != bool(against)
    if len(known) < len(pairs) or (re.search("better|worse", side.group(), re.I) and BAD_THING.search(text)):
        return None
    held = frozenset(row for row, a, b in known if (a > b if up else a < b))
    return held, _listed(sheet, rows, Measure(column, by))


def _by_grade(
    sheet: Sheet, rows: list[int], good: frozenset[str], columns: list[int], text: str
) -> Iterator[tuple[frozenset[int], str]]:
    """Rows whose words are the grade that is told, or a better one."""
    for column in worded_columns(sheet, columns, text):
        words = {row: sheet.texts[row][column].strip().lower() for row in rows}
        if all(word in BEST_FIRST for word in words.values()):
            listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][column]}" for row in rows)
            yield frozenset(row for row in rows if words[row] in good), f"{sheet.heads[column]}: {listed}"


def grade_said(text: str) -> tuple[frozenset[str], tuple[int, int]]:
    """The grades that a sentence says something was given, and where."""
    for found in GRADE.finditer(text):
        if good := grades_of(found["what"], bool(found["up"])):
            return good, found.span()
    return frozenset(), (0, 0)


def grades_of(words: str, better: bool) -> frozenset[str]:
    """The grades that words say: "good or outstanding", "good or better"; none where they say no grade.

    >>> sorted(grades_of("good or outstanding", False))
    ['good', 'outstanding']
    """
    names = [each.strip().lower() for each in re.split(r",| or | and ", words) if each.strip()]
    better = better or "better" in names
    names = [name for name in names if name != "better"]
    if not names or not all(name in BEST_FIRST for name in names):
        return frozenset()
    lowest = max(BEST_FIRST.index(name) for name in names)
    return frozenset(BEST_FIRST[: lowest + 1] if better else names)


def worded_columns(sheet: Sheet, columns: Sequence[int], text: str) -> list[int]:
    """The columns of words that a sentence means: those named, the overall one, or all."""
    worded = [at for at, kind in enumerate(sheet.kinds) if kind == "words"]
    named = [at for at in columns if at in worded]
    overall = [
        at for at in worded if re.search(r"\boverall\b|\bjudge?ment\b|\brating\b|\bgrade\b", sheet.heads[at], re.I)
    ]
    return named or (overall if "overall" in text.lower() or len(overall) == 1 and len(worded) > 1 else worded)


def _listed(sheet: Sheet, rows: list[int], measure: Measure) -> str:
    figures = [(sheet.labels[row], sheet.cells[row][measure.column]) for row in rows]
    listed = ", ".join(f"{label} {figure.text}" for label, figure in figures if figure)
    return f"{sheet.heads[measure.column]}: {listed}"
