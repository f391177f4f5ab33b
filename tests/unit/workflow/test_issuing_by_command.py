"""Returns, late ones, editions and what they restate: the whole way by commands, on both databases."""

import io
import json
from datetime import UTC, datetime

import pytest
from tests.unit.workflow.sheets import HEADER, line

from looped.cli import main
from looped.records.models import Edition
from looped.records.queries.editions import editions, is_whole
from looped.records.setting import SettingRow

QUARTER = ["--quarter", "2024-25/Q1", "--formats", "json"]


@pytest.fixture
def clock(monkeypatch):
    """Sets the day that deeds and reports take for today, at noon in UTC."""

    def set_to(month, day):
        today = datetime(2024, month, day, 12, tzinfo=UTC)
        monkeypatch.setattr("looped.workflow.deeds._clock", lambda: today)
        monkeypatch.setattr("looped.figures.moments.now", lambda: today.replace(tzinfo=None))

    return set_to


@pytest.fixture
def at_work(record, tmp_path, monkeypatch):
    """A folder of its own, beside the test's record."""
    from looped.returns.reading import read_returns

    folder = tmp_path / "at-work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("looped.returns.child.read_returns_safely", lambda path, progress=None: read_returns(path))
    monkeypatch.setenv("DATABASE_URL", _address_of(record))
    return folder


def _address_of(connection):
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return f"postgresql:///{settings['NAME']}?host={settings['HOST']}&user={settings['USER']}"


def take_in(folder, name, *lines):
    (folder / name).write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    assert main(["import", str(folder / name), "--by", "Q. Lead"]) == 0


def issued(folder, as_at, name):
    """Issues an edition; its report."""
    assert main(["report", *QUARTER, "--as-at", as_at, "--issue", "--out", str(folder / name)]) == 0
    return json.loads((folder / name / "report.json").read_text())


def restated(report):
    """Figure -> was, is, cause, as the report's table has them; none where there is no such section."""
    tables = [
        block
        for section in report["sections"]
        if section["title"] == "Figures restated"
        for block in section["blocks"]
        if block["kind"] == "table"
    ]
    return {row[0]: tuple(row[1:]) for table in tables for row in table["rows"][1:]}


@pytest.fixture
def quarter(at_work, clock):
    """Three returns imported on 8 July, two late ones on 12 July; it is 1 August."""
    clock(7, 8)
    take_in(at_work, "first.csv", line("A1"), line("A2", "Inadequate"), line("A3", month="2024-05"))
    clock(7, 12)
    take_in(at_work, "late.csv", line("A4", month="2024-06"), line("A5", "Outstanding", month="2024-06"))
    clock(8, 1)
    return at_work


def test_two_late_returns_are_just_what_the_next_edition_restates(quarter):
    """An edition as at 10 July, then one as at 31 July: each changed figure with its cause, and no other."""
    first = issued(quarter, "2024-07-10", "first")
    second = issued(quarter, "2024-07-31", "second")

    assert restated(first) == {}
    told = restated(second)
    assert {cause for _, _, cause in told.values()} == {"late return (2)"}
    assert told["Audits, whole period"] == ("3", "5", "late return (2)")
    assert told["Audits, June 2024"] == ("0", "2", "late return (2)")
    assert not [title for title in told if "April" in title or "May" in title]
    assert [is_whole(each) for each in editions()] == [True, True]
    assert json.loads(editions()[1].tree) == second


def test_an_edition_as_at_an_earlier_moment_is_not_compared_with_a_later_one(quarter):
    """Nothing was recorded backwards: it restates nothing. The next is compared with the last issued, as ever."""
    issued(quarter, "2024-07-31", "late")
    early = issued(quarter, "2024-07-10", "early")
    again = issued(quarter, "2024-07-31", "again")

    assert restated(early) == {}
    assert "Figures restated" not in [section["title"] for section in early["sections"]]
    assert restated(again)["Audits, whole period"] == ("3", "5", "late return (2)")


