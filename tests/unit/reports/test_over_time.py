"""Charts over time say what their limits allow, and nothing where months don't suffice."""

from dataclasses import replace
from datetime import date

import pytest
from books import book, words
from months_in_a_row import even, one_framework, row

from factories import World
from looped.figures.cube import Mark
from looped.reports.limits import by_chance, limits_of
from looped.reports.nodes import Chart, text_of
from looped.reports.sections import over_time

pytestmark = pytest.mark.slow


def lines(world: World, first: str = "2024-04", last: str = "2024-06") -> list[str]:
    """All words of the section."""
    return words(over_time.section(book(world, first, last)))


def charts(world: World) -> list[Chart]:
    """Its pictures."""
    return [block for block in over_time.section(book(world)).blocks if isinstance(block, Chart)]


def steady(**spikes: tuple[int, int]) -> World:
    """Two years of 8 good in 20; spikes by month, written `m2024_03`."""
    counts = even("2022-07", "2024-06", 8, 20) | {name[1:].replace("_", "-"): counts for name, counts in spikes.items()}
    return row(one_framework(), counts)


def test_three_months_have_points_and_intervals_and_no_limits():
    """The whole section, as a board reads it: short, and silent about change."""
    said = lines(row(one_framework(), {"2024-04": (7, 31), "2024-05": (7, 30), "2024-06": (7, 16)}))

    assert said[: said.index("[control_chart] Good or better overall, month by month") + 1] == [
        "Over time",
        "April 2024 to June 2024: 3 months with monthly audits. Only months made in the same way are joined into one "
        "chart.",
        "No limits are drawn: they need at least 7 months in a row that were made in the same way, and the longest such "
        "run here is 3 months. So these months can't show change. The bars are 95% intervals: how far the true share "
        "could be from what so few audits show.",
        "Good or better overall, month by month",
        "Month | Good or better | 95% interval",
        "April 2024 | 7 of 31 (22.6%) | 11.4% to 39.8%",
        "May 2024 | 7 of 30 (23.3%) | 11.8% to 40.9%",
        "June 2024 | 7 of 16 (43.8%) | 23.1% to 66.8%",
        "[control_chart] Good or better overall, month by month",
    ]
    assert said[-3].startswith("Inadequate overall: 0 of 31, 0 of 30 and 0 of 16, in the order of the months. So few")


def test_a_small_area_that_is_gone_is_told_with_the_break():
    """Else a reader of the table of areas finds one that the break is silent about."""
    one, two = (
        row(row(one_framework(), {"2024-05": (4, 12)}), {"2024-06": (4, 12)}, area="Leaving Care") for _ in range(2)
    )
    one.audit("S1", "2024-05", area="Disabled Children")
    two.audit("S1", "2024-05", area="Disabled Children").audit("S2", "2024-05", area="Fostering")

    changed = "June 2024: Leaving Care now read; Safeguarding no longer read."
    missing = "Missing in June 2024 and not counted, for areas so small may be missing by chance:"
    assert f"{changed} {missing} Disabled Children." in lines(one)
    assert f"{changed} {missing} Disabled Children and Fostering." in lines(two)


def test_one_month_says_nothing_over_time():
    """A single point is no chart."""
    world = row(one_framework(), {"2024-06": (3, 20)})

    assert lines(world) == [
        "Over time",
        "Of the two years that end here only one month is recorded, so nothing can be said about change over time.",
    ]


def test_without_audits_there_is_no_section():
    """Nor a heading over nothing."""
    assert over_time.section(book(World())) is None


def test_two_steady_years_stay_within_their_limits():
    """8 of 20 every month: middle 40%, limits 40% less and more three times the root of 0.4 x 0.6 / 20."""
    said = lines(steady())

    assert (
        "July 2022 to June 2024, 24 months: every month lies within its limits. The share moved no more from month to "
        "month than chance gives."
    ) in said
    assert "June 2024 | 8 of 20 (40.0%) | 21.9% to 61.3% | 7.1% to 72.9% | within its limits" in said


def test_a_month_outside_is_named_with_its_limit_and_no_cause():
    """20 of 20 where two in five are usual: not chance. The chart doesn't know what it was."""
    said = " ".join(lines(steady(m2024_03=(20, 20), m2023_05=(0, 20))))

    assert "below its limits in May 2023 (0 of 20, limit " in said
    assert "and above its limits in March 2024 (20 of 20, limit " in said
    assert "Something other than chance was at work there; the chart doesn't say what." in said
    for claim in ("improved", "worsened", "trend"):
        assert claim not in said


