"""What each section says of small worlds whose numbers can be worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest
from books import ALL_SHEETS, book, words

from factories import World
from looped.figures.details import Ended
from looped.reports.material import ActionText, FeedbackWords, Material, Step
from looped.reports.outlines import board_report
from looped.reports.sections import (
    analysis,
    asks,
    coverage,
    domains,
    feedback,
    front,
    ladder,
    method,
    moderation,
    overall,
    steps,
    strongest,
    summary,
)

pytestmark = pytest.mark.slow


def quarter() -> World:
    """Twelve audits in April (9 Good, 2 Requires Improvement, 1 Inadequate overall), ten in May, none in June."""
    world = World()
    for number in range(12):
        grade = 1 if number == 0 else 2 if number < 3 else 3
        world.audit(f"A{number}", "2024-04", {"overall": grade, "plans": 2}, feedback="heard" if number < 6 else None)
    for number in range(10):
        world.audit(f"B{number}", "2024-05", {"overall": 3, "plans": 3 if number < 4 else 2}, area="Leaving Care")
    return world


def test_summary_counts_parts_then_total_then_rows_that_are_no_parts():
    """The overall table adds up, and moderated and looped stand below the total."""
    table = words(summary.section(book(quarter())).blocks[0])

    assert table == [
        "Overall grades by month",
        "Grade | April 2024 | May 2024 | June 2024 | Total | 95% interval of the total",
        "Outstanding | 0 (0.0%) | 0 (0.0%) | 0 | 0 (0.0%) | 0.0% to 14.9%",
        "Good | 9 (75.0%) | 10 (100.0%) | 0 | 19 (86.4%) | 66.7% to 95.3%",
        "Requires Improvement | 2 (16.7%) | 0 (0.0%) | 0 | 2 (9.1%) | 2.5% to 27.8%",
        "Inadequate | 1 (8.3%) | 0 (0.0%) | 0 | 1 (4.5%) | 0.8% to 21.8%",
        "Total audits | 12 | 10 | 0 | 22 | –",
        "Good or better | 9 (75.0%) | 10 (100.0%) | 0 | 19 (86.4%) | 66.7% to 95.3%",
        "Moderated | 0 | 0 | 0 | 0 | –",
        "Looped | 0 | 0 | 0 | 0 | –",
    ]


def test_summary_says_not_recorded_where_a_file_has_no_plan():
    """A workbook can't tell what was planned; the table says so and never zero."""
    lines = words(summary.section(book(quarter())))

    assert "Planned | not recorded | not recorded | not recorded | not recorded" in lines
    assert "of which in time | 12 | 10 | 0 | 22" in lines


def test_summary_names_months_without_a_round_and_reasons_where_the_plan_is_known():
    """A month without a round has none planned, which isn't zero done."""
    world = quarter()
    world.known = world.known | {"plan"}
    world.audit("N1", "2024-05", None, state="not_done")

    lines = words(summary.section(book(world)))

    assert "Planned | 12 | 11 | none planned | 23" in lines
    assert "Not done | 0 | 1 | 0 | 1" in lines
    assert "Not done: 1 (no reason given 1)." in lines
    assert "Withdrawn: none." in lines


def test_reasons_are_told_in_words_and_not_by_their_codes():
    """What the service records is a code; another source's own words stay."""
    ended = [Ended("not_done", "nobody_to_read", 2), Ended("not_done", "Moved in June", 1)]

    assert words(summary._reasons_of("not_done", ended)) == [
        "Not done: 3 (nobody could read it in time 2 and Moved in June 1)."
    ]


def test_outcome_sentence_gives_counts_shares_and_intervals():
    """The sentence of a domain rests on its table and claims no change."""
    said = words(domains.section(book(quarter())))

    assert (
        "Outcome: Requires Improvement was the grade given most often, in 18 of 22 audits (81.8%; 95% interval 61.5% to "
        "92.7%). Good or better: 4 of 22 (18.2%; 95% interval 7.3% to 38.5%); by month 0 of 12 in April 2024 and 4 of 10 "
        "in May 2024. Inadequate: 0 of 22 (0.0%; 95% interval 0.0% to 14.9%): none seen doesn't prove that there is none."
    ) in said


def test_outcome_names_grades_given_equally_often_together():
    """A tie is said as a tie."""
    world = World()
    for number in range(4):
        world.audit(f"A{number}", "2024-04", {"plans": 2 if number < 2 else 3})

    said = "".join(words(domains.section(book(world, "2024-04", "2024-04"))))

    assert "Requires Improvement and Good were given equally often, each in 2 of 4 audits. " in said


