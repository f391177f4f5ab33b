"""`looped manage sign_in_link`: for whoever is locked out and has nobody to let them in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from looped.errors import LoopedError
from looped.records.opening import open_to_read


class Command(BaseCommand):
    """Print a link to set a password by."""

    help = "Print a link by which somebody who has an account chooses a new password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and whether their second factor is lost too."""
        parser.add_argument("--email", required=True, help="by which they sign in")
        parser.add_argument("--by", required=True, help="who gives out the link")
        parser.add_argument("--forget-second-factor", action="store_true", help="they set up another")

    def handle(self, *_: Any, **given: Any) -> None:
        """It is a deed of its own in the trail."""
        from looped.workflow.accounts import give_link

        try:
            open_to_read()
            self.stdout.write(give_link(by=given["by"], email=given["email"], factor=given["forget_second_factor"]))
        except LoopedError as error:
            raise CommandError(str(error)) from error
