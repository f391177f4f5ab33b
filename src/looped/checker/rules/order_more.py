"""Two or more told by name, each with its figure, one of them set above or below the others by words between them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.listing import value_of
from looped.checker.parties import finding_of, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.statements import KINDS
from looped.checker.weighing import prose_alone
from looped.checker.whose import HEAVY, hit_by, told_by_name

CODE = "order-more"
MESSAGE = "What is said to be more or less than what is told beside it is so by the two figures."
GOOD = "Compared with sailors (61%), rowers were less likely to own a float: 52% of them did."
BAD = "Compared with sailors (61%), rowers were more likely to own a float: 52% of them did."

UP = rf"(?:more (?:{KINDS})|more|higher|greater|larger|bigger|a (?:higher|larger|greater|bigger) [a-z]+)"
DOWN = rf"(?:less (?:{KINDS})|fewer|less|lower|smaller|a (?:lower|smaller|lesser) [a-z]+)"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
WORDS = r"[^.;:()\d]"
ONLY = r"(?:just |only |namely |that is,? |i\.e\. |at |with |on |in |by |about )*"
# "Compared with sailors (61%), rowers were less likely to own one: 52% of them did".
COMPARED = pattern_of(
    rf"(?:^|[.;:] )(?:compared (?:with|to)|in comparison (?:with|to)|against|set against|unlike|in contrast (?:to|"
    rf"with)|relative to) "
    rf"(?:the )?(?:{WORDS}{{2,40}}? \(|\(?)$",
    re.I,
)
OTHER = pattern_of(
    rf"\)?(?: of (?:the )?{WORDS}{{2,30}}?)?, {WORDS}{{0,40}}?\b{WAY}\b(?!{WORDS}*\bthan\b)"
    rf"{WORDS}{{0,70}}[:;(,–] ?{ONLY}$",
    re.I,
)
# "14 faults in the first round, whereas the second turned up fewer, namely 19".
SECOND = pattern_of(
    rf"\)?(?:{WORDS}{{0,60}}?)(?:[,;:.–]|\b(?:while|whereas|but|and|against)\b) {WORDS}{{2,60}}?"
    rf"\b(?:had|has|saw|found|showed|recorded|reported|turned up|brought|gave|made|took|got|sent|held|scored|"
    rf"reached|was|were|stood|drew|had even|noted|produced|yielded|received|came|attracted|listed|led to|"
    rf"did(?: so| this)?|[a-z]{{3,}}ed)"
    rf"(?: (?:rather|somewhat|slightly|even|far|much|clearly|markedly|considerably|many))* {WAY}"
    rf"(?P<what>(?: (?!(?:than|by|of)\b)[a-z’'-]+){{0,2}})(?:,|:|;| –| \(| at| with)\s?{ONLY}[(£$€]?$",
    re.I,
)
# "61% among owners and higher among tenants (47%)", "while 61% of owners had one, more tenants did (47%)".
AMONG = pattern_of(
    rf"\)?{WORDS}{{0,60}}?(?:,|;|\b(?:and|but|while|whereas)\b) (?:(?:and|but) )?(?:(?:was|were|it was|is) )?"
    rf"(?:(?:rather|somewhat|slightly|even|far|much|clearly|markedly) )*{WAY} "
    rf"(?:(?:among|amongst|in|at|for|with|on) {WORDS}{{2,40}}?|"
    rf"{WORDS}{{2,40}}? (?:did|had|were|was|said)(?: so| this)?)"
    rf",? ?\(?{ONLY}$",
    re.I,
)
BY_SO_MANY = pattern_of(
    r"(?<!were )(?<!was )\b(?P<way>outnumber(?:ed|s|ing)?|outvoted|outscored|beat|were ahead of|was ahead of|led) "
    r"(?P<who>[^.;:()\d]{2,40}?) by (?P<a>\d[\d,.]*?)(?:%| per cent)? (?:to|against) (?P<b>\d[\d,.]*\d|\d)"
    r"(?:%| per cent)?(?=[.,;)]|$)",
    re.I,
)
OPENS = pattern_of(r"[:(–] ?|, with |, at ")
OF_TWO = pattern_of(r"\bof (?:the|these|our) (?:two|pair)\b", re.I)
SIZED = re.compile(rf"(?:\d%?|points?|\b(?:many|much|far|some|no|any|or|and|few|several|{SPELT})) $", re.I)
# "More faults", "the higher score": what is set beside each other, and no "higher tides".
IS_COUNTED = pattern_of(
    rf"(?:(?:more|fewer) [a-z’'-]+s|(?:more|less) (?:{KINDS})|(?:the |a )?"
    r"(?:higher|lower|greater|larger|smaller|bigger) "
    r"(?:numbers?|shares?|proportions?|percentages?|rates?|scores?|figures?|totals?|counts?|marks?|uptake))\b",
    re.I,
)
DONE_TO = pattern_of(r"\b(?:was|were|is|are|had|has|have|to be|will|remain\w*|left)\b", re.I)
# "Just behind rust (29 cases) came rot with 31".
TURNED = pattern_of(
    r"(?:^|[.;] )(?:(?:just|close|not far|well|some way|right|immediately) )?(?:(?P<up>ahead of|above)|"
    r"(?P<down>behind|below)) (?:the )?[^.;:()\d,]{2,40}?,? (?:\(|at |with |on )[£$€]?$",
    re.I,
)
CAME = pattern_of(
    r"(?: [a-z]+)?[),]*,? (?:came|was|were|stood|ranked|finished|is|lay) [^.;:()\d]{2,40}?,? ?"
    r"(?:\(|at |with |on )[£$€]?",
    re.I,
)
# "Rot (29%), behind rust (34%) and ahead of moss (21%) and lichen (16%)".
LINK = pattern_of(
    r"\)?(?: (?!(?:and|but|came|ranked|was|stood|well|just|far|clearly|after|above|below|behind|ahead)\b)[a-z’'-]+)?"
    r",? (?:and |but |well |just |some way |clearly |far |came |coming |ranked |ranking |placed |was |stood )*"
    r"(?:(?P<up>ahead of|above|in front of)|(?P<down>behind|below|(?<=, )after|(?<=came )after)) "
    r"(?:both )?(?:the )?(?P<who>[^.;:()\d,]{2,50}?),? (?:\(|at |with |on )[£$€]?",
    re.I,
)
NEXT = pattern_of(
    r"\)?(?:,| and|, and) (?:the )?(?P<who>(?:(?!\b(?:was|were|is|both|above|below|behind|ahead|after|before)\b)"
    r"[^.;:()\d,]){2,50}?),? (?:\(|at |with |on )[£$€]?",
    re.I,
)
LATE = pattern_of(
    r"\b(?:target|standard|average|benchmark|limit|threshold|goal|schedule|time|plan|expected|budget|pounds?|points?|"
    r"deadline|last year|previous)\b",
    re.I,
)
THEN = pattern_of(
    r"[\s),]*(?:(?:of them |had |were )?(?:in |at )?(?:the )?(?:last|previous\w*|earlier|before|(?:19|20)\d\d)\b|"
    r"or (?:more|less|fewer)\b|(?:more|fewer|less|higher|lower)\b)",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|whether|if|would|should|could|might|may|expected|target|by|ago|since|again|one of|"
    r"rose|fell|went)\b|n[’']t\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence, or two of them, with no other figure between the two."""
    for paragraph in context.once(prose_alone):
        if not any(each.search(paragraph.text) for each in (WAYS, AHEAD, BY_SO_MANY)):
            continue
        read = passage(paragraph.text)
        for one, other in pairwise(read.entries):
            if kind_of(one) == kind_of(other) and other.sentence - one.sentence <= 1:
                yield from _second(paragraph, read, one, other)
                yield from _turned(paragraph, read, one, other)
        yield from _by_so_many(paragraph, read)
        for found in WAYS.finditer(read.text):
            yield from _of_two(paragraph, read, found)
        for at in range(len(read.starts)):
            yield from _chain(paragraph, read, read.of_sentence(at))
            yield from _both_ways(paragraph, read, read.of_sentence(at))


