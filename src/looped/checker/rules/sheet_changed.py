"""What is said to have risen, fallen, doubled or halved between two columns of a table, or a row's total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import FELL, IMPROVED, NEXT, ROSE, WORSENED
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import BY_NUMBER, BY_SHARE
from looped.checker.numbers import WORDS, whole
from looped.checker.other_subject import is_of_the_next
from looped.checker.pairs import ONE_BEFORE
from looped.checker.patterns import pattern_of
from looped.checker.phrases import BUT, ONLY
from looped.checker.remarks import BAD_THING, OF_CHANGES, Remark, lies, value, within
from looped.checker.saying import OF_A_FRACTION, said_in
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet, in_time, is_time
from looped.checker.sheets.then_now import in_two_times
from looped.checker.summaries import by_any_table

CODE = "sheet-changed"
MESSAGE = "What rose, fell, doubled or halved between two columns did so in the table."
GOOD = "Item\t2021\t2023\nLetters\t40\t82\nCalls\t60\t45\nVisits\t50\t55\n\nLetters doubled, and calls fell."
BAD = "Item\t2021\t2023\nLetters\t40\t82\nCalls\t60\t45\nVisits\t50\t55\n\nOver the two years calls rose."

UP, DOWN = rf"{ROSE}|up(?! to\b){NEXT}|jumped|leapt", rf"{FELL}|down{NEXT}|dipped"
GOOD_WORD = rf"{IMPROVED}|got better|strengthened"
BAD_WORD = rf"{WORSENED}|got worse|slipped|weakened"
MOVED = pattern_of(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<good>{GOOD_WORD})|(?P<bad>{BAD_WORD}))(?:(?<= )|(?!\w))", re.I
)
TIMES = pattern_of(
    r"\b(?:(?P<n2>doubl\w+|twofold)|(?P<n3>trebl\w+|tripl\w+|threefold)|(?P<n4>quadrupl\w+|fourfold)|"
    r"(?P<half>halv(?:ed|ing)|(?:fell|dropped|down|cut|reduced) by half))\b",
    re.I,
)
LOOSE = pattern_of(
    r"\b(?:more than|over|nearly|almost|about|around|roughly|close to|just over|just under|less than)\s+$", re.I
)
THEN_TOO = pattern_of(
    r"\b(?:and|then|before|but) (?:then |again |later |it )?(?:(?:was|were|is|stood) (?:back|up|down|at)|came back|"
    r"went|"
    r"[a-z]{3,}(?:ed|ing)|rose|fell|grew|rising|falling)\b",
    re.I,
)
BEYOND = pattern_of(r"\b(?:more than|over) $", re.I)
BY = pattern_of(
    rf"\b(?:{UP}|{DOWN}|{GOOD_WORD}|{BAD_WORD}|changed?|moved)\b(?: [a-z]+){{0,3}}? by (?:just |only |about |some )?"
    rf"(?P<n>\d[\d,]*(?:\.\d+)?|{WORDS})\b\s?(?P<unit>%|per ?cent(?:age)?(?: points?)?|percentage points?|"
    rf"points?|times|years|"
    r"months|days)?(?! (?:to|in|out of)\b)",
    re.I,
)
# "And sales by 20%": as it is said of the first.
BY_TOO = pattern_of(
    rf" by (?:just |only |about |some )?(?P<n>\d[\d,]*(?:\.\d+)?|{WORDS})\b\s?"
    rf"(?P<unit>%|per ?cent(?:age)?(?: points?)?|percentage points?|points?)?(?! (?:to|in|out of)\b)",
    re.I,
)
# "A 25% fall in orders": of what stands right behind it.
FALL_IN = pattern_of(
    r"\b(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|per ?cent(?:age)?(?: points?)?|percentage points?|points?) "
    r"(?:fall|drop|decrease|reduction|decline|rise|increase|growth|cut|improvement)s? in (?:the )?(?:number of )?",
    re.I,
)
# "Fell by 25% and 20% respectively".
RESPECTIVELY = pattern_of(
    rf"\b(?:{UP}|{DOWN}) by (?:\d[\d,.]*(?:%| per ?cent| points?| percentage points?)?(?:, (?:and )?| and )){{1,3}}"
    r"\d[\d,.]*(?:%| per ?cent| points?| percentage points?)?,? respectively\b",
    re.I,
)
SIZE = re.compile(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)(?P<unit>%| per ?cent| percentage points?| points?)?(?=,? and|, |,? respectively)", re.I
)
BY_A_PART = pattern_of(
    rf"(?:\b(?:(?P<up>{UP})|(?P<down>{DOWN}))| (?=by (?:[a-z]+ ){{0,3}}[a-z]*(?:hal|thi|quar|fif|ten))) ?by ", re.I
)
JOINED = pattern_of(r"(?:,|,? (?:and|or))(?: the| their| its)? ", re.I)
AND = pattern_of(r"(?:\b(?:and|but|while|whereas)|[,;])(?: (?:the|those of|that of|our|its))? $", re.I)
WHEN = pattern_of(r", (?:when|while|as|although|though)\b")
THEIRS = pattern_of(r"\b(?:their|its|these|those|they|it)\b[^.;,\d]{0,30}$", re.I)
TOTAL = pattern_of(r"\b(?:total|overall|across|altogether|number|figure|all)\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|never|no longer|neither|nor|no|nobody|no[- ]one|n[’']t|if|whether|(?<!more )(?<!less )than|expected to|"
    r"target)\s+(?:\w+\s+){0,2}$",
    re.I,
)
SINCE = pattern_of(r"^\W*(?:[a-z]+ ){0,3}?(?:since|compared with|on|against|relative to)\b", re.I)
FROM_THEN = pattern_of(rf"\bfrom (?:{ONLY})?[£$€]?\d[\d,.]*%? (?:in|at|for|on|during) (?:the )?$", re.I)
THIS = re.compile(r"\b(?:this|next) $")
TO_NOW = pattern_of(rf"(?: [a-z]+)? to (?:{ONLY})?[£$€]?\d", re.I)
# "Apart from Ayr, every site improved": of Ayr it isn't said.
LEFT_OUT = pattern_of(
    r"\b(?:apart from|except(?:ing)?(?: for| in| at)?|other than|but for|bar|aside from|exception of|"
    r"excluding|(?:every|each|all|everywhere|no|none)(?: (?!and\b)[a-z’'-]+){0,4} but)\s+(?:the )?$",
    re.I,
)
BUT_ONE = pattern_of(rf"[^.;]{{0,30}}?\b(?:every|each|all) [a-z]+ (?:{BUT})\b", re.I)
ON_SO_MANY = pattern_of(
    rf" (?:on|in|at|for) (?:only |just )?(?:{WORDS}|\d+|all|both|most|each|some) (?:but|of)\b", re.I
)
EXCEPT = pattern_of(r"[^.;]{0,60}?\b(?:except(?:ing)?|apart from|other than|but for|save)\b", re.I)
# "Where it stayed"; "down to 12 files".
OF_IT = pattern_of(
    r"\b(?:it|they|the (?:number|figure|total|count)) (?:(?:has|have|had|was|were|is|are|been|then|again) )*$", re.I
)
A_NUMBER_OF = pattern_of(rf"\b(?:a single|just one|\d[\d,]*|{WORDS}) (?:[a-z’'-]+ )?$", re.I)
AS_NOUN = pattern_of(
    r"\b(?:the|this|that|an?) (?:[\w’'-]+ ){2,3}$|"
    r"\b(?:larger|bigger|greater|smaller|steeper|sharper|further|similar|equal) $",
    re.I,
)
NOUN = re.compile(r"(?:rise|increase|fall|drop|decrease|decline)s?", re.I)
# What a table of one column tells of, without its name.
GENERIC = pattern_of(
    r"^\W*(?:(?:then|again|overall|in [a-z]+),? )?(?:it|this|(?:the |our |its )?(?:performance|compliance|figures?|"
    r"rates?|"
    r"shares?|results?|scores?|numbers?|proportions?|percentage)) $",
    re.I,
)
OTHERS = pattern_of(r"\b(?:others?|rest|everything else|everywhere else|remaining)\b", re.I)
FAR = 12  # from "and" to its movement
# "Three years": what they come to.
ALL_TIMES = re.compile(rf"(?:all )?(?:{WORDS}|\d+) (?:years|quarters|months|weeks|terms)", re.I)
OTHER_ONES = pattern_of(rf"\b(?:the|all) (?:other|remaining) (?P<n>{WORDS}|\d+)\b", re.I)
OF_NUMBERS = pattern_of(r"(?:the )?(?:numbers?|count|no\.?|cases)$", re.I)
HELPING = re.compile(r" (?:(?:has|have|had|was|were|been|also|then|both|steadily|only|kept|kept on|went on) )*")
OTHERWISE = pattern_of(
    r"\b(?:which|whose|that(?! (?:for|of|in|at|on)\b)|biggest|largest|greatest|most|least|smallest|fastest)\b", re.I
)
# "The rent rise cannot explain it all": a thing that is spoken of, and nobody says that a row rose.
AS_A_THING = pattern_of(
    r" (?:can(?:not)?|could|may|might|does|do|would|explains?|explained|accounts?|accounted)\b", re.I
)
OF_TOTAL = pattern_of(r"\b(?:total|overall|across|altogether|number)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each movement of a row that a sentence names, or of all together, between two columns that are times."""
    return by_any_table(context, _of, MOVED, TIMES, BY, FALL_IN, RESPECTIVELY, BY_A_PART)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet if is_time(_plain_heads(remark.sheet)) else lies(remark.sheet)
    if not is_time(_plain_heads(sheet)):
        # "Met | % | % last year": of what it tells at two times.
        for each in in_two_times(remark.sheet):
            if is_time(each.heads):
                yield from _of(replace(remark, sheet=each))
        return
    subjects = remark.rows if sheet is remark.sheet else remark.columns
    times = remark.columns if sheet is remark.sheet else remark.rows
    for found in [*MOVED.finditer(remark.text), *TIMES.finditer(remark.text)]:
        if AS_A_THING.match(remark.text[found.end() :]):
            continue
        if stretch := _stretch(remark, times, found):
            may = [each for each in subjects if _may_have_moved(remark, each, found)]
            yield from _moved(remark, sheet, may, times, found, *stretch)
    told = [] if OF_CHANGES.search(remark.text) else list(BY.finditer(remark.text))
    told = [each for each in told if not OF_A_FRACTION.match(remark.text, each.end("n"))]
    for found in told:
        yield from _by_so_many(remark, sheet, subjects, times, found)
    for found in BY_TOO.finditer(remark.text, told[0].end()) if told else ():
        if not any(each.start() <= found.start("n") < each.end() for each in told):
            yield from _by_as_many(remark, sheet, subjects, times, found)
    for found in RESPECTIVELY.finditer(remark.text):
        yield from _in_their_order(remark, sheet, subjects, times, found)
    for found in BY_A_PART.finditer(remark.text) if not OF_CHANGES.search(remark.text) else ():
        yield from _by_part(remark, sheet, subjects, times, found)
    for found in FALL_IN.finditer(remark.text):
        own = [each for each in subjects if each.whole and each.start == found.end()]
        if len(own) == 1 and LOOSE.search(remark.text[: found.start("n")]) is None:
            yield from _by(remark, sheet, own[0].at, _columns(sheet, within(times, 0, len(remark.text))), found)


