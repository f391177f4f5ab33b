"""A whole and the list that divides it right behind: "Eleven took part – three in town, six outside and two abroad"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise, product

from looped.checker.accounts import is_narrowing
from looped.checker.at_hand import is_slip
from looped.checker.closed import EACH_ONE, LONGEST, OF_THESE, ONE_OF, Closed, closed_in, gap_of
from looped.checker.context import Context
from looped.checker.dividing import HALF_OF, NOT_ASKED, OPEN, OVERLAP, SET_APART, SEVERAL, SHARED, SINGLE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.flows import WENT
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed
from looped.checker.saying import said_in

CODE = "closed-list"
MESSAGE = "A list that divides a whole makes that whole."
GOOD = "Eleven clubs took part – three in town, six outside it and two abroad – and all were paid."
BAD = "Eleven clubs took part – three in town, six outside it and five abroad – and all were paid."

ELSE = pattern_of(
    r"\b(?:mainly|mostly|chiefly|such as|among them|notably|example|instance|most of|per cent|last year|previous|"
    r"year before|target|planned|average|mean|median|at least|so far|apiece|"
    rf"each(?!{ONE_OF})|other (?:reason|theme|answer)s?|"
    r"twice|together|altogether|less|minus|excluding|except)\b|£",
    re.I,
)
# "21 for other reasons": a part that was counted.
COUNTED_REST = pattern_of(r"^ (?:for|from|by|with|had|gave|of|were)? ?other (?:reason|theme|answer)s?", re.I)
DONE_TWICE = pattern_of(r"\b(?:were|was|been|being) [a-z]+ twice\b")
# "27 visits last year: Ash, 4; Elm, 14": the whole is of that year, and so are its parts.
OF_TIME = pattern_of(r" (?:in the )?(?:last|previous) (?:year|term|month|quarter):", re.I)
LEAD = pattern_of(r"\b(?:than|about|around|over|nearly|almost|some|up to|at least|every|per|by|last|next|to)\s+$", re.I)
AT_LEAST = pattern_of(r"\b(?:at (?:least|most)|(?:more|fewer|less) than|up to)\s+$", re.I)
OTHERS = pattern_of(r"\b(?:the (?:other|remaining|rest)|others?|remaining)\s*$", re.I)
# Who were there, who went, who came, who are there now.
CAME = pattern_of(
    r"\b(?:left|joined|came|arrived|departed|went|moved (?:in|out)|appointed|recruited|added|removed|closed|opened|"
    r"admitted|discharged|died|resigned|returned|at the (?:end|close)|(?:year|month|quarter)[’']s end|by the end)\b",
    re.I,
)
# "Every one had one of these three outcomes".
ONE_OF_THESE = pattern_of(r"\b(?:every|each|all)\b[^.;:]{0,50}\b(?:one|a single one) of (?:these|the)\b", re.I)
MARKED = pattern_of(r"(?::|\s[–—-]|—)\s*$")
MORE_THAN = pattern_of(r"(?: [a-z’'-]+){0,2} (?:more|fewer|less) than\b", re.I)
# Of one thing done, in part and not at all.
DONE = re.compile(r"\b(?:[a-z]{2,}ed|met|done|kept|paid|sent|shut|built|made|sold)\b")
DENIED = pattern_of(r"\b(?:not|un[a-z]+ed|never)\b", re.I)
PARTLY = pattern_of(r"\b(?:part(?:ly|ially)|mostly|largely|in part|half|nearly|almost)\b", re.I)
MANY = 9
NEAR = Decimal(1) / 3


TO_DO_WITH = pattern_of(r" (?:[a-z]+ )?(?:to do|concerned|dealing|dealt|connected|linked) with\b", re.I)
# "And one abstained": read as no figure.
ONE_MORE = re.compile(r"(?:,|\band) (?:[a-z]+ )?one (?!of\b)[a-z]+")


# "Thirty had been planned, but three were cancelled".
LESS = pattern_of(
    r"\b(?:less|minus|without|excluding|cancel\w+|withdr\w+|remov\w+|exclu\w+|lost|moved|dropped|left out|void|"
    r"set aside|could not|were not|did not)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each whole with a list behind it."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < 3:
            continue
        done = -1
        for at, whole in enumerate(read.entries):
            if OF_THESE.match(read.text[whole.end :]) and not ONE_OF_THESE.search(read.text, whole.end):
                continue  # "in seven of these": a part itself
            if HALF_OF.search(read.text[: whole.start]):
                continue
            if whole.kind != "count" or whole.start < done or LEAD.search(read.text[: whole.start]):
                continue
            found = closed_in(read, at)
            # "Five of the 40 were sent back: three ...": the five, where a mark opens the list and nothing else can.
            if (
                found
                and (whole.base or whole.share)
                and not (found.strong and MARKED.search(gap_of(read, whole, found.parts[0])))
            ):
                found = None
            if found and is_narrowing(read, found.whole, found.parts):
                continue
            if found:
                done = found.parts[-1].end
                yield from _judged(paragraph, read, found)


OF_THE = pattern_of(r"\W*(?:of|among) (?:the |these |our |all )*", re.I)
FLAT = re.compile(r"(?:\)? (?!of\b|who|which|that\b)[a-z’'-]+){1,6}(?:, | and |, and |; |; and )(?:only |just )?")
# "Seventeen groups: nine with owners, five with crews": each of them is with the one or the other.
MET_WITH = pattern_of(
    r"(?: [a-z-]+){0,2} (?:groups|interviews|meetings|sessions|discussions|conversations|calls|workshops|visits)\b",
    re.I,
)
# "Tea came first with 35": none of these divides it.
RANKED = pattern_of(r"\b(?:(?:came|ranked|was|were) (?:first|top)|and [a-z]+ second)\b", re.I)


def _words_of(read: Passage, told: Closed) -> str:
    """From the whole to the last part."""
    return read.text[told.whole.end : told.parts[-1].end]


def _is_of_sentences(told: Closed) -> bool:
    """Whether the parts are told in more than one sentence."""
    return told.parts[0].sentence != told.parts[-1].sentence


def _without_gone(read: Passage, told: Closed) -> Decimal:
    """ "412 names: 389 carried over, 41 added and 18 struck off": what went is taken away."""
    ends = [*(e.start for e in told.parts[1:]), told.parts[-1].end + LONGEST]
    behind = [read.text[each.end : end].partition(".")[0].lower() for each, end in zip(told.parts, ends, strict=True)]
    ways = [-1 if WENT.search(words) else 1 for words in behind]
    return sum((way * each.value for way, each in zip(ways, told.parts, strict=True)), Decimal(0))


def _judged(paragraph: Paragraph, read: Passage, told: Closed) -> Iterator[Finding]:
    total, values = told.whole.value, [e.value for e in told.parts]
    if any(MORE_THAN.match(read.text, each.end) for each in told.parts):
        return  # "thirty had owners, six more than had crews": by how much
    if values[0] > total and LESS.search(read.text[told.parts[0].end : told.parts[-1].end]):
        yield from _less(paragraph, read, told)
        return
    summed = sum(values, Decimal(0))
    if summed != total and not told.strong and CAME.search(_words_of(read, told)) and _is_of_sentences(told):
        return  # "In the past year 12 left and 12 came. It has 75 carts": of other things
    if summed < total and RANKED.search(read.text[told.whole.end : told.parts[-1].end]):
        return
    start, end = read.starts[told.whole.sentence], told.parts[-1].end
    tail = re.split(r"[.;:]|\s[–—-]\s|—", read.text[end : end + 60])[0]
    words = read.text[start:end] + tail
    # "Four councillors, two officers and the chair": one that no figure tells.
    singles = SINGLE.findall(read.text, told.parts[0].end, end + len(tail)) + ONE_MORE.findall(tail)
    if summed + len(singles) == total or _without_gone(read, told) == total:
        return
    if summed != total and (
        (abs(summed - total) > max(Decimal(3), total * NEAR) and max(values) <= total and not _exhausts(read, told))
        or ELSE.search(
            OF_TIME.sub(":", read.text[start : told.parts[0].start]) + DONE_TWICE.sub("", COUNTED_REST.sub("", tail))
        )
        or _explained(read, told, values)
        or (CAME.search(words) and _moves_to_last(total, values))
    ):
        return
    if summed != total and (not _all(read, told, words) or (summed < total and OPEN.search(_as_far_as(read, told)))):
        return
    if summed != total and all(e.share and fits(e.count, int(total), e.share) for e in told.parts):
        return  # each has its share of the whole, so that one may be in several of them
    verdict: Verdict = "ok" if summed == total else "wrong"
    terms = " + ".join(e.text.split(" (")[0] for e in told.parts)
    why = f"{terms} = {printed(summed)}, against {printed(total)}"
    quote = read.text[told.whole.start : told.parts[-1].end]
    slip = f"parts/{paragraph.line}/{told.whole.start}/{told.whole.text}"
    figure = told.whole.text
    yield Finding(CODE, verdict, paragraph.where, quote, figure, printed(summed), why, slip, "likely")


def _less(paragraph: Paragraph, read: Passage, told: Closed) -> Iterator[Finding]:
    """ "288 payments: the ledger has 300, less four and eight": what is left of the first of them."""
    total, first, rest = told.whole, told.parts[0], told.parts[1:]
    left = first.value - sum((e.value for e in rest), Decimal(0))
    if left != total.value and not is_slip(total.value, left):
        return
    verdict: Verdict = "ok" if left == total.value else "wrong"
    why = f"{first.text} less {' and '.join(e.text for e in rest)} is {printed(left)}, printed as {total.text}"
    quote, slip = read.text[total.start : told.parts[-1].end], f"parts/{paragraph.line}/{total.start}/{total.text}"
    yield Finding(CODE, verdict, paragraph.where, quote, total.text, printed(left), why, slip, "likely")


def _as_far_as(read: Passage, told: Closed) -> str:
    """The sentences of the list, and the one behind it."""
    return "".join(read.sentences[told.whole.sentence : told.parts[-1].sentence + 2])


def _moves_to_last(total: Decimal, values: Sequence[Decimal]) -> bool:
    """ "152 in April; 24 left and 19 came, and 147 were there at the end": some went and some came."""
    ways = product((1, -1), repeat=len(values) - 1) if len(values) <= MANY else ()
    mixed = [signs for signs in ways if len(set(signs)) > 1]
    return any(total + sum(s * v for s, v in zip(signs, values, strict=False)) == values[-1] for signs in mixed)


def _exhausts(read: Passage, told: Closed) -> bool:
    """Whether the last part is said to be the rest of them, or each of them to be in one part."""
    if told.strong and len(told.parts) > 2 and OTHERS.search(told.parts[-1].before):
        return True
    one_each = EACH_ONE.search(read.text[told.whole.end : told.parts[0].start])
    return len(told.parts) > 2 and bool(one_each or _by_degrees(told.parts))


def _all(read: Passage, told: Closed, words: str) -> bool:
    """Whether the list reads as all of the whole: no thing can be in two of its parts, and none is left out."""
    if OVERLAP.search(words) or SEVERAL.search(words):
        return False
    tail = read.quiet[told.parts[-1].end :]
    if NOT_ASKED.match(tail) or not re.match(r"[^;:\d]{0,130}?(?:[.;)]|\s[–—-]\s|—|$)", tail):
        return False
    own = [e for e in told.parts if SHARED.search(e.after)]
    if MET_WITH.match(read.text, told.whole.end) and all(e.after.startswith(" with ") for e in told.parts):
        return True
    # "Nine to do with food, two with labels": what each of them is about.
    own = [] if TO_DO_WITH.match(told.parts[0].after) else own
    return len(own) < 2 or bool(SET_APART.search(words)) or _by_degrees(told.parts)


def _by_degrees(parts: Sequence[Entry]) -> bool:
    """ "Eleven have been met, six have been partly met and two have not": one thing done, in part and not at all."""
    told = [e.after for e in parts]
    done = [frozenset(DONE.findall(each.lower())) for each in told]
    denied = sum(bool(DENIED.search(each)) for each in told)
    partly = sum(bool(PARTLY.search(each)) for each in told)
    same = frozenset.intersection(*(each for each in done if each)) if any(done) else frozenset()
    return denied == 1 and denied + partly == len(parts) - 1 and bool(same)


def _is_flat(read: Passage, told: Closed) -> bool:
    """ "Of the 16 homes, nine were good, two fair and seven poor.": one of the list is no part of another."""
    gaps = [read.text[a.end : b.start] for a, b in pairwise(told.parts)]
    start = read.starts[told.whole.sentence]
    return bool(OF_THE.fullmatch(read.text, start, told.whole.start)) and all(map(FLAT.fullmatch, gaps))


def _explained(read: Passage, told: Closed, values: Sequence[Decimal]) -> bool:
    """Whether other figures near by, or some of the parts alone, make the whole."""
    total, summed = told.whole.value, sum(values, Decimal(0))
    mine = {e.start for e in (*told.parts, told.whole)}
    # "That is one file in eight": a share, and no counts.
    closing = [found.span() for found in ONE_OF_THESE.finditer(read.text)]
    mine |= {e.start for low, high in closing for e in read.entries if low < e.start < high}
    mine |= {e.start for said in said_in(read.text) for e in read.entries if said.start <= e.start < said.end}
    # "At least two in each": a limit, and no count.
    mine |= {e.start for e in read.entries if AT_LEAST.search(read.text[: e.start])}
    others = [
        n
        for e in read.entries
        if e.start not in mine and abs(e.sentence - told.parts[-1].sentence) <= 1 and e.kind in ("count", "measure")
        for n in (e.value, Decimal(e.base or 0))
        if n
    ]
    # Two that make the whole by themselves divide it in another way.
    others = [n for n in others if total - n not in others or n == total]
    if any((abs(summed - total) == n and n > 1) or summed == n for n in others):
        return True
    # "101: 73 with it, of whom 58 ..., and 28 without": a part of what stands above the whole.
    same = {e.value for e in read.of_sentence(told.whole.sentence) if e.start not in mine}
    if any(n - total in values for n in same):
        return True
    if len(values) > 2 and (told.strong or _by_degrees(told.parts) or _is_flat(read, told)):
        return False
    some = [
        sum(chosen)
        for size in range(1, len(values[:MANY]))
        for chosen in combinations(values[:MANY], size)
        if size > 1 or len(values) > 2
    ]
    return total in some
