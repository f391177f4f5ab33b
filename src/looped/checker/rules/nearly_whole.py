"""All the counts that a sentence tells make a whole but for a slip of the pen: "8,402: 5,211 here, 3,119 there"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from looped.checker.adding import opened_at
from looped.checker.context import Context
from looped.checker.dividing import OPEN, OVERLAP, SEVERAL
from looped.checker.document import Paragraph
from looped.checker.end_words import THE_FIRST
from looped.checker.entries import Parts
from looped.checker.explaining import is_accounted_for
from looped.checker.finding import Finding
from looped.checker.listing import listings
from looped.checker.numbers import fits, near, slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OF_WHICH
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed
from looped.checker.quieting import MONTH

CODE = "nearly-whole"
MESSAGE = "Figures that divide a whole make it: they miss it by one slip of the pen."
GOOD = "The register lists 412 members, being 208 full, 115 associate and 89 retired."
BAD = "The register lists 421 members, being 208 full, 115 associate and 89 retired."

# Sentences that set figures beside each other, or nest them: they divide nothing.
BESIDE = pattern_of(
    r"\b(?:than|compared|against|versus|between|average|mean|median|each|per|twice|times|rose|fell|went|increas\w*|"
    r"decreas\w+|grew|doubled|halved|previous|earlier|last (?:year|time|audit)|year before|month on month|"
    r"year on year|trend|includ\w+|mainly|mostly|chiefly|such as|among them|at least|further|out of|scored?|"
    r"ratio|respectively|target|planned|vs?)\b|£",
    re.I,
)
# Nothing behind a figure: its name stands before it.
CLOSED = pattern_of(r"\s*(?:[,;.)]|and\b|$)")
MONTHLY = re.compile(rf"\b{MONTH}\W*$", re.I)
# "29 in the first quarter, 5 in the second".
IN_TURN = re.compile(
    rf"(?: [a-z]+){{0,4}} (?:in|at|by) (?:the )?(?:first|second|third|fourth|fifth|last|next|spring|summer|"
    rf"autumn|winter|"
    rf"(?:19|20)\d\d|(?i:{MONTH}))\b"
)
OF_THINGS = pattern_of(r"(?:^|[.;:] )\W*(?:of|among|amongst) (?:the|these|those|all|our) [a-z’' -]{3,40},? $", re.I)
NO_BOTH = pattern_of(r"\b(?:no|none|neither|nobody)\b[^.;]{0,30}\b(?:both|more than one)\b[^.;]*", re.I)
PLACED = pattern_of(r" (?:[a-z’'-]+ ){0,2}?(?P<by>to|in|from|at|on|by|for|were|was) ", re.I)
PLACE_OF_ITS_OWN = re.compile(r"(?: [a-z’'-]+)?? (?P<by>to|in|from|at|on|by|for) [A-Z]")
LARGE, CLOSE, MANY, FEWEST, FEW, REACH = 100, 4, 4, 2, 2, 3


@dataclass(frozen=True)
class Divided(Parts):
    """A whole with all the other counts of its sentence. whole: the largest count told."""

    whole: int
    figure: Entry


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < FEWEST:
            continue
        for low in range(len(read.starts)):
            for high in range(low, min(low + REACH, len(read.starts))):
                own = [each for at in range(low, high + 1) for each in read.by_sentence[at]]
                if len(own) < FEWEST or not (read.by_sentence[low] and read.by_sentence[high]):
                    continue
                told = _divided(_without_nested(read, own))
                if not told:
                    continue
                words = NO_BOTH.sub("", " ".join(read.sentence(at) for at in range(low, high + 1)))
                # "172 of which were quick and 35 of which were not": each is of the whole; one of the parts nests.
                nested = len(OF_WHICH.findall(words)) not in (0, len(told.parts))
                if not nested and not any(bar.search(words) for bar in (BESIDE, OVERLAP, SEVERAL)):
                    yield from _judged(paragraph, read, told)


def _without_nested(read: Passage, own: Sequence[Entry]) -> list[Entry]:
    """Entries without those in brackets that divide the count right before: "352 went on (177 here, 175 there)"."""
    kept: list[Entry] = []
    for each in own:
        opened = opened_at(read.text, each.start)
        if opened >= 0 and kept and kept[-1].end <= opened:
            inside = [e for e in own if opened_at(read.text, e.start) == opened and e.kind == "count"]
            if len(inside) > 1 and sum(e.count for e in inside) == kept[-1].count:
                continue
        kept.append(each)
    return kept


def _divided(own: Sequence[Entry]) -> Divided | None:
    """The counts of some sentences as a whole, told first or last, and its parts."""
    if any(each.kind in ("money", "points") for each in own):
        return None
    counts = [each for each in own if each.kind == "count"]
    if counts and (
        all(MONTHLY.search(each.before) for each in counts) or all(IN_TURN.match(each.after) for each in counts)
    ):
        return None  # a figure a month: none of them is what the others make
    if not counts:
        return None
    figure = max(counts, key=lambda each: max(each.count, each.base or 0))
    whole = max(figure.count, figure.base or 0)
    others = [each for each in counts if each is not figure]
    if figure.base and figure is not counts[0]:
        return None  # "14 and 15 together make 29 of the 55": what is told before it makes its count
    if figure not in (counts[0], counts[-1]) or any(each.base for each in others) or figure.base not in (None, whole):
        return None
    # "Four centres contributed 180 patients (44; 29; ...)": how many parts there are is none.
    if figure.base and len(others) > 1 and sum(e.count for e in others) == figure.count:
        return None  # "19 of the 88 failed, 12 for wear, five for damp and two for want of a part": the first divided
    parts = [figure, *others] if figure.base else others
    named = [each for each in others if each.count == len(parts) - 1]
    if len(parts) - len(named) > FEWEST - 1 and len(named) == 1 and sum(e.count for e in parts) != whole:
        parts = [each for each in parts if each is not named[0]]
    return Divided(tuple(parts), whole, figure) if len(parts) >= FEWEST else None


def _judged(paragraph: Paragraph, read: Passage, told: Divided) -> Iterator[Finding]:
    words = "".join(read.sentences[told.parts[0].sentence : told.parts[-1].sentence + 2])
    if told.summed < told.whole and OPEN.search(words):
        return
    if not _is_slip(told) or _stands_beside(read, told) or _otherwise(read, told) or _is_one_of_them(read, told):
        return
    terms = " + ".join(printed(each.value) for each in told.parts)
    made = f"{told.summed:,}"
    why = f"{terms} = {made}, against {told.whole:,}"
    low = min(told.figure.start, told.parts[0].start)
    high = max(told.figure.end, told.parts[-1].end)
    shared = f"parts/{paragraph.line}/{told.figure.start}/{told.figure.text}"
    quote = read.text[low:high]
    yield Finding(CODE, "wrong", paragraph.where, quote, f"{told.whole:,}", made, why, shared, "likely")


def _is_slip(told: Divided) -> bool:
    """Whether the parts miss the whole by a slip, and are so many, or it so large, that chance hardly does that."""
    miss, typed = abs(told.summed - told.whole), slips(told.summed, told.whole)
    if len(told.parts) <= FEWEST and any(not each.count for each in told.parts):
        return False  # "4 in spring, 0 in summer, 3 in autumn": nothing is divided
    if not miss or (not typed and miss > FEW):
        return False
    if len(told.parts) >= MANY:
        return True
    if len(told.parts) > FEWEST:
        return miss * CLOSE <= told.whole or sorted(str(told.summed)) == sorted(str(told.whole))
    swapped = sorted(str(told.summed)) == sorted(str(told.whole))
    if _placed_alike(told) and miss * CLOSE <= told.whole:
        return True
    return told.whole >= LARGE and (swapped or miss * LARGE <= 3 * told.whole)


def _is_one_of_them(read: Passage, told: Divided) -> bool:
    """Whether the greatest is one of a list with the others, or a part is what two others make: it divides nothing."""
    parts = [each.count for each in told.parts]
    if OF_THINGS.search(read.text, 0, told.figure.start) and told.figure not in told.parts:
        return True  # "of the errors, 19 were missed doses, 12 ...": a part as the others
    if THE_FIRST.search(read.text, 0, told.figure.start) and told.figure not in told.parts:
        return True
    if len(parts) > FEWEST and any(one + two in parts for one, two in combinations(parts, 2)):
        return True
    side_by_side = [[item.entry for item in listing.items] for listing in listings(read)]
    beside = any(told.figure in each and told.parts[-2] in each for each in side_by_side)
    sized = read.text[: told.figure.start].rstrip().endswith("=")  # "(n = 80)" is a whole
    if beside and not sized and told.figure not in told.parts and CLOSED.match(read.text[told.figure.end :]):
        return True
    opened = [opened_at(read.text, each.start) for each in (told.figure, *told.parts)]
    return min(opened) >= 0 and len(set(opened)) == len(opened)


def _stands_beside(read: Passage, told: Divided) -> bool:
    """ "20 at Ash, 7 at Elm and 17 at Oak": the greatest has a place of its own, as the others have."""
    found = [PLACE_OF_ITS_OWN.match(read.text[each.end :]) for each in (told.figure, *told.parts)]
    return all(found) and len({each["by"] for each in found if each}) == 1


def _placed_alike(told: Divided) -> bool:
    """ "105 to the one arm and 106 to the other": each of two parts goes to a place of its own, the whole first."""
    found = [PLACED.match(each.after + " ") for each in told.parts]
    by = {each["by"].lower() for each in found if each}
    return all(found) and len(by) == 1 and told.figure.end <= told.parts[0].start and told.figure not in told.parts


def _otherwise(read: Passage, told: Divided) -> bool:
    """Whether the whole or a part is told rightly with other figures of the passage."""
    counts = [each for each in read.entries if each.kind == "count"]
    known = [n for each in counts for n in (each.count, each.base) if n]
    if known.count(told.whole) > 1 or is_accounted_for(told.whole, known):
        return True
    if len(told.parts) < MANY and any(known.count(each.count) > 1 for each in told.parts):
        return True
    # "Those three grounds make up 96%": the list is of some, and its share says so.
    if any(e.share and fits(told.summed, told.whole, e.share) for e in read.entries) and told.summed < told.whole:
        return True
    # "Six on the one dose (30%), four on the other (18%)": each of its own group.
    own = [e for e in (told.figure, *told.parts) if e.share]
    alone = [e.share for e in read.of_sentence(told.parts[0].sentence) if e.kind == "share" and e.share]
    if len(alone) > len(told.parts) and not any(near(e.count, told.whole, p) for e in told.parts for p in alone):
        return True
    if own and not any(e.share and near(e.count, told.whole, e.share) for e in own):
        return True
    # "31 (39%)" of those who were offered it, told before.
    if any(e.share and fits(e.count, n, e.share) for e in told.parts for n in known if n not in (told.whole, e.count)):
        return True
    # "44 (63%) here and 21 (30%) there": shares that say of what each is.
    shares = [each for each in told.parts if each.share]
    return len(shares) > 1 and all(e.share and fits(e.count, told.whole, e.share) for e in shares)
