"""Shares of several groups, told in one place and counted in the same order in another: one fits and one doesn't."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.telling_words import stems, weight
from looped.checker.tellings import Telling, any_sums_up, tellings

CODE = "told-in-order"
MESSAGE = "Shares of several groups told in one place are those that another place counts."
GOOD = (
    "Abstract. Fleece was clean in 60% on hill farms and 25% on lowland farms.\n\n"
    "Results. On hill farms 30 of 50 sheep had clean fleece, on lowland farms 11 of 44."
)
BAD = (
    "Abstract. Fleece was clean in 66% on hill farms and 25% on lowland farms.\n\n"
    "Results. On hill farms 30 of 50 sheep had clean fleece, on lowland farms 11 of 44."
)

LEAST, MOST = 2, 5


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with shares alone against each other sentence with as many, of which all but one fit."""
    told = context.once(tellings) if context.once(any_sums_up) else ()
    runs = [list(group) for _, group in groupby(told, key=lambda each: each.place)]
    lists = [run for run in (_with_reach(each) for each in runs) if LEAST <= len(run) <= MOST]
    of_length: dict[tuple[int, bool], list[list[Telling]]] = {}
    for each in lists:
        of_length.setdefault((len(each), each[0].sums), []).append(each)
    for stated in lists:
        if any(each.entry.kind != "share" for each in stated):
            continue
        # One of the two stands in a part that sums up.
        others = [*of_length.get((len(stated), True), [])]
        others += of_length.get((len(stated), False), []) if stated[0].sums else []
        found = [other for other in others if other is not stated and _are_alike(stated, other)]
        odd = [at for other in found for at in [_odd(stated, other)] if at is not None]
        if len(found) == 1 and odd and not _is_told(told, stated[odd[0]]):
            yield _finding(stated[odd[0]], found[0][odd[0]])


def _with_reach(run: Sequence[Telling]) -> list[Telling]:
    return [each for each in run if each.reach and each.entry.kind != "said"]


def _are_alike(stated: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Whether two sentences tell of as many groups in the same words, one of them in a part that sums up."""
    one, two = stated[0], other[0]
    return one.part != two.part and weight(stems(one.sentence) & stems(two.sentence)) >= LEAST


def _odd(stated: Sequence[Telling], other: Sequence[Telling]) -> int | None:
    """Which of the shares doesn't fit, where all the others do."""
    apart = [at for at, (a, b) in enumerate(zip(stated, other, strict=True)) if not _fit(a, b)]
    return apart[0] if len(apart) == 1 else None


def _fit(one: Telling, other: Telling) -> bool:
    a, b = one.reach, other.reach
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _is_told(told: Sequence[Telling], stated: Telling) -> bool:
    """Whether anything else in the document gives the share."""
    return any(_fit(each, stated) for each in told if each is not stated and each.entry.kind != "said")


def _finding(stated: Telling, counted: Telling) -> Finding:
    entry = counted.entry
    told = f"{entry.count} of {counted.base}" if counted.is_count else entry.text
    shown = f"{float(counted.reach[0] * 100):.1f}%" if counted.reach and counted.is_count else entry.text
    why = f"“{counted.sentence.strip()}” has {told} here" + (f", {shown}" if counted.is_count else "")
    slip = f"{CODE}/{stated.paragraph.line}/{stated.entry.start}"
    where = stated.paragraph.where
    return Finding(CODE, "wrong", where, stated.entry.text, stated.entry.text, shown, why, slip, "likely")