def test_outcome_without_any_grade_says_so():
    """A domain that nobody graded has no most common grade."""
    world = World().audit("A1", lead={"plans": None})

    said = words(domains.section(book(world)))

    assert (
        "Outcome: no audit was graded here. Good or better: 0 of 1; by month 0 of 1 in April 2024. Inadequate: 0 of 1."
        in said
    )


def test_months_that_covered_different_areas_are_said_not_to_be_comparable():
    """April read one service, May another: nothing between them can be compared."""
    said = words(coverage.section(book(quarter())))

    assert "Leaving Care | 0 | 10 | 0 | 10" in said
    assert (
        "April 2024: Safeguarding; May 2024: Leaving Care. The months covered different service areas. They can't be "
        "compared with each other, and none of them speaks for the whole service."
    ) in said


def test_months_that_covered_the_same_areas_may_stand_side_by_side():
    """The warning is given only where it is true."""
    world = World().audit("A1").audit("A2", "2024-05")

    said = words(coverage.section(book(world)))

    assert "Every month covered the same service areas, so the months can stand side by side." in said


def test_selection_is_said_as_it_was():
    """Only a random draw lets shares speak for the service."""
    random = World().audit("A1", selection="random")
    mixed = World().audit("A1", selection="random").audit("A2", selection="targeted")

    assert "drawn at random" in words(coverage.section(book(random)))[-1]
    assert "not all drawn at random" in words(coverage.section(book(mixed)))[-1]
    assert "doesn't say how" in words(coverage.section(book(World().audit("A1"))))[-1]


def test_strongest_names_ties_together_and_says_too_few():
    """Ten audits are enough to rank a month, nine are not."""
    world = World()
    for number in range(10):
        world.audit(f"A{number}", "2024-04", {"plans": 2, "supervision": 2})
    for number in range(9):
        world.audit(f"B{number}", "2024-05")

    lines = words(strongest.section(book(world, "2024-04", "2024-05")))

    april = next(line for line in lines if line.startswith("April 2024."))
    assert april.endswith(
        "Highest share below Good: Quality of Plans, 10 of 10 (100.0%) and Supervision, 10 of 10 (100.0%)."
    )
    assert april.count("10 of 10 (100.0%; 95% interval 72.2% to 100.0%)") == 5
    assert "May 2024: 9 audits, too few to say which domain is the strongest." in lines


def test_strongest_says_where_no_audit_stands():
    """An empty month is neither strong nor weak."""
    assert "June 2024: no audit stands." in words(strongest.section(book(quarter())))


def test_moderation_counts_directions_and_keeps_the_share_for_the_dip_sample():
    """Sixteen retained of any kind are no sample; only the dip sample gets a share."""
    world = World()
    for number in range(12):
        changed = {"overall": 2} if number == 0 else {"overall": 3}
        world.audit(f"A{number}", moderation=changed, why="dip_sample" if number < 10 else "challenge")
    world.audit("S1", lead={"overall": 2, "plans": None}, moderation={"overall": 3, "plans": 2}, why="rule")

    lines = words(moderation.section(book(world)))

    assert lines[2] == "13 of 13 audits were moderated. The overall grade was retained in 11 of 13 and changed in 2."
    assert lines[3] == "Why: 10 drawn as a dip sample, 1 because a rule asks for it and 2 after a challenge."
    assert "Overall grade | 13 | 11 | 1 | 1 | 0" in lines
    assert "Quality of Plans | 1 | 0 | 0 | 0 | 1" in lines
    assert any("retained in 9 of 10 (90.0%; 95% interval 59.6% to 98.2%)" in line for line in lines)


def test_moderation_without_reasons_and_without_any():
    """What isn't known is said not to be recorded; nothing moderated is said plainly."""
    world = World(known=frozenset()).audit("A1", moderation={"overall": 3})

    assert "Why an audit was moderated is not recorded in this source." in words(moderation.section(book(world)))
    assert "No audit of this period has been moderated." in words(moderation.section(book(World().audit("A1"))))