WAYS = pattern_of(rf"\b{WAY}\b", re.I)
# "Ash had fewer leaks than Elm but more than Oak: 14, 19 and 6 respectively".
BOTH_WAYS = pattern_of(
    rf"\b{WAY}\b[^.;:()\d]{{0,40}}? than [^.;:()\d]{{2,40}}?,? (?:but|and) (?:(?P<up2>{UP})|(?P<down2>{DOWN}))\b"
    rf"[^.;:()\d]{{0,30}}? than [^.;:()\d]{{2,40}}?[:(,–]\s?[£$€]?$",
    re.I,
)
AND = pattern_of(r",? and |, ", re.I)
AHEAD = pattern_of(r"\b(?:ahead of|above|in front of|behind|below|after)\b", re.I)


def _second(paragraph: Paragraph, read: Passage, one: Entry, other: Entry) -> Iterator[Finding]:
    """The second of two figures, said to be more or less than the first."""
    low = read.starts[one.sentence]
    lead, gap = read.text[low : one.start], read.text[one.end : other.start]
    found = OTHER.fullmatch(gap) if COMPARED.search(lead) else SECOND.fullmatch(gap) or AMONG.fullmatch(gap)
    own = [e for e in read.entries if one.sentence <= e.sentence <= other.sentence and kind_of(e) == kind_of(one)]
    if not found or len(own) != len("ab") or NOT.search(gap) or HEAVY.search(lead) or _is_when(read, one, other):
        return
    what = stems_of(found["what"]) if "what" in found.re.groupindex else frozenset[str]()
    if what and not what <= stems_of(lead + gap[: found.start("what")]):
        return  # "found 14 faults, but had fewer boats: 19"
    a, b = value_of(one), value_of(other)
    right = b > a if found["up"] else b < a
    start = one.end + found.start("up" if found["up"] else "down")
    yield _finding(paragraph, read, (start, start + len(found["up"] or found["down"])), right, (other, one))


