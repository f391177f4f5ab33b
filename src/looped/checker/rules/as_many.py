"""Two figures that are said to be the same, or not to have changed, are the same."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import listings, value_of
from looped.checker.parties import is_aside, parties
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, NUMBER, Entry, Passage, passage
from looped.checker.quieting import SPELT

CODE = "as-many"
MESSAGE = "Two figures that are said to be equal are equal."
GOOD = "Equal numbers left by the north gate (14) and by the south gate (14)."
BAD = "Equal numbers left by the north gate (14) and by the south gate (19)."

SAME = pattern_of(
    r"\b(?:(?:exactly |precisely |just )?the same (?:number|share|proportion|percentage|rate|score|total|mark|"
    r"figure|count|size|"
    r"median|mean|average|level)s?(?! (?:as|of (?:\w+ ){1,4}as)\b)|(?<!with )equal (?:numbers?|shares?|"
    r"proportions?|scores?|"
    r"totals?|marks?)|"
    r"(?:of |in )(?:exactly |precisely )?(?:equal|identical|the same) (?:size|length|number)s?(?! (?:of|as)\b)|"
    r"equal in (?:size|number|"
    r"length)|equally (?:large|big|long|sized)|equal-sized|"
    r"(?:just |exactly )?as many (?:[a-z’'-]+ ){1,4}as (?!there|were|in|was|at|on|last|before)[a-z’'-]+(?! ago)|"
    r"identical(?! to\b)|"
    r"(?<!; )(?<!: )unchanged(?!, (?:\d|[a-z-]+[;.,]))(?! at [\d.,]+%? (?:in (?:both|each|all)|from|between|"
    r"over|until|before|after|since|following|despite)\b)|no change|"
    r"(?:no|without any|without a) difference|(?:did|has|have|had) not (?:changed?|moved?|altered?)|"
    r"(?:stay(?:ed|s)?|remain(?:ed|s)?|held) (?:exactly |precisely )?(?:the same|constant|level|static)|constant at|"
    r"(?:was|were) (?:exactly |precisely )?the same in (?:each|both|all|every)|"
    r"equally (?:often|likely|common|frequent|popular|divided|split)|(?:evenly|equally) (?:split|divided)|"
    r"(?:split|divided) (?:evenly|equally)|level on|(?:just|exactly|precisely|equally) as many(?=,? )|"
    r"as many [a-z]+ (?=\(\d+\) as )|"
    r"the same (?:number|amount|sum)(?=, )|evenly matched|tied(?=[.;:])|neck and neck|"
    r"(?:were|was|came out|finished) (?:all )?"
    r"(?:level|equal|alike)(?=[.,;:]| in\b)|"
    r"(?P<apart>unequal(?: in (?:size|number))?|uneven(?:ly)?|(?:of|in) (?:different|unequal) (?:sizes?|lengths?|"
    r"numbers?)|different numbers|not (?:equal|the same(?! (?:two|three|four|five|six|ones?|[a-z]+s)\b)|"
    r"alike|level)))\b",
    re.I,
)
GROUPS = pattern_of(r"\b(?:groups|arms|samples|cohorts) $", re.I)
DENIED = pattern_of(
    r"\b(?:not|nearly|almost|about|roughly|broadly|twice|(?:three|four|five|ten|\d+) times|half|if|whether|never|"
    r"much|virtually|statistically|"
    r"significant\w*|otherwise|practically|largely|more than|thirds?|quarters?|fifths?)\s+(?:\w+ )?$",
    re.I,
)
OTHERWISE = pattern_of(
    r"\b(?:significan\w*|statistic\w*|similar|nearly|almost|about|approximately|but|although|though|except|apart "
    r"from|"
    r"while|whereas|adjust\w*|to each|in each(?! (?:group|arm|team|half|of the two)\b[^.;]*\(| (?:year|month|quarter|"
    r"round|cycle|term|week|audit|survey|wave)\b)|each of)\b",
    re.I,
)


IN_GROUPS = pattern_of(
    r"\b(?:in|from|between|among) (?:two |the |three )?(?:groups|arms|samples|teams|wards|sites) of (?:exactly )?"
    r"(?:equal|the same) size$",
    re.I,
)
TALLIED = pattern_of(
    rf"(?:(?<!\bthe )(?<!\bboth )(?<!\bthese )\b(?:{SPELT}|\d+)|\d\)|%)(?: of (?:them|these|those|which|"
    rf"whom))?(?: (?!hours|days|weeks|months|years|"
    rf"minutes)[a-z]+)??"
    rf"(?: (?:were|was|are|is|had|have|has|been))*(?: (?:then|still|largely))? $",
    re.I,
)
TALLY = pattern_of(
    rf" (?:in|for) (?:just |only |the other |another )?(?:{SPELT}|\d+)\b(?! (?:years|months|weeks|"
    rf"quarters)|\s?%|\s?per|[.,]\d)",
    re.I,
)
MOVED_AT = pattern_of(rf"\b(?:up|down|rose|fell|increased|decreased) (?:at|in|for|on) (?:{SPELT}|\d+)\b", re.I)
# "Improved, 20; unchanged, 6; worse, 53": the name of a figure.
LABELS = re.compile(r"(?:, | ?[(=:–] ?| )(?:£?\d[\d,.]*%?)(?=[;,.)]|$)")
LABELLED = re.compile(r"(?:^|[;:,(]|\band) $")
TALLY_AT = pattern_of(rf" (?:at|on) (?:{SPELT}|\d+)\b(?!\s?%|[.,]\d)", re.I)
# "35% expected no change": an answer.
ANSWERED = pattern_of(
    r"\b(?:expect\w*|report\w*|saw|see(?:ing|s)?|foresaw|foresee\w*|forecast\w*|anticipat\w*|said|felt|notic\w*|"
    r"predict\w*|want(?:ed)?|prefer\w*|answer\w*|recorded|showed|had) (?:of |there was |there had been )?$",
    re.I,
)
CHANGED = pattern_of(r"chang|mov|alter", re.I)
# "5 were classed as unchanged": what they were called.
CALLED = pattern_of(r"\bas [“\"‘']?$")


# What is said to be the same stands right before: "of all the files, the same number throughout"; or it is a base.
BASE_TOLD = pattern_of(
    r"[a-z], $|\b(?:of|out of|from|on|over|using|with) $|\b(?:shares?|percentages?|proportions?|out|rates?)\b[^.;:]*$",
    re.I,
)
TIME_OF = pattern_of(
    rf"\b(?:{MONTH}|(?:19|20)\d\d|q[1-4]|(?:first|second|third|fourth|last|this|quarter|week|year|month|term|round|"
    r"cycle|wave|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri)day))\b",
    re.I,
)
BOTH = pattern_of(r"\b(?:both|the two|equal)\b", re.I)
# "The same number as in the year before": of the last two figures told.
READ_AND = pattern_of(r" of [a-z ]{2,30}? (?:was|were) [a-z]+,? and\b", re.I)
AS_BEFORE = pattern_of(
    r"\b(?:the same(?: number)?|as many|no more and no fewer|neither more nor fewer) (?:as|than) (?:(?:in|at|for|"
    r"on) )?"
    r"(?:(?:the|a) )?(?:(?:year|month|quarter|week|term|round|audit) (?:before|earlier)|"
    r"(?:last|previous|preceding|prior) [a-z]+|before)\b",
    re.I,
)


# "The same number of opinions as in 2013/14 (five)": the figure behind, and the one before it.
AS_IN = pattern_of(
    r"\bthe same (?:number|share|proportion|score|rate|total|figure)(?: of (?:[a-z]+ ){1,4}?)? ?as (?:in|at|on|"
    r"for|last|the) "
    r"[^.;()]{1,30}\(",
    re.I,
)


BOTH_AT = pattern_of(
    r"\b(?:both|the two|the pair|each)\b(?! (?:of|in|for|at) )[^.;:,()\d£$€]{0,30}?"
    r"(?<!over )(?<!under )(?<!above )(?<!below )(?<!than )(?<!least )(?<!most )"
    r"[£$€]?\d(?:[\d,.]*\d)?(?:\s?%)?(?=[^.;]*[:;–(])",
    re.I,
)
# "As many came by bus (41) as came by car (47)".
AS_PAIR = pattern_of(
    r"\bas (?:many|much|often|large|high)(?: [a-z’'-]+){0,6} \((?:n = )?(?P<a>\d[\d,]*(?:\.\d+)?)\s?(?P<u>%)?\) as "
    r"(?:[a-z’'-]+ ){1,6}\((?:n = )?(?P<b>\d[\d,]*(?:\.\d+)?)\s?(?P<v>%)?\)",
    re.I,
)
TIMES = pattern_of(
    r"\b(?:not|nearly|almost|about|roughly|twice|times|half|thirds?|quarters?|fifths?|never|if|whether|hardly|n[’']t|than|"
    r"virtually|practically|at least|up to|over|under)(?: so)? $",
    re.I,
)
TOGETHER = pattern_of(
    r"\b(?:together|between them|combined|in total|altogether|jointly|comprise[ds]?|compris\w+|consist\w+|made up|"
    r"total(?:led)?|in all|sum)\b",
    re.I,
)
# "Stayed the same at 12 a month: 12 in May, 12 in June and 26 in July": each is what it is said to have stayed at.
STAYED_AT = pattern_of(
    rf"\b(?:(?:held|remain(?:ed|s)?|stay(?:ed|s)?|kept|was|were|has been|have been|ran|running) "
    rf"(?:exactly |precisely |entirely )?(?:consistent(?:ly)?|steady|level|flat|stable|constant(?:ly)?|the same|"
    rf"unchanged|static),? |(?:stay(?:ed|s)|remain(?:ed|s)) )at (?:exactly )?(?P<n>{NUMBER}(?:\s?%)?)"
    r"(?: [a-z]+)?(?P<each> (?:a|an|per|each|every|in each|in every) (?:month|quarter|year|week|day|term|round|cycle|"
    r"wave|visit)| (?:throughout|each time|all year))?(?=\s?[:(.;,])",
    re.I,
)
TAKES_UP = pattern_of(r"\W*(?:it|they|there|the (?:figure|number|rate|share|total|count)s?|this|these)\b", re.I)
LOOSE = pattern_of(r"consistent|steady|stable|level|flat", re.I)
BOTH_TOLD, FEWEST, TENTH = 3, 2, 10


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with one pair of figures beside it."""
    for paragraph in context.paragraphs_with(SAME, AS_BEFORE, AS_IN, BOTH_AT, AS_PAIR, STAYED_AT):
        for found in AS_PAIR.finditer(paragraph.text):
            yield from _as_pair(paragraph, found)
        for found in SAME.finditer(paragraph.text):
            if READ_AND.match(paragraph.text, found.end()):
                continue  # "the same number of files was read and 14 were good": as told before
            yield from _judged(paragraph, passage(paragraph.text), found)
        for found in BOTH_AT.finditer(paragraph.text):
            yield from _both_at(paragraph, passage(paragraph.text), found)
        for found in STAYED_AT.finditer(paragraph.text):
            yield from _stayed_at(paragraph, passage(paragraph.text), found)
        for found in AS_IN.finditer(paragraph.text):
            yield from _as_in(paragraph, passage(paragraph.text), found)
        for found in AS_BEFORE.finditer(paragraph.text):
            yield from _as_before(paragraph, passage(paragraph.text), found)


