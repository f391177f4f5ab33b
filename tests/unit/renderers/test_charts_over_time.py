"""Charts over time and between services: what is drawn, and what is not."""

import re

import pytest

from looped.renderers.charts import drawing
from looped.renderers.charts.canvas import Dot
from looped.renderers.charts.icons import ICON, icon_marks
from looped.renderers.charts.style import WIDTHS
from looped.renderers.palette import ACCENT, CAUTION, QUIET
from looped.reports.nodes import Chart

LIMITS = "Limits of what chance gives"


def months(many, panel="All", order=0, standing="full", **special):
    """A record a month from July 2022: 40% of 20 audits, limits 10% and 70%. special: m3={...} for the fourth."""
    drawn = standing != "none"
    usual = {"value": 0.4, "low": 0.2, "high": 0.6, "hits": 8, "base": 20, "outside": None, "part": 0}
    usual |= {"centre": 0.4, "lower": 0.1, "upper": 0.7} if drawn else {"centre": None, "lower": None, "upper": None}
    found = []
    for at in range(many):
        year, month = divmod(6 + at, 12)
        record = {"panel": panel, "panel_order": order, "month": f"{2022 + year}-{month + 1:02}", "order": at}
        found.append(record | usual | {"standing": standing} | special.get(f"m{at}", {}))
    return found


def picture(records, size="wide", kind="control_chart", **options):
    """The picture of such records."""
    return drawing(Chart("code", "Title", kind, ("Alt",), tuple(records), tuple(options.items())), size)


def lettering(records, **more):
    """All words of the picture."""
    found = re.findall(r"<text[^>]*>.*?</text>", picture(records, **more).svg, re.DOTALL)
    return [re.sub("<[^>]+>", "", words) for words in found]


def lines_in(svg, ink):
    """How many lines have this ink."""
    return len(re.findall(f'<line[^>]*stroke="{ink}"', svg))


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("many", [2, 3, 12, 24])
def test_charts_keep_to_their_width(size, many):
    """However many months."""
    assert picture(months(many), size).width <= WIDTHS[size] + 8


@pytest.mark.slow
def test_specifications_are_valid_vega_lite():
    """Altair's own check finds nothing."""
    import altair as alt

    from looped.renderers import charts

    for kind, records, options in (("control_chart", months(24), {}), ("funnel", areas(), funnel_options())):
        assert alt.Chart.from_dict(charts._drawer(kind)(records, options, "wide"), validate=True) is not None


def test_three_points_without_limits_have_intervals_and_their_figures():
    """No limits, no line from point to point; each share with its counts beside it."""
    words = lettering(months(3, standing="none"))

    assert LIMITS not in words
    assert "95% interval, where there are no limits" in words
    assert words.count("40.0% (8 of 20)") == 3
    assert lines_in(picture(months(3, standing="none")).svg, ACCENT) == 0


def test_points_within_limits_are_joined_within_their_part_alone():
    """24 months of two parts: 12 - 1 lines in each."""
    records = months(24, **{f"m{at}": {"part": 1} for at in range(12, 24)})

    assert lines_in(picture(records).svg, ACCENT) == 11 + 11


def test_provisional_limits_are_called_so():
    """And drawn in another dash."""
    words = lettering(months(8, standing="provisional"))

    assert f"{LIMITS}, provisional" in words
    assert LIMITS not in words


def test_a_month_outside_is_named_and_ringed():
    """Not by colour alone."""
    words = lettering(months(14, m5={"value": 0.9, "outside": "above"}, m7={"value": 0.0, "outside": "below"}))

    assert {"Dec 2022", "Feb 2023", "Outside its limits"} <= set(words)


def test_breaks_are_numbered_and_the_target_is_in_the_key():
    """As the list beside the chart numbers them."""
    words = lettering(months(14), breaks=[{"before": 3, "number": 1}, {"before": 9, "number": 2}], target=0.8)

    assert ("1" in words, "2" in words, "Break" in words, "Target 80%" in words) == (True, True, True, True)


def test_a_limit_at_the_end_of_the_scale_is_not_drawn():
    """Nothing could pass it: of a pair only the other is a line."""
    both = lines_in(picture(months(14)).svg, QUIET)
    one = lines_in(picture(months(14, **{f"m{at}": {"lower": 0.0} for at in range(14)})).svg, QUIET)

    assert both - one == 14


def test_a_month_without_audits_is_a_gap():
    """No point; the line passes over it."""
    gap = {"value": None, "low": None, "high": None, "centre": None, "lower": None, "upper": None, "base": 0}

    assert lines_in(picture(months(14, m4=gap)).svg, ACCENT) == 12
    assert lettering(months(3, standing="none", m1=gap)).count("40.0% (8 of 20)") == 2


def test_small_charts_carry_their_names():
    """One for each domain; two beside each other on paper, one below the other on a telephone."""
    records = [
        record for order, name in enumerate(("Plans", "Supervision", "Diversity")) for record in months(14, name, order)
    ]

    assert [word for word in lettering(records) if word in ("Plans", "Supervision", "Diversity")] == [
        "Plans",
        "Supervision",
        "Diversity",
    ]
    assert picture(records, "narrow").height > picture(records, "wide").height


def test_counts_have_a_scale_of_counts():
    """From 0 to the next even number above all limits."""
    record = {"value": 1, "low": None, "high": None, "centre": 0.7, "lower": 0, "upper": 5}

    words = lettering(months(14, **{f"m{at}": record for at in range(14)}), unit="count")

    assert {"0", "3", "6"} <= set(words)
    assert not any(word.endswith("%") for word in words)


