"""What a range runs between, each end told with its name, and others of the same list that lie beyond it."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import value_of
from looped.checker.parties import kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import MONTH, NUMBER
from looped.checker.weighing import prose_alone
from looped.checker.whose import HEAVY, Own, parts, told_by_name

CODE = "beyond-range"
MESSAGE = "What is told beside a range lies within it."
GOOD = "Scores ranged from 61% for masts to 78% for sails. Ropes were at 70% and pumps at 66%."
BAD = "Scores ranged from 61% for masts to 78% for sails. Ropes were at 70% and pumps at 56%."

FIGURE = rf"[£$€]?{NUMBER}(?:\s?%| per ?cent)?"
# Each end with its name: no others lie beyond them.
RANGED = pattern_of(
    rf"\b(?:lay|rang(?:ed|es|ing)|var(?:ied|ies|ying)|ran|spread|extend(?:ed|ing)|differed)(?: (?:widely|only|"
    rf"considerably|greatly))?,? (?:from|between) "
    rf"(?:(?:a (?:low|high) of|just|only|as (?:low|high|little|much|few|many) as) )?"
    rf"(?P<a>{FIGURE})(?:(?: (?!(?:to|and)\b)[\w’'&-]+){{1,7}}| \([^().;:\d]{{2,40}}\)),? (?:to|and)"
    rf" (?:(?:a (?:low|high) of|just|only|as (?:low|high|little|much|few|many) as) )?(?P<b>{FIGURE})"
    rf" (?:(?:in|at|on|for|among|with|by|from) [^.;:,()\d]{{2,50}}(?=[.;:,(]|$)|\([^().;:\d]{{2,40}}\))",
    re.I,
)
OTHERS = pattern_of(
    r"\b(?:except|apart from|bar|outlier|other than|excluding|median|mean|average|all but|usually|mostly|typically|"
    r"most|many|some|target|last|previous\w*|earlier|before|confidence|interquartile)\b",
    re.I,
)

NEUTRAL = pattern_of(
    r"(?:and|while|but|whereas|was|were|stood|had|scored|reached|came|lay|got|recorded|at|on|with|in|to|for|by|the|both|"
    r"only|just|it|an?|of|score|rate|share|figure|among)",
    re.I,
)
TIME = pattern_of(rf"\b(?:{MONTH}|spring|summer|autumn|winter|week|month|quarter|term)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each range whose ends have names, and the figures of its sentence and the next."""
    for paragraph in context.once(prose_alone):
        if not RANGED.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        for found in RANGED.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    ends = [e for e in read.of_sentence(at) if e.start in (found.start("a"), found.start("b"))]
    scope = read.sentence(at) + read.sentence(at + 1) if at + 1 < len(read.starts) else read.sentence(at)
    if len(ends) != len("ab") or kind_of(ends[0]) != kind_of(ends[1]) or OTHERS.search(scope):
        return
    others = _others(read, at, ends)
    low, high = sorted(value_of(each) for each in ends)
    for each in others:
        right = low <= value_of(each) <= high
        verdict: Verdict = "ok" if right else "wrong"
        expected = "" if right else f"{low} to {high}"
        why = f"{each.text} beside a range from {ends[0].text} to {ends[1].text}"
        slip = f"{CODE}/{paragraph.line}/{found.start()}"
        yield Finding(CODE, verdict, paragraph.where, found.group(), each.text, expected, why, slip, "likely")


def _others(read: Passage, at: int, ends: Sequence[Entry]) -> list[Entry]:
    """The figures behind a range: those of its own sentence, or of the next one where each has a name of its own."""
    own = [e for e in read.of_sentence(at) if e not in ends]
    last = at if own else at + 1
    if last >= len(read.starts) or HEAVY.search(read.sentence(last)):
        return []
    row = told_by_name(read, at, last, frozenset(each.start for each in ends))
    here = [each for each in row if each.entry not in ends and each.entry.start > ends[-1].start]
    # "At Elm sails had 80%": of another place, where sails are told of already.
    told = stems_of(read.text[ends[0].end : here[0].party.low]) if here else frozenset[str]()
    if any(each.words & told for each in here):
        return []
    plain = all(_is_plain(read, each) for each in here if each.entry.sentence > at)
    timed = bool(TIME.search(read.text, ends[0].end, ends[1].start)) and not any(TIME.search(e.name) for e in here)
    return [each.entry for each in here] if plain and not timed else []


def _is_plain(read: Passage, own: Own) -> bool:
    """Whether a figure of the next sentence has no words of its own: it is of what the range is of."""
    before, behind = parts(read, own.party)
    lead = f"{before} {behind}".replace(own.name, " ")
    bare = " " in own.name and re.search(r"[a-z] $", before) and before.rstrip().endswith(own.name)
    return not bare and all(NEUTRAL.fullmatch(each) for each in re.findall(r"[A-Za-z’']+", lead))
