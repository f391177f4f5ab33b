"""Settings of the pages, on top of those of the record. docs/operate.md lists what the environment decides."""

import os
from pathlib import Path

from looped import web
from looped.service.log_settings import *  # noqa: F403  # and every line of the log
from looped.service.mail_settings import *  # noqa: F403  # how letters leave
from looped.service.settings import *  # noqa: F403  # the record's settings hold here as well
from looped.web.built import never_changes

_WEB = Path(web.__file__).parent

ROOT_URLCONF = "looped.service.urls"
WSGI_APPLICATION = "looped.service.wsgi.application"
MIDDLEWARE = [
    "looped.web.request_log.logged",
    "looped.web.headers.strict_headers",
    # Before anything was built there is nothing to serve; `looped serve` says so.
    *(["whitenoise.middleware.WhiteNoiseMiddleware"] if (_WEB / "static").is_dir() else []),
    # Decision 42 says why pages may be compressed.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "looped.web.signed_in.who_is_it",
    "looped.web.answers.refusals_as_pages",
]
CSRF_FAILURE_VIEW = "looped.web.faults.stale"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_WEB / "templates"],
        "OPTIONS": {"environment": "looped.web.environment.environment"},
    }
]
STATIC_URL = "/static/"
WHITENOISE_ROOT = None
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = never_changes
STATIC_ROOT = str(_WEB / "static")
PASSWORD_HASHERS = ["looped.web.signed_in.SmallArgon2"]
# Sessions hold an account's number and nothing else, signed; the record has no table of them.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_HTTPONLY = True
# The script of the return reads the token afresh at each save, for signing in again changes it.
CSRF_COOKIE_HTTPONLY = False
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
# Behind a council's proxy the pages are reached by TLS alone, and cookies go no other way.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(os.environ.get("LOOPED_PROXY"))
