"""The deed of recording what a family said, or that nobody was reached."""

from datetime import date, datetime

from looped.errors import UsageError
from looped.figures.schema import FEEDBACK_OUTCOMES
from looped.records.authority import AUTHORITY
from looped.records.feedback import Feedback, FeedbackWording
from looped.workflow.deeds import Deed, deed
from looped.workflow.recording import day_of
from looped.workflow.taking import Taken, round_of, take


def record_feedback(
    *,
    by: str,
    audit: str,
    who: str,
    route: str,
    outcome: str,
    on: date | None = None,
    theme: str | None = None,
    words: str | None = None,
    leave_to_publish: bool = False,
    now: datetime | None = None,
) -> None:
    """Add one attempt to hear a family, with their words where there are any. The lead's to do.

    who: mother, father, carer, child ...  outcome: one of FEEDBACK_OUTCOMES.  on: left out, today.
    Raises: NotThere; TooLate; UsageError.
    """
    with deed("record feedback", by=by, chain=f"audit:{audit}", now=now) as doing:
        taken = take(doing, audit, "record_feedback")
        _require_whole(who, outcome, words, on or day_of(doing), day_of(doing))
        Feedback.objects.create(
            authority=AUTHORITY,
            audit=audit,
            outcome=outcome,
            who=who.strip(),
            theme=theme or None,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        told = FeedbackWording(
            route=route.strip() or None,
            who=who.strip(),
            outcome=outcome,
            theme=theme or None,
            words=(words or "").strip() or None,
            leave_to_publish=leave_to_publish,
            on=on or day_of(doing),
        )
        FeedbackWording.objects.bulk_create(_all_again(doing, taken, told))
        doing.details = {"outcome": outcome}


def _require_whole(who: str, outcome: str, words: str | None, on: date, today: date) -> None:
    if outcome not in FEEDBACK_OUTCOMES:
        raise UsageError("Say how it ended.")
    if not who.strip():
        raise UsageError("Say who it was: mother, father, carer, child. No name.")
    if outcome == "heard" and not (words or "").strip():
        raise UsageError("Write down what they said, in their words as far as you can.")
    if on > today:
        raise UsageError("The day is still to come.")


def _all_again(doing: Deed, taken: Taken, new: FeedbackWording) -> list[FeedbackWording]:
    """What is told last of an audit tells all of it, so what was told before stands beside it again."""
    before = list(FeedbackWording.objects.filter(authority=AUTHORITY, audit=taken.row.audit).order_by("id"))
    rows = [row for row in before if row.deed == before[-1].deed]
    for row in (*rows, new):
        row.pk = None
        row.authority, row.audit, row.month = AUTHORITY, taken.row.audit, round_of(taken.row).month
        row.deed, row.recorded_at = doing.code, doing.moment
    return [*rows, new]
