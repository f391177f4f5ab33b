"""Drawings: right counts in right places, hatching, breaks, marks, fit for wide and narrow, valid specifications."""

import json
import re
from dataclasses import replace

import pytest
from tests.unit.renderers.sample import grades_records, interval_records, looped_records, quarters_records

from looped.renderers.charts import DRAWINGS, drawing, specified
from looped.renderers.charts.canvas import DESCRIBED, Box, Line, Words, moved, specification
from looped.renderers.charts.described import described
from looped.renderers.charts.style import WIDTHS, breadth, scale_of, wrapped
from looped.renderers.palette import RAMPS
from looped.renderers.tree import of_kind
from looped.reports.nodes import Chart

OURS = {
    "grades_by_month": grades_records({"April": (1, 7, 20, 3, 2), "May": (0, 0, 0, 0, 0)}),
    "grades_by_domain": grades_records({"Plans": (1, 7, 20, 3, 2)}),
    "domain_months": grades_records({"April": (1, 7, 20, 3, 2)}),
    "quarters_over_time": quarters_records(),
    "looped_differences": looped_records(),
    "shares_with_intervals": interval_records(),
}

# Drawn in the tests of their sections, with the figures they need.
TRIED_ELSEWHERE = {"control_chart", "funnel"}


def _chart(kind, records, **options):
    return Chart("code", "Title", kind, ("Alt",), tuple(records), tuple(options.items()))


def _lettering(svg):
    return [re.sub("<[^>]+>", "", words) for words in re.findall(r"<text[^>]*>.*?</text>", svg, re.S)]


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("kind", OURS)
def test_every_drawing_keeps_to_its_width(kind, size):
    """A wide one fits A4's text block, a narrow one a telephone; a margin of a few pixels apart."""
    picture = drawing(_chart(kind, OURS[kind]), size)

    assert picture.width <= WIDTHS[size] + 8 and picture.height > 60


@pytest.mark.slow
@pytest.mark.parametrize("kind", OURS)
def test_specifications_are_valid_vega_lite(kind):
    """Altair's own check, which drawing leaves out for speed, finds nothing."""
    import altair as alt

    assert alt.Chart.from_dict(specified(_chart(kind, OURS[kind])), validate=True) is not None


def test_kept_descriptions_are_altairs():
    """The file is what Altair says now; write it anew with `python -m looped.renderers.charts.described`."""
    assert json.loads(DESCRIBED.read_text(encoding="utf-8")) == described()


def test_segments_carry_their_counts_from_the_highest_grade():
    """Left to right as the key above says: highest first, not graded last."""
    svg = drawing(_chart("grades_by_month", grades_records({"April": (1, 7, 20, 3, 2)}))).svg

    assert [words for words in _lettering(svg) if words.isdigit()] == ["1", "7", "20", "3", "2"]
    assert _lettering(svg).index("Outstanding") < _lettering(svg).index("Not graded")


def test_fills_are_the_palettes_and_not_graded_is_hatched():
    """Each grade in its colour; one without a grade has a pattern, not a colour."""
    svg = drawing(_chart("grades_by_month", grades_records({"April": (1, 7, 20, 3, 2)}))).svg

    # Once in the key, once in the only bar.
    assert [svg.count(f'fill="{fill}"') for fill in (*RAMPS[4], "url(#hatch)")] == [2] * 5


def test_a_month_without_audits_says_so():
    """No bar and no zero stands for a month with no round."""
    assert "No audits" in _lettering(drawing(_chart("grades_by_month", OURS["grades_by_month"])).svg)


def test_share_from_good_is_printed_as_in_the_tables():
    """Where the scale's good is given: 21 of 77 is 27.3%."""
    chart = _chart("grades_by_month", grades_records({"Quarter": (0, 21, 49, 7, 0)}), good_from=3)

    for size in WIDTHS:
        assert [words for words in _lettering(drawing(chart, size).svg) if words in ("27.3%", "Good or better")] == [
            "Good or better",
            "27.3%",
        ]


def test_columns_as_reported_are_hatched_and_ours_are_not():
    """Four quarters of four grades were reported, less those of nothing; and the key says what hatching means."""
    svg = drawing(_chart("quarters_over_time", quarters_records())).svg

    hatched = 4 * 4 - 1
    assert svg.count('fill="url(#shade)"') == hatched + 1
    assert "As reported: taken from earlier reports, not counted again" in _lettering(svg)


def test_without_anything_reported_nothing_is_hatched():
    """And no key explains what isn't there."""
    ours = [{**record, "reported": False} for record in quarters_records()]
    svg = drawing(_chart("quarters_over_time", ours)).svg

    assert 'fill="url(#shade)"' not in svg and not any("reported" in words for words in _lettering(svg))


