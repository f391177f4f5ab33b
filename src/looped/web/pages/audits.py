"""One audit: what may be seen of it, and settling on the page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from looped.errors import UsageError
from looped.records.queries.one_audit import one_audit
from looped.rubric.loading import framework
from looped.workflow.settling import accept_grade, ask_for_meeting


def audit(request: HttpRequest, audit: str) -> HttpResponse:
    """The audit as this viewer may see it."""
    return _shown(request, audit, "")


def _shown(request: HttpRequest, audit: str, error: str) -> HttpResponse:
    view = one_audit(request.viewer, audit)
    if view is None:
        raise Http404
    used = framework(view.row.framework)
    names = {each.position: each.name for each in used.scale.grades}
    rows = [
        (each, used.title_of(each.domain), *(names.get(grade) for grade in (each.lead, each.second, each.grade)))
        for each in view.outcomes
    ]
    forms = [
        (each.auditor, [(used.title_of(code), names.get(said.grade), said) for code, said in each.answers.items()])
        for each in view.returns.values()
    ]
    words = {"view": view, "audit": audit, "rows": rows, "forms": forms, "errors": [("outcomes", error)] * bool(error)}
    return render(request, "looped/audit.html", words, status=422 if error else 200)


@require_POST
def settle(request: HttpRequest, audit: str, domain: str) -> HttpResponse:
    """Accept the other's grade, or ask to meet."""
    why, by = request.POST.get("why", ""), request.viewer.person
    try:
        if "accept" in request.POST:
            accept_grade(by=by, audit=audit, domain=domain, sentence=why)
        else:
            ask_for_meeting(by=by, audit=audit, domain=domain, why=why)
    except UsageError as error:
        return _shown(request, audit, str(error))
    return redirect("audit", audit)
