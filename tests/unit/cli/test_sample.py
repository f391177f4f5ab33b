"""Guards `looped sample`: repeatable, in proportion, open cases alone, and errors that say how to mend them."""

import csv

import pytest

from looped.cli import main

HEADER = ["Case reference", "Service area", "Closed"]


def rows():
    areas = ["Assessment"] * 60 + ["Looked After"] * 30 + ["Fostering"] * 5
    return [[f"C{number:03}", area, ""] for number, area in enumerate(areas)]


def written(folder, listed, header=HEADER, name="cases.csv"):
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Open caseload at 1 May"], header, *listed])
    return str(path)


def test_the_same_list_and_seed_draw_the_same_in_proportion(tmp_path, capsys):
    asked = ["--size", "19", "--by", "service_area", "--seed", "7"]

    code = main(["sample", written(tmp_path, rows()), *asked])
    first = capsys.readouterr()
    main(["sample", written(tmp_path, rows()[::-1]), *asked, "--out", str(tmp_path / "drawn.csv")])
    again = capsys.readouterr()

    drawn = list(csv.DictReader(first.out.splitlines()))
    assert code == 0
    assert [
        sum(row["service_area"] == area for row in drawn) for area in ("Assessment", "Looked After", "Fostering")
    ] == [
        11,
        6,
        2,
    ]
    assert again.out == ""
    assert (tmp_path / "drawn.csv").read_text("utf-8") == first.out
    assert {row["seed"] for row in drawn} == {"7"}
    assert f"frame hash {drawn[0]['frame_hash']}" in first.err
    assert "Fostering     2 of 5" in first.err


def test_a_workbook_draws_what_a_text_file_draws(tmp_path, capsys):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "cases.xlsx") as book:
        book.add_worksheet("Notes").write(0, 0, "nothing here")
        sheet = book.add_worksheet("Cases")
        for place, row in enumerate([HEADER, *rows()]):
            sheet.write_row(place, 0, row)
    asked = ["--size", "9", "--by", "service_area", "--seed", "x"]

    main(["sample", str(tmp_path / "cases.xlsx"), *asked])
    of_book = capsys.readouterr().out
    main(["sample", written(tmp_path, rows()), *asked])

    assert capsys.readouterr().out == of_book


def test_closed_cases_and_empty_rows_are_not_drawn(tmp_path, capsys):
    listed = [["C1", "A", "2024-03-01"], ["C2", "A", ""], ["", "", ""], ["C3", "A", ""]]

    main(["sample", written(tmp_path, listed), "--size", "2", "--seed", "7"])

    assert sorted(row["case"] for row in csv.DictReader(capsys.readouterr().out.splitlines())) == ["C2", "C3"]


def test_numbers_as_references_are_whole(tmp_path, capsys):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "cases.xlsx") as book:
        book.add_worksheet("Cases").write_column(0, 0, ["Child ID", 1001, 1002])

    main(["sample", str(tmp_path / "cases.xlsx"), "--size", "2", "--seed", "7"])

    assert sorted(row["case"] for row in csv.DictReader(capsys.readouterr().out.splitlines())) == ["1001", "1002"]


@pytest.mark.parametrize(
    ("listed", "header", "asked", "says"),
    [
        ([["C1", "A", ""], ["C1", "A", ""]], HEADER, [], "cases A4: C1 is listed twice"),
        ([["C1", "", ""]], HEADER, ["--by", "service_area"], "cases B3: C1 has no service_area"),
        ([["C1", "A", ""]], HEADER, ["--by", "team"], "a header row with case and team"),
        ([["C1", "A", ""]], ["x", "y", "z"], [], "a header row with case in"),
        ([["C1", "A", "2024-01-01"]], HEADER, [], "no open case is listed"),
        ([["C1", "A", ""]], HEADER, ["--size", "2"], "there are 1 open cases"),
        ([["C1", "A", ""], ["C2", "A", ""], ["C3", "B", ""]], HEADER, ["--by", "service_area"], "smaller --floor"),
    ],
)
def test_what_is_wrong_is_said_with_the_cell_and_how_to_mend_it(tmp_path, capsys, listed, header, asked, says):
    size = [] if "--size" in asked else ["--size", "1"]

    code = main(["sample", written(tmp_path, listed, header), "--seed", "7", *size, *asked])

    assert code == 2
    assert says in capsys.readouterr().err


def test_a_missing_file_another_format_and_a_folder_that_is_not_there(tmp_path, capsys):
    (tmp_path / "cases.pdf").write_bytes(b"%PDF")
    asked = ["--size", "1", "--seed", "7"]

    assert main(["sample", str(tmp_path / "none.csv"), *asked]) == 2
    assert "no such file" in capsys.readouterr().err
    assert main(["sample", str(tmp_path), *asked]) == 2
    assert "this is a folder. To mend it: name the file with the list of cases" in capsys.readouterr().err
    assert main(["sample", str(tmp_path / "cases.pdf"), *asked]) == 2
    assert ".xlsx, .ods or .csv" in capsys.readouterr().err
    path = written(tmp_path, [["C1", "A", ""]])
    assert main(["sample", path, *asked, "--out", str(tmp_path / "no" / "x.csv")]) == 2
    assert "can't be written" in capsys.readouterr().err


ASKED = ["--size", "12", "--seed", "7", "--auditors", "P, Q, R, S"]


def test_looped_audits_link_all_auditors(tmp_path, capsys):
    """Six looped of twelve: everybody in three with two others; whoever is apart from a case doesn't read it."""
    code = main(["sample", written(tmp_path, rows()), *ASKED, "--looped", "6"])
    first = capsys.readouterr()
    drawn = list(csv.DictReader(first.out.splitlines()))
    barred = next(row for row in drawn if row["second"])
    main(
        ["sample", written(tmp_path, rows()), *ASKED, "--looped", "6", "--apart", f"{barred['lead']}={barred['case']}"]
    )
    again = list(csv.DictReader(capsys.readouterr().out.splitlines()))

    assert code == 0
    assert "their severity can be compared" in first.err
    pairs = [{row["lead"], row["second"]} for row in drawn if row["second"]]
    assert len(pairs) == 6
    assert all(sum(name in pair for pair in pairs) >= 3 for name in "PQRS")
    kept = next(row for row in again if row["case"] == barred["case"])
    assert barred["lead"] not in (kept["lead"], kept["second"])


def test_too_few_looped_audits_are_said_not_to_compare_anybody(tmp_path, capsys):
    main(["sample", written(tmp_path, rows()), *ASKED, "--looped", "3"])

    assert "Severity can't be compared: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--looped", "2"], "need --auditors"),
        (["--auditors", "P", "--looped", "2"], "can't be read by 1 auditors"),
        (["--auditors", "P,Q", "--apart", "Z=C1"], "write AUDITOR=CASE"),
    ],
)
def test_who_reads_what_in_an_impossible_way_is_refused(tmp_path, capsys, more, says):
    assert main(["sample", written(tmp_path, rows()), "--size", "5", "--seed", "7", *more]) == 2
    assert says in capsys.readouterr().err
