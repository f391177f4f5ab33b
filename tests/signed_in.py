"""Browsers of tests, signed in as somebody: the one place that knows how a session says who it is."""

from importlib import import_module

from django.conf import settings
from django.test import Client

from looped.records.queries.people import account_of


def signed_in(person: str) -> Client:
    """A browser in which this person is signed in. person: their identifier."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store["account"] = account_of(person)
    store.save()
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    return browser
