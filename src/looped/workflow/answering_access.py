"""The deed of answering somebody who asks what is held of them: what was shown, to whom, is in the trail."""

from datetime import datetime

from looped.errors import UsageError
from looped.records.queries.held import Held, held_of_case
from looped.records.queries.people import viewer_of
from looped.workflow.deeds import deed
from looped.workflow.refusals import NotThere


def answer_access(*, by: str, reference: str, why: str, now: datetime | None = None) -> Held:
    """Everything held of a case in words, for the answer to a request.

    why: which request, without a name in it.
    Raises: NotThere for whoever doesn't answer such requests; UsageError where no such case is on record.
    """
    with deed("answer access", by=by, chain="access", now=now) as doing:
        if not viewer_of(by, doing.moment).may("privacy.access"):
            raise NotThere
        if not why.strip():
            raise UsageError("Say which request it is, without a name in it.")
        held = held_of_case(reference.strip())
        if held is None:
            raise UsageError("No case with this reference is on record. It may have been erased.")
        doing.details = {"why": why.strip(), "parts": len(held.parts)}
        return held
