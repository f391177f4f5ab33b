"""What the report's sections need beside the figures."""

from datetime import date, datetime

from tests.factories import KNOWN, World

from looped.figures.cube import Mark, Reported, count
from looped.figures.details import (
    ActionCount,
    Ended,
    Heard,
    LoopedCell,
    Moderation,
    Range,
    details_of,
)
from looped.figures.sources import open_source
from looped.rubric.loading import frameworks

RI, GOOD = "Requires Improvement", "Good"


def details(world, moment=datetime(2030, 1, 1), **more):
    with open_source(world.rows()) as source:
        return details_of(count(source, moment), frameworks(), "2024-04", "2024-05", **more)


def test_coverage_and_selection_are_those_of_counted_audits():
    """Sealed ones are told by month alone."""
    world = World().audit("1", area="North", selection="random").audit("2", area=None)
    found = details(world.audit("3", area="South", looped=True, selection="targeted"))

    assert found.coverage == {"2024-04": {"North": 1, None: 1}, "2024-05": {}}
    assert found.selections == (None, "random")
    assert found.sealed == {"2024-04": 1, "2024-05": 0}


def test_moderations_say_which_way():
    """Retained, raised, lowered; "not graded" on one side is neither."""
    world = World().audit("1", moderation={"plans": 3}).audit("2", moderation={"plans": 4})
    world.audit("3", moderation={"plans": 2}).audit("4", lead={"plans": None}, moderation={"plans": 3}).audit("5")
    found = details(world.audit("6", moderation={"plans": None})).moderations["plans"]

    assert found == Moderation(5, retained=1, raised=1, lowered=1, other=1 + 1, from_to=found.from_to)
    assert sorted(found.from_to, key=str) == [
        (GOOD, GOOD, 1),
        (GOOD, "Outstanding", 1),
        (GOOD, RI, 1),
        (GOOD, None, 1),
        (None, GOOD, 1),
    ]


def test_looped_differences_say_how_they_were_settled():
    """On the lead's, the second's or another grade, or not yet."""
    world = World()
    for audit, settled in (("1", 2), ("2", 3), ("3", 4), ("4", None)):
        moderation = {"plans": settled} if settled else None
        world.audit(audit, lead={"plans": 2}, second=3, moderation=moderation)
    cells = [cell for cell in details(world).looped if cell.domain == "plans"]

    assert cells == [
        LoopedCell("plans", RI, 2, GOOD, 3, None, 1),
        LoopedCell("plans", RI, 2, GOOD, 3, "another", 1),
        LoopedCell("plans", RI, 2, GOOD, 3, "lead", 1),
        LoopedCell("plans", RI, 2, GOOD, 3, "second", 1),
    ]


def test_overall_grades_can_move_as_far_as_what_is_unsettled():
    """One stands at Good; one provisionally at Inadequate against Good."""
    found = details(World().audit("1").audit("2", lead={"overall": 1}, second=3))

    assert found.overall_ranges == (
        Range("Inadequate", 0, 1),
        Range(RI, 0, 0),
        Range(GOOD, 1, 2),
        Range("Outstanding", 0, 0),
    )


def test_reasons_of_audits_that_ended_without_a_grade():
    """Counted where there is a plan to read."""
    world = (
        World(known=KNOWN | {"plan"}).audit("1", lead=None, state="not_done").audit("2", lead=None, state="withdrawn")
    )

    assert details(world).reasons_not_done == (Ended("not_done", None, 1), Ended("withdrawn", None, 1))
    world.known = KNOWN
    assert details(world).reasons_not_done == ()


def test_feedback_is_counted_by_who_theme_and_outcome():
    """Surveys belong to no audit; a sealed audit's family isn't in it."""
    world = World().audit("1", feedback="heard", who="parent").audit("2", feedback="heard", who="child", looped=True)
    world._add("feedback", None, "survey", "heard", "carer", "respect", datetime(2024, 4, 1))

    assert details(world).feedback == (Heard("carer", "respect", "heard", 1), Heard("parent", None, "heard", 1))


def test_actions_are_overdue_after_the_day_and_until_closed():
    """On its day an action isn't overdue yet; London's day counts."""
    world = World().audit("1").action("a", "1", due=date(2024, 6, 1)).action("b", due=date(2024, 6, 2))
    world.action("c", "1", due=date(2024, 5, 1), closed=date(2024, 6, 9))
    found = details(world, datetime(2024, 6, 1, 23, 30))

    assert found.actions == (ActionCount(None, "closed", 1, 1, 0, 0), ActionCount(None, "open", 2, 0, 0, 1))
    assert found.actions_overdue == 1
    world.known = frozenset()
    assert details(world).actions_overdue is None


def test_ladder_audits_say_what_they_lack():
    """An action not closed, one not checked, none at all; a safe one lacks nothing."""
    done = date(2024, 5, 9)
    world = World()
    for audit in ("1", "2", "3", "4"):
        world.audit(audit, lead={"overall": 1})
    world.action("a", "1").action("b", "2", closed=done).action("c", "3", closed=done, checked=done)
    found = {each.audit: each.why_open for each in details(world).ladder}

    assert found == {"1": ("not_closed", "not_checked"), "2": ("not_checked",), "3": (), "4": ("no_action",)}


def test_printed_figures_and_marks_are_handed_on():
    """Of one authority or of all."""
    world = World("One")
    world.tables["reported"] = [
        ("One", "2023-24/Q4", "overall", GOOD, 5, 26, 0.19, "Report"),
        ("Two", "2023-24/Q4", *[None] * 6),
    ]
    world.tables["marks"] = [("One", "good_or_better", None, None, "target", 0.8, None, None, "Board", None)]
    found = details(world, authority="One")

    assert found.reported == (Reported("One", "2023-24/Q4", "overall", GOOD, 5, 26, 0.19, "Report"),)
    assert found.marks == (Mark("One", "good_or_better", None, None, "target", 0.8, None, None, "Board", None),)
    assert len(details(world).reported) == 2


def test_gradings_of_an_audit_that_is_not_listed_are_told():
    """They are in no figure."""
    world = World().audit("1").audit("2")
    world.tables["audits"] = [row for row in world.tables["audits"] if row[2] == "1"]

    assert details(world).unlisted == 1
    assert details(world).coverage["2024-04"] == {"Safeguarding": 1}