def _as_pair(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    """As many of the one as of the other, each with its figure in brackets."""
    if TIMES.search(paragraph.text[: found.start()]) or found["u"] != found["v"]:
        return
    right = found["a"] == found["b"]
    why = f"{found['a']} and {found['b']}: {'the same' if right else 'not the same'}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    verdict: Verdict = "ok" if right else "wrong"
    yield Finding(
        CODE, verdict, paragraph.where, found.group(), found["a"], "" if right else "not the same", why, slip, "likely"
    )


def _stayed_at(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """What is said to have stayed at a figure, with the one list behind it that gives it of each time."""
    at = read.sentence_at(found.start())
    own = [each for each in read.of_sentence(at) if each.start == found.start("n")]
    told = [each for each in listings(read) if each.start >= found.end() and each.sentence in (at, at + 1)]
    told = [each for each in told if each.sentence == at or TAKES_UP.match(read.sentence(each.sentence))]
    if DENIED.search(read.text[read.starts[at] : found.start()]) or len(own) != 1 or len(told) != 1:
        return
    entries, value = [each.entry for each in told[0].items], value_of(own[0])
    timed = all(TIME_OF.search(each.name) for each in told[0].items)
    # "12 a month" is a measure of no unit.
    kinds = {(each.kind.replace("measure", "count"), each.unit, each.base) for each in (own[0], *entries)}
    # "Stayed at 12: 7 in May, 3 in June and 2 in July": what they come to.
    if not timed or len(entries) < FEWEST or len(kinds) > 1 or value not in told[0].values:
        return
    allowed = max(value / TENTH, Decimal(1)) if LOOSE.search(found.group()) else Decimal(0)
    if all(abs(each - value) <= allowed for each in told[0].values) != all(each == value for each in told[0].values):
        return  # "steady at 12": 12, 13, 12
    yield _told(paragraph, found, entries)


def _as_in(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    own = read.of_sentence(read.sentence_at(found.start()))
    before, behind = [e for e in own if e.end <= found.start()], [e for e in own if e.start == found.end()]
    if before and behind and before[-1].kind == behind[0].kind and not before[-1].base and not behind[0].base:
        yield _told(paragraph, found, [before[-1], behind[0]])


def _as_before(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    before = [e for e in read.entries if at - 1 <= e.sentence <= at and e.end <= found.start()]
    if DENIED.search(read.text[read.starts[at] : found.start()]) or len(before) != 2 or before[1].sentence != at:
        return
    if before[0].kind == before[1].kind != "points" and before[0].unit == before[1].unit:
        yield _told(paragraph, found, before)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    sentence = read.sentence(at)
    if DENIED.search(read.text[read.starts[at] : found.start()]):
        return
    if GROUPS.search(read.text[: found.start()]) and found.group().lower().endswith("alike"):
        return  # "the groups were alike": in what they were, by and large
    if OTHERWISE.search(sentence) and not _is_apart(found):
        return
    if CHANGED.search(found.group()) and ANSWERED.search(read.text[read.starts[at] : found.start()]):
        return
    if IN_GROUPS.search(f"{read.text[: found.start()]}{found.group()}"):
        return  # "5 against 9 events in groups of equal size": not the groups are counted
    if BASE_TOLD.search(read.text[read.starts[at] : found.start()]) and not read.of_sentence(at):
        return  # "each is a share of all the files, the same number throughout": of those, and no figure is told
    if MOVED_AT.search(sentence) and TALLY_AT.match(read.text, found.end()):
        return  # "went down at 61 groups, stayed level at 58 and went up at 37"
    if CALLED.search(read.text[: found.start()]):
        return
    if LABELS.match(read.text, found.end()) and LABELLED.search(read.text[: found.start()]):
        return
    sized = found.group()[:3].lower() in ("of ", "in ")  # "two groups of equal size"
    if (TALLIED.search(read.text[read.starts[at] : found.start()]) and not sized) or TALLY.match(
        read.text[found.end() :]
    ):
        return  # "eleven were unchanged", "stayed the same in five": so many of them did
    alike = _alike(read, (at,) if CHANGED.search(found.group()) else (at, at - 1))
    if not alike and not read.of_sentence(at) and BOTH.search(sentence):
        alike = _alike(read, (at + 1,))  # "Both had the same number. The first had 17, the second 17."
    alike = _spoken_of(read, found, alike)
    # "The same at 24 (9 here, 8 there and 7 elsewhere)": what they come to.
    if alike and not (len(alike) > 2 and alike[0].value == sum(each.value for each in alike[1:])):
        yield _told(paragraph, found, alike)


def _told(paragraph: Paragraph, found: re.Match[str], alike: Sequence[Entry]) -> Finding:
    same = len({each.value for each in alike}) == 1 or len({value_of(each) for each in alike}) == 1
    right = same != _is_apart(found)
    how = "the same" if same else "not the same"
    why = f"{' and '.join(each.text for each in alike)}: {how}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    verdict: Verdict = "ok" if right else "wrong"
    return Finding(
        CODE, verdict, paragraph.where, found.group(), found.group(), "" if right else how, why, slip, "likely"
    )


def _is_apart(found: re.Match[str]) -> bool:
    """Whether it is said that they are not the same."""
    return bool(found.groupdict().get("apart"))


def _both_at(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Both being for £48,000: Ash asked £48,000 and Elm £48,000": each has what both are said to have."""
    for row in parties(read, read.sentence_at(found.start()), read.sentence_at(found.start())):
        told = [each.entry for each in row]
        values = [each.value for each in told]
        named = len(row) == BOTH_TOLD and all(each.words for each in row[1:])
        # Of three that are all of them different nobody can say which belong together.
        if told[0].value == sum(values[1:]) or TOGETHER.search(read.sentence(told[0].sentence)):
            continue  # "between them the two groups comprised 334 (167 and 167)"
        if named and told[0].start <= found.end() <= told[0].end and len(set(values)) < len(values):
            yield _told(paragraph, found, told)


def _alike(read: Passage, places: tuple[int, ...]) -> list[Entry]:
    """The figures of one kind that a sentence tells, two or a list; those before it where it tells none."""
    for place in places:
        told = read.of_sentence(place)
        own = [e for e in told if e.kind != "points" and not _is_number_of_them(read, e)]
        # "Uptake at 12 months was unchanged": when it was so.
        own = [e for e in own if e.kind != "measure" or not is_aside(read, e, told)]
        if not own:
            continue
        kinds = {(e.kind, e.unit, bool(e.base), bool(e.share)) for e in own}
        lists = [len(each.items) for each in listings(read) if each.sentence == place]
        listed = any(len(own) == number or (len(own) - 1 == number > 2) for number in lists)
        apart = any(one.value != other.value for one, other in zip(own, own[2:], strict=False))
        if len(own) == 4 and apart and {own[0].value, own[1].value} == {own[2].value, own[3].value}:
            return own
        # "In equal numbers to this (16 clinics, 384 patients) and that (16 and 307)": two things counted of each.
        paired = len(own) == 4 and own[0].value == own[2].value and own[1].value > 2 * own[0].value
        return own if len(kinds) == 1 and (len(own) == 2 or (listed and not paired)) else []
    return []


def _spoken_of(read: Passage, found: re.Match[str], alike: list[Entry]) -> list[Entry]:
    """Of a list those that the clause names, where it names two or more, and not all: "Ash and Elm had as many"."""
    if len(alike) < 3:
        return alike
    for listing in listings(read):
        if [each.entry for each in listing.items] == alike and all(each.words for each in listing.items):
            clause = re.split(r"[;:,]|[.]\s", read.text[: found.start()])[-1]
            hits = [each.entry for each in listing.items if each.words & stems_of(clause)]
            return hits if listing.end <= found.start() and len(hits) > 1 else alike
    return alike


def _is_number_of_them(read: Passage, entry: Entry) -> bool:
    """ "The two arms": of how many it is said."""
    lead = re.search(r"\b(?:the|both|all|these|those|our)\s*$", read.text[: entry.start], re.I)
    if entry.text.isalpha() and re.match(
        r"\s[a-z’'-]+s (?:of|in) (?:equal|the same|identical)\b", read.text[entry.end :]
    ):
        return entry.value < 6
    return bool(lead and re.match(r"\s[a-z’'-]+s\b", read.text[entry.end :])) and entry.value < 6
