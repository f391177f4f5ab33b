"""Codes of the record as pages say them."""

from looped.loop.visibility import Part
from looped.records.queries.shown import AuditRow, RoundRow
from looped.web.moments import month

PARTS_TOLD: dict[Part, str] = {"lead": "First auditor", "second": "Second auditor"}

KINDS_TOLD = {
    "monthly": "Monthly",
    "thematic": "Thematic",
    "re-audit": "Re-audit",
    "multi-agency": "Multi-agency",
    "external": "External",
    "inspection": "Inspection",
}

SELECTIONS_TOLD = {
    "random": "Drawn at random",
    "targeted": "Targeted",
    "chosen by name": "Chosen by name",
}

NOT_GRADED_TOLD = {
    "not_applicable": "it doesn’t apply to this child",
    "not_enough_on_file": "not enough on the file",
    "not_completed": "not completed",
}

HOW_TOLD = {
    "agreed": "Both gave it",
    "single": "As the auditor gave it",
    "accepted": "One accepted the other’s",
    "meeting": "Settled at a meeting",
    "moderation": "Settled by a moderator",
}

WHY_MODERATED_TOLD = {
    "dip_sample": "It was drawn in the dip sample.",
    "differed": "The two auditors differed.",
    "rule": "Every audit with this overall grade is moderated: that is a setting.",
    "challenge": "Its settled grade was challenged.",
}

OUTCOMES_TOLD = {
    "heard": "Heard",
    "not_reached": "Not reached",
    "declined": "Declined",
    "not_appropriate": "Not appropriate to ask",
}

REASONS_TOLD = {
    "meeting": "Why a meeting was asked for",
    "challenge": "Why it was challenged",
    "stood_down": "Why it was stood down to single",
    "ended": "Why it ended",
}

STAGE_COLOURS = {
    "to_name": "grey",
    "with_auditors": "blue",
    "returned": "turquoise",
    "to_settle": "yellow",
    "meeting": "orange",
    "to_moderate": "purple",
    "settled": "green",
    "not_done": "grey",
    "withdrawn": "grey",
}


def round_title(row: RoundRow | AuditRow) -> str:
    """As in Monthly round, May 2024."""
    return f"{KINDS_TOLD[row.kind]} round, {month(row.month)}"


def case_told(case: str | None) -> str:
    """A case as a title says it."""
    return f"Case {case}" if case else "Case (erased)"


def many(number: int, one: str, more: str = "") -> str:
    """As in 1 audit, 2 audits.

    >>> many(1, "audit"), many(2, "audit")
    ('1 audit', '2 audits')
    """
    return f"{number} {one if number == 1 else more or one + 's'}"


def case_in_words(case: str | None) -> str:
    """A case within a sentence."""
    return f"case {case}" if case else "a case (erased)"
