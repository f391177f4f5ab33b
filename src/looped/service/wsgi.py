"""The server's way in, whichever server it is."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.web_settings"
application = get_wsgi_application()

from looped.records.opening import open_to_read  # noqa: E402  # once Django is ready

# Refuses to start on tables of another version, or where the guard isn't as it must be.
open_to_read().close()