def test_fewer_than_thirteen_months_have_provisional_limits_and_no_icon():
    """Nine months: limits, drawn and called provisional; Making Data Count shows no icon yet."""
    said = " ".join(lines(row(one_framework(), even("2023-10", "2024-06", 8, 20))))

    assert "October 2023 to June 2024, 9 months: every month lies within its limits." in said
    assert " These limits are provisional: they rest on fewer than 13 months." in said
    assert "within its limits (provisional)" in said
    assert "shows no icon: it asks for 13 months since the last break." in said


def test_limits_begin_anew_after_a_break_and_each_break_is_named():
    """A year of one framework, then three months of the next: limits before, none after."""
    world = row(World(), even("2023-04", "2024-06", 8, 20))

    said = lines(world)

    assert any(line.startswith("April 2024: From April 2024 the grade descriptors are new") for line in said)
    assert any(line.startswith("April 2023 to March 2024, 12 months: every month lies within") for line in said)
    assert any(
        line.startswith("Elsewhere no limits are drawn: they need at least 7 months")
        and "the longest other run is 3 months" in line
        for line in said
    )
    assert "May 2024 | 8 of 20 (40.0%) | 21.9% to 61.3% | – | no limits" in said
    # Fifteen months in all, but only three since the break: the familiar chart begins anew too.
    assert any("shows no icon: it asks for 13 months since the last break." in line for line in said)
    assert dict(charts(world)[0].options)["breaks"] == ({"before": 12, "number": 1},)


def test_a_month_without_audits_is_a_gap_in_the_table():
    """It has no share, and isn't called within its limits."""
    counts = even("2023-01", "2024-06", 8, 20)
    del counts["2023-08"]

    assert "August 2023 | no audits | – | – | –" in lines(row(one_framework(), counts))


@pytest.mark.parametrize(
    ("good", "said"),
    [
        (1, " The lower limit is nought: no month, however low, could show a fall here."),
        (11, " The upper limit is the whole: no month, however high, could show a rise here."),
    ],
)
def test_a_limit_that_nothing_can_pass_is_said(good, said):
    """A limit cut off at the end of the scale can never signal."""
    assert any(line.endswith(said) for line in lines(row(one_framework(), even("2023-01", "2024-06", good, 12))))


def test_limits_are_widened_where_months_differ_by_more_than_chance():
    """Shares that swing from 5% to 75% have p' limits from twenty months on, and the factor is told."""
    months = even("2022-07", "2024-06", 1, 20)
    world = row(one_framework(), months | dict.fromkeys(list(months)[::2], (15, 20)))

    said = next(line for line in lines(world) if line.startswith("July 2022 to June 2024, 24 months"))

    assert " times (a p′-chart), because months here differ by more than the luck of the draw." in said


def xmr(world: World) -> tuple[Chart, dict[str, object]]:
    """The XmR chart and its options."""
    drawn = next(chart for chart in charts(world) if chart.code == "chart-xmr-over-time")
    return drawn, dict(drawn.options)


def test_the_familiar_chart_is_told_of_with_its_icon():
    """A last month far above is a high improving icon, which doesn't decide."""
    calm, high = " ".join(lines(steady())), " ".join(lines(steady(m2024_06=(20, 20))))

    assert "it flags no month. Its icon is the one for common cause variation: nothing out of the ordinary." in calm
    # The 23 months before lie below the mean that the last one pulls up.
    assert (
        "it flags July 2022 to May 2024 (seven or more in a row below the mean) and June 2024 (above the upper limit). "
        "Its icon is the one for special cause variation of an improving kind, high. "
    ) in high
    assert "It doesn't know how many audits a month has, and with so few it often flags what is only chance" in high


def test_the_familiar_chart_is_drawn_with_limits_of_its_own():
    """Shares that go 30%, 50% and back have a mean of 40%, ranges of 20 points, limits 2.66 times that off."""
    months = even("2022-07", "2024-06", 6, 20)
    drawn, options = xmr(row(one_framework(), months | dict.fromkeys(list(months)[1::2], (10, 20))))

    record = drawn.data[0]
    assert (record["value"], record["part"], record["standing"]) == (0.3, 0, "full")
    assert record["centre"] == pytest.approx(0.4)
    assert (record["lower"], record["upper"]) == pytest.approx((0.0, 0.4 + 2.66 * 0.2))
    assert (options["icons"], options["breaks"]) == (("common_cause",), ())
    assert text_of(drawn.alt).endswith("July 2022 to June 2024: mean 40.0%, limits 0.0% to 93.2%.")


