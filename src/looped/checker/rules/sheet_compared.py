"""Two rows or columns of a table set against each other: which has more, and by how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from looped.checker.all_the_time import always_in
from looped.checker.between_ends import REACH, between_ends
from looped.checker.context import Context
from looped.checker.end_words import BEST, HIGHEST, LOWEST, WORST
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import measures
from looped.checker.numbers import WORDS
from looped.checker.pairs import AGAINST, DENIED, ONE_BEFORE, WORD, Pair, bounds, is_more, judge, told, way
from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.remarks import Remark, lies, ranked_rows, value, within
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import may_hold, shared_out
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time, is_total
from looped.checker.summaries import by_any_table

CODE = "sheet-compared"
MESSAGE = "Of two rows or columns set against each other the one said to have more has more."
GOOD = "Site | Seen | On time\nLeith | 80 | 50%\nAyr | 30 | 90%\nOban | 40 | 60%\n\nOn time Ayr did better than Leith."
BAD = "Site | Seen | On time\nLeith | 80 | 50%\nAyr | 30 | 90%\nOban | 40 | 60%\n\nOn time Leith did better than Oban."

ONLY = pattern_of(
    r"\b(?:(?P<only>only)|no(?: other)?) (?P<who>[^.;:\d]{2,60}?)\b(?:did|was|were|had|scored|performed|came|"
    r"fared|has|have|recorded)"
    r" (?:better|worse|more|fewer|higher|lower|greater|smaller|larger)(?: [a-z]+){0,4}? than\b",
    re.I,
)
# "For two of the four criteria": of how many it is so, another rule counts.
OF_SO_MANY = pattern_of(
    r"\b(?:in|for|on|at|against) (?:only |just )?(?:one|two|three|four|five|six|seven|eight|nine|"
    r"\d+) of (?:the |our |all )"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.I,
)
BETWEEN = pattern_of(r"\bbetween (?:the )?(?:two )?(?:groups|arms|two|them)\b|\bthe (?:two )?(?:groups|arms)\b", re.I)
# How much of them: a matter of shares where there are any.
ENDS = pattern_of(
    rf"\b(?:{BEST}|{HIGHEST}|top)\b[^.;]{{0,30}}\b(?:{WORST}|poorest|{LOWEST}|bottom)\b|"
    rf"\b(?:{WORST}|poorest|{LOWEST}|bottom)\b[^.;]{{0,30}}\b(?:{BEST}|{HIGHEST}|top)\b",
    re.I,
)
FACTORS = {"twice": "2", "double": "2", "half": "0.5", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
TIMES = pattern_of(
    r"\b(?<!less than )(?<!fewer than )(?:(?P<over>more than|over|at least) |(?P<near>nearly|almost|"
    r"just under) )?(?P<n>twice|double|half|"
    r"(?:two|three|four|five|six)(?P<half> and a half)?[ -]times) "
    r"(?:as (?:many|much|likely|often|common|high|large)(?! again\b)|the (?:number|rate|share|proportion)|"
    r"th(?:at|ose) (?:of|in|at|for|among))\b",
    re.I,
)
CHANGE = r"(?:drop|fall|rise|increase|decrease|gain|loss|change|reduction|improvement|growth)s?\b"
CHANGES = pattern_of(rf"\b{CHANGE}", re.I)
BY_MORE = pattern_of(r"\s*(?:more|fewer|less|additional|higher|lower)\b", re.I)
PART = pattern_of(
    r" (?:about |just )?(?:half|[£$€]\d|an? (?:third|quarter|fifth|tenth)|"
    r"(?:two|three)[ -](?:thirds|quarters|fifths)|\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten) )",
    re.I,
)
# "Went up by 35, more than the rise in the total".
OF_CHANGE = pattern_of(rf" (?:the |its |their |any |that )?(?:[a-z]+ )?{CHANGE}", re.I)
FIGURED = pattern_of(
    r"\([£$€]?\d[\d,.]*%? (?:against|to|compared (?:with|to)|and|as against|v|vs|versus|or) [£$€]?\d[\d,.]*%?\)", re.I
)
BUT_ONE = pattern_of(
    r"\b(?:each|every|all)(?: [a-z’'-]+){0,3} (?:but|except|bar|save|apart from|other than)\b(?: (?:for|"
    r"in|at))? (?:the|one)\b",
    re.I,
)
TAKEN_TOGETHER = pattern_of(r"\b(?:together|combined|put together|taken together|between them)\b", re.I)
LENGTHS = pattern_of(rf"\b(?:\d+|{WORDS})[ -](?:hour|day|week|month|year)(?=s?\b)", re.I)
FAILED = pattern_of(r"\b(?:failures?|failing|failed|inability|unable) to\b|\b(?:lack|absence) of\b", re.I)
COUNT_GAP = pattern_of(
    r"\b(?:gap|difference) between (?P<who>[^.;:,\d]{3,60}?)(?: in [^.;:,]{2,20}?)? (?:was|is|stood at|came to) "
    r"(?P<n>\d[\d,]*)(?![\d.]*\d| ?(?:per ?cent|percentage|points?|pp|years?|months?|weeks?|days?|hours?|"
    r"minutes?|times)\b| ?%)",
    re.I,
)
NOT_NOW = pattern_of(
    r"\b(?:targets?|planned|expected|forecast|aimed?|last|previous\w*|earlier|should|would|about|over|under|nearly|"
    r"almost|more|less|at least|national\w*)\b",
    re.I,
)
# Between "more" and a grade: "more of the boats in Ayr were good than fair".
OF_SOME = pattern_of(r"\b(?:of|in|at|on|from|by|among|with|for)\b", re.I)
# "Elm sold fewer than either": than each of the two that are named before, or of the two others that there are.
EITHER = pattern_of(
    r"\bthan (?:in |on |at |for |with |among )?(?:(?:either|both)(?: of (?:them|these|those))?|"
    r"(?P<others>the other two|(?:either|both)(?: of)?(?: the)? others?)(?: [a-z]+)?)"
    r"(?=(?: did| does| had| was| were)?\s*(?:$|[.,;:)]))",
    re.I,
)
# "More than Ash but fewer than Elm": of what the first is told of.
THEN_THAN = pattern_of(
    r"\b(?:but|and|yet)(?: still| also)? (?P<word>[a-z]+) than (?:in |on |at |for |with )?(?:the )?", re.I
)
TWO = 2
YEAR, FAR = re.compile(r" (?:19|20)\d\d\b(?! [a-z]+s\b)"), 1
NEXT = 24
GAP = pattern_of(
    r"\b(?:(?:gap|difference|margin|distance|spread)\b[^.;]{0,80}?\b(?:was|is|of|stood at|at)(?: now| only| just)?|"
    r"differ(?:s|ed)? by)\s+(?P<a>\d+(?:\.\d+)?)\s*(?:%|"
    r"percentage|points|pp)|"
    r"(?P<b>\d+(?:\.\d+)?)\s*(?:percentage[- ]points?|points?|pp)\b"
    r"(?:(?!\band (?:is |are |so |now )?(?:above|below|higher|lower|more|less)\b)[^.;]){0,40}?"
    r"\b(?:gap|difference|between|apart|"
    r"higher|lower|more|less|above|below)\b",
    re.I,
)


# "More than 15 points apart": no exact size.
ABOUT = pattern_of(
    r"\b(?:(?:more|less|fewer) than|at (?:least|most)|over|under|nearly|almost|about|around|up to) $", re.I
)
MOVED_BY = pattern_of(
    r"\b(?:rose|fell|grew|dropped|increased|decreased|improved|declined|went (?:up|down)|gained|lost) by\b", re.I
)
GRADE = pattern_of(rf"\s*[“‘\"']?(?:{'|'.join(BEST_FIRST)})\b(?![’'”\"]? [a-z]+s\b)")
CAPITAL_GRADE = pattern_of(rf"(?:{'|'.join(BEST_FIRST)})\b", re.I)
BARE = pattern_of(
    r"(?:^|[.,;:(]|\b(?:in|at|for|of|among|from|the|than|that|where|and|with|on|by|did|did in))\s*$", re.I
)
OPENING, CLOSING = pattern_of(r"\b(?:opening|start)\b", re.I), pattern_of(r"\b(?:closing|end)\b", re.I)
AT_END = pattern_of(r"\b(?:(?:at|by) the (?:end|close|start)|opening|closing)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each comparison of two things that a table has."""
    return by_any_table(context, _of, GAP, COUNT_GAP, REACH, ONLY, TIMES, BY_MORE, WORD)


