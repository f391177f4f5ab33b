"""A SOURCE as typed, opened."""

from contextlib import closing
from datetime import datetime

import pysqlite3
import pytest
from tests.engines.loading import into_parquet, into_sqlite
from tests.factories import World

from looped.errors import UnreadableError
from looped.publishing.opening import embedded_database, open_for

LATER = datetime(2030, 1, 1)
RETURNS = "Audit,Month,Overall grade,Plans\nA1,2024-04,Good,Good\nA2,2024-04,Splendid,Good\n"


def audits_in(opened):
    return sum(row.number for row in opened.count(LATER).counts if row.part == "audit")


def test_a_workbook_is_read_and_its_rows_handed_over(tmp_path):
    """With its words, its problems and its checksum; one bad row is one refused."""
    path = tmp_path / "returns.csv"
    path.write_text(RETURNS)
    opened = open_for(str(path))

    assert audits_in(opened) == 1
    assert (opened.refused, opened.title, len(opened.checksum)) == (1, "returns.csv", 64)
    assert [(problem.row, problem.level) for problem in opened.problems if problem.level == "refused"] == [
        (3, "refused")
    ]


def test_a_folder_is_counted_where_it_lies(tmp_path):
    """Nothing is read before it is counted."""
    into_parquet(tmp_path, World().audit("1").rows())
    opened = open_for(str(tmp_path))

    assert (opened.what, opened.problems, opened.refused) == (str(tmp_path), (), 0)
    assert audits_in(opened) == 1


@pytest.mark.parametrize("source", ["postgresql:///x", "spark:/somewhere", "sqlite:///x", "record.sqlite3"])
def test_an_address_is_kept_as_it_is(source):
    """It is opened when it is counted."""
    assert open_for(source).what == source


def test_without_a_source_the_embedded_database_is_counted(tmp_path, monkeypatch):
    """LOOPED_HOME says where it is; without it, ./looped-data."""
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path))
    with closing(pysqlite3.connect(tmp_path / "looped.sqlite3")) as connection:
        into_sqlite(connection, World().audit("1").rows())

    assert audits_in(open_for(None)) == 1
    monkeypatch.delenv("LOOPED_HOME")
    assert str(embedded_database()) == "looped-data/looped.sqlite3"


def test_without_a_source_and_a_database_it_says_what_to_do(tmp_path, monkeypatch):
    """Name a workbook, or import one."""
    monkeypatch.setenv("LOOPED_HOME", str(tmp_path / "none"))

    with pytest.raises(UnreadableError, match="Name a workbook of returns, or take one in with `looped import`"):
        open_for(None)


def test_a_workbook_that_is_not_there_is_said(tmp_path):
    """By name."""
    with pytest.raises(UnreadableError, match=r"none\.xlsx"):
        open_for(str(tmp_path / "none.xlsx"))
