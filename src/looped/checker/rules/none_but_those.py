"""Of whom all were said to be: "No one was measured who had not been entered", where fewer were entered."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.remarks import Remark, by_statement, lies
from looped.checker.rules.sheet_within import CAME, WENT
from looped.checker.sheets.naming import alike, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "none-but-those"
MESSAGE = "Where none did a thing without having done another, no more did the one than did the other."
_TABLE = "Stage | Crews\nAsked | 412\nEntered | 240\nMeasured | {}\n\nNo one was measured who had not been entered."
GOOD = _TABLE.format(231)
BAD = _TABLE.format(251)

WORD = r"[a-z][a-z-]*"
BE = r"(?:was|were|had been|has been|have been|had|has|have|is|are|got)"
AFTER = r"(?: (?:first|before(?:hand)?|already|previously))?"
NOBODY = rf"(?:no[- ]one|nobody|no {WORD}|none(?: of (?:the|these|those) {WORD})?|not (?:one|a single) {WORD})"
WHO = r",? (?:who|that|which|whom)"
EVERYBODY = (
    rf"(?:every(?:one|body)|every(?: single)? {WORD}|each(?: of (?:the|those|these))? {WORD}|all(?: of)?(?: the|"
    rf" those| "
    rf"these)?(?: {WORD})?)"
)
# a: what they did of whom it is said; b: what all of these had done.
FORMS = (
    rf"{NOBODY}(?: {BE})? A{WHO} (?:(?:was|were|had|has|have) not|hadn[’']t|wasn[’']t|weren[’']t)(?: (?:been|already|"
    rf"yet|first|previously))* B{AFTER}",
    rf"{NOBODY}(?: {BE})? A without (?:(?:having|being|been|first|previously|already) ?)*B{AFTER}",
    rf"{EVERYBODY}(?:{WHO})?(?: {BE})? A,? {BE}(?: (?:all|also|been|first|already|previously|both))* B{AFTER}",
    rf"(?:the|those)(?: {WORD})?(?: {BE})? A (?:had|were|was) all(?: been| already| first| previously)* B{AFTER}",
    rf"only (?:the |those )?(?:{WORD} )?(?:(?:who|that|which) )?(?:{BE} )?(?:already )?B (?:{BE} )?(?:then )?A",
)
LEAD = r"\W*(?:in (?:the )?(?:whole |entire )?(?:year|trial|study|survey|programme|process),? )?"
OF_ROWS = tuple(
    pattern_of(LEAD + form.replace("A", "(?P<a>qqa)", 1).replace("B", "(?P<b>qqb)") + r"\W*$", re.I) for form in FORMS
)
DONE = r"[a-z]{3,}(?:ed|en|wn|pt|nt|ld|ft)|met|seen|paid|read|sent|put"
OF_PROSE = tuple(
    pattern_of(LEAD + form.replace("A", f"(?P<a>{DONE})", 1).replace("B", f"(?P<b>{DONE})") + r"\W*$", re.I)
    for form in FORMS
)
BOUND = pattern_of(r"\b(?:without|only|all|every|each|everyone|everybody|not|n[’']t)\b|n[’']t\b", re.I)
COUNTED = ("count", "total", "base")


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence on two rows or columns of a table, or on two figures told before it."""
    yield from by_statement(context, _of, BOUND)
    for paragraph in context.paragraphs_with(BOUND):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            if not read.of_sentence(at):
                yield from _of_figures(paragraph, read, at)


def _of(remark: Remark) -> Iterator[Finding]:
    if remark.read.of_sentence(remark.at):
        return
    for sheet, names in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
        own = [each for each in names if each.whole]
        if len(own) != 2 or len(names) != 2 or own[0].at == own[1].at:
            continue
        text = remark.text
        first, second = own
        for form in OF_ROWS:
            for one, other in (("qqa", "qqb"), ("qqb", "qqa")):
                said = f"{text[: first.start]}{one}{text[first.end : second.start]}{other}{text[second.end :]}"
                if form.match(said):
                    few, many = (first.at, second.at) if one == "qqa" else (second.at, first.at)
                    yield from _told(remark, sheet, few, many)
                    return


def _told(remark: Remark, sheet: Sheet, few: int, many: int) -> Iterator[Finding]:
    """In every column of counts the one is no more than the other."""
    pairs = [
        (one, other)
        for at, kind in enumerate(sheet.kinds)
        for one, other in [(sheet.cells[few][at], sheet.cells[many][at])]
        if kind in COUNTED and one and other and one.count is not None and other.count is not None
    ]
    if not pairs or _are_of_two_times(sheet.labels[many], sheet.labels[few]):
        return
    above = next(((one, other) for one, other in pairs if (one.count or 0) > (other.count or 0)), None)
    one, other = above or pairs[0]
    why = f"{sheet.labels[few]} {one.text}, {sheet.labels[many]} {other.text}"
    span = (0, len(remark.text))
    yield remark.finding(CODE, "wrong" if above else "ok", span, f"at most {other.text}" if above else "", why)


def _of_figures(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """The same of figures that the sentence before tells, each by its own verb."""
    said = next((each for form in OF_PROSE if (each := form.match(read.sentence(at)))), None)
    if said is None or _are_of_two_times(said["b"], said["a"]):
        return
    told = [e for e in read.of_sentence(at - 1) if e.kind == "count" and not e.base]
    few, many = ([e for e in told if _is_told_of(e.after, said[name].lower())] for name in "ab")
    if len(few) != 1 or len(many) != 1 or few == many:
        return
    why = f"{few[0].text} {said['a']}, {many[0].text} {said['b']}"
    right = few[0].count <= many[0].count
    slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
    quote = read.sentence(at).strip()
    wanted = "" if right else f"at most {many[0].count}"
    yield Finding(CODE, "ok" if right else "wrong", paragraph.where, quote, quote, wanted, why, slip, "likely")


def _are_of_two_times(many: str, few: str) -> bool:
    """ "All that were closed had been received": of those that came last year some may have gone this year."""
    return bool(CAME.search(many) and WENT.search(few))


def _is_told_of(words: str, verb: str) -> bool:
    return any(alike(each.plain, verb) for each in tokens_of(words))
