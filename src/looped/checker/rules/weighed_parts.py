"""A whole and its parts by the figures that a statement has: one whole, its parts and no other, whatever the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from looped.checker.at_hand import ROUGH, SPELT_OUT, is_slip
from looped.checker.context import Context
from looped.checker.dividing import ONE_EACH, OPEN, OVERLAP, SHARED, SINGLE
from looped.checker.document import Paragraph
from looped.checker.entries import Parts
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.opposites import are_opposed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.weighing import prose_alone

CODE = "weighed-parts"
MESSAGE = "Parts that are all there are make their whole."
GOOD = "Between them the ports sent 46 boats to two yards, 21 to Ayr and 25 to Oban."
BAD = "Between them the ports sent 48 boats to two yards, 21 to Ayr and 25 to Oban."

# One of them, for each: the two together say that no part overlaps another, and that none is left out.
ONE = pattern_of(
    r"\b(?<!by )(?:one|single|sole|only|main|primary|principal|just one) (?:[a-z]+ ){0,2}?(?:reason|cause|heading|"
    r"topic|subject|category|group|grade|rating|code|theme|answer|option|type|kind|class|status|outcome|label|band|result|"
    r"judgement|explanation|stream|arm|tag|ground|factor)\b|"
    r"\b(?:coded|counted|classified|filed|entered|recorded|listed|logged|sorted|tagged) (?:only |just )?once\b",
    re.I,
)
# "One stamp: red, ...", "gave their reason: ...": what the list goes by, right before it.
BY_ONE = pattern_of(
    r"(?<!by )\b(?:one|a single) (?!(?:day|week|month|year|hour|visit|time)\b)"
    r"[a-z]+(?<!s)(?: [a-z]+)?(?<! each)(?: only)?\s?[:;(]|"
    r"\b(?:reason|cause|outcome|diagnosis|status|subject|grade|rating)"
    r"(?: (?:for|in) (?:each|every|all)(?: [a-z]+)?)?\s?[:(]|"
    r"\b(?:why|reason|cause)\b[^.;:()\d]* (?:for|in|of) (?:each|every|all)(?: [a-z]+)?\s?[:(]",
    re.I,
)
OF_MORE = pattern_of(r"^\W*(?:of|out of|among|from) (?:the |these |all )*$", re.I)
EACH_OF = pattern_of(
    r"\b(?:each|every) (?!(?:one|was|were|had|has|for|case|person|time|of)\b)(?P<noun>[a-z]{3,})", re.I
)
EVERY = pattern_of(r"\b(?:each|all|every|everyone|everybody|nobody|no one|none)\b", re.I)
IN_ALL = pattern_of(
    r"\b(?:in all|in total|altogether|all told|making|a total of|totalling|which makes|which is|between them)\b", re.I
)
# What isn't to be added up, leaves some out, or is of another time or place.
ELSE = pattern_of(
    r"\b(?:more than one|several|multiple|includ\w+|mainly|mostly|such as|among them|for example|notably|average|mean|"
    r"median|at least|at most|up to|than|target\w*|expected|planned|last year|previous\w*|year before|before|earlier|"
    r"first|second|third|led|topped|(?:gave|had|left) (?:none|no)|respectively|"
    r"of (?:whom|which)|per|every \d+|times|rose|fell|most (?:common|frequent|often)\w*|commonest|top|"
    r"as well|also|further|another|both|either|some of|so far|not (?:known|recorded|given|stated)|unknown|missing|"
    r"rest|remain\w*|others|estimat\w+|would|will|if|except|excluding|but|all but|weighted|rounded|"
    r"full-time equivalents?)"
    r"\b|[£$€]",
    re.I,
)
COUNTED_OTHERS = pattern_of(
    r"\b(?:the )?(?:others?|rest|remaining|remainder|unknown|missing|not (?:known|recorded))\b[ ,]*(?:\(|:|,)?\s*\d",
    re.I,
)
OPENED = pattern_of(r"[^.;:,\d]{2,70}[:;(]|(?: [a-z]+){1,3} (?:was|were|is|had been|for|in|from) ", re.I)
# "To two arms", "in three ports".
SO_MANY = pattern_of(r" (?:[a-z-]+ )?[a-z]{2,}s\b")
PLACED = pattern_of(
    r"(?: (?:assigned|allocated|randomi[sz]ed|given|sent|[a-z]+s))? (?P<way>to|in|at|from|on|by|under|for) (?!all\b|"
    r"total\b|them\b|these\b)",
    re.I,
)
DID = pattern_of(
    r"\b(?:were|was|had|have|has|did|do|are|is|who|that|with|without|where|when|only|"
    r"above|below|(?!assigned|allocated|randomi[sz]ed)[a-z]{2,}ed)\b",
    re.I,
)
THERE_WERE = pattern_of(r"\b(?:there|these|they) (?:were|are)\b", re.I)
# "In the second, ...", "Of those in spring": of another time or of some.
SCOPED = pattern_of(
    r"\W*(?:in|at|for|of|on|among|amongst|during|by|from|within|after|before|when|where) (?!all\b|total\b|each\b|"
    r"every\b|(?:these|those|them|which)\b)",
    re.I,
)
NAMED = re.compile(r"[A-Za-z]{2}")
WORDS = re.compile(r"[a-z’'-]+")
OR = re.compile(r"\bor\b")
AND_ONLY = re.compile(r"\b(?:and|or|plus)\b")
JOINED = re.compile(r",|;|\band\b|\bplus\b|\)")
NOT = pattern_of(
    r"(?:\b(?:did|had|have|has|was|were|is|are|do|does|could)n[’']t|\bnot)(?: been| yet| be)? (?P<verb>[a-z]+)", re.I
)
BLANK = pattern_of(r"\b(?:blank|skipped|unanswered|no (?:answer|reply|response)|passed over|omitted)\b", re.I)
ANSWERED = pattern_of(r"\b(?:answered|replied|completed|responded|filled|gave an? [a-z]+)\b", re.I)
DOES = r"(?:did|had|have|were|was|are|is|left|gave|said|skipped|not|could|[a-z]+ed)\b"
VERB = pattern_of(rf"(?: (?:of (?:these|them|those|the [a-z]+)|people|forms|respondents))?,? {DOES}", re.I)
DOING = pattern_of(rf" {DOES}(?! [a-z]+s\b)", re.I)
# "On time", "in May": only the first of two need say it.
WHEN = pattern_of(r"\b(?:on|in|by|at|within|before|after|during|since|until|for|with|from|to) (?:the |an? )?\w+", re.I)
IT = pattern_of(r"\b(?:this|that|it|these|them|so)(?: [a-z]+\b)?", re.I)
PLACE = pattern_of(r"\b(?:in|at|across|on|from) (?:the |our |all |these )?$", re.I)
FEWEST, TWO, MOST, FEW = 3, 2, 9, 3


@dataclass(frozen=True)
class Account(Parts):
    """A whole and its parts, as a statement has them. low, high: of the statement's text."""

    whole: Entry
    low: int
    high: int


