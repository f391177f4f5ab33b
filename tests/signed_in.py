"""Browsers of tests, signed in as somebody: the one place that knows how a session says who it is."""

import json
import secrets
from functools import cache
from importlib import import_module

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from looped.records.account import RoleHeld
from looped.records.queries.people import account_of
from looped.workflow.settings_deeds import change_setting


def user_of(person: str) -> User:
    """Somebody's user. The council of the tests has accounts by number, and users as they are asked for."""
    number = int(account_of(person))
    known = User.objects.filter(pk=number).first()
    return known or _made(number)


def say_whom_to_ring() -> None:
    """Make the settings without which nobody comes in, as the QA lead does."""
    by = RoleHeld.objects.filter(role="qa_lead").earliest("id").person
    said = {"council": "Invented Council", "ring_by_day": "01632 960001", "ring_out_of_hours": "01632 960002"}
    for name, value in (said | {"alert_steps": json.dumps([[by]])}).items():
        change_setting(by=by, name=name, value=value)


def number_users_from(number: int) -> None:
    """Users made from here on have numbers past those that a council of the tests has for its accounts."""
    User.objects.create(pk=number, username="nobody").delete()  # SQLite counts on from there
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval(pg_get_serial_sequence('auth_user', 'id'), %s)", [number])


def _made(number: int) -> User:
    user = User(pk=number, username=f"u-{secrets.token_hex(8)}", email=f"n{number}@example.invalid")
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def quick_sessions(monkeypatch) -> None:
    """For walks of thousands of pages: sessions in the cookie, and a user looked up once a signing in.

    Who somebody is to the service, and what they may do, is asked of the record at every request all the same.
    """
    monkeypatch.setattr(settings, "SESSION_ENGINE", "django.contrib.sessions.backends.signed_cookies")
    monkeypatch.setattr(AuthenticationBackend, "get_user", lambda backend, pk: _known(pk))


@cache
def _known(pk: str) -> User:
    return User.objects.get(pk=pk)


def signed_in(person: str) -> Client:
    """A browser in which this person is signed in, second factor and all. person: their identifier."""
    _known.cache_clear()  # another record has another user of this number
    user, store = user_of(person), import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    # Long from now: no request of a test writes the session, so that all ask the database alike.
    store["began"], store["seen"], store["second_factor"] = 2**40, 2**40, True
    store.save()
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    return browser
