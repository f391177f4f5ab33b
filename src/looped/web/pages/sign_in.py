"""Pages of signing in that are ours alone. The others are django-allauth's in our layout."""

from typing import Any

import requests
from allauth.account import views as account
from allauth.account.internal.flows.logout import logout
from allauth.account.signals import user_logged_in
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.signals import authenticator_removed
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from looped.records.accounts import forget_expired
from looped.web.signing_in.provider import Checked


def sign_in(request: HttpRequest) -> HttpResponse:
    """Asks for address and password, or offers single sign-on, or both."""
    if not settings.PASSWORDS and request.method == "POST":
        raise Http404
    answer: HttpResponse = account.login(request)
    return answer


def with_passwords(view: Any) -> Any:
    """A page that there is only where there are passwords."""

    def asked(request: HttpRequest, **parts: Any) -> HttpResponse:
        if not settings.PASSWORDS:
            raise Http404
        answer: HttpResponse = view(request, **parts)
        return answer

    return asked


def with_own_password(view: Any) -> Any:
    """A page that there is only for whoever has a password: who comes by single sign-on alone has none to change."""

    def asked(request: HttpRequest, **parts: Any) -> HttpResponse:
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404
        answer: HttpResponse = view(request, **parts)
        return answer

    return with_passwords(asked)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session, here and in the database."""
    logout(request)
    request.session.flush()
    return redirect("account_login")


@require_GET
def single_sign_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Sends the browser to the council's provider."""
    _require_provider()
    provider = Checked(request).get_provider()
    try:
        answer: HttpResponse = provider.redirect(request, AuthProcess.LOGIN, get_next_redirect_url(request))
    except (OAuth2Error, requests.RequestException) as error:
        answer = render_authentication_error(request, provider, exception=error)
    return answer


def back_from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The provider sends the browser back here."""
    _require_provider()
    answer: HttpResponse = OAuth2CallbackView.adapter_view(Checked(request))(request)
    return answer


def cancelled(request: HttpRequest) -> HttpResponse:
    """Somebody turned round at the provider's."""
    return render(request, "socialaccount/login_cancelled.html")


def your_sign_in(request: HttpRequest) -> HttpResponse:
    """What protects one's account, and how it is changed."""
    from allauth.mfa.models import Authenticator

    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    words = {
        "app": Authenticator.Type.TOTP in kinds,
        "codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "password": settings.PASSWORDS and request.user.has_usable_password(),
        "single": SocialAccount.objects.filter(user=request.user).exists(),
        "required": settings.SECOND_FACTOR == "required",
    }
    return render(request, "looped/your_sign_in.html", words)


def too_many(request: HttpRequest) -> HttpResponse:
    """429: somebody guesses, or is very quick."""
    words = {"title": "Too many attempts", "what": "Wait five minutes, then try again."}
    return render(request, "looped/message.html", words, status=429)


@receiver(user_logged_in)
def _tidy(**_: Any) -> None:
    forget_expired(timezone.now())


@receiver(authenticator_removed)
def _removed(request: HttpRequest, **_: Any) -> None:
    request.session.pop("second_factor", None)


def _require_provider() -> None:
    if not settings.OIDC_ISSUER:
        raise Http404
