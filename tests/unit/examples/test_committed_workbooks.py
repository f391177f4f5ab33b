"""The committed workbooks are what the program makes today."""

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

EXAMPLES = Path(__file__).parents[3] / "examples"
WORKBOOKS = ("returns-2024-25-q1.xlsx", "returns-2023-24.xlsx")


def cells(path):
    """Every cell's value, by sheet."""
    return {page.title: list(page.iter_rows(values_only=True)) for page in openpyxl.load_workbook(path)}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    subprocess.run([sys.executable, EXAMPLES / "make_returns.py", "--out", folder], check=True)
    return folder


@pytest.mark.parametrize("name", WORKBOOKS)
def test_committed_workbook_has_the_cells_that_the_program_makes(made, name):
    assert cells(EXAMPLES / name) == cells(made / name)


def test_program_makes_the_same_bytes_each_time(made, tmp_path):
    subprocess.run([sys.executable, EXAMPLES / "make_returns.py", "--out", tmp_path], check=True)

    assert [(made / name).read_bytes() for name in WORKBOOKS] == [(tmp_path / name).read_bytes() for name in WORKBOOKS]
