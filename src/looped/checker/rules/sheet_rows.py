"""How many rows of any table of the report something is said of: none, all, three of the five, every one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, is_kind, is_of_intervals, ranked_rows, within
from looped.checker.rows_counted import EVERY_SO, LINE
from looped.checker.sheets.sheet import is_time
from looped.checker.so_many import limited, so_many
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-rows"
MESSAGE = "What is said of so many rows of a table is so of as many in some sense of the words."
TABLE = "Standard\tApplied\tMet\nPlan\t39\t32\nVisits\t46\t33\nReview\t41\t20\n\n"
GOOD = TABLE + "Two of the three standards were met in 70% of files or more."
BAD = TABLE + "All three standards were met in 70% of files or more."

N = rf"(?:\d{{1,2}}|{WORDS})"
SAID = pattern_of(
    rf"\b(?:(?P<hedge>at least |more than |fewer than |up to |nearly |almost |about |another )?(?:only |just |"
    rf"exactly )?"
    rf"(?P<n>{N}) (?:out )?of (?:the |its |our |these |those )?(?P<m>{N})|"
    rf"all (?:but|except|bar) (?P<but>{N}) of (?:the |its |our |these |those )?(?P<m4>{N})?|"
    rf"(?P<none>none|neither|not one) of (?:the |its |our |these )?(?P<m2>{N})?|"
    rf"(?P<all>all|each|every one) (?:of (?:the |its |our |these )?)?(?:(?P<m3>{N})(?: of (?:the|its|our|these))?)?|"
    rf"(?P<every>every|each)|(?P<no>no)|(?P<bare>{N})) ?"
    r"(?P<noun>(?!of\b|or\b|in\b|and\b|others?\b|remaining\b|more\b)[a-z’'-]+)"
    r"(?P<next> (?!of\b|or\b|in\b|and\b)[a-z’'-]+)?\b",
    re.I,
)
# What is wished, supposed or left out, or is of another time or place.
ELSE = pattern_of(
    r"\b(?:should|must|would|could|may|might|aims?|expected to|if|unless|until|except\w*|but|bar|apart from|other than|"
    r"whether|rules?|conditions?|required|nationally|(?<!than )(?<!on )(?<!from )last (?:year|time|"
    r"quarter)|(?<!than the )(?<!on the )(?<!from the )previous\w*|together|combined|"
    r"between them|in turn|respectively)\b",
    re.I,
)
# What rules ask, of whatever was found.
SET = pattern_of(r"\b(?:(?:had|have|has) set|rules?|conditions?|criteri(?:a|on) (?:for|were to)|required)\b", re.I)
# "More than half of all", "from each block to the next", "for each site": no statement of how many.
NO_COUNT = pattern_of(r"\b(?:of|from|to|between|than|after) $", re.I)
FOR_EACH = pattern_of(r"\b(?:for|per|by) $", re.I)
PLACED = pattern_of(r"\b(?:in|at|on|across|among) $", re.I)
TO_NEXT = pattern_of(r"[^.;]{0,20}\bto the next\b", re.I)
APART = pattern_of(r"\b(?:differ\w*|apart|gap|within|by (?:more|less|at least|over|under))\b", re.I)
# What rows may be where nothing heads them.
LINES = pattern_of(
    rf"^(?:{LINE}|elements?|sites?|teams?|groups?|wards?|departments?|services?|tests?)$",
    re.I,
)
VERB = pattern_of(r"^(?:were|was|are|is|had|have|has|met|reached|got|did|do)$", re.I)
# "Four ports have more", of as many as its sentence begins with.
BEGINS = re.compile(r"(?:^|; )\W*(?:Only |Just )?$")
CUT = pattern_of(
    r"[;:]|, (?:and|but|while|whereas|although|with|which|though|so)\b|"
    r" and (?=(?:[a-z]+ ){1,2}(?:for|in|at|on) the (?:others?|rest)\b)|\b(?:while|whereas|although|but)\b",
    re.I,
)
ENDS = pattern_of(r"\s*(?:[.;:,]|$)")
FEWEST = 3


@dataclass(frozen=True)
class Said:
    """Of how many rows it is said.

    count: of them, None for all, below nought for all but so many; size: of how many; low, high: of its clause.
    """

    start: int
    end: int
    count: int | None
    size: int | None
    nouns: tuple[str, str]
    low: int
    high: int


def check(context: Context) -> Iterator[Finding]:
    """Each statement on how many rows, against every table that it may mean."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    if is_of_intervals(remark) or remark.is_of_other_figures:
        return  # "the interval lay below 1.00 in two of the four": of no figure that a column tells
    if SET.search(remark.text):
        return
    rows = ranked_rows(remark.sheet)
    for said in _said(remark.text):
        clause = remark.text[said.low : said.high]
        around = f"{remark.text[said.low : said.start]} {remark.text[said.end : said.high]}"
        if _is_along_rows(remark, said):
            continue
        if ELSE.search(around) or not _is_of(remark, said, len(rows)) or is_of_other_year(remark, clause):
            continue
        if any(said.low <= each.start < said.high and each.at in rows for each in remark.rows):
            continue  # "in Ayr two of the five standards": of one row
        end = said.end + (1 + len(said.nouns[1]) if _noun(remark, said) == 1 else 0)
        rest = remark.text[said.low : said.start] + " " + remark.text[end : said.high]
        if APART.search(rest) or (said.size is None and PLACED.search(remark.text[: said.start]) and not limited(rest)):
            continue
        columns = [*within(remark.columns, said.low, said.start), *within(remark.columns, end, said.high)]
        if (
            said.count is None
            and is_time(tuple(remark.sheet.labels[row] for row in rows))
            and EVERY_SO.match(text_of(remark, said))
        ):
            continue  # "fell every quarter": from each to the next, which another rule reads
        options = so_many(remark.sheet, rows, rest, columns)
        if not options:
            continue
        wanted = len(rows) if said.count is None else said.count
        wanted += len(rows) if wanted < 0 else 0
        true = [why for held, why in options if len(held) == wanted]
        why = true[0] if true else options[0][1]
        span = (said.start, said.high)
        yield remark.finding(CODE, "ok" if true else "wrong", span, "" if true else f"{len(options[0][0])}", why)


