"""A number told of a whole in one place, and its parts, by the names that the whole was told with, in another."""

from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.listing import Listing, listings
from looped.checker.prose import passage
from looped.checker.telling_words import stems
from looped.checker.tellings import Telling, any_sums_up, tellings

CODE = "told-in-parts"
MESSAGE = "What is told of a whole in one place is what its parts come to in another."
GOOD = "Abstract. We put 90 ewes on clover or on rye. Results. 44 ewes were put on clover and 46 on rye."
BAD = "Abstract. We put 96 ewes on clover or on rye. Results. 44 ewes were put on clover and 46 on rye."

NEAR = 8


def check(context: Context) -> Iterator[Finding]:
    """Each list of counts whose names stand together in a sentence elsewhere, with one number."""
    told = context.once(tellings) if context.once(any_sums_up) else ()
    wholes = [each for each in told if each.is_count and not each.base and each.sums and _is_alone(each)]
    words = {id(each): stems(each.sentence) for each in wholes}
    for at, paragraph in enumerate(context.document.paragraphs if wholes else ()):
        for parts in listings(passage(paragraph.text)):
            if parts.is_share or parts.items[0].entry.kind != "count" or any(each.entry.base for each in parts.items):
                continue
            names = _own_names(parts)
            found = [
                each
                for each in wholes
                if each.place != (at, parts.sentence) and all(name & words[id(each)] for name in names)
            ]
            if len(found) == 1 and _is_amiss(told, found[0], parts):
                yield _finding(found[0], parts)


def _is_alone(whole: Telling) -> bool:
    """Whether it is the one number of its sentence."""
    return sum(each.kind == "count" for each in whole.read.of_sentence(whole.place[1])) == 1


def _own_names(parts: Listing) -> list[frozenset[str]]:
    """The words that each part of a list is named by and no other: a whole's sentence must have one of each."""
    names = [stems(each.name) for each in parts.items]
    return [
        each - frozenset(w for at, o in enumerate(names) if at != place for w in o) for place, each in enumerate(names)
    ]


def _is_amiss(told: Sequence[Telling], whole: Telling, parts: Listing) -> bool:
    """Whether the parts make another number, not far off, that nothing else told accounts for."""
    summed, stated = int(sum(parts.values)), whole.entry.count
    others = {each.entry.count for each in told if each.is_count and each is not whole}
    if summed == stated or stated in others or abs(summed - stated) in others:
        return False
    return abs(summed - stated) * NEAR <= stated


def _finding(whole: Telling, parts: Listing) -> Finding:
    summed = int(sum(parts.values))
    why = f"{' + '.join(str(each) for each in parts.values)} = {summed}"
    slip = f"{CODE}/{whole.paragraph.line}/{whole.entry.start}"
    where = whole.paragraph.where
    return Finding(CODE, "wrong", where, whole.entry.text, whole.entry.text, str(summed), why, slip, "likely")