def _of(remark: Remark) -> Iterator[Finding]:
    yield from between_ends(remark, CODE)
    yield from _gaps(remark)
    only = list(_only(remark))
    yield from only
    if only:
        return
    yield from _times(remark)
    yield from _more_by(remark)
    yield from _than_either(remark)
    yield from _then_than(remark)
    for word in WORD.finditer(remark.text):
        low, high = bounds(remark.text, word.start())
        joined = remark.text.rfind(", and ", low, word.start())
        if joined > low and any(
            AGAINST.search(remark.text, w.end(), joined) for w in WORD.finditer(remark.text, low, joined)
        ):
            low = joined  # "Ash has more than Elm, and Elm has fewer than Oak"
        against = AGAINST.search(remark.text, word.start(), high)
        # "More than half of those asked": against a part of them, and no other row.
        if against and (_is_part(remark, against.end()) or OF_CHANGE.match(remark.unnamed, against.end())):
            continue
        if against and GRADE.match(remark.text, against.end()) and not _are_two_grades(remark, word, against):
            continue  # "less than good": grades, and no other row or column
        if not against or DENIED.search(remark.text[: word.start()]) or OF_SO_MANY.search(remark.text[low:high]):
            continue
        further = remark.text.find(", and ", against.end(), high)
        high = further if further > 0 else high  # "women outnumbered men, and 8% were ...": another thing
        if _is_at_other_time(remark, remark.text[low:high]) or FAILED.search(remark.text, low, high):
            continue  # "within ten days", of what was so at twenty; "failure to mend", under mended
        if BUT_ONE.search(remark.text, low, min(len(remark.text), high + NEXT)):
            continue  # "in every age group but the youngest": not in all of them
        if (
            TAKEN_TOGETHER.search(remark.text, against.end(), high)
            and len(within(remark.rows, against.end(), high)) > 1
        ):
            continue  # "more than in Ash and Elm together": than their sum
        if FIGURED.search(remark.text, low, high):
            continue  # the two figures that are set against each other are told
        if re.match(r"\W*according to\b", remark.text[low:], re.I):
            continue  # "according to managers, it took longer": who says so
        if MOVED_BY.search(remark.text, low, word.start()) or _is_of_two_columns(remark, low, high):
            continue  # "fell by 14.7 points, more than": of changes; "at the end lower than at the opening": of two
        for told_pair in _pairs(remark, low, against.start(), against.end(), high, word.start()):
            pair = _but_whole(remark, told_pair, word.end())
            if _is_of_some_untold(remark, pair, (word.end(), against.start())):
                continue
            if pair.columns and all(pair.sheet.kinds[at] in ("target", "base", "change") for at in pair.columns):
                continue  # "a larger budget": of a column that isn't compared
            up = way(remark, pair, word)
            always = always_in(remark, pair.sheet, (low, high)) and _are_bare(remark, pair)
            found = judge(remark, pair, up, remark.text[low:high], always=always) if up is not None else None
            if found:
                verdict, why = found
                yield remark.finding(CODE, verdict, (low, high), "" if verdict == "ok" else "the other way round", why)
                break