def _stretch(remark: Remark, times: Sequence[Named], found: re.Match[str]) -> tuple[tuple[int, int], bool] | None:
    """The clause of a word of movement, and whether it is a second movement; None where the word is of no row."""
    low, high = remark.clause(found.start())
    # "Doubled from May to June and then fell in July": of the second its own time.
    then = [each.start() for each in THEN_TOO.finditer(remark.text, low, high)]
    low = max([each for each in then if each <= found.start() <= each + FAR], default=low)
    if low in then and not within(times, low, high) and within(times, 0, low):
        return None  # "and then fell to 47 in the last": of a time that no label tells
    if any(each.whole and each.start <= found.start() < each.end for each in (*remark.rows, *remark.columns)):
        return None  # a word of a name
    if AS_NOUN.search(remark.text[: found.start()]) and NOUN.fullmatch(found.group()):
        return None  # "the spring rent rise cannot explain it": what the movement is of, and no statement
    if DENIED.search(remark.text[: found.start()]) or OTHERWISE.search(remark.text[low:high]):
        return None
    return (low, high), low in then


def _may_have_moved(remark: Remark, each: Named, found: re.Match[str]) -> bool:
    """Whether a name may be of what moved: orders are not in "fell back in May, when orders were at their highest"."""
    behind = each.start > found.end() and WHEN.search(remark.text[found.end() : each.start])
    # "Down to 12 files, where it stayed": the number of something told before, of which these are files.
    unit = OF_IT.search(remark.text[: found.start()]) and A_NUMBER_OF.search(remark.text[: each.start])
    return not LEFT_OUT.search(remark.text[: each.start]) and not behind and not unit


