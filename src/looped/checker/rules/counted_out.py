"""A whole and its parts by figures and one word: a part that is called the rest, what parts make, a list behind a mark.

Every figure of the statement is one of them, whatever stands between.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from looped.checker.at_hand import ROUGH, SPELT_OUT, is_slip
from looped.checker.context import Context
from looped.checker.dividing import NOT_ASKED, OVERLAP
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "counted-out"
MESSAGE = (
    "A part that is called the rest, and what parts are said to make, is what the statement's figures leave or make."
)
GOOD = "90 boats were seen; 34 leaked, and the remaining 56 (62%) were dry."
BAD = "90 boats were seen; 34 leaked, and the remaining 65 (72%) were dry."

# The word that calls a figure what is left, right before it or right behind it.
REST = pattern_of(
    r"\b(?:remaining|others?|rest|remainder|balance|everyone else|everybody else|all else)"
    r"(?: of (?:the|these|those|them)(?: [a-z]+)?)?,?(?: (?:were|was|are|is))?[ ,(:–—-]{1,3}(?:only |just )?$|"
    r"\bleaving [a-z ]{0,20}$|\b(?:which|that|this|it|and) (?:left|leaves) (?:only |just |us with |a balance of )?$",
    re.I,
)
OF_REST = pattern_of(r"\b(?:of|among|out of) (?:all )?(?:the |these |those |its )?$", re.I)
REST_BEHIND = pattern_of(
    r"(?: (?!who|that|which|of\b)[a-z’'-]+)? (?:remain(?:s|ed|ing)?|(?:are|were|was|is) (?:still )?left)\b", re.I
)
# That figures before it make a sum.
SO = pattern_of(
    r"\b(?:so|thus|therefore|hence|making|giving|meaning|which (?:makes|means|gives|puts|is)|for|together|combined|"
    r"in all|"
    r"in total|makes|gives|altogether|all told|total(?:ling)?|to)\b[^.;:()\d]{0,30}$",
    re.I,
)
MAKES = pattern_of(
    r"\b(?:so|thus|therefore|hence|making|giving|meaning|makes|means|gives|puts|combined|together|"
    r"in all|in total|altogether|all told|total\w*)\b",
    re.I,
)
FIRM = pattern_of(r"\b(?:making|together|combined|in all|in total|altogether|all told|total\w*|makes)\b|\($", re.I)
ALL_BEHIND = pattern_of(
    r"(?: [a-z’'-]+){0,4} (?:in all|in total|altogether|all told|together|(?:were|was|had|are) (?:thus|therefore))\b",
    re.I,
)
APPOSED, EQUALS = (
    pattern_of(r"(?:\(|:|;|,| [–—-]) $|\($", re.I),
    pattern_of(r"(?::| [–—-]|,? or) $|\((?:n ?= ?)?$", re.I),
)
MARK = pattern_of(
    r":\s|\s[–—-]\s|—|\(|, namely |\b(?:split|divided?|broke|break|fell|fall) (?:down )?into |"
    r"(?<=s) (?:are|were) (?=\d)|\b(?:comprised?|consist(?:s|ed) of|made up of) "
)
JOINED = re.compile(r",|;|\band\b|\bplus\b", re.I)
# What is no part, leaves some out, may overlap, or is of another time.
ELSE = pattern_of(
    r"\b(?:more than|less than|fewer than|than|several|includ\w+|excluding|except|mainly|mostly|chiefly|such as|"
    r"among them|for example|notably|average|mean|median|at (?:least|most) (?:\d|one|two|three|a|half)|"
    r"up to|target\w*|expected|planned|capacity|"
    r"last (?:year|month|week|time|quarter|season)|previous\w*|earlier|before|year ago|each|every|per|times|twice|rose|"
    r"rising|risen|falling|respectively|also|as well|too|so far|estimat\w+|would|will|if|or so|all but|weighted|"
    r"rounded|both|joined|arrived|added|restored|(?:came|taken|brought|let|moved) in|"
    r"raised|opened|gained|new ones|many more|others? (?:later|still)|"
    r"against|compared|up from|down from)\b|[£$€%]",
    re.I,
)
ENDS = re.compile(r"\.\s")
OF_THEM = pattern_of(r"\b(?:of|among) (?:whom|which|them|these|those|the former|the latter)\b", re.I)
OPENS_OWN = pattern_of(
    r"\W*(?:of|among|in|at|for|during|on|by|from) (?!these\b|those\b|them\b|"
    r"which\b|(?:th(?:at|is) )?(?:total|number)\b|all\b)",
    re.I,
)
IN_SO_MANY = pattern_of(r"\W*(?:in|at|for|on|by|with) ", re.I)
OF_SOME = pattern_of(r"\W*(?:of|among|out of) ", re.I)
OPENED = pattern_of(r"\b(?:of|from|out of|among) (?:(?:the|these|those|our|all) )*$", re.I)
# "No boat had both", "none was in more than one".
CLOSED = pattern_of(
    r"\b(?:no|none|nobody|neither)\b[^.;:]{0,40}\b(?:both|more than one|two|overlap\w*|twice)\b|\bonce only\b|"
    r"\b(?:one|a single) [a-z]+ (?:each|only|apiece)\b",
    re.I,
)
WAY = pattern_of(
    r" (?:(?P<noun>[a-z-]+) )?(?P<way>in|at|from|to|on|by|under|for|about|with|"
    r"of(?! the\b)) (?!all\b|total\b|them\b|these\b|those\b|wh)",
    re.I,
)
DID = pattern_of(r"\b(?:had|have|has|were|was|are|is|did|do|both|either|neither|[a-z]{2,}ed|of)\b", re.I)
BARE = re.compile(
    r" (?!(?:in|at|on|by|from|to|for|with|under|about|of) )(?:[a-z’'-]+ ){0,2}[a-z’'-]+(?:,| and|;|,? and)? ?"
)
SHARE = re.compile(r"\(?\d[\d.]*\s?(?:%|per ?cent)(?: of \d[\d,]*)?\)?")
NOUN = re.compile(r"\s?(?:\([^()]*\) )?(?P<noun>[a-z]{3,}s)\b")
BASE_BEHIND = re.compile(r" of (?:the |these |our |all )*\d[\d,]*\b")
HAD_SO_MANY = pattern_of(r"\b(?:had|have|has|gave|made|took|got|paid) (?:just |only )?$", re.I)
LABELLED = re.compile(r"\W*[A-Z][A-Za-z’' -]{1,30}: $")
OF_ORDER = pattern_of(r"\b(?:top|bottom|upper|lower|highest|lowest|best|worst|first|these|those) $", re.I)
BY_ONE = pattern_of(r"\b(?:by|with|to|from|under|in|on|at) (?:only |just )?$", re.I)
BESIDE = re.compile(r"\b(?P<way>in|at|from|on|by) [\w’'-]+ and (?:just |only )?\| (?P=way)\b")
CLOSING = (")", "–", "—", "-")
NUMBER_OF = re.compile(r"\b(?:number|total|count) of (?P<noun>[a-z]+)")
UNITS = frozenset(map(stem, ("days", "nights", "hours", "weeks")))
TWO, THREE, MOST, FEW, REACH = 2, 3, 8, 3, 2


@dataclass(frozen=True)
class Sum:
    """A figure as stated, what the others make of it, and how."""

    stated: Entry
    expected: int
    terms: str
    low: int


# What heads a sum that stands alone.
SUM_LABEL = pattern_of(r"\b(?:totals?|all|altogether|together|overall|sum|both|combined)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with a figure that is called the rest or a sum, or with a list behind a mark."""
    for paragraph in context.paragraphs_with(REST, REST_BEHIND, MAKES, MARK, CLOSED):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            told = _rest(read, at) or _made(read, at) or _listed(read, at)
            if told and _may_be_meant(told):
                yield _finding(paragraph, told)


