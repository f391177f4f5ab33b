"""Where nothing is said to have been: the row of the table has a nought, and the only one."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.measures import Measure, measures
from looped.checker.patterns import pattern_of
from looped.checker.phrases import DOUBLE
from looped.checker.quieting import SPELT
from looped.checker.quoted_sums import SOME_TIMES
from looped.checker.remarks import Remark, by_statement, value, within
from looped.checker.rules.sheet_altogether import EARLIER, PLAIN
from looped.checker.rules.sheet_unfilled import is_left
from looped.checker.rules.sheet_within import WHOLE
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import pair_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-nothing"
MESSAGE = "Where there is said to have been nothing, the table has a nought."
GOOD = "Month\tFalls\nMay\t3\nJune\t0\nJuly\t5\n\nThere were no falls in June."
BAD = "Month\tFalls\nMay\t3\nJune\t0\nJuly\t5\n\nThere were no falls in July."

NOTHING = pattern_of(
    r"\b(?:no(?! (?:more|fewer|less|longer|other|one|change|difference|trend|doubt)\b)|nothing|none|"
    r"not (?:a single|one)|"
    r"without (?:a|any)|free (?:of|from)|zero|nil|nobody|no[- ]one|(?:was|were) (?:not|never) (?:used|needed|recorded|"
    r"reported|called) (?:at all|once)|(?:saw|had) none)\b",
    re.I,
)
SOME = pattern_of(r"\b(?:every|each|all|any|other|than|below|above|more|fewer|less|but|except|until|if|single)\b", re.I)
NOT = pattern_of(r"\W*(?:not|no|non|never|none|without|un[a-z]+ed)\b", re.I)
HAPPENED = pattern_of(r"^(?:occurred|happened|arose|any|at|all|anywhere|year|season|term)$", re.I)
VERDICT = pattern_of(r"^(?:judged|graded|rated|classed|scored|deemed|assessed|marked|said|felt|as|no|not|one|a)$", re.I)
# "No boat was", "none of the boats at": what is counted, with what goes on behind it.
NOUN = pattern_of(
    r"(?: of (?:the|these|those|our))? (?P<noun>[a-z]+(?: (?!of\b|for\b|to\b)[a-z]+){0,2}?)(?= (?:was|were|had|has|"
    r"have|is|are|"
    r"given|on|in|at|who|taking|"
    r"receiving|assigned|allocated|randomi[sz]ed|reported|from|with)\b)",
    re.I,
)
GROUP = pattern_of(
    r"^(?:given|reported|experienced|developed|suffered|allocated|assigned|randomi[sz]ed|taking|took|taken|receiving|"
    r"received|group|arm|treated|participants?|patients?|people|anyone)$",
    re.I,
)
TIMES = pattern_of(
    r"\b(?:first|second|third|last|later|days?|weeks?|months?|years?|quarters?|terms?|half|again|once|twice|both|"
    r"either|together)\b",
    re.I,
)
NONE_OF_THEM = pattern_of(
    r"(?:[,;–—]|\band|\bbut) ?(?:and |but |though )?(?P<none>none) (?:of (?:them|these|those|which|whom) )?(?:was |"
    r"were )?"
    r"(?:in|at|from|on|for) (?:the )?$",
    re.I,
)
ENDS = pattern_of(r"(?: (?:ward|team|site|department|service|office|branch|arm|group))?\s*[.;]?\s*$", re.I)
SOME_OF = pattern_of(rf"^\W*(?:some|a few|several|many|most|{SPELT}|\d{{1,3}})(?: of the)? ", re.I)
LACKING = pattern_of(r"\b(?:no|not|none|without|lack\w*|missing|absent)\b|n[’']t\b", re.I)
ONLY = pattern_of(r"\b(?:only|single|one|sole)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names one row, in the columns that it may mean."""
    return by_statement(context, _of, NOTHING)