def _moved(
    remark: Remark,
    sheet: Sheet,
    subjects: Sequence[Named],
    times: Sequence[Named],
    found: re.Match[str],
    span: tuple[int, int],
    second: bool,
) -> Iterator[Finding]:
    """What a word of movement says of the row that moved, between the two times that are meant."""
    low, high = span
    # "A rose, and each of the others fell": of others than A.
    others = OTHERS.search(remark.text, low, found.start()) or OTHER_ONES.search(remark.text, low, found.start())
    if others and (told := _of_others(remark, sheet, within(subjects, 0, low), found, span)):
        yield told
        return
    rows = within(subjects, low, high) or ([] if others else within(subjects, 0, low))
    # "Visits are up on last year, as are calls": what is named before it, where the others stand behind a comma.
    first = within(subjects, low, found.start())
    if len(rows) > 1 and len(first) == 1 and within(subjects, low, _comma(remark.text, found.end(), high)) == first:
        rows = first
    if not rows and len(sheet.parts) == 1 and GENERIC.match(remark.text[low : found.start()]):
        rows = list(sheet.parts)
    if not rows and sheet.total is not None and OF_TOTAL.search(remark.text):
        rows = [sheet.total]
    rows = rows or _numbers(remark, sheet)
    if ON_SO_MANY.match(remark.text, found.end()):
        return  # "rose on four of the six standards": of so many rows
    if BUT_ONE.match(remark.text, found.end()) or EXCEPT.match(remark.text, found.end()):
        return  # "rose in every year but 2023", "from each wave to the next except in 2017"
    pair = _between(remark, sheet, times, found, span, second)
    rows = _of_counts(remark, sheet, rows, span)
    rows = _of_shares(remark, sheet, rows, remark.text[low:high])
    if len(rows) == 1 and pair:
        yield from _judged(remark, sheet, rows[0], pair, found, span)
    elif (
        "up" in found.groupdict() and not within(times, 0, len(remark.text)) and (own := _right_before(subjects, found))
    ):
        # "The share of those seen fell", beside how many were: of the shares.
        ways = _of_counts(remark, sheet, [own.at], (low, high))
        for row in _of_shares(remark, sheet, ways, remark.text[low:high])[:1]:
            yield from _all_along(remark, sheet, row, found, (own.start, found.end()))


