"""Shares printed beside a count that are of a change, or of another time, and so of no whole that is told here."""

import re

from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

MORE = pattern_of(
    r"(?:%|per ?cent)\)? (?:more|less|fewer|higher|lower|up|down|above|below|over|under|better|worse|longer|shorter|"
    r"rise|fall|increase|decrease|reduction|drop|of (?:the )?(?:previous|last)|(?:a|the) (?:year|quarter|"
    r"month) (?:ago|before|earlier)|"
    r"last (?:year|time|quarter|month)|previously)\b",
    re.I,
)
AGAINST = pattern_of(
    r"\b(?:up|down) from (?:the |just |only )?$",
    re.I,
)
FROM_TO = pattern_of(r"\bfrom\s[^.;]{1,40}?\bto (?:just |only |about |around )?$", re.I)


def is_change(read: Passage, entry: Entry) -> bool:
    """Whether a share is one of change, "40% more than (222)", or of another time: "up from 468 (3.9%)"."""
    if entry.kind == "count" and AGAINST.search(read.text[: entry.start]):
        return True
    return bool(MORE.search(read.text[entry.start : entry.end + 24]) or FROM_TO.search(read.text[: entry.start]))
