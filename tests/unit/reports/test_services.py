"""Services beside each other: exact limits, too few to say, and nobody ranked."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from books import book, words
from months_in_a_row import one_framework

from factories import World
from looped.reports.book import Beside
from looped.reports.nodes import Chart
from looped.reports.sections import services
from looped.stats.funnel import funnel

SEVEN = {
    "Assessment": (12, 40),
    "Safeguarding": (10, 31),
    "Children in Care": (9, 30),
    "Leaving Care": (25, 26),
    "Disabled Children": (1, 5),
    "Early Help": (1, 22),
    "Fostering": (4, 14),
}
MONTHS = ("2024-04", "2024-05", "2024-06")


def world_of(areas: Mapping[str, tuple[int, int]], world: World | None = None) -> World:
    """Areas with (good, audits), each spread over the three months."""
    found = world or one_framework()
    for area, (good, audits) in areas.items():
        for number in range(audits):
            found.audit(f"{area}-{number}", MONTHS[number % 3], 3 if number < good else 2, area=area)
    return found


def said(areas: Mapping[str, tuple[int, int]]) -> list[str]:
    """All words of the section."""
    return words(services.section(book(world_of(areas))))


def test_services_within_chance_are_not_told_apart():
    """4, 5 and 6 good of 15 are all within what chance gives."""
    lines = said({"A": (4, 15), "B": (5, 15), "C": (6, 15)})

    assert lines[1] == (
        "With few audits an area’s share can lie far from the common one by chance alone. No service area lies further "
        "off than that: what differs between services may be chance."
    )
    assert "B | 5 of 15 (33.3%) | 13.3% to 60.0% | within what chance gives" in lines


def test_only_what_lies_beyond_both_limits_is_said_to_be_more_than_chance():
    """25 of 26 and 1 of 22, where 62 of 168 are usual."""
    lead = said(SEVEN)[1]

    assert "Further off than chance gives: Early Help, lower (1 of 22; chance nearly always gives " in lead
    assert " and Leaving Care, higher (25 of 26; chance nearly always gives " in lead
    assert lead.endswith("This is no ranking: services work with different families.")


def test_between_the_limits_is_a_question_and_no_finding():
    """10 of 15 where 20 of 45 are usual lies outside 95 in 100, not outside 998 in 1,000."""
    areas = {"A": (11, 15), "B": (4, 15), "C": (3, 15)}
    assert [unit.place for unit in funnel([11, 4, 3], [15, 15, 15])] == ["above 95%", "inside", "inside"]

    lines = said(areas)

    assert "Somewhat off: A, higher (11 of 15; chance gives " in lines[1]
    assert "Chance alone puts one area in twenty there, so this is a question to ask and no finding." in lines[1]
    assert any(line.startswith("A | 11 of 15 (73.3%)") and line.endswith("high, but may be chance") for line in lines)


def test_few_audits_are_too_few_to_say_whatever_their_share():
    """None of five is never called low; the common share counts them all the same."""
    lines = said({"A": (8, 15), "B": (8, 15), "C": (8, 15), "D": (0, 9)})

    assert "Too few audits to say anything: D." in lines
    assert any(line.startswith("D | 0 of 9 (0.0%)") and line.endswith("| too few to say") for line in lines)
    assert "All areas | 24 of 54 (44.4%) | – | –" in lines


def test_areas_stand_in_the_order_of_their_names():
    """Neither best first nor worst first."""
    table = [line.split(" | ")[0] for line in said(SEVEN) if " | " in line]

    assert table[1:-1] == sorted(SEVEN)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("areas", "sentence"),
    [
        (
            {"A": (5, 10), "B": (5, 10), "C": (5, 9)},
            "2 service areas have 10 audits or more. It takes at least 3 to set them beside each other.",
        ),
        ({"A": (5, 10)}, "1 service area has 10 audits or more. It takes at least 3 to set them beside each other."),
        ({}, "No service area has 10 audits or more. It takes at least 3 to set them beside each other."),
    ],
)
def test_fewer_than_three_areas_with_enough_audits_are_one_sentence(areas, sentence):
    """Then there is neither table nor picture."""
    assert said(areas)[1] == sentence
    assert not any(" | " in line or line.startswith("[") for line in said(areas))


def with_teams(teams: Mapping[str, tuple[int, int]], area: str = "A") -> World:
    """Teams with (good, audits), all of one area."""
    found = one_framework()
    for team, (good, audits) in teams.items():
        for number in range(audits):
            found.audit(f"{team}-{number}", MONTHS[number % 3], 3 if number < good else 2, area=area, team=team)
    return found


def test_teams_have_a_funnel_of_their_own():
    """Where three of them have enough audits, though their one area has nothing beside it."""
    whole = services.section(
        book(with_teams({"Team 1": (4, 15), "Team 2": (15, 15), "Team 3": (5, 15), "New": (1, 3)}))
    )
    lines = words(whole)

    assert lines[1].startswith("1 service area has 10 audits or more.")
    assert lines[2].startswith("With few audits a team’s share can lie far from the common one by chance alone. ")
    assert "Further off than chance gives: Team 2, higher (15 of 15; chance nearly always gives " in lines[2]
    assert lines[2].endswith("This is no ranking: teams work with different families.")
    assert "Too few audits to say anything: New." in lines
    assert "All teams | 25 of 48 (52.1%) | – | –" in lines
    assert "[funnel] Good or better overall, by team" in lines
    (chart,) = (block for block in whole.blocks if isinstance(block, Chart))
    assert (chart.code, dict(chart.options)["unit"], len(chart.data)) == ("chart-teams", "team", 4)


def test_two_teams_are_not_set_beside_each_other():
    """It takes three."""
    assert "2 teams have 10 audits or more. It takes at least 3 to set them beside each other." in words(
        services.section(book(with_teams({"Team 1": (4, 15), "Team 2": (9, 15)})))
    )


def test_many_teams_with_few_audits_are_counted_and_the_table_has_their_names():
    """A list of names longer than five is no sentence."""
    few = {f"Small {number}": (1, 2) for number in range(6)}
    lines = words(services.section(book(with_teams(few | {"A": (5, 15), "B": (5, 15), "C": (5, 15)}))))

    assert "Too few audits to say anything of 6 of the teams: the table shows which." in lines
    assert sum(line.endswith("| too few to say") for line in lines) == 6


def test_teams_that_are_the_areas_again_are_not_told_twice():
    """A council that enters the one in both columns."""
    world = one_framework()
    for name, good in (("A", 4), ("B", 5), ("C", 6)):
        for number in range(15):
            world.audit(f"{name}-{number}", MONTHS[number % 3], 3 if number < good else 2, area=name, team=name)

    assert [line for line in words(services.section(book(world))) if line.startswith("[")] == [
        "[funnel] Good or better overall, by service area"
    ]


def test_without_teams_it_is_said_what_would_tell():
    """Where the returns have no such column."""
    world = one_framework()
    for number in range(12):
        world.audit(f"A-{number}", MONTHS[number % 3], 3, team=None)

    assert (
        "No team is given in what was read, so teams can't be set beside each other. A column of that name would do."
        in words(services.section(book(world)))
    )


def test_councils_are_set_beside_each_other_where_there_are_several():
    """Exact limits for each; one council alone is never named."""
    whole = book(with_teams({"Team 1": (4, 15)}))
    several = (Beside("South", 2, 40), Beside("East", 15, 40), Beside("North", 20, 40))

    alone, together = (words(services.section(each)) for each in (whole, replace(whole, councils=several)))

    assert not any("council" in line for line in alone)
    assert [line.split(" | ")[0] for line in together if " | " in line][1:] == [
        "East",
        "North",
        "South",
        "All councils",
    ]
    assert any(
        "Further off than chance gives: South, lower (2 of 40; chance nearly always gives " in line for line in together
    )


def test_teams_and_councils_are_counted_as_areas_are():
    """Over the whole period, monthly audits alone; nameless ones are of none."""
    world = with_teams({"Team 1": (4, 15), "Team 2": (9, 12)}).audit("X", "2024-04", 3, team=None)
    world.audit("T", "2024-04", 3, team="Team 1", kind="thematic")
    whole = book(world)

    assert whole.teams == (Beside("Team 1", 4, 15), Beside("Team 2", 9, 12))
    assert whole.councils == (Beside("Invented", 14, 28),)


def test_each_council_counts_its_own_audits():
    """Two in one set of tables, with the same names of audits."""
    world = with_teams({"Team 1": (4, 15)})
    world.authority = "Other"
    for number in range(5):
        world.audit(f"Team 1-{number}", "2024-04", 3)

    assert book(world).councils == (Beside("Invented", 4, 15), Beside("Other", 5, 5))


def test_audits_without_a_service_area_are_of_none():
    """They belong to nobody's share."""
    world = world_of({"A": (5, 10), "B": (5, 10), "C": (5, 10)}).audit("X", "2024-04", 3, area=None)

    assert "All areas | 15 of 30 (50.0%) | – | –" in words(services.section(book(world)))


