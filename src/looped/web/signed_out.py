"""What somebody is told who isn't signed in, or no longer: scripts in JSON, and what a form held isn't lost."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

NOT_HELD = ("csrfmiddlewaretoken",)


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for a script; for a form a page that holds what was typed until they have signed in; else the sign-in."""
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"what": "You are signed out."}, status=401)
    if request.method == "POST":
        held = [(name, text) for name in request.POST for text in request.POST.getlist(name) if name not in NOT_HELD]
        words = {"held": held, "to": request.get_full_path()}
        return render(request, "looped/signed_out.html", words, status=401)
    return redirect("sign_in")
