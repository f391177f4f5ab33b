"""The link by which somebody sets a password: for one account, for three days, until it was used."""

import os

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse


def link_for(user: User) -> str:
    """A new link. It rests on the password, the address and the last sign-in, so any of them changing ends it."""
    parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return str(settings.ADDRESS) + reverse("account_reset_password_from_key", kwargs=parts)


def about_link() -> str:
    """What is said beside a link that is printed: how long it is good, what it lacks, and that it may not hold."""
    said = [] if settings.ADDRESS else ["LOOPED_ADDRESS isn't set: put the pages' address before the link."]
    if not os.environ.get("LOOPED_SECRET_KEY"):
        said.append(
            "LOOPED_SECRET_KEY isn't set here, and the link is good only under the service's own: "
            "set it, then run `looped manage sign_in_link`."
        )
    return "\n".join([*said, "Good once, within three days:"])
