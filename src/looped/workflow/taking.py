"""Taking an audit in hand for a deed: locked, and only by whom the rule of visibility and the stage let."""

from dataclasses import dataclass

from looped.loop.doors import door
from looped.loop.stages import STAGES
from looped.loop.visibility import AuditFacts, Sight, Viewer, see
from looped.records.in_hand import AuditInHand
from looped.records.queries.facts import facts_of
from looped.records.queries.people import viewer_of
from looped.records.round import Round
from looped.rubric.framework import Framework
from looped.rubric.loading import framework
from looped.workflow.deeds import Deed
from looped.workflow.refusals import NotThere, TooLate


@dataclass(frozen=True)
class Taken:
    """An audit in a deed's hands. row: locked until the deed's transaction ends."""

    row: AuditInHand
    facts: AuditFacts
    viewer: Viewer
    sight: Sight


def take(doing: Deed, audit: str, deed: str) -> Taken:
    """Lock an audit for a deed. Raises: NotThere; TooLate where its time is past or not come."""
    row = AuditInHand.objects.select_for_update().filter(audit=audit).first()
    if row is None:
        raise NotThere
    taken = _seen(row, viewer_of(doing.by, doing.moment))
    require_open(taken, deed)
    doing.which = f"audit:{audit}"
    return taken


def require_open(taken: Taken, deed: str) -> None:
    """Raises: NotThere, TooLate."""
    answer = door(deed, taken.facts, taken.sight)
    if answer == "not there":
        raise NotThere
    if answer == "late":
        raise TooLate(LATE.get(deed.partition(":")[0], f"This can't be done now: {STAGES[taken.facts.stage].title}."))


LATE = {
    "save_draft": "You submitted this return, so nothing more is saved in it.",
    "submit_return": "You submitted this return already.",
    "accept_grade": "This is not open to be settled now. Look at the audit again: it may be settled.",
    "ask_for_meeting": "This is not open to be settled now. Look at the audit again: it may be settled.",
    "moderate": "This audit doesn't wait for a moderation now. Look at it again: it may be settled.",
    "reopen_return": "This return can't be reopened: it isn't in, or the other is in too, or the audit is settled.",
}


def framework_of(row: AuditInHand) -> Framework:
    """The framework by which an audit is graded."""
    return framework(round_of(row).framework)


def round_of(row: AuditInHand) -> Round:
    """The round of an audit."""
    return Round.objects.get(round=row.round)


def _seen(row: AuditInHand, viewer: Viewer) -> Taken:
    facts = facts_of(row)
    return Taken(row, facts, viewer, see(facts, viewer))


def taken_unlocked(row: AuditInHand, viewer: Viewer) -> Taken:
    """The same without a lock, for saves of drafts: they move nothing, and auditors don't wait for each other."""
    return _seen(row, viewer)
