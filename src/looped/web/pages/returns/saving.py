"""Saving as it is typed: what the script sends, and what it is told."""

from datetime import UTC

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from looped.records.queries.drafts import framework_named
from looped.rubric.framework import Framework
from looped.rubric.loading import framework
from looped.web.pages.returns.typed import same_writer, sent
from looped.web.pages.returns.work import why_not
from looped.workflow.refusals import NotThere, TooLate
from looped.workflow.returning import Saved, save_draft

SOMEBODY_ELSE = "Somebody else is signed in here now. Sign in as yourself to go on."


@require_POST
def save(request: HttpRequest, audit: str) -> JsonResponse:
    """{saved_at, versions, conflicts}; {what} with 401 where somebody else is signed in, with 409 once it is in."""
    if not same_writer(request):
        return JsonResponse({"what": SOMEBODY_ELSE}, status=401)
    try:
        # What the deed asks, it asks once; which fields there are is all that is looked up before it.
        fields = sent(request, _framework(audit)).fields
        return JsonResponse(_told(save_draft(by=request.viewer.person, audit=audit, fields=fields)))
    except TooLate as error:
        return JsonResponse({"what": str(why_not(request, audit) or error)}, status=409)


def _framework(audit: str) -> Framework:
    named = framework_named(audit)
    if named is None:
        raise NotThere
    return framework(named)


def _told(saved: Saved) -> dict[str, object]:
    conflicts = {name: {"theirs": each.theirs, "version": each.version} for name, each in saved.conflicts.items()}
    moment = saved.saved_at.astimezone(UTC).isoformat()
    return {"saved_at": moment, "versions": saved.versions, "conflicts": conflicts}
