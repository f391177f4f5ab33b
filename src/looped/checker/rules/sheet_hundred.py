"""Rows or columns of shares that are each one whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph, Where
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent
from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.sheets.blocks import blocks_of
from looped.checker.sheets.sheet import SO_FAR, SUBTOTAL, Sheet, is_total

CODE = "sheet-hundred"
MESSAGE = "Where the rows or the columns of a table each add up to a hundred, all of them do."
GOOD = "Item\tYes\tNo\tUnsure\nFood\t60%\t30%\t10%\nRooms\t45%\t35%\t20%\nStaff\t80%\t15%\t5%"
BAD = "Item\tYes\tNo\tUnsure\nFood\t60%\t30%\t10%\nRooms\t45%\t35%\t20%\nStaff\t80%\t25%\t5%"

EACH_ROW = pattern_of(
    r"\brow (?:percentages?|shares?|per ?cent)\b|\b(?:each|every) row (?:adds?|sums?|totals?|makes?|comes?)\b|"
    r"\brows (?:add|sum|total|make)\b|% of (?:the )?row\b|\bread across\b",
    re.I,
)
ONE_EACH = pattern_of(
    r"\b(?:may|might|do|does|will|need) not (?:always |exactly )?(?:add up|add|sum|total|come)\b|"
    r"\b(?:one|a single) (?:answer|reply|response|source|reason|choice|option|category)\b"
    r"(?! (?:to|for|per|on) (?:each|every|all)\b)|\beach with one\b|"
    r"\b(?:every|each) [a-z]+ (?:has|had|got|was given|gave|is in|falls into) (?:only |exactly )?one\b|"
    r"\bone (?:answer|reply|grade|choice|reason|vote) (?:each|per|only|was)\b|\bcolumn percentages?\b|"
    r"\b(?:each|every)(?: [a-z]+)? (?:gave|chose|picked|ticked|marked) (?:only |just )?one\b(?! or\b)|"
    r"\bsingle[- ](?:response|answer|choice|code|option|select\w*)\b|"
    r"\b(?:tick|choose|pick|select|mark|give|circle)(?:ed|en|s)?,? (?:just |only |no more than )?one(?: only| "
    r"box| answer|"
    r" option|\W*$|[).;,])|\b(?:each|every|all)\b[^.;:\d]{0,30} (?:only |just |exactly )?(?:one|a single) "
    r"(?:grade|rating|group|band|outcome|result|score|cause|type|kind)\b",
    re.I,
)
SEVERAL = pattern_of(
    r"\bmore than one\b|\bseveral\b|\bmultiple\b|\ball that appl|\bexceed\b|\bup to (?:two|three|five)\b|\bas many\b|"
    r"\bany number\b|\bmore than 100\b",
    re.I,
)
# "Each home was given one overall rating.", "Owners chose one answer.": before a table of these.
GIVEN_ONE = pattern_of(
    r"\b(?:given|assigned|chose|choose|recorded|allotted|awarded|placed in|put in|received|gave|"
    r"allocated)\b[^.;:]{0,40}"
    r"\b(?:one|a single|only one) (?:[a-z-]+ ){0,2}?(?:answers?|responses?|options?|grades?|ratings?|codes?|opinions?|"
    r"outcomes?|categor(?:y|ies)|groups?|reasons?|judgements?|bands?|causes?|results?)\b(?! or more| (?:to|for|per|"
    r"on) (?:each|every|all))",
    re.I,
)
# Answers in their degree, from one end to the other, with the one in the middle.
DEGREE = pattern_of(
    r"^(?:(?:strongly|tend to|slightly|somewhat|mostly|definitely|probably) )?(?:dis)?agree(?: (?:strongly|slightly|"
    r"a little))?$|^(?:very|fairly|quite|somewhat|a little|not very|not at all|not so|extremely|rather|totally|"
    r"completely)"
    r" [a-z]+$|^(?:very|fairly|quite|rather) (?:un|dis|in)[a-z]+$"
)
MIDDLE = pattern_of(
    r"^(?:neither(?: .*)?|neutral|no (?:opinion|view|feeling.*)|don[’']?t know|not sure|unsure|undecided|mixed|"
    r"in between|no answer|not stated)$"
)
LEAST_OF_IT = re.compile(r"^(?:strongly disagree|disagree(?: strongly)?|not at all [a-z]+|very (?:un|dis|in)[a-z]+)$")
MOST_OF_IT = re.compile(r"^(?:strongly agree|agree(?: strongly)?|(?:very|extremely|completely) (?!un|dis|in)[a-z]+)$")
NOT_SHOWN = pattern_of(
    r"\b(?:not (?:shown|listed|included|given here)|omitted|excluded|left out|excluding|excludes)\b", re.I
)
MONEY = pattern_of(r"\b(?:income|spend(?:ing)?|expenditure|budget|costs?|funding|sales|turnover|outlay)\b", re.I)
OTHER = pattern_of(r"^(?:all )?(?:others?|the rest|everything else|miscellaneous|sundr\w+)\b", re.I)
NEAR = 15
FEWEST, LEAST_ROWS, FAR = 2, 2, 40


def check(context: Context) -> Iterator[Finding]:
    """Each table of shares, by rows and by columns."""
    for placed in context.sheets:
        sheet = placed.sheet
        behind = [
            block.text
            for block in context.document.blocks[max(0, placed.place - 2) : placed.place + 2]
            if isinstance(block, Paragraph)
        ]
        ahead = [
            e.text for e in context.document.blocks[max(0, placed.place - 2) : placed.place] if isinstance(e, Paragraph)
        ]
        said = [*filter(ONE_EACH.search, behind), *filter(GIVEN_ONE.search, ahead)]
        words = " ".join((sheet.caption, *sheet.notes, sheet.corner, *said))
        if SEVERAL.search(words):
            continue
        rows = [
            (sheet.labels[row], each, sheet.where(row, None)) for row in sheet.parts if (each := _across(sheet, row))
        ]
        if any(NOT_SHOWN.search(each) for each in behind):
            sheet = replace(sheet, notes=(*sheet.notes, *behind))
        told = list(_lines(sheet, rows, bool(EACH_ROW.search(words)))) or list(_lines(sheet, _answers(sheet), True))
        yield from told
        if not told:
            named = bool(ONE_EACH.search(words) or GIVEN_ONE.search(words)) or _is_of_one_sum(sheet)
            columns = [
                (sheet.heads[column], each, sheet.where(None, column))
                for column in range(len(sheet.heads))
                if (each := _down(sheet, column))
            ]
            yield from _lines(sheet, columns, named or _is_hundred(sheet) or _is_scale(sheet, columns))


def _across(sheet: Sheet, row: int) -> list[Percent]:
    """The shares of a row of shares alone, its total left out."""
    columns = [
        c for c in range(len(sheet.heads)) if sheet.kinds[c] in ("share", "both") and not is_total(sheet.heads[c])
    ]
    if any(kind in ("change", "target", "mean", "words") for kind in sheet.kinds):
        return []
    return _whole([sheet.share_at(row, column) for column in columns])


def _answers(sheet: Sheet) -> list[tuple[str, list[Percent], Where]]:
    """The rows by those columns of shares side by side that make a hundred in all rows but one, others standing by.

    "Agree", "Neither" and "Disagree", and behind them how many agreed last year.
    """
    shares = [at for at, kind in enumerate(sheet.kinds) if kind in ("share", "both")]
    rows = [row for row in range(len(sheet.labels)) if sum(bool(sheet.share_at(row, at)) for at in shares) > 1]
    runs = [shares[low:high] for low in range(len(shares)) for high in range(low + FEWEST, len(shares) + 1)]
    for run in sorted(runs, key=len, reverse=True):
        told = [(row, [part for at in run if (part := sheet.share_at(row, at))]) for row in rows]
        full = [each for each in told if len(each[1]) == len(run)]
        right = sum(abs(_sum(parts) - 100) <= _slack(parts) for _, parts in full)
        if run[-1] - run[0] < len(run) and right > LEAST_ROWS - (len(run) > FEWEST) and right >= len(full) - 1:
            return [(sheet.labels[row], parts, sheet.where(row, None)) for row, parts in full]
    return []


def _down(sheet: Sheet, column: int) -> list[Percent]:
    """The shares of a column, in the rows that are parts."""
    if sheet.kinds[column] not in ("share", "both") or _is_of_rows(sheet, column):
        return []
    rows = [row for row in sheet.parts if not SUBTOTAL.search(sheet.labels[row])]
    if blocks_of(sheet) or SO_FAR.search(sheet.heads[column]):
        return []  # a hundred in each of them
    whole = sheet.share_at(sheet.total, column) if sheet.total is not None else None
    if whole and abs(whole.value - 100) > 1:
        return []  # each row's share is of its own, and so is that of all
    return _whole([sheet.share_at(row, column) for row in rows])


def _is_of_rows(sheet: Sheet, column: int) -> bool:
    """Whether the whole itself has another share than a hundred: then each row's is of what the row counts."""
    whole = sheet.share_at(sheet.total, column) if sheet.total is not None else None
    return whole is not None and abs(whole.value - 100) > 2


