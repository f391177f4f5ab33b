"""The letters that any match of a pattern must have, read from the pattern itself."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from looped.checker.lexicon import COMMON, EDGE, PLANES

try:  # what Python's own compiler reads a pattern into; without it every pattern is tried
    from re import _parser as parser  # type: ignore[attr-defined]  # no stubs
except ImportError:  # pragma: no cover  # every Python that we support has it
    parser = None


MOST = 160
MANY = 400
# By its letters how much a need is worth.
WORTH = (-9.0, -1.5, 0.5, 1.5, 3.0, 4.0)
RARE = frozenset(";:/=+&[_?*•")
FAR = 400
FEW = 12
LONGEST = 64
ZERO_WIDTH = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT"))


def bare(every: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The letters of the first of several lists."""
    return _shortest([text.replace(EDGE, "") for text in every[0]]) if every else ()


def all_needs_of(source: str, flags: int, most: int = PLANES) -> list[tuple[str, ...]]:
    r"""Several such lists of letters, the most telling first: any match has one of each. EDGE: a word ends or begins.

    >>> all_needs_of(r"from \d+ [a-z]+ to \d+; so", 0)
    [('from ',), ('; so',), (' to ',)]
    """
    sure = _sure(parser.parse(source, flags)) if parser else iter(())
    telling = {_shortest(each): None for each in sure if _better(None, each)}
    return sorted(telling, key=_worth, reverse=True)[:most]


