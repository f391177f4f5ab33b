"""Guards `looped severity`: the shape of its JSON, whose gradings count, groups, unused grades, words."""

import json
import random
import re

import pytest

from looped.cli import main

pytestmark = pytest.mark.slow
DOMAINS = ("Seeing and Hearing", "Assessments", "Plans", "Decision making", "Meetings", "Supervision", "Diversity")
HEADER = "Audit,Month,Auditor,Source,Returned,Overall," + ",".join(DOMAINS) + "\n"
GRADES = ("Inadequate", "RI", "Good", "Outstanding")


def line(audit, auditor, source, grades):
    return ",".join([audit, "2024-05", auditor, source, "2024-05-10", "Good", *grades])


def looped(rng, audit, first, second, top=3):
    """Two returns; Q gives a grade less than the file deserves half of the time."""
    worth = [rng.randint(0, top) for _ in DOMAINS]
    for auditor, source in ((first, "lead"), (second, "second")):
        given = [
            max(0, min(top, w + rng.choice((-1, 0, 0, 1)) - (auditor == "Q" and rng.random() < 0.7))) for w in worth
        ]
        yield line(audit, auditor, source, [GRADES[grade] for grade in given])


@pytest.fixture
def workbook(tmp_path):
    """A group of three auditors, a group of two, one who read three domains, one who read alone; nobody named in one."""
    rng = random.Random(5)
    rows = [row for n in range(24) for row in looped(rng, f"A{n}", *rng.sample("PQR", 2))]
    rows += [row for n in range(8) for row in looped(rng, f"B{n}", "X", "Y")]
    rows += [line("C1", "New", "lead", ["RI", "Good", "RI", "", "", "", ""])]
    rows += [line(f"D{n}", "Single", "lead", rng.choices(GRADES, k=7)) for n in range(3)]
    rows += [line("E1", "", "lead", rng.choices(GRADES, k=7))]
    rows += ["A0,2024-05,M,moderation,2024-05-20,Good" + ",Outstanding" * 7]
    return written(tmp_path, rows)


