"""The link by which somebody sets a password: for one account, for three days, until it was used."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse


def link_for(user: User) -> str:
    """A new link. It rests on the password, the address and the last sign-in, so any of them changing ends it."""
    parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return str(settings.ADDRESS) + reverse("account_reset_password_from_key", kwargs=parts)
