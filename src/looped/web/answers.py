"""Refusals of deeds as pages: what isn't there and what isn't allowed look alike."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from looped.workflow.refusals import NotThere, TooLate


class refusals_as_pages:  # noqa: N801  # Django asks for a callable class here
    """404 for what isn't there, 409 for what moved on."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        # Drawn once: a refusal comes back here as the page that process_exception made of it.
        return not_found(request) if response.status_code == 404 and not hasattr(response, "drawn") else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal; other errors go on."""
        if isinstance(error, NotThere | Http404 | PermissionDenied):
            return not_found(request)
        if isinstance(error, TooLate):
            words = {"title": "This has moved on", "what": str(error)}
            return render(request, "looped/message.html", words, status=409)
        return None


def not_found(request: HttpRequest) -> HttpResponse:
    """The same page for all that is missing or forbidden."""
    words = {"title": "Page not found", "what": "There is nothing here that you can see."}
    response = render(request, "looped/message.html", words, status=404)
    response.drawn = True  # type: ignore[attr-defined]  # a mark of ours
    return response
