"""The example quarter's report on paper: no page is nearly empty, and the contents name the pages."""

import re
import subprocess
from datetime import datetime
from pathlib import Path

import pdfplumber
import pytest

from looped.publishing.making import make
from looped.publishing.request import Request

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parents[3] / "examples/returns-2024-25-q1.xlsx"
# Below this part of a page stands its foot.
FOOT = 0.93


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("paper")
    moment = datetime(2024, 7, 31, 22, 59, 59)
    make(Request(str(EXAMPLE), "2024-04", "2024-06", moment, made, formats=("pdf", "docx")))
    return made


def lowest(page):
    """How far down a page its last words or lines are, its foot left out."""
    found = [
        each["bottom"] / page.height for kind in ("chars", "rects", "lines", "curves") for each in getattr(page, kind)
    ]
    return max(each for each in found if each < FOOT)


def test_no_page_but_the_last_is_nearly_empty(folder):
    """A section that must begin a page left three quarters of one empty."""
    with pdfplumber.open(folder / "report.pdf") as pdf:
        filled = [lowest(page) for page in pdf.pages[:-1]]

    assert [(number, round(part, 2)) for number, part in enumerate(filled, 1) if part < 0.4] == []


def test_what_is_said_of_targets_is_so_of_each(folder):
    """One of them is in no chart, so that they are drawn isn't said."""
    with pdfplumber.open(folder / "report.pdf") as pdf:
        words = " ".join(page.extract_text() for page in pdf.pages)

    assert "Target: Families heard, 67%" in words
    assert "Baselines and targets, as they were set." in words


def test_the_word_file_s_contents_name_the_pages(folder, tmp_path):
    """As an office suite fills the fields when it opens the file."""
    place = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = ["soffice", place, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*words, str(folder / "report.docx")], check=True, capture_output=True, timeout=300)
    with pdfplumber.open(tmp_path / "report.pdf") as pdf:
        pages = [page.extract_text() for page in pdf.pages]

    entries = re.findall(r"^(.+?)\.{3,}(\d+)$", pages[1], re.MULTILINE)
    assert len(entries) == 29
    assert [title for title, number in entries if f"\n{title}\n" not in f"\n{pages[int(number) - 1]}\n"] == []
