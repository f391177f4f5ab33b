"""How many of a table's rows are said to be above, below or so: all, none, most, two of the five, only one."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.holding import ABOVE, holding
from looped.checker.linking import stem
from looped.checker.numbers import NUMERAL as N
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import stems
from looped.checker.readers.building import CAPTION
from looped.checker.remarks import Remark, by_statement, is_kind, is_of_intervals, lies, ranked_rows
from looped.checker.rows_counted import EVERYWHERE, OF_FRONT, PART, WENT_ON, WHO, Who, counted
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import NOW, THEN, Sheet

CODE = "sheet-counted"
MESSAGE = "As many rows are above, below or so as the sentence says."
GOOD = "Site\tOn time\nLeith\t82%\nAyr\t91%\nOban\t64%\n\nTwo of the three sites were above 80%."
BAD = "Site\tOn time\nLeith\t82%\nAyr\t91%\nOban\t64%\n\nAll three sites were above 80%."

EARLIER = pattern_of(r"\b(?:last|previous|prior|before|earlier|then|ago|since|again|still|both)\b", re.I)


# A mark before a name, and a small word of it that tells nothing: “Have used the pier”.
OPENS = r"[“\"‘']?(?:(?:have|had|has|be|is|are|was|were|do|can)\s)?"
# "In both Ayr and Leith", "neither Ayr nor Oban": of those named.
NAMED = pattern_of(rf"\b(?:(?P<all>both|(?:each|all) of)|(?P<none>neither|none of))\s+(?:the )?{OPENS}", re.I)
JOINED = re.compile(
    rf"(?: (?:to|for|of|in|on|up|by|with))?[”\"’']?(?:,|,? (?:and|nor|or)(?: in| at| for)?)(?: the)?\s+{OPENS}", re.I
)
CLOSES = re.compile(r"[”\"’']? $")

THAN = pattern_of(r"\bthan (?:(?:in|on|at|for|with|by|that of) )?(?:the )?$", re.I)
ON_AVERAGE = pattern_of(r"\b(?:on average|averag(?:e|ed|ing|es) of|mean of)\b", re.I)


OF_EACH = pattern_of(
    r"\W*(?:one|a single|only one) [a-z]+ (?:was|is|had been) [a-z]+ (?:for|per|to|by|on) each\b", re.I
)
IN_SHARE = pattern_of(r"\b(?:in|for|of|by) \d[\d.]*% of [a-z ]+ or (?:more|fewer|less|over|above)\b", re.I)
HALF_OF = (
    r"(?:only )?(?:more|less|fewer|over|under|about|nearly|almost)(?: than)? (?:half|a (?:third|quarter|fifth)) of "
)
PART_OF_ALL = pattern_of(
    rf"\b(?:ma(?:d|k)e up|accounted for|formed) {HALF_OF}(?:all|each|the)\b|"
    rf"\b{HALF_OF}(?:all|the (?:total|whole|applicable|eligible|relevant))\b",
    re.I,
)
SET_FOR = pattern_of(
    r"\b(?:set|required|asked|agreed|expected|laid down|fixed|needed|allowed) (?:[a-z]+ ){0,2}?"
    r"(?:for|of|by|from|at|in) (?:every|each|all)\b",
    re.I,
)
SIGN_TOLD = pattern_of(
    r"\W*(?:an?|any) (?:negative|positive|lower|higher|smaller|larger|minus|plus)(?: [a-z]+){0,2} (?:is|means?|"
    r"indicates?|"
    r"shows?|marks?|stands?|denotes?|represents?)\b",
    re.I,
)

RANKED_IN_EACH = pattern_of(
    r"\b(?:(?:most|least) (?:common|frequent|often|likely|cited|reported)\w*|commonest|highest|lowest)\b"
    r"[^.;:]{0,50}\b(?:in|at|on|for) (?:both|each|all|every)\b",
    re.I,
)
FROM = pattern_of(r"\b(?:from|across|by|between) (?:all |the |our )?$", re.I)
OF_REST = pattern_of(r"\b(?:remaining|other) $", re.I)
HAVING = pattern_of(rf"(?:{N}|no|each|every|all) (?P<who>[a-z]+) (?:has|have|had) (?:{N}) (?P<what>[a-z]+)\b", re.I)
NEAR = 12
EACH_OF = pattern_of(rf"(?:each|every one|all|both|none|neither) of (?:the |these |those |our )?(?P<n>{N})\b", re.I)
HALF = pattern_of(
    r"(?:well |just |only )?(?:more|less|fewer|over|under|about|nearly|almost|around)(?: than)? "
    r"(?:half|a (?:third|quarter))|half\b",
    re.I,
)
ANY_OF = pattern_of(r"\W*(?:no|each|every) (?:[a-z]+ )?(?P<noun>[a-z’'-]+)$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each quantified sentence whose noun heads the rows or the columns of a table."""
    return by_statement(context, _of, WHO, PART, OF_FRONT, EVERYWHERE, NAMED)


