"""One finding told in two places, the summary and the body say, with two figures."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from looped.checker.context import Context
from looped.checker.earlier import EARLIER, MOMENT, opens_earlier
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.listed_again import listed_again
from looped.checker.listing import listings
from looped.checker.numbers import Percent, slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quieting import SPELT
from looped.checker.retelling import is_same, negated
from looped.checker.rules.either_of import EITHER
from looped.checker.said_again import said_again
from looped.checker.telling_words import stems
from looped.checker.tellings import DEFINED, Telling, are_more_than, taken_up, tellings

CODE = "told-twice"
MESSAGE = "What is told in two places, the summary and the body say, has the same figure in both."
GOOD = "Summary: 31 of 60 gates had no lock.\n\nFindings. There was no lock on 31 of the 60 gates that we tried."
BAD = "Summary: 31 of 60 gates had no lock.\n\nFindings. There was no lock on 37 of the 60 gates that we tried."

MOST, FAR = 400, 4
NOUN = pattern_of(
    r"\s*(?:of (?:the|these|those|our|its) )?(?:[a-z]+ed (?=[a-z]+s\b))?(?P<noun>(?:(?!(?:[a-z]+ed|bought|seen|"
    r"held|read|sent|drawn|taken|"
    r"made|found|sold|kept|left|lost|given|met|paid|were|was|had|given|in|at|on|of|for|to|with|who|"
    r"and|or|that|from|by|than)\b)[a-z’'-]+ ?){1,3})",
    re.I,
)
OF_THE = pattern_of(r"\s*of (?:the|these|those|our) (?P<noun>[a-z’'-]+)", re.I)
AMOUNTS = ("money", "measure")
# "The target in the plan was a fall of 15%".
FIGURES = pattern_of(rf"\b(?:\d[\d,.]*|{SPELT})\b", re.I)
AIMED = pattern_of(
    r"\b(?:the|its|our|their|a) (?:targets?|aims?|goals?|limit|plan)\b[^.;,]{0,40}? (?:was|were|is|had been) ", re.I
)
# Of an earlier time, by the words before it in its sentence.
THEN = pattern_of(
    r"\b(?:(?:year|month|quarter|time|audit|survey|round) before, when|"
    r"(?:audit|survey|review|round|report) of (?:19|20)\d\d\b[^.;:]*,? of (?:which|whom|these)) (?:only |just )?$",
    re.I,
)
AT_PLACE = re.compile(
    r"\W*(?:At|In|On|From|For|Among) (?:the )?(?P<place>[A-Za-z][A-Za-z’' -]{2,30}?),? (?:only |just )?$"
)
BOUNDED = pattern_of(
    r"\d\s?(?:%|per ?cent)(?: of [a-z ]{3,30})? or (?:more|over|above|less|fewer|under|better)\b", re.I
)
OF_ITS = pattern_of(r"\bof (?:its|their|his|her) ", re.I)
# "Paid late", "in time": of the two only one.
LATE, IN_TIME = pattern_of(r"\b(?:late|overdue)\b", re.I), pattern_of(r"\b(?:in|on) time\b", re.I)
# Of whom each of two is told, which says nothing of what is told of them.
OF_GROUP = pattern_of(r"\b(?:[a-z-]+ ){1,2}(?:arms?|groups?|cohorts?)\b", re.I)
OF_ANYONE = stems("people patients participants persons adults those reported percentage points difference")
OR = re.compile(r"\b(?P<a>[A-Za-z]{3,}) or (?P<b>[A-Za-z]{3,})\b")
EVERY, THAN = pattern_of(r"(?:every|each|all)\b", re.I), pattern_of(r"\b(?:more|fewer)\b.* than\b", re.I)
# "Eleven had one fault and three had two, making 17 faults in all": its own parts make it.
MADE = pattern_of(r"\b(?:making|giving|bringing)\b[^.;:]{0,60}\b(?:in all|altogether|in total)\b", re.I)
OF_ALL = pattern_of(r"\W*(?:in all|altogether|overall|in total|together|taken together)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each pair of tellings of one thing in two parts of the document, or in one form of words."""
    found = list(_tellings(context))
    yield from found
    for again in said_again(context, CODE):
        told = again.why.split("”")[0]
        if not any(each.where.line == again.where.line or told in each.why for each in found):
            yield again


