"""What is left of a whole once all that fell away is told: "of 90, four moved, three died; 83 stayed to the end"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from looped.checker.adding import opened_at
from looped.checker.at_hand import FEW, NOT_SO, ROUGH, THESE, is_slip
from looped.checker.context import Context
from looped.checker.dividing import OF, OF_REST
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.flows import CAME, WENT
from looped.checker.narrowed import FELL_AWAY
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "what-remains"
MESSAGE = "What is left is the whole without all of the parts that are told."
GOOD = "We drew 125 files; 19 were set aside (ten lost, five moved, four blank), leaving 106 to read."
BAD = "We drew 125 files; 19 were set aside (ten lost, five moved, four blank), leaving 110 to read."

LEAVES = pattern_of(
    r"\b(?:leav(?:ing|es)|which left|that left|left us with|the (?:rest,?|remainder,?)|"
    r"(?:so|thus|hence|therefore)(?: that)?(?: (?:the )?(?:we|they|there|analysis|review|sample|figures?))?)(?: (?:of|"
    r"with|for|just|only|a|total|us|the|were|was|had|rests?|covers?|is|on|read|kept))* [£$€]?$",
    re.I,
)
END = (
    r"(?=\s?(?:[.,;:)]|$)| (?:in|for|to) (?:the )?(?:analysis|study|trial|review|sample|end|audit|survey|follow-up)\b)"
)
STAYED = pattern_of(
    rf"(?: (?:of them|people|patients|participants|women|men|children|others?|forms?|files?|cases?))?(?: who| that)?"
    rf"(?: (?:were|was|then|thus|therefore|had|have|are))* (?:remain(?:ed|s|ing)?\b|stayed to the end|"
    rf"(?:complet|finish)ed (?:the |their )?(?:study|trial|course|programme|follow-up|treatment|year|survey)\b|"
    rf"(?:complet\w+|left|stay(?:ed|s)|finished|analy[sz]ed|included|kept|carried on|went on|continued|retained|usable|"
    rf"reached the end){END})",
    re.I,
)
OTHERS = pattern_of(r"\bthe (?:other|remaining) $", re.I)
# "The rest were shared out evenly, 112 to each arm".
EQUAL = pattern_of(
    r"(?: [a-z]+)? (?:(?:to|in|on|for) )?(?:each|either)(?: (?:[a-z]+ )?[a-z]+)?(?=\s?[.,;)])",
    re.I,
)
OF_EACH = re.compile(r"\beach of\b")
THE_REST = pattern_of(r"\b(?:the (?:rest|remainder|others|remaining)|those (?:left|remaining)|all others)\b", re.I)
# "One had left": a part, and no word for a thing.
DOES = pattern_of(r" (?:had|was|has|is|of|left|died|moved|withdrew|did|could|[a-z]+ed)\b")
WHERE = pattern_of(r"[^.;:,\d]{0,60}\b(?:at|in|across|from|on|over) (?:the )?", re.I)
# The parts may overlap, or come back.
MIXED = pattern_of(
    rf"\b(?:of (?:{WHICH})|including|both|twice|again|more than one|returned|rejoined|added|"
    r"replac\w+|further|another|not all|as well|also)\b|%",
    re.I,
)
MOST, REACH, NEAR, FEWEST, SHARED = 8, 2, 4, 3, (2, 3, 4)


@dataclass(frozen=True)
class Account:
    """A whole, what fell away from it and what is left.

    number: among how many that is shared evenly. made: figures right behind that make what is left.
    """

    whole: Entry
    parts: tuple[Entry, ...]
    rest: Entry
    number: int = 1
    made: tuple[Entry, ...] = ()

    @property
    def left(self) -> Decimal:
        """What is left of the whole, or what each has of that."""
        return (self.whole.value - sum((e.value for e in self.parts), Decimal(0))) / self.number

    @property
    def may_be_slip(self) -> bool:
        """Whether somebody may have written one of its figures for what it should be."""
        miss = self.left - self.rest.value
        near = [(e.value, e.value + miss) for e in self.parts] if self.number == 1 else []
        near += [(self.rest.value, self.left), (self.whole.value, self.whole.value - miss * self.number)]
        return any(
            one > 0 and (is_slip(given, one) or abs(given - one) * NEAR <= max(given, one)) for given, one in near
        )


def check(context: Context) -> Iterator[Finding]:
    """Each figure that is said to be left."""
    for paragraph in context.paragraphs_with(LEAVES, STAYED, OTHERS, THE_REST):
        read = passage(paragraph.text)
        for rest in read.entries:
            account = _account(read, rest) or _of_those_told(read, rest)
            if account and account.left != rest.value and _is_left_in_brackets(read, account):
                continue
            if account and (account.left == rest.value or (account.may_be_slip and not _tells_where(read, account))):
                yield _finding(paragraph, account)


def _is_left_in_brackets(read: Passage, account: Account) -> bool:
    """ "Of the 21 most were in Ash (nine); six were in Elm and the other six in Oak": parts in brackets are parts."""
    inside = [
        e
        for e in read.of_sentence(account.rest.sentence)
        if account.whole.start < e.start < account.rest.start and opened_at(read.text, e.start) >= 0
    ]
    plain = all(e.kind == account.rest.kind and not e.share and not e.base for e in inside)
    return bool(inside) and plain and account.left - sum(e.value for e in inside) == account.rest.value


def _tells_where(read: Passage, account: Account) -> bool:
    """ "275 growers were drawn at 20 markets": the second says where they were."""
    return bool(WHERE.fullmatch(read.text[account.whole.end : account.parts[0].start]))


def _finding(paragraph: Paragraph, account: Account) -> Finding:
    rest, number = account.rest, account.number
    less = " - ".join(printed(e.value) for e in (account.whole, *account.parts))
    each = f", {printed(account.left)} each of {number}" if number > 1 else ""
    why = f"{less} = {printed(account.left * number)}{each}, printed as {rest.text}"
    if account.made:
        why = f"{why}, and {' + '.join(e.text for e in account.made)} make it"
    verdict: Verdict = "ok" if account.left == rest.value else "wrong"
    slip = f"parts/{paragraph.line}/{rest.start}"
    return Finding(CODE, verdict, paragraph.where, rest.text, rest.text, printed(account.left), why, slip, "likely")


def _account(read: Passage, rest: Entry) -> Account | None:
    """The account that a figure closes; None where it isn't said to be left, or the figures before it aren't clear."""
    how = _how(read, rest)
    if how is None:
        return None
    behind = [e for e in read.of_sentence(rest.sentence) if e.start >= rest.end]
    if behind and (how == "equal" or sum(e.value for e in behind) != rest.value):
        return None
    for first in range(rest.sentence, max(-1, rest.sentence - REACH - 1), -1):
        told = [e for e in read.entries if first <= e.sentence <= rest.sentence and e.start < rest.start]
        told = _free(read, told)
        if len(told) > MOST or any(e.share or e.base or e.kind != rest.kind or e.unit != rest.unit for e in told):
            return None
        whole, *parts = _latest(told) or [rest]
        if parts and _is_among_more(read, whole, rest, how):
            return None
        more = any(rest.sentence - REACH <= e.sentence < first and e.value > whole.value for e in read.entries)
        if more and how != "others" and FELL_AWAY.search(f"{whole.before} | {whole.after}"):
            continue  # a part itself: the whole is told before
        if parts and whole.value > sum(e.value for e in parts) and whole.value > rest.value:
            text = read.text[read.starts[first] : rest.start]
            clear = not MIXED.search(text) and not NOT_SO.search(text.lower()) and _all_went(read, whole, parts, how)
            rough = any(ROUGH.search(read.text[: e.start]) for e in (*told, rest))
            number = _shared(read, rest, whole.value - sum(e.value for e in parts)) if how == "equal" else 1
            return Account(whole, tuple(parts), rest, number, tuple(behind)) if clear and not rough and number else None
    return None


def _of_those_told(read: Passage, rest: Entry) -> Account | None:
    """ "Six of the 16 came from Ash. In 12 it was rain, in two fog, and in the other two snow": of the 16."""
    if _how(read, rest) != "others":
        return None
    parts = [e for e in read.of_sentence(rest.sentence) if e.start < rest.start]
    near = [e for e in read.entries if 0 < rest.sentence - e.sentence <= REACH and e.kind == "count"]
    wholes = {
        n: e for e in near for n in (e.count, e.base or 0) if n > max((p.value for p in parts), default=rest.value)
    }
    text = read.text[read.starts[rest.sentence] : rest.start]
    plain = all(e.kind == "count" and not (e.share or e.base) for e in (*parts, rest))
    if len(parts) < SHARED[0] or len(wholes) != 1 or not plain or MIXED.search(text):
        return None
    ((number, entry),) = wholes.items()
    whole = replace(entry, value=Decimal(number), base=None, text=str(number))
    return Account(whole, tuple(parts), rest) if sum(e.value for e in parts) < number else None


def _is_among_more(read: Passage, whole: Entry, rest: Entry, how: str) -> bool:
    """Whether more are told in a bracket, or anywhere near where "the others" are spoken of: they may be of those."""
    near = [e for e in read.entries if 0 <= rest.sentence - e.sentence <= REACH and e.kind == whole.kind]
    more = [e for e in near if max(e.value, Decimal(e.base or 0)) > whole.value]
    return any(how == "others" or opened_at(read.text, e.start) >= 0 for e in more)


def _how(read: Passage, rest: Entry) -> str | None:
    """Whether a figure is what was left, what the "others" are, or what each has of the rest in "equal" shares."""
    if rest.kind not in ("count", "money") or rest.share or (rest.base and not OF_EACH.search(rest.text)):
        return None
    start = read.starts[rest.sentence]
    before = [e.end for e in read.of_sentence(rest.sentence) if e.end <= rest.start]
    lead, behind = read.text[max([start, *before]) : rest.start], read.text[rest.end :]
    if OTHERS.search(lead):
        return "others"
    if (rest.base or EQUAL.match(behind)) and not before and THE_REST.search(lead):
        return "equal"
    if OF_REST.search(lead):
        return None
    return "left" if LEAVES.search(lead) or STAYED.match(behind) else None


def _shared(read: Passage, rest: Entry, left: Decimal) -> int:
    """Among how many: as told, or two where nothing is told, unless more come out."""
    return rest.base or next((number for number in SHARED if rest.value * number == left), SHARED[0])


def _free(read: Passage, told: Sequence[Entry]) -> list[Entry]:
    """Figures without those in brackets, those behind a colon that make the one before it, and "the two arms"."""
    told = [e for e in told if opened_at(read.text, e.start) < 0]
    told = [e for e in told if e.text.lower() != "one" or DOES.match(read.text, e.end)]
    told = [e for e in told if not (e.text.lower() in FEW and THESE.search(e.before))]
    # "Two judges saw 40 plans": how many saw them.
    if len(told) > 1 and told[0].value < told[1].value and told[0].sentence == told[1].sentence:
        told = told[1:]
    for at, each in enumerate(told):
        for end in range(at + 3, len(told) + 1):
            inside = told[at + 1 : end]
            colon = re.fullmatch(r"[^.;:\d]*[:–] ?[^.;:\d]*", read.text[each.end : inside[0].start])
            if colon and sum(e.value for e in inside) == each.value:
                return _free(read, [*told[: at + 1], *told[end:]])
    return told


def _latest(told: Sequence[Entry]) -> list[Entry]:
    """The figures since the last that is itself what those before it leave."""
    for at in range(len(told) - 1, 1, -1):
        if told[0].value - sum(e.value for e in told[1:at]) == told[at].value:
            return list(told[at:])
    return list(told)


def _all_went(read: Passage, whole: Entry, parts: Sequence[Entry], how: str) -> bool:
    """Whether words say of each part that it fell away; of the "others" any one part is enough."""
    if how == "others" and (len(parts) == 1 or OF.search(read.text[: whole.start])):
        return True
    ends = [whole.end, *(e.end for e in parts)]
    stops = [*(e.start for e in parts[1:]), None]
    for at, each in enumerate(parts):
        start = max(ends[at], read.starts[each.sentence])
        end = read.starts[each.sentence] + len(read.sentence(each.sentence))
        lead, tail = read.text[start : each.start], read.text[each.end : min(end, stops[at] or end)]
        went = any(pattern.search(words) for pattern in (WENT, FELL_AWAY) for words in (tail.lower(), lead.lower()))
        if not went or (CAME.search(tail.lower()) and not FELL_AWAY.search(tail)):
            return False
    return True
