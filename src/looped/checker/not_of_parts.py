"""Whether what a rule calls a part or a rest is of something else, or its list leaves some out."""

import re
from itertools import pairwise

from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

OF_RESTS = frozenset(
    ("parts-of-whole", "two-parts", "rest-accounted", "left-over", "weighed-rest", "what-remains", "concluded")
    + ("left-plainly", "taken-away", "counted-out")
)
OF_LISTS = frozenset(
    ("parts-of-whole", "nearly-whole", "told-total", "closed-list", "bare-list", "weighed-sum", "concluded", "split")
    + ("counted-out", "two-parts")
)
OF_BOTH = frozenset(("parts-of-whole", "concluded"))
# "The remaining 22 boats had none": what so many are.
NOUN = re.compile(
    r" (?P<noun>(?!this\b)[a-z]{3,}s) (?:(?:were|was|had|have|did|do|are|is|gave|took|made|came|went|never|not|"
    r"without|with)\b|"
    r"[a-z]+ed\b)"
)
CALLED_REST = pattern_of(r"\b(?:remaining|other) (?:only |just )?$", re.I)
# "Of 59, 27 chose brass, and 23 of the remaining players strings"; "of the others, 23 were new".
OF_REST = pattern_of(r"(?: [a-z]+)? of (?:the|these|those) (?:remaining|others?|rest|remainder)\b", re.I)
REST_OF = pattern_of(
    r"\b(?:of|among) (?:the|these|those) (?:others|rest|remainder|(?:remaining|other)(?: [a-z]+){1,2}),? $", re.I
)
SOME_OF = pattern_of(
    r"\b(?:mainly|mostly|chiefly|largely|principally) [^.;:()\d]{2,40}[ (]\d|\d(?: [a-z]+){1,3} among them\b|"
    r"[:;–—(] ?among (?:the |them|these|those)[^.;:()\d]{0,30}\d|"
    r"[,;] (?:and |with )?the (?:rest|others|remainder)(?! ?[,(:–-]? ?\d)(?: (?!were \d|was \d)[^\d.;:,()]{2,60})?[.;]",
    re.I,
)
# "19 in spring, more than the 26 of the spring before"; "19 in May, rising to 23".
OF_ANOTHER = pattern_of(
    r"\b(?:more|fewer|less|better|worse) than (?:the )?$|\b(?:rising|falling|increasing|up|down|dropping) to $", re.I
)
AGAINST = pattern_of(r"\b(?:against|compared (?:with|to)|down from|up from) (?:the |only |just )?$", re.I)
MORE = re.compile(r" more (?:in|on|at|by|during|since|after)\b")
# "15 were late, more than at Ash (11) and Elm (2) together": more than the sum.
THAN_BOTH = pattern_of(r"[^.;:()\d]{2,50}, (?:more|fewer|less) than (?:in|at|on|for|with|from|by) ", re.I)
TAKEN = re.compile(r"(?P<a>[\d,]+) (?:less|-) (?P<b>[\d,]+)\b")
BEFORE = pattern_of(
    r"\b(?:last (?!of\b)[a-z]+|previous\w*|a year (?:ago|earlier)|(?:the )?(?:year|time|visit|round) before)\b", re.I
)
SUMMED = re.compile(r"= (?P<sum>[\d,]+), (?:against|printed as) (?P<whole>[\d,]+)$")


def is_rest_of_others(read: Passage, low: int, finding: Finding) -> bool:
    """ "34 faults on 18 boats; the remaining 7 boats": of the boats, and no rest of the faults."""
    high = low + len(finding.quote)
    rests = [e for e in read.entries if low <= e.start < high and e.text == finding.stated]
    rests = rests or [e for e in read.entries if low <= e.start < high][-1:]
    return any(_is_some(read, e) or _is_of_another_noun(read, e, finding) for e in rests)


def _is_some(read: Passage, rest: Entry) -> bool:
    """Whether a figure is told of some of the rest."""
    # "Of the remainder, five went down and two up": all of it.
    last = read.of_sentence(rest.sentence)[-1] == rest
    before = read.text[max(0, rest.start - 40) : rest.start]
    return bool(OF_REST.match(read.text, rest.end) or (last and REST_OF.search(before)))


def _is_of_another_noun(read: Passage, rest: Entry, finding: Finding) -> bool:
    """Whether what is called the rest has a noun, and the whole that the rule takes it of has another."""
    noun = NOUN.match(read.text, rest.end)
    first = re.match(r"[\d,]+", finding.why)
    called = CALLED_REST.search(read.text[max(0, rest.start - 20) : rest.start])
    if not noun or not first or not called:
        return False
    count = int(first.group().replace(",", ""))
    wholes = [e for e in read.entries if count in (e.count, e.base) and e.start < rest.start]
    if not wholes:
        return False
    behind = re.split(r"\band\b|\bor\b|[,;:.\d(]", read.text[wholes[0].end :][:60].lower())[0]
    words = re.findall(r"[a-z]+", behind)[:3]
    return stem(noun["noun"]) not in {stem(word) for word in words} and any(w.endswith("s") for w in words[:2])


def leaves_some_out(read: Passage, low: int, finding: Finding) -> bool:
    """ "12 oars, mainly oak (5) and ash (4)"; "34 for a day, 21 for a week, the rest by the hour": less than all."""
    told = SUMMED.search(finding.why)
    if not told or int(told["sum"].replace(",", "")) >= int(told["whole"].replace(",", "")):
        return False
    high = low + len(finding.quote)
    at, last = read.sentence_at(low), read.sentence_at(high - 1)
    words = " ".join(read.sentence(each) for each in range(at, last + 1))
    return bool(SOME_OF.search(words))


def is_of_another_time(read: Passage, low: int, finding: Finding) -> bool:
    """ "19 in spring, more than the 26 of the spring before": no part."""
    inside = [e for e in read.entries if low <= e.start < low + len(finding.quote)]
    if finding.code in OF_BOTH and THAN_BOTH.match(read.text, low):
        return True
    if any(AGAINST.search(read.text[max(0, e.start - 30) : e.start]) for e in inside):
        return True
    return any(OF_ANOTHER.search(read.text[max(0, e.start - 30) : e.start]) for e in inside[1:]) or any(
        MORE.match(read.text, e.end) for e in inside[-1:]
    )


def is_of_two_times(read: Passage, low: int, finding: Finding) -> bool:
    """ "Done in eight at the last visit, but in six this time. The three that failed": no whole and its part."""
    taken = TAKEN.match(finding.why)
    near = [e for e in read.entries if 0 <= read.sentence_at(low) - e.sentence <= 2 and e.kind == "count"]
    pairs = [(a, b) for a, b in pairwise(near) if taken and (str(a.count), str(b.count)) == taken.group("a", "b")]
    return any(a.sentence == b.sentence and BEFORE.search(read.text, a.end, b.start) for a, b in pairs)