def _comma(text: str, place: int, high: int) -> int:
    found = text.find(",", place, high)
    return found if found > 0 else high


def _between(
    remark: Remark, sheet: Sheet, times: Sequence[Named], found: re.Match[str], span: tuple[int, int], second: bool
) -> tuple[int, int] | None:
    """The two columns that something moved between."""
    low, high = span
    # "In autumn 2023 to 86% this spring" names no spring of 2023.
    times = [each for each in times if not any(other.start < each.start < other.end for other in times)]
    ends = _next_movement(remark.text, found.end(), high)
    comma = remark.text.find(",", found.end(), ends) if second else -1
    named = within(times, low, comma if comma > 0 else ends)
    # "From 96% in autumn to 86% this spring": from the one that is named to now.
    begun = [each for each in times if FROM_THEN.search(remark.text, found.start(), each.start)]
    others = {each.at for each in times if not THIS.search(remark.text, 0, each.start)}
    if len(begun) == len(others) == 1 and TO_NOW.match(remark.text, begun[0].end):
        return _columns(sheet, [begun[0].at], True, True)
    since = bool(SINCE.search(remark.text[found.end() : high])) and not ONE_BEFORE.search(remark.text[low:high])
    return _columns(sheet, named or within(times, 0, len(remark.text)), bool(named), since)