def _is_at_other_time(remark: Remark, words: str) -> bool:
    """Whether lengths of time are told, the table tells some, and no one of them is the same."""
    said, own = (
        {found.group().lower() for found in LENGTHS.finditer(text)} for text in (words, remark.sheet.texts_before)
    )
    return bool(said and own) and not said & own


def _are_two_grades(remark: Remark, word: re.Match[str], against: re.Match[str]) -> bool:
    """ "More boats were good than fair": one grade before it and one right behind it, and both are rows or columns."""
    for names in (remark.rows, remark.columns):
        whole = [each for each in names if each.whole or CAPITAL_GRADE.match(remark.text, each.start)]
        behind = any(0 <= each.start - against.end() <= len(" “") for each in whole)
        # Before "more" only another grade is of the same kind: "Ayr had more boats than fair weather allows".
        before = [
            each
            for each in whole
            if each.end <= against.start()
            and (each.start >= word.end() or CAPITAL_GRADE.match(remark.text, each.start))
        ][-1:]
        if behind and before and not OF_SOME.search(remark.text, *sorted((word.end(), before[0].start))):
            return True
    return False


def _are_bare(remark: Remark, pair: Pair) -> bool:
    """Whether both are named in full, and no word goes with a name: "older women" are some of the women."""
    names = remark.rows if pair.sheet.turned == remark.sheet.turned else remark.columns
    both = {pair.one, pair.other}
    return both == {each.at for each in names if each.whole and BARE.search(remark.text[: each.start])}


