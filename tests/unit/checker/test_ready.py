"""Patterns that were compiled beforehand are the very ones that Python compiles."""

import marshal
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from looped.checker import ready
from looped.checker.patterns import SHELF
from looped.checker.rules import rules

SOURCES = ((r"\b(?P<up>rose|grew) by (?P<n>\d+)(?P=n)?", re.I), (r"(?-i:May|June) \d\d$", re.I), (r"[^.;]*(x)?", 0))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An own file in place of the one that was written at set-up."""
    monkeypatch.setattr(ready, "FILE", tmp_path / "ready.bin")
    ready._all.cache_clear()
    yield tmp_path / "ready.bin"
    ready._all.cache_clear()


def test_every_pattern_is_kept_as_python_compiles_it() -> None:
    """Guards that no pattern of a rule is another one once it is made of what is kept."""
    rules()
    for each in SHELF.patterns[::7]:
        made = ready.made_of(each.pattern, each.flags)
        assert ready._pattern(each.pattern, made) == re.compile(each.pattern, each.flags)


def test_what_was_written_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards that nothing is compiled which is kept, and that its groups keep their names."""
    file.write_bytes(ready.written(SOURCES))
    expected = [re.compile(*each) for each in SOURCES]
    monkeypatch.setattr(re, "compile", lambda *_: None)
    found = [ready.compiled(*each) for each in SOURCES]
    assert found == expected
    assert [each.groupindex for each in found] == [each.groupindex for each in expected]
    assert found[0].search("it GREW by 4", 2)["up"] == "GREW"  # type: ignore[index]  # it is there


@pytest.mark.parametrize("content", [b"", b"no file of ours", marshal.dumps(3), None, "another Python", "spoilt"])
def test_without_a_file_of_this_python_patterns_are_compiled(content: bytes | str | None, file: Path) -> None:
    """Guards that a file that is missing, spoilt or another Python's costs time only."""
    python, kept = marshal.loads(ready.written(SOURCES))
    if content == "another Python":
        content = marshal.dumps(("2.7", kept))
    elif content == "spoilt":
        content = marshal.dumps((python, {key: (*made[:3], b"x") for key, made in kept.items()}))
    if isinstance(content, bytes):
        file.write_bytes(content)
    assert [ready.compiled(*each) for each in SOURCES] == [re.compile(*each) for each in SOURCES]