def check(context: Context) -> Iterator[Finding]:
    """Each statement that has a whole and its parts, and no other count."""
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            for each in (_one_each(read, at), _so_many(read, at), _either(read, at)):
                if each and _is_amiss(read, each):
                    yield _finding(paragraph, read, each)
                    break


def _one_each(read: Passage, at: int) -> Account | None:
    """A list of three or more of which everything is in one: with its whole before it, or "in all" behind it."""
    own = _counts(read, at)
    if own is None or len(own) < FEWEST:
        return None
    colon = read.text.find(":", read.starts[at], own[-1].start)
    headed = [e for e in own if e.start < colon] if colon >= 0 and sum(e.start > colon for e in own) >= FEWEST else []
    listed = [e for e in own if e not in headed]
    headed = [e for e in headed if not _is_number_of(read, e, listed)]
    behind = not headed and len(listed) > FEWEST and bool(IN_ALL.search(_around(read, at, listed[-1])))
    before = _counts(read, at - 1) if at else None
    low = read.starts[at]
    if behind:
        whole, listed = listed[-1], listed[:-1]
    elif headed and (told := _told_before(read, at, headed)):
        whole = told
    elif not headed and before and (told := _told_before(read, at, before)):
        whole, low = told, read.starts[at - 1]
    elif not headed and colon < 0 and len(listed) > FEWEST:
        whole, listed = listed[0], listed[1:]
    else:
        return None
    high = read.starts[at] + len(read.sentence(at))
    follows = read.sentence(at + 1) if at + 1 < len(read.starts) and not _counts(read, at + 1) else ""
    words = read.text[low:high]
    closed = any(
        ONE_EACH.search(each) or ((ONE.search(each) or BY_ONE.search(each)) and EVERY.search(each))
        for each in (words, follows)
    )
    # "Each was met (14), sent back (9) or dropped (12)".
    last = read.text[listed[-2].end : listed[-1].start]
    closed = closed or bool(EVERY.search(words) and OR.search(last) and not SHARED.search(words))
    return Account(tuple(listed), whole, low, high) if closed and _are_named(read, listed) else None


