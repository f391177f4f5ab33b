"""The examples in docstrings of agreement, severity, direction and disclosure hold."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import looped.stats

ROOM = Path(looped.stats.__file__).parent
MODULES = sorted(
    path.stem for name in ("agreement", "severity", "paired", "disclosure") for path in ROOM.glob(f"{name}*.py")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    found = doctest.testmod(import_module(f"looped.stats.{name}"))

    assert found.failed == 0
