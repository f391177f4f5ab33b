"""What all that was looked at are said to have, under how many were and how many passed: "All boats had a log"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.measures import NO, YES
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.naming import Token, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-all-in-row"
MESSAGE = "What all that was looked at are said to have, or none of it, so many have by the row that says the same."
_TABLE = "Check\tSampled\tPassed\nPermit signed\t30\t26\nLog on board\t30\t30\nLamp fitted\t30\t28\n\n"
GOOD = _TABLE + "All boats sampled had a log on board."
BAD = _TABLE + "All boats sampled had a lamp fitted."

EVERY = pattern_of(
    r"\b(?:(?P<none>no|none of(?: the| these| our)?|not (?:one|a single one) of(?: the| these| our)?|not (?:a single|"
    r"one))|(?P<some>not )?(?P<all>(?:each|every)(?: (?:single )?one)?(?: of)?(?: the| these| our)?|"
    rf"all(?: of)?(?: the| these| our)?(?: (?P<n>\d[\d,]*|{NUMBER}))?)) (?P<noun>[a-z’'-]+)",
    re.I,
)
# What the one column counts all of, and the other those of which it is so, or not so.
SEEN = (
    r"sampled?|samples|tested|tests?|checked|checks?|examined|inspected|reviewed|audited|assessed|looked|seen|read|"
    r"visited|applicable|relevant"
)
ALL_SEEN = pattern_of(
    rf"^(?:(?:number|no\.?|total|cases|items|files|records) )?(?:of )?(?:[a-z]+ )?(?:{SEEN}|n|base)$", re.I
)
PASSED = pattern_of(
    r"^(?:(?:number|no\.?|of which|of these) )?(?:that )?(?:pass(?:ed|es)?|met|compl(?:iant|ied|ete|eted)|"
    r"correct|right|"
    r"effective|satisfactory|in place|present|achieved|in order|evidenced|confirmed|found|with it|ok)$",
    re.I,
)
FAILED = pattern_of(
    r"^(?:(?:number|no\.?|of which|of these) )?(?:that )?(?:fail(?:ed|s|ures)?|exceptions?(?: found)?|not met|"
    r"non-?compliant|incorrect|wrong|ineffective|unsatisfactory|missing|absent|not (?:found|present|in place))$",
    re.I,
)
MET = pattern_of(
    r"^(?:%|per ?cent(?:age)?|share)?\W*(?:pass(?:ed)?|met|compliant|compliance|correct|in place|"
    r"achieved)\W*(?:%|\(%\))?$",
    re.I,
)
# With these a sentence says no more than that it is so of each.
SMALL = pattern_of(
    rf"^(?:the|an?|its?|their|was|were|had|have|has|been|is|are|be|in|on|of|for|at|to|by|with|cases?|items?|records?|"
    rf"files?|{SEEN}|also|at)$",
    re.I,
)
COUNTED = ("count", "total", "base")
HUNDRED = 100


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that says the whole of a row's label, and nothing else."""
    return by_statement(context, _of, EVERY)


def _of(remark: Remark) -> Iterator[Finding]:
    rows = {each.at for each in remark.rows}
    every = list(EVERY.finditer(remark.text))
    if len(rows) != 1 or len(every) != 1 or not all(each.whole for each in remark.rows):
        return
    (row,), (found,) = rows, every
    told = _told(remark.sheet, row) if row in remark.sheet.parts else None
    if told is None or not _says_it(remark, found, row):
        return
    part, base = told
    if found["n"] and (found["n"].isdigit() and int(found["n"]) != base):
        return  # of others
    right = not part if found["none"] else (part < base) if found["some"] else part == base
    why = f"{remark.sheet.labels[row]}: {part} of {base}"
    yield remark.finding(CODE, "ok" if right else "wrong", found.span(), "" if right else f"{part} of {base}", why)


def _says_it(remark: Remark, found: re.Match[str], row: int) -> bool:
    """Whether a sentence says every word of a row's label, of one noun behind "all", and nothing besides."""
    tokens = tokens_of(remark.text)
    noun = next((e for e in tokens if e.start >= found.start("noun") and not SMALL.match(e.plain)), None)
    label = label_words(remark.sheet.labels[row])
    left = [e for e in tokens if not found.start() <= e.start < found.start("noun") and e is not noun]
    said = [each.plain for each in tokens]
    known = (*label, *(word for head in remark.sheet.heads for word in label_words(head)))
    return all(any(alike(word, other) for other in said) for word in label) and all(_is_known(e, known) for e in left)


def _is_known(token: Token, known: tuple[str, ...]) -> bool:
    return bool(SMALL.match(token.plain)) or any(alike(token.plain, word) for word in known)


def _told(sheet: Sheet, row: int) -> tuple[int | Decimal, int] | None:
    """Of how many it is so in a row, and of how many there are; of a share alone what it is of a hundred."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in COUNTED]
    if not counted:
        own = sheet.share_at(row, 0) if len(sheet.heads) == 1 and MET.match(sheet.heads[0]) else None
        return (own.value, HUNDRED) if own else None
    heads = {at: sheet.heads[at].split("(")[0].strip() for at in counted}
    yes = [at for at in counted if PASSED.match(heads[at]) or YES.match(heads[at])]
    no = [at for at in counted if FAILED.match(heads[at]) or NO.match(heads[at])]
    whole = [at for at in counted if ALL_SEEN.match(heads[at])]
    if len(yes) > 1 or len(no) > 1 or len(whole) > 1 or len(yes) + len(no) + len(whole) != len(counted):
        return None
    cells = {at: cell.count for at in counted if (cell := sheet.cells[row][at]) and cell.count is not None}
    if len(cells) < len(counted) or not (yes or no):
        return None
    base = cells[whole[0]] if whole else head_base(sheet, (yes or no)[0])
    base = sum(cells.values()) if base is None and yes and no else base
    if base is None:
        return None
    part = cells[yes[0]] if yes else base - cells[no[0]]
    return (part, base) if 0 <= part <= base else None
