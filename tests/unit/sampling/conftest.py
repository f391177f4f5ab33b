"""The worked examples with known answers."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "vectors"


@pytest.fixture
def vector():
    """The worked example of this id, as read."""
    return lambda name: json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def ids_of():
    """The ids of all worked examples of an area."""
    return lambda area: {path.stem for path in FOLDER.glob(f"{area}*.json")}
