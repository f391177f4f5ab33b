"""Rows named as the only ones that are so, as all that are, or with a grade that isn't theirs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.all_the_time import BELOW, always_in
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.grades import SAID as GRADED
from looped.checker.grades import grade_said, worded_columns
from looped.checker.holding import ABOVE, AT_LEAST, holding
from looped.checker.kept import Held
from looped.checker.patterns import pattern_of
from looped.checker.placing import TOGETHER
from looped.checker.remarks import Remark, by_statement, is_kind, lies, ranked_rows, within
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet
from looped.checker.targets import ASKED, SAID

CODE = "sheet-only"
MESSAGE = "The rows that are named as the only ones above, below or so are those."
GOOD = "Site\tOn time\nLeith\t82%\nAyr\t91%\nOban\t64%\n\nOnly Oban was below 80%."
BAD = "Site\tOn time\nLeith\t82%\nAyr\t91%\nOban\t64%\n\nOnly Leith was below 80%."

# "The one site that": the only one.
ONLY = pattern_of(
    r"\b(?:only|sole|(?<=the )one(?= [a-z]+ (?:that|which|where|(?:in|on|at|for) which|to|whose|with)\b))\b", re.I
)
ONE = pattern_of(
    r"ones?\b(?=[.,;]|$| (?:that|which|to|where|in|at|on|not|with|above|below|whose|under|over|of|rated|judged|"
    r"graded))",
    re.I,
)
# "Ward 2 was the only one to reach 90% for equipment": one of the columns.
WAS_ONLY = pattern_of(
    r" (?:was|is|were|are) the (?:only|sole) (?:ones?|[a-z]+s?) (?:to|that|which|with|above|below)\b", re.I
)
CHANGED = pattern_of(
    r"\b(?:fell|fall|rose|rise|fewer|more|increase\w*|decrease\w*|drop\w*|grew|worse|better|improv\w*)\b", re.I
)
PASSED = pattern_of(r"\bpass(?:es|ed|ing)?\b", re.I)
CUT = pattern_of(r", (?!and\b)|[;:(]|\b(?:but|while|whereas|though)\b")
NEVER = pattern_of(r"\bnever (?:once )?(?:(?:fell|dropped|went|dipped|was|were|came|been) )?$", re.I)
NEVER_BELOW = pattern_of(rf"\bnever {BELOW}", re.I)
AFTER = (": ", " against ")
NEITHER = pattern_of(r"\bneither\b.*\bnor\b", re.I)
# "The target for calls was met".
# "Ayr met it and Oban was just above it": of Oban something else is said.
OTHER_CLAUSE = re.compile(
    r",? (?:and|but|while|whereas|although|though) (?=[A-Z][^,;.]{1,40}? (?:was|were|did|fell|missed|came|"
    r"is|are|exceeded)\b)"
)
TARGET_FOR = pattern_of(r"\b(?:targets?|standard|goal|threshold) (?:for|on|in|of|at) (?:the )?(?:[a-z]+ )?$", re.I)
COUNTED = pattern_of(
    r"\b(?:all|every|each|none|no|most|half|any|other|rest|others|thirds?|(?:one|three|a) quarters?|fifths|tenths|"
    r"majority|minority)\b|\d",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|n[’']t|if|whether|than(?! \d| (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"twenty)\b)|nor|neither|never|expected|should|must)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names rows of a table."""
    return by_statement(context, _of, ONLY, ABOVE, AT_LEAST, GRADED, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    if DENIED.search(remark.text) and not (NEITHER.search(remark.text) or NEVER_BELOW.search(remark.text)):
        return
    ways = [(remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)]
    alone = next((each for each in remark.columns if each.whole and WAS_ONLY.match(remark.text, each.end)), None)
    for sheet, names in ways[1:] if alone else ways:
        rows = ranked_rows(sheet)
        named = within(names, 0, len(remark.text))
        if named and set(named) <= set(rows) and len(named) < len(rows):
            found = list(_only(remark, sheet, rows, named))
            if not found and sheet is remark.sheet:
                found = list(_grade(remark, sheet, named))
            found = found or list(_limits(remark, sheet, rows, names))
            yield from found
            if found:
                return


def _only(remark: Remark, sheet: Sheet, rows: list[int], named: list[int]) -> Iterator[Finding]:
    """ "Only A and B were above 80%", "A was the only one below": all that are so are named."""
    only = ONLY.search(remark.text)
    before = only and remark.text[only.end() :].strip()
    first = only is not None and (names_next(remark, sheet, only.end()) or _names_last(remark, sheet, only))
    behind = re.match(r"(?:[a-z’'-]+ ?){1,2}", before or "", re.I)
    nouns = behind.group().split() if behind else []
    other = bool(nouns) and (any(is_kind(sheet, noun) for noun in nouns) or ONE.match(before or ""))
    if not only or not (first or other):
        return
    results = holding(remark, sheet, rows, (0, len(remark.text)))
    if results:
        # "Three reached 80%; only West missed it": the limit of another clause holds the other way round.
        every = [*results, *holding(remark, sheet, rows, remark.clause(only.start()))]
        own = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
        if ";" in remark.text:
            # What is said in another clause is said of others.
            own_clause = holding(remark, sheet, rows, remark.clause(only.start()))
            every = own_clause or ([] if CHANGED.search(remark.text) else every)
            if not every:
                return
            low = remark.text.rfind(";", 0, only.start()) + 1
            high = remark.text.find(";", only.start())
            near = within(own, *remark.clause(only.start()))
            named = near or within(own, low, high if high >= 0 else len(remark.text))
        # "Only skin met it, breast missing it by half a point": those that stand right behind the word.
        right_behind = CUT.search(remark.text, only.end())
        near = within(own, only.end(), right_behind.start() if right_behind else len(remark.text)) if first else []
        right = [each for each in every if each[0] in (frozenset(named), frozenset(near or named))]
        held, why = (right or results)[0]
        names = " and ".join(sheet.labels[row] for row in sorted(held)) or "none"
        verdict: Verdict = "ok" if right else "wrong"
        yield remark.finding(CODE, verdict, (0, len(remark.text)), names, why)


def _limits(remark: Remark, sheet: Sheet, rows: list[int], names: Sequence[Named]) -> Iterator[Finding]:
    """ "A and B were both below 70%", "neither A nor B reached it": of the rows named before the limit each is so."""
    limit = ABOVE.search(remark.text) or AT_LEAST.search(remark.text)
    limit = limit if limit and limit["unit"] else SAID.search(remark.text)
    own = remark.sheet.kinds
    labels = [*remark.rows, *(each for each in remark.columns if own[each.at] not in ("target", "share", "count"))]
    inside = [each for each in labels if limit and each.start < limit.end() and limit.start() < each.end]
    if any(not TARGET_FOR.search(remark.text[: each.start]) for each in inside):
        return  # a name: "approved within limits"
    if limit and PASSED.search(limit.group()) and any(PASSED.search(head) for head in remark.sheet.heads):
        return  # "the pass rate was 88%": what the column holds
    low, high = remark.clause(limit.start()) if limit else (0, 0)
    if not limit or ONLY.search(remark.text) or COUNTED.search(remark.text[low : limit.start()]):
        return
    if CHANGED.match(remark.text[limit.end() :].lstrip()):
        return  # "the share of files meeting the standard rose": nothing is said of each
    clause = (low, high)
    high = limit.start() if "verb" not in limit.groupdict() else high
    other = OTHER_CLAUSE.search(remark.text, limit.end(), high)
    high = other.start() if other else high
    subjects = [row for row in within(names, low, high) if row in rows]
    if "verb" in limit.groupdict() and not _are_names(remark, sheet, subjects):
        return
    never = bool(NEVER.search(remark.text[low : limit.start()])) and "verb" not in limit.groupdict()
    told = NEITHER.search(remark.text[low : limit.start()]) or never
    if not subjects or (DENIED.search(remark.text[low : limit.start()]) and not told):
        return
    results = holding(remark, sheet, rows, (low, len(remark.text)))
    if results:
        right = [each for each in results if (each[0].isdisjoint(subjects) if told else each[0] >= set(subjects))]
        if right and (never or not told) and always_in(remark, sheet, clause):
            off = _of_other_times(sheet, results, right)
            right, results = ([], off) if off else (right, results)
        verdict: Verdict = "ok" if right else "wrong"
        yield remark.finding(CODE, verdict, (low, limit.end()), "" if right else "not so", (right or results)[0][1])


def _of_other_times(sheet: Sheet, results: Sequence[Held], right: Sequence[Held]) -> list[Held]:
    """What is found in the columns in which it isn't so in any sense."""
    so = {head for head in sheet.heads for _, why in right if why.startswith((f"{head}: ", f"{head} against "))}
    return [each for each in results if not each[1].startswith(tuple(f"{head}{end}" for head in so for end in AFTER))]


def _are_names(remark: Remark, sheet: Sheet, rows: Sequence[int]) -> bool:
    """Whether rows have names, and no number is told of them: "the threshold of 65% was met by 546"."""
    named = all(re.search(r"[a-z]{2}", sheet.labels[row], re.I) for row in rows)
    counts = [each for each in remark.read.of_sentence(remark.at) if each.kind == "count"]
    wanted = [each for each in counts if ASKED.search(remark.text[: each.end - remark.start + 1])]
    return named and len(counts) == len(wanted)


def names_next(remark: Remark, sheet: Sheet, place: int) -> bool:
    """Whether a name of a row stands right behind a word."""
    names = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
    near = [each for each in names if 0 <= each.start - place < 12 and each.whole]
    return any(not re.search(r"[,\d]", remark.text[place : each.start]) for each in near)


def _names_last(remark: Remark, sheet: Sheet, only: re.Match[str]) -> bool:
    """ "In May and July only": whether a name stands right before a word that ends the sentence."""
    names = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
    ends = not remark.text[only.end() :].strip(" .")
    return ends and any(0 <= only.start() - each.end <= 1 for each in names)


def _grade(remark: Remark, sheet: Sheet, named: list[int]) -> Iterator[Finding]:
    """ "A was rated good for safety": the grade is the one in its row."""
    good, span = grade_said(remark.text)
    others = remark.columns if sheet.turned == remark.sheet.turned else remark.rows
    if not good or not (len(named) == 1 or _are_joined(remark, sheet, named)):
        return
    names = [each for each in remark.rows if each.at in named]
    if all(";" in remark.text[min(each.end, span[1]) : max(each.start, span[0])] for each in names):
        return  # "two were rated good; the third, Ayr, was not": of others
    columns = worded_columns(sheet, within(others, 0, len(remark.text)), remark.text)
    if not columns:
        return
    held = {row: [sheet.texts[row][column].strip() for column in columns] for row in named}
    off = [row for row, words in held.items() if not any(word.lower() in good for word in words)]
    row = (off or named)[0]
    verdict: Verdict = "wrong" if off else "ok"
    why = ", ".join(f"{sheet.heads[c]} {word}" for c, word in zip(columns, held[row], strict=True))
    yield remark.finding(CODE, verdict, span, held[row][0] if off else "", why, sheet.labels[row])


def _are_joined(remark: Remark, sheet: Sheet, named: list[int]) -> bool:
    """Whether rows are named one behind the other, and one grade is told of them: "A and B were both good"."""
    names = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
    here = [each for each in names if each.at in named]
    joined = all(TOGETHER.match(remark.text[a.end : b.start]) for a, b in pairwise(here))
    return joined and len(GRADED.findall(remark.text)) == 1
