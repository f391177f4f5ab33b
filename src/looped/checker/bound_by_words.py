"""Figures that the words between them bind, so that no others of a crowded paragraph can be meant (decision 58)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.dividing import LEFT, LEFT_AFTER
from looped.checker.dividing import OF as OF_ALL
from looped.checker.finding import Finding
from looped.checker.numbers import NUMERAL, whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage

ROW = re.compile(r"', (?P<row>[^:,]+)(?:, [^:]+)?: ")
# "Clover, with 26 falls", "Elm had 12 falls".
CAME_AT = r"(?:came|was|is|stood|follow(?:s|ed))(?: (?:first|second|third|fourth|next|last))? (?:with|at)"
OF_ROW = (
    rf"(?:[’']s)?(?:,? (?:which |who )?(?:with|had|has|saw|reported|recorded|held|made|{CAME_AT}))(?: only| just)? $"
)
DID = r"(?:we|they|auditors|inspectors|staff|reviewers) [a-z]+(?: only| just)? "
OF_THESE = pattern_of(rf"\b(?:of|among|from) (?:{THEM}),? $", re.I)
# "Has trebled, from 16% to 32%"; "It was 7.3 and is now 6.2".
FROM_TO = re.compile(r",? (?:[a-z]+ )?from [£$€]?[\d.,]+%?(?: [a-z’'-]+){0,4} to [£$€]?[\d.,]+%?(?![\d.,]*\d)")
FROM_TO_BEFORE = re.compile(
    r"\bfrom [£$€]?[\d.,]+%?(?: [a-z’'-]+){0,4} to [£$€]?[\d.,]+%?(?: [a-z’'-]+){0,4}, "
    r"(?:(?:that is )?(?:up|down)(?: by)?|"
    r"an? (?:rise|fall|increase|decrease|drop|gain|change|reduction|difference) of) "
    r"$"
)
WAS_AND_IS = re.compile(
    r"\b(?:was|were|stood at|had been) [£$€]?[\d.,]*\d%?(?: [a-z]+){0,2},? (?:and|but) (?:is|are|it is|stands at) "
    r"(?:now )?[£$€]?\d|\bis now [£$€]?[\d.,]*\d%?,? (?:and |but )?(?:it )?(?:was|had been) [£$€]?\d"
)
# "Up four points to 62%".
MOVED_TO = pattern_of(
    rf"\b(?:up|rose|risen|gained|grew|(?P<down>down|fell|fallen|lost|dropped)) (?:by )?(?P<n>{NUMERAL}) "
    r"(?:percentage )?points?,? to (?:just |only )?$",
    re.I,
)
# "Thirteen carers: seven said so and six not".
COLON = re.compile(r"[^.;:,()\d]{0,40}: ")
AGAINST = re.compile(r"[\d.]+% was reached, and (?P<target>[\d.]+)% was the target: it is (?P<way>above|below) it")
GAP_OF = re.compile(
    r"(?: [a-z]+){0,2}, an? (?:difference|gap|spread|range|rise|fall|increase|decrease|drop|gain|change) of "
)
MEAN_BEHIND = re.compile(r"(?: [a-z’'-]+){0,4},? (?:or |that is,? )?an? (?:mean|average) of $")
SET_BY = re.compile(r"(?: [a-z’'-]+){0,4}, an? (?:mean|average) of ")
# "And the other 14", "Ayr gave back £40 of this".
LEFT_OTHERS = pattern_of(r"\b(?:and|;) the (?:other|remaining|last) $", re.I)
OF_THIS = pattern_of(rf" of (?:this|that|it|{THEM})\b")
OVER, EACH = re.compile(r"(?P<sum>[£$€]?[\d,.]+) over (?P<n>[\d.]+) is"), re.compile(r" (?:[a-z]+ )?(?:each|apiece)\b")
OF_BASE = re.compile(r" (?:of|across|in|among|for|over) (?:all )?(?:the |these |those |our )?(?P<n>\d[\d,]*)\b")
PART_OF = re.compile(r"\d of (?P<n>\d+) is\b")
IN_ALL = pattern_of(r"(?: [a-z’'-]+){0,2},? (?:in all|in total|altogether|all told)\b", re.I)
# Of another time, or of what is aimed at.
OTHERWISE = pattern_of(
    r"\b(?:(?:19|20)\d\d|last|previous\w*|earlier|before|had been|ago|targets?|national\w*|expected)\b", re.I
)
TWO = 2

# "57 (60%) had one, which exceeds the target".
SET_BEHIND = pattern_of(
    r"(?:, (?:which|and this|this|and that)|[;:–—] (?:this|it|that))(?: (?:is|was|therefore|thus))? $", re.I
)


def is_behind_row(read: Passage, low: int, finding: Finding) -> bool:
    """ "Elm, with 12 falls", "in Elm 12 were seen": the row right before a figure, or beside the only one."""
    label = ROW.search(finding.why)
    at = read.sentence_at(low)
    if not label:
        return False
    name, before = re.escape(label["row"]), read.text[read.starts[at] : low]
    # A share may be of anything.
    counted = "%" not in finding.quote and "the figure is" in finding.why and len(read.of_sentence(at)) == 1
    led = "%" not in finding.quote and re.search(rf"\b(?:In|At|For|On) {name},? {DID}$", before)
    if led and "the figure is" in finding.why:
        return True  # "In Elm we read 12 files": the sentence opens with its row
    alone = counted and re.search(rf"\b{name}\b", read.sentence(at), re.I)
    return bool(alone or re.search(rf"\b{name}{OF_ROW}", before))


def is_moved_to(context: Context, read: Passage, low: int, finding: Finding) -> bool:
    """ "Sails did best, up four points to 66%", where the row has 58% and 62%: of the row that moved by so much."""
    moved, label = MOVED_TO.search(read.text[:low]), ROW.search(finding.why)
    points = whole(moved["n"]) if moved else None
    expected = finding.expected.removesuffix("%")
    if points is None or not label or not expected.replace(".", "", 1).isdigit():
        return False
    rows = (
        {figure.value for figure in placed.sheet.cells[placed.sheet.labels.index(label["row"])] if figure}
        for placed in context.sheets
        if label["row"] in placed.sheet.labels
    )
    then = Decimal(expected) - points * (-1 if moved and moved["down"] else 1)
    return any({then, Decimal(expected)} <= values for values in rows)


def is_from_to(read: Passage, low: int, finding: Finding) -> bool:
    """Whether both ends stand right beside it: "trebled, from 16% to 32%", "from 70% to 91%, up 24 points"."""
    return bool(FROM_TO.match(read.text, low + len(finding.quote)) or FROM_TO_BEFORE.search(read.text[:low]))


def was_and_is(read: Passage, low: int, finding: Finding) -> bool:
    """Whether its sentence says what it was and what it is now, once."""
    return len(WAS_AND_IS.findall(finding.quote)) == 1


def is_apposed_gap(read: Passage, low: int) -> bool:
    """ "It was 6.2 and is now 7.6, a difference of 1.4": right behind the two, and no more in its sentence."""
    own = [e for e in read.of_sentence(read.sentence_at(low)) if not read.text[: e.start].endswith("of the ")]
    behind = len(own) == TWO + 1 and own[-1].start == low and GAP_OF.fullmatch(read.text[own[1].end : low])
    return bool(behind) and own[0].kind == own[1].kind


def is_between_two(read: Passage, finding: Finding) -> bool:
    """ "The difference is 33 points", where the passage tells two shares and no more: of these."""
    shares = [e for e in read.entries if e.share and e.kind != "points"]
    at = next((n for n, words in enumerate(read.sentences) if finding.quote in words), 0)
    these = len(shares) == TWO and all(f"{e.share.value}%" in finding.why for e in shares if e.share)
    return "point" in finding.quote and these and not OTHERWISE.search(read.sentence(at))


def is_of_its_base(read: Passage, low: int, finding: Finding) -> bool:
    """ "14.8% across the 134 items": its whole stands right behind it, and is the one that it is held against."""
    whole, told = OF_BASE.match(read.text, low + len(finding.quote)), PART_OF.search(finding.why)
    return bool(whole and told and whole["n"].replace(",", "") == told["n"])


def is_left_of_these(read: Passage, inside: Sequence[Entry], said: Sequence[bool]) -> bool:
    """ "We saw 309. Of these, 60 left and 36 died, and the remaining 213 stayed": nothing else is told between."""
    if len(inside) <= TWO or not all(said):
        return False
    first, second, last = inside[0], inside[1], inside[-1]
    opened = OF_ALL.search(read.text[: first.start]) or OF_THESE.search(read.text[: second.start])
    return bool(opened and (LEFT.search(read.text[: last.start]) or LEFT_AFTER.match(read.text[last.end :])))


def is_listed_with_rest(read: Passage, inside: Sequence[Entry], said: Sequence[bool]) -> bool:
    """ "We left out 152. Ninety had none, 41 declined and the other 21 were away": a sentence of the parts of a whole.

    Nothing else is told in that sentence, nor behind the whole, and the last is said to be the others.
    """
    if len(inside) <= TWO + 1 or not all(said):
        return False
    whole, *parts = inside
    alone = list(read.of_sentence(parts[0].sentence)) == parts and whole is read.of_sentence(whole.sentence)[-1]
    return alone and whole.sentence == parts[0].sentence - 1 and bool(LEFT_OTHERS.search(read.text[: parts[-1].start]))


def is_told_with_its_sum(read: Passage, mean: Entry, finding: Finding) -> bool:
    """ "In the first round 62 crews rowed 929 days, a mean of 15.0": how many, how much in all and their mean alone."""
    own, told = read.of_sentence(mean.sentence), OVER.match(finding.why)
    if not TWO <= len(own) <= TWO + 1 or own[-1] is not mean or told is None:
        return False
    counted = all(each.kind == "count" and each.count > 1 and not each.share for each in own[:-TWO])
    summed = own[-TWO]
    return counted and summed.text == told["sum"] and bool(SET_BY.fullmatch(read.text[summed.end : mean.start]))


def is_left_of_all(read: Passage, inside: Sequence[Entry], said: Sequence[bool]) -> bool:
    """ "£270 in total. £160 is back, which leaves £110": what a sentence leaves of the total right before it."""
    if len(inside) != TWO + 1 or not all(said):
        return False
    whole, part, rest = inside
    own = list(read.of_sentence(rest.sentence))
    alone = own[:TWO] == [part, rest] and all(each.kind == "share" for each in own[TWO:])
    total = IN_ALL.match(read.text, whole.end) or OF_THIS.match(read.text, part.end)
    beside = whole.sentence == rest.sentence - 1 and whole is read.of_sentence(whole.sentence)[-1]
    return bool(alone and total and beside and LEFT.search(read.text[: rest.start]))


def is_apposed_mean(read: Passage, mean: Entry, finding: Finding) -> bool:
    """ "Nine took part. They made 111 audits, a mean of 12.3 each": right behind its sum, and one number before it."""
    own = [e for e in read.of_sentence(mean.sentence) if e.end <= mean.start]
    if len(own) != 1 or not MEAN_BEHIND.fullmatch(read.text[own[0].end : mean.start]):
        return False
    before = [e for e in read.of_sentence(mean.sentence - 1) if e.kind == "count" and e.value > 1]
    told = OVER.match(finding.why)
    if len(before) != 1 or not told or not EACH.match(read.text, mean.end):
        return False
    return own[0].text == told["sum"] and f"{before[0].value:f}" == told["n"]


def is_behind_colon(read: Passage, own: Sequence[Entry], said: Sequence[bool]) -> bool:
    """ "With fifteen carers: five said so and ten not": a whole with two parts behind a colon, and no more."""
    return len(own) == TWO + 1 and all(said) and bool(COLON.match(read.text, own[0].end))


def is_so_of_all(read: Passage, finding: Finding) -> bool:
    """Whether every share of the paragraph lies on the same side of the target: whichever is meant, it is so."""
    told = AGAINST.match(finding.why)
    if not told:
        return False
    target = Decimal(told["target"])
    shares = [share.value for e in read.entries if (share := e.share) and share.value != target]
    below = told["way"] == "below"
    return len(shares) > 1 and all((each < target) == below for each in shares)


def is_set_behind(read: Passage, low: int) -> bool:
    """ "57 (60%) had one, which exceeds the 85% target": the one share of its sentence, behind which it is said."""
    at = read.sentence_at(low)
    shares = [e for e in read.of_sentence(at) if e.share]
    return bool(SET_BEHIND.search(read.text, read.starts[at], low)) and len(shares) == 1 and shares[0].end < low
