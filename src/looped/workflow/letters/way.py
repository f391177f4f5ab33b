"""LOOPED_MAIL as Django's settings of mail. Plain Python: the settings read it before Django is there."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from looped.errors import UsageError

WRONG = "LOOPED_MAIL is neither smtp://user:password@host:port?tls=1 nor file:/folder. Mend it, or leave it out."
SECONDS = 20  # as long as a mail server may keep silent


def mail_settings(address: str, otherwise: str) -> dict[str, Any]:
    """Django's settings. address: LOOPED_MAIL.  otherwise: the folder where there is none, "" for no mail at all.

    tls=1 asks for STARTTLS, tls=0 sends in the open; port 465 is TLS from the first byte.  Raises: UsageError,
    which doesn't show the address, for it may hold a password.

    >>> mail_settings("smtp://post@mail.example", "")["EMAIL_USE_TLS"]
    True
    """
    if not address:
        return _folder(otherwise) if otherwise else {"EMAIL_BACKEND": ""}
    if address.startswith("file:/"):
        return _folder("/" + address.removeprefix("file:").lstrip("/"))
    try:
        parts = urlsplit(address)
        port, tls = parts.port or 587, parse_qs(parts.query).get("tls", ["1"])[0]
    except ValueError as error:
        raise UsageError(WRONG) from error
    if parts.scheme != "smtp" or not parts.hostname or tls not in ("0", "1"):
        raise UsageError(WRONG)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls == "1" and port != 465,
        "EMAIL_USE_SSL": tls == "1" and port == 465,
        "EMAIL_TIMEOUT": SECONDS,
    }


def _folder(folder: str) -> dict[str, Any]:
    return {"EMAIL_BACKEND": "looped.workflow.letters.folder.Folder", "EMAIL_FILE_PATH": folder}
