"""The worked examples with known answers, and how an answer is compared: every leaf of what is expected."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import settings

# The first example of a test may import scipy: no test may depend on speed.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

FOLDER = Path(__file__).parents[2] / "vectors"


@pytest.fixture
def vector():
    """The worked example of this id, as read."""
    return lambda name: json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def ids_of():
    """The ids of all worked examples of an area: a, b, e ..."""
    return lambda area: {path.stem for path in FOLDER.glob(f"{area}*.json")}


@pytest.fixture
def differences():
    """Where an answer differs from what is expected; `wider` gives a leaf, by its path, a tolerance of its own."""

    def walk(found, expected, tolerance, wider, path=""):
        if isinstance(expected, dict):
            missing = [f"{path}/{key}: no answer" for key in expected if key not in found]
            return missing + [
                line
                for key, value in expected.items()
                if key in found
                for line in walk(found[key], value, tolerance, wider, f"{path}/{key}")
            ]
        if isinstance(expected, list):
            if len(found) != len(expected):
                return [f"{path}: {len(found)} answers, not {len(expected)}"]
            return [
                line
                for place, value in enumerate(expected)
                for line in walk(found[place], value, tolerance, wider, f"{path}/{place}")
            ]
        if isinstance(expected, str):
            return [] if found == expected else [f"{path}: {found!r}, not {expected!r}"]
        close = math.isclose(found, expected, rel_tol=0, abs_tol=wider.get(path, tolerance))
        return [] if close else [f"{path}: {found}, not {expected}"]

    def compare(found, expected, tolerance, **wider):
        return walk(found, expected, tolerance, {f"/{key}": value for key, value in wider.get("wider", {}).items()})

    return compare
