"""Guards that every example in the checker's own docstrings prints what it says."""

import doctest
import importlib
import pkgutil

import pytest

import looped.checker

FILES = sorted(
    found.name for found in pkgutil.walk_packages(looped.checker.__path__, "looped.checker.") if not found.ispkg
)


@pytest.mark.parametrize("name", FILES)
def test_examples_print_what_they_say(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
