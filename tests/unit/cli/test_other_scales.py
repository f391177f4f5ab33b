"""Frameworks of two and of seven grades, and external auditors' rows, through every command that reasons on grades."""

import json
import random

import pytest

from looped.cli import main
from looped.returns.reading import read_returns
from looped.rubric import loading

SCALES = {
    2: ("Not met", "Met"),
    7: ("Unsafe", "Weak", "Thin", "Fair", "Sound", "Strong", "Exemplary"),
}
DOMAINS = {"visits": "Visits", "plans": "Plans", "learning": "Learning"}
QUARTER = ("--quarter", "2024-25/Q1", "--as-at", "2024-07-31")


def framework(names):
    """A framework file with these grades, three domains and an overall grade."""
    grades = [
        f'[[scale]]\nposition = {place}\nname = "{name}"\nshort = "{name[:2]}"\n'
        + ("ladder = true\n" if place == 1 else "good_from = true\n" if place == len(names) // 2 + 1 else "")
        for place, name in enumerate(names, 1)
    ]
    described = "".join(f'"{name}" = "What {name} looks like."\n' for name in names)
    domains = [
        f'[[domains]]\ncode = "{code}"\ntitle = "{title}"\nquestions = ["What is there?"]\n'
        f"[domains.descriptors]\n{described}"
        for code, title in DOMAINS.items()
    ]
    overall = f'[overall]\ntitle = "Whole file"\n[overall.descriptors]\n{described}'
    head = 'code = "other"\ntitle = "Another framework"\nvalid_from = 2020-04-01\nnote = "The only one."\n'
    return "\n".join([head, *grades, *domains, overall, '[rules]\nbase = "all_audits"\noverall = "judged"\n'])


def returns(names, external):
    """Three months of 20 audits, eight of them looped, two moderated; three read by an external auditor too."""
    rng = random.Random(1)
    rows = ["Audit,Month,Auditor,Source,Returned,Service area,Whole file,Visits,Plans,Learning"]
    for month in ("2024-04", "2024-05", "2024-06"):
        for number in range(20):
            worth, auditors = rng.randrange(len(names)), rng.sample("PQRS", 2)
            sources = ["lead", *(["second"] if number < 8 else []), *(["moderation"] if number < 2 else [])]
            for source, auditor in zip([*sources], [*auditors, "M"], strict=False):
                given = [names[min(len(names) - 1, max(0, worth + rng.choice((-1, 0, 0, 0, 1))))] for _ in range(4)]
                rows.append(",".join([f"{month}-{number}", month, auditor, source, f"{month}-28", "North", *given]))
            if external and number < 3:
                rows.append(f"{month}-{number},{month},Ext,external,{month}-28,North" + f",{names[0]}" * 4)
    return "\n".join(rows) + "\n"


@pytest.fixture(params=SCALES, ids=lambda number: f"{number} grades")
def files(request, tmp_path, monkeypatch):
    """The returns with and without the external auditor's rows, under a framework of so many grades."""
    names = SCALES[request.param]
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "other.toml").write_text(framework(names), encoding="utf-8")
    monkeypatch.setattr(loading, "SHIPPED", tmp_path / "frameworks")
    # The child that opens files in earnest has frameworks of its own.
    monkeypatch.setattr("looped.returns.child.read_returns_safely", lambda path, **_: read_returns(path))
    loading.frameworks.cache_clear()
    for name, external in (("with", True), ("without", False)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "returns.csv").write_text(returns(names, external), encoding="utf-8")
    yield len(names), tmp_path / "with" / "returns.csv", tmp_path / "without" / "returns.csv"
    loading.frameworks.cache_clear()


def said(capsys, command, path, *more):
    """What a command prints, as JSON; it has nothing to complain of."""
    assert main([command, str(path), *more, "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


@pytest.mark.slow
@pytest.mark.parametrize("model", ["rating-scale", "partial-credit"])
def test_severity_settles_on_any_scale_and_leaves_external_auditors_out(files, capsys, model):
    """Seven grades spread files wider than the model starts with: they don't run away."""
    grades, with_external, without = files
    found = said(capsys, "severity", with_external, "--model", model)

    assert found == said(capsys, "severity", without, "--model", model)
    assert [each["auditor"] for each in found["auditors"]] == ["P", "Q", "R", "S"]
    thresholds = found["thresholds"] if model == "rating-scale" else found["thresholds"][0]
    assert (found["converged"], len(thresholds)) == (True, grades - 1)
    assert 1 < found["person_sd"] < 8
    assert all(1 <= fair["low"] <= fair["grade"] <= fair["high"] <= grades for fair in found["fair"])


def test_agreement_stands_on_the_whole_scale(files, capsys):
    """A table of every grade by every grade; external auditors are no pair."""
    grades, with_external, without = files
    found = said(capsys, "agreement", with_external)

    assert found == said(capsys, "agreement", without)
    assert [each["domain"] for each in found["domains"]] == [*DOMAINS, "overall"]
    for each in found["domains"]:
        assert [len(row) for row in each["table"]] == [grades] * grades
        assert each["pairs"] == sum(map(sum, each["table"])) == 24
        assert 0 <= each["exact"] <= each["within_one"] <= 1


def test_figures_name_every_grade(files, capsys):
    """As the framework does; what an external auditor gave stands nowhere."""
    grades, with_external, without = files
    found = said(capsys, "figures", with_external, *QUARTER)["figures"]

    assert found == said(capsys, "figures", without, *QUARTER)["figures"]
    overall = {
        row["grade"]: row["count"]
        for row in found
        if (row["figure"], row["domain"], row["month"]) == ("grades", "overall", None)
    }
    assert list(overall) == list(SCALES[grades])
    assert sum(overall.values()) == 60


@pytest.mark.slow
def test_the_report_is_written_and_reads_the_same_without_external_rows(files, tmp_path):
    """Every table has the scale's grades, highest first; no sentence rests on an external auditor's grade."""
    grades, *paths = files
    trees = []
    for path in paths:
        out = path.parent / "out"
        assert main(["report", str(path), *QUARTER, "--formats", "json", "--out", str(out)]) == 0
        trees.append(json.loads((out / "report.json").read_text(encoding="utf-8")))

    assert trees[0] == trees[1]
    table = next(block for block in blocks(trees[0]) if block.get("code") == "grades-overall")
    assert [row[0] for row in table["rows"][1 : grades + 1]] == [*reversed(SCALES[grades])]


def blocks(part):
    """All blocks of a tree, those of sections within sections too."""
    for block in part.get("sections", part.get("blocks", [])):
        yield block
        yield from blocks(block)
