"""Pages for what went wrong with the service itself. They ask nothing of the database, for it may be the fault."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from looped.web.frame import Frame
from looped.web.signed_out import held, holds, wants_words
from looped.workflow.log import request_id

BARE = Frame(council="", demonstration=False, name="", navigation=())


def fault(request: HttpRequest) -> HttpResponse:
    """500: sorry, and a number by which the log is searched."""
    what = "Everything that was shown as saved is kept. Try again in a few minutes."
    return _page(request, "Sorry, there is a problem with the service", what, 500, request_id.get())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: nothing of what was sent is shown again."""
    return _page(request, "This can’t be read", "Go back and try again.", 400)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form came without this browser's own secret: an old page, or cookies that are off."""
    if wants_words(request):
        return JsonResponse({"what": "This page is out of date."}, status=403)
    if holds(request):
        return held(request, 403)
    what = (
        "This page was open since before you last signed in, or your browser keeps no cookies. "
        "Everything that was shown as saved is kept. Go back, open the page again, and repeat the last step."
    )
    return _page(request, "This page is out of date", what, 403)


def _page(request: HttpRequest, title: str, what: str, status: int, number: str = "") -> HttpResponse:
    words = {"title": title, "what": what, "number": number, "frame": lambda _: BARE}
    return render(request, "looped/fault.html", words, status=status)
