"""Names for sheets: from tables' codes, valid for Excel, no two alike."""

import re

from looped.renderers.words import line
from looped.reports.nodes import Table

LONGEST = 31
TAKEN = ("contents", "text", "history")


def sheet_names(tables: list[Table]) -> list[str]:
    """A name for each table's sheet, of at most 31 letters, none of []:*?/\\\\ and no apostrophe; unique in any case.

    >>> sheet_names([Table("grades/overall", "", ()), Table("grades/overall", "", ())])
    ['grades overall', 'grades overall 2']
    """
    taken = set(TAKEN)
    names: list[str] = []
    for table in tables:
        wanted = _safe(table.code) or _safe(line(table.title)) or "Table"
        names.append(_free(wanted, taken))
        taken.add(names[-1].lower())
    return names


def _safe(words: str) -> str:
    return re.sub(r"[^\w ().,%-]+", " ", words.replace("_", " ")).strip(" '")[:LONGEST].strip()


def _free(wanted: str, taken: set[str]) -> str:
    number = 1
    name = wanted
    while name.lower() in taken:
        number += 1
        ending = f" {number}"
        name = wanted[: LONGEST - len(ending)] + ending
    return name