def _tellings(context: Context) -> Iterator[Finding]:
    """Each pair in two parts of the document, or of which one takes up the other."""
    for each in listed_again(context.document.paragraphs):
        why = f"{each.entry.text}, and before “{each.first.text}”"
        slip, where = f"{CODE}/{each.paragraph.line}/{each.entry.start}", each.paragraph.where
        stated, expected = each.entry.text, each.first.entry.text
        yield Finding(CODE, "wrong", where, stated, stated, expected, why, slip, "likely")
    told = () if are_more_than(context, MOST) else context.once(tellings)
    if not 1 < len(told) <= MOST:
        return
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, later in enumerate(told):
        near = sorted({place for word in later.own for place in by_stem[word]})
        for earlier in (told[place] for place in near):
            if _are_apart(earlier, later) and _conflict(earlier, later) and is_same(earlier, later):
                if not _fits_another(told, earlier, later) and not _has_rival(told, earlier, later):
                    yield _finding(earlier, later)
                break
        for word in later.own:
            by_stem[word].append(at)


def _are_apart(earlier: Telling, later: Telling) -> bool:
    """Whether they stand in two parts, or the later one takes something up."""
    if earlier.entry.kind == "share" and later.base and OF_ALL.match(later.read.sentence(later.entry.sentence)):
        return False  # "In all 1,070 were done": of more than what was told before
    if earlier.part == later.part and MADE.search(later.sentence):
        return False
    if _are_of_one_form(earlier, later):
        return False
    if any(EVERY.match(each.entry.text) and THAN.search(each.sentence) for each in (earlier, later)):
        return False  # "more came by bus than took every dose": of what was done, and not of all
    if earlier.place == later.place:
        between = earlier.read.text[earlier.entry.end : later.entry.start]
        return "..." in between or "…" in between
    # Shares of several groups, each in its place: another rule puts them side by side.
    if min(earlier.beside, later.beside) > 1:
        return False
    if earlier.part != later.part and (earlier.sums or later.sums):
        return True
    if AIMED.search(later.sentence) or AIMED.search(earlier.sentence):
        return False
    return earlier.cued or later.cued or bool(taken_up(later.read, later.entry))


def _are_of_one_form(one: Telling, other: Telling) -> bool:
    """Whether two parts tell the same of each, in the same words and with figures of their own."""
    if one.part == other.part or one.sentence == other.sentence:
        return False
    form = _form(one.sentence)
    return form == _form(other.sentence) and form.count("#") > 1


@lru_cache(maxsize=2048)
def _form(sentence: str) -> str:
    """A sentence with a sign for each figure. Kept: each pair of its figures asks for it."""
    return FIGURES.sub("#", sentence)


def _conflict(one: Telling, other: Telling) -> bool:
    """Whether two figures cannot both be of one thing."""
    if _are_of_two(one, other):
        return False
    apart = negated(one.near) != negated(other.near)
    shares = [each.entry.share for each in (one, other)]
    if all(shares) and shares[0] == shares[1]:
        return False  # told alike, whatever else is denied near it
    if one.entry.kind in AMOUNTS or other.entry.kind in AMOUNTS:
        return _amounts_conflict(one.entry, other.entry)
    if one.is_count and other.is_count:
        return _counts_conflict(one, other, apart)
    return _is_count_off(*((one, other) if one.is_count else (other, one)), apart)


def _names_two_of(sentence: str, listed: str) -> bool:
    """Whether a sentence tells of two together that the other one tells each of."""
    words = {each.lower() for each in re.findall(r"[A-Za-z]{3,}", listed)}
    joined = (found for found in OR.finditer(sentence) if not OR.search(listed))
    return any({found["a"].lower(), found["b"].lower()} <= words for found in joined)


def _are_of_two(one: Telling, other: Telling) -> bool:
    """Whether two figures are of two things or two times, by their bases and their words."""
    if (one.is_whole or other.is_whole) and (one.base or other.base or not (one.is_count and other.is_count)):
        return True
    if bool(EITHER.search(one.sentence)) != bool(EITHER.search(other.sentence)):
        return True  # "30% were very content", and "in all 71% were content or very content"
    if any(_names_two_of(a.sentence, b.sentence) for a, b in ((one, other), (other, one))):
        return True  # "Sound 18; Fair 21; Worn 12", and "39 of the 56 were Fair or Sound"
    if _are_of_two_outcomes(one, other):
        return True
    if any(LATE.search(a.near) and IN_TIME.search(b.near) for a, b in ((one, other), (other, one))):
        return True
    if _is_of_smaller(one, other) or _is_of_smaller(other, one):
        return True
    if _is_of_left(one, other) or _is_of_left(other, one):
        return True
    of_the = OF_THE.match(other.read.text[other.entry.end :])
    bare = one.is_count and other.is_count and not (one.base or other.base)
    if of_the and bare and stem(of_the["noun"]) == _noun(one):
        return True  # "21 of the men and 55 of the women": of so many men and women told before
    if other.base == one.entry.count or one.base == other.entry.count:
        return True  # "491 replied (40%) ... eighteen of the 491"
    if any(_is_of_then(each) for each in (one, other)) or _is_at_part(one) != _is_at_part(other):
        return True
    times = [{found.group().lower() for found in MOMENT.finditer(each.sentence)} for each in (one, other)]
    if all(times) and times[0].isdisjoint(times[1]):
        return True  # "between 2 October and 15 December", and "in quarter 2"
    bounded = [bool(BOUNDED.search(DEFINED.sub(" ", each.sentence))) for each in (one, other)]
    if bounded[0] != bounded[1]:
        return True  # "two of the five were met in 70% of files or more": how many pass a limit
    if bool(OF_ITS.search(one.entry.text)) != bool(OF_ITS.search(other.entry.text)):
        return True  # "7 of its 24": of one that is named
    then = [opens_earlier(each.read, each.entry) for each in (one, other)]
    # "Our last report had 15 … of the 13 in the last report": of that time both.
    return then[0] != then[1] and not EARLIER.search((other if then[0] else one).sentence)