def _but_whole(remark: Remark, pair: Pair, behind: int) -> Pair:
    """ "More boats were sold in Ayr", under boats and sold: of those that were, where the boats stand behind "more"."""
    named = [each for each in remark.columns if each.start >= behind and each.at in pair.columns]
    if (
        len({each.at for each in named}) < 2
        or not named[0].whole
        or named[0].start > behind + FAR
        or pair.sheet is not remark.sheet
    ):
        return pair
    rest = tuple(at for at in pair.columns if at != named[0].at)
    held = all(may_hold(pair.sheet, named[0].at, at) or pair.sheet.kinds[at] == "share" for at in rest)
    return replace(pair, columns=rest) if rest and held else pair


def _is_of_some_untold(remark: Remark, pair: Pair, span: tuple[int, int]) -> bool:
    """ "More boats had a radio in Ayr", under boats and how many were sold: of some that no column tells."""
    shared = shared_out(pair.sheet)
    named = [each for each in remark.columns if span[0] <= each.start <= span[0] + FAR]
    if not shared or pair.sheet is not remark.sheet or set(pair.columns) != {shared[0]} or len(named) != 1:
        return False
    text = remark.unnamed[named[0].end : span[1]]
    return bool(besides(remark, text))


def _is_of_two_columns(remark: Remark, low: int, high: int) -> bool:
    """Whether what is set against each other stands in an opening and in a closing column."""
    heads = " ".join(remark.sheet.heads)
    return bool(OPENING.search(heads) and CLOSING.search(heads) and AT_END.search(remark.text, low, high))


def _is_part(remark: Remark, place: int) -> bool:
    """Whether a number or a fraction stands there, and no year that names a row or a column."""
    named = any(0 <= each.start - place <= FAR for each in (*remark.rows, *remark.columns) if each.whole)
    return bool(PART.match(remark.text, place)) and not (named and YEAR.match(remark.text, place))


def _pairs(remark: Remark, low: int, middle: int, behind: int, high: int, word: int) -> Iterator[Pair]:
    """The row before the word that sets them against each other and the row behind it; columns alike."""
    rows, columns = remark.rows, remark.columns
    for sheet, subjects, others in ((remark.sheet, rows, columns), (lies(remark.sheet), columns, rows)):
        subjects = _first_of_each(subjects)
        before, after = within(subjects, low, middle), within(subjects, behind, high)
        can = ranked_rows(sheet)
        if not before and len(after) == 1 and sheet.turned != remark.sheet.turned:
            before = _other_time(sheet, after[0])  # "fewer than last time"
        if not after and len(before) == 1 and ONE_BEFORE.search(remark.text, middle, high):
            after = _one_before(sheet, before[0])
        first = before[-1:] if len(before) > 1 and _last_is_near(subjects, middle, word) else before
        if len(first) == 1 and len(after) >= 1 and first[0] != after[0] and {first[0], after[0]} <= set(can):
            there = tuple(within(others, low, high)) or tuple(within(others, 0, len(remark.text)))
            yield Pair(sheet, first[0], after[0], there)


def _than_either(remark: Remark) -> Iterator[Finding]:
    """ "Ash has more than Elm, and Oak has fewer than either": than each of the two others that are named."""
    for found in EITHER.finditer(remark.text):
        word = next(iter([*WORD.finditer(remark.text, 0, found.start())][::-1]), None)
        if word is None or DENIED.search(remark.text[: word.start()]):
            continue
        for sheet, subjects, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            own = within(subjects, 0, word.start())[-1:]
            every = ranked_rows(sheet) if found["others"] else within(subjects, 0, len(remark.text))
            two = [at for at in every if at not in own]
            if not own or len(two) != TWO or not {*own, *two} <= set(ranked_rows(sheet)):
                continue
            there = tuple(within(others, 0, len(remark.text)))
            pairs = [Pair(sheet, own[0], other, there) for other in two]
            up = way(remark, pairs[0], word)
            results = [each for pair in pairs if up is not None and (each := judge(remark, pair, up, remark.text))]
            if len(results) == TWO:
                verdict, why = next((each for each in results if each[0] != "ok"), results[0])
                expected = "" if verdict == "ok" else "another"
                yield remark.finding(CODE, verdict, (word.start(), found.end()), expected, why)
                break


