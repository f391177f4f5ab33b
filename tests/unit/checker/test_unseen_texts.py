"""Guards the checker on sentences and small tables in six manners of report, each with one known error or none.

`sentences.json` was written before its writer had read any rule. `mended_on.json` was written blind in six parts; after
each part the rules were mended on what they had missed, so it measures what is kept, not what a new text would show.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from looped.checker import check_bytes
from looped.checker.judging import judge
from looped.checker.readers.text import read

FOLDER = Path(__file__).parents[2] / "checker_texts"
TEXTS: list[dict[str, Any]] = json.loads((FOLDER / "sentences.json").read_text(encoding="utf-8"))
MENDED: list[dict[str, Any]] = json.loads((FOLDER / "mended_on.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", TEXTS, ids=range(len(TEXTS)))
def test_each_text_is_judged_as_labelled_or_named_as_missed(row: dict[str, Any]) -> None:
    """The corpus names the errors that are not found yet, so none is lost unseen."""
    found = check_bytes(".txt", f"{row['text']}\n".encode())
    assert row["not_yet_found"] or bool(found) == (row["label"] == "wrong")


@pytest.mark.slow
def test_no_true_text_is_called_wrong() -> None:
    """A false alarm costs more trust than a miss."""
    assert [row["text"] for row in MENDED if row["label"] == "true" and _is_wrong(row["text"])] == []


@pytest.mark.slow
def test_what_was_found_is_found_still() -> None:
    """At least 95 in 100 of the planted errors."""
    planted = [row["text"] for row in MENDED if row["label"] == "wrong"]
    missed = [text for text in planted if not _is_wrong(text)]

    assert len(planted) > 150
    assert len(missed) <= 0.05 * len(planted), missed


def _is_wrong(text: str) -> bool:
    return any(finding.verdict == "wrong" for finding in judge(read(text)).findings)
