"""Settings of sign-in: accounts, second factor, single sign-on, sessions, cookies. docs/operate.md lists them."""

import hashlib
import os
from urllib.parse import urlsplit

from looped.errors import UsageError
from looped.records.address import demonstration

# Tables of sign-in are in the record's database; commands that only count don't wait for these to be imported.
SIGN_IN_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "first"

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _address(name: str, given: str) -> str:
    """An address of the environment without its last slash. Raises: UsageError for one that isn't protected."""
    parts = urlsplit(given)
    if given and not (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)):
        raise UsageError(f"{name} begins with https://, or with http:// on this machine alone.")
    return given.rstrip("/")


def _one_of(name: str, given: str, *words: str) -> str:
    """A word of the environment, in small letters; the first where none is given. Raises: UsageError for another."""
    word = given.strip().lower() or words[0]
    if word not in words:
        raise UsageError(f"{name} is {' or '.join(words)}, not {given!r}.")
    return word


def _count(name: str, given: str, default: int) -> int:
    """A whole number of the environment, 1 or more. Raises: UsageError for anything else."""
    number = given.strip() or str(default)
    if not number.isdecimal() or not int(number):
        raise UsageError(f"{name} is a whole number, as in {default}, not {given!r}.")
    return int(number)


# Where people reach the pages; links in letters begin with it.
ADDRESS = _address("LOOPED_ADDRESS", os.environ.get("LOOPED_ADDRESS", ""))
PASSWORDS = _one_of("LOOPED_PASSWORDS", os.environ.get("LOOPED_PASSWORDS", ""), "on", "off") == "on"
SECOND_FACTOR = _one_of(
    "LOOPED_SECOND_FACTOR",
    os.environ.get("LOOPED_SECOND_FACTOR", ""),
    *(("optional", "required") if demonstration() else ("required", "optional")),
)
# Until the settings that a child's safety rests on are made, only those come in who make them.
WAITS_FOR_SETTINGS = not demonstration()

# Signing in: by e-mail address and password, then a code. Nobody signs up.
ACCOUNT_ADAPTER = "looped.web.signing_in.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator vouches for each address
ACCOUNT_EMAIL_NOTIFICATIONS = False  # pages send nothing: letters do
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_FORMS = {
    "login": "looped.web.signing_in.forms.SignIn",
    "reset_password": "looped.web.signing_in.forms.Forgotten",
    "reset_password_from_key": "looped.web.signing_in.forms.NewPassword",
    "change_password": "looped.web.signing_in.forms.ChangePassword",
    "reauthenticate": "looped.web.signing_in.forms.PasswordAgain",
}
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
PASSWORD_HASHERS = ["looped.web.signing_in.passwords.SmallArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# Attempts are counted in the database, so that every worker counts the same ones.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "records_signinattempt",
        # Far more than there are people: by filling it nobody can make it forget.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
# Behind a proxy attempts are counted by the address that the proxy saw.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if os.environ.get("LOOPED_PROXY") else 0

# The second factor: codes of an app on a telephone, and codes on paper for the day it is lost.
MFA_ADAPTER = "looped.web.signing_in.adapters.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Practice audits"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "looped.web.signing_in.forms.Code",
    "reauthenticate": "looped.web.signing_in.forms.CodeAgain",
    "activate_totp": "looped.web.signing_in.forms.FirstCode",
}

# Single sign-on. An account is known by issuer and subject, so the name under which it is kept holds the issuer.
OIDC_ISSUER = _address("LOOPED_OIDC_ISSUER", os.environ.get("LOOPED_OIDC_ISSUER", ""))
OIDC_NAME = os.environ.get("LOOPED_OIDC_NAME", "Sign in with your council account")
OIDC_ID = f"oidc-{hashlib.sha256(OIDC_ISSUER.encode()).hexdigest()[:12]}"
# "always": the provider gives only addresses that the council itself gave out, and doesn't say so in its answers.
OIDC_EMAILS_VERIFIED = (
    _one_of("LOOPED_OIDC_EMAILS_VERIFIED", os.environ.get("LOOPED_OIDC_EMAILS_VERIFIED", ""), "asked", "always")
    == "always"
)
SOCIALACCOUNT_ADAPTER = "looped.web.signing_in.adapters.SingleSignOn"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": OIDC_ID,
                "name": OIDC_NAME,
                "client_id": os.environ.get("LOOPED_OIDC_CLIENT", ""),
                "secret": os.environ.get("LOOPED_OIDC_SECRET", ""),
                "settings": {"server_url": OIDC_ISSUER},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}

# Sessions: in the database, so that signing out ends them everywhere; idle ones end.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = _count("LOOPED_SESSION_MINUTES", os.environ.get("LOOPED_SESSION_MINUTES", ""), 60) * 60
# And so long after it began each ends, whatever is done in it.
SESSION_LONGEST = _count("LOOPED_SESSION_HOURS", os.environ.get("LOOPED_SESSION_HOURS", ""), 12) * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = False  # the page's script reads it afresh after somebody signed in again
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# In the open on this machine alone: a demonstration, or an address that says so.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not (ADDRESS.startswith("http://") or (demonstration() and not ADDRESS))
CSRF_TRUSTED_ORIGINS = [ADDRESS] if ADDRESS else []