def _whole(shares: Sequence[Percent | None]) -> list[Percent]:
    given = [each for each in shares if each]
    return given if len(given) == len(shares) and len(given) > 2 else []


def _is_scale(sheet: Sheet, columns: Sequence[tuple[str, list[Percent], Where]]) -> bool:
    """Whether the rows are the answers to one question, each in its degree, and one of several columns is a whole."""
    labels = [sheet.labels[row].strip().lower() for row in sheet.parts]
    graded = sum(label in BEST_FIRST for label in labels)
    ends = [word for label in labels for word in label.split()[-1:]]
    agreed = {word for word in ends if word.endswith(("agree", "satisfied", "likely", "easy"))}
    sums = [_sum(shares) for _, shares, _ in columns]
    near = all(abs(each - 100) <= NEAR for each in sums)
    if sums and all(_is_whole_scale(sheet, labels, each) for each in sums):
        return True
    if len(sums) == 1:
        return abs(sums[0] - 100) <= 2 * NEAR and graded == len(labels)
    return near and bool(sums) and (graded >= 3 or len(agreed) == 2)


def _is_whole_scale(sheet: Sheet, labels: Sequence[str], summed: Decimal) -> bool:
    """Whether every row is an answer in its degree, both ends and, where they fall short, the middle among them."""
    known = all(DEGREE.match(label) or MIDDLE.match(label) for label in labels)
    ends = all(any(end.match(label) for label in labels) for end in (LEAST_OF_IT, MOST_OF_IT))
    middle = any(MIDDLE.match(label) for label in labels)
    return known and ends and (summed >= 100 or middle) and abs(summed - 100) <= 2 * NEAR


