"""A target or a limit that a sentence says was met, missed or passed: by its figure, or by the column that holds it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.limit_words import is_of_those_who_met
from looped.checker.measures import Measure, measures
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, value
from looped.checker.sheets.sheet import Sheet
from looped.checker.worth import more_is_better

ONE_WORD = (
    r"(?:target|standard|threshold|benchmark|goal|limit|ceiling|tolerance|tolerable [a-z]+(?: [a-z]+)?|budget|"
    r"maximum|minimum|mark|bar|requirement|(?:expected|required|agreed) (?:level|rate|score))"
)
WORD = rf"{ONE_WORD}s?"
PASSIVE = (
    r"(?:is|was|were|been|be) (?P<no>not |never )?(?P<verb>met|reached|achieved|attained|hit|exceeded|breached|"
    r"missed|passed|beaten)"
)
ACTIVE = (
    r"(?P<verb2>met|meets?|meeting|reach\w*|achiev\w*|attain\w*|hit|exceed\w*|breach\w*|miss\w*|pass\w*|beat|"
    r"(?:fell |fall |falling |were |was |ran |came |finished |ended |stood |is |are )?(?:short of|below|under|above|"
    r"over|"
    r"within|behind|ahead of)|"
    r"fail\w* to (?:meet|reach|hit|achieve)|(?:is|are|was|were|finished|ended|came in) on(?= target| or above target))"
)
# "It was met", "both reached this", "fell short": of a figure that was told before.
ENDS = r"(?=\s*(?:[.,;:)]|$)|\s(?:in|on|for|at|by|and|but|while|throughout|too|as well)\b)"
SHORT = (
    r"\b(?P<verb4>met|reached|achieved|attained|hit|exceeded|breached|missed|passed|beat|"
    r"(?:fell|were|was|came|stood|finished) (?:short of|below|under|above|over)|"
    r"fail(?:ed|s) to (?:meet|reach|hit|achieve)) "
    rf"(?P<this>(?:it|this|that|them)(?: (?:figure|number|level|mark|bar))?){ENDS}|\b(?P<verb5>(?P<bare>fell short|"
    rf"got there|passed|failed)){ENDS}"
)
SAID = pattern_of(
    rf"\b{WORD}\b[^.;:]{{0,60}}?\b{PASSIVE}\b|\b{ACTIVE} (?:the |its |their |our |that |this |a )?"
    rf"(?:[a-z’'-]+ |\d+(?:\.\d+)?%? ){{0,3}}?{WORD}\b|"
    # "The one target missed was that for ...".
    rf"\b{WORD} (?:(?:that|which) (?:was|were) )?(?P<no3>not )?(?P<verb6>met|reached|achieved|hit|exceeded|"
    rf"breached|missed)"
    rf"(?= (?:was|were|is|are|being|concerned|concerns)\b)|"
    rf"\b(?P<it>it) {PASSIVE.replace('<no>', '<no2>').replace('<verb>', '<verb3>')}\b|{SHORT}",
    re.I,
)
FIGURE = pattern_of(
    # "Weakest on standard 4": which one it is, and no figure.
    rf"\b{ONE_WORD}\b(?:(?<!standard)|(?! \d{{1,2}}(?![\d.,]*\s?(?:%|per ?cent))))(?:(?!\bby\b)[^.;:%\d]){{0,40}}?"
    r"(?<!£)(?<!cycle )(?<!round )(?<!audit )(?<!wave )(?<!phase )(?<!quarter )(?<!ward )(?<!site )(?<!year )"
    r"(?P<a>(?!0+\b)\d+(?:\.\d+)?)(?![,.]?\d)\s?"
    rf"(?P<unit>%|per ?cent)?|"
    rf"(?P<b>\d+(?:\.\d+)?)\s?(?P<unit2>%|per ?cent)?[- ](?:[a-z]+ ){{0,2}}?{ONE_WORD}\b",
    re.I,
)
ASKED = pattern_of(
    r"\b(?:(?:asks?|requires?|expects?|wants?|aims?|should|must)\b[^.;]{0,40}?\b(?:more than|at least|no fewer than|"
    r"over|above)|(?:asks?|aims?|looks?) for|requires?|expects?|wants?) (?P<n>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|"
    r"\b(?:was|were|is|are|had|has|have|should|"
    r"must) (?:to )?(?:[a-z]+ )?(?:at least )?(?P<n2>\d+(?:\.\d+)?)(?P<unit>\s?%)?(?=[;.])",
    re.I,
)
NO_BEFORE = pattern_of(r"\b(?:not|never|n[’']t)\s+(?:[a-z]+\s+){0,2}$", re.I)
VERBS = ("verb", "verb2", "verb3", "verb4", "verb5", "verb6")
SIDE = pattern_of(r"\b(?:below|under|above|over)\b", re.I)
STRICTLY = {"<=": ("<",), ">=": (">",)}
CEILING = pattern_of(r"\b(?:limit|ceiling|toleranc\w*|tolerable|budget|maximum)\b", re.I)

TIMED = pattern_of(
    r"\b(?:target|standard|aim|goal)\b[^.;:\d]{0,30}?(?P<n>\d+(?:\.\d+)?) (?:working )?(?:minutes|hours|"
    r"days|weeks|months)\b",
    re.I,
)
WELL_SPENT = pattern_of(
    r"\b(?:train\w*|study|studied|teach\w*|taught|volunteer\w*|exercise\w*|contact|taken up)\b", re.I
)
IN_ANY = pattern_of(r" (?:in|at|by|for|on) any\b", re.I)


SPENT = pattern_of(
    r"\b(?:(?P<over>overspen[dt]\w*|(?:went|ran|finished|ended|came in|were|was) over budget)|"
    r"(?P<under>underspen[dt]\w*|"
    r"(?:finished|ended|came in|were|was|stayed|kept) (?:under|within|below) budget))\b",
    re.I,
)


def spent(sheet: Sheet, rows: list[int], text: str) -> Iterator[tuple[frozenset[int], str]]:
    """The rows that went over or under what a table's one column of budgets gives them."""
    said = SPENT.search(text)
    targets = [at for at, kind in enumerate(sheet.kinds) if kind == "target"]
    results = [at for at, kind in enumerate(sheet.kinds) if kind == "count"]
    if not said or len(targets) != 1 or len(results) != 1 or NO_BEFORE.search(text[: said.start()]):
        return
    pairs = {row: (value(sheet, row, results[0], "count"), value(sheet, row, targets[0], "count")) for row in rows}
    known = {row: (a, b) for row, (a, b) in pairs.items() if a is not None and b is not None}
    if len(known) == len(rows):
        held = frozenset(row for row, (a, b) in known.items() if (a > b if said["over"] else a < b))
        listed = ", ".join(f"{sheet.labels[row]} {a} of {b}" for row, (a, b) in known.items())
        yield held, listed
        if re.search("within|stayed|kept", said.group(), re.I):
            yield held | {row for row, (a, b) in known.items() if a == b}, listed