def _by_so_many(
    remark: Remark, sheet: Sheet, subjects: Sequence[Named], times: Sequence[Named], found: re.Match[str]
) -> Iterator[Finding]:
    """By how much something moved."""
    rows = within(subjects, 0, len(remark.text))
    if (own := _right_before(subjects, found)) and not _is_joined(remark, subjects, own):
        rows = [own.at]  # "orders fell by 12%, and sales by 20%": each of its own
    elif is_of_the_next(remark.text, found.end(), [each.start for each in subjects]):
        return  # "costs fell by 12%, and sales by 20%": of what the table doesn't have
    if THEIRS.search(remark.text[: found.start()]) and not within(subjects, 0, found.start()):
        return  # "their number dropped by 43, while referrals dropped": of what is told before
    if not rows and sheet.total is not None and (TOTAL.search(remark.text) or _counts(remark, sheet, times)):
        rows = [sheet.total]
    pair = _columns(sheet, within(times, 0, len(remark.text)))
    if not rows and BY_SHARE.search(remark.text):
        rows = [row for row in sheet.parts if all(f is None or f.unit == "%" for f in sheet.cells[row])]
    if len(rows) == 1:
        yield from _by(remark, sheet, rows[0], pair, found)


def _by_part(
    remark: Remark, sheet: Sheet, subjects: Sequence[Named], times: Sequence[Named], found: re.Match[str]
) -> Iterator[Finding]:
    """ "Orders fell by a quarter": a fraction of what was there before, of the row right before it."""
    said = next((each for each in said_in(remark.text[found.end() :]) if not each.start), None)
    own = _right_before(subjects, found) if found["up"] or found["down"] else None
    own = own or next((each for each in subjects if each.whole and each.end == found.start()), None)
    named = within(times, 0, len(remark.text))
    pair = _columns(sheet, named, bool(named))
    if not said or said.exact is None or not own or not pair or _is_joined(remark, subjects, own):
        return
    then, now = (value(sheet, own.at, at, "count") for at in pair)
    if not then or now is None or remark.sheet.kinds[own.at if sheet is not remark.sheet else pair[0]] == "share":
        return
    moved = (now - then) / then
    right = said.low <= Fraction(abs(moved)) <= said.high
    figures = " and ".join(f"{sheet.heads[at]} {cell.text}" for at in pair if (cell := sheet.cells[own.at][at]))
    span = (found.start(), found.end() + said.end)
    yield remark.finding(CODE, "ok" if right else "wrong", span, f"{abs(moved):.0%}", figures, sheet.labels[own.at])


def _in_their_order(
    remark: Remark, sheet: Sheet, subjects: Sequence[Named], times: Sequence[Named], found: re.Match[str]
) -> Iterator[Finding]:
    """ "Orders and sales fell by 25% and 20% respectively": each of its own row."""
    own = _right_before(subjects, found)
    run = [own] if own else []
    for each in [*subjects][::-1]:
        if run and JOINED.fullmatch(remark.text, each.end, run[0].start):
            run.insert(0, each)
    told = list(SIZE.finditer(remark.text, found.start(), found.end()))
    if len(run) == len(told) == len({each.at for each in run}):
        for each, size in zip(run, told, strict=True):
            yield from _by(remark, sheet, each.at, _columns(sheet, within(times, 0, len(remark.text))), size)


