"""Where django-allauth asks us: who may come in, which steps a sign-in has, how secrets lie in the database."""

import base64
import hashlib
import secrets
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from looped.records.accounts import user_of_address
from looped.records.queries.people import person_of


class Accounts(DefaultAccountAdapter):
    """Nobody signs up; single sign-on brings its own second factor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-mail address or password is wrong. Try again.",
        "incorrect_password": "This password is wrong. Try again.",
        "enter_current_password": "This is not your password now. Try again.",
        "too_many_login_attempts": "Too many attempts. Wait five minutes, then try again.",
        "rate_limited": "Too many attempts. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Only an administrator adds people."""
        return False

    def get_login_stages(self) -> list[str]:
        """The code of the second factor alone."""
        return ["looped.web.signing_in.adapters.CodeAfterPassword"]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in just now isn't asked again before they set up what protects them."""
        request = context.request
        just_now = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not any(each["at"] > just_now for each in get_authentication_records(request, request.user))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to where it was begun."""
        return reverse("mfa_index")


class CodeAfterPassword(AuthenticateStage):
    """A code is asked for after a password; whoever comes by single sign-on gave theirs there."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        if records and records[-1]["method"] == "socialaccount":
            return False
        return bool(super()._should_handle(request))


class SecondFactor(DefaultMFAAdapter):
    """Its secrets lie in the database under the service's key: a stolen backup gives nobody's codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This code is wrong or too old. Try the one that the app shows now.",
    }

    def encrypt(self, text: str) -> str:
        """Under a key made from LOOPED_SECRET_KEY."""
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Under another key than it was written with: something that no code fits."""
        try:
            return _lock().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _lock() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"second factor" + settings.SECRET_KEY.encode()).digest()))


class SingleSignOn(DefaultSocialAccountAdapter):
    """Known by issuer and subject; the first time by a verified address that an administrator gave to somebody."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Only an administrator adds people."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find whose account it is. Raises: ImmediateHttpResponse, with the page that says why not."""
        if sociallogin.is_existing:
            return
        user = _of_verified_address(sociallogin)
        if user is None:
            raise ImmediateHttpResponse(not_known(request))
        sociallogin.connect(request, user)

    def on_authentication_error(self, *_: Any, **__: Any) -> None:
        """The page says it; what the provider answered goes nowhere."""


def _of_verified_address(login: SocialLogin) -> User | None:
    """The account with one of these addresses, unless somebody else of this provider has it already."""
    for address in login.email_addresses:
        user = user_of_address(address.email) if address.verified else None
        known = user and SocialAccount.objects.filter(user=user, provider=login.account.provider).exists()
        if user and not known and person_of(str(user.pk)):
            return user
    return None


def not_known(request: HttpRequest) -> HttpResponse:
    """You were signed in there, and nobody let you in here."""
    return render(request, "socialaccount/not_known.html", status=403)