def text_of(remark: Remark, said: Said) -> str:
    """The words that tell how many rows, with what the rows are."""
    return remark.text[said.start : said.end]


def _is_along_rows(remark: Remark, said: Said) -> bool:
    """ "Painting went faster each month.", with the months for rows: from each of them to the next."""
    ends = ENDS.match(remark.text, said.end) is not None and said.start > said.low
    every = said.size is None and said.count is None and not said.nouns[1]
    return every and ends and is_time(tuple(remark.sheet.labels[row] for row in ranked_rows(remark.sheet)))


def _said(text: str) -> Iterator[Said]:
    for found in SAID.finditer(text):
        lead = text[: found.start()]
        if found["hedge"] or NO_COUNT.search(lead) or TO_NEXT.match(text, found.end()):
            continue
        if found["every"] and FOR_EACH.search(lead):
            continue
        if found["bare"] and not BEGINS.search(lead):
            continue
        cuts = [each.span() for each in CUT.finditer(text)]
        low = max((end for _, end in cuts if end <= found.start()), default=0)
        high = min((start for start, _ in cuts if start >= found.end()), default=len(text))
        size = next((whole(found[name]) for name in ("m", "m2", "m3", "m4") if found[name]), None)
        none = bool(found["none"] or found["no"])
        told = found["n"] or found["bare"]
        count = 0 if none else whole(told) if told else None
        if found["but"]:
            count = -(whole(found["but"]) or 0)
        yield Said(
            found.start(), found.end("noun"), count, size, (found["noun"], (found["next"] or "").strip()), low, high
        )


def _noun(remark: Remark, said: Said) -> int | None:
    """Which of the two words behind the number is what the rows are; None where neither is."""
    return next((at for at, each in enumerate(said.nouns) if each and is_kind(remark.sheet, each)), None)


def _is_of(remark: Remark, said: Said, rows: int) -> bool:
    """Whether a table has as many rows, of what is said; where no number is told, of what heads them."""
    kind = _noun(remark, said) is not None
    if said.size is None:
        # "Twenty-six people took part", beside four groups of people: no number of these rows.
        return kind and rows >= FEWEST and (said.count is None or abs(said.count) <= rows)
    # "Every port was above half; two of the four were above 80%": of those told before.
    before = bool(VERB.match(said.nouns[0])) and _has_kind(remark, said.start)
    lines = LINES.match(said.nouns[0]) or LINES.match(said.nouns[1]) or before
    return said.size == rows and (kind or (rows >= FEWEST and bool(lines)))


def _has_kind(remark: Remark, end: int) -> bool:
    """Whether a word before a place is what the table's rows are."""
    return any(is_kind(remark.sheet, each) for each in re.findall(r"[A-Za-z][a-z’'-]{3,}", remark.text[:end]))