def _are_of_two_outcomes(one: Telling, other: Telling) -> bool:
    """ "Falls were seen by 28 in one arm and 23 in the other", and of the other how many went home: of two things."""
    groups = [OF_GROUP.findall(each.sentence) for each in (one, other)]
    if not all(groups):
        return False
    whom = OF_ANYONE | stems(" ".join((*groups[0], *groups[1])))
    return not (stems(one.sentence) - whom) & (stems(other.sentence) - whom)


def _is_count_off(counted: Telling, stated: Telling, apart: bool) -> bool:
    """Whether a count can't be the share that is said. apart: whether one of the two is denied."""
    told = {e.count for e in stated.read.of_sentence(stated.entry.sentence) if e.kind == "count"}
    if counted.base and counted.base in told:
        return False  # "491 replied, a rate of 40%": of the others, and 491 is the whole here
    if not stated.reach:
        return False
    if not counted.reach:
        # "None" and some, whatever they are of.
        return stated.entry.kind == "said" and stated.reach[1] == 0 and not apart
    low, high = counted.reach
    printed = counted.entry.share
    if apart:
        low, high = 1 - high, 1 - low
    elif printed and counted.is_count and stated.entry.kind == "share" and not _is_near(printed, stated):
        return True
    return high < stated.reach[0] or stated.reach[1] < low


def _is_of_then(told: Telling) -> bool:
    """ "The year before, when 292 of 666 answered", "the audit of 2017 covered 170, of which 94 were so"."""
    lead = told.read.text[told.read.starts[told.entry.sentence] : told.entry.start]
    return bool(THEN.search(lead))


def _is_of_smaller(one: Telling, other: Telling) -> bool:
    """ "Of 25, 14 were met, 7 partly and 4 not", and of one part "we made eight; five were met and three partly"."""
    account = [e.count for e in one.read.of_sentence(one.entry.sentence) if e.kind == "count" and not e.base]
    if len(account) < FAR or sum(account) != 2 * max(account) or not other.is_count:
        return False
    before = [e for e in other.read.entries if e.end <= other.entry.start and e.kind == "count" and not e.share]
    return bool(before) and other.entry.count < before[0].count < max(account) and before[0].count not in account


def _is_of_left(one: Telling, other: Telling) -> bool:
    """ "Of the 188 drawn, 173 came", and of 263 "75 were not drawn": the one is of those that the other leaves."""
    if not other.is_count or not other.base or other.base == other.entry.count:
        return False
    wholes = {e.count for e in one.read.of_sentence(one.entry.sentence) if e.kind == "count" and e is not one.entry}
    return other.base - other.entry.count in wholes


def _is_at_part(told: Telling) -> str:
    """ "Of 150, 90 at Ayr and 60 at Oban. At Ayr 75 were seen (83%)": the place, where so many are told to be there."""
    start = told.read.starts[told.entry.sentence]
    own = told.read.of_sentence(told.entry.sentence)
    place = AT_PLACE.match(told.read.text[start : own[0].start]) if own else None
    if not place or (len(own) > 1 and own[1].start <= told.entry.start and own[1].kind == "count"):
        return ""
    there = re.compile(rf"\d(?: [a-z]+)? (?:at|in|on|from|for) (?:the )?{re.escape(place['place'])}\b")
    return place["place"] if there.search(told.read.text[:start]) else ""


def _is_near(printed: Percent, stated: Telling) -> bool:
    """Whether a share printed beside a count is the one stated, rounding allowed."""
    own = stated.entry.share
    step = Decimal(1).scaleb(-min(printed.decimals, own.decimals)) if own else Decimal(0)
    return own is not None and abs(printed.value - own.value) <= step