def _of(remark: Remark) -> Iterator[Finding]:
    if is_of_intervals(remark) or remark.is_of_other_figures:
        return  # "the interval lay below 1.00 in two of the four": of no figure that a column tells
    if CAPTION.match(remark.paragraph.text) and not remark.paragraph.text.rstrip().endswith("."):
        return  # "Table 2. Plans meeting each check": what the table is called
    if OF_EACH.match(remark.text) or IN_SHARE.search(remark.text):
        return  # "one reason was recorded for each": how the table was made; "in 70% of files or more": of a share
    if SET_FOR.search(remark.text):
        return  # "the 90% the Board has set for every standard": how high the mark is
    if PART_OF_ALL.search(remark.text):
        return  # "made up less than half of all courses": a share, and no number of rows
    if SIGN_TOLD.match(remark.text):
        return  # "a negative change is an improvement on every scale": what a sign stands for
    if RANKED_IN_EACH.search(remark.text):
        return  # "the most common fault in both ports": where it stands in each of them
    if ON_AVERAGE.search(remark.text):
        return  # "on average, each of the five": of their mean, and of no row
    for sheet in (remark.sheet, lies(remark.sheet)):
        rows = ranked_rows(sheet)
        if len(rows) < 2:
            continue
        if told := _of_named(remark, sheet):
            yield told
            return
        for who in counted(remark, sheet, len(rows)):
            low, high = remark.clause(who.start)
            limit = ABOVE.search(remark.text)
            if limit and limit.end() <= who.start and FROM.search(remark.text[: who.start]):
                continue  # "64 bills above £1,000 from four teams": where they came from
            if OF_REST.search(remark.text[: who.start]):
                continue  # "the remaining three": of those that no other sentence told of
            if who.least > len(rows) or _is_of_others(remark, sheet, who, len(rows)):
                continue  # "within 45 days": no number of rows
            if _is_of_other_rows(remark, sheet, who):
                continue
            if _is_of_things(sheet, remark.text[who.start : who.end]):
                return  # "no item had more than one error": of each thing that a column counts
            if who.most == 0 and _is_nought(remark):
                return  # "no case of dizziness in usual care": of one cell
            if who.most == 0 and any(THAN.search(remark.text[: each.start]) for each in remark.rows):
                continue  # "no ward did better than Ward 3": of that row's place
            results = _of_now(remark, sheet, holding(remark, sheet, rows, (low, high)))
            if not results:
                continue  # nothing of the kind
            right = [each for each in results if _is_so(who, each[0])]
            verdict: Verdict = "ok" if right else "wrong"
            held, why = (right or results)[0]
            yield remark.finding(CODE, verdict, (low, high), f"{len(held)} of {len(rows)}", why)
            return