def _is_joined(remark: Remark, subjects: Sequence[Named], own: Named) -> bool:
    """ "Orders and sales fell by 12% and 20%": of both."""
    return any(JOINED.fullmatch(remark.text, each.end, own.start) for each in subjects if each.end <= own.start)


def _by_as_many(
    remark: Remark, sheet: Sheet, subjects: Sequence[Named], times: Sequence[Named], found: re.Match[str]
) -> Iterator[Finding]:
    """ "Orders fell by 12%, and sales by 20%": of the row right before it, by the verb of the first."""
    own = [each for each in subjects if each.whole and each.end == found.start()]
    if len(own) == 1 and AND.search(remark.text[: own[0].start]):
        yield from _by(remark, sheet, own[0].at, _columns(sheet, within(times, 0, len(remark.text))), found)


def _of_others(
    remark: Remark, sheet: Sheet, but: list[int], found: re.Match[str], span: tuple[int, int]
) -> Finding | None:
    """ "The other three fell", behind those named before: where none of the rest did, it is wrong."""
    pair = _columns(sheet, [])
    number = OTHER_ONES.search(remark.text, *span)
    rest = [row for row in sheet.parts if row not in but]
    if not but or not pair or not number or whole(number["n"]) != len(rest) or len(rest) < 2:
        return None
    steps = [(a, b) for row in rest for a, b in [[sheet.cells[row][at] for at in pair]] if a and b]
    results = [_is_so(remark, found, then.value, now.value) for then, now in steps]
    if None in results or len(results) < len(rest) or any(then.value == now.value for then, now in steps):
        return None
    figures = ", ".join(f"{sheet.labels[row]} {a.text} and {b.text}" for row, (a, b) in zip(rest, steps, strict=True))
    return remark.finding(CODE, "ok" if all(results) else "wrong", span, "" if all(results) else "another", figures)


def _numbers(remark: Remark, sheet: Sheet) -> list[int]:
    """ "The number of thefts": the line of numbers, where one alone is headed so."""
    found = [at for at, label in enumerate(sheet.labels) if OF_NUMBERS.match(label)]
    return found if len(found) == 1 and re.match(r"(?:the )?number of\b", remark.text, re.I) else []


def _right_before(subjects: Sequence[Named], found: re.Match[str]) -> Named | None:
    """What is named right before a movement, with no other words between than helping ones."""
    before = [each for each in subjects if each.end <= found.start()][-1:]
    # "The number of late boats fell", under "Late" and "Boats seen": of the one that is named in full.
    full = [each for each in subjects if before and not before[0].whole and each.whole]
    before = [each for each in full if each.end + 1 == before[0].start] or before
    return next((each for each in before if HELPING.fullmatch(found.string, each.end, found.start())), None)


def _all_along(
    remark: Remark, sheet: Sheet, row: int, found: re.Match[str], span: tuple[int, int]
) -> Iterator[Finding]:
    """What moved over more than two times, none of which is named: where every step goes one way, that one."""
    times = in_time(sheet, [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "share", "both", "mean")])
    values = [value(sheet, row, at, "share" if sheet.kinds[at] == "share" else "count") for at in times]
    steps = [b - a for a, b in pairwise(values) if a is not None and b is not None]
    up = _is_so(remark, found, Decimal(0), Decimal(1))
    if up is None or len(steps) < 2 or len(steps) < len(values) - 1 or not found["up"] and not found["down"]:
        return
    right, wrong = [all(each > 0 if way else each < 0 for each in steps) for way in (up, not up)]
    if right or wrong:
        figures = ", ".join(f"{sheet.heads[at]} {cell.text}" for at in times if (cell := sheet.cells[row][at]))
        expected = "" if right else "the other way"
        yield remark.finding(CODE, "ok" if right else "wrong", span, expected, figures, sheet.labels[row])


