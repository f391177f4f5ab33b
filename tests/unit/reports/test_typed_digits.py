"""No number is typed into a report: sections hold figures, never digits in their words."""

import ast
import re
from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[3] / "src/looped/reports"
FILES = sorted([*(REPORTS / "sections").glob("*.py"), *(REPORTS / n for n in ("tables.py", "wording.py", "change.py"))])
# The level of every interval is one constant of the method, named in words.
ALLOWED = re.compile(r"95%")


def texts(path: Path) -> list[str]:
    """Every string constant of a file but docstrings."""
    tree = ast.parse(path.read_text())
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_of_the_report_hold_no_digit(path):
    """A typed digit is a number that nothing derives and nothing checks."""
    typed = [text for text in texts(path) if re.search(r"\d", ALLOWED.sub("", text))]

    assert typed == []


def test_the_guard_sees_a_typed_digit(tmp_path):
    """The guard itself would go red."""
    page = tmp_path / "page.py"
    page.write_text('"""Doc 1."""\nX = f"{a} of 77 audits"\n')

    assert [text for text in texts(page) if re.search(r"\d", text)] == [" of 77 audits"]
