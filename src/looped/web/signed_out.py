"""What somebody is told who isn't signed in, or no longer: scripts in JSON, and what was typed isn't lost."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

# Never sent back, wherever they come from.
SECRET = ("csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code")
# Pages of signing in keep nothing of what was typed into them.
OPEN = ("/sign-in", "/sign-out", "/healthz", "/static/")


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for a script; for a form with somebody's text a page that holds it; else the sign-in."""
    if wants_words(request):
        return JsonResponse({"what": "You are signed out."}, status=401)
    if holds(request):
        return held(request, 401)
    asked = request.get_full_path() if request.method == "GET" and request.path != "/" else ""
    return redirect(reverse("account_login") + (f"?{urlencode({'next': asked})}" if asked else ""))


def wants_words(request: HttpRequest) -> bool:
    """Whether a script asks, which can do nothing with a page."""
    return "HX-Request" in request.headers or request.headers.get("Accept") == "application/json"


def holds(request: HttpRequest) -> bool:
    """Whether what was sent is put into a page to be sent again: what a page of ours sent, and nothing secret.

    Another site's fields aren't put into a form that somebody would send as theirs. A form that says whose text it is
    can't be another site's: its page compares that again.
    """
    if request.method != "POST" or request.path.startswith(OPEN):
        return False
    return "writer" in request.POST or _came_from_us(request)


def held(request: HttpRequest, status: int) -> HttpResponse:
    """The page from which the same can be sent again, with this browser's secret as it is now.

    A form that says whose text it is (writer) is compared again by its page; of any other the text is shown, so that
    whoever signs in at a shared machine sees what they would send.
    """
    pairs = [(name, text) for name, texts in request.POST.lists() for text in texts if name not in SECRET]
    words = {"held": pairs, "to": request.get_full_path(), "files": bool(request.FILES)}
    words["csrf_cookie"] = settings.CSRF_COOKIE_NAME
    words["shown"] = [] if "writer" in request.POST else [text for _, text in pairs if text]
    return render(request, "looped/signed_out.html", words, status=status)


def _came_from_us(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
