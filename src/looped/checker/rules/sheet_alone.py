"""Rows that are named as the only ones, as so many or as the exception, against all rows of which the same is so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.going import EVERY
from looped.checker.kept import Held
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, is_kind, ranked_rows, within
from looped.checker.rules.sheet_rows import LINES
from looped.checker.sheets.naming import Named, alike, tokens_of
from looped.checker.so_many import so_many
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-alone"
MESSAGE = "The rows that are named as the only ones, as so many or as the exception are those of which it is so."
TABLE = "Port\tBoats\tSound\tSound %\nLeith\t40\t32\t80\nAyr\t30\t27\t90\nOban\t20\t9\t45\nTain\t10\t7\t70\n\n"
GOOD = TABLE + "Ayr is the only port above 85%."
BAD = TABLE + "Tain is the only port above 85%."

N = rf"(?:\d{{1,2}}|{WORDS})"
PREDICATE = (
    r"(?P<pred>(?:that|which|to|with|without|where|in which|whose|who|above|below|over|under|at or|on or|not|met|"
    r"within)\b[^.;:]*)"
)
# "Ayr is the only port that ...", "it is one of two ports to ...".
IS_ONLY = pattern_of(
    r"\b(?:is|are|was|were|remains?|remained|being|and)(?: [a-z]+)? (?:(?P<only>the (?:only|sole))|(?:one of|among) "
    rf"(?:the |only |just )?(?P<of>{N})) (?P<noun>(?!of\b)[a-z’'-]+)(?: of [a-z]+)? {PREDICATE}",
    re.I,
)
# "The only port to fall was Ayr", "the one port above 85% is Ayr".
ONLY_WAS = pattern_of(
    rf"\bthe (?:only|sole|one) (?P<noun>[a-z’'-]+) {PREDICATE[:-1].replace('*', '*?')}) (?:was|is) (?:that of |the )?",
    re.I,
)
# "The target was missed by Ayr alone", "met by one port alone, Ayr", "met by two ports, Ayr and Tain".
BY_ALONE = pattern_of(
    rf"\bby (?:(?:only |just )?(?P<n>{N}) (?P<noun>[a-z’'-]+)(?: alone| only)?(?:,| \(|:) ?(?:the )?|"
    r"(?=[^.;:,]{2,40} (?P<alone>alone)\b))",
    re.I,
)
# "Two of the five ports, Ayr and Tain, had ...", "three of the four (Ayr, Leith and Tain) were ...".
SO_MANY = pattern_of(
    rf"\b(?P<n>{N}) (?:out )?of (?:the |its |our |these )?(?P<m>{N})(?: (?P<noun>(?!of\b)[a-z’'-]+))?(?:, | \(|: )",
    re.I,
)
ONLY_ROW = pattern_of(r"(?:^|[;,:] |\band |\bbut )(?:Only|only) (?:the )?", 0)
EXCEPTION = pattern_of(r"\bthe (?:one |only |sole )?exception (?:was|is|being) (?:the |that of )?", re.I)
ALL_BUT_ONE = pattern_of(
    rf"\b(?:all (?:but|except|bar) one|(?:all|every) [a-z’'-]+ (?:but|except|bar) one|(?P<n>{N}) (?:out )?of "
    rf"(?:the |its |our |these )?(?P<m>{N}))\b",
    re.I,
)
DEGREE = pattern_of(
    r"\b(?:markedly|much|clearly|significantly|greatly|sharply|noticeably|substantially|appreciably|considerably|"
    r"strongly)\b",
    re.I,
)
OF_SOME = pattern_of(r"\W*(?:among|for|of|within|in|at|excluding|leaving out|counting) ([^.;:,]{4,60}), ", re.I)
JOINED = re.compile(r"[”\"’')]*(?:, (?:and )?| and | & )(?:the |in |at )?[“\"‘'(]?$", re.I)
ELSE = pattern_of(
    r"\b(?:should|must|would|could|may|might|if|unless|until|whether|nationally|expected|both|than "
    r"(?:it|its|the|any|in|last)|another|also the)\b",
    re.I,
)
CUT = pattern_of(r"[;:]|, (?:and|but|while|whereas|with|which|though|although|so|as)\b", re.I)
FEWEST = 3


@dataclass(frozen=True)
class Told:
    """What is said. named: the rows; pred: where its words stand; number: of how many, None for those named alone."""

    named: frozenset[int]
    pred: tuple[int, int]
    number: int | None
    start: int
    end: int
    others: bool = False


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, against every table that it may mean."""
    return by_any_table(context, _of, IS_ONLY, ONLY_WAS, BY_ALONE, SO_MANY, ONLY_ROW, EXCEPTION)


