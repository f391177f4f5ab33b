"""The stages of an audit as rows, and which deed moves it from which to which. Diagrams and tests read the table."""

from dataclasses import dataclass
from typing import Literal

StageCode = Literal[
    "to_name", "with_auditors", "returned", "to_settle", "meeting", "to_moderate", "settled", "not_done", "withdrawn"
]


@dataclass(frozen=True)
class Stage:
    """How far an audit is. state: the one by which the tables of figures know it."""

    code: StageCode
    title: str
    what: str
    state: Literal["planned", "returned", "settled", "not_done", "withdrawn"]


@dataclass(frozen=True)
class Move:
    """A deed may be done to an audit in one of the stages `at`, and leaves it in one of `to`."""

    deed: str
    at: tuple[StageCode, ...]
    to: tuple[StageCode, ...]


STAGES: dict[str, Stage] = {
    stage.code: stage
    for stage in (
        Stage("to_name", "Auditors to be named", "Nobody reads it yet.", "planned"),
        Stage(
            "with_auditors", "With the auditors", "Not everything asked for is in. A looped audit is sealed.", "planned"
        ),
        Stage("returned", "Returned", "A single audit, in, waiting for the draw of the dip sample.", "returned"),
        Stage(
            "to_settle",
            "To be settled",
            "Both are in and differ a little: either accepts, or asks to meet.",
            "returned",
        ),
        Stage("meeting", "Meeting needed", "Both are in and differ by more: a moderator meets with them.", "returned"),
        Stage("to_moderate", "To be moderated", "Drawn, asked for by rule, or challenged.", "returned"),
        Stage("settled", "Settled", "Its grades are settled and shown to those whose work it was.", "settled"),
        Stage("not_done", "Not done", "It was asked for and not done, with a reason.", "not_done"),
        Stage("withdrawn", "Withdrawn", "It was taken out of the round, with a reason.", "withdrawn"),
    )
}

_AFTER_RETURNS: tuple[StageCode, ...] = ("returned", "to_settle", "meeting", "to_moderate", "settled")
_READING: tuple[StageCode, ...] = ("with_auditors",)

MOVES: dict[str, Move] = {
    move.deed: move
    for move in (
        Move("name_auditors", ("to_name", "with_auditors"), ("with_auditors",)),
        Move("save_draft", _READING, _READING),
        Move("record_feedback", ("with_auditors", *_AFTER_RETURNS), ("with_auditors", *_AFTER_RETURNS)),
        Move("submit_return", _READING, ("with_auditors", *_AFTER_RETURNS)),
        Move("reopen_return", ("with_auditors", "returned"), _READING),
        Move(
            "stand_down_to_single",
            ("to_name", "with_auditors"),
            ("to_name", "with_auditors", "returned", "to_moderate"),
        ),
        Move("accept_grade", ("to_settle", "meeting"), ("to_settle", "meeting", "to_moderate", "settled")),
        Move("ask_for_meeting", ("to_settle", "meeting"), ("meeting",)),
        Move("arrange_meeting", ("meeting", "to_moderate"), ("meeting", "to_moderate")),
        Move("moderate", ("meeting", "to_moderate"), ("settled",)),
        Move("draw_dip_sample", ("returned",), ("to_moderate", "settled")),
        Move("challenge_grade", ("settled",), ("to_moderate",)),
        Move("end_audit", ("to_name", "with_auditors"), ("not_done", "withdrawn")),
    )
}

ENDED = ("not_done", "withdrawn")


def allowed(deed: str, stage: str) -> bool:
    """Whether a deed may be done to an audit in a stage. Raises: KeyError for a deed that isn't in the table."""
    return stage in MOVES[deed].at