def _shortest(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts once each, without those that have another in them."""
    return tuple(each for each in dict.fromkeys(texts) if not any(o in each and each != o for o in texts))


def reach_of(source: str, flags: int) -> int | None:
    """The most characters that a match of a pattern has which ends with the text; None for other patterns.

    A run of letters, of blanks or of small words is taken to be no longer than people write it.

    >>> reach_of(r"\\b(?:no|not) $", 0), reach_of(r"\\b(?:no|not) ", 0)
    (5, None)
    """
    # Most patterns end nowhere, and reading one takes as long as compiling it.
    items = list(parser.parse(source, flags)) if parser and "$" in source else []
    if not _is_last(items):
        return None
    width = _width(items)
    return None if width is None else width + 1


def _is_last(items: Any) -> bool:
    """Whether items end where the text ends, whichever of several ways they go."""
    if not items:
        return False
    kind, given = items[-1]
    if kind.name == "BRANCH":
        return all(_is_last(list(each)) for each in given[1])
    return bool(kind.name == "AT" and given.name == "AT_END")


def _width(items: Any) -> int | None:
    """The most characters that items can stand for."""
    found = 0
    for kind, given in items:
        one = _width_of(kind.name, given)
        if one is None:
            return None
        found += one
    return found


def _width_of(kind: str, given: Any) -> int | None:
    if kind in ZERO_WIDTH:
        return 0
    if kind in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
        return 1
    if kind == "SUBPATTERN":
        return _width(given[-1])
    if kind == "BRANCH":
        widths = [_width(each) for each in given[1]]
        return None if None in widths else max(width for width in widths if width is not None)
    if kind in REPEATS:
        inner = _width(given[2])
        if inner is None or given[1] < FAR:
            return None if inner is None else inner * int(given[1])
        return None if _is_any(given[2]) else max(LONGEST, 6 * inner)
    return None


def _is_any(items: Any) -> bool:
    """Whether items stand for all but a few characters: a run of these may be a whole text."""
    return any(
        kind.name in ("ANY", "NOT_LITERAL") or (kind.name == "IN" and given[0][0].name == "NEGATE")
        for kind, given in items
    )


def _needs(items: Any) -> list[str] | None:
    """The best of what the items of a pattern, one after the other, are sure to have."""
    best: list[str] | None = None
    for each in _sure(items):
        best = _better(best, each)
    return best


def _sure(items: Any) -> Iterator[list[str]]:
    """All that the items of a pattern, one after the other, are sure to have: of each list one.

    Every run of items is tried from where one of several texts may stand: "(?:the|a)? (?:large|small) majority" has
    "majority" in all of them.
    """
    runs: list[list[str]] = [[""]]
    items = list(items)
    for at, (kind, given) in enumerate(items):
        texts = _texts(kind.name, given)
        if texts is None:
            yield from _inside(kind.name, given, _edges(items[at - 1 : at]), _edges(items[at + 1 : at + 2]))
        several = texts is None or len(texts) > 1
        runs, ended = _longer([*runs, [""]] if several else runs, texts)
        yield from ended
        runs = [*runs, [""]] if several else runs
    yield from runs


def _longer(runs: list[list[str]], texts: list[str] | None) -> tuple[list[list[str]], list[list[str]]]:
    """The runs with what may follow, and those that end here since that would be too many."""
    grown, ended = [], []
    for run in runs:
        longer = _product(run, texts)
        if longer is None:
            ended.append(run)
        elif longer not in grown:
            grown.append(longer)
    return grown, ended


def _product(run: list[str] | None, texts: list[str] | None) -> list[str] | None:
    """Each text of a run with each that may follow; None where that is too many."""
    if run is None or texts is None or len(run) * len(texts) > MOST:
        return None
    return [one + other for one in run for other in texts]


def _texts(kind: str, given: Any) -> list[str] | None:
    """All the texts that an item stands for, where these are few; None where they aren't."""
    if kind == "LITERAL":
        return [chr(given).lower()]
    if kind in ZERO_WIDTH:
        return [EDGE if kind == "AT" and given.name == "AT_BOUNDARY" else ""]
    if kind == "IN":
        return _characters(given)
    if kind == "SUBPATTERN":
        return _joined(given[-1])
    if kind == "BRANCH":
        return _every(_joined(each) for each in given[1])
    if kind in REPEATS and given[1] == 1:
        inner = _joined(given[2])
        return inner if inner is None or given[0] else ["", *inner]
    return None


def _characters(given: Any) -> list[str] | None:
    found: list[str] = []
    for kind, each in given:
        if kind.name not in ("LITERAL", "RANGE") or len(found) > FEW:
            return None
        low, high = each if kind.name == "RANGE" else (each, each)
        if high - low >= FEW:
            return None
        found += [chr(code).lower() for code in range(low, high + 1)]
    return list(dict.fromkeys(found))


def _joined(items: Any) -> list[str] | None:
    """All the texts that items one after the other stand for."""
    run: list[str] | None = [""]
    for kind, given in items:
        run = _product(run, _texts(kind.name, given))
        if run is None:
            return None
    return run


def _every(each: Iterable[list[str] | None]) -> list[str] | None:
    """What any one of several has; None where one of them is sure of nothing."""
    found: list[str] = []
    for texts in each:
        if texts is None or len(found) + len(texts) > MANY:
            return None
        found += texts
    return found


def _edges(items: Any) -> list[Any]:
    """Of the items beside another those that say that a word begins or ends there: they hold within it too."""
    return [each for each in items if each[0].name == "AT" and each[1].name == "AT_BOUNDARY"]


def _inside(kind: str, given: Any, before: list[Any], after: list[Any]) -> Iterator[list[str]]:
    """What an item is sure to have that stands for too many texts to name them. before, after: edges beside it."""
    if kind == "SUBPATTERN":
        yield from _sure([*before, *given[-1], *after])
    elif kind == "BRANCH":
        yield _every(_needs([*before, *each, *after]) for each in given[1]) or [""]
    elif kind in REPEATS and given[0] > 0:
        yield from _sure(given[2])


def _better(one: list[str] | None, other: list[str]) -> list[str] | None:
    """Of two lists the one that fewer texts have: long letters, few of them."""
    if not all(text.strip(EDGE) for text in other) or other == [" "]:
        return one
    return other if one is None or _worth(other) > _worth(one) else one


def _worth(texts: Sequence[str]) -> float:
    least = min(map(_telling, (text.replace(EDGE, "").strip() for text in texts)))
    return least - len(set(texts)) / 40


def _telling(text: str) -> float:
    """How much letters tell: small words stand in every text."""
    if text in COMMON:
        return -1.0
    return 1.0 if text in RARE else WORTH[min(len(text), len(WORTH) - 1)]