def test_the_familiar_chart_marks_each_flagged_month_by_its_kind():
    """A month far below concerns, one far above improves; runs are named once, with their months."""
    drawn, _ = xmr(steady(m2022_08=(0, 20), m2024_03=(20, 20)))
    flagged = {record["month"]: record["special"] for record in drawn.data if record["special"]}
    assert (flagged["2022-08"], flagged["2024-03"]) == ("concern_low", "improvement_high")

    high = dict.fromkeys(even("2023-12", "2024-06", 0, 0), (12, 20))
    said = " ".join(lines(row(one_framework(), even("2022-07", "2024-06", 8, 20) | high)))
    assert "December 2023 to June 2024 (" in said


def test_the_familiar_chart_has_provisional_limits_and_breaks():
    """A year with provisional limits, then three months without; the break is drawn where they begin."""
    drawn, options = xmr(row(World(), even("2023-04", "2024-06", 8, 20)))

    assert [(r["standing"], r["upper"] is None) for r in drawn.data] == [("provisional", False)] * 12 + [
        ("none", True)
    ] * 3
    assert [r["part"] for r in drawn.data] == [0] * 12 + [1] * 3
    assert (options["icons"], options["breaks"]) == ((), ({"before": 12, "number": 1},))
    assert "April 2023 to March 2024: mean 40.0%, provisional limits 40.0% to 40.0%." in text_of(drawn.alt)


def test_the_familiar_chart_passes_over_months_without_audits():
    """They are gaps, in the part that they lie in."""
    counts = even("2023-01", "2024-06", 8, 20)
    del counts["2023-08"]
    drawn, _ = xmr(row(one_framework(), counts))

    gap = drawn.data[7]
    assert (gap["month"], gap["value"], gap["upper"], gap["special"], gap["part"]) == ("2023-08", None, None, None, 0)
    assert [record["month"] for record in drawn.data if record["value"] is None] == ["2023-08"]


@pytest.mark.parametrize(
    ("rules", "named", "icons"),
    [
        ("mdc2023", "By the rules of its own tools since November 2023 it flags no month.", ()),
        ("nhsrplotthedots", "By the rules of the R package NHSRplotthedots it flags no month.", ("common_cause",)),
    ],
)
def test_the_familiar_chart_follows_the_rules_chosen_and_names_them(rules, named, icons):
    """Twelve months: the package has full limits and an icon, Making Data Count's own tools don't yet."""
    chosen = replace(book(row(one_framework(), even("2023-07", "2024-06", 8, 20))), xmr_rules=rules)
    section = over_time.section(chosen)

    drawn = next(b for b in section.blocks if isinstance(b, Chart) and b.code == "chart-xmr-over-time")
    assert named in " ".join(words(section))
    assert dict(drawn.options)["icons"] == icons
    assert {record["standing"] for record in drawn.data} == {"full" if icons else "provisional"}


def test_three_months_have_no_familiar_chart():
    """Without limits it would be the other chart again."""
    drawn = charts(row(one_framework(), even("2024-04", "2024-06", 8, 20)))

    assert [chart.code for chart in drawn] == ["chart-over-time"]


def test_the_icon_of_a_target_is_shown_beside_that_of_variation():
    """A target of 90% that 40% would never meet."""
    whole = book(steady())
    section = over_time.section(replace(whole, details=replace(whole.details, marks=(mark(),))))

    drawn = next(b for b in section.blocks if isinstance(b, Chart) and b.code == "chart-xmr-over-time")
    assert dict(drawn.options)["icons"] == ("common_cause", "consistent_fail")
    assert dict(drawn.options)["target"] == 0.9


def mark(**more: object) -> Mark:
    """A target of 90% good or better overall."""
    given = {"authority": "Invented", "figure": "good_or_better", "domain": None, "grade": None, "kind": "target"}
    given |= {"value": 0.9, "valid_from": None, "valid_to": None, "set_by": None, "why": None}
    return Mark(**(given | more))


@pytest.mark.parametrize(
    ("found", "drawn"),
    [
        (mark(), 0.9),
        (mark(kind="baseline"), None),
        (mark(domain="plans"), None),
        (mark(valid_from=date(2024, 7, 1)), None),
        (mark(valid_to=date(2024, 5, 31)), None),
        (mark(valid_from=date(2024, 6, 1), valid_to=date(2024, 6, 30)), 0.9),
    ],
)
def test_the_target_in_force_is_drawn(found, drawn):
    """Only the target of this share, at the end of the period."""
    whole = book(steady())
    with_mark = replace(whole, details=replace(whole.details, marks=(found,)))

    section = over_time.section(with_mark)

    chart = next(block for block in section.blocks if isinstance(block, Chart))
    assert dict(chart.options)["target"] == drawn
    told = "If nothing changes, the target of 90% would never be met. " in " ".join(words(section))
    assert told == (drawn is not None)


