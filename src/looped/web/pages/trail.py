"""The trail: who did what, when."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from looped.records.queries.trail_pages import trail_page
from looped.web.asking import require


def trail(request: HttpRequest) -> HttpResponse:
    """A page of the trail, the newest first."""
    viewer = require(request, "trail.read")
    asked, saves = request.GET.get("page", "1"), "saves" in request.GET
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 0
    page = trail_page(viewer, number, saves=saves) if number else None
    if page is None:
        raise Http404
    return render(request, "looped/trail.html", {"page": page, "saves": saves})