def _of(remark: Remark) -> Iterator[Finding]:
    found = NOTHING.search(remark.text)
    if not found or remark.is_of_other_figures:
        return
    if told := _none_of_them(remark):
        yield told
        return
    low, high = remark.clause(found.start())
    if any(low <= each.start - remark.start < high for each in remark.read.of_sentence(remark.at)):
        return
    only = bool(ONLY.search(remark.text[: found.start()]))
    silent = r"\bat all\b|\b(?:a )?single\b" if only else r"\bat all\b|\ba single\b"
    if SOME.search(re.sub(silent, "", remark.text[low:high])):
        return
    if EARLIER.search(remark.text[low:high]) or DOUBLE.search(remark.text, found.end(), high):
        return
    if any(is_left(head, remark.text[found.start() : high]) for head in remark.sheet.heads):
        return  # "no berth was vacant", under berths and let: nothing is left, and all were
    # "For the child" names no "Children in Care".
    rows = within([each for each in remark.rows if each.whole or each.words > 1], low, high)
    sheet = remark.sheet
    # "2 are open: A-4 (no action recorded)": of the row named before the clause, and not of all.
    if not rows and not any(each.whole for each in remark.rows):
        yield from _nowhere(remark, found, (low, high))
    # "No audit was graded" under a row "Not graded": denied twice, it is that row in full.
    if not rows or not set(rows) <= set(sheet.parts) or NOT.match(sheet.labels[rows[0]]):
        return
    # "None of the boats sampled had": of what there were, and not that there were none.
    whole = pair_of(sheet)
    named = [
        at
        for at in within(remark.columns, low, high)
        if not (whole and at == whole[0] and WHOLE.search(sheet.heads[at]))
    ]
    if len(named) == 1 and len(sheet.parts) == 1:
        # One row of times: "no errors in April", under "Errors".
        if _is_counted(remark, found, sheet.labels[rows[0]]):
            yield _told(remark, rows, [Measure(named[0], "count")], (low, high))
        return
    options = [each for each in measures(sheet, "", named) if each.by == "count" or sheet.kinds[each.column] == "share"]
    noughts = [each for each in options if any(value(sheet, row, each.column, each.by) == 0 for row in sheet.parts)]
    # Without a nought anywhere the words are of something that the table may not have.
    noughts = noughts or [each for each in options if _is_counted(remark, found, sheet.heads[each.column])]
    if not noughts and len(named) == 1 and len(set(sheet.kinds) - {"total"}) == 1 and _has_nought(sheet):
        noughts = [each for each in options if each.by == "count"]  # a row and a column of one kind of figure
    if not noughts and len(named) == 1 and _names_the_cell(remark, found, rows, named[0], (low, high)):
        noughts = [each for each in options if each.by == "count"]
    if noughts:
        yield _told(remark, rows, noughts, (low, high))


def _unnamed(remark: Remark) -> str:
    """The sentence without the names of rows and columns."""
    text = remark.unnamed
    for each in remark.columns:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _none_of_them(remark: Remark) -> Finding | None:
    """ "Some claims had no receipt, none of them in Ayr": the row has a nought in the column that counts those."""
    sheet = remark.sheet
    for each in remark.rows:
        before, behind = NONE_OF_THEM.search(remark.text[: each.start]), remark.text[each.end :]
        if not before or not each.whole or not ENDS.match(behind) or each.at not in sheet.parts:
            continue
        lead = SOME_OF.sub("", remark.text[: before.start()])
        columns = [at for at, kind in enumerate(sheet.kinds) if kind == "count" and _is_all_said(sheet.heads[at], lead)]
        most = max((len(label_words(sheet.heads[at])) for at in columns), default=0)
        columns = [at for at in columns if len(label_words(sheet.heads[at])) == most]
        if len(columns) == 1 and not re.search(r"\d", lead) and not besides(remark, lead):
            return _told(remark, [each.at], [Measure(columns[0], "count")], (before.start("none"), each.end))
    return None


def _is_all_said(head: str, lead: str) -> bool:
    """Whether words say all that heads a column, and deny it where it does."""
    said = [each.plain for each in tokens_of(lead)]
    own = [word for word in label_words(head) if not LACKING.search(word)]
    denied = bool(LACKING.search(head)) == bool(LACKING.search(lead))
    return denied and len(own) > 1 and all(any(alike(word, other) for other in said) for word in own)


