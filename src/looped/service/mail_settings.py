"""How letters leave: LOOPED_MAIL. Without it a demonstration's go into a folder, and a council's wait."""

import os

from looped.records.address import demonstration, home
from looped.workflow.letters.way import mail_settings

globals().update(mail_settings(os.environ.get("LOOPED_MAIL", ""), str(home() / "mail") if demonstration() else ""))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("LOOPED_MAIL_FROM") or "looped@localhost"
ADMINS = MANAGERS = ()  # Django's mail of faults would carry what people typed
