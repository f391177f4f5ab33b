"""Guards that every example in the statistics' own docstrings prints what it says."""

import doctest
import importlib
import pkgutil
import warnings

import pytest

import looped.stats

FILES = sorted(found.name for found in pkgutil.iter_modules(looped.stats.__path__))


@pytest.mark.parametrize("name", FILES)
def test_examples_print_what_they_say(name):
    module = importlib.import_module(f"looped.stats.{name}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert doctest.testmod(module).failed == 0