def _may_be_meant(told: Sum) -> bool:
    """Whether a figure is of the size of what the others make: "five" is no slip for 14, but of something else."""
    stated, expected = told.stated.count, told.expected
    near = 3 * abs(stated - expected) <= max(stated, expected)
    return near or is_slip(Decimal(stated), Decimal(expected))


def _finding(paragraph: Paragraph, told: Sum) -> Finding:
    stated = told.stated
    verdict: Verdict = "ok" if stated.count == told.expected else "wrong"
    why = f"{told.terms} {told.expected}, printed as {stated.count}"
    slip = f"parts/{paragraph.line}/{stated.start}"
    quote = paragraph.text[stated.start : stated.end]
    return Finding(CODE, verdict, paragraph.where, quote, str(stated.count), str(told.expected), why, slip, "likely")


def _counts(read: Passage, low: int, at: int) -> list[Entry]:
    """The figures of some sentences; none where one isn't a count, is told roughly, or isn't of the others."""
    found = [e for each in range(low, at + 1) for e in read.of_sentence(each)]
    start, end = read.starts[low], read.starts[at] + len(read.sentence(at))
    # "Signed by one person": nobody is counted.
    found = [e for e in found if e.text.lower() != "one" or not BY_ONE.search(read.text[: e.start])]
    closed = [(start + e.start(), start + e.end()) for e in CLOSED.finditer(read.text[start:end])]
    found = [e for e in found if not any(a <= e.start < b for a, b in closed)]
    # "In the top two bands": no number of them.
    found = [e for e in found if not (e.text.isalpha() and OF_ORDER.search(read.text[: e.start]))]
    words = SHARE.sub(" ", CLOSED.sub(" ", read.text[start:end]))
    plain = all(e.kind == "count" or (e.kind == "measure" and e.unit in UNITS and e.step == 1) for e in found)
    if not plain or len(found) > MOST or ELSE.search(words) or OVERLAP.search(words):
        return []
    if any(ROUGH.search(read.text[max(0, e.start - 24) : e.start]) for e in found):
        return []
    seen = [(e.start, e.end) for e in found]
    hidden = (e.start() for e in SPELT_OUT.finditer(read.text, start, end))
    return found if all(any(a <= place < b for a, b in seen) for place in hidden) else []