def met(
    remark: Remark, sheet: Sheet, rows: list[int], span: tuple[int, int], columns: list[int]
) -> Iterator[tuple[frozenset[int], str]]:
    """For each measure of a table the rows that a target is said to be met or missed for, with the figures."""
    text = remark.text[span[0] : span[1]]
    said = SAID.search(text)
    number = _figure(remark) if said else None
    bounded = number is not None or bool(said and said["bare"] == "fell short" and sheet.kinds.count("target") == 1)
    points_back = bool(said and (said["it"] or said["this"] or said["bare"]) and bounded)
    if not said or not (points_back or re.search(WORD, remark.text, re.I)):
        return
    ceiling = bool(CEILING.search(_told_of(remark) if points_back else said.group())) or _is_most(remark, number)
    # "Not reached in any term": how many did is told as none, and what is asked is who did.
    sign = _sign(said, ceiling, bool(IN_ANY.match(text, said.end())), bool(NO_BEFORE.search(text[: said.start()])))
    named = measures(sheet, "", columns)
    for measure in [*named, *_other_rates(sheet, named, number)]:
        if number is None:
            bounds = _column(sheet, rows, measure.by)
        elif number[1] == (measure.by == "share"):
            bounds = dict.fromkeys(rows, number[0])
        else:
            continue
        own = {row: value(sheet, row, measure.column, measure.by) for row in rows}
        known = {row: each for row, each in own.items() if each is not None}
        if len(known) == len(rows) == len(bounds):
            listed = ", ".join(f"{sheet.labels[row]} {known[row]}" for row in rows)
            # "Two finished under budget and the others on it": whether equal is under, nobody says.
            for each in (sign, *STRICTLY.get(sign, ())) if SIDE.search(said.group()) else (sign,):
                held = frozenset(row for row in rows if _is_so(known[row], bounds[row], each))
                yield held, f"{sheet.heads[measure.column]} against {bounds[rows[0]]}: {listed}"