def test_reports_of_the_record_follow_its_setting_unless_asked_otherwise(at_work, clock):
    """A year, one audit a month: by the rules set, drafts and editions alike; by those asked for, where they are."""
    clock(7, 8)
    months = [f"2023-{month:02}" for month in range(4, 13)] + [f"2024-{month:02}" for month in range(1, 4)]
    take_in(at_work, "year.csv", *(line(f"A{month}", month=month) for month in months))
    SettingRow.objects.create(
        name="xmr_rules", value="nhsrplotthedots", deed="d", recorded_at=datetime(2024, 7, 9, tzinfo=UTC)
    )
    clock(8, 1)

    words = ["report", "--quarter", "2023-24/Q4", "--formats", "json"]
    for name, more in (("draft", []), ("edition", ["--issue"]), ("asked", ["--xmr-rules", "mdc2023"])):
        assert main([*words, *more, "--out", str(at_work / name)]) == 0
    trees = [(at_work / name / "report.json").read_text() for name in ("draft", "edition", "asked")]

    assert ["By the rules of the R package NHSRplotthedots it" in tree for tree in trees] == [True, True, False]


def test_since_a_moment_after_as_at_is_refused(quarter, capsys):
    """In one line, and nothing is stored."""
    words = [*QUARTER, "--as-at", "2024-07-10", "--since", "2024-07-31", "--out", str(quarter / "back")]

    assert main(["report", *words, "--issue"]) == 2
    assert main(["report", *words]) == 2

    assert capsys.readouterr().err.count("--since must be before --as-at") == 2
    assert Edition.objects.count() == 0
    assert not (quarter / "back").exists()


def test_a_period_without_returns_can_be_issued(quarter):
    """Its edition counts nothing."""
    words = ["--quarter", "2030-31/Q1", "--formats", "json", "--as-at", "2024-07-31", "--out", str(quarter / "none")]

    assert main(["report", *words, "--issue"]) == 0

    assert {row["count"] for row in json.loads(editions()[0].figures) if row["figure"] == "audits"} == {0}


@pytest.mark.parametrize(
    ("typed", "more", "asked", "code"),
    [("n\n", [], True, 2), ("", [], True, 2), ("Yes\n", [], True, 0), ("", ["--yes"], False, 0)],
)
def test_at_a_terminal_it_is_asked_whether_it_is_meant(quarter, monkeypatch, capsys, typed, more, asked, code):
    """With what is still missing; anything but yes issues nothing, and --yes has answered before."""
    keys = io.StringIO(typed)
    monkeypatch.setattr(keys, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keys)
    words = ["report", "--quarter", "2024-25/Q2", "--formats", "json", "--issue", *more]

    assert main([*words, "--out", str(quarter / "asked")]) == code

    said = capsys.readouterr().err
    assert "The period isn’t over: its last day is 30 September 2024." in said
    assert ("Issue it? [y/N]" in said, "Nothing was issued." in said) == (asked, code == 2)
    assert (Edition.objects.count() == 0, (quarter / "asked").exists()) == (code == 2, code == 0)


def test_yes_alone_is_refused(quarter, capsys):
    """It answers what only --issue asks."""
    assert main(["report", *QUARTER, "--yes"]) == 2
    assert "add --issue" in capsys.readouterr().err


def test_editions_issued_for_publication_are_held_together(quarter):
    """The second one, as at a later moment, prints no count that differs by little from one the first printed."""
    public = ["report", *QUARTER, "--disclosure"]
    assert main([*public, "--as-at", "2024-07-10", "--issue", "--out", str(quarter / "first")]) == 0
    issued(quarter, "2024-07-20", "board")
    assert main([*public, "--as-at", "2024-07-31", "--issue", "--out", str(quarter / "second")]) == 0
    assert main([*public, "--as-at", "2024-07-31", "--out", str(quarter / "again")]) == 0

    first, second, again = (
        json.loads((quarter / name / "report.json").read_text()) for name in ("first", "second", "again")
    )
    statuses = [first["status"], second["status"], again["status"]]
    assert statuses == ["Edition 1", "Edition 3", "Draft"]
    assert {first["audience"], second["audience"]} == {"public"}
    grades = [tree["sections"][1]["blocks"][0]["rows"] for tree in (first, second)]
    moved = [(old, new) for was, now in zip(*grades, strict=True) for old, new in zip(was, now, strict=True)]
    assert not [
        pair
        for pair in moved
        if pair[0][:1].isdigit()
        and pair[1][:1].isdigit()
        and "%" in pair[0] + pair[1]
        and pair[0].split()[0] != pair[1].split()[0]
    ]
