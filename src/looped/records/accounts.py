"""Accounts of the sign-in: who has which e-mail address. Imported only where sign-in is installed."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import models

from looped.records.account import Account
from looped.records.sign_in import SignInAttempt


def user_of_address(email: str) -> User | None:
    """The account that has an address, closed ones too; upper and lower case are one."""
    return User.objects.filter(email__iexact=email.strip()).order_by("pk").first()


def user_of_account(account: str | None) -> User | None:
    """The user that an account's text names."""
    return User.objects.filter(pk=int(account)).first() if account and account.isdecimal() else None


def make_user(email: str) -> User:
    """An account that nobody has a password for yet. The address counts as verified: an administrator gave it."""
    address = email.strip().lower()
    user = User(username=f"u-{secrets.token_hex(16)}", email=address)
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def change_address(user: User, email: str) -> None:
    """Another address, and no other beside it."""
    user.email = email.strip().lower()
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def close_user(user: User) -> None:
    """Nobody signs in with it any more: no password opens it, and it is signed in nowhere."""
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    end_sessions(user)


def open_user(user: User) -> None:
    """It can be signed in with again, once a password is chosen."""
    user.is_active = True
    user.save(update_fields=["is_active"])


def forget_second_factor(user: User) -> bool:
    """Whether there was one."""
    return bool(Authenticator.objects.filter(user=user).delete()[0])


def has_second_factor(user: User) -> bool:
    """Whether codes of an app are asked for at sign-in."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def erase_users(accounts: Iterable[str]) -> dict[str, int]:
    """Users with their addresses, second factors, single sign-on and sessions: rows by table."""
    users = [user for user in map(user_of_account, accounts) if user]
    gone: dict[str, int] = {}
    for user in users:
        for model, number in (*end_sessions(user).items(), *user.delete()[1].items()):
            gone[model] = gone.get(model, 0) + number
    return {_table(model): number for model, number in gone.items() if number}


def end_sessions(user: User) -> dict[str, int]:
    """End every session of somebody: they are signed in nowhere. Rows by model."""
    theirs = [
        session.pk
        for session in Session.objects.iterator()
        if str(session.get_decoded().get("_auth_user_id")) == str(user.pk)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[1]


def closed_users() -> frozenset[int]:
    """Accounts that are closed, by number."""
    return frozenset(User.objects.filter(is_active=False).values_list("pk", flat=True))


def users_without_factor() -> frozenset[int]:
    """Accounts without a second factor, by number."""
    held = Authenticator.objects.values("user")
    return frozenset(User.objects.exclude(pk__in=held).values_list("pk", flat=True))


def after_restore(closed: frozenset[int], no_factor: frozenset[int]) -> None:
    """An older copy opens no door that was shut since: nobody is signed in, no erased person has an account.

    closed, no_factor: accounts by number, as they were before. A second factor that was taken away stays away.
    """
    Session.objects.all().delete()
    linked = {int(each) for each in Account.objects.values_list("account", flat=True) if each.isdecimal()}
    User.objects.exclude(pk__in=linked).delete()
    Authenticator.objects.filter(user__in=no_factor).delete()
    for user in User.objects.filter(pk__in=closed):
        close_user(user)


def forget_expired(now: datetime) -> None:
    """Sessions and attempts to sign in that nothing looks at any more."""
    Session.objects.filter(expire_date__lt=now).delete()
    SignInAttempt.objects.filter(expires__lt=now).delete()


def _table(label: str) -> str:
    from django.apps import apps

    model: type[models.Model] = apps.get_model(label)
    return str(model._meta.db_table)
