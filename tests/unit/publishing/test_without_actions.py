"""The example quarter without its sheet of actions: not recorded is not none."""

import json
from pathlib import Path

import openpyxl
import pytest

from looped.figures.moments import parse_moment
from looped.publishing.making import make
from looped.publishing.request import Request

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parents[3] / "examples" / "returns-2024-25-q1.xlsx"


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """The report's tree as its JSON file gives it."""
    folder = tmp_path_factory.mktemp("without")
    book = openpyxl.load_workbook(EXAMPLE)
    del book["Actions"]
    book.save(folder / "returns.xlsx")
    moment = parse_moment("2024-07-31")
    make(Request(str(folder / "returns.xlsx"), "2024-04", "2024-06", moment, folder, formats=("json",)))
    return json.loads((folder / "report.json").read_text())


def section(tree, title):
    """One section's words, as they stand in the file."""
    return next(json.dumps(part) for part in tree["sections"] if part["title"] == title)


def test_what_followed_is_not_recorded(tree):
    """Seven audits at Inadequate: a Board must not read that nothing was done, nor that all was."""
    words = section(tree, "Audits graded Inadequate")

    assert "What followed is not recorded in this workbook" in words
    assert words.count('"not recorded"') == 3 * 7
    assert [said for said in ("no action recorded", "All completed", "none", '"0"') if said in words] == []


def test_next_steps_say_it_too(tree):
    """Service actions stand on the same sheet."""
    assert "Service actions: not recorded in this workbook." in section(tree, "Next steps")


def test_the_first_page_says_that_it_is_not_known(tree):
    """Who isn't safe is the first thing that is asked."""
    words = section(tree, "This quarter on one page")

    assert "What followed is not recorded." in words
    assert "Ask for a record of what followed each audit graded Inadequate." in words
