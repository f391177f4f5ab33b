"""Settings of the service. Each comes from an environment variable with a default; docs/operate.md lists them."""

import os
import secrets

from looped.records.address import database
from looped.records.sqlite import use_fixed_sqlite

use_fixed_sqlite()  # first of all, before Django meets sqlite3

# Signed cookies and links hold only while this stays the same. Set it before going live.
SECRET_KEY = os.environ.get("LOOPED_SECRET_KEY") or secrets.token_urlsafe(50)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("LOOPED_HOSTS", "localhost 127.0.0.1").split()

INSTALLED_APPS = ["looped.records", "looped.workflow"]
ROOT_URLCONF = "looped.service.urls"
DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
