"""The outermost step: each request gets an identifier and, once answered, its line in the log."""

import secrets
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse

from looped.workflow.log import request_id, told

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def logged(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """One line a request. An identifier that somebody sends along is not believed."""

    def with_line(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        token = request_id.set(secrets.token_hex(8))
        try:
            response = answer(request)
            told("request", **_line(request, response), ms=round((perf_counter() - begun) * 1000, 1))
            return response
        finally:
            request_id.reset(token)

    return with_line


def _line(request: HttpRequest, response: HttpResponse) -> dict[str, str | int | None]:
    """The name of the route, never the address: that holds what was searched for, or a link's secret."""
    match, viewer = request.resolver_match, getattr(request, "viewer", None)
    route = (match.url_name or match.view_name) if match else None
    return {
        "route": "static" if route is None and request.path.startswith("/static/") else route,
        "method": request.method if request.method in METHODS else "other",
        "status": response.status_code,
        "who": viewer.person if viewer else None,
    }
