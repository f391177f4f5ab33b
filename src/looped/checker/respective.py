"""The names of figures that are told in the order of these: "in Ash, Elm and Oak 4, 7 and 9 respectively"."""

import re
from collections.abc import Sequence

from looped.checker.prose import Entry, Passage


def names_in_order(read: Passage, run: Sequence[Entry]) -> list[str]:
    """The names of bare figures, told in the same order before them: "in Ash, Elm and Oak 4, 7 and 9 "
    "respectively"."""
    said = re.search(r"\b(?:respectively|in that order)\b", read.text[run[-1].end : run[-1].end + 40], re.I)
    start = read.starts[run[0].sentence]
    if not said and start:
        return []
    lead = re.sub(r"[\s(:]*$", "", read.text[start : run[0].start])
    # "The highest was in Team Two; Teams One, Two and Three reached": of the last part only.
    lead = re.split(r"[;](?=\s)", lead)[-1]
    lead = re.sub(r"\b(?:was|were|is|are|had|stood at|scored|came to|at|to)\s*$", "", lead)
    parts = [
        part
        for part in re.split(
            r",\s*(?:and\s+)?|\s+and\s+|\s+than\s+(?:in |for |among |of "
            r")?",
            lead,
        )
        if part.strip()
    ]
    if not said or len(parts) < len(run):
        return []
    # "Among cooks, porters and clerks, liking of it was": the list ends with its "and".
    joined = [
        at for at, mark in enumerate(re.findall(r",\s*(?:and\s+)?|\s+and\s+|\s+than\s+", lead), 1) if "and" in mark
    ]
    stop = joined[-1] + 1 if joined and joined[-1] >= len(run) - 1 else len(parts)
    chosen = parts[stop - len(run) : stop]
    first = " ".join(chosen[0].split()[-3:])
    last = " ".join(chosen[-1].split()[:3])
    return [first, *chosen[1:-1], last]
