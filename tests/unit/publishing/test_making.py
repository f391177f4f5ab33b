"""A report is made whole or not at all, and each file says what the report says."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from factories import World
from looped.errors import LoopedError
from looped.figures.moments import parse_moment
from looped.publishing import drawing
from looped.publishing.drawing import draw, table_text, tables_in
from looped.publishing.making import make, prepare
from looped.publishing.opening import Opened
from looped.publishing.request import Request
from looped.renderers.formats import Format
from looped.reports.nodes import Section, Table, text_of


def request(folder: Path, **more) -> Request:
    wanted = Request(None, "2024-04", "2024-06", parse_moment("2024-12-31"), folder, formats=("json",))
    return replace(wanted, **more)


def opened(world: World) -> Opened:
    return Opened(world.rows(), "returns.xlsx")


def sections(section: Section) -> list[Section]:
    inner = [each for block in section.blocks if isinstance(block, Section) for each in sections(block)]
    return [section, *inner]


@pytest.mark.slow
def test_files_are_written_whole_under_their_names(tmp_path):
    """No half-written file stays behind."""
    made = make(request(tmp_path / "new", formats=("json", "html")), opened(World().audit("A1")))

    assert [path.name for path in made.files] == ["report.json", "report.html"]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["report.html", "report.json"]


def test_a_file_that_says_something_else_is_not_written(tmp_path, monkeypatch):
    """A renderer that drops a digit is found before anybody reads the file."""
    real = drawing.FORMATS["json"]

    def wrong(report):
        return real.render(report).replace(b'"77"', b'"78"').replace(b'"1"', b'"2"')

    monkeypatch.setitem(drawing.FORMATS, "json", Format(real.title, real.media_type, wrong))

    with pytest.raises(LoopedError, match="does not say what the report says in the table"):
        make(request(tmp_path / "out"), opened(World().audit("A1")))
    assert not (tmp_path / "out").exists()


def test_a_file_that_lacks_a_table_is_not_written(tmp_path, monkeypatch):
    """Tables are counted, not only compared."""
    monkeypatch.setattr(drawing, "read", lambda suffix, content: ([], ""))

    with pytest.raises(LoopedError, match="holds 0 tables"):
        make(request(tmp_path / "out"), opened(World().audit("A1")))


@pytest.mark.slow
def test_figures_changed_since_a_moment_are_listed_with_their_cause(tmp_path):
    """Between the two moments one late return came in; only what it changed is listed."""
    world = World().audit("A1", returned=datetime(2024, 4, 20).date())
    world.audit("A2", returned=datetime(2024, 7, 12).date())

    drawn = prepare(request(tmp_path, since=parse_moment("2024-07-10")), opened(world))
    restated = next(section for section in drawn.report.sections if section.code == "restated")
    table = next(block for block in restated.blocks if isinstance(block, Table))

    assert text_of(restated.blocks[0].text) == "Compared with the figures as at the end of 10 July 2024."
    assert ["Audits, April 2024", "1", "2", "late return (1)"] in table_text(table)


@pytest.mark.slow
def test_nothing_changed_is_said(tmp_path):
    """An empty table would leave the reader guessing."""
    world = World().audit("A1")

    drawn = prepare(request(tmp_path, since=parse_moment("2024-07-10")), opened(world))
    restated = next(section for section in drawn.report.sections if section.code == "restated")

    assert text_of(restated.blocks[1].text) == "No figure has changed."


@pytest.mark.slow
def test_every_table_of_nested_sections_is_found(tmp_path):
    """What isn't found isn't compared."""
    report = prepare(request(tmp_path), opened(World().audit("A1"))).report
    nested = [block for top in report.sections for each in sections(top) for block in each.blocks]

    assert {id(table) for table in tables_in(report)} == {id(block) for block in nested if isinstance(block, Table)}
    assert list(draw(report, ("json",))) == ["json"]