def _then_than(remark: Remark) -> Iterator[Finding]:
    """ "Ash has more than Elm but fewer than Oak": of Ash, which stands before the first of the two words."""
    for found in THEN_THAN.finditer(remark.text):
        word, first = WORD.fullmatch(found["word"]), WORD.search(remark.text, 0, found.start())
        for sheet, subjects, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            own = within(subjects, 0, first.start()) if first else []
            two = [each.at for each in subjects if each.whole and each.start == found.end()]
            if word is None or len(own) != 1 or len(two) != 1 or not {*own, *two} <= set(ranked_rows(sheet)):
                continue
            pair = Pair(sheet, own[0], two[0], tuple(within(others, 0, found.start())))
            up = way(remark, pair, word)
            if up is not None and own != two and (result := judge(remark, pair, up, remark.text)):
                verdict, why = result
                expected = "" if verdict == "ok" else "the other way round"
                yield remark.finding(CODE, verdict, (found.start("word"), remark.text.find(".")), expected, why)
                break


def _but_holder(sheet: Sheet, columns: Sequence[int]) -> tuple[int, ...]:
    """Of a whole and its part, both named, the part: "late calls", under calls and late."""
    two = len(columns) == TWO and {sheet.kinds[at] for at in columns} <= {"count", "total", "base"}
    holders = [a for a in columns for b in columns if two and a != b and _holds(sheet, a, b)]
    return tuple(at for at in columns if at not in holders) if len(holders) == 1 else tuple(columns)


def _holds(sheet: Sheet, whole: int, part: int) -> bool:
    """Whether one column is in no row less than another, and more in some."""
    pairs = [(sheet.cells[row][whole], sheet.cells[row][part]) for row in sheet.parts]
    known = [(a.value, b.value) for a, b in pairs if a and b]
    return len(known) == len(pairs) and all(a >= b for a, b in known) and any(a > b for a, b in known)


def _first_of_each(subjects: Sequence[Named]) -> list[Named]:
    """Of labels that the same words name, a count and its share, the first."""
    return [each for at, each in enumerate(subjects) if not any(each.start == e.start for e in subjects[:at])]


def _other_time(sheet: Sheet, at: int) -> list[int]:
    """Of two rows that are times the one that isn't named."""
    rows = ranked_rows(sheet)
    if len(rows) == 2 and at in rows and is_time(tuple(sheet.labels[row] for row in rows)):
        return [row for row in rows if row != at]
    return []


def _one_before(sheet: Sheet, at: int) -> list[int]:
    """The time right before one of several, told in order."""
    rows = ranked_rows(sheet)
    place = rows.index(at) if at in rows and is_time(tuple(sheet.labels[row] for row in rows)) else 0
    runs = [int(found.group()) for row in rows if (found := re.search(r"(?:19|20)\d\d", sheet.labels[row]))]
    if len(rows) < 2 or (len(runs) == len(rows) and runs != sorted(runs)):
        return []
    return [rows[place - 1]] if place else []


def _last_is_near(subjects: Sequence[Named], middle: int, word: int) -> bool:
    """ "A smaller share of A than of B": the one that stands between the words."""
    return any(word <= max(each.start, each.core[0]) and each.end <= middle for each in subjects)


def _reach(remark: Remark, sheet: Sheet, found: re.Match[str], stated: Decimal) -> Iterator[Finding]:
    """ "Between the best and the worst it was 38 points": the greatest less the least."""
    gaps = []
    for measure in (each for each in measures(sheet, "share", ()) if each.by == "share"):
        values = [value(sheet, row, measure.column, "share") for row in ranked_rows(sheet)]
        known = [each for each in values if each is not None]
        if len(known) == len(values) > 2:
            gaps.append(max(known) - min(known))
    if gaps:
        right = any(abs(gap - stated) <= Decimal(1).scaleb(int(stated.as_tuple().exponent)) for gap in gaps)
        why = f"the greatest and the least are {gaps[0]:.1f} points apart"
        yield remark.finding(CODE, "ok" if right else "wrong", found.span(), f"{gaps[0]:.1f} points", why)