def _is_of_others(remark: Remark, sheet: Sheet, who: Who, number: int) -> bool:
    """ "More than half of the debt was not yet due", beside that row; "each of the 55 boats": no rows are counted."""
    told = EACH_OF.search(remark.text, max(0, who.start - NEAR), who.end + NEAR)
    if told and whole(told["n"]) not in (None, number):
        return True
    own = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
    behind = any(each.whole and each.start >= who.end for each in own)
    # "Fewer than half of the coached rowers", under "Coached": of those whom a column tells.
    within_it = any(each.whole and who.start <= each.start < who.end for each in (*remark.rows, *remark.columns))
    return bool(HALF.match(remark.text, who.start)) and (behind or within_it)


def _of_now(
    remark: Remark, sheet: Sheet, results: list[tuple[frozenset[int], str]]
) -> list[tuple[frozenset[int], str]]:
    """Without those of an earlier time that the table sets beside this one, and the sentence says nothing of."""
    then = [head for head in sheet.heads if THEN.match(head)]
    if not then or not any(NOW.match(head) for head in sheet.heads) or EARLIER.search(remark.text):
        return results
    return [each for each in results if not any(each[1].startswith(f"{head}:") for head in then)] or results


def _is_of_other_rows(remark: Remark, sheet: Sheet, who: Who) -> bool:
    """Whether neither what is counted nor what it has so many of is named in a table: "1 team has 10 audits"."""
    said = HAVING.match(remark.text, who.start)
    if said is None or is_kind(sheet, said["who"]):
        return False
    return stem(said["what"]) not in stems(" ".join((sheet.caption, sheet.corner, *sheet.heads)))


def _is_of_things(sheet: Sheet, said: str) -> bool:
    """Whether "no item", "each patient" names what a column of the table counts, and no row."""
    found = ANY_OF.match(said)
    if not found or is_kind(sheet, found["noun"]):
        return False
    counted = (head for head, kind in zip(sheet.heads, sheet.kinds, strict=True) if kind in ("count", "base", "total"))
    return any(stem(found["noun"]) in stems(head) for head in counted)


def _is_nought(remark: Remark) -> bool:
    """Whether a row and a column are named, and nought stands where they meet."""
    cells = [remark.sheet.cells[row.at][column.at] for row in remark.rows for column in remark.columns]
    return any(each is not None and each.value == 0 for each in cells)


def _of_named(remark: Remark, sheet: Sheet) -> Finding | None:
    """Of two rows or more that stand behind "both" or "neither": whether it is so of them."""
    for found in NAMED.finditer(remark.text):
        own = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
        run: list[Named] = []
        end = found.end()
        for each in own:
            if each.start == end or (run and JOINED.fullmatch(remark.text[end : each.start])):
                run.append(each)
                end = each.end
        run = run or _before(remark, own, found)
        rows = list(dict.fromkeys(each.at for each in run))
        results = holding(remark, sheet, rows, remark.clause(found.start())) if len(rows) > 1 else []
        if results:
            many = len(rows) if found["all"] else 0
            right = [each for each in results if len(each[0]) == many]
            held, why = (right or results)[0]
            verdict: Verdict = "ok" if right else "wrong"
            span = (found.start(), remark.clause(found.start())[1])
            return remark.finding(CODE, verdict, span, f"{len(held)} of {len(rows)}", why)
    return None


def _before(remark: Remark, own: Sequence[Named], found: re.Match[str]) -> list[Named]:
    """ "Ash and Elm both improved": those named right before it."""
    run: list[Named] = []
    closing = CLOSES.search(remark.text, 0, found.start())
    end = closing.start() if closing else found.start()
    for each in reversed([each for each in own if each.end <= end]):
        if each.end == end or (run and JOINED.fullmatch(remark.text[each.end : end])):
            run.append(each)
            end = each.start
    moved = WENT_ON.match(remark.text, found.end())
    return run if moved and found.group().lower().startswith("both") else []


def _is_so(who: Who, held: frozenset[int]) -> bool:
    """Whether as many rows hold as are told; those that are left out by name don't."""
    if who.without:
        return held.isdisjoint(who.without) and len(held) == who.least
    return who.least <= len(held) <= who.most
