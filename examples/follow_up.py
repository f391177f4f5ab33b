"""What followed from the audits: actions, learning sessions and next steps, and what earlier reports said."""

from datetime import date, timedelta
from random import Random

from audit import Audit
from service import MODERATORS, next_working_day

ACTIONS_HEADER = ("Audit", "Service area", "Action", "Owner's role", "Theme", "Due", "State", "Closed", "Checked by")
STEPS_HEADER = ("Kind", "What", "Date", "Owner's role", "Findings answered", "State", "Outcome")
EARLIER_HEADER = ("Period", "Domain", "Grade", "Count", "Base", "Share", "Document")
MARKS_HEADER = ("Figure", "Domain", "Grade", "Kind", "Value", "From", "To", "Set by", "Why")

Row = tuple[object, ...]

# What must change, who owns it, theme: for a child's file.
FOR_A_CHILD = (
    ("See the child alone and write down their own words", "Social worker", "Seeing and hearing the child"),
    ("Bring the assessment up to date, with the father asked", "Social worker", "Assessments"),
    ("Rewrite the plan with the family: person and date for each step", "Social worker", "Plans"),
    ("Record the reasons for the decision and when it is looked at again", "Team manager", "Management oversight"),
    ("Hold the overdue core group and check every step of the plan", "Team manager", "Meetings and reviews"),
    ("Discuss the child in supervision within two weeks, with the audit at hand", "Team manager", "Supervision"),
    ("Book an interpreter for every visit, not for meetings alone", "Social worker", "Diversity"),
)
FOR_THE_SERVICE: tuple[Row, ...] = (
    ("", "Safeguarding", "Weekly list of supervision gaps over six weeks to the head of service", "Head of service")
    + ("Supervision", date(2024, 7, 31), "Closed", date(2024, 7, 19), "T. Hollingdale"),
    ("", "Safeguarding", "Managers' decisions: one page with reasons and date for the next look, tried in two teams")
    + ("Service manager", "Management oversight", date(2024, 9, 30), "Open", "", ""),
    ("", "Assessment", "Fathers and other carers: record of attempts added to the assessment form", "Service manager")
    + ("Assessments", date(2024, 8, 30), "Open", "", ""),
    ("", "Leaving Care", "Pathway plans checked with young people at the drop-in", "Service manager")
    + ("Plans", date(2024, 8, 16), "Closed", date(2024, 8, 9), ""),
    ("", "", "Guide to families' feedback: three attempts, two routes, evenings too", "QA lead")
    + ("Family feedback", date(2024, 9, 13), "Open", "", ""),
    ("", "", "Change of worker: a letter and a visit together before the old worker leaves", "Principal social worker")
    + ("Relationship", date(2024, 10, 31), "Open", "", ""),
)
STEPS: tuple[Row, ...] = (
    ("Next step", "Bring in looped audits with two managers a file", date(2024, 4, 1), "QA lead", "Moderation")
    + ("Done", "24 of the quarter's audits were looped"),
    ("Next step", "Detailed grade descriptors for all seven domains", date(2024, 4, 1), "QA lead", "Moderation")
    + ("Done", "In use from April"),
    ("Next step", "Families heard in two of three audits", date(2024, 6, 28), "Heads of service", "Family feedback")
    + ("Not done", "Many families were tried once only"),
    ("Learning session", "Writing with children in mind: their words on the file", date(2024, 5, 14), "QA team")
    + ("Seeing and Hearing the Child", "Held", "31 social workers came; examples shared with teams"),
    ("Learning session", "What a manager's decision record needs", date(2024, 6, 11), "Principal social worker")
    + ("Decision Making and Management Oversight; Supervision", "Held", "18 managers came"),
    ("Learning session", "Plans that a family can use", date(2024, 9, 17), "QA team")
    + ("Quality of Plans; Quality of Assessments", "Planned", ""),
    ("Next step", "Revised audit template, the whole service every month", date(2024, 9, 2), "QA lead")
    + ("Different service areas each month can't be compared", "Planned", ""),
    ("Next step", "Supervision skills with an outside partner, two further days", date(2024, 10, 15))
    + ("Principal social worker", "Supervision", "Planned", ""),
    ("Next step", "Feedback guide in use in all teams", date(2024, 9, 30), "Heads of service", "Family feedback")
    + ("Planned", ""),
)
MARKS: tuple[Row, ...] = (
    ("grades", "overall", "Inadequate", "Baseline", 0.09, date(2024, 4, 1), date(2025, 3, 31), "Improvement Board")
    + ("Share at the end of quarter 1, set as the year's baseline",),
    ("good_or_better", "overall", "", "Target", 0.4, date(2024, 4, 1), date(2025, 3, 31), "Improvement Board")
    + ("Phase 2 improvement plan",),
    ("feedback", "", "", "Target", 0.67, date(2024, 4, 1), date(2025, 3, 31), "Improvement Board")
    + ("Two families in three",),
)


def action_rows(audits: list[Audit]) -> list[Row]:
    """Actions of the quarter. Of the seven Inadequate audits one has an overdue action, one none at all."""
    random = Random(7)
    inadequate = [audit for audit in audits if audit.standing["overall"] == 1]
    others = random.sample([audit for audit in audits if audit.standing["overall"] == 2], 20)
    rows = [row for audit in inadequate[:5] for row in _actions(random, audit, 3, "checked")]
    rows += _actions(random, inadequate[5], 1, "open")
    for number, audit in enumerate(others):
        rows += _actions(random, audit, 1 + number % 2, ("checked", "checked", "closed", "open")[number % 4])
    return [*rows, *FOR_THE_SERVICE]


def _actions(random: Random, audit: Audit, most: int, ending: str) -> list[Row]:
    """One to `most` actions of an audit, each open, closed, or closed and checked."""
    rows: list[Row] = []
    for what, owner, theme in random.sample(FOR_A_CHILD, random.randint(1, most)):
        due = next_working_day(audit.returns[-1].returned + timedelta(days=random.randint(7, 28)))
        closed = "" if ending == "open" else next_working_day(due - timedelta(days=random.randint(0, 6)))
        checked = random.choice(MODERATORS) if ending == "checked" else ""
        state = "Open" if ending == "open" else "Closed"
        rows.append((audit.audit, audit.service_area, what, owner, theme, due, state, closed, checked))
    return rows
