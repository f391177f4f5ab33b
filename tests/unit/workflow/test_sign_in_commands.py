"""From an empty machine to the first administrator; and a way in for whoever is locked out."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import override_settings

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
    with pytest.raises(CommandError, match="people with roles already"):
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
    with pytest.raises(CommandError, match="Nobody signs in with this"):
        call_command("sign_in_link", email="x@council.example", by="M. Achine")


def test_without_an_address_no_link_is_printed(record):
    """It is said what to set."""
    with override_settings(ADDRESS=""), pytest.raises(CommandError, match="Set LOOPED_ADDRESS"):
        first()
