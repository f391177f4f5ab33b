"""What is told of a whole taken up by its name: "64 boats were seen, and 20 sheds. Of the boats, 48 (75%) were dry"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "of-named"
MESSAGE = "Of a whole that is taken up by its name no more is told than there is, and shares are of it."
GOOD = "We saw 64 boats and rang 20 owners. Of the boats, 48 (75%) were dry and 16 let in water."
BAD = "We saw 64 boats and rang 20 owners. Of the boats, 48 (75%) were dry and 66 let in water."

OPENED = pattern_of(
    r"^\W*(?:of|among|amongst|out of) (?:all )?(?:the|these|those)(?: same)? (?P<named>(?:(?!(?:who|that|with|in|at|"
    r"from|for|whose|which|where|had|were|remaining|other|rest|first|second|last|new|late)\b)[a-z’'-]+ ?){1,3}),? ",
    re.I,
)
# What a number is told to have done: "and 46 set out the costs", not "and 46 chairs".
DID = (
    r"(?: also)? (?:were|was|had|have|has|did|could|knew|set|met|held|gave|took|told|said|saw|went|came|made|kept|left|"
    r"felt|lost|won|wrote|read|bought|brought|found|got|showed|let|lay|stood|spoke|thought|chose|fell|sat|ran|"
    r"(?!need|feed|seed|speed)[a-z]{2,}ed)\b"
)
DONE = re.compile(rf"(?: ?\([^()]*\))?{DID}", re.I)
JOINED = re.compile(r"(?:^|,|;|\band\b|\bwhile\b|\bbut\b|\bwhereas\b) ?(?:only |just |another |and |some )*$", re.I)
COUNTED = re.compile(r"(?: (?!(?:of|in|on|at|for|were|was|had|and|or|to|with|who|that|from|by)\b)[a-z’'-]+){1,3}")
MEMBERS = re.compile(r" (?:members|pieces|pairs|sets|sorts|copies|units) of ")
REACH, FAR = 4, 2


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that takes a whole up by its name, with the one number that its paragraph gives that name."""
    for paragraph in context.paragraphs_with(OPENED):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            opened = OPENED.match(read.sentence(at))
            told = _named(read, at, [stem(word.lower()) for word in opened["named"].split()]) if opened else set()
            if opened and len(told) == 1:
                yield from _judged(paragraph, read, at, opened.end(), next(iter(told)))


def _named(read: Passage, at: int, name: list[str]) -> set[int]:
    """The numbers that sentences before give a thing of that name, in all words of it: "unique claims" are fewer."""
    found = set()
    for each in read.entries:
        if at - REACH <= each.sentence < at and each.kind == "count" and each.count > 1:
            behind = MEMBERS.sub(" ", read.text[_end(read, each) :][:60], count=1)
            words = COUNTED.match(behind if behind.startswith(" ") else " " + behind)
            if words and {stem(word.lower()) for word in words.group().split()}.issuperset(name):
                found.add(each.base or each.count)
    return found


def _end(read: Passage, each: Entry) -> int:
    """Where the number itself ends, before a bracket behind its noun."""
    return each.start + len(each.text.split(" ")[0]) if " " in each.text and not each.base else each.end


def _judged(paragraph: Paragraph, read: Passage, at: int, opened: int, whole: int) -> Iterator[Finding]:
    start = read.starts[at] + opened
    for each in read.of_sentence(at):
        lead = read.text[start : each.start] if each.start >= start else "?"
        if each.kind != "count" or each.base or re.search(r"\b(?:of|in|than|from) (?:the|these|those|a)\b", lead):
            return
        if not JOINED.search(lead) or not DONE.match(read.text, each.end):
            continue
        verdict = _verdict(read, each, whole)
        if verdict:
            exact = rounded(share(each.count, whole), max(each.share.decimals if each.share else 0, 1))
            above = each.count > whole
            why = (
                f"{each.count} are told of the {whole} that there are"
                if above
                else f"{each.count} of {whole} is {exact}%, not {each.share}"
            )
            slip = f"fraction/{paragraph.line}/{each.text.lower()}"
            expected = f"at most {whole}" if above else f"{exact}%"
            yield Finding(CODE, verdict, paragraph.where, each.text, each.text, expected, why, slip, "likely")


def _verdict(read: Passage, each: Entry, whole: int) -> Verdict | None:
    if each.count > whole:
        return "wrong" if each.count <= FAR * whole else None
    if not each.share:
        return None
    told = [e for e in read.entries if e.kind == "count" and (e.base or not e.share)]
    wholes = {n for e in told for n in (e.count, e.base or 0) if n >= each.count}
    # "Of which ten were spoilt": what is left of it.
    wholes |= {whole - e.count for e in read.entries if e.kind == "count" and 0 < e.count < whole}
    if any(fits(each.count, n, each.share) for n in {*wholes, whole} if n > 0):
        return None
    loose = truncated(each.count, whole, each.share) or near(each.count, whole, each.share)
    return "rounding" if loose else "wrong"