def _is_of_one_sum(sheet: Sheet) -> bool:
    """Whether one column tells the shares of a sum of money, with a row for all the rest."""
    words = " ".join((sheet.caption, sheet.corner, *sheet.heads))
    rest = any(OTHER.match(label.strip()) for label in sheet.labels)
    return rest and len(sheet.heads) == 1 and bool(MONEY.search(words)) and sheet.total is None


def _is_hundred(sheet: Sheet) -> bool:
    """Whether a total row prints a hundred."""
    if sheet.total is None:
        return False
    shares = [sheet.share_at(sheet.total, column) for column in range(len(sheet.heads))]
    return any(each.value == 100 for each in shares if each)


def _lines(sheet: Sheet, lines: list[tuple[str, list[Percent], Where]], named: bool) -> Iterator[Finding]:
    """Those that miss a hundred, where the words say that none may or most of several don't."""
    sums = [(_sum(shares), _slack(shares)) for _, shares, _ in lines]
    right = [abs(summed - 100) <= slack for summed, slack in sums]
    believed = named or (len(lines) > 2 and sum(right) >= len(lines) - 1)
    if not believed or not any(right) and len(lines) > 1 and not (named and _changed_places(sums)):
        return
    for (label, shares, where), (summed, slack), fit in zip(lines, sums, right, strict=True):
        if abs(summed - 100) > FAR and sum(right) < max(LEAST_ROWS, len(right) - 1):
            continue  # of another kind
        if summed < 100 and NOT_SHOWN.search(" ".join((sheet.caption, sheet.corner, *sheet.notes))):
            continue
        verdict: Verdict = "ok" if fit else "wrong"
        terms = " + ".join(str(each.value) for each in shares)
        why = f"{terms} = {summed}; rounding explains at most {slack} off 100"
        slip = f"hundred/{sheet.table.title}/{label}"
        yield Finding(CODE, verdict, where, label, f"{summed}%", "100%", why, slip, "likely")


def _changed_places(sums: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether what one line has above a hundred another has below it: two of their figures have changed places."""
    misses = [summed - 100 for summed, _ in sums]
    return (
        len(misses) == FEWEST
        and abs(sum(misses, Decimal(0))) <= max(slack for _, slack in sums)
        and abs(misses[0]) <= FAR
    )


def _sum(shares: Sequence[Percent]) -> Decimal:
    return sum((each.value for each in shares), Decimal(0))


def _slack(shares: Sequence[Percent]) -> Decimal:
    """Half a last digit each: what rounding can come to, however seldom it does."""
    return sum((Decimal(1).scaleb(-each.decimals) / 2 for each in shares), Decimal(0))