def written(folder, rows):
    path = folder / "returns.csv"
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_json_has_the_shape_that_was_promised(workbook, capsys):
    code = main(["severity", str(workbook), "--json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(found) == [
        "auditors",
        "domains",
        "thresholds",
        "person_sd",
        "deviance",
        "reliability",
        "converged",
        "fair",
    ]
    keys = ["auditor", "severity", "se", "gradings", "component", "infit", "outfit"]
    assert all(list(each) == keys for each in found["auditors"])
    assert [each["domain"] for each in found["domains"]][-2:] == ["supervision", "diversity"]
    assert len(found["domains"]) == 7
    assert (len(found["thresholds"]), found["converged"]) == (3, True)
    assert 0 <= found["reliability"] <= 1


def test_severities_are_compared_within_a_group_only_and_moderations_give_none(workbook, capsys):
    main(["severity", str(workbook), "--json"])

    captured = capsys.readouterr()
    found = {each["auditor"]: each for each in json.loads(captured.out)["auditors"]}
    assert sorted(found) == ["New", "P", "Q", "R", "Single", "X", "Y"]
    assert [sum(found[name]["severity"] for name in group) for group in ("PQR", "XY")] == pytest.approx(
        [0, 0], abs=1e-9
    )
    assert found["P"]["component"] == found["Q"]["component"] != found["X"]["component"]
    assert max("PQR", key=lambda name: found[name]["severity"]) == "Q"
    assert [found[name]["severity"] for name in ("New", "Single")] == [None, None]
    assert (found["New"]["gradings"], found["X"]["gradings"]) == (3, 8 * 7)
    assert "7 gradings name no auditor" in captured.err
    assert "4 groups that share no audit" in captured.err


def test_an_unused_grade_is_named_and_partial_credit_has_a_row_for_each_domain(tmp_path, capsys):
    rng = random.Random(6)
    rows = [row for n in range(20) for row in looped(rng, f"A{n}", *rng.sample("PQR", 2), top=2)]

    main(["severity", str(written(tmp_path, rows)), "--model", "partial-credit", "--json"])

    captured = capsys.readouterr()
    thresholds = json.loads(captured.out)["thresholds"]
    assert [row[2] for row in thresholds] == [None] * 7
    assert "Outstanding: nobody gave this grade" in captured.err


def test_one_domain_without_a_grade_is_named_with_it(tmp_path, capsys):
    rng = random.Random(7)
    rows = [row for n in range(20) for row in looped(rng, f"A{n}", *rng.sample("PQR", 2))]
    rows = [
        ",".join(row.split(",")[:-1]) + ",RI" if n % 2 else ",".join(row.split(",")[:-1]) + ",Good"
        for n, row in enumerate(rows)
    ]

    main(["severity", str(written(tmp_path, rows)), "--model", "partial-credit"])

    assert "Outstanding in " in capsys.readouterr().err


def test_words_rank_nobody_and_say_what_the_numbers_mean(workbook, capsys):
    main(["severity", str(workbook)])

    lines = capsys.readouterr().out.splitlines()
    told = [text.split(":")[0] for text in lines[2:9]]
    assert told == ["New", "P", "Q", "R", "Single", "X", "Y"]
    assert lines[0] == "Severity in logits: higher is harsher, 0 is the mean of those who can be compared."
    assert lines[2] == "New: not told, 3 gradings: fewer than 15"
    assert "clustered by audit" in lines[3]
    assert "Single: not told, 21 gradings: no audit read together" in lines[6]
    assert lines[-1].startswith("Reliability ")
    assert re.fullmatch(r"Consideration of Impact of Diversity: [+-]\d\.\d\d \(standard error \d\.\d\d\)", lines[-3])


def test_nothing_to_compare_prints_nulls(tmp_path, capsys):
    path = written(tmp_path, [line("C1", "New", "lead", ["Good"] * 7)])

    assert main(["severity", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["deviance"], found["person_sd"], found["reliability"], found["converged"]) == (
        None,
        None,
        None,
        False,
    )
    assert [each["difficulty"] for each in found["domains"]] == [None] * 7

    main(["severity", str(path)])
    assert "Nothing could be fitted: there are no gradings" in capsys.readouterr().out


def noise(seed, audits=40):
    """Looped audits whose grades have nothing to do with the file, nor with who reads it."""
    rng = random.Random(seed)
    for n in range(audits):
        first, second = rng.sample("PQR", 2)
        for auditor, source in ((first, "lead"), (second, "second")):
            yield line(f"N{n}", auditor, source, rng.choices(GRADES, (2, 5, 4, 1), k=7))


@pytest.mark.parametrize("seed", range(1, 6))
def test_grades_without_signal_are_fitted_and_said_to_be_alike(tmp_path, capsys, seed):
    """The audits' spread is 0 or small, and the rest is settled beside it: no number without an error."""
    main(["severity", str(written(tmp_path, noise(seed))), "--json"])

    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert found["converged"]
    assert found["person_sd"] < 0.4
    assert ("their spread is 0" in captured.err) == (found["person_sd"] == 0)
    assert all(each["se"] > 0 for each in found["auditors"])


def test_a_model_that_did_not_settle_is_said_in_words(tmp_path, capsys, monkeypatch):
    """On both outputs, with what may be the matter."""
    monkeypatch.setattr("looped.stats.severity_fitting.STEPS", 1)
    rng = random.Random(5)
    path = written(tmp_path, [row for n in range(12) for row in looped(rng, f"A{n}", *rng.sample("PQR", 2))])

    main(["severity", str(path)])
    captured = capsys.readouterr()
    assert "The model did not settle: " in captured.out
    assert "The model did not settle: " in captured.err


@pytest.mark.parametrize(
    ("model", "thresholds", "said"),
    [
        ("rating-scale", [None] * 3, "No thresholds are told: fewer than 15 gradings inform them."),
        ("partial-credit", [[None] * 3] * 7, "Plans: no thresholds are told; fewer than 15 gradings inform them."),
    ],
)
def test_thresholds_of_few_gradings_are_left_out_with_the_reason(tmp_path, capsys, model, thresholds, said):
    """Two returns of seven grades each: 14 gradings are too few for any; 15 and more aren't."""
    rows = [
        line("A1", "P", "lead", ["RI", "Good", "RI", "Good", "RI", "Good", "Inadequate"]),
        line("A1", "Q", "second", ["Good", "RI", "RI", "Good", "Good", "RI", "RI"]),
    ]
    main(["severity", str(written(tmp_path, rows)), "--model", model, "--json"])
    few = capsys.readouterr()
    assert json.loads(few.out)["thresholds"] == thresholds
    assert said in few.err

    rows += [line("A2", "P", "lead", ["Good", "RI", "RI", "Inadequate", "Good", "RI", "Good"])]
    main(["severity", str(written(tmp_path, rows)), "--json"])
    enough = capsys.readouterr()
    assert [each is None for each in json.loads(enough.out)["thresholds"]] == [False, False, True]
    assert "thresholds" not in enough.err


def page(workbook, capsys, name):
    code = main(["severity", str(workbook), "--auditor", name])
    return code, capsys.readouterr()


def test_an_auditors_own_page_says_it_in_words(workbook, capsys):
    """Q grades lower: stricter, with what it means in files; nobody else is named."""
    code, said = page(workbook, capsys, "q")

    assert code == 0
    assert said.out.startswith("Q: what your gradings show\n\nYou gave ")
    assert "You graded more strictly than the auditors you can be compared with." in said.out
    assert "Your grades stand as you gave them" in said.out
    assert [name for name in ("P:", "R:", "Single") if name in said.out] == []


def test_a_page_says_when_nobody_can_be_told_apart(workbook, capsys):
    """X and Y read the same files and differ by chance."""
    _, said = page(workbook, capsys, "X")

    assert "can't be told from those of the auditors you can be compared with" in said.out


@pytest.mark.parametrize(
    ("name", "words"), [("New", "too few to say anything: it takes 15"), ("Single", "Nothing can be said: too few")]
)
def test_a_page_says_why_nothing_is_told(workbook, capsys, name, words):
    """Too few gradings, or nobody to compare with; then no fair grades either."""
    _, said = page(workbook, capsys, name)

    assert words in said.out
    assert "File by file" not in said.out


def test_fair_grades_stand_beside_the_awarded_ones(workbook, capsys):
    """With their interval, for each of the auditor's own files; the same in the JSON."""
    _, said = page(workbook, capsys, "P")
    main(["severity", str(workbook), "--json"])
    fair = {row["audit"]: row for row in json.loads(capsys.readouterr().out)["fair"]}
    lines = [line for line in said.out.splitlines() if ": yours " in line]

    assert len(lines) == len({line.split(":")[0].strip() for line in lines}) > 5
    for row in lines:
        told = fair[row.split(":")[0].strip()]
        assert f"expected {told['grade']:.1f} ({told['low']:.1f} to {told['high']:.1f})" in row


def test_an_unknown_name_is_said(workbook, capsys):
    """With where the names are."""
    code, said = page(workbook, capsys, "Nobody")

    assert code == 2
    assert "`looped severity` lists it" in said.err