def _of_shares(remark: Remark, sheet: Sheet, rows: list[int], words: str) -> list[int]:
    """ "The share paid in time fell": the one line of shares, though the count "In time" is named."""
    shares = [row for row, kind in enumerate(remark.sheet.kinds) if kind == "share"]
    if sheet is remark.sheet or not BY_SHARE.search(words) or len(shares) != 1 or len(rows) > 1 or rows == shares:
        return rows
    return shares if not rows or remark.sheet.kinds[rows[0]] in ("count", "both") else rows


def _of_counts(remark: Remark, sheet: Sheet, rows: list[int], span: tuple[int, int]) -> list[int]:
    """ "The number graded good rose": the line of counts, though "% graded good" has the same words."""
    if sheet is remark.sheet or not _by_number(remark, span) or {remark.sheet.kinds[row] for row in rows} != {"share"}:
        return rows
    named = {label_words(sheet.labels[row]) for row in rows}
    kinds = enumerate(remark.sheet.kinds)
    return [row for row, kind in kinds if kind == "count" and label_words(sheet.labels[row]) in named]


def _next_movement(text: str, place: int, high: int) -> int:
    """Where another movement is told in the same clause: "fell in May and recovered in June"."""
    other = THEN_TOO.search(text, place, high)
    return other.start() if other else high


def _counts(remark: Remark, sheet: Sheet, times: Sequence[Named]) -> bool:
    """ "Complaints rose by six between 2022 and 2023": what the table counts, from one of its times to another."""
    first = [each.plain for each in tokens_of(remark.text) if each.plain not in ("the", "all", "total", "overall")][:1]
    words = label_words(f"{sheet.table.rows[0][0].text} {sheet.caption}")
    spanned = len({each.at for each in times}) == 2
    return spanned and any(alike(word, other) for word in first for other in words if len(word) > 3)


def _by(
    remark: Remark, sheet: Sheet, row: int, pair: tuple[int, int] | None, found: re.Match[str]
) -> Iterator[Finding]:
    """ "Rose by 12", "by 12%", "by 12 points": how far two columns of a row are apart."""
    stated = Decimal(found["n"].replace(",", "")) if found["n"][0].isdigit() else Decimal(whole(found["n"]) or 0)
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    # Of several times any two may be meant.
    times = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words")]
    pairs = [pair] if pair else [(a, b) for a in times for b in times if a < b]
    steps = [(by, value(sheet, row, a, by), value(sheet, row, b, by)) for a, b in pairs for by in ("share", "count")]
    sizes = [
        (by, abs(now - then), abs(now - then) * 100 / then)
        for by, then, now in steps
        if then is not None and now is not None and then
    ]
    if "point" in (found["unit"] or ""):
        sizes = [each for each in sizes if each[0] == "share"]
    if not found["unit"] and sheet is not remark.sheet and remark.sheet.kinds[row] == "share":
        return  # a number, and the figures are shares
    if not sizes or (found["unit"] or "").lower().startswith(("time", "year", "month", "day")):
        return
    right = (
        # In per cent of what it was; of shares in points too, and where points are told in these alone.
        any(
            abs(stated - each) < step
            for by, gap, rate in sizes
            for each in ((gap,) if "point" in (found["unit"] or "") else (gap, rate) if by == "share" else (rate,))
        )
        if found["unit"]
        else any(stated == gap for by, gap, rate in sizes)
    )
    figures = " and ".join(f"{sheet.heads[at]} {cell.text}" for at in times for cell in [sheet.cells[row][at]] if cell)
    yield remark.finding(CODE, "ok" if right else "wrong", found.span(), f"{sizes[-1][1]}", figures, sheet.labels[row])


def _plain_heads(sheet: Sheet) -> tuple[str, ...]:
    kinds = zip(sheet.heads, sheet.kinds, strict=True)
    return tuple(
        head for head, kind in kinds if kind not in ("change", "target", "total") and not ALL_TIMES.fullmatch(head)
    )


