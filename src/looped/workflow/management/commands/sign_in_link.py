"""`looped manage sign_in_link`: for whoever is locked out and has nobody to let them in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from looped.records.opening import open_to_read
from looped.workflow.letters.link import about_link


class Command(BaseCommand):
    """Print a link to set a password by."""

    help = "Print a link by which somebody who has an account chooses a new password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and whether their second factor is lost too."""
        parser.add_argument("--email", required=True, help="by which they sign in")
        parser.add_argument("--by", required=True, help="who gives out the link")
        parser.add_argument("--forget-second-factor", action="store_true", help="they set up another")

    def handle(self, *_: Any, **given: Any) -> None:
        """It is a deed of its own in the trail. Raises: LoopedError."""
        from looped.workflow.accounts import give_link

        open_to_read()
        link = give_link(by=given["by"], email=given["email"], factor=given["forget_second_factor"])
        forgotten = "Their second factor is forgotten. " if given["forget_second_factor"] else ""
        self.stderr.write(f"{forgotten}{about_link()}", str)
        self.stdout.write(link)
