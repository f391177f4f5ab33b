"""The manual keeps up with the product."""

import re
from pathlib import Path

from looped.cli import COMMANDS
from looped.figures.definitions import DEFINITIONS

MANUAL = Path(__file__).parents[2] / "docs/manual"


def test_every_figure_is_in_the_manual_with_its_base():
    """The page of figures is the table that the product reads, line for line."""
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", (MANUAL / "figures.md").read_text(), re.M)

    assert rows == [(each.code, each.title, each.base) for each in DEFINITIONS.values()]


def test_every_command_is_in_the_manual():
    """A command that nobody wrote about is one that nobody uses."""
    text = (MANUAL / "commands.md").read_text()

    assert [name for name in COMMANDS if f"## looped {name}" not in text] == []
