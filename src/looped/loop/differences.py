"""Two independent grades to one outcome, and whether a difference needs a meeting. Every case is named."""

from collections.abc import Mapping
from typing import Literal

from looped.rubric.framework import OVERALL, Framework

Outcome = Literal["incomplete", "agreed", "apart"]
Grades = Mapping[str, int | None]


def outcome(lead: Grades | None, second: Grades | None, domain: str) -> Outcome:
    """What two returns say of one domain: incomplete until both are in, then agreed or apart.

    lead, second: grades by domain code, None for a return that isn't in; a grade of None, or none, is "not graded".
    Graded against not graded is apart; two "not graded" agree.
    """
    if lead is None or second is None:
        return "incomplete"
    return "agreed" if lead.get(domain) == second.get(domain) else "apart"


def domains_apart(lead: Grades, second: Grades) -> tuple[str, ...]:
    """Codes of the domains where two returns differ, in the order of the lead's return."""
    codes = dict.fromkeys((*lead, *second))
    return tuple(code for code in codes if outcome(lead, second, code) == "apart")


def meeting_needed(lead: Grades, second: Grades, framework: Framework) -> bool:
    """Whether the framework's rules ask the two auditors to meet over what differs."""
    return any(
        asks_for_meeting(lead.get(code), second.get(code), code, framework) for code in domains_apart(lead, second)
    )


def asks_for_meeting(lead: int | None, second: int | None, domain: str, framework: Framework) -> bool:
    """Whether the framework asks for a meeting over two unequal grades of one domain. None: not graded."""
    rules = framework.rules
    if domain == OVERALL and rules.meeting_if_overall_differs:
        return True
    if rules.meeting_if_ladder and framework.scale.ladder in (lead, second):
        return True
    if lead is None or second is None:
        return False
    return abs(lead - second) >= rules.meeting_from_apart
