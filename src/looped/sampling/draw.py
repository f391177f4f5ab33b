"""Seeded draws that anyone can repeat, today or in ten years, with nothing but SHA-256.

1. The frame: one line a case, `case<TAB>stratum`, lines sorted by their UTF-8 bytes, joined by line feeds.
   Its SHA-256 in hexadecimal is the *frame hash*. The order in which cases were listed doesn't matter.
2. The key of a case: SHA-256 of `seed|frame hash|case` in UTF-8, in hexadecimal.
3. Cases of a stratum in the order of their keys; the first n are drawn.

>>> found = draw({"C1": "North", "C2": "North", "C3": "South"}, {"North": 1, "South": 1}, seed="7")
>>> found == draw({"C3": "South", "C2": "North", "C1": "North"}, {"South": 1, "North": 1}, seed="7")
True
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Draw:
    """drawn: (case, stratum), by stratum in its name's order, then in the order drawn.

    Next in line within a stratum, should a file prove unusable: the case that `order` gives after the last one drawn.
    """

    seed: str
    frame_hash: str
    drawn: tuple[tuple[str, str], ...]


def draw(frame: Mapping[str, str], sizes: Mapping[str, int], *, seed: str) -> Draw:
    """A random sample within strata, the same for the same frame, sizes and seed.

    frame: stratum of each case.  sizes: how many from each stratum; none from one not named.
    Raises: ValueError where a stratum has fewer cases, or a name holds a tab or line feed.
    """
    known = frame_hash(frame)
    drawn: list[tuple[str, str]] = []
    for stratum in sorted(sizes):
        cases = order((case for case, of in frame.items() if of == stratum), known, seed)
        if not 0 <= sizes[stratum] <= len(cases):
            raise ValueError(f"{stratum}: {sizes[stratum]} of {len(cases)} cases can't be drawn")
        drawn += [(case, stratum) for case in cases[: sizes[stratum]]]
    return Draw(seed, known, tuple(drawn))


def frame_hash(frame: Mapping[str, str]) -> str:
    """SHA-256 of a frame (stratum of each case), in hexadecimal. Raises: ValueError for a tab or line feed."""
    lines = [f"{case}\t{stratum}" for case, stratum in frame.items()]
    if any(line.count("\t") != 1 or "\n" in line for line in lines):
        raise ValueError("a case or stratum holds a tab or a line feed")
    return sha256(b"\n".join(sorted(line.encode() for line in lines))).hexdigest()


def order(cases: Iterable[str], known_frame: str, seed: str) -> list[str]:
    """Cases in the order in which they would be drawn.  known_frame: the frame's hash."""
    return sorted(cases, key=lambda case: key(case, known_frame, seed))


def key(case: str, known_frame: str, seed: str) -> str:
    """The key by which a case is ordered: SHA-256 of `seed|frame hash|case`, in hexadecimal."""
    return sha256(f"{seed}|{known_frame}|{case}".encode()).hexdigest()
