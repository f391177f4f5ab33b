"""A whole whose parts are told by words that leave none out: "12 tips (5 high, 4 medium, 3 low)", "5 up, 3 level,
2 down"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "parts-by-kind"
MESSAGE = "Parts told by words that leave none out make their whole."
GOOD = "Of the nine boats seen last time, four had improved, three were unchanged and two had got worse."
BAD = "Of the nine boats seen last time, five had improved, three were unchanged and two had got worse."

# Words of which a set has the one or the other for each thing.
KINDS = (
    frozenset(("high", "medium", "low", "critical", "moderate", "urgent")),
    frozenset(("major", "minor", "moderate", "significant", "serious", "critical")),
    frozenset(("mild", "moderate", "severe", "serious", "fatal")),
    frozenset(("red", "amber", "green", "yellow", "blue")),
    frozenset(("good", "fair", "poor", "outstanding", "adequate", "inadequate", "excellent", "satisfactory", "bad")),
    frozenset(("new", "open", "closed", "complete", "completed", "outstanding", "overdue", "ongoing")),
    frozenset(("positive", "negative", "neutral", "mixed")),
    frozenset(("essential", "important", "desirable", "advisory", "urgent", "routine", "merits")),
    frozenset(("full", "substantial", "reasonable", "moderate", "limited", "no", "partial")),
)
AND = r"(?:,? and |, |; |; and )"
N = rf"(?<![\w.,/£])(?:{NUMBER})"
# "18 tips (10 high, 8 medium, 3 low)", "18 tips: 10 high priority, 8 medium priority and 3 low priority".
BRACKET = pattern_of(
    rf"(?P<n>{N}) (?:[a-z-]+ ){{0,2}}?[a-z-]+s(?: were (?:made|raised|given))?(?: \(|: | – )(?:of which )?"
    rf"(?P<list>{N} [a-z]+(?:[- ](?:priority|risk|rated))?(?:{AND}{N} [a-z]+(?:[- ](?:priority|risk|"
    r"rated))?){1,4})(?=[).;])",
    re.I,
)
ITEM = pattern_of(rf"(?P<k>{N}) (?P<word>[a-z]+)", re.I)
UP = (
    r"(?:(?:had |have |has )?(?:improved|risen|rose|gone up|went up|got better|moved up|done better)|(?:were|"
    r"was|are|is) "
    r"(?:better|higher|up)|up)"
)
SAME = (
    r"(?:(?:were|was|are|is|remained|stayed|had stayed|had remained|kept) (?:unchanged|the same|level|as "
    r"(?:before|it was|"
    r"they were))|(?:had |showed |have )?(?:not changed|no change|stayed the same)|did not change|unchanged|"
    r"level|the same)"
)
DOWN = (
    r"(?:(?:had |have |has )?(?:got worse|worsened|declined|deteriorated|fallen|fell|dropped|gone down|went "
    r"down|slipped|"
    r"moved down|done worse)|(?:were|was|are|is) (?:worse|lower|down)|down)"
)
WAYS = "|".join((UP, SAME, DOWN))
# "Of the nine boats seen last time, five had improved, three were unchanged and two had got worse".
MOVED = pattern_of(
    rf"(?:\bof (?:the |these |those |our |all )*(?P<n>{NUMBER}) [^.;:()\d]{{3,80}}?, |\b(?:the |these |those |"
    r"our |all )*"
    rf"(?P<m>{NUMBER}) [a-z][^.;:()\d,]{{3,80}}?[:–] )(?P<a>{N}) (?P<x>{WAYS}){AND}(?P<b>{N}) (?P<y>{WAYS})"
    rf"{AND}(?P<c>{N}) (?P<z>{WAYS})(?=[.;,)]| since| on | from| over|$)",
    re.I,
)
# "20 in all were lost: 8 of 133 (6.0%) on oil and 11 of 130 on wax".
GROUP = (
    rf"{N} (?:out )?of (?:the )?{NUMBER}(?: \([\d.]+ ?%\))? (?:[a-z]+ )?(?:in|on|at|from|given|allocated|for|"
    r"randomi[sz]ed|who|"
    r"with) [^.;:,()\d]{2,50}?(?: \([\d.]+ ?%\))?"
)
GROUPS = pattern_of(
    r"(?:^|[.;:] )(?:in (?:all|total),? |altogether,? |overall,? |a total of |[a-z][^.;:()\d]{2,50} (?:were|"
    r"was|totalled|"
    rf"numbered|came to) )?(?P<n>{NUMBER}) [a-z][^.;:()\d]{{3,90}}?(?:: | \(| – |; )"
    rf"(?P<list>{GROUP}(?:{AND}{GROUP}){{1,3}})(?=[.;)]|$)",
    re.I,
)
# "We sent 213 sailors to two ports (102 to Ayr; 111 to Oban)": as many parts as there are groups.
DEALT = pattern_of(
    rf"(?P<n>{N}) [a-z’' -]{{3,40}}? (?:to|into|between|among|across|in|at|from) (?:the |one of "
    rf")?(?P<k>{NUMBER}) [a-z]+s "
    rf"\((?P<list>{N} (?:to|in|at|from|on) [^.;:,()\d]{{2,40}}(?:{AND}{N} (?:to|in|at|from|on) "
    r"[^.;:,()\d]{2,40}){1,4})\)",
    re.I,
)
COUNT = pattern_of(rf"(?P<k>{N}) (?:to|in|at|from|on) ", re.I)
ELSE = pattern_of(
    r"\b(?:including|mainly|mostly|such as|for example|of wh(?:om|ich)|average|mean|at least|each|per|than|were not|"
    r"did not|no)\b",
    re.I,
)
PART = pattern_of(rf"(?P<k>{N}) (?:out )?of (?:the )?{NUMBER}", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each whole of such a form."""
    for paragraph in context.paragraphs_with(BRACKET):
        for found in BRACKET.finditer(paragraph.text):
            told = [(whole(each["k"]) or 0, each["word"].lower()) for each in ITEM.finditer(found["list"])]
            words = frozenset(word for _, word in told)
            if any(words <= each for each in KINDS) and len(words) == len(told) > 1 and words != {"no"}:
                counts = [count for count, _ in told]
                short = sum(counts) < (whole(found["n"]) or 0) and len(counts) < len("abc")
                if short or "overdue" in words:
                    continue  # "12 risks (2 high, 6 medium)": the low ones aren't told
                yield from _judged(paragraph, found, found["n"], [count for count, _ in told])
    for paragraph in context.paragraphs_with(MOVED):
        for found in MOVED.finditer(paragraph.text):
            kinds = {_way(found[each]) for each in "xyz"}
            if len(kinds) == len("xyz") and not ELSE.search(found.group()):
                yield from _judged(
                    paragraph, found, found["n"] or found["m"], [whole(found[each]) or 0 for each in "abc"]
                )
    for paragraph in context.paragraphs_with(DEALT):
        for found in DEALT.finditer(paragraph.text):
            counts = [whole(each["k"]) or 0 for each in COUNT.finditer(found["list"])]
            if len(counts) == whole(found["k"]):
                yield from _judged(paragraph, found, found["n"], counts)
    for paragraph in context.paragraphs_with(GROUPS):
        for found in GROUPS.finditer(paragraph.text):
            if not ELSE.search(found.group()):
                told_ = [whole(each["k"]) or 0 for each in PART.finditer(found["list"])]
                yield from _judged(paragraph, found, found["n"], told_)


def _way(text: str) -> int:
    """Which of the three ways words tell."""
    return next(at for at, way in enumerate((UP, SAME, DOWN)) if re.fullmatch(way, text, re.I))


def _judged(paragraph: Paragraph, found: re.Match[str], text: str, parts: Sequence[int]) -> Iterator[Finding]:
    total, summed = whole(text), sum(parts)
    if not total or total < max(parts) or 2 * summed < total:
        return
    verdict: Verdict = "ok" if summed == total else "wrong"
    why = f"{' + '.join(map(str, parts))} = {summed}, against {total}"
    slip = f"parts/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, found.group().strip(" .;("), text, str(summed), why, slip, "likely")
