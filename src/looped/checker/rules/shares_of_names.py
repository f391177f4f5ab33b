"""Answers of which everybody gave one, each with its share or its count: together they are all, "Yes 62%; No 38%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.adding import step_of, value_of
from looped.checker.context import Context
from looped.checker.dividing import UNTOLD
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.quantities import printed
from looped.checker.told_list import One, told_lists

CODE = "shares-of-names"
MESSAGE = "Shares of answers of which everybody gave one come to a hundred, and their counts to how many answered."
GOOD = "Owners picked one answer. The answers were yes 62%, perhaps 13%, not yet 10% and no 15%."
BAD = "Owners picked one answer. The answers were yes 62%, perhaps 13%, not yet 10% and no 25%."

KINDS = (
    r"(?:answer|response|option|grade|rating|code|opinion|outcome|category|choice|reason|judgement|band|group|score|"
    r"result|heading|theme|topic|label|type|"
    r"cause|main [a-z]+)"
)
# "Asked to pick one of four answers", "could tick only one".
PICK = r"(?:pick|choose|select|tick|circle|give|name|chose|picked|selected|ticked|circled|gave|named)"
ONE_EACH = pattern_of(
    rf"\b(?:one|a single|only one|just one|exactly one) (?:[a-z-]+ ){{0,2}}?{KINDS}\b(?! (?:or more|of the|(?:to|for|"
    rf"per|on) (?:each|every|all)))|"
    rf"\b{PICK} (?:only |just |exactly )?one of (?:the |these )?(?P<k>three|four|five|six|seven|eight|\d) "
    rf"(?:[a-z-]+ ){{0,2}}?{KINDS}s\b",
    re.I,
)
# "Each boat was put under one heading": of which things.
EACH = pattern_of(
    r"\b(?:each|every|all)(?: of (?:these|them|the))?(?: (?P<what>[a-z’'-]+(?: [a-z’'-]+)?))?? (?:was|were|is|"
    r"are|had|has|"
    r"got|fell|could|being|put|under|with|given|coded|recorded|classed|placed|of which|falling)\b",
    re.I,
)
OTHER = pattern_of(
    r"\b(?:last|previous|this) (?:year|time|quarter|month|audit)\b|\b(?:of (?:which|whom)|remain\w*|average|at least|"
    r"about|nearly|over|others?|rest)\b|[%£]",
    re.I,
)
IN_ALL = pattern_of(r"\b(?:in all|in total|a total of|altogether|total)\b", re.I)
SEVERAL = pattern_of(
    r"\b(?:more than one|several|all that apply|multiple|up to (?:two|three)|selected|top|main (?:ones|answers)|"
    r"most (?:common|frequent)|(?:did not|not all|didn['’]t|without|no) (?:answer|reply|respon)\w*|not answered|blank|"
    r"skipped|missing|not stated|such as|included?|including|among (?:the|others))\b",
    re.I,
)
SUM = pattern_of(r"\b(?:or|all|total|overall|combined|together|both|either|any)\b", re.I)
ENDED = re.compile(r"\)?[\s.;]*$")
FEWEST, FAR, ALL, NEAR, REACH = 3, 30, Decimal(100), 3, 2


def check(context: Context) -> Iterator[Finding]:
    """Each list of shares behind such words, in its sentence, the one before or the paragraph before."""
    before = ""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for listed in told_lists(read):
            at = read.sentence_at(listed[0].entry.start)
            said = read.text[: read.starts[at] + len(read.sentence(at))]
            one = ONE_EACH.search(f"{before} {said}")
            behind = read.sentence(at + 1) if at + 1 < len(read.starts) else ""
            if not one or SEVERAL.search(f"{said} {behind}") or (one["k"] and whole(one["k"]) != len(listed)):
                continue
            shares = all(each.entry.kind == "share" and not each.entry.base for each in listed)
            if shares and len(listed) >= FEWEST:
                yield from _judged(paragraph, read, at, listed)
            counts = all(each.entry.kind == "count" and not each.entry.base for each in listed)
            if counts and len(listed) >= FEWEST and ONE_EACH.search(said):
                yield from _counted(paragraph, read, at, listed)
        before = paragraph.text if not read.entries else ""


def _counted(paragraph: Paragraph, read: Passage, at: int, listed: Sequence[One]) -> Iterator[Finding]:
    """Counts of them: how many there are is told before the list, or in all behind it."""
    all_ = _whole(read, at, listed)
    end = read.starts[at] + len(read.sentence(at))
    made = sum(each.entry.count for each in listed)
    if all_ is None or all_.count < max(each.entry.count for each in listed):
        return
    if not ENDED.match(read.text[listed[-1].entry.end : end]) or NEAR * abs(made - all_.count) > made:
        return
    verdict: Verdict = "ok" if made == all_.count else "wrong"
    why = f"{' + '.join(each.entry.text for each in listed)} = {made}, against {all_.count}"
    quote = read.text[listed[0].entry.start : listed[-1].entry.end]
    slip = f"parts/{paragraph.line}/{listed[0].entry.start}"
    yield Finding(CODE, verdict, paragraph.where, quote, all_.text, str(made), why, slip, "likely")


def _whole(read: Passage, at: int, listed: Sequence[One]) -> Entry | None:
    """How many there are of what each is one: the only count of the sentence, or of one close before or behind."""
    first, last = listed[0].entry.start, listed[-1].entry.end
    mine = {each.entry for each in listed}
    said = EACH.search(read.text[:first])
    for near in (at, at - 1, at - REACH, at + 1):
        own = [e for e in read.of_sentence(near) if e not in mine and e.text.lower() != "one"]
        if not own:
            continue
        words = read.sentence(near)[: max(0, first - read.starts[near])] if near == at else read.sentence(near)
        if len(own) > 1 or own[0].kind != "count" or own[0].base or OTHER.search(words):
            return None
        if own[0].end > last and not IN_ALL.search(words):
            return None
        between = read.text[own[0].end : first]
        same = not said or not said["what"] or stems(said["what"]) <= stems(words)
        return own[0] if same and not OTHER.search(between) else None
    return None


def _judged(paragraph: Paragraph, read: Passage, at: int, listed: Sequence[One]) -> Iterator[Finding]:
    own = [e for e in read.of_sentence(at) if e.kind == "share"]
    made = sum((value_of(each.entry) for each in listed), Decimal(0))
    slack = sum((step_of(each.entry) for each in listed), Decimal(0)) / 2
    if len(own) != len(listed) or any(SUM.search(each.name) for each in listed) or abs(made - ALL) > FAR:
        return
    if UNTOLD.match(read.text, own[-1].end):
        return
    verdict: Verdict = "ok" if abs(made - ALL) <= slack else "wrong"
    why = f"{' + '.join(each.entry.text for each in listed)} = {printed(made)}%"
    quote = read.text[listed[0].entry.start : listed[-1].entry.end]
    slip = f"all/{paragraph.line}/{listed[0].entry.start}"
    yield Finding(CODE, verdict, paragraph.where, quote, f"{printed(made)}%", "100%", why, slip, "likely")
