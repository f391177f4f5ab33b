"""Many tests, one promise: the chance that any of them claims a change that isn't there stays under the level.

>>> holm([0.01, 0.04, 0.03])
[0.03, 0.06, 0.06]
"""

from collections.abc import Sequence


def holm(p_values: Sequence[float], tests: int | None = None) -> list[float]:
    """Adjusted p values, in the order given: call a test significant where its adjusted p is under the level.

    p_values: 0 to 1; tests: size of the family where some of its tests could not be run (they count as p = 1).
    ValueError where a p lies outside 0 to 1, or the family is smaller than the list. Source: Holm 1979.
    """
    size = len(p_values) if tests is None else tests
    if size < len(p_values):
        raise ValueError("a family can't be smaller than the tests in it")
    if any(not 0 <= p <= 1 for p in p_values):
        raise ValueError("p values lie between 0 and 1")
    adjusted, highest = [0.0] * len(p_values), 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=lambda i: p_values[i])):
        highest = max(highest, min(1.0, (size - rank) * p_values[place]))
        adjusted[place] = highest
    return adjusted
