"""The examples in docstrings of sampling hold."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("name", ["allocation", "draw", "exact", "looped", "size"])
def test_examples_in_docstrings_hold(name):
    found = doctest.testmod(import_module(f"looped.sampling.{name}"))

    assert (found.failed, found.attempted > 0) == (0, True)
