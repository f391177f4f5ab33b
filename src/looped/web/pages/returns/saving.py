"""Saving as it is typed: what the script sends, and what it is told."""

from datetime import UTC

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from looped.web.pages.returns.typed import same_writer, sent
from looped.web.pages.returns.work import work_of
from looped.workflow.refusals import TooLate
from looped.workflow.returning import Saved, save_draft

SOMEBODY_ELSE = "Somebody else is signed in here now. Sign in as yourself to go on."


@require_POST
def save(request: HttpRequest, audit: str) -> JsonResponse:
    """{saved_at, versions, conflicts}; {what} with 401 where somebody else is signed in, with 409 once it is in."""
    if not same_writer(request):
        return JsonResponse({"what": SOMEBODY_ELSE}, status=401)
    try:
        fields = sent(request, work_of(request, audit)).fields
        return JsonResponse(_told(save_draft(by=request.viewer.person, audit=audit, fields=fields)))
    except TooLate as error:
        return JsonResponse({"what": str(error)}, status=409)


def _told(saved: Saved) -> dict[str, object]:
    conflicts = {name: {"theirs": each.theirs, "version": each.version} for name, each in saved.conflicts.items()}
    moment = saved.saved_at.astimezone(UTC).isoformat()
    return {"saved_at": moment, "versions": saved.versions, "conflicts": conflicts}
