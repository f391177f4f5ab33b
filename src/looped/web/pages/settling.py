"""Settling a small difference on the audit's page: accept the other's grade, or ask for a meeting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from looped.errors import UsageError
from looped.web.pages.audits import Typed, audit_page
from looped.workflow.refusals import TooLate
from looped.workflow.settling import accept_grade, ask_for_meeting


def settle(request: HttpRequest, audit: str, domain: str) -> HttpResponse:
    """Does what was pressed. Whoever comes back to this address by signing in again sees the audit."""
    if request.method != "POST":
        return redirect("audit", audit)
    why, by = request.POST.get("why", ""), request.viewer.person
    try:
        if "accept" in request.POST:
            accept_grade(by=by, audit=audit, domain=domain, sentence=why)
        else:
            ask_for_meeting(by=by, audit=audit, domain=domain, why=why)
    except UsageError as error:
        return audit_page(request, audit, Typed(domain, why, error=str(error)))
    except TooLate as error:
        return audit_page(request, audit, Typed(domain, why, late=str(error)))
    return redirect(f"{reverse('audit', args=[audit])}#domain-{domain}")
