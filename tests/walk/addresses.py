"""Every address of the service, read from where they are joined, with parts filled in from a world.

A part that nobody filled in here fails the walk: a new kind of address can't be forgotten.
"""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

# Pages of signing in show nobody but whoever asks, and are alike for every role. tests/unit/web/test_signing_in.py
# walks them; a new one must be named here.
SIGN_IN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_change_password",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "openid_connect_login",
        "openid_connect_callback",
        "socialaccount_login_cancelled",
    }
)


@dataclass(frozen=True)
class Address:
    """One address. name: in urls.  path: filled in.  parts: what was filled in."""

    name: str
    path: str
    parts: tuple[tuple[str, object], ...]


def patterns() -> list[URLPattern]:
    """Every address, in its order; those joined from elsewhere too."""
    return list(_walk(get_resolver().url_patterns))


def _walk(found):
    for each in found:
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns)
        else:
            yield each


def addresses(fill: dict[str, object]) -> list[Address]:
    """Every address but those of signing in, with its parts. fill: a value by the name of the part. Raises: KeyError for a part not filled in."""
    made = []
    for pattern in patterns():
        if pattern.name in SIGN_IN:
            continue
        parts = {name: fill[name] for name in pattern.pattern.converters}
        assert pattern.name, f"{pattern.pattern} has no name"
        made.append(Address(pattern.name, reverse(pattern.name, kwargs=parts), tuple(parts.items())))
    return made
