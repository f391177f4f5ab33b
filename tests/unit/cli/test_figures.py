"""`looped figures`, as its users call it."""

import json

import pytest
from tests.engines.loading import into_parquet
from tests.factories import World

from looped.cli import main

KEYS = ["figure", "domain", "month", "service_area", "team", "grade", "count", "base", "share", "provisional", "why"]


@pytest.fixture
def folder(tmp_path):
    """Two audits of April, one of them Inadequate; no file of actions."""
    world = World().audit("1", lead={"overall": 1}, area="North").audit("2", area="South")
    into_parquet(tmp_path, world.rows())
    (tmp_path / "actions.parquet").unlink()
    return str(tmp_path)


def test_json_alone_is_on_standard_output(folder, capsys):
    """In the shape that is promised; the moment in London's time."""
    code = main(["figures", folder, "--quarter", "2024-25/Q1", "--as-at", "2024-07-31T12:00", "--json"])
    out, err = capsys.readouterr()
    printed = json.loads(out)

    assert (code, err) == (0, "")
    assert {key: printed[key] for key in printed if key != "figures"} == {
        "from": "2024-04",
        "to": "2024-06",
        "as_at": "2024-07-31T12:00:00+01:00",
    }
    assert {tuple(row) for row in printed["figures"]} == {tuple(KEYS)}
    audits = [row for row in printed["figures"] if row["figure"] == "audits" and row["month"] is None]
    assert audits == [dict(zip(KEYS, ("audits", *[None] * 5, 2, 2, 1.0, 0, None), strict=True))]


def test_before_anything_was_recorded_there_is_nothing(folder, capsys):
    """`--as-at` is obeyed."""
    main(["figures", folder, "--from", "2024-04", "--to", "2024-04", "--as-at", "2024-01-01", "--json"])
    figures = json.loads(capsys.readouterr().out)["figures"]

    assert {row["count"] for row in figures if row["count"] is not None} == {0}


def test_by_adds_rows_with_that_key(folder, capsys):
    """Service areas present, beside the whole."""
    main(["figures", folder, "--from", "2024-04", "--to", "2024-04", "--by", "service_area", "--json"])
    figures = json.loads(capsys.readouterr().out)["figures"]
    inadequate = [
        row for row in figures if row["grade"] == "Inadequate" and row["domain"] == "overall" and row["month"]
    ]

    assert [(row["service_area"], row["count"], row["base"]) for row in inadequate] == [
        (None, 1, 2),
        ("North", 1, 1),
        ("South", 0, 1),
    ]


def test_a_plain_table_without_json(folder, capsys):
    """A heading, then a line a figure; what isn't known is said."""
    main(["figures", folder, "--from", "2024-04", "--to", "2024-04"])
    lines = capsys.readouterr().out.splitlines()

    assert lines[0].split() == ["figure", "domain", "month", "grade", "why", "count", "base", "share", "provisional"]
    assert [line.split() for line in lines if line.startswith("good_or_better") and "overall" in line] == [
        ["good_or_better", "overall", "2024-04", "1", "2", "0.5000", "0"],
        ["good_or_better", "overall", "whole", "period", "1", "2", "0.5000", "0"],
    ]
    assert [line.split() for line in lines if line.startswith("actions_open")] == [
        ["actions_open", "2024-04", "not", "known"],
        ["actions_open", "whole", "period", "not", "known"],
    ]


def test_a_refused_row_is_told_and_ends_with_1(tmp_path, capsys):
    """The figures are complete all the same."""
    path = tmp_path / "returns.csv"
    path.write_text("Audit,Month,Overall grade,Plans\nA1,2024-04,Good,Good\nA2,2024-04,Splendid,Good\n")
    code = main(["figures", str(path), "--from", "2024-04", "--to", "2024-04", "--json"])
    out, err = capsys.readouterr()

    assert code == 1
    assert json.loads(out)["to"] == "2024-04"
    assert [line for line in err.splitlines() if line.startswith("refused:") and "Splendid" in line] != []


def test_gradings_of_audits_that_are_not_listed_are_told(tmp_path, capsys):
    """On standard error, so that nobody wonders."""
    world = World().audit("1").audit("2")
    world.tables["audits"] = world.tables["audits"][:1]
    into_parquet(tmp_path, world.rows())
    code = main(["figures", str(tmp_path), "--from", "2024-04", "--to", "2024-04"])

    assert code == 0
    assert capsys.readouterr().err == "1 audits with grades are not among the audits and in no figure.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--quarter", "2024-25/Q9"], "is not a quarter"),
        (["--quarter", "2024-25/Q1", "--as-at", "soon"], "is not a moment"),
        ([], "say which period"),
        (["--from", "2024-06", "--to", "2024-04"], "before it begins"),
    ],
)
def test_wrong_usage_is_said_and_ends_with_2(words, said, folder, capsys):
    """Nothing on standard output."""
    code = main(["figures", folder, *words, "--json"])
    out, err = capsys.readouterr()

    assert (code, out) == (2, "")
    assert said in err
