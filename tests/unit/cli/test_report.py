"""`looped report`, as its users call it."""

import json

import pytest

from looped.cli import main

pytestmark = pytest.mark.slow
HEADINGS = "Audit,Month,Role,Overall,Plans\n"
GOOD_ROWS = "A1,2024-04,lead,Good,RI\nA2,2024-05,lead,Inadequate,Good\n"


@pytest.fixture
def returns(tmp_path):
    """Two returns as a spreadsheet program saves them."""
    file = tmp_path / "returns.csv"
    file.write_text(HEADINGS + GOOD_ROWS)
    return file


def report(source, out, *more):
    """Run it for the first quarter, in one quick format."""
    words = ["report", str(source), "--quarter", "2024-25/Q1", "--as-at", "2024-07-31", "--out", str(out)]
    return main([*words, "--formats", "json", *more])


def test_the_files_are_written_and_named(returns, tmp_path, capsys):
    """Standard output is the list of files, for whoever hands them on."""
    code = report(returns, tmp_path / "out")
    out, err = capsys.readouterr()
    tree = json.loads((tmp_path / "out" / "report.json").read_text())

    assert (code, out) == (0, f"{tmp_path / 'out' / 'report.json'}\n")
    assert err.startswith("warning: returns: no column gives Seeing and Hearing the Child")
    assert err.endswith(". Add a column for each, or correct its heading\n")
    assert tree["as_at"].startswith("2024-07-31")


def a_year(folder):
    """A file of twelve months, one audit each."""
    file = folder / "year.csv"
    months = [f"2023-{month:02}" for month in range(4, 13)] + [f"2024-{month:02}" for month in range(1, 4)]
    file.write_text("Audit,Month,Overall\n" + "".join(f"A{month},{month},Good\n" for month in months))
    return file


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ((), "its own tools since November 2023"),
        (("--xmr-rules", "mdc2023"), "its own tools since November 2023"),
        (("--xmr-rules", "nhsrplotthedots"), "the R package NHSRplotthedots"),
    ],
)
def test_the_report_names_the_rules_of_its_xmr_chart(tmp_path, options, named):
    """Two sets of rules are in use and may differ."""
    words = ["report", str(a_year(tmp_path)), "--quarter", "2023-24/Q4", "--as-at", "2024-07-31"]
    code = main([*words, "--out", str(tmp_path / "out"), "--formats", "json", *options])

    tree = (tmp_path / "out" / "report.json").read_text()
    assert code == 0
    assert f"By the rules of {named} it flags no month." in tree


def test_rules_that_there_are_not_are_refused(returns, tmp_path, capsys):
    """Those that there are stand beside it."""
    with pytest.raises(SystemExit) as ended:
        report(returns, tmp_path / "out", "--xmr-rules", "mine")

    assert ended.value.code == 2
    assert "mdc2023" in capsys.readouterr().err


def test_a_refused_row_is_named_and_the_rest_is_reported(returns, tmp_path, capsys):
    """Exit 1, the output complete all the same."""
    returns.write_text(HEADINGS + GOOD_ROWS + "A3,2024-06,lead,Goood enough,Good\n")
    code = report(returns, tmp_path / "out")
    err = capsys.readouterr().err

    assert code == 1
    assert (tmp_path / "out" / "report.json").exists()
    assert "refused: " in err
    assert "D4" in err
    assert "1 row was refused and is not in the report" in err


def test_since_lists_what_changed(returns, tmp_path):
    """A return dated after the moment is a late one."""
    returns.write_text("Audit,Month,Overall,Returned\nA1,2024-04,Good,2024-05-01\nA2,2024-04,Good,2024-06-20\n")
    code = report(returns, tmp_path / "out", "--since", "2024-06-01")

    assert code == 0
    assert "late return" in (tmp_path / "out" / "report.json").read_text()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--formats", "docx,odt"], "--formats takes any of html, pdf, docx, xlsx, json; odt was given"),
        (["--formats", ","], "none was given"),
        (["--issue"], "--issue takes no SOURCE"),
        (["--from", "2024-04"], "not both"),
        (["--small", "9"], "are for an edition for publication: add --disclosure"),
        (["--published", "nowhere.json"], "are for an edition for publication: add --disclosure"),
        (["--disclosure", "--since", "2024-07-01"], "--disclosure takes no --since"),
        (["--disclosure", "--published", "nowhere.json"], "nowhere.json can't be read"),
    ],
)
def test_wrong_usage_says_how_to_mend_it(returns, tmp_path, capsys, words, says):
    """Exit 2, and nothing is written."""
    code = report(returns, tmp_path / "out", *words)

    assert code == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("period", "says"),
    [
        ([], "say which period"),
        (["--from", "2024-04"], "say which period"),
        (["--from", "2024-06", "--to", "2024-04"], "2024-06"),
        (["--quarter", "2024/Q5"], "2024/Q5"),
    ],
)
def test_a_period_that_makes_no_sense(returns, capsys, period, says):
    """Months and quarters are checked before anything is read."""
    assert main(["report", str(returns), *period]) == 2
    assert says in capsys.readouterr().err


def test_a_period_without_audits_is_said(returns, tmp_path, capsys):
    """The report is written all the same; more often than not it is the wrong quarter."""
    said = "No monthly audit of this period is in what was read."
    assert main(["report", str(returns), "--quarter", "2030-31/Q1", "--formats", "json", "--out", str(tmp_path)]) == 0
    assert said in capsys.readouterr().err

    assert report(returns, tmp_path / "out") == 0
    assert said not in capsys.readouterr().err


def test_a_source_that_is_not_there(tmp_path, capsys):
    """One line, no traceback."""
    code = report(tmp_path / "missing.xlsx", tmp_path / "out")
    err = capsys.readouterr().err

    assert code == 2
    assert err.startswith("looped report: ")
    assert "Traceback" not in err


def test_an_edition_for_publication_and_what_is_known_already(returns, tmp_path, capsys):
    """Exit 1 where the Board's report is published already: then small counts can't be withheld any more."""
    public = report(returns, tmp_path / "public", "--disclosure")
    board = report(returns, tmp_path / "board")
    capsys.readouterr()
    late = report(returns, tmp_path / "late", "--disclosure", "--published", str(tmp_path / "board" / "report.json"))
    rows = json.loads((tmp_path / "public" / "report.json").read_text())["sections"][1]["blocks"][0]["rows"]

    assert (public, board, late) == (0, 0, 1)
    assert "small counts are known already from what was published before" in capsys.readouterr().err
    assert next(row for row in rows if row[0] == "Good")[1:] == ["c", "c", "0", "c", "c"]


@pytest.mark.parametrize("small", ["0", "21", "few"])
def test_small_is_a_count_within_reason(returns, tmp_path, capsys, small):
    with pytest.raises(SystemExit) as ended:
        report(returns, tmp_path / "out", "--disclosure", "--small", small)

    assert ended.value.code == 2
    assert "a count from 1 to 20" in capsys.readouterr().err
