"""Who may do what, drawn from the table that decides."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from looped.access.page import SCOPES
from looped.access.roles import PERMISSIONS, ROLES


def permissions(request: HttpRequest) -> HttpResponse:
    """Every role with what it may do, and how far."""
    rows = [
        (role, [(PERMISSIONS[code], SCOPES[scope]) for code, scope in role.grants.items()]) for role in ROLES.values()
    ]
    return render(request, "looped/permissions.html", {"rows": rows})
