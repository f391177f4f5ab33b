"""From an empty machine to the first administrator; and a way in for whoever is locked out."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import override_settings

from looped.errors import LoopedError
from looped.records.models import Event
from looped.records.queries.people import person_of, viewer_of
from looped.workflow.accounts import user_of_address

EMAIL = "k.drewett@council.example"


@pytest.fixture(autouse=True)
def address():
    with override_settings(ADDRESS="https://audits.example"):
        yield


def first():
    call_command("first_administrator", name="K. Drewett", email=EMAIL)


def test_the_first_administrator(record, capsys):
    """Looks after people, and begins by the link that is printed; there is only one first."""
    first()

    assert capsys.readouterr().out.startswith("https://audits.example/sign-in/password/")
    person = person_of(str(User.objects.get(email=EMAIL).pk))
    assert viewer_of(person, Event.objects.latest("id").recorded_at).may("people.hold")
    with pytest.raises(LoopedError, match="people with roles already"):
        call_command("first_administrator", name="L. Other", email="l@council.example")
    assert user_of_address("l@council.example") is None


def test_a_way_in_for_whoever_is_locked_out(record, capsys):
    """With the second factor or without; each leaves its event."""
    first()
    user = User.objects.get(email=EMAIL)
    Authenticator.objects.create(user=user, type="totp", data={})

    call_command("sign_in_link", email=EMAIL.upper(), by="M. Achine")
    assert Authenticator.objects.exists()
    call_command("sign_in_link", email=EMAIL, by="M. Achine", forget_second_factor=True)
    assert not Authenticator.objects.exists()
    assert capsys.readouterr().out.count("/sign-in/password/") == 3
    assert list(Event.objects.filter(what="give link").values_list("details", flat=True)) == [
        '{"second_factor_forgotten": false}',
        '{"second_factor_forgotten": true}',
    ]
    with pytest.raises(LoopedError, match="Nobody signs in with this"):
        call_command("sign_in_link", email="x@council.example", by="M. Achine")


def test_without_an_address_the_link_begins_behind_it(record, capsys, monkeypatch):
    """Whoever runs the command knows where the pages are; nothing is half done."""
    monkeypatch.setenv("LOOPED_SECRET_KEY", "k" * 50)
    with override_settings(ADDRESS=""):
        first()
    told = capsys.readouterr()

    assert told.out.startswith("/sign-in/password/")
    assert told.err.splitlines()[-3:] == [
        "K. Drewett is the first administrator.",
        "LOOPED_ADDRESS isn't set: put the pages' address before the link.",
        "Good once, within three days:",
    ]


def test_without_the_service_s_key_it_is_said_that_the_link_won_t_hold(record, capsys, monkeypatch):
    """It is signed by the key that this command was given; a new one each time, where it was given none."""
    monkeypatch.delenv("LOOPED_SECRET_KEY", raising=False)
    first()

    assert (
        "LOOPED_SECRET_KEY isn't set here, and the link is good only under the service's own" in capsys.readouterr().err
    )
