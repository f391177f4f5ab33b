"""Where one month stops being like the one before it."""

from books import book
from hypothesis import given
from hypothesis import strategies as st
from months_in_a_row import even, one_framework, row

from factories import World
from looped.reports.series import Break, in_force

BOTH = frozenset({"a", "b"})


def breaks(world: World, last: str = "2024-06") -> list[tuple[str, dict]]:
    found = book(world, last, last).series
    assert found is not None
    return [(each.month, dict(each.reasons)) for each in found.breaks]


def test_months_alike_have_no_break():
    """Two years of the same service areas, read by one framework, are one stretch."""
    world = row(one_framework(), even("2022-04", "2024-06", 6, 20))

    assert breaks(world) == []


def test_series_is_at_most_two_years_and_begins_with_the_first_audits():
    """Twenty-four months that end with the period; months before any record are no months without audits."""
    long = book(row(one_framework(), even("2022-04", "2024-06", 3, 5))).series
    short = book(row(one_framework(), {"2024-02": (1, 4), "2024-05": (2, 4)})).series

    assert (long.months[0].month, len(long.months)) == ("2022-07", 24)
    assert [(month.month, month.audits) for month in short.months] == [
        ("2024-02", 4),
        ("2024-03", 0),
        ("2024-04", 0),
        ("2024-05", 4),
        ("2024-06", 0),
    ]


def test_no_audits_is_no_series():
    """Nothing is drawn of nothing."""
    assert book(World()).series.months == ()


def test_counts_are_those_of_monthly_rounds_alone():
    """Thematic audits never join a chart over time."""
    world = row(one_framework(), {"2024-06": (3, 5)}, low={"2024-06": 1})
    world.audit("T1", "2024-06", 4, kind="thematic")

    month = book(world).series.months[-1]

    assert (month.audits, month.hits["plans"], month.bases["overall"], month.ladder) == (5, 3, 5, 1)
    assert month.grades["overall"] == {1: 1, 2: 1, 3: 3, 4: 0}


def test_nothing_of_a_sealed_audit_is_in_a_chart():
    """Until both returns are in it is in no month, not even as an audit."""
    world = row(one_framework(), {"2024-06": (3, 5)}).audit("L1", "2024-06", 3, looped=True, area="Leaving Care")

    month = book(world).series.months[-1]

    assert (month.audits, month.areas) == (5, {"Safeguarding": 5})


def test_a_change_of_framework_is_named_by_its_note():
    """The descriptors changed with it, so grades before and after are not of one kind."""
    world = row(World(), {"2024-03": (4, 10), "2024-04": (4, 10)})

    assert breaks(world) == [
        (
            "2024-04",
            {
                "framework": "From April 2024 the grade descriptors are new and more detailed, and looped audits were "
                "brought in"
            },
        )
    ]


def test_a_framework_without_a_note_is_still_a_break():
    """A break is named even where its framework says nothing of itself."""
    from dataclasses import replace

    from looped.reports.series import SeriesMonth, series_of
    from looped.rubric.loading import framework_for

    months = [
        SeriesMonth("2024-03", 9, {}, {}, 0, framework="old"),
        SeriesMonth("2024-04", 9, {}, {}, 0, framework="new"),
    ]
    framework = replace(framework_for("2024-04"), code="new", note="")

    assert series_of(months, [framework]).breaks == (
        Break(1, "2024-04", {"framework": "From April 2024 another framework"}),
    )


def test_other_service_areas_are_a_break():
    """April read one service, May another."""
    world = row(one_framework(), {"2024-04": (4, 12)})
    row(world, {"2024-05": (4, 12)}, area="Leaving Care")

    assert breaks(world) == [("2024-05", {"coverage": "Leaving Care now read; Safeguarding no longer read"})]


def test_an_area_that_chance_may_leave_out_is_no_break():
    """One file in twelve is of a small service; that a month of twelve has none is the luck of the draw."""
    world = row(one_framework(), even("2024-01", "2024-06", 4, 11))
    world.audit("S1", "2024-01", area="Disabled Children").audit("S2", "2024-04", area="Disabled Children")

    assert breaks(world) == []


def lacking(world: World) -> list[tuple[str, dict]]:
    return [(each.month, dict(each.lacking)) for each in book(world, "2024-06", "2024-06").series.breaks]