def _rest(read: Passage, at: int) -> Sum | None:
    """ "Of 90, 34 leaked. The remaining 56": what is left of the first figure, with nothing else told between."""
    own = read.of_sentence(at)
    if not own or not _is_rest(read, own[-1]):
        return None
    found: list[Sum] = []
    for low in range(at, max(-1, at - THREE), -1):
        told = _counts(read, low, at)
        if not told or (low < at and (OPENS_OWN.match(read.sentence(low + 1)) and len(read.of_sentence(low + 1)) > 1)):
            break
        # "Of the new ones 27 were wet": of how many, this sentence doesn't say.
        untold = OF_SOME.match(read.sentence(low)) and not told[0].base
        # "In 12 it was rot, in 2 rust, and in the other 3 wear": the first is a part.
        if IN_SO_MANY.fullmatch(read.text, read.starts[low], told[0].start) and not told[0].base:
            continue
        if not untold or OPENED.search(read.text[max(0, told[0].start - 30) : told[0].start]):
            found += _left(read, told)
    right = [each for each in found if each.expected == each.stated.count]
    near = {each.expected: each for each in found if _is_near(each, int(each.terms.split(" ")[0]))}
    every = {each.expected: each for each in found}
    only = [*near.values()] if near else [*every.values()]
    if right or len(only) != 1:
        return right[0] if right else None
    return (
        None if _is_left_elsewhere(read, only[0]) or _is_left_by_some(_counts(read, max(0, at - TWO), at)) else only[0]
    )


def _is_rest(read: Passage, each: Entry) -> bool:
    """Whether a figure is called what is left, and is told of no other."""
    # "The remaining 21 of the 46 boats".
    plain = each.kind == "count" and (not each.base or bool(BASE_BEHIND.search(each.text)))
    before = read.text[max(read.starts[each.sentence], each.start - 50) : each.start]
    said = REST.search(before)
    # "Of the others, 12 were new": some of them.
    some = said and OF_REST.search(before, 0, said.start())
    return plain and bool((said and not some) or REST_BEHIND.match(read.text, each.end))