def _columns(sheet: Sheet, named: list[int], near: bool = False, since: bool = False) -> tuple[int, int] | None:
    """The two columns between which it moved: those named, or the only two there are."""
    times = in_time(
        sheet, [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words")]
    )
    chosen = sorted((at for at in named if at in times), key=times.index)
    if len(chosen) == 2:
        return chosen[0], chosen[1]
    if since and len(chosen) == 1 and chosen[0] != times[-1]:
        return chosen[0], times[-1]
    if near and len(chosen) == 1 and len(times) > 2:
        before = times.index(chosen[0]) - 1
        return (times[before], chosen[0]) if before >= 0 else None  # "fell in 2022": since the year before
    return (times[0], times[1]) if len(times) == 2 else None


def _judged(
    remark: Remark, sheet: Sheet, row: int, pair: tuple[int, int], found: re.Match[str], span: tuple[int, int]
) -> Iterator[Finding]:
    shares = [value(sheet, row, at, "share") for at in pair]
    # "The share with a map fell": whatever the counts did, where their shares are printed.
    only = BY_SHARE.search(remark.text[slice(*span)]) and not BY_NUMBER.search(remark.text[slice(*span)])
    ways = ("share",) if only and None not in shares else ("share", "count")
    steps = [
        (then, now)
        for by in (("count",) if _by_number(remark, span) else ways)
        for then, now in [(value(sheet, row, pair[0], by), value(sheet, row, pair[1], by))]
        if then is not None and now is not None
    ]
    if not steps or (_by_number(remark, span) and sheet.kinds[pair[0]] == "share"):
        return
    if None in shares and BY_SHARE.search(remark.text[slice(*span)]):
        return  # of a share that is worked out, or stands in another column
    results = [_is_so(remark, found, then, now) for then, now in steps]
    if None in results:
        return
    figures = " and ".join(f"{sheet.heads[at]} {cell.text}" for at in pair for cell in [sheet.cells[row][at]] if cell)
    verdict: Verdict = "ok" if any(results) else "wrong"
    found_so = remark.finding(
        CODE, verdict, span, "" if verdict == "ok" else "another movement", figures, sheet.labels[row]
    )
    # "Rose by 4 points", and by 4 it fell: of no other figures.
    sure = verdict == "wrong" and any(_is_size(remark, found, abs(now - then)) for then, now in steps)
    yield replace(found_so, certainty="certain") if sure else found_so


def _is_size(remark: Remark, found: re.Match[str], gap: Decimal) -> bool:
    """Whether a word of movement stands with its size, and that is how far the two figures are apart."""
    told = BY.match(remark.text, found.start())
    if not told or not gap:
        return False
    stated = Decimal(told["n"].replace(",", "")) if told["n"][0].isdigit() else Decimal(whole(told["n"]) or 0)
    return abs(stated - gap) < Decimal(1).scaleb(int(stated.as_tuple().exponent))


def _by_number(remark: Remark, span: tuple[int, int]) -> bool:
    words = remark.unnamed[span[0] : span[1]]
    return bool(BY_NUMBER.search(words)) and not BY_SHARE.search(words)


def _is_so(remark: Remark, found: re.Match[str], then: Decimal, now: Decimal) -> bool | None:
    groups = found.groupdict()
    if "n2" in groups:
        factor = (
            Decimal(2)
            if groups["n2"]
            else Decimal(3)
            if groups["n3"]
            else Decimal(4)
            if groups["n4"]
            else Decimal("0.5")
        )
        lead = remark.text[: found.start()]
        if then and BEYOND.search(lead):
            return now < then * factor if factor < 1 else now > then * factor
        loose = Decimal("0.3") if LOOSE.search(remark.text[: found.start()]) else Decimal("0.12")
        return bool(then) and abs(now / then - factor) <= factor * loose
    if (groups["good"] or groups["bad"]) and BAD_THING.search(remark.text + remark.sheet.texts_before):
        return None
    return now > then if groups["up"] or groups["good"] else now < then