def _amounts_conflict(a: Entry, b: Entry) -> bool:
    """Whether two sums or measures of one unit differ by more than rounding and less than a slip of the pen makes."""
    if a.kind != b.kind or a.unit != b.unit or min(a.value, b.value) <= 0:
        return False
    return abs(a.value - b.value) > max(a.step, b.step) and max(a.value, b.value) <= FAR * min(a.value, b.value)


def _counts_conflict(one: Telling, other: Telling, apart: bool) -> bool:
    a, b = one.entry.count, other.entry.count
    if one.base and other.base and one.base != other.base:
        return False
    base = one.base or other.base
    if base and (one.base is None or other.base is None) and max(a, b) > base:
        return False  # "nine fell ill", and four of the six at one site: of some of them
    if a == b or base in (a, b) or min(a, b) < 3:
        return False
    if not apart and max(a, b) > 2 * min(a, b) and not slips(a, b):
        return False  # nobody writes the one for the other
    if apart:
        return base is not None and a + b != base and abs(a + b - base) * 5 <= base
    if base is None and (_are_parts(one, b) or _are_parts(other, a)):
        return False
    return base is not None or _noun(one) == _noun(other) != ""


def _are_parts(told: Telling, whole: int) -> bool:
    """Whether a count is one of several that come to the other number, or nearly: they are its parts."""
    own = [each for each in listings(told.read) if any(item.entry.start == told.entry.start for item in each.items)]
    return any(abs(int(sum(each.values)) - whole) * 6 <= whole for each in own)


def _noun(told: Telling) -> str:
    found = NOUN.match(told.read.text[told.entry.end :])
    return stem(found["noun"].split()[-1]) if found else ""


def _fits_another(told: Sequence[Telling], one: Telling, other: Telling) -> bool:
    """Whether either figure is told elsewhere too, so that it has a meaning of its own, or is the rest of the base."""
    others = [each for each in told if each not in (one, other)]
    if one.entry.kind in AMOUNTS:
        values = {each.entry.value for each in others if each.entry.kind == one.entry.kind}
        first, second = one.entry.value, other.entry.value
        return bool(values & {first, second, abs(first - second)})
    if one.is_count and other.is_count:
        counts = [each.entry.count for each in others if each.is_count]
        a, b = one.entry.count, other.entry.count
        beside = any(_tells_beside(each, one, other) or _tells_beside(each, other, one) for each in others)
        rest = one.base is not None and a + b == one.base
        return b in counts or beside or rest or (not one.base and not other.base and abs(a - b) in counts)
    stated = [each for each in (one, other) if not each.is_count]
    return any(_says(each, share) for share in stated for each in others if each.place != share.place)


def _has_rival(told: Sequence[Telling], one: Telling, other: Telling) -> bool:
    """Whether a third telling of the same has yet another figure: they are of several groups, and one of all."""
    near = (each for each in told if each.place not in (one.place, other.place) and each.own & one.own & other.own)
    return any(
        _differ(each, one) and _differ(each, other) and (is_same(one, each) or is_same(other, each)) for each in near
    )


def _differ(one: Telling, other: Telling) -> bool:
    """Whether two tellings come to two shares."""
    a, b = one.reach, other.reach
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _tells_beside(each: Telling, one: Telling, other: Telling) -> bool:
    """Whether the paragraph of one tells the count of the other as well."""
    return each.is_count and each.entry.count == other.entry.count and each.place[0] == one.place[0]


def _says(each: Telling, stated: Telling) -> bool:
    """Whether another telling gives a share: it is printed there, or its count and base make it."""
    if not each.reach or not stated.reach or (each.entry.kind == "said" and stated.entry.kind == "said"):
        return False
    alike = each.entry.kind == "share" or each.own & stated.own
    return bool(alike) and each.reach[0] <= stated.reach[1] and stated.reach[0] <= each.reach[1]


def _finding(one: Telling, other: Telling) -> Finding:
    why = f"“{one.sentence.strip()}” says {_shown(one)}, and “{other.sentence.strip()}” {_shown(other)}"
    slip = f"{CODE}/{other.paragraph.line}/{other.entry.start}"
    expected = _shown(one)
    where = other.paragraph.where
    return Finding(CODE, "wrong", where, other.entry.text, other.entry.text, expected, why, slip, "likely")


def _shown(told: Telling) -> str:
    """A figure as it is told, with its share where that is worked out."""
    if told.is_count and told.base and not told.entry.share:
        return f"{told.entry.count} of {told.base}, {float(Fraction(told.entry.count * 100, told.base)):.1f}%"
    return told.entry.text
