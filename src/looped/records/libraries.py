"""Columns of the tables that libraries brought: each declared personal or safe, like our own.

They hold accounts, not record: rows change when somebody sets a password, and go when a person is erased.
"""

# Table -> its personal columns; all others are safe, and named so that a new version's new column is noticed.
PERSONAL: dict[str, tuple[str, ...]] = {
    "auth_user": ("username", "email", "first_name", "last_name", "password"),
    "account_emailaddress": ("email",),
    "account_emailconfirmation": ("key",),
    "django_session": ("session_data",),
    "mfa_authenticator": ("data",),
    "socialaccount_socialaccount": ("uid", "extra_data"),
    "socialaccount_socialtoken": ("token", "token_secret"),
}
SAFE: dict[str, tuple[str, ...]] = {
    "auth_user": ("id", "last_login", "is_superuser", "is_staff", "is_active", "date_joined"),
    "auth_group": ("id", "name"),
    "auth_permission": ("id", "name", "content_type_id", "codename"),
    "auth_group_permissions": ("id", "group_id", "permission_id"),
    "auth_user_groups": ("id", "user_id", "group_id"),
    "auth_user_user_permissions": ("id", "user_id", "permission_id"),
    "account_emailaddress": ("id", "user_id", "verified", "primary"),
    "account_emailconfirmation": ("id", "email_address_id", "created", "sent"),
    "django_content_type": ("id", "app_label", "model"),
    "django_session": ("session_key", "expire_date"),
    "mfa_authenticator": ("id", "user_id", "type", "created_at", "last_used_at"),
    "socialaccount_socialaccount": ("id", "user_id", "provider", "last_login", "date_joined"),
    "socialaccount_socialapp": ("id", "provider", "provider_id", "name", "client_id", "secret", "key", "settings"),
    "socialaccount_socialtoken": ("id", "app_id", "account_id", "expires_at"),
}


def said_of(table: str, column: str) -> str:
    """ "personal", "safe", or "" where nobody said."""
    if column in PERSONAL.get(table, ()):
        return "personal"
    return "safe" if column in SAFE.get(table, ()) else ""