def _turned(paragraph: Paragraph, read: Passage, one: Entry, other: Entry) -> Iterator[Finding]:
    """ "Just behind rust (29) came rot with 31": the second stands as the words before the first say."""
    at = read.starts[one.sentence]
    found = TURNED.search(read.text, at, one.start)
    if not found or one.sentence != other.sentence or not CAME.fullmatch(read.text, one.end, other.start):
        return
    right = value_of(other) > value_of(one) if found["up"] else value_of(other) < value_of(one)
    if not LATE.search(found.group()):
        yield _finding(paragraph, read, found.span("up" if found["up"] else "down"), right, (other, one))


def _by_so_many(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Owners outnumbered tenants by 61 to 47": the first of the two is the more."""
    for found in BY_SO_MANY.finditer(read.text):
        a, b = (Decimal(found[each].replace(",", "").rstrip(".")) for each in "ab")
        start, end = found.span("way")
        why = f"{found['a']} against {found['b']}; the sentence says “{found['way']}”"
        if not NOT.search(read.text[read.starts[read.sentence_at(start)] : start]):
            yield finding_of(CODE, paragraph, read, (start, end), (a > b, "" if a > b else "the other way about"), why)


def _of_two(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "More leaks were found at Ash: 14 at Ash and 9 at Elm": of two that are named the one that is meant."""
    at = read.sentence_at(found.start())
    low = read.starts[at]
    # "Of the two piers": how many there are.
    own = [e for e in read.of_sentence(at) if not (e.text.isalpha() and e.end <= found.start())]
    high = low + len(read.sentence(at))
    stop = OPENS.search(read.text, found.end(), own[0].start) if own and own[0].start >= found.end() else None
    counted = IS_COUNTED.match(read.text, found.start()) and not SIZED.search(read.text, low, found.start())
    if not counted or NOT.search(read.text, low, found.start()) or (own and not stop):
        return
    if own and DONE_TO.search(read.text, own[-1].end, high):
        return  # "more at Oban: 14 at Ayr and 9 at Oban were carried over"
    said = read.text[low : stop.start() if stop else high]
    spans = [(at, at)] if own else [(at - 1, at - 1), (at + 1, at + 1)]
    if re.search(r"\bthan\b", said) or HEAVY.search(said) or (not own and not OF_TWO.search(said)):
        return
    for first, last in spans:
        row = told_by_name(read, first, last, start=stop.end() if stop else 0) if first >= 0 else ()
        mine = hit_by(row, said) if len(row) == len("ab") else None
        if mine:
            other = next(each for each in row if each is not mine)
            a, b = (value_of(each.entry) for each in (mine, other))
            yield _finding(paragraph, read, found.span(), a > b if found["up"] else a < b, (mine.entry, other.entry))
            return


def _is_when(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether either figure tells an earlier time or a bound."""
    return bool(HEAVY.search(read.text[one.end : other.start]) or THEN.match(read.text, other.end))


def _chain(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    """One that is said to be behind some and ahead of others, each with its figure."""
    for at, first in enumerate(own[:-1]):
        way, rivals = None, list[Entry]()
        for one, other in pairwise(own[at:]):
            found = LINK.fullmatch(read.text, one.end, other.start)
            told = found or (NEXT.fullmatch(read.text, one.end, other.start) if way else None)
            if told is None or kind_of(one) != kind_of(other) or LATE.search(told["who"]):
                break
            if found:
                yield from _ahead(paragraph, read, first, way, rivals)
                way, rivals = found, []
            rivals.append(other)
        yield from _ahead(paragraph, read, first, way, rivals)
        if way:
            return


def _both_ways(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    """One that is more than another and less than a third, with the three figures behind it in that order."""
    if len(own) != len("abc") or len({kind_of(each) for each in own}) != 1:
        return
    start = read.starts[own[0].sentence]
    found = BOTH_WAYS.search(read.text, start, own[0].start)
    listed = all(AND.fullmatch(read.text, a.end, b.start) for a, b in pairwise(own))
    if not found or not listed or NOT.search(read.text, start, own[0].start):
        return
    for way, rival in (("", own[1]), ("2", own[2])):
        up = bool(found[f"up{way}"])
        right = value_of(own[0]) > value_of(rival) if up else value_of(own[0]) < value_of(rival)
        yield _finding(paragraph, read, found.span(f"{'up' if up else 'down'}{way}"), right, (own[0], rival))


def _ahead(
    paragraph: Paragraph, read: Passage, first: Entry, way: re.Match[str] | None, rivals: Sequence[Entry]
) -> Iterator[Finding]:
    if way is None or NOT.search(read.text[read.starts[first.sentence] : first.start]):
        return
    values, own = [value_of(each) for each in rivals], value_of(first)
    right = all(own > each for each in values) if way["up"] else all(own < each for each in values)
    yield _finding(paragraph, read, way.span("up" if way["up"] else "down"), right, (first, *rivals))


def _finding(paragraph: Paragraph, read: Passage, span: tuple[int, int], right: bool, told: Sequence[Entry]) -> Finding:
    why = f"{told[0].text} against {', '.join(each.text for each in told[1:])}"
    why += f"; the sentence says “{read.text[slice(*span)]}”"
    return finding_of(CODE, paragraph, read, span, (right, "" if right else "the other way about"), why)
