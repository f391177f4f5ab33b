"""Guards `looped agreement`: the shape of its JSON, which pairs count, what its words say."""

import json

import pytest

from looped.cli import main

pytestmark = pytest.mark.slow
KEYS = ["domain", "pairs"] + [
    f"{name}{end}" for name in ("exact", "within_one", "ac2", "alpha", "kappa") for end in ("", "_low", "_high")
]
KEYS += ["second_higher", "second_lower", "p_direction", "table"]
CODES = [
    "seeing_hearing",
    "assessments",
    "plans",
    "decisions_oversight",
    "meetings_reviews",
    "supervision",
    "diversity",
    "overall",
]
HEADER = "Audit,Month,Auditor,Source,Returned,Overall,Plans,Supervision\n"


@pytest.fixture
def workbook(tmp_path):
    """Twelve looped audits, one of them settled, one graded in Plans by the lead alone; a single audit; a sealed one."""
    rows = []
    for number in range(12):
        second = "Good" if number in (3, 4, 5) else "RI"
        plans = "N/A" if number == 0 else "RI"
        rows.append(f"L{number},2024-05,P,lead,2024-05-10,RI,Inadequate,")
        rows.append(f"L{number},2024-05,Q,second,2024-05-11,{second},{plans},")
    rows += ["L3,2024-05,M,moderation,2024-05-20,Good,,", "S1,2024-05,P,lead,2024-05-10,Good,Good,Good"]
    rows += ["L3,2024-05,Q,second,2024-05-12,Good,RI,"]
    path = tmp_path / "returns.csv"
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def rows_of(capsys):
    return {row["domain"]: row for row in json.loads(capsys.readouterr().out)["domains"]}


def test_json_has_every_domain_and_every_key(workbook, capsys):
    code = main(["agreement", str(workbook), "--json"])

    found = rows_of(capsys)
    assert code == 0
    assert list(found) == CODES
    assert all(list(row) == KEYS for row in found.values())


def test_a_pair_is_one_looped_audit_graded_by_both(workbook, capsys):
    main(["agreement", str(workbook), "--json"])

    found = rows_of(capsys)
    overall, plans = found["overall"], found["plans"]
    assert (overall["pairs"], overall["exact"], overall["within_one"]) == (12, 9 / 12, 12 / 12)
    assert (overall["second_higher"], overall["second_lower"], overall["p_direction"]) == (3, 0, 2 / 2**3)
    assert overall["table"] == [[0] * 4, [0, 9, 3, 0], [0] * 4, [0] * 4]
    assert overall["ac2_low"] <= overall["ac2"] <= overall["ac2_high"]
    assert (plans["pairs"], plans["exact"], plans["second_higher"]) == (12 - 1, 0.0, 11)


def test_a_domain_with_nothing_paired_has_0_and_nulls(workbook, capsys):
    main(["agreement", str(workbook), "--json"])

    row = rows_of(capsys)["supervision"]
    assert row.pop("domain") == "supervision"
    assert row.pop("table") == [[0] * 4] * 4
    assert row.pop("pairs") == 0
    assert set(row.values()) == {None}


def test_words_say_who_is_more_generous_and_that_moderated_grades_are_not_independent(workbook, capsys):
    code = main(["agreement", str(workbook)])

    text = capsys.readouterr().out
    assert code == 0
    assert "12 pairs: same grade 0.75 (0.47 to 0.91), within one grade 1.00" in text
    assert "The second was higher in 3 and lower in 0 (sign test p 0.250; Stuart-Maxwell p 0.083)." in text
    assert "Only the lead graded 1, only the second 0." in text
    assert "The moderator saw both: these are not independent." in text
    assert "Overall grade, second: 1 moderated, the same grade 1.00" in text
    assert "No audit was graded by both." in text


def test_where_all_agree_no_interval_is_made_up(tmp_path, capsys):
    path = tmp_path / "returns.csv"
    lines = [f"L{n},2024-05,{who},{source},2024-05-10,Good,," for n in range(12) for who, source in READERS]
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")

    main(["agreement", str(path)])

    text = capsys.readouterr().out
    assert "ac2 1.00 (interval not estimable), alpha not estimable, kappa not estimable." in text
    assert "sign test nothing to test" in text


READERS = (("P", "lead"), ("Q", "second"))


def test_a_refused_row_is_told_and_the_rest_is_complete(tmp_path, capsys):
    path = tmp_path / "returns.csv"
    path.write_text(HEADER + "L1,2024-05,P,lead,2024-05-10,Splendid,,\nS1,2024-05,P,lead,2024-05-10,Good,,\n", "utf-8")

    code = main(["agreement", str(path), "--json"])

    captured = capsys.readouterr()
    assert code == 1
    assert "Splendid" in captured.err
    assert len(json.loads(captured.out)["domains"]) == 8
