"""A count that is said to be of all of several, wherever these were told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.accounts import counts_near, is_explained, is_loose, is_one_list, nearest, parts_of, sums
from looped.checker.context import Context
from looped.checker.dividing import IS_N, IS_N_TOO
from looped.checker.document import Paragraph
from looped.checker.entries import LAST_OF_LIST
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "sum-accounted"
MESSAGE = "What several come to in all is their sum."
GOOD = "We met six carers on Monday and nine on Tuesday. Fifteen carers in all spoke to us."
BAD = "We met six carers on Monday and nine on Tuesday. Seventeen carers in all spoke to us."

GROUP = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?) [a-z]+"
PERIOD = r"(?:whole |entire |full )?(?:quarter|year|period|term|month|week|season|half[- ]year)"
BEHIND = pattern_of(
    r"^\)?,?\s*(?:[a-z’'-]+ ){0,4}?(?:in all|in total|altogether|all told|combined|overall|between them|"
    r"taken together|put together|as a whole|"
    rf"(?:across|over|in|from|on|at|for|during) (?:both|all|either|the {PERIOD}|(?:the|these|those|all) {GROUP}))\b",
    re.I,
)
SMALL = (
    r"(?:(?:the|these|those|we|of|is|was|to|a|all|they|there|were|had|are|that|makes?|made|come|came|saw|received|up|"
    r"just|for) ){0,4}"
)
BEFORE = pattern_of(
    rf"\b(?:together|altogether|totals?|sum|in all|in total|all told|overall|combined)\b,?\s*{SMALL}$|"
    r"\b(?:com(?:es?|ing)|came|add(?:s|ed)? up|amount(?:s|ed|ing)?) to (?:a total of |the )?$|"
    r"\b(?:mak(?:es?|ing)|giv(?:es?|ing)|made)(?: up)? (?:a total of |the )?$",
    re.I,
)
# "The 64 of the first and the 39 of the second bring the number read to 103".
BRINGS = pattern_of(r"\b(?:brings?|brought|bringing|takes?|taking|took)\b[^.;:()\d]{0,50}\bto (?:a total of )?$", re.I)
# What is said of a total that names nothing: more than that there are so many.
DOING = pattern_of(
    r"^ (?:were|was|had|have|has|did|are|is|said|gave|met|failed|passed|stayed|showed|took|chose|wanted|needed)\b"
)
# "(Eleven in total)": of all, even if it is less than one of them.
PLAIN = pattern_of(r"^ (?:in total|in all|altogether|all told)\b", re.I)
NOUN = pattern_of(
    r"^ (?!(?:in|at|of|on|for|to|by|from|were|was|are|is|had|have|did|all|altogether)\b)([a-z’'-]{3,})", re.I
)
ANYTHING = pattern_of(r"(?:people|persons?|respondents?|repl(?:y|ies)|responses?|cases?|items?|places?|times)\b", re.I)
# "A total of 15 with the three cooks".
WITH_OTHERS = pattern_of(
    r"[^.;:,\d]{0,12} (?:if|when|once) (?:the|those|another|a further) [^.;:,]{2,40} (?:is|are|were|"
    r"was) (?:added|counted|included)\b|"
    r"(?: [a-z]+)? (?:with|including|counting|plus) (?:the|those|our|its|another|a further) ",
    re.I,
)
# "Eight more by five": at what time.
CLOCK = re.compile(r"\b(?:eight|nine|ten|more|\d+) (?:more )?by $|\b(?:noon|o’clock|lunch)\b[^.;,]* by $", re.I)
ELSE = pattern_of(
    r"\b(?:average|mean|each|per|times|twice|target|planned|expected|more than one|several|overlap\w*|net|less|minus|"
    r"equivalents?|half|weighted|would|projected|forecast|excluding|except|rate|ratio|points?|against|compared|"
    r"respectively|such as|mainly|mostly|at least)\b|"
    r"[£%]|per cent",
    re.I,
)


ALL_OF = pattern_of(r"\b(?:all|all of the|of the|the) $", re.I)
FELL_AWAY = pattern_of(
    r"\b(?:withdr[ae]w\w*|exclu\w+|lost|left|died|missing|dropped|stopp?\w*|declined|more|other|without|not)\b", re.I
)
NEAR, REACH = 10, 60


def check(context: Context) -> Iterator[Finding]:
    """Each count with such words beside it."""
    for paragraph in context.paragraphs_with(BEHIND, BEFORE, BRINGS, IS_N_TOO):
        read = passage(paragraph.text)
        for each in read.entries:
            yield from _of_arms(paragraph, read, each)
            if each.kind == "count" and not each.base and not is_loose(read, each) and _is_total(read, each):
                yield from _judged(paragraph, read, each)


def _of_arms(paragraph: Paragraph, read: Passage, each: Entry) -> Iterator[Finding]:
    """ "To the drug (n = 125) or placebo (n = 110). All 240 were analysed": the groups are all there are."""
    arms = [e for e in read.entries if e.end <= each.start and IS_N.search(read.text[: e.start])]
    if each.kind != "count" or each.base or len(arms) < 2 or not ALL_OF.search(read.text[: each.start]):
        return
    made = sum(e.count for e in arms)
    others = {e.count for e in read.entries if e not in arms and e is not each}
    near = max(e.count for e in arms) < each.count and abs(made - each.count) * NEAR <= made
    alike = len({e.sentence for e in arms}) == 1 and arms[0].sentence < each.sentence
    gone = FELL_AWAY.search(read.text[arms[-1].end : each.end + REACH])
    if near and alike and not gone and abs(made - each.count) not in others:
        terms = " + ".join(str(e.count) for e in arms)
        told = _finding(paragraph, each, str(made), f"{terms} = {made}", ok=made == each.count)
        yield replace(told, certainty="certain")


def _is_total(read: Passage, each: Entry) -> bool:
    lead = read.text[read.starts[each.sentence] : each.start][-70:]
    # "12, 15, 9 and 16 in the four weeks": the last of a list, told of all of it.
    if LAST_OF_LIST.search(lead) and not PLAIN.match(read.text, each.end):
        return False
    if WITH_OTHERS.match(read.text, each.end):
        return False
    return bool(BEFORE.search(lead) or BRINGS.search(lead) or BEHIND.match(read.text[each.end :]))


def _judged(paragraph: Paragraph, read: Passage, each: Entry) -> Iterator[Finding]:
    near = counts_near(read, each, 1)
    told = [e for e in near if e.end <= each.start and not e.base and not CLOCK.search(read.text[: e.start])]
    before = parts_of(read, told)
    own = [e for e in read.of_sentence(each.sentence) if e.end <= each.start and e.kind == "count" and not e.base]
    if each.count in (sum(e.count for e in told), sum(e.count for e in own)):
        yield _finding(paragraph, each, str(each.count), "", ok=True)
        return
    if len(before) < 2 or before[-1].sentence < each.sentence - 1:
        return
    strict = is_one_list(read, before) and each.count not in [e.count for e in near]
    if any(sum(e.count for e in before[at:]) == each.count for at in range(len(before) - 2)) or (
        not strict and is_explained(each.count, near)
    ):
        yield _finding(paragraph, each, str(each.count), "", ok=True)
        return
    words = read.text[read.starts[before[0].sentence] : each.end + 40]
    if ELSE.search(words):
        return
    if not _is_of_the_same(read, before, each):
        return
    new = before[-1].sentence < each.sentence and DOING.match(read.text[each.end :])
    if new and each.count < sum(e.count for e in before):
        return  # "18 came in spring and 21 in autumn. In all, 30 stayed": of them, and said of them for the first time
    account = nearest(each.count, list(sums(before))[-1:] if strict else list(sums(before)))
    if account and (each.count > account.most or PLAIN.match(read.text[each.end :])):
        yield _finding(paragraph, each, str(account.expected), account.terms, ok=False)


def _is_of_the_same(read: Passage, before: Sequence[Entry], each: Entry) -> bool:
    """Whether a total in a sentence of its own counts what the parts count, or people, or nothing that is named."""
    noun = NOUN.match(read.text[each.end :])
    if before[-1].sentence == each.sentence or not noun:
        return True
    return bool(ANYTHING.match(noun[1])) or stem(noun[1]) in stems(read.text[before[0].start : each.start])


def _finding(paragraph: Paragraph, each: Entry, expected: str, terms: str, *, ok: bool) -> Finding:
    stated = each.text.split(" (")[0]
    why = f"{terms}, printed as {stated}" if terms else f"{stated} is what the others come to"
    slip = f"parts/{paragraph.line}/{each.start}/{each.text}"
    verdict: Verdict = "ok" if ok else "wrong"
    return Finding(CODE, verdict, paragraph.where, each.text, stated, expected, why, slip, "likely")