def _is_most(remark: Remark, number: tuple[Decimal, bool] | None) -> bool:
    """ "The target is 8.5 days": so long it may take at most, unless the days are spent on something good."""
    if number is None or number[1] or len(TIMED.findall(remark.paragraph.text)) != 1:
        return False
    scope = " ".join((remark.sheet.caption, *remark.sheet.heads))
    timed = TIMED.search(remark.paragraph.text)
    told = bool(timed and Decimal(timed["n"]) == number[0] and not WELL_SPENT.search(scope))
    return told and more_is_better(scope, timed=True) is not True


def _other_rates(sheet: Sheet, named: list[Measure], number: tuple[Decimal, bool] | None) -> list[Measure]:
    """Columns of rates beside the one that is named: "cases for each worker" of cases and of cases a worker.

    Only those that have figures on both sides of what is asked for.
    """
    found = []
    for measure in measures(sheet, "", ()) if number else ():
        figures = [row[measure.column] for row in sheet.cells if row[measure.column]]
        values = [each.value for each in figures if each]
        if measure not in named and number and sheet.kinds[measure.column] == "mean":
            found += [measure] if min(values) <= number[0] <= max(values) else []
    return found


def _told_of(remark: Remark) -> str:
    """The words that a figure which is pointed back at may stand in: the sentence and those before it."""
    around = (remark.sheet.caption, *remark.sheet.notes, *remark.sheet.heads)
    return remark.read.text[: remark.start + len(remark.text)] if FIGURE.search(remark.read.text) else " ".join(around)


def _sign(said: re.Match[str], ceiling: bool, in_any: bool, denied: bool) -> str:
    """What a figure is to the bound: ">=", ">", "<=" or "<". denied: whether a short form has a "not" before it."""
    verb = next(each for name in VERBS if (each := said[name])).lower()
    above = bool(re.match(r"exceed|breach|(?:[a-z]+ )?(?:above|over|ahead)\b", verb))
    if ceiling:
        sign = ">" if above or verb.startswith(("miss", "fail", "pass")) else "<="
        if re.search(r"below|under|within", verb):
            sign = "<="
    elif above:
        sign = ">"
    else:
        sign = "<" if re.search(r"miss|fail|short|below|under|behind", verb) else ">="
    no = said["no"] or said["no2"] or said["no3"] or (denied and (said["this"] or said["bare"]))
    return {">": "<=", "<=": ">", "<": ">=", ">=": "<"}[sign] if no and not in_any else sign


def _is_so(own: Decimal, bound: Decimal, sign: str) -> bool:
    return {">": own > bound, "<": own < bound, ">=": own >= bound, "<=": own <= bound}[sign]


def _figure(remark: Remark) -> tuple[Decimal, bool] | None:
    """The one figure that the sentence, else its paragraph, the caption and the notes give a target."""
    around = ". ".join((remark.sheet.caption, *remark.sheet.notes, *remark.sheet.heads))
    for text in (remark.text, remark.paragraph.text, around):
        told = {
            (Decimal(each["a"] or each["b"]), bool(each["unit"] or each["unit2"]))
            for each in FIGURE.finditer(text)
            if not is_of_those_who_met(text, *each.span())
        }
        if told:
            return told.pop() if len(told) == 1 else None
        if text == remark.paragraph.text and (asked := set(_asked(text))):
            return asked.pop() if len(asked) == 1 else None
    return None


def _asked(text: str) -> Iterator[tuple[Decimal, bool]]:
    """What words ask for: "80% is asked for", "each was to find 20"; and whether it is a share."""
    for each in ASKED.finditer(text):
        yield Decimal(each["n"] or each["n2"]), bool(each["n"] or each["unit"])


def _column(sheet: Sheet, rows: list[int], by: str) -> dict[int, Decimal]:
    """Each row's target, from the one column of targets; none of counts where the targets are shares."""
    targets = [at for at, kind in enumerate(sheet.kinds) if kind == "target"]
    if len(targets) != 1:
        return {}
    figures = {row: sheet.cells[row][targets[0]] for row in rows}
    if by == "count" and any(each.unit == "%" for each in figures.values() if each):
        return {}
    return {row: each.value for row, each in figures.items() if each}
