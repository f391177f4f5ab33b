"""Signing in and out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from looped.web.signed_in import account_for


def sign_in(request: HttpRequest) -> HttpResponse:
    """Asks for name and password; a wrong one is said without telling which."""
    if request.method != "POST":
        return render(request, "looped/sign_in.html")
    name = request.POST.get("name", "")
    account = account_for(name, request.POST.get("password", ""))
    if account is None:
        errors = [("name", "Name or password is wrong. Try again.")]
        return render(request, "looped/sign_in.html", {"errors": errors, "name": name}, status=422)
    request.session.flush()
    request.session["account"] = account
    return redirect("first")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    request.session.flush()
    return redirect("sign_in")