def test_looped_audits_tell_differences_and_how_they_were_settled():
    """Two differ: one settled on the second's grade, one still open; a sealed one is only counted."""
    world = World()
    world.audit("L1", lead=3, second={"plans": 2}, moderation={"plans": 2}, why="differed")
    world.audit("L2", lead={"overall": 2}, second={"overall": 1})
    world.audit("L3", lead=3, second=3)
    world.audit("L4", lead=3, looped=True)

    lines = words(moderation.section(book(world)))
    front_lines = words(summary.section(book(world)))

    assert "Quality of Plans | 3 | 1 | 2" in lines
    assert (
        "Counted by domain there were 2 differences. Settled: 0 on the lead's grade, 1 on the second's grade and 0 on "
        "another grade; not yet settled: 1."
    ) in lines
    assert (
        "Still being settled: 1 audit is still being settled; Inadequate could be 0 to 1 and Requires Improvement could "
        "be 0 to 1. 1 looped audit awaits a second return and is in no figure."
    ) in front_lines


def test_settling_outside_the_overall_grade_is_said_to_leave_it_alone():
    """A difference in one domain can't move an overall grade."""
    world = World().audit("L1", lead=3, second={"plans": 2})

    assert (
        "Still being settled: 1 audit is still being settled in one or more domains; no overall grade depends on it. "
        in words(summary.section(book(world)))
    )


def test_sealed_audits_alone_leave_no_looped_audit_to_tell_of():
    """Until both returns are in there is nothing to compare."""
    world = World().audit("L1", lead=3, looped=True).audit("L2", lead=3, looped=True)

    assert words(moderation.section(book(world)))[-2:] == [
        "No looped audit of this period has both returns in.",
        "Still being settled: 2 looped audits await a second return and are in no figure.",
    ]


def inadequate(*actions) -> World:
    """Two Inadequate audits in April; actions are (audit, closed, checked)."""
    world = World().audit("A1", lead={"overall": 1}).audit("A2", lead={"overall": 1}).audit("A3")
    for number, (audit, closed, checked) in enumerate(actions):
        world.action(f"X{number}", audit, closed=closed, checked=checked)
    return world


DAY = date(2024, 6, 1)


def test_ladder_says_all_completed_only_when_everything_is_closed_and_checked():
    """One action unchecked, or one audit without any, and "all completed" isn't said."""
    done = book(inadequate(("A1", DAY, DAY), ("A2", DAY, DAY)))
    unchecked = book(inadequate(("A1", DAY, DAY), ("A2", DAY, None)))
    without = book(inadequate(("A1", DAY, DAY)))
    unclosed = book(inadequate(("A1", DAY, DAY), ("A2", None, None)))

    assert "All completed: Every one of them has actions, and all actions are closed and checked." in words(
        ladder.section(done)
    )
    assert "A2 | April 2024 | Safeguarding | Inadequate | 1 | 0 | Open: an action not checked" in words(
        ladder.section(unchecked)
    )
    assert "Not yet safe: 1 audit is still open. 1 has no action recorded." in words(ladder.section(without))
    assert "A2 | April 2024 | Safeguarding | Inadequate | 0 | 0 | Open: no action recorded" in words(
        ladder.section(without)
    )
    assert "A2 | April 2024 | Safeguarding | Inadequate | 1 | 0 | Open: an action not closed" in words(
        ladder.section(unclosed)
    )


def test_ladder_without_a_sheet_of_actions_says_not_recorded():
    """Not recorded is not the same as none."""
    world = inadequate()
    world.known = frozenset()

    lines = words(ladder.section(book(world)))

    assert "Not known: What followed is not recorded in this workbook: it has no sheet of actions." in lines
    assert lines[-1].endswith("not recorded | not recorded | not recorded")


def test_ladder_with_none_says_none():
    """The good case in one sentence."""
    assert (
        words(ladder.section(book(World().audit("A1"))))[1]
        == "No audit of this period stands, or stood, at Inadequate."
    )


def test_front_page_names_the_audits_still_open():
    """The Board reads who isn't safe on the first page."""
    said = words(front.section(book(inadequate(("A1", DAY, DAY)))))

    assert (
        "Not yet safe: 2 audits stand, or stood, at Inadequate; 1 is still open: A2 (Safeguarding: no action recorded)."
        in said
    )


def test_front_page_when_all_is_done_unknown_or_none():
    """Three more answers to one question, each in its own words."""
    done = inadequate(("A1", DAY, DAY), ("A2", DAY, DAY))
    unknown = inadequate()
    unknown.known = frozenset()

    assert "2 audits stand, or stood, at Inadequate. Every one has actions, all closed and checked." in words(
        front.section(book(done))
    )
    assert "Not known: 2 audits stand, or stood, at Inadequate. What followed is not recorded." in words(
        front.section(book(unknown))
    )
    assert "No audit stands, or stood, at Inadequate." in words(front.section(book(World().audit("A1"))))