def test_breaks_and_marks_are_named():
    """By their labels, marks with their value."""
    breaks = ({"before": 4, "label": "New descriptors"}, {"before": 1, "label": "New forms"})
    marks = ({"label": "Target", "grade": "Good", "value": 0.5, "from": None, "to": 3, "kind": "target"},)
    svg = drawing(_chart("quarters_over_time", quarters_records(), breaks=breaks, marks=marks)).svg

    named = [words for words in _lettering(svg) if words.startswith(("Break", "Target"))]
    assert sorted(named) == ["Break: New descriptors", "Break: New forms", "Target 50%"]


def test_a_share_that_is_not_stated_is_a_dash():
    """Not a column of nothing."""
    records = [{**record, "share": None} for record in quarters_records()]

    assert _lettering(drawing(_chart("quarters_over_time", records)).svg).count("–") == 20


def test_many_quarters_on_a_narrow_picture_stay_short():
    """Where "n not stated" has no room, a question mark does."""
    many = [{**record, "period": f"Q{at}", "order": at} for at in range(12) for record in quarters_records()[:4]]
    words = _lettering(drawing(_chart("quarters_over_time", many), "narrow").svg)

    assert (words.count("n = ?"), words.count("n not stated")) == (12, 0)


def test_looped_grid_has_every_cell_and_marks_agreement():
    """16 cells, four of them outlined as agreement; counts as given."""
    svg = drawing(_chart("looped_differences", looped_records())).svg

    assert sorted(words for words in _lettering(svg) if words.isdigit()) == sorted("0" * 10 + "641121")
    assert svg.count('stroke-width="2"') == 4 + 1


def test_looped_grids_of_several_domains_leave_zeros_out():
    """Small grids say in words that an empty cell is none, and what the short names stand for."""
    two = [
        {**record, "domain": name, "order": at}
        for at, name in enumerate(("Plans", "Meetings"))
        for record in looped_records()
    ]
    words = _lettering(drawing(_chart("looped_differences", two), "wide").svg)

    assert "0" not in words and {"Plans", "Meetings", "RI"} <= set(words)
    assert any("Empty: none. I Inadequate; RI Requires Improvement" in each for each in words)


def test_intervals_print_share_and_counts():
    """As the tables do; a row without audits says so."""
    records = [
        *interval_records(),
        {"label": "None", "order": 9, "share": None, "low": None, "high": None, "count": 0, "base": 0},
    ]
    words = _lettering(drawing(_chart("shares_with_intervals", records)).svg)

    assert {"39.0% (30 of 77)", "No audits", "–"} <= set(words)


def test_a_drawing_is_made_once_for_all_formats(sample_report):
    """The page and the PDF have the same picture."""
    chart = of_kind(sample_report, Chart)[0]

    assert drawing(chart) is drawing(replace(chart, title="Another title"))


def test_png_is_twice_as_fine():
    """For paper: two pixels for one."""
    picture = drawing(_chart("domain_months", OURS["domain_months"]))
    png = picture.png(2)

    assert (png[:8], int.from_bytes(png[16:20])) == (b"\x89PNG\r\n\x1a\n", 2 * picture.width)


def test_every_drawing_is_tried_here_or_in_a_test_of_its_own():
    """A new kind of drawing has records here, or is named as tried elsewhere."""
    assert set(DRAWINGS) == set(OURS) | TRIED_ELSEWHERE


def test_scale_takes_names_from_options_too():
    """A grade that nobody got still stands in the key."""
    records = [{"grade": "Good", "position": 3}]

    assert scale_of(records, {"grades": ("Bad", "Middling", "Good")}) == [("Good", 3), ("Middling", 2), ("Bad", 1)]


def test_wrapping_breaks_between_words_only():
    """A word that is too long has a line to itself."""
    assert wrapped("A verylongwordindeed b c", breadth("b c")) == ["A", "verylongwordindeed", "b c"]


def test_marks_move_together():
    """Boxes and lines with both ends."""
    marks = [Box(0, 0, 1, 1, "#fff"), Line(0, 0, 1, 1), Words(0, 0, "x")]

    assert moved(marks, 2, 3) == [Box(2, 3, 3, 4, "#fff"), Line(2, 3, 3, 4), Words(2, 3, "x")]


def test_marks_alike_share_a_layer():
    """Three marks of two kinds are two layers."""
    made = specification([Words(0, 0, "a"), Box(0, 0, 1, 1, "#fff"), Words(1, 1, "b")], 10, 10)

    assert [layer["mark"]["type"] for layer in made["layer"]] == ["rect", "text"]