def test_an_area_that_chance_may_leave_out_is_named_beside_a_break():
    """Where other areas changed, a reader sees that it isn't there either: in the month after or the one before."""
    gone, come = (
        row(row(one_framework(), {"2024-05": (4, 12)}), {"2024-06": (4, 12)}, area="Leaving Care") for _ in range(2)
    )
    gone.audit("S1", "2024-05", area="Disabled Children")
    come.audit("S1", "2024-06", area="Disabled Children")

    assert lacking(gone) == [("2024-06", {"2024-06": ("Disabled Children",)})]
    assert lacking(come) == [("2024-06", {"2024-05": ("Disabled Children",)})]


def test_beside_a_break_of_another_kind_no_area_is_named():
    """It says nothing of which areas were read."""
    world = row(one_framework(), {"2024-05": (4, 12)}, selection="random")
    world.audit("S1", "2024-05", selection="random", area="Disabled Children")
    row(world, {"2024-06": (4, 12)}, selection="targeted")

    assert lacking(world) == [("2024-06", {})]


def test_another_way_of_selecting_is_a_break():
    """Targeted files are not those that chance would have drawn."""
    world = row(one_framework(), even("2024-03", "2024-04", 4, 12), selection="random")
    row(world, even("2024-05", "2024-06", 4, 12), selection="targeted")

    assert breaks(world) == [("2024-05", {"selection": "files now chosen for a purpose; no longer drawn at random"})]


def test_moderation_brought_in_is_a_break():
    """Grades settled with a second look are not of one kind with those without."""
    world = row(one_framework(), even("2024-03", "2024-04", 4, 20))
    row(world, even("2024-05", "2024-06", 4, 20), moderation={"overall": 3}, why="dip_sample")
    unsaid = row(one_framework(), {"2024-04": (4, 20)})
    unsaid.known = frozenset()
    row(unsaid, {"2024-05": (4, 20)}, moderation={"overall": 3})

    assert breaks(world) == [("2024-05", {"moderation": "moderation of a dip sample brought in"})]
    assert breaks(unsaid) == [("2024-05", {"moderation": "moderation brought in"})]


def test_looped_audits_brought_in_are_a_break():
    """Two readers settle what one reader says alone."""
    world = row(one_framework(), even("2024-03", "2024-04", 4, 20))
    row(world, even("2024-05", "2024-06", 4, 20), second=3)

    assert breaks(world) == [("2024-05", {"moderation": "looped audits brought in"})]


def test_moderation_that_is_still_to_come_is_no_break():
    """The newest month isn't moderated yet; only three such months say that moderation has stopped."""
    world = row(one_framework(), even("2023-12", "2024-04", 4, 20), moderation={"overall": 3}, why="rule")
    late = row(one_framework(), even("2023-12", "2024-03", 4, 20), moderation={"overall": 3}, why="rule")
    row(world, even("2024-05", "2024-06", 4, 20))
    row(late, even("2024-04", "2024-06", 4, 20))

    assert breaks(world) == []
    assert breaks(late) == [("2024-04", {"moderation": "moderation by a rule ended"})]


def test_months_without_audits_are_passed_over():
    """An empty month is not a change of anything; the months on its two sides are compared."""
    world = row(one_framework(), {"2024-03": (4, 12), "2024-05": (4, 12)})
    row(world, {"2024-06": (4, 12)}, area="Leaving Care")

    assert [month for month, _ in breaks(world)] == ["2024-06"]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12))
def test_what_every_month_has_is_in_force_in_every_month(bases):
    """However many audits there are."""
    counts = [{"a": 1, "b": base} for base in bases]

    assert in_force(counts, bases) == [BOTH] * len(bases)


@given(st.integers(0, 8), st.integers(0, 8))
def test_in_force_reads_alike_from_both_ends(before, after):
    """Turned round, a series has the same stretches, where nothing is waited for."""
    counts = [{"a": 10}] * before + [{"a": 8, "b": 2}] + [{"a": 10}] * after
    bases = [10] * len(counts)

    assert in_force(counts[::-1], bases) == in_force(counts, bases)[::-1]


def test_a_long_run_without_an_area_is_a_change_though_each_month_could_be_chance():
    """Half of the files, then none in two months of six: 1 in 4,096 by chance. One such month: 1 in 64."""
    counts = [{"a": 3, "b": 3}, {"a": 6}, {"a": 6}]

    assert in_force(counts, [6, 6, 6]) == [BOTH, frozenset("a"), frozenset("a")]
    assert in_force(counts[:2], [6, 6]) == [BOTH, BOTH]