def test_front_page_says_too_few_below_ten():
    """Nine audits say nothing about practice."""
    world = World()
    for number in range(9):
        world.audit(f"A{number}")

    assert "Too few audits to say anything about practice beyond the files themselves." in words(
        front.section(book(world))
    )


def test_front_page_tells_what_became_of_steps_due():
    """Steps that were due are done or still open; later ones aren't counted."""
    held = Step("learning session", "Session on plans", date(2024, 5, 2), "PSW", "plans", "Held", None)
    missed = Step("next step", "Publish the guide.", date(2024, 6, 2), "QA lead", None, None, None)
    later = Step("next step", "Next year's plan", date(2025, 6, 2), None, None, None, None)
    told = Material("x", steps=(later, held, missed), recorded=ALL_SHEETS)

    due = words(front.section(book(World().audit("A1"), material=told)))
    none_due = words(front.section(book(World().audit("A1"), material=replace(told, steps=(later,)))))
    not_open = words(front.section(book(World().audit("A1"), material=replace(told, steps=(held,)))))
    unknown = words(front.section(book(World().audit("A1"), material=Material("x"))))

    assert "2 steps were due by the end of this period; 1 done. Still open: Publish the guide." in due
    assert "No step was due by the end of this period." in none_due
    assert "1 step was due by the end of this period; 1 done. " in not_open
    assert "Steps and learning sessions are not recorded in this workbook." in unknown


def test_moderation_that_left_the_overall_grade_alone_says_so():
    """Instead of "retained in 0 of 0"."""
    world = World().audit("A1", lead={"plans": 2}, moderation={"plans": 3}, why="differed")

    lines = words(moderation.section(book(world)))

    assert "1 of 1 audits were moderated, none of them in the overall grade." in lines


def test_asks_follow_from_figures_and_end_with_noting():
    """Each ask is made only where a figure calls for it."""
    quiet = World()
    for number in range(3):
        quiet.audit(f"A{number}", feedback="heard")
    busy = (
        inadequate(("A1", None, None)).action("late", None, due=date(2024, 5, 9)).audit("B1", "2024-05", area="Other")
    )

    calm = [text for ask in asks.asks(book(quiet)) for text in [words_of(ask)]]
    many = [words_of(ask) for ask in asks.asks(book(busy))]

    assert calm[-1] == "Note the figures, and how surely they are known."
    assert not any("past the due date" in ask or "families" in ask for ask in calm)
    # The first page says that so few audits say nothing about practice.
    assert not any("first call" in ask for ask in calm)
    assert (
        many[0]
        == "Ask the director to report on the 2 audits graded Inadequate that are still open, by name of owner and date."
    )
    assert many[1] == "Ask why 1 action past the due date is not yet closed."
    assert many[-2] == "Agree that each month covers the whole service, so that months can be compared."


def words_of(text) -> str:
    from looped.reports.nodes import text_of

    return text_of(text)


def test_feedback_rate_words_and_quotes():
    """Only words with leave and a checker are printed; the others are counted."""

    def said(words, leave, checker, theme="Communication", who="Parent", month="2024-04"):
        return FeedbackWords("A1", month, None, "phone", who, "heard", theme, words, leave, checker)

    rows = (
        said("They listened.", True, "QA lead"),
        said("Not for print.", False, "QA lead", who="Young person"),
        said("Nobody checked.", True, None, theme="Change of worker"),
        said("Another quarter.", True, "QA lead", month="2023-12"),
    )
    world = World().audit("A1", feedback="heard").audit("A2", feedback="declined")

    lines = words(feedback.section(book(world, material=Material("x", feedback=rows, recorded=ALL_SHEETS))))

    assert "A family was heard in 1 of 2 audits. By month: 1 of 2 in April 2024." in lines
    assert "Declined | 1 (50.0%) | 0 | 0 | 1 (50.0%)" in lines
    assert "The feedback sheet holds 3 contacts and attempts. Who was heard: parent 2 and young person 1." in lines
    assert "Communication | 2" in lines
    assert "“They listened.” Parent, April 2024" in lines
    assert (
        "2 comments may not be printed: they lack leave to publish or a second person's check. They are counted by theme above."
        in lines
    )
    assert "In their own words, printed with their leave:" in lines
    assert not any("Not for print" in line or "Nobody checked" in line or "Another quarter" in line for line in lines)


