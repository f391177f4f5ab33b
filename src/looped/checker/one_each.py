"""A list whose items are told one a sentence: "For sails, the score was 86%. For ropes, the score was 72%. ..."."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from looped.checker.item_names import COMMON, stems_of
from looped.checker.listing import Listing, Named, is_limit, near, value_of
from looped.checker.prose import Entry, Passage

# What a sentence may say of any list.
PLAIN = stems_of(
    "areas looked examined audited covered tested measured checked assessed reviewed inspected results performance "
    "performed performing scoring standards measures aspects themes topics domains questions items parts sections "
    "categories overall clear clearly share proportion rate percentage number level figure sites wards teams homes "
    "places groups units branches services had emerged proved remained stood this these all everywhere among highest "
    "lowest strongest weakest best worst therefore thus again common uptake value count"
)
FEWEST, LONGEST = 3, 4


@lru_cache(maxsize=8192)
def told_one_each(read: Passage) -> tuple[Listing, ...]:
    """The lists of which each sentence tells one item, in words of which only the name is another.

    >>> from looped.checker.prose import passage
    >>> text = "For sails, scores were 86%. Scores for ropes were 72%. Pumps: scores were 58%. The weakest was pumps."
    >>> [each.shown for each in told_one_each(passage(text))]
    ['sails 86%, ropes 72%, Pumps 58%']
    """
    return tuple(found for run in _runs(read) if (found := _listing(read, run)))


def near_or_apart(read: Passage, sentence: int, reach: int = 1) -> list[Listing]:
    """The lists beside a sentence; where there is none those that are told one item a sentence."""
    return near(read, sentence, reach) or [e for e in told_one_each(read) if sentence not in _sentences(e)]


def _sentences(listing: Listing) -> range:
    return range(listing.items[0].entry.sentence, listing.items[-1].entry.sentence + 1)


def _runs(read: Passage) -> Iterator[list[Entry]]:
    """Figures of one kind, each the only one of its sentence, one sentence behind the other."""
    told = [_alone(read, at) for at in range(len(read.starts))]
    for _, group in groupby(told, key=lambda each: each and _kind(each)):
        run = [each for each in group if each]
        if len(run) >= FEWEST:
            yield run


def _alone(read: Passage, at: int) -> Entry | None:
    own = read.of_sentence(at)
    return own[0] if len(own) == 1 and not is_limit(read.quiet, own[0].start) else None


def _kind(each: Entry) -> tuple[str, str, bool, bool]:
    return each.kind, each.unit, bool(each.base), bool(each.share)


def _listing(read: Passage, run: Sequence[Entry]) -> Listing | None:
    told = [_words(read, each) for each in run]
    alike = frozenset.intersection(*told)
    own = [(words - alike) - COMMON or words - alike for words in told]
    # Each tells what the others tell, and has a name that none of them has.
    apart = all(own) and len(frozenset().union(*own)) == sum(map(len, own))
    if not alike or not apart or max(map(len, own)) > LONGEST:
        return None
    items = tuple(
        Named(each, _name(read, each, words), words, value_of(each), words)
        for each, words in zip(run, own, strict=True)
    )
    start, last = read.starts[run[0].sentence], run[-1].sentence
    return Listing(items, start, read.starts[last] + len(read.sentence(last).rstrip()), run[0].sentence)


def _words(read: Passage, each: Entry) -> frozenset[str]:
    """The telling words of a sentence, without its figure."""
    text = read.sentence(each.sentence)
    low = each.start - read.starts[each.sentence]
    return stems_of(f"{text[:low]} {text[low + len(each.text) :]}")


def _name(read: Passage, each: Entry, words: frozenset[str]) -> str:
    """The words of a sentence that are its own, as they stand there."""
    said = [word.strip(".,;:()") for word in read.sentence(each.sentence).split()]
    return " ".join(word for word in said if stems_of(word) & words)


def says_more(read: Passage, listing: Listing, hit: Named, sentence: str, said: str) -> bool:
    """Whether a sentence that calls an item of such a list first or last speaks of something else than the list."""
    if listing not in told_one_each(read):
        return False
    alike = frozenset.intersection(*(_words(read, each.entry) for each in listing.items))
    return bool(stems_of(sentence) - stems_of(said) - alike - hit.words - stems_of(hit.name) - COMMON - PLAIN)


__all__ = ["near_or_apart", "says_more", "told_one_each"]
