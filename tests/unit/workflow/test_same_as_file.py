"""The record tells what the file tells: every figure, at every moment, by the record's own database."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest

from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.schema import TABLES, Rows
from looped.figures.sources import open_source, source_of
from looped.publishing.causes import causes_between
from looped.publishing.restating import changes
from looped.records.models import ActionWording, FeedbackWording, Mark, PersonName
from looped.returns.reading import read_returns
from looped.rubric.loading import frameworks
from looped.workflow.erasing import erase_case
from looped.workflow.importing import import_returns

EXAMPLE = Path(__file__).parents[3] / "examples" / "returns-2024-25-q1.xlsx"
MOMENTS = [datetime(2024, 5, 20), datetime(2024, 6, 18, 12), datetime(2024, 7, 10), datetime(2024, 12, 31)]


def figures_at(source, moment):
    cube = count(source, moment, frameworks())
    return all_figures(cube, frameworks(), "2024-04", "2024-06", by="service_area")


@pytest.mark.slow
def test_a_first_load_counts_as_its_file_does(record):
    """At four moments, by service area; and the same restatements with the same causes."""
    returns = read_returns(EXAMPLE)
    import_returns(by="Q. Lead", returns=returns, history=True, now=datetime(2025, 1, 1, tzinfo=UTC))
    own = source_of(record, record.vendor)

    with open_source(returns.rows) as file:
        of_file = [figures_at(file, moment) for moment in MOMENTS]
        why_of_file = causes_between(file, MOMENTS[1], MOMENTS[2])
    of_record = [figures_at(own, moment) for moment in MOMENTS]

    known = ("planned", "not_done", "withdrawn")  # a file holds no plan
    assert [[row for row in rows if row.figure not in known] for rows in of_record] == [
        [row for row in rows if row.figure not in known] for rows in of_file
    ]
    why = causes_between(own, MOMENTS[1], MOMENTS[2])
    restated = changes(of_record[1], of_record[2], why)
    assert [each.title for each in restated if each.cause == "the way of counting changed"] == []
    assert len(restated) > 50
    assert sorted(map(str, why)) == sorted(map(str, why_of_file))


def changed(returns, name, edit):
    """The same file with one table edited, under another checksum."""
    tables = returns.rows.tables | {name: [edit(row) for row in returns.rows.tables[name]]}
    return dataclasses.replace(returns, checksum=f"{name}{edit(returns.rows.tables[name][0])}", rows=Rows(tables))


@pytest.mark.parametrize("history", [False, True])
def test_every_sheet_again_adds_nothing(sqlite_record, history):
    """Returns, feedback, actions, words, earlier reports, marks: all stand already."""
    returns = read_returns(EXAMPLE)
    import_returns(by="Q. Lead", returns=returns, history=history)

    again = import_returns(by="Q. Lead", returns=dataclasses.replace(returns, checksum="other"), history=history)

    assert (again.before, again.added) == (None, {})


def test_a_changed_mark_supersedes_and_may_go_back(sqlite_record):
    """The latest of a key counts, also when it is what it was before."""
    returns = read_returns(EXAMPLE)
    value = list(TABLES["marks"]).index("value")

    def set_to(number):
        return lambda row: (*row[:value], number, *row[value + 1 :])

    for number in (0.5, 0.6, 0.5):
        edited = changed(returns, "marks", set_to(number))
        import_returns(by="Q. Lead", returns=dataclasses.replace(edited, checksum=f"{number}{Mark.objects.count()}"))
        with sqlite_record.cursor() as cursor:
            cursor.execute("SELECT value FROM marks")
            assert {row[0] for row in cursor.fetchall()} == {number}


def test_words_of_an_erased_case_dont_come_back(sqlite_record):
    """Nor its actions' words; those of all others stay as they were."""
    returns = read_returns(EXAMPLE)
    import_returns(by="Q. Lead", returns=returns)
    audit = next(row.audit for row in returns.material.actions if row.audit)
    case = next(row.case for row in returns.returns if row.audit == audit and row.case)
    erase_case(by="Privacy", why="request 7", reference=case)
    kept = ActionWording.objects.count(), FeedbackWording.objects.count()

    again = import_returns(by="Q. Lead", returns=dataclasses.replace(returns, checksum="other"))

    assert again.added == {}
    assert (ActionWording.objects.count(), FeedbackWording.objects.count()) == kept


@pytest.mark.slow
def test_a_child_process_counts_the_records_views(sqlite_record, monkeypatch):
    """DuckDB over the record's own file, in a child, answers as SQLite itself does; the record goes on being written."""
    import_returns(by="Q. Lead", returns=read_returns(EXAMPLE), history=True, now=datetime(2025, 1, 1, tzinfo=UTC))
    own = source_of(sqlite_record, "sqlite")
    of_itself = [figures_at(own, moment) for moment in MOMENTS]
    why = causes_between(own, MOMENTS[1], MOMENTS[2])

    monkeypatch.setattr("looped.figures.databases.SMALL", 0)
    child = source_of(sqlite_record, "sqlite")

    assert type(child).__name__ == "ChildSource"
    assert [figures_at(child, moment) for moment in MOMENTS] == of_itself
    assert sorted(map(str, causes_between(child, MOMENTS[1], MOMENTS[2]))) == sorted(map(str, why))
    PersonName.objects.create(authority="x", identifier="p-9", name="N. Other", recorded_at=datetime.now(UTC))