def _times(remark: Remark) -> Iterator[Finding]:
    """ "Twice as many A as B": the first over the second."""
    for found in TIMES.finditer(remark.text):
        factor = Decimal(FACTORS[re.split(r"[\s-]", found["n"].lower())[0]]) + (Decimal("0.5") if found["half"] else 0)
        # "Three times that of B": what stands before is the first.
        that = (
            found.group().lower().endswith((" of", " in", " at", " for", " among")) and " th" in found.group().lower()
        )
        behind = re.search(r"\bas\b", remark.text[found.end() :])
        if (not behind and not that) or _are_told(remark, factor):
            continue
        middle = found.end() if that else found.end() + behind.start() if behind else 0
        for sheet, subjects, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            first = within(subjects, found.end(), middle) or within(subjects, 0, found.start())[-1:]
            ends = re.search(r"[;:]|, (?:but|while|whereas)\b", remark.text[middle:])
            second = within(subjects, middle, middle + ends.start() if ends else len(remark.text))
            if len(first) != 1 or len(second) != 1 or first == second:
                continue
            pair = Pair(sheet, first[0], second[0], _but_holder(sheet, within(others, 0, len(remark.text))))
            ratios = [(e, r[0] / r[1]) for e in measures(sheet, "", pair.columns) if (r := is_more(pair, e)) and r[1]]
            if ratios:
                low, high = _slack(found)
                right = any(factor * low <= ratio <= factor * high for _, ratio in ratios)
                why = told(pair, ratios[0][0])
                shown = f"{ratios[0][1]:.1f} times"
                yield remark.finding(CODE, "ok" if right else "wrong", found.span(), shown, why)
                break