def _of(remark: Remark) -> Iterator[Finding]:
    rows = ranked_rows(remark.sheet)
    if DEGREE.search(remark.text):
        return  # "only May has grown markedly": others may have grown too
    if len(rows) < FEWEST or is_of_other_year(remark, remark.text) or _is_of_some(remark):
        return
    for way in (_is_only, _only_was, _by_alone, _so_many_named, _only_row):
        for told in way(remark, rows):
            yield from _judged(remark, rows, told)
    yield from _exception(remark, rows)


def _is_of_some(remark: Remark) -> bool:
    """Whether a sentence begins with those of whom it speaks, and the table has no word of them."""
    found = OF_SOME.match(remark.text)
    if not found:
        return False
    known = tokens_of(" ".join((remark.sheet.texts_before, *remark.sheet.labels, remark.sheet.table.section)))
    words = [each.plain for each in tokens_of(found[1]) if len(each.plain) > FEWEST]
    return not all(any(alike(word, each.plain) for each in known) for word in words)


def _judged(remark: Remark, rows: Sequence[int], told: Told) -> Iterator[Finding]:
    low, high = told.pred
    words = remark.text[low:high]
    if (
        ELSE.search(words)
        or EVERY.search(words)
        or not told.named
        or not told.named <= set(rows)
        or len(told.named) == len(rows)
    ):
        return
    options = so_many(remark.sheet, rows, words, within(remark.columns, low, high))
    yield from _against(remark, rows, told, options)


def _against(remark: Remark, rows: Sequence[int], told: Told, options: Sequence[Held]) -> Iterator[Finding]:
    """The rows told, against those of which it is so in some sense."""
    if told.others:
        options = [(frozenset(rows) - held, why) for held, why in options]
    if not options:
        return
    if told.number is not None:
        true = [each for each in options if len(each[0]) == told.number and told.named <= each[0]]
    else:
        true = [each for each in options if each[0] == told.named]
    held, why = (true or options)[0]
    names = " and ".join(remark.sheet.labels[row] for row in sorted(held)) or "none"
    verdict: Verdict = "ok" if true else "wrong"
    yield remark.finding(CODE, verdict, (told.start, told.end), "" if true else names, why)


def _is_only(remark: Remark, rows: Sequence[int]) -> Iterator[Told]:
    """ "Ayr is the only port that ...", of the row before it; of the one named in the sentence before it."""
    for found in IS_ONLY.finditer(remark.text):
        number = whole(found["of"]) if found["of"] else None
        if not _is_of_rows(remark, found["noun"]) or (number is not None and number < 2):
            continue
        own = _subject(remark, found.start())
        if own is not None:
            yield Told(frozenset((own,)), _clause(remark, found), number, found.start(), found.end())


def _only_was(remark: Remark, rows: Sequence[int]) -> Iterator[Told]:
    for found in ONLY_WAS.finditer(remark.text):
        own = _run(remark, found.end())
        if own and _is_of_rows(remark, found["noun"]):
            yield Told(frozenset(own), found.span("pred"), None, found.start(), _last(remark, own))


def _by_alone(remark: Remark, rows: Sequence[int]) -> Iterator[Told]:
    for found in BY_ALONE.finditer(remark.text):
        own = _run(remark, found.end()) or _run(remark, found.end() + 1) or _run(remark, found.end() + len("the "))
        if not own or (found["noun"] and not _is_of_rows(remark, found["noun"])):
            continue
        if found["n"] and whole(found["n"]) != len(own):
            continue
        low = max((each.end() for each in CUT.finditer(remark.text, 0, found.start())), default=0)
        yield Told(frozenset(own), (low, found.start()), None, low, _last(remark, own))


