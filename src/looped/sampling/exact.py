"""The exact interval of a share when the sample is a large part of the files (more than a tenth).

>>> low, high = hypergeometric(10, 20, 100)
>>> (low, high)
(30, 70)
"""

import math
from collections.abc import Callable
from typing import NamedTuple


class Files(NamedTuple):
    """At least `low` and at most `high` of all files."""

    low: int
    high: int


def hypergeometric(hits: int, drawn: int, files: int, level: float = 0.95) -> Files:
    """How many of all the files may be such, when so many of those drawn are.

    hits: of drawn, 0 to drawn; files: all there were to draw from.  level: of the interval, between 0 and 1.
    Divide by `files` for shares. Never covers less than the level; with all files read both limits are the hits.
    Raises: ValueError where hits, drawn and files don't fit together.
    Source: Wright 1991, Exact Confidence Bounds when Sampling from Small Finite Universes: two tails of equal level.
    """
    if not (0 <= hits <= drawn <= files and drawn > 0 and 0 < level < 1):
        raise ValueError(f"{hits} of {drawn} drawn from {files} is not a sample")
    tail = (1 - level) / 2 * (1 + 1e-9)  # a chance that equals the tail is not above it, however it was rounded
    low = _edge(hits, files - drawn + hits, lambda such: 1 - _up_to(hits - 1, drawn, such, files) > tail)
    high = _edge(files - drawn + hits, hits, lambda such: _up_to(hits, drawn, such, files) > tail)
    return Files(low, high)


def _edge(start: int, end: int, plausible: Callable[[int], bool]) -> int:
    """The first plausible number from start on towards end, by halving: once plausible, plausible to the end."""
    step = 1 if end >= start else -1
    near, far = 0, abs(end - start)
    while near < far:
        middle = (near + far) // 2
        if plausible(start + step * middle):
            far = middle
        else:
            near = middle + 1
    return start + step * near


def _up_to(hits: int, drawn: int, such: int, files: int) -> float:
    """Chance of at most so many hits among those drawn, were `such` of the files so."""
    least, most = max(0, drawn - (files - such)), min(drawn, such)
    if hits >= most:
        return 1.0
    whole = _log_choose(files, drawn)
    chances = (_log_choose(such, k) + _log_choose(files - such, drawn - k) - whole for k in range(least, hits + 1))
    return math.fsum(map(math.exp, chances))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