def _slack(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """How far a ratio may be off: "more than twice" isn't less, "nearly three times" isn't more."""
    if found["over"]:
        return Decimal(1), Decimal("1.6")
    return (Decimal("0.8"), Decimal("1.02")) if found["near"] else (Decimal("0.8"), Decimal("1.2"))


def _are_told(remark: Remark, factor: Decimal) -> bool:
    """Whether two figures of the sentence, which no cell need hold, are so many times each other."""
    told = [e.value for e in remark.read.of_sentence(remark.at) if e.kind in ("count", "share", "money") and e.value]
    slack = factor * Decimal("0.2")
    return any(abs(one / other - factor) <= slack for one in told for other in told if one != other)


def _more_by(remark: Remark) -> Iterator[Finding]:
    """ "31 more in 2023 than in 2021": by how many two figures of a row or a column are apart."""
    if CHANGES.search(remark.text):
        return  # "the largest drop was for the ferry (62 fewer)": than it had before
    for entry in remark.read.of_sentence(remark.at):
        place = entry.end - remark.start
        if entry.kind != "count" or entry.base or not BY_MORE.match(remark.text[place:]):
            continue
        for sheet, subjects, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            two, there = within(subjects, 0, len(remark.text)), within(others, 0, len(remark.text))
            there = list(_but_holder(sheet, there))
            if len(two) == 1 and sheet.turned != remark.sheet.turned:
                two += _other_time(sheet, two[0])  # "39 more than last time"
            if len(two) != 2 or len(there) > 1:
                continue
            pair = Pair(sheet, two[0], two[1], tuple(there))
            gaps = [(e, abs(r[0] - r[1])) for e in measures(sheet, "number", there) if (r := is_more(pair, e))]
            if gaps:
                right = any(gap == entry.value for _, gap in gaps) or (not there and _gap_in_all(pair) == entry.value)
                if not right and entry.value in _gaps_anywhere(Pair(sheet, two[0], two[1], ())):
                    return
                span = (entry.start - remark.start, len(remark.text))
                yield remark.finding(CODE, "ok" if right else "wrong", span, f"{gaps[0][1]}", told(pair, gaps[0][0]))
                return


def _gap_in_all(pair: Pair) -> Decimal | None:
    """How far two rows are apart in all columns of counts together: "8 more", in no one of the months."""
    sheet = pair.sheet
    columns = [at for at, kind in enumerate(sheet.kinds) if kind == "count" and not is_total(sheet.heads[at])]
    cells = [[sheet.cells[row][at] for at in columns] for row in (pair.one, pair.other)]
    sums = [sum((each.value for each in own if each), Decimal(0)) for own in cells]
    return abs(sums[0] - sums[1]) if all(each for own in cells for each in own) and len(columns) > 1 else None


def _gaps_anywhere(pair: Pair) -> set[Decimal]:
    """How far two rows are apart in each column."""
    return {abs(r[0] - r[1]) for each in measures(pair.sheet, "number", []) if (r := is_more(pair, each))}


def _only(remark: Remark) -> Iterator[Finding]:
    """ "Only A and B did better than C": all that did are named."""
    for found in ONLY.finditer(remark.text):
        if any(each.start == found.start() for each in remark.rows if each.whole):
            continue  # "No answer was more common than yes": a name
        against = remark.text.find("than", found.start())
        if _is_part(remark, against + 4):
            continue
        up = _up_of(found)
        for sheet, subjects in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
            named = within(subjects, found.start("who"), found.end("who"))
            other = within(subjects, against, len(remark.text))[:1]
            can = ranked_rows(sheet)
            if len(other) != 1 or other[0] not in can or other[0] in named or (not named and found["only"]):
                continue
            results = []
            for measure in measures(sheet, remark.text, []):
                values = {row: value(sheet, row, measure.column, measure.by) for row in can}
                own = values[other[0]]
                if own is None or any(each is None for each in values.values()):
                    continue
                beyond = {
                    row for row, each in values.items() if each is not None and (each > own if up else each < own)
                }
                listed = ", ".join(f"{sheet.labels[row]} {values[row]}" for row in can)
                results.append((beyond == set(named), f"{sheet.heads[measure.column]}: {listed}"))
            if results:
                right, why = max(results, key=lambda each: each[0])
                span = (found.start(), len(remark.text))
                yield remark.finding(CODE, "ok" if right else "wrong", span, "" if right else "others", why)
                return


def _up_of(found: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:better|more|higher|greater|larger|above)\b", found.group(), re.I))


def _gaps(remark: Remark) -> Iterator[Finding]:
    """ "The gap between A and B was 14 points": in a column of shares; or 14, in one of counts."""
    yield from _count_gaps(remark)
    for found in GAP.finditer(remark.text):
        if ABOUT.search(remark.text[: found.start("a" if found["a"] else "b")]):
            continue
        stated = Decimal(found["a"] or found["b"])
        for sheet, subjects, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            two = within(subjects, 0, len(remark.text))
            if not two and BETWEEN.search(remark.text):
                two = ranked_rows(sheet)
            if not two and ENDS.search(remark.text):
                yield from _reach(remark, sheet, found, stated)
                return
            if not two and len(within(others, 0, len(remark.text))) == 1 and len(ranked_rows(sheet)) == 2:
                two = ranked_rows(sheet)
            if len(two) != 2:
                continue
            pair = Pair(sheet, two[0], two[1], tuple(within(others, 0, len(remark.text))))
            every = [e for e in measures(sheet, "share", pair.columns) if e.by == "share"]
            means = [e for e in measures(sheet, "mean", pair.columns) if sheet.kinds[e.column] == "mean"]
            every = every or (means if "%" not in found.group() else [])
            gaps = [(e, abs(r[0] - r[1])) for e in every if (r := is_more(pair, e))]
            if not gaps:
                continue
            slack = Decimal(1).scaleb(int(stated.as_tuple().exponent)) if every[0].by == "share" else Decimal(0)
            right = next((e for e, gap in gaps if abs(gap - stated) <= slack + Decimal("0.05")), None)
            if not right and len(gaps) > 1 and not pair.columns:
                continue
            measure = right or gaps[0][0]
            verdict: Verdict = "ok" if right else "wrong"
            shown = f"{gaps[0][1]:.1f} points"
            yield remark.finding(CODE, verdict, found.span(), shown, told(pair, measure))
            break


def _count_gaps(remark: Remark) -> Iterator[Finding]:
    """ "The gap between A and B was 14": of two rows in the one column of counts that is named, or that there is."""
    for found in () if NOT_NOW.search(remark.text) else COUNT_GAP.finditer(remark.text):
        for sheet, subjects, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            two = within([each for each in subjects if each.whole], found.start("who"), found.end("who"))
            there = within(others, 0, len(remark.text))
            if len(two) != TWO or not set(two) <= set(ranked_rows(sheet)):
                continue
            counts = [e for e in measures(sheet, "", there) if e.by == "count" and sheet.kinds[e.column] != "mean"]
            pair = Pair(sheet, two[0], two[1], tuple(there))
            gaps = [(each, abs(r[0] - r[1])) for each in counts if (r := is_more(pair, each))]
            if len(gaps) == 1 or (gaps and not there):
                right = any(gap == Decimal(found["n"].replace(",", "")) for _, gap in gaps)
                shown, why = f"{gaps[0][1]}", told(pair, gaps[0][0])
                yield remark.finding(CODE, "ok" if right else "wrong", found.span(), shown, why)
                break
