"""The JSON has the design's shape, and every number's origin beside its words."""

import json

from looped.renderers.json_tree import render


def test_the_designs_shape(files):
    """title, period, as_at, sections with title and blocks, tables with title and rows of text."""
    report = json.loads(files["json"])
    table = next(block for block in report["sections"][1]["blocks"] if block["kind"] == "table")

    assert (report["title"], report["period"], report["as_at"]) == (
        "Practice audits: children's social care",
        "April to June 2024 (Q1 2024-25)",
        "2024-07-31T11:00:00",
    )
    assert (table["title"], table["rows"][0]) == (
        "Overall grades by month",
        ["Grade", "April 2024", "May 2024", "June 2024", "Quarter"],
    )
    assert table["rows"][2] == ["Good", "7 (22.6%)", "7 (23.3%)", "7 (43.8%)", "21 (27.3%)"]


def test_every_number_has_value_unit_counts_and_code(files):
    """In a list parallel to the rows."""
    table = json.loads(files["json"])["sections"][1]["blocks"][1]

    assert table["figures"][2][1] == [
        {"text": "7", "value": 7, "unit": "count", "numerator": None, "denominator": None, "code": "grades"},
        {
            "text": "22.6%",
            "value": 7 / 31,
            "unit": "share",
            "numerator": 7,
            "denominator": 31,
            "code": "good_or_better",
        },
    ]
    assert [len(row) for row in table["figures"]] == [len(row) for row in table["rows"]]


def test_nested_sections_are_blocks(files):
    """A section within a section is a block of that kind."""
    inner = json.loads(files["json"])["sections"][1]["blocks"][2]

    assert (inner["kind"], inner["title"], inner["blocks"][1]["kind"]) == ("section", "How to read this", "section")


def test_json_is_utf8_with_a_last_line_end(sample_report):
    """Letters as they are, not as codes."""
    made = render(sample_report)

    assert "كانت".encode() in made and made.endswith(b"}\n")