def test_comments_left_out_for_room_are_told():
    """Nine may be printed and eight are: a reader isn't left to think that those are all."""
    said = tuple(
        FeedbackWords("A1", "2024-04", None, "phone", "Parent", "heard", "Meetings", f"Word {n}.", True, "QA lead")
        for n in range(9)
    )
    world = World().audit("A1", feedback="heard")

    lines = words(feedback.section(book(world, material=Material("x", feedback=said, recorded=ALL_SHEETS))))

    assert (
        "In their own words, printed with their leave (8 of 9 that may be printed, of as many themes as there are):"
        in lines
    )
    assert sum("“Word " in line for line in lines) == 8


def test_feedback_not_recorded_is_said():
    """No column and no sheet: not recorded."""
    assert words(feedback.section(book(World(known=frozenset()).audit("A1"))))[1] == (
        "Family feedback is not recorded in this workbook."
    )


def test_steps_say_not_recorded_or_list_what_there_is():
    """Missing sheets are never read as none."""
    action = ActionText(
        "X1", None, "Safeguarding", "Review duty cover", "Head of service", None, DAY, "open", None, None
    )
    closed = replace(action, action="X2", service_area=None, closed_at=DAY, owner=None, due=None)
    checked = replace(closed, action="X3", checked_by="PSW")
    told = Material("x", actions=(action, closed, checked), recorded=frozenset({"actions"}))

    lines = words(steps.section(book(World().audit("A1").action("X1"), material=told)))
    nothing = words(steps.section(book(World().audit("A1"), material=Material("x"))))
    empty = words(steps.section(book(World().audit("A1"), material=Material("x", recorded=ALL_SHEETS))))

    assert "Review duty cover | Safeguarding | Head of service | 1 June 2024 | Open" in lines
    assert "Review duty cover | Whole service | not given | – | Closed, not checked" in lines
    assert "Review duty cover | Whole service | not given | – | Closed and checked" in lines
    assert "1 action is recorded for children and services together; 1 is not yet closed and checked." in lines
    assert "Service actions: not recorded in this workbook." in nothing
    assert "Learning sessions and next steps: not recorded in this workbook." in nothing
    assert "No action for a whole service is recorded." in empty


def test_method_lists_problems_up_to_twenty_and_counts_the_rest():
    """Nothing is hidden: what isn't listed is counted."""
    told = Material("x", problems=tuple(f"problem {n}" for n in range(23)), refused=3, warnings=20)

    lines = words(method.section(book(World().audit("A1"), material=told)))
    clean = words(method.section(book(World(known=frozenset()).audit("A1"))))

    assert "Problems in what was read: 3 refused, 20 taken with a warning." in lines
    assert lines[-1] == "and 3 more, listed when the file is read."
    assert clean[-1] == "Nothing that was read had to be refused or questioned."
    assert "Late returns: this source doesn't say when returns were due or came in." in clean


def test_analysis_tells_domains_apart_only_where_intervals_do_not_meet():
    """Forty audits tell 100% from 0%, not from 95%."""
    world = World()
    for number in range(40):
        world.audit(f"A{number}", lead={"plans": 2, "supervision": 3 if number else 2})

    said = words(analysis.section(book(world)))[1]

    assert "Clearly below it, with intervals that don't reach its own: Quality of Plans (0.0% to 8.8%). " in said
    assert said.endswith("Too close to it to be told apart by so many audits: Supervision.")


def test_analysis_says_nothing_on_few_audits():
    """Below ten audits the tables speak alone."""
    assert (
        words(analysis.section(book(World().audit("A1"))))[1]
        == "There are too few audits to say more than the tables do."
    )


def test_overall_of_a_single_quarter_lists_grades_and_stands_alone():
    """Without earlier quarters nothing is drawn over time."""
    lines = words(overall.section(book(quarter())))

    assert "Inadequate: 1 of 22 (4.5%; 95% interval 0.8% to 21.8%)" in lines
    assert lines[-1] == "None of the four quarters before is recorded here, so this quarter stands alone."


def test_no_report_claims_change_without_a_verdict():
    """Shares go up and down between these months, and no sentence says that practice did."""
    report = board_report(book(quarter()))
    text = " ".join(line for section in report.sections for line in words(section)).lower()

    for claim in ("improved", "fell", "rose", "worsened", "trend", "better than", "increase", "decrease"):
        assert claim not in text, claim
