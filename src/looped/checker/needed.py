"""What patterns need, kept in a file beside this one: reading it from 800 patterns anew takes most of a second.

Written by `python -m looped.checker.keeping` when the program is set up and when the wheel is built; it isn't in git.
Each pattern is kept by a digest of its source, so a file that is missing or behind costs time, never a finding.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

FILE = Path(__file__).with_name("needed.json")
Needs = Sequence[Sequence[str]]
# Counted up whenever needs are read otherwise: what an older program kept is then read anew.
READING = 2


def kept(source: str, flags: int) -> list[tuple[str, ...]] | None:
    """Lists of letters, of each of which any match has one, as kept for a pattern; None where it isn't kept."""
    found = _all().get(key_of(source, flags))
    return None if found is None else [tuple(each) for each in found]


def key_of(source: str, flags: int) -> str:
    """A pattern's name in the file: a digest, so that what is kept for one source is never taken for another's."""
    return blake2b(f"{READING}:{int(flags)}:{source}".encode(), digest_size=9).hexdigest()


def written(needs: Iterable[tuple[str, int, Needs]]) -> str:
    """The text of the file for patterns, each with source, flags and needs: a line each, by name."""
    lines = {key_of(source, flags): json.dumps(list(own)) for source, flags, own in needs}
    return "{\n" + ",\n".join(f'"{key}": {own}' for key, own in sorted(lines.items())) + "\n}\n"


@cache
def _all() -> dict[str, list[list[str]]]:
    read: dict[str, list[list[str]]] = json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    return read