def _so_many_named(remark: Remark, rows: Sequence[int]) -> Iterator[Told]:
    """ "Two of the five ports, Ayr and Tain, had ...": of those two."""
    for found in SO_MANY.finditer(remark.text):
        number, size = whole(found["n"]), whole(found["m"])
        own = _run(remark, found.end())
        if size != len(rows) or number != len(own) or (found["noun"] and not _is_of_rows(remark, found["noun"])):
            continue
        last = _last(remark, own)
        behind = re.match(r"[”\"’']?(?:,|\)) ?", remark.text[last:])
        if behind is None:
            continue
        low = last + behind.end()
        high = min((each.start() for each in CUT.finditer(remark.text, low)), default=len(remark.text))
        yield Told(frozenset(own), (low, high), None, found.start(), high)


def _only_row(remark: Remark, rows: Sequence[int]) -> Iterator[Told]:
    """ "Only Ayr reached 85%": names right behind the word."""
    for found in ONLY_ROW.finditer(remark.text):
        own = _run(remark, found.end())
        if not own:
            continue
        last = _last(remark, own)
        high = min((each.start() for each in CUT.finditer(remark.text, last)), default=len(remark.text))
        words = remark.text[last:high]
        if re.match(
            r"[”\"’']* (?:[a-z]+ )?(?:was|were|is|are|had|has|have|did|do|[a-z]+ed|fell|rose|met|got)\b", words
        ):
            # "The limit is 3%, and only Ayr was within it": of the limit told before.
            before = remark.text.rfind(";", 0, found.start()) + 1
            low = before if re.search(r"\b(?:it|this|that)\b", words) else last
            yield Told(frozenset(own), (low, high), None, found.start(), high)


def _exception(remark: Remark, rows: Sequence[int]) -> Iterator[Finding]:
    """ "All but one fell; the exception was Ayr", be it in the next sentence."""
    found = EXCEPTION.search(remark.text)
    own = _run(remark, found.end()) if found else []
    if not found or len(own) != 1:
        return
    lead, before = remark.text[: found.start()], remark
    if not ALL_BUT_ONE.search(lead):
        if not remark.at:
            return
        before = Remark(remark.paragraph, remark.read, remark.at - 1, remark.sheet)
        lead = before.text
    said = ALL_BUT_ONE.search(lead)
    if not said or (said["n"] and (whole(said["m"]) != len(rows) or whole(said["n"]) != len(rows) - 1)):
        return
    words = lead[: said.start()] + " " + lead[said.end() :]
    options = so_many(remark.sheet, rows, words, within(before.columns, 0, len(lead)))
    told = Told(frozenset(own), (0, 0), None, found.start(), _last(remark, own), others=True)
    yield from _against(remark, rows, told, options)


def _clause(remark: Remark, found: "re.Match[str]") -> tuple[int, int]:
    """Of the words of a predicate those up to the next clause."""
    low, high = found.span("pred")
    return low, min((each.start() for each in CUT.finditer(remark.text, low, high)), default=high)


def _subject(remark: Remark, place: int) -> int | None:
    """The one row named before a place in its sentence, nearest to it; that of the sentence before for "it"."""
    text = remark.text
    before = [each for each in remark.rows if each.end <= place]
    if before:
        first = before[0]
        low = max((each.end() for each in CUT.finditer(text, 0, place)), default=0)
        near = [each for each in before if each.start >= low]
        named = {each.at for each in (near or before)}
        return first.at if len(named) == 1 and first.at in named else named.pop() if len(named) == 1 else None
    if not re.match(r"\W*(?:It|This|They)\b", text) or not remark.at:
        return None
    last = Remark(remark.paragraph, remark.read, remark.at - 1, remark.sheet)
    named = {each.at for each in last.rows}
    return named.pop() if len(named) == 1 else None


def _run(remark: Remark, place: int) -> list[int]:
    """The rows named one behind the other from a place on."""
    found: list[Named] = []
    for each in sorted(remark.rows, key=lambda name: name.start):
        if (not found and each.start == place) or (
            found and JOINED.fullmatch(remark.text, found[-1].end, each.start) and each.at != found[-1].at
        ):
            found.append(each)
    return [each.at for each in found]


def _last(remark: Remark, own: Sequence[int]) -> int:
    """Where the last name of some rows ends."""
    return max(each.end for each in remark.rows if each.at in own)


def _is_of_rows(remark: Remark, noun: str) -> bool:
    return is_kind(remark.sheet, noun) or bool(LINES.match(noun)) or noun.lower() in ("one", "ones")