def _told_before(read: Passage, at: int, counts: Sequence[Entry]) -> Entry | None:
    """The one count before a list that it is of: the only one, one of so many, or the one of "each letter"."""
    first, each = counts[0], EACH_OF.search(read.sentence(at))
    if len(counts) == 1:
        # "There were 50 boats. Each leak": something else.
        same = not each or first.sentence == at or stem(each["noun"]) in [stem(w) for w in WORDS.findall(first.after)]
        return first if same else None
    if len(counts) == TWO and OF_MORE.match(read.text[read.starts[first.sentence] : first.start]):
        return counts[1] if counts[1].count < first.count else None
    tied = [e for e in counts if each and stem(each["noun"]) in [stem(w) for w in WORDS.findall(e.after)[:2]]]
    return tied[0] if len(tied) == 1 else None


def _is_number_of(read: Passage, entry: Entry, parts: Sequence[Entry]) -> bool:
    """ "In two arms": how many parts there are."""
    return entry.count == len(parts) and bool(SO_MANY.match(read.text, entry.end))


def _around(read: Passage, at: int, last: Entry) -> str:
    """The words right before and right behind the last figure of a sentence."""
    end = read.starts[at] + len(read.sentence(at))
    return read.text[max(read.starts[at], last.start - 20) : min(end, last.end + 40)]


def _so_many(read: Passage, at: int) -> Account | None:
    """As many parts as a number says that there are: "45 boats from two ports, 20 from Ayr and 25 from Oban"."""
    own = _counts(read, at)
    before = _counts(read, at - 1) if at else None
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    if own is not None and before and len(before) == TWO and len(own) in {e.count for e in before}:
        low, own = read.starts[at - 1], [*before, *own]
    if own is None or len(own) < TWO + TWO:
        return None
    parts, heads = own[2:], own[:2]
    numbers = [e for e in heads if _is_number_of(read, e, parts)]
    lead = read.text[read.starts[at] : parts[0].start] if low < read.starts[at] else ""
    if len(numbers) != 1 or not _are_placed(read, parts, high) or DID.search(THERE_WERE.sub("", lead)):
        return None
    whole = next(e for e in heads if e is not numbers[0])
    return Account(tuple(parts), whole, low, high)


def _are_placed(read: Passage, parts: Sequence[Entry], high: int) -> bool:
    """Whether each part is told by where it is, and nothing is said of what it did."""
    if DID.search(read.text[parts[0].end : high]):
        return False
    found = [PLACED.match(read.text, each.end) for each in parts]
    ways = {each["way"].lower() for each in found if each}
    if all(found) and len(ways) == 1:
        return True
    bracketed = all(read.text[e.start - 1] == "(" and read.text[e.end : e.end + 1] == ")" for e in parts)
    return bracketed and _are_named(read, parts)