def test_domains_stand_small_beside_each_other():
    """Seven charts of one kind, and how many points chance alone would put outside."""
    world = steady(m2024_03=(20, 20))
    said, drawn = lines(world), charts(world)

    assert [len({record["panel"] for record in chart.data}) for chart in drawn] == [1, 1, 7, 1]
    assert "Quality of Plans | 42.5% | above its limits in March 2024 (20 of 20, limit 75.7%)" in said
    assert any(line.endswith(" outside; none lies outside.") for line in lines(steady()))
    assert any(line.startswith("Of the 192 points with limits") and line.endswith("8 lie outside.") for line in said)


def test_chance_outside_is_the_sum_of_exact_tails():
    """24 months of 8 in 20: counts of 1 or fewer, and of 15 or more, by the binomial law with 0.4."""
    from scipy.stats import binom

    chart = limits_of(book(steady()).series, "overall")

    assert by_chance((chart,)) == pytest.approx(24 * (binom.cdf(1, 20, 0.4) + binom.sf(14, 20, 0.4)))


def test_a_framework_without_overall_grade_has_domains_alone():
    """Nothing is said of a grade that nobody gives."""
    world = steady()
    rules = replace(world.framework.rules, overall="absent")
    world.framework = replace(world.framework, rules=rules)

    drawn = charts(world)

    assert [len({record["panel"] for record in chart.data}) for chart in drawn] == [7]


def test_a_domain_without_limits_is_said_to_have_none():
    """A domain that came in with the last framework has too few months of its own."""
    world = steady()
    chart = limits_of(book(world).series, "no_such_domain")

    assert (chart.drawn, over_time._centre(chart)) == ((), ("no limits",))


def rare(low: dict[str, int], good: int = 0) -> str:
    """What is said of Inadequate in two years of 20 audits a month."""
    world = row(one_framework(), even("2022-07", "2024-06", good, 20), low=low)
    return next(line for line in lines(world) if line.startswith("Inadequate overall, July 2022"))


def test_a_rare_grade_says_that_none_is_ordinary():
    """One in 24 months of 20: up to 2 may come in a month; none at all shows nothing."""
    said = rare({"2023-02": 1})

    assert said == (
        "Inadequate overall, July 2022 to June 2024: 1 of 480 audits. No month has more than chance gives. It is so "
        "rare that none at all in a month is ordinary, and never shows a fall. After February 2023 came 320 audits "
        "without one, which happens by chance alone in 33.3% of such series: no sign that it has become rarer."
    )


def test_gaps_between_rare_grades_say_whether_it_became_rarer():
    """Ten in the first ten months, then none in 280: chance hardly ever leaves so many at the end."""
    first = dict.fromkeys(even("2022-07", "2023-04", 0, 0), 1)
    said = rare(first)

    assert "What can show one is the audits from one to the next (a g-chart): chance gives up to 313. No gap " in said
    assert said.endswith(" After April 2023 came 280 audits without one, more than chance gives: it has become rarer.")


def test_a_long_gap_between_rare_grades_is_named_with_what_chance_gives():
    """Many, then none for twenty months, then one: the gap before it was long."""
    early = dict.fromkeys(even("2022-07", "2022-09", 0, 0), 3)
    said = rare(early | {"2024-06": 1})

    assert "chance gives up to 313. Longer was the gap before June 2024 (at least 400): it was rarer then." in said
    assert "After June 2024" not in said


def test_a_grade_never_seen_is_not_proven_absent():
    """None in 480: the upper end of the interval is said."""
    assert rare({}) == (
        "Inadequate overall, July 2022 to June 2024: 0 of 480 audits. None seen doesn't prove that there is none: the "
        "true share could be up to 0.8%."
    )


def test_more_than_chance_gives_is_named():
    """Eight in one month where there is hardly one a month."""
    said = rare({"2023-02": 8, "2023-05": 1})

    assert "More than chance gives in February 2023 (8, where chance gives up to 3)." in said


def test_a_common_lowest_grade_can_fall():
    """Where half of the files are Inadequate, a month with none is fewer than chance gives."""
    low = dict.fromkeys(even("2022-07", "2024-06", 0, 0), 10)

    assert rare(low).endswith(" No month has fewer than chance gives.")
    assert rare(low | {"2024-01": 0}).endswith(" Fewer than chance gives in January 2024.")


def test_rare_grades_of_a_month_without_audits_or_limits():
    """Neither gets a limit; the picture leaves them out."""
    counts = even("2023-01", "2024-06", 8, 20)
    del counts["2023-08"]
    world = row(one_framework(), counts)
    row(world, {"2023-08": (0, 0)})

    drawn = charts(world)[-1]

    assert "August 2023 | no audits | – | –" in lines(world)
    assert [record["value"] for record in drawn.data if record["month"] == "2023-08"] == [None]
