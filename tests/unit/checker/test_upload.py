"""An uploaded document: findings and a page, and nothing left behind."""

import tempfile
from pathlib import Path

import pytest

from looped.checker import check_upload
from looped.errors import UnreadableError


def test_an_upload_gives_its_findings_and_their_page_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    found, page = check_upload("Board report.TXT", b"In May, 7 of 30 audits (27%) were poor.\n")

    assert [(each.verdict, each.expected) for each in found] == [("wrong", "23%")]
    assert "7 of 30 audits (27%)" in page
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_told_without_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(UnreadableError, match="^This document: this kind of file can't be checked"):
        check_upload("../../etc/passwd.exe", b"MZ")

    assert list(tmp_path.iterdir()) == []
