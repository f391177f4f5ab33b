"""Mail into a folder, a file a letter: for a demonstration, and for mail systems that collect from one."""

from collections.abc import Sequence
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class Folder(BaseEmailBackend):
    """Each message appears whole, under a name made from its Message-ID: sent twice, it is there once."""

    def open(self) -> bool:
        """Make the folder, for its owner alone."""
        Path(settings.EMAIL_FILE_PATH).mkdir(mode=0o700, parents=True, exist_ok=True)
        return True

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each. Returns how many."""
        self.open()
        for each in email_messages:
            _write(each.message().as_bytes())
        return len(email_messages)


def _write(content: bytes) -> None:
    name = message_from_bytes(content)["Message-ID"].strip("<>").partition("@")[0]
    known = name if name.startswith("l-") else sha256(name.encode()).hexdigest()[:32]
    path = Path(settings.EMAIL_FILE_PATH) / f"{known}.eml"
    half = path.with_suffix(".half")
    half.touch(mode=0o600)
    half.write_bytes(content)
    half.replace(path)
