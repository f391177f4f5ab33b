"""Settings of the pages, on top of those of the record. docs/operate.md lists what the environment decides."""

from pathlib import Path
from urllib.parse import urlsplit

from looped import web
from looped.service.log_settings import *  # noqa: F403  # and every line of the log
from looped.service.mail_settings import *  # noqa: F403  # how letters leave
from looped.service.settings import *  # noqa: F403  # the record's settings hold here as well
from looped.service.settings import ALLOWED_HOSTS, INSTALLED_APPS
from looped.service.sign_in_settings import *  # noqa: F403  # who comes in, and how
from looped.service.sign_in_settings import ADDRESS, SIGN_IN_APPS
from looped.web.built import never_changes

_WEB = Path(web.__file__).parent

INSTALLED_APPS = [*INSTALLED_APPS, *SIGN_IN_APPS]
ALLOWED_HOSTS = [*ALLOWED_HOSTS, *filter(None, [urlsplit(ADDRESS).hostname])]
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
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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
