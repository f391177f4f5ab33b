"""Who reads what in a looped round: pairs that link all auditors, fair shares of work, no conflict of interest.

Auditors can only be compared through audits that two of them read. So each looped round is built on a ring: every
auditor reads with two neighbours, then across the ring, until each has three looped audits with two others.
Everything follows from the seed by SHA-256, as in `draw`.

>>> plan = assign([f"C{n}" for n in range(12)], ["P", "Q", "R", "S"], looped=6, seed="7")
>>> plan.links.linked, len([one for one in plan.readings if one.second])
(True, 6)
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EACH_READS, WITH_OTHERS = 3, 2
# Rings tried before conflicts of interest are taken to forbid linking all.
TRIES = 40
Conflict = tuple[str, str]


@dataclass(frozen=True)
class Reading:
    """Who reads a case: second is None for a single audit."""

    case: str
    lead: str
    second: str | None = None


@dataclass(frozen=True)
class Links:
    """Whether severity can be compared between all auditors; if not, why, in a sentence."""

    linked: bool
    why_not: str = ""


@dataclass(frozen=True)
class Short:
    """An auditor with too few looped audits to be compared: how many, and with how many others."""

    auditor: str
    audits: int
    others: int


@dataclass(frozen=True)
class Plan:
    """Readings in the order of the cases given, and whether they link the auditors."""

    readings: tuple[Reading, ...]
    links: Links


def assign(
    cases: Sequence[str], auditors: Sequence[str], *, looped: int, seed: str, conflicts: Collection[Conflict] = ()
) -> Plan:
    """Auditors for each case, `looped` of the cases read by two.

    conflicts: (auditor, case) pairs that must not meet.
    Raises: ValueError where a name is doubled, there are too few cases or auditors, or nobody may read a case.
    """
    if len(set(cases)) < len(cases) or len(set(auditors)) < len(auditors):
        raise ValueError("each case and each auditor is listed once")
    if not 0 <= looped <= len(cases) or len(auditors) < (2 if looped else 1):
        raise ValueError(f"{looped} looped audits of {len(cases)} cases can't be read by {len(auditors)} auditors")
    barred = frozenset(conflicts)
    best: Plan | None = None
    for attempt in range(TRIES):
        pairs = _matched(cases, _ring(auditors, looped, f"{seed}|{attempt}"), barred, f"{seed}|{attempt}")
        readings = _with_singles(cases, auditors, pairs, barred, seed)
        plan = Plan(readings, links(readings, auditors))
        if len(pairs) == looped and plan.links.linked:
            return plan
        best = max(best or plan, plan, key=_double_read)
    assert best is not None
    return best


def links(readings: Iterable[Reading], auditors: Sequence[str]) -> Links:
    """Whether all auditors are linked, each with at least 3 looped audits and at least 2 others."""
    read = tuple(readings)
    for one in short_of(read, auditors):
        return Links(
            False,
            f"Severity can't be compared: {one.auditor} has {one.audits} looped audits with {one.others} others, and "
            f"needs {EACH_READS} with {WITH_OTHERS}.",
        )
    groups = linked_groups(read, auditors)
    if len(groups) > 1:
        first, second = groups[0][0], groups[1][0]
        return Links(False, f"Severity can't be compared: no chain of looped audits links {first} and {second}.")
    return Links(True)


def short_of(readings: Iterable[Reading], auditors: Sequence[str]) -> tuple[Short, ...]:
    """Whoever of the auditors has fewer than 3 looped audits, or with fewer than 2 others, in their order."""
    partners: dict[str, list[str]] = {auditor: [] for auditor in auditors}
    for one, other in _pairs(readings):
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)
    found = [Short(auditor, len(partners[auditor]), len(set(partners[auditor]))) for auditor in auditors]
    return tuple(each for each in found if each.audits < EACH_READS or each.others < WITH_OTHERS)


def linked_groups(readings: Iterable[Reading], auditors: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The auditors in groups linked by chains of looped audits, each in the order given; whoever has none is alone."""
    pairs = _pairs(readings)
    left = list(auditors)
    groups: list[tuple[str, ...]] = []
    while left:
        reached = _reached(pairs, left[0])
        groups.append(tuple(auditor for auditor in left if auditor in reached))
        left = [auditor for auditor in left if auditor not in reached]
    return tuple(groups)


def _pairs(readings: Iterable[Reading]) -> list[tuple[str, str]]:
    return [(one.lead, one.second) for one in readings if one.second is not None]


def _reached(pairs: Sequence[tuple[str, str]], start: str) -> set[str]:
    reached, fresh = {start}, {start}
    while fresh:
        fresh = {b for pair in pairs for a, b in (pair, pair[::-1]) if a in fresh} - reached
        reached |= fresh
    return reached


def _double_read(plan: Plan) -> tuple[bool, int]:
    return plan.links.linked, sum(one.second is not None for one in plan.readings)


def _ring(auditors: Sequence[str], looped: int, seed: str) -> list[tuple[str, str]]:
    """Pairs of auditors: neighbours around the ring first, then ever farther ones, so that work stays even."""
    around = sorted(auditors, key=lambda name: _key(seed, name))
    size = len(around)
    strides = [1] if size < 4 else [1, *_across(size)]
    pairs: list[tuple[str, str]] = []
    while len(pairs) < looped:
        for stride in strides:
            half = size // 2 if 2 * stride == size else size
            pairs += [(around[n], around[(n + stride) % size]) for n in range(half)]
    return pairs[:looped]


def _across(size: int) -> list[int]:
    """Strides after the first: the widest next, for it gives each auditor a third audit in the fewest readings."""
    return sorted(range(2, size // 2 + 1), reverse=True)


def _matched(
    cases: Sequence[str], pairs: Sequence[tuple[str, str]], barred: frozenset[Conflict], seed: str
) -> dict[str, tuple[str, str]]:
    """A case for each pair, neither of whom it is barred to, for as many pairs as can be; lead by the key."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    if not pairs:
        return {}
    shuffled = sorted(cases, key=lambda case: _key(seed, case))
    free = [[int((a, case) not in barred and (b, case) not in barred) for case in shuffled] for a, b in pairs]
    found = maximum_bipartite_matching(csr_array(free), perm_type="column")
    return {
        shuffled[place]: pair if int(_key(seed, shuffled[place], *pair), 16) % 2 else pair[::-1]
        for pair, place in zip(pairs, found.tolist(), strict=True)
        if place >= 0
    }


def _with_singles(
    cases: Sequence[str],
    auditors: Sequence[str],
    pairs: dict[str, tuple[str, str]],
    barred: frozenset[Conflict],
    seed: str,
) -> tuple[Reading, ...]:
    """The rest go to whoever has least to read; cases that few may read go first."""
    load = Counter(auditor for pair in pairs.values() for auditor in pair)
    singles: dict[str, str] = {}
    may = {case: [one for one in auditors if (one, case) not in barred] for case in cases if case not in pairs}
    for case in sorted(may, key=lambda each: (len(may[each]), _key(seed, each))):
        if not may[case]:
            raise ValueError(f"{case}: every auditor has a conflict of interest; add an auditor or draw another case")
        singles[case] = min(may[case], key=lambda one: (load[one], _key(seed, case, one)))
        load[singles[case]] += 1
    return tuple(Reading(case, *pairs[case]) if case in pairs else Reading(case, singles[case]) for case in cases)


def _key(*words: str) -> str:
    return sha256("|".join(words).encode()).hexdigest()