def _left(read: Passage, told: Sequence[Entry]) -> Iterator[Sum]:
    """What each figure that may be the whole is more than those behind it but the last."""
    rest = told[-1]
    if rest.base:
        if len(told) > 1 and len({e.sentence for e in told}) == 1 and not any(e.base for e in told[:-1]):
            yield from _less(rest.base, told[:-1], rest, told[0].start)
        return
    beside = len(told) > TWO and told[1].sentence == told[0].sentence
    headed = beside and MARK.search(read.text, told[0].end, told[1].start)
    if headed and not told[0].base and told[0].count <= sum(e.count for e in told[1:-1]):
        # "84 were closed: 62 in full, 37 in part, and the remaining 21": more than there are.
        made = sum(e.count for e in told[1:])
        yield Sum(told[0], made, f"{' + '.join(str(e.count) for e in told[1:])} =", told[0].start)
        return
    for at, each in enumerate(told[:-1]):
        parts = told[at + 1 : -1]
        # "53 divers, 27 of whom had one": the 27 are a part; "27 passed, five of those late": the five are of the 27.
        if (
            parts
            and not (at and OF_THEM.search(read.text, each.end, rest.start))
            and _may_be_parts(read, each, each.count, told[at + 1 :])
        ):
            yield from _less(each.count, parts, rest, each.start, few=len(told) == THREE)
        if each.base and not at and _may_be_parts(read, each, each.base, told[1:]):
            yield from _less(each.base, told[:-1], rest, each.start)


def _less(whole: int, parts: Sequence[Entry], rest: Entry, low: int, *, few: bool = False) -> Iterator[Sum]:
    """The whole less its parts, where something is left."""
    expected = whole - sum(e.count for e in parts)
    # "11 were seen; 5 leaked, the other 16 did not": the three figures that there are.
    if expected > 0 and (rest.count < whole or few) and max(e.count for e in parts) < whole:
        yield Sum(rest, expected, f"{whole} less {' and '.join(str(e.count) for e in parts)} leaves", low)


def _may_be_parts(read: Passage, first: Entry, whole: int, parts: Sequence[Entry]) -> bool:
    """Whether figures have no other whole than one told before them, and none is a part of another."""
    rest = parts[-1]
    if any(e.base not in (None, whole) for e in parts) or NOT_ASKED.match(read.text, rest.end):
        return False
    # "40 boats (8 old, 3 new)": told of one part alone.
    brackets = [read.text.rfind("(", 0, e.start) for e in parts if _in_brackets(read, e)]
    if len(brackets) != len(set(brackets)):
        return False
    # "Of these" may stand behind the whole, but not behind a part.
    of_them = OF_THEM.search(read.text, parts[0].end, rest.start)
    # "25 of them by post and the other 14 by telephone": of the whole.
    if of_them and read.text[parts[0].end : of_them.start()].strip():
        return False
    noun = NOUN.match(read.text, rest.end)
    told = {stem(w) for w in re.findall(r"[a-z]+", read.text[max(0, first.start - 60) : parts[0].start].lower())}
    if noun and len(noun["noun"]) > THREE and stem(noun["noun"]) not in told:
        return False
    # "48 in May and 34 in June; the other 7 in July": side by side.
    return not BESIDE.search(read.text[first.end : parts[0].start] + "|" + read.text[parts[0].end :][:12])


def _in_brackets(read: Passage, each: Entry) -> bool:
    low = read.starts[each.sentence]
    return read.text.rfind("(", low, each.start) > read.text.rfind(")", low, each.start)


def _is_left_elsewhere(read: Passage, told: Sum) -> bool:
    """Whether two figures told side by side before the statement leave what it states."""
    before = [e for e in read.entries if e.kind == "count" and e.start < told.low]
    pairs = [(a.count, b.count) for a, b in pairwise(before)] + [(e.base, e.count) for e in before if e.base]
    return any(whole - part == told.stated.count for whole, part in pairs)


def _is_left_by_some(told: Sequence[Entry]) -> bool:
    """ "Of 52 weeks 40 had none. There were 19 faults in the other 12": what some of the figures leave."""
    # "84 out of 130 ... 20 of those 84 ... the other 46".
    gaps = [(e.base or 0) - e.count for e in told[:-1]] + [b.count - a.count for a, b in pairwise(told[:-1])]
    if told and told[-1].count in gaps:
        return True
    for at, each in enumerate(told[:-TWO]):
        counts = [e.count for e in told[at + 1 : -1]]
        some = {sum(few) for n in range(1, len(counts)) for few in combinations(counts, n)}
        if any(whole - left == told[-1].count for whole in (each.count, each.base) if whole for left in some):
            return True
    return False