def test_every_year_is_named_once():
    """Where the months are too many for the width, some of their names are left out, no year is."""
    words = lettering(months(24), size="narrow")

    assert [word for word in words if word.isdigit() and len(word) == 4] == ["2022", "2023", "2024"]


@pytest.mark.parametrize(
    ("icon", "letter", "ink"),
    [
        ("common_cause", [], QUIET),
        ("improvement_high", ["H"], ACCENT),
        ("concern_low", ["L"], CAUTION),
        ("neutral_high", ["H"], QUIET),
    ],
)
def test_icons_tell_by_letter_and_path_too(icon, letter, ink):
    """A ring, a path of points, a letter for high and low."""
    marks = icon_marks(icon)

    assert [mark.text for mark in marks if hasattr(mark, "text")] == letter
    assert next(mark.fill for mark in marks if isinstance(mark, Dot)) == ink
    path = [mark for mark in marks if isinstance(mark, Dot) and mark.size == 5]
    assert (path[-1].y < path[0].y) == (icon != "concern_low")


@pytest.mark.parametrize(
    ("icon", "letter", "ink", "target_is"),
    [
        ("consistent_pass", "P", ACCENT, "below"),
        ("consistent_fail", "F", CAUTION, "above"),
        ("inconsistent", "?", QUIET, "through"),
    ],
)
def test_icons_of_a_target_tell_by_letter_and_line_too(icon, letter, ink, target_is):
    """A wave with the target below all of it, above all of it, or through it."""
    marks = icon_marks(icon)
    wave = [mark.y for mark in marks if isinstance(mark, Dot) and mark.size == 5]
    line = next(mark.y for mark in marks if isinstance(mark, Dot) and mark.size == 2.4)

    assert [(mark.text, mark.ink) for mark in marks if hasattr(mark, "text")] == [(letter, ink)]
    assert target_is == ("below" if line > max(wave) else "above" if line < min(wave) else "through")


def test_two_icons_stand_beside_each_other():
    """The first at the left, as they are named; narrow pictures have room for both."""
    for size in WIDTHS:
        assert picture(months(14), size, icons=["common_cause", "consistent_fail"]).width <= WIDTHS[size] + 8
    words = lettering(months(14), icons=["concern_low", "consistent_fail"])
    assert words.index("F") >= 0
    assert words.index("L") >= 0


def test_flagged_months_carry_letters_and_the_key_says_what_they_mean():
    """H and L as in the icons; the limits have the name that the chart gives them."""
    records = months(14, m3={"special": "concern_low"}, m9={"special": "improvement_high"})
    words = lettering(records, limits="XmR limits")

    assert {"H", "L", "H: flagged as high", "L: flagged as low", "XmR limits"} <= set(words)
    assert LIMITS not in words
    assert not {"H", "L"} & set(lettering(months(14)))


def test_a_key_too_long_for_the_width_flows_into_lines():
    """On a telephone limits, intervals and breaks don't fit beside each other."""
    records = months(14, **{f"m{at}": {"part": 1, "standing": "none", "lower": None} for at in range(9, 14)})
    breaks = [{"before": 9, "number": 1}]

    assert picture(records, "narrow", breaks=breaks).height - picture(records, breaks=breaks).height >= 16


def test_the_icon_stands_at_the_right_of_the_key():
    """A chart with an icon is as wide as one without."""
    with_icon, without = picture(months(14), icons=["common_cause"]), picture(months(14))

    assert with_icon.width == without.width
    assert with_icon.height - without.height < ICON


def areas(**special):
    """Three areas within the funnel; special by name."""
    usual = {"hits": 10, "few": False, "place": "inside"}
    given = {"A": {"base": 20, "share": 0.5}, "B": {"base": 30, "share": 0.3}, "C": {"base": 10, "share": 0.4}}
    return [usual | {"label": name} | record | special.get(name, {}) for name, record in given.items()]


def funnel_options():
    """A funnel of straight lines."""
    limits = [
        {"base": base, "inner_low": 0.4 - 4 / base, "inner_high": 0.4 + 4 / base, "outer_low": 0, "outer_high": 1}
        for base in (20, 30, 33)
    ]
    return {"common": 0.4, "limits": limits}


def test_areas_carry_their_names():
    """Each beside its point."""
    words = lettering(areas(), kind="funnel", **funnel_options())

    assert {"A", "B", "C", "Audits of the area"} <= set(words)
    assert not {"Too few to say", "Somewhat off", "Further off than chance gives"} & set(words)


def test_a_funnel_says_what_its_points_are():
    """Teams in a funnel of teams."""
    words = lettering(areas(), kind="funnel", **funnel_options(), unit="team")

    assert {"Audits of the team", "Chance puts 95% of teams inside"} <= set(words)


def test_the_key_tells_what_marks_mean():
    """Only those that are there."""
    records = areas(A={"place": "above 99.8%"}, B={"place": "below 95%"}, C={"few": True})
    words = lettering(records, kind="funnel", **funnel_options())

    assert {"Too few to say", "Somewhat off", "Further off than chance gives"} <= set(words)


def test_names_that_would_cover_each_other_are_left_to_the_table():
    """Five areas at one place: not all names fit around it, and none lies on another."""
    records = [areas()[0] | {"label": f"A service area number {n}"} for n in range(5)]
    words = [word for word in lettering(records, kind="funnel", size="narrow", **funnel_options()) if "number" in word]

    assert 1 <= len(words) < 5


def test_limits_at_the_ends_of_the_scale_are_not_drawn():
    """They limit nothing: two pairs of inner lines alone, and the common share."""
    assert lines_in(picture(areas(), kind="funnel", **funnel_options()).svg, QUIET) == 2 + 2 + 1 + 2
