"""Which counts to withhold so that nobody can be recognised, and no withheld count be worked out from the rest.

Small counts are withheld first (primary). Others are withheld with them (complementary), as few as an integer
programme finds, over everything published: months and quarter, domains and overall. Then each withheld count is
attacked, which is the proof. All are printed alike, for a symbol of its own would tell which counts are the small ones.

>>> found = protect(crossed(["North", "South"], ["Good", "Poor"], [[9, 2], [8, 7]]))
>>> sorted(found.withheld), found.bounds["North, Poor"][1] - found.bounds["North, Poor"][0] >= 3
(['North, Good', 'North, Poor', 'South, Good', 'South, Poor'], True)
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from looped.stats.disclosure_attack import Bounds, Fact, Known, attack, crossed
from looped.stats.disclosure_programme import Wanted, fewest

__all__ = ["SYMBOL", "Known", "Protected", "attack", "crossed", "identifies", "primary", "protect", "withheld_with"]

# Printed for every withheld figure, small or not, as the Department for Education does.
SYMBOL = "c"


@dataclass(frozen=True)
class Protected:
    """withheld: names of facts, of which primary are the small ones. bounds: least and most of each, for a reader.

    exposed: small counts that readers can work out all the same, from what can't be withheld any more.
    fewest: whether no smaller choice exists.
    """

    withheld: frozenset[str]
    primary: frozenset[str]
    bounds: dict[str, Bounds]
    exposed: frozenset[str]
    fewest: bool


def protect(
    facts: Sequence[Fact],
    *,
    most: int = 4,
    zeros: bool = False,
    width: int = 3,
    known: Sequence[Known] = (),
    also: Collection[str] = (),
    seconds: float = 20.0,
) -> Protected:
    """What to withhold of these facts, and the proof.

    facts: all linked counts, those of earlier editions with `keep`.  most: the highest count that is small.
    zeros: whether 0 is small too (where a row of one grade alone would tell everyone's).  width: readers must be left
    with a range at least so wide for each small count.  known: what else readers know.  also: names of facts to be
    treated as small whatever they count.  seconds: for each group of linked facts; after that the best choice so far
    is taken, proved all the same.
    Raises: ValueError where facts contradict each other.
    Source: Fischetti and Salazar 2000; Hundepool et al. 2012, Statistical Disclosure Control, chapter 4.
    """
    small = primary(facts, most, zeros) | (frozenset(also) & {fact.name for fact in facts})
    withheld: set[str] = set()
    best = True
    for group, beside in _linked(facts, known):
        names = [fact.name for fact in group if fact.name in small and not fact.keep]
        if names:
            chosen, proved = fewest(Wanted(group, names, beside, width, seconds))
            withheld |= chosen
            best &= proved
    bounds = {}
    for group, beside in _linked(facts, known):
        inside = [fact.name for fact in group if fact.name in withheld]
        bounds.update(attack(group, withheld, inside, beside))
    narrow = {name for name in small if not _wide(bounds.get(name), width)}
    return Protected(frozenset(withheld), small, bounds, frozenset(narrow), best)


def primary(facts: Sequence[Fact], most: int = 4, zeros: bool = False) -> frozenset[str]:
    """Names of the facts whose count is small: 1 to `most`, and 0 where `zeros` says so."""
    return frozenset(fact.name for fact in facts if (0 if zeros else 1) <= fact.value <= most)


def withheld_with(derived: Mapping[str, Collection[str]], withheld: Collection[str]) -> frozenset[str]:
    """What else to withhold: each percentage, label, sentence or interval that rests on a withheld fact.

    derived: its name -> names of the facts (count and base) or of other derived figures that it rests on.

    >>> sorted(withheld_with({"% Good": ["Good", "All"], "sentence": ["% Good"], "% Poor": ["Poor"]}, {"Good"}))
    ['% Good', 'sentence']
    """
    found: set[str] = set()
    while True:
        more = {name for name, rests_on in derived.items() if name not in found and {*withheld, *found} & {*rests_on}}
        if not more:
            return frozenset(found)
        found |= more


def identifies(base: int, decimals: int = 0) -> bool:
    """Whether a rounded percentage of this base tells the count exactly, whatever it is.

    base: at least 1.  Such a percentage is to be withheld with its count.  Source: by listing all counts.

    >>> identifies(31), identifies(300)
    (True, False)
    """
    if base < 1:
        raise ValueError("a percentage needs a base")
    scale = 100 * 10**decimals
    printed = {(2 * scale * count + base) // (2 * base) for count in range(base + 1)}
    return len(printed) == base + 1


def _wide(bounds: Bounds | None, width: int) -> bool:
    return bounds is not None and (bounds[1] is None or bounds[1] - bounds[0] >= width)


def _linked(facts: Sequence[Fact], known: Sequence[Known]) -> list[tuple[list[Fact], list[Known]]]:
    """Groups of facts that share no cell: each can be protected by itself."""
    group_of: dict[str, str] = {}

    def root(cell: str) -> str:
        while group_of.setdefault(cell, cell) != cell:
            cell = group_of[cell]
        return cell

    for cells in [fact.cells for fact in facts] + [each.cells for each in known]:
        first, *others = sorted(cells)
        for other in others:
            group_of[root(other)] = root(first)
    groups: dict[str, tuple[list[Fact], list[Known]]] = defaultdict(lambda: ([], []))
    for fact in facts:
        groups[root(min(fact.cells))][0].append(fact)
    for each in known:
        groups[root(min(each.cells))][1].append(each)
    return list(groups.values())
