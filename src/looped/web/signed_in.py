"""Who is signed in, and whether they may come further than the door."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from looped.access.roles import stands
from looped.loop.visibility import Viewer
from looped.records.accounts import has_second_factor
from looped.records.queries.people import known_as, viewer_of
from looped.web.asking import MAKE_READY
from looped.web.frame import settings_of
from looped.web.signed_out import OPEN, signed_out

# What somebody without a second factor can reach: where they set it up.
OWN = "/your-sign-in"
# Where those may go who make the service ready before it goes live.
WHILE_MAKING_READY = ("/settings", "/people", "/permissions", OWN)
# A session is written at most so often, in seconds, however often somebody saves.
WRITTEN_EVERY = 5 * 60

Answer = Callable[[HttpRequest], HttpResponse]


def who_is_it(answer: Answer) -> Answer:
    """Puts the viewer on the request; whoever isn't signed in, or not ready, gets the page that says so."""

    def known(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN):
            return answer(request)
        if not request.user.is_authenticated:
            return signed_out(request)
        if not _stays(request):
            logout(request)
            return signed_out(request)
        known_ = known_as(str(request.user.pk))
        viewer = viewer_of(known_[0], datetime.now(UTC)) if known_ else None
        refused = _at_the_door(request, viewer)
        if refused is not None:
            return refused
        request.viewer, request.called = viewer, known_[1] if known_ else ""
        return (_not_ready(request) if settings.WAITS_FOR_SETTINGS else None) or answer(request)

    return known


def _stays(request: HttpRequest) -> bool:
    """Whoever does something stays signed in, until the longest that one sign-in may last."""
    now = int(time.time())
    if now - request.session.setdefault("began", now) > settings.SESSION_LONGEST:
        return False
    if now - request.session.get("seen", 0) > WRITTEN_EVERY:
        request.session["seen"] = now
    return True


def _at_the_door(request: HttpRequest, viewer: Viewer | None) -> HttpResponse | None:
    if viewer is None or not any(stands(each, viewer.at) for each in viewer.holdings):
        return render(request, "looped/no_role.html", status=403)
    if request.path.startswith(OWN):
        return None
    if settings.SECOND_FACTOR == "required" and not _has_second_factor(request):
        return redirect("mfa_activate_totp")
    return None


def _has_second_factor(request: HttpRequest) -> bool:
    """By the session where it says so: a code was given, or single sign-on vouches."""
    by = {each["method"] for each in get_authentication_records(request, request.user)}
    if request.session.get("second_factor") or "socialaccount" in by:
        return True
    request.session["second_factor"] = has_second_factor(request.user)
    return bool(request.session["second_factor"])


def _not_ready(request: HttpRequest) -> HttpResponse | None:
    """Before it is said whom to ring for a child at risk, only those come in who say it."""
    if not settings_of(request).missing:
        return None
    makes_ready = any(request.viewer.may_anywhere(each) for each in MAKE_READY)
    if request.path.startswith(WHILE_MAKING_READY if makes_ready else OWN):
        return None
    return render(request, "looped/not_ready.html", {"makes_ready": makes_ready}, status=503)
