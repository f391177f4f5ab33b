"""The house's own rules, read off the code."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "looped"


def test_every_dependency_says_what_it_is_for():
    """A dependency without a comment is one that nobody can drop."""
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    names = [line for line in lines if re.match(r'^  "[a-zA-Z0-9_.\[\]-]+(\[.*\])?[<>=]=?', line)]

    bare = [line for line in names if "#" not in line]

    assert len(names) > 20
    assert bare == []


def test_lock_files_hold_hashes_and_no_address():
    """Locked versions come with hashes; where they come from is each machine's own business."""
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()

        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|index-url|find-links", text), lock.name


def test_every_locked_group_holds_what_the_project_asks_for():
    """run.txt is what the product needs, dev.txt more than that."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    needed = {re.split(r"[\[<>=]", name)[0] for name in project["project"]["dependencies"]}
    wanted = {re.split(r"[\[<>=]", name)[0] for name in project["dependency-groups"]["dev"]}
    run = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements/run.txt").read_text(), re.M))
    dev = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements/dev.txt").read_text(), re.M))

    assert needed <= run
    assert needed | wanted <= dev


def test_heavy_libraries_are_imported_inside_functions():
    """No command and no page waits for an import it doesn't use."""
    heavy = {"duckdb", "scipy", "altair", "vl_convert", "typst", "docx", "python_calamine", "xlsxwriter"}
    heavy |= {"jinja2", "pdfplumber", "lxml", "pandas", "pyarrow", "statsmodels"}
    found = []
    # What every page is drawn with, and no command imports.
    pages = {SOURCE / "web" / "components.py", SOURCE / "web" / "environment.py"}
    for path in set(SOURCE.rglob("*.py")) - pages:
        text = path.read_text()
        if not any(name in text for name in heavy):
            continue
        for node in ast.parse(text).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            found += [f"{path.name}: {name}" for name in names if name.split(".")[0] in heavy]

    assert found == []


def test_every_make_target_of_the_readme_exists():
    """The README's commands can be typed."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    named = set(re.findall(r"`?make ([a-z]+)", (ROOT / "README.md").read_text()))

    assert named - targets == set()


def test_decisions_are_dated_and_numbered_once():
    """A decision can be found by its number and read with its date."""
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [page.name[:4] for page in pages]

    assert len(numbers) == len(set(numbers))
    assert all(re.search(r"^Date: \d{4}-\d\d-\d\d$", page.read_text(), re.M) for page in pages)