def _either(read: Passage, at: int) -> Account | None:
    """Two of which one is what the other isn't: "Of 70 doors 30 were locked and 40 were not"."""
    own = _counts(read, at)
    before = _counts(read, at - 1) if at else None
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    if own is not None and len(own) == TWO and before and len(before) == 1:
        low, own = read.starts[at - 1], [*before, *own]
    if own is None or len(own) != TWO + 1 or any(e.base for e in own):
        return None
    whole, one, other = own
    if DOING.match(read.text, whole.end) or PLACE.search(read.text[: whole.start]):
        return None
    if not all(VERB.match(read.text, e.end) for e in (one, other)):
        return None
    if max(one.count, other.count) > whole.count:
        return None
    first, last = read.text[one.end : other.start], read.text[other.end : high]
    if {e.lower() for e in WHEN.findall(last)} - {e.lower() for e in WHEN.findall(first)}:
        return None
    return Account((one, other), whole, low, high) if _exclude(first, last) or _exclude(last, first) else None


def _exclude(first: str, last: str) -> bool:
    """Whether one run of words denies what the other says."""
    if are_opposed(first, last):
        return True
    denied = NOT.search(first)
    if NOT.search(last):
        return False
    if BLANK.search(first) and ANSWERED.search(last):
        return True
    same = denied and stem(denied["verb"].lower()) in {stem(w) for w in re.findall(r"[a-z]+", last.lower())}
    # "Had not had a visit", "had had a letter": two things.
    return bool(same) and not stems(IT.sub("", last)) - stems(IT.sub("", first))


def _counts(read: Passage, at: int) -> list[Entry] | None:
    """The counts of a sentence; None where it has figures of another kind, or ones that are rough."""
    told = read.of_sentence(at)
    if any(e.kind != "count" for e in told):
        return None
    # "Under one heading: ..."; "and one other cause" is a part.
    spans = [e.span() for one in (ONE, BY_ONE) for e in one.finditer(read.sentence(at))]
    ones = [e for e in told if any(low <= e.start - read.starts[at] < high for low, high in spans)]
    counted = [e for e in told if e not in ones]
    if any(told.index(e) > 1 or not OPENED.match(read.text, e.end) for e in ones):
        return None
    rough = any(ROUGH.search(read.text[max(0, e.start - 24) : e.start]) for e in counted)
    return None if rough else counted


def _are_named(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether each part has a name, and they stand in a row."""
    if any(e.base for e in parts) or len(parts) > MOST:
        return False
    gaps = [read.text[one.end : other.start] for one, other in pairwise(parts)]
    return all(NAMED.search(AND_ONLY.sub("", gap)) and JOINED.search(gap) and "." not in gap for gap in gaps)


def _is_amiss(read: Passage, told: Account) -> bool:
    """Whether the parts don't make the whole and plainly should."""
    whole, made = told.whole.count, told.summed
    bases = {e.base for e in (told.whole, *told.parts) if e.base}
    if made == whole or made in bases or max(e.count for e in told.parts) > whole:
        return False
    words = ONE.sub("", COUNTED_OTHERS.sub("", read.text[told.low : told.high]))
    if ELSE.search(words) or OPEN.search(words) or OVERLAP.search(words) or _hides_one(read, told):
        return False
    if made + 1 == whole and SINGLE.search(words):
        return False
    if told.whole.sentence != told.parts[0].sentence and SCOPED.match(read.sentence(told.parts[0].sentence)):
        return False
    own = {told.whole.start, *(e.start for e in told.parts)}
    if any(made in (e.count, e.base) for e in read.entries if e.kind == "count" and e.start not in own):
        return False
    apart = abs(made - whole)
    if len(told.parts) == TWO and made > whole:
        return True
    return apart <= max(FEW, whole // 10) or is_slip(Decimal(whole), Decimal(made))


def _hides_one(read: Passage, told: Account) -> bool:
    """Whether a number in words stands there that was read as a name or a time."""
    places = [(e.start, e.end) for e in read.entries]
    return any(
        not any(low <= found.start() < high for low, high in places)
        for found in SPELT_OUT.finditer(read.text, told.low, told.high)
    )


def _finding(paragraph: Paragraph, read: Passage, told: Account) -> Finding:
    terms = " + ".join(str(e.count) for e in told.parts)
    quote = read.text[told.parts[0].start : told.parts[-1].end]
    why = f"{terms} = {told.summed}, printed as {told.whole.count}"
    slip = f"parts/{paragraph.line}/{told.whole.start}"
    return Finding(CODE, "wrong", paragraph.where, quote, terms, str(told.whole.count), why, slip, "likely")