def _is_near(told: Sum, whole: int) -> bool:
    """Whether a slip of the pen may have made the one figure of the other."""
    apart = abs(told.stated.count - told.expected)
    return apart <= max(FEW, whole // 10) or is_slip(Decimal(told.stated.count), Decimal(told.expected))


def _made(read: Passage, at: int) -> Sum | None:
    """ "51 agreed and 71 strongly agreed, so that 122 of the 324 were for it": the last is what the others make."""
    own = read.of_sentence(at)
    # A sum alone in its sentence is of the one before.
    low = at - 1 if len(own) == 1 and at else at
    while low and low < at and _is_labelled(read, low) and _is_labelled(read, low - 1) and at - low < MOST:
        low -= 1
    every = _counts(read, low, at)
    told = [
        e for e in every if not (e is not every[0] and e.text.isalpha() and HAD_SO_MANY.search(read.text[: e.start]))
    ]
    if len(told) < THREE or any(_is_rest(read, e) for e in told):
        return None
    # "Eleven boats had one fault, two had two, 15 faults in all": of what they had.
    nouns = [NOUN.match(read.text, e.end) for e in (told[0], told[-1])]
    if len(told) < len(every) and len({stem(each["noun"]) for each in nouns if each}) != 1:
        return None
    total, parts = told[-1], told[:-1]
    all_of = total.base or parts[0].base
    opened = OPENED.search(read.text[max(0, parts[0].start - 24) : parts[0].start]) or parts[0].count == total.base
    if opened and not parts[0].base:
        all_of, parts = parts[0].count, parts[1:]
    if len(parts) < TWO or not _says_sum(read, parts[-1], total) or not _are_joined(read, parts):
        return None
    label = read.text[read.starts[total.sentence] : total.start]
    if low < at and LABELLED.fullmatch(label) and not SUM_LABEL.search(label):
        return None  # "Good or better: 2 of 3; in May 2 of 3. Inadequate: 1 of 3": another share
    # "Ayr (41) and Oban (37) took on crews from Troon (50)": each beside its name.
    if _in_brackets(read, total) and any(_in_brackets(read, e) for e in parts):
        return None
    if any(e.base not in (None, all_of) for e in (*parts, total)):
        return None
    made = sum(e.count for e in parts)
    told_sum = Sum(total, made, f"{' + '.join(str(e.count) for e in parts)} =", parts[0].start)
    if made == total.count:
        return told_sum
    gap = read.text[parts[-1].end : total.start]
    firm = FIRM.search(gap) or ALL_BEHIND.match(read.text, total.end)
    if low < at and (abs(total.count - made) > max(FEW, made // 10) or not _is_of_them(read, total)):
        return None
    near = _is_near(told_sum, made) or (firm and abs(total.count - made) <= made // THREE)
    return told_sum if near and not _comes_out(total.count, parts, all_of, firm=bool(firm)) else None


def _says_sum(read: Passage, last: Entry, total: Entry) -> bool:
    """Whether the words between the last part and a figure, or those behind it, call it a sum."""
    gap = read.text[last.end : total.start]
    if SO.search(gap) and MAKES.search(gap):
        return True
    if APPOSED.search(gap) and ALL_BEHIND.match(read.text, total.end):
        return True
    return bool(EQUALS.search(gap) and (total.base or "(" in gap))


def _are_joined(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether parts stand in a row, in one sentence, and none is a part of another."""
    gaps = [read.text[a.end : b.start] for a, b in pairwise(parts)]
    alike = len({e.sentence for e in parts}) == 1
    if not alike:
        return all(_is_labelled(read, e.sentence) for e in parts)
    return all(JOINED.search(gap) and not OF_THEM.search(gap) and ":" not in gap for gap in gaps)


def _is_of_them(read: Passage, total: Entry) -> bool:
    """Whether a sum in a sentence of its own names nothing that the sentence before it doesn't."""
    words = read.text[read.starts[total.sentence] : total.start]
    named = [each["noun"] for each in (NUMBER_OF.search(words), NOUN.match(read.text, total.end)) if each]
    told = {stem(w) for w in re.findall(r"[a-z]+", read.sentence(total.sentence - 1).lower())}
    return all(stem(noun) in told for noun in named)


def _is_labelled(read: Passage, at: int) -> bool:
    """ "Good: 23." and nothing more."""
    own = read.of_sentence(at)
    return len(own) == 1 and bool(LABELLED.fullmatch(read.text, read.starts[at], own[0].start))


def _comes_out(stated: int, parts: Sequence[Entry], whole: int | None, *, firm: bool) -> bool:
    """Whether some of the parts make the figure; or, where no word says "in all", what they leave or are apart."""
    counts = [e.count for e in parts]
    sums = {sum(some) for n in range(TWO, len(counts) + 1) for some in combinations(counts, n)}
    gaps = {a - b for a in counts for b in counts}
    left = {whole - each for each in sums} if whole else set()
    return stated in (sums if firm else sums | gaps | left)


def _listed(read: Passage, at: int) -> Sum | None:
    """ "We saw 12 boats: 4 in Ayr, 2 in Oban and 6 in Troon": each part behind the mark has words of its own."""
    told = _counts(read, at, at)
    before = read.of_sentence(at - 1) if at else []
    # "Faults were in 36 of 90. In 20 it was rot and in 16 rust; none had both".
    apart = len(before) == 1 and len(told) >= TWO and CLOSED.search(read.sentence(at))
    told = _counts(read, at - 1, at) if apart else told
    if len(told) < THREE:
        return None
    whole, parts = told[0], told[1:]
    mark = (ENDS if apart else MARK).search(read.text, whole.end, parts[0].start)
    if not mark or _in_brackets(read, whole) or any(e.base or e.share for e in parts) or not _are_joined(read, parts):
        return None
    if whole.unit and any(e.unit not in ("", whole.unit) for e in parts):
        return None
    if not whole.unit and any(e.unit for e in parts):
        return None
    made = sum(e.count for e in parts)
    end = _end_of(read, at, mark)
    if any(e.end > end for e in parts) or OF_THEM.search(read.text, parts[0].end, end):
        return None
    listed = Sum(whole, made, f"{' + '.join(str(e.count) for e in parts)} =", whole.start)
    if made == whole.count:
        return listed
    closed = CLOSED.search(read.text, end - 1) or CLOSED.search(read.text, mark.end(), end)
    alike = _are_alike(read, whole, parts, end)
    # "22 crews (18 new and 13 old)": two that are more than there are.
    firm = closed or (alike and (len(parts) >= THREE or made > whole.count))
    if made == whole.base or not firm:
        return None
    return listed if max(e.count for e in parts) <= whole.count or _is_near(listed, made) else None


def _end_of(read: Passage, at: int, mark: re.Match[str]) -> int:
    """Where a list behind a mark ends: at its bracket, its second dash, a semicolon-free end of its sentence."""
    end = read.starts[at] + len(read.sentence(at).rstrip())
    other = {"(": ")", "–": " – ", "—": "—", "-": " - "}.get(mark.group().strip(), "")
    close = read.text.find(other, mark.end(), end) if other else -1
    return close if close >= 0 else end


def _are_alike(read: Passage, whole: Entry, parts: Sequence[Entry], end: int) -> bool:
    """Whether each part is told by where it is or what for, or by a name of few words, up to the end."""
    ends = [*(e.start for e in parts[1:]), end]
    gaps = [read.text[e.end : high] for e, high in zip(parts, ends, strict=True)]
    ways = [WAY.match(gap) for gap in gaps]
    if all(ways) and len({each["way"].lower() for each in ways if each}) == 1:
        # "In 55 boats: 33 leaks at the bow": of something else.
        own = {stem(w) for w in re.findall(r"[a-z]+", read.text[whole.end : parts[0].start].lower())}
        if any(each and each["noun"] and stem(each["noun"].lower()) not in own for each in ways):
            return False
        return bool(re.search(r"\band\b|;", gaps[-TWO]))
    named = all(BARE.fullmatch(gap.rstrip(" .;,")) or BARE.fullmatch(gap) for gap in gaps)
    # "Ten people – five cooks, three clerks, two porters – came".
    shut = read.text[end : end + 2].strip() in CLOSING
    return named and (shut or "and" in gaps[-TWO]) and not any(DID.search(gap) for gap in gaps)
