"""Both, neither or so many kept within a budget, met a target or made a loss, and behind it which of them did."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quantified import Quantifier, quantifiers

CODE = "each-side"
MESSAGE = "As many kept within a limit, or made a loss, as the clauses behind tell of."
GOOD = "Neither school kept to its budget. Ashdown overspent by £12,000 and Beechwood overspent by £4,000."
BAD = "Neither school kept to its budget. Ashdown overspent by £12,000 and Beechwood underspent by £4,000."

NOT = r"(?:did not|didn’t|was not|were not|had not|failed to|not)"
# Of each thing the words of the one side and of the other.
SIDES = tuple(
    (pattern_of(rf"\b(?:{one})\b", re.I), pattern_of(rf"\b(?:{other})\b", re.I))
    for one, other in (
        (
            r"under ?spent|saved|kept (?:with)?in(?: its)? budget|stayed within|came in under|(?:was|finished|"
            r"ended) under|"
            r"kept to (?:its|their|the) (?:budget|limit)|within (?:its |their |the )?budget|"
            r"had [£$€][\d,.]+\w* (?:left|to "
            r"spare)",
            r"over ?spent|went over|exceeded (?:its|their|the) budget|ran over|(?:was|finished|ended) over|"
            r"over budget|broke "
            r"(?:its|their|the) budget",
        ),
        (
            r"(?<!not )(?:beat|met|hit|passed|reached|exceeded|achieved|surpassed|cleared) (?:it|this|that|(?:its|"
            r"their|the|his) "
            r"(?:target|standard|goal|aim)s?)",
            r"missed (?:it|this|that|(?:its|their|the|his) (?:target|standard|goal|aim)s?)|fell short(?: of (?:it|"
            r"(?:its|their|the) [a-z]+))?|(?:was|were|came) (?:[a-z]+ )?(?:short of|below) (?:it|(?:its|their|"
            r"the) [a-z]+)|"
            rf"{NOT} (?:beat|meet|met|hit|pass|reach|achieve)",
        ),
        (
            r"(?:made|turned|returned|had|showed|ran) an? (?:[a-z]+ )?(?:profit|surplus)|gained [£$€]|cleared [£$€]|"
            r"in profit",
            r"(?:made|had|showed|ran|bore) an? (?:[a-z]+ )?(?:loss|deficit)|lost(?: money| [£$€])?|in deficit",
        ),
        (r"gained|grew|rose|went up|increased", r"lost|shrank|fell|went down|declined|decreased"),
    )
)
CLAUSES = re.compile(r"[;:,]\s(?:and |but |while |whereas )?|\.(?=\s|$)|\s(?:and|but|while|whereas)\s")
ELSE = pattern_of(
    r"\b(?:if|would|should|could|may|expected|planned|last year|previous|except|but for|until|later)\b", re.I
)
# "In the second half York saved": at another time.
AT_TIME = re.compile(r"\W*(?:in|by|at|during|for|since|after) (?:the )?[\w-]+", re.I)
# "Only the bakery made a loss".
ONLY = re.compile(
    r"\b[Oo]nly (?:the )?(?!one\b|two\b|three\b)[A-Za-z][\w’'-]*(?: [A-Z][\w’'-]*)?(?= [a-z]+ed\b| made| ran| had|"
    r" kept)"
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such quantifier, with one clause for each of them behind it."""
    for paragraph in context.document.paragraphs:
        told = [each for each in quantifiers(paragraph.text) if each.kind in ("all", "none", "count")]
        told += [
            Quantifier(each.start(), each.end(), each.group(), "count", 1) for each in ONLY.finditer(paragraph.text)
        ]
        if not told:
            continue
        read = passage(paragraph.text)
        for said in told:
            for one, other in SIDES:
                if found := list(_judged(paragraph, read, said, one, other)):
                    yield from found
                    break


def _judged(paragraph: Paragraph, read: Passage, said: Quantifier, one: Pattern, other: Pattern) -> Iterator[Finding]:
    at = read.sentence_at(said.start)
    end = read.starts[at] + len(read.sentence(at))
    cut = re.search(r":\s|\s[–—]\s|;\s", read.text[said.end : end])
    stop = said.end + cut.start() if cut else end
    clause = read.text[said.end : stop]
    behind = read.text[stop:end] if cut else read.sentence(at + 1) if at + 1 < len(read.starts) else ""
    side = _side(clause, one, other)
    if side is None or AT_TIME.match(behind) or ELSE.search(clause + behind) or re.search(r"[,;]", clause):
        return
    sides = [_side(each, one, other) for each in CLAUSES.split(behind) if each.strip(" .:;–—")]
    number = len(sides)
    size = said.size or (FEWEST if said.text.lower().startswith(("both", "neither")) else None)
    if number < FEWEST or None in sides or (size or number) != number or (size is None and said.kind != "count"):
        return
    having = sides.count(side)
    right = said.holds(having, number)
    verdict: Verdict = "ok" if right else "wrong"
    why = f"told so of {having} of {number}: {behind.strip(' :;–—')}"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    quote = read.text[said.start : stop].strip()
    yield Finding(CODE, verdict, paragraph.where, quote, said.text, "" if right else "not so", why, slip, "likely")


def _side(text: str, one: Pattern, other: Pattern) -> bool | None:
    """Which side a clause tells of; None where it tells of neither, or of both."""
    first, last = bool(one.search(text)), bool(other.search(text))
    return first if first != last else None
