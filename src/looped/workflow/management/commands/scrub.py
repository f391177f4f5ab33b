"""`looped manage scrub`: no bytes of what was erased stay in the database's files."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from looped.errors import LoopedError
from looped.records.scrubbing import scrub


class Command(BaseCommand):
    """Take erased rows out of the files, where that couldn't be done at once."""

    help = "Take erased rows out of the database's files, where somebody was reading when they were erased."

    def handle(self, *_: Any, **__: Any) -> None:
        """Try it again. Raises: LoopedError."""
        if not scrub(connection):
            raise LoopedError("Somebody is still reading. Stop the service, or try again later.")
