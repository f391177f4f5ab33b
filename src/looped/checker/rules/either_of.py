"""Two answers told together and each alone: "10 were very and 37 fairly content. In all 47 were very or fairly so"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.prose import NUMBER, Entry, Passage, passage, stems, worded
from looped.checker.quantities import printed

CODE = "either-of"
MESSAGE = "Those who gave the one answer or the other are as many as gave each."
GOOD = "Of 80 owners 10 were very content and 37 were fairly content. In all, 47 were very or fairly content."
BAD = "Of 80 owners 10 were very content and 37 were fairly content. In all, 45 were very or fairly content."

DEGREE = (
    r"(?:very|fairly|quite|somewhat|extremely|rather|strongly|slightly|mostly|partly|largely|fully|completely|often|"
    r"always|sometimes|usually|tended to|tend to)"
)
GRADES = "|".join(sorted(BEST_FIRST, key=len, reverse=True))
# "Very or fairly content", "agreed or strongly agreed", "strongly or tended to agree".
EITHER = pattern_of(
    rf"\b(?P<a>{DEGREE}) or (?P<b>{DEGREE}) (?P<what>[a-z]{{3,}})\b|"
    rf"\b(?P<plain>[a-z]{{3,}}) or (?P<c>{DEGREE}) (?P=plain)\b|"
    rf"\b(?P<d>{DEGREE}) (?P<plain2>[a-z]{{3,}}) or (?P=plain2)\b",
    re.I,
)
# "35% of the tenants were content": of whom, before what they were.
OF_WHOM = pattern_of(
    rf"^of (?:the |our |all |these )*(?:[a-z’'-]+ ){{1,4}}?(?=(?:were|was|said|felt|{DEGREE})\b)", re.I
)
# "55 owners agreed that it was so (32 agreed strongly and 30 agreed)".
IN_BRACKET = pattern_of(
    rf"(?<![\w.,/£])(?P<n>{NUMBER})(?P<mid> [^.;:()\d%]{{3,120}}) \((?P<a>{NUMBER}) "
    rf"(?P<x>[a-z][a-z -]{{2,30}})(?:,? and|,|;) "
    rf"(?P<b>{NUMBER}) (?P<y>[a-z][a-z -]{{2,30}})\)",
    re.I,
)
# "26 strongly agreed and 39 agreed, so that 65 of 154 (42%) agreed to some degree".
IN_SOME_DEGREE = pattern_of(
    rf"(?<![\w.,/£])(?P<a>{NUMBER}) (?P<x>(?:were |was |felt |said they )?{DEGREE} [a-z]+)(?:,? and|,|;) "
    rf"(?:another |a further )?(?P<b>{NUMBER}) (?P<y>(?:were |felt )?(?:{DEGREE} )?[a-z]+)\b[^.;:()\d]{{0,60}}?"
    rf"(?:,|;|:| [–—-]| \()? ?(?:so that |so |that is,? |making |giving |which means |meaning |in all,? |in total,? |"
    rf"altogether,? |or |a total of |together,? |overall,? )+(?P<n>{NUMBER})\b(?! ?%)(?: (?:out )?of (?:the |"
    r"all )?\d+)?"
    r"(?: \([^()]*\))?(?P<mid> (?:[a-z]+ ){0,3}?[a-z]+ (?:to (?:some|a greater or lesser) (?:degree|extent)|"
    r"in some (?:degree|way|measure)|one way or (?:another|the other)|overall|either way|in all))",
    re.I,
)
# "Overall, 43% were very content (27%) or fairly content (16%)": answers of one scale, each with its share behind it.
ANSWER = (
    rf"(?:{DEGREE} [a-z]{{3,}}|(?:dis)?agreed? {DEGREE}|(?:dis)?agreed?|(?:dis)?satisfied|"
    rf"(?:very |at )?(?:low|medium|moderate|high) [a-z]{{3,}}|{GRADES})"
)
SET_BEHIND = pattern_of(
    rf"(?<![\w.,/£-])(?P<n>\d+(?:\.\d+)?)\s?%(?P<gap> [^.;:,()\d%]{{0,70}}?(?:: )?|: )(?:were |was |as )?(?:either )?"
    rf"(?P<items>(?:{ANSWER} \(\d+(?:\.\d+)?\s?%\)(?:, (?:and |or )?| and | or )?){{2,5}})(?=[.;,]| overall\b|$)",
    re.I,
)
SHARE = re.compile(r"\((\d+(?:\.\d+)?)\s?%\)")
OF_OTHERS = pattern_of(r"\b(?:who|that|which|most|more|fewer|less|than|those|respectively|neither|not|from|to)\b", re.I)
THAN = pattern_of(r"\b(?:than|more|compared|against|last|of the) $", re.I)
REACH, LEAD = 2, 12


def check(context: Context) -> Iterator[Finding]:
    """Each figure of two answers together, with the two told near it."""
    for pattern in (IN_BRACKET, IN_SOME_DEGREE):
        for paragraph in context.paragraphs_with(pattern):
            for found in pattern.finditer(paragraph.text):
                yield from _in_bracket(paragraph, found)
    for paragraph in context.paragraphs_with(SET_BEHIND):
        for found in SET_BEHIND.finditer(paragraph.text):
            if not OF_OTHERS.search(found["gap"]) and not THAN.search(
                paragraph.text[max(0, found.start() - LEAD) : found.start()]
            ):
                yield _set_behind(paragraph, found)
    for paragraph in context.paragraphs_with(EITHER):
        read = passage(paragraph.text)
        for found in EITHER.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)


def _in_bracket(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    """Two degrees of one answer in a bracket behind those who gave it."""
    x, y = found["x"].lower(), found["y"].lower()
    shared = stems(x) & stems(y) & stems(found["mid"])
    if x == y or not shared or not re.search(rf"\b{DEGREE}\b", f"{x} {y}", re.I):
        return
    total, one, other = (worded(found[each]) for each in ("n", "a", "b"))
    verdict: Verdict = "ok" if one + other == total else "wrong"
    why = f"{one} + {other} = {one + other}, printed as {total}"
    slip = f"parts/{paragraph.line}/{found.start()}"
    quote, expected = found.group(), str(one + other)
    yield Finding(CODE, verdict, paragraph.where, quote, found["n"], expected, why, slip, "likely")


def _set_behind(paragraph: Paragraph, found: re.Match[str]) -> Finding:
    """The share of all of some answers, each with its own in brackets."""
    shares = SHARE.findall(found["items"])
    summed, stated = sum(map(Decimal, shares), Decimal(0)), Decimal(found["n"])
    step = Decimal(1).scaleb(max(_exponent(each) for each in (*shares, found["n"])))
    verdict: Verdict = "ok" if abs(summed - stated) <= step * len(shares) / 2 else "wrong"
    why = f"{' + '.join(shares)} = {printed(summed)}, printed as {found['n']}"
    slip = f"parts/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, found.group(), found["n"], printed(summed), why, slip, "likely")


def _exponent(digits: str) -> int:
    return -len(digits.partition(".")[2])


def _names(found: re.Match[str]) -> tuple[str, str]:
    """The two answers by their words."""
    if found["what"]:
        return f"{found['a']} {found['what']}".lower(), f"{found['b']} {found['what']}".lower()
    plain = (found["plain"] or found["plain2"]).lower()
    return plain, f"{found['c'] or found['d']} {plain}".lower()


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    before = [e for e in read.of_sentence(at) if e.end <= found.start()]
    total = before[-1] if before else None
    if total is None or total.base or re.search(r"[;:]", read.text[total.end : found.start()]):
        return
    near = [e for e in read.entries if e is not total and abs(e.sentence - at) <= REACH and not e.base]
    parts = [[e for e in near if _is_of(read, e, name, found)] for name in _names(found)]
    if any(len(each) != 1 for each in parts) or parts[0] == parts[1]:
        return
    one, other = parts[0][0], parts[1][0]
    if not one.kind == other.kind == total.kind or one.kind not in ("count", "share"):
        return
    summed = _value(one) + _value(other)
    slack = Decimal(0) if one.kind == "count" else max(e.step for e in (one, other, total))
    verdict: Verdict = "ok" if abs(summed - _value(total)) <= slack else "wrong"
    why = f"{printed(_value(one))} + {printed(_value(other))} = {printed(summed)}, printed as {total.text}"
    slip = f"parts/{paragraph.line}/{total.start}"
    yield Finding(CODE, verdict, paragraph.where, total.text, total.text, printed(summed), why, slip, "likely")


def _value(each: Entry) -> Decimal:
    return Decimal(each.count) if each.kind == "count" else each.value


def _is_of(read: Passage, each: Entry, name: str, found: re.Match[str]) -> bool:
    """Whether an answer is told right behind a figure, and no other degree of it."""
    if found.start() <= each.start < found.end():
        return False
    behind = re.split(r"[,.;:()]|\band\b|\d", read.text[each.end :].lstrip(" ),"))[0].lower()
    behind = OF_WHOM.sub("", behind)
    words = re.sub(r"\b(?:were|was|who|said they|said|had|that|they|of them|people|respondents)\b", " ", behind).split()
    said = " ".join(words)
    return said.startswith(name) and " or " not in behind