def test_a_break_of_framework_within_the_period_forbids_it():
    """Some areas would be graded by one framework and some by the other."""
    whole = book(world_of({"A": (5, 12), "B": (5, 12), "C": (5, 12)}, World()).audit("Z", "2024-03"), "2024-03")

    lines = words(services.section(whole))

    assert lines == [
        "Between services",
        "The framework changed within this period, so service areas can't be set beside each other.",
    ]


@pytest.mark.slow
def test_areas_read_in_different_months_are_said():
    """A difference between areas may be one between months."""
    world = one_framework()
    for month, area in zip(MONTHS, "ABC", strict=True):
        for number in range(12):
            world.audit(f"{area}{number}", month, 3 if number < 5 else 2, area=area)

    assert any(line.startswith("Read in different months: ") for line in words(services.section(book(world))))
    assert not any(line.startswith("Read in different months") for line in said(SEVEN))


def test_a_framework_without_overall_grade_has_no_such_section():
    """There is no overall share to compare."""
    world = one_framework()
    world.framework = replace(world.framework, rules=replace(world.framework.rules, overall="absent"))

    assert services.section(book(world_of({"A": (5, 12)}, world))) is None


def test_an_ordinary_count_lies_inside_the_drawn_line_and_another_outside():
    """The picture never contradicts the table, at any number of audits."""
    section = services.section(book(world_of(SEVEN)))
    chart = next(block for block in section.blocks if isinstance(block, Chart))
    options = dict(chart.options)

    for line in options["limits"]:
        for hits in range(line["base"] + 1):
            unit = funnel([hits], [line["base"]], options["common"])[0]
            share = hits / line["base"]
            assert (unit.place == "inside") == (
                line["inner_low"] <= share < line["inner_high"] or share == 1 == line["inner_high"]
            )
