"""Patterns as Python compiles them, kept in a file beside this one: a long text is met by 1,600 patterns at first.

Compiling these takes longer than reading a hundred pages does. The file is written with what patterns need
(`needed.py`), and is only read by a Python whose compiler is the one that wrote it; a pattern that it hasn't, or that
Python won't take from it, is compiled.
"""

import marshal
import re
import sys
import zlib
from array import array
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from looped.checker.needed import key_of

try:  # what Python's own compiler makes of a pattern, and makes a pattern of; without it every pattern is compiled
    from re import _compiler as compiler  # type: ignore[attr-defined]  # no stubs
    from re import _parser as parser  # type: ignore[attr-defined]  # no stubs
except ImportError:  # pragma: no cover  # every Python that we support has it
    compiler = parser = None

FILE = Path(__file__).with_name("ready.bin")
# The words of a compiled pattern.
WORD = "I"
# Flags, groups, their names, and the compiled words.
Made = tuple[int, int, dict[str, int], bytes]


def compiled(source: str, flags: int) -> re.Pattern[str]:
    """A pattern, made of what was kept of it where that can be."""
    made = _all().get(key_of(source, flags))
    if made is not None:
        with suppress(Exception):
            return _pattern(source, made)
    return re.compile(source, flags)


def made_of(source: str, flags: int) -> Made:
    """What Python compiles a pattern to."""
    parsed = parser.parse(source, int(flags))
    words = array(WORD, compiler._code(parsed, int(flags)))
    state = parsed.state
    return int(flags) | state.flags, state.groups - 1, dict(state.groupdict), zlib.compress(words.tobytes())


def _pattern(source: str, made: Made) -> re.Pattern[str]:
    flags, groups, names, words = made
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    code = array(WORD, zlib.decompress(words)).tolist()
    found: re.Pattern[str] = compiler._sre.compile(source, flags, code, groups, names, tuple(numbered))
    return found


def written(patterns: Iterable[tuple[str, int]]) -> bytes:
    """The content of the file for patterns, each with source and flags."""
    if compiler is None:  # pragma: no cover
        return marshal.dumps((_python(), {}))
    return marshal.dumps((_python(), {key_of(*each): made_of(*each) for each in patterns}))


def _python() -> str:
    """Which Python's compiled patterns are read: of another they may mean something else."""
    return f"{sys.version} {getattr(compiler, 'MAGIC', 0)} {array(WORD).itemsize} {sys.byteorder}"


@cache
def _all() -> dict[str, Made]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        python, read = marshal.loads(FILE.read_bytes())  # noqa: S302  # written at set-up, as Python keeps its own modules
        if python == _python():
            found: dict[str, Made] = read
            return found
    return {}


__all__ = ["FILE", "compiled", "made_of", "written"]
