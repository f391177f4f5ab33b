"""Labels of a table that are of one thing at two times."""

import re

BEFORE = re.compile(r"\b(?:baseline|before|start|first)\b", re.I)
AFTER = re.compile(r"\b(?:after|end|last|follow-?up|weeks?|months?|years?|days?)\b", re.I)


def are_of_one(one: str, other: str) -> bool:
    """Whether two labels are of one thing at two times.

    >>> are_of_one("Score, baseline", "Score, week 12"), are_of_one("Before", "After"), are_of_one("Seen", "Met")
    (True, True, False)
    """
    first, second = [re.split(r",| at |\(| [–—-] ", each, maxsplit=1)[0].strip().lower() for each in (one, other)]
    return one != other and (first == second or bool(BEFORE.search(one) and AFTER.search(other)))
