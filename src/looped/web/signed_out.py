"""What somebody is told who isn't signed in, or no longer: scripts in JSON, and what was typed isn't lost."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for a script; for a form with somebody's text a page that holds it; else the sign-in."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"what": "You are signed out."}, status=401)
    return held(request, 401) if holds(request) else redirect("sign_in")


def holds(request: HttpRequest) -> bool:
    """Whether this form says whose text it is. Only such a one is held, for its page compares that again."""
    return request.method == "POST" and "writer" in request.POST


def held(request: HttpRequest, status: int) -> HttpResponse:
    """The page from which the same can be sent again, with this browser's secret as it is now."""
    pairs = [(name, text) for name, texts in request.POST.lists() for text in texts if name != "csrfmiddlewaretoken"]
    return render(request, "looped/signed_out.html", {"held": pairs, "to": request.get_full_path()}, status=status)