def _names_the_cell(
    remark: Remark, found: re.Match[str], rows: Sequence[int], column: int, span: tuple[int, int]
) -> bool:
    """ "None of the boats at Ryde were judged sound", of boats by place and judgement: no word is of anything else."""
    sheet = remark.sheet
    if not any(each.whole for each in remark.columns if each.at == column):
        return False
    own = [*label_words(sheet.heads[column]), *label_words(f"{sheet.caption} {sheet.corner}")]
    own += [word for row in rows for word in label_words(sheet.labels[row])]
    # "No boat was ...", "none of the boats at ...": whatever the table counts, where nothing else is said of it.
    noun = NOUN.match(remark.text, found.end())
    own += [each.plain for each in tokens_of(noun["noun"])[-1:]] if noun else []
    if noun and (len(rows) > 1 or TIMES.search(_unnamed(remark))):
        return False
    # "At Ryde pier", where "Ryde" heads the column: what it is.
    ends = {each.end for each in (*remark.columns, *remark.rows)}
    left = [
        each
        for each in tokens_of(remark.text[span[0] : span[1]])
        if not any(remark.text[end : span[0] + each.start] == " " for end in ends)
        and not (PLAIN.match(each.plain) or HAPPENED.search(each.plain) or VERDICT.match(each.plain))
        and not (noun and GROUP.match(each.plain))
        and not NOTHING.match(each.plain)
        and not any(alike(each.plain, word) for word in own)
    ]
    return not left and bool(label_words(sheet.caption))


def _nowhere(remark: Remark, found: re.Match[str], span: tuple[int, int]) -> Iterator[Finding]:
    """ "No thefts took place in the quarter": a column that is named has no more than noughts."""
    sheet = remark.sheet
    named = within([each for each in remark.columns if each.whole], *span)
    if len(named) != 1 or sheet.kinds[named[0]] != "count" or not _is_counted(remark, found, sheet.heads[named[0]]):
        return
    words = tokens_of(remark.text[found.end() : span[1]])
    own = label_words(sheet.heads[named[0]])
    others = [each.raw.lower() for each in words if not any(alike(each.plain, word) for word in own)]
    every = all(PLAIN.match(word) or HAPPENED.search(word) for word in others)
    if every and not SOME_TIMES.search(remark.text) and all(sheet.cells[row][named[0]] for row in sheet.parts):
        yield _told(remark, list(sheet.parts), [Measure(named[0], "count")], span)


def _has_nought(sheet: Sheet) -> bool:
    return any(figure.value == 0 for row in sheet.parts for figure in sheet.cells[row] if figure)


def _told(remark: Remark, rows: Sequence[int], noughts: Sequence[Measure], span: tuple[int, int]) -> Finding:
    """Right where a column has a nought in each of the rows."""
    sheet = remark.sheet
    right = any(all(value(sheet, row, each.column, each.by) == 0 for row in rows) for each in noughts)
    row = next((each for each in rows if value(sheet, each, noughts[0].column, noughts[0].by) != 0), rows[0])
    figure = sheet.cells[row][noughts[0].column]
    why = f"{sheet.heads[noughts[0].column]}: {figure.text if figure else ''}"
    return remark.finding(CODE, "ok" if right else "wrong", span, "" if right else "another", why, sheet.labels[row])


def _is_counted(remark: Remark, found: re.Match[str], label: str) -> bool:
    """Whether what there is none of is what a head or label counts: every word of the one is in the other."""
    behind = re.match(
        r"\s*(?:[a-z’'-]+ ){0,3}?[a-z’'-]+(?= (?:was|were|had|has|have|in|at|on|for|took|occurred|recorded|"
        r"reported|logged|noted|raised|received|seen)\b)",
        remark.text[found.end() :],
    )
    own = label_words(label)
    words = label_words(behind.group()) if behind else []
    return bool(own) and len(own) == len(words) and all(any(alike(a, b) for b in own) for a in words)
