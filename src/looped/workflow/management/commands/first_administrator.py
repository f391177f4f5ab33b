"""`looped manage first_administrator`: somebody who looks after people, and a link by which they begin."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from looped.records.opening import open_to_write
from looped.workflow.letters.link import about_link


class Command(BaseCommand):
    """Make the first administrator. Everybody else is added by them on the pages."""

    help = "Make the first administrator and print the link by which they choose a password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Name and address of a person, who alone will be able to add others."""
        parser.add_argument("--name", required=True, help="as colleagues know them")
        parser.add_argument("--email", required=True, help="by which they sign in")

    def handle(self, *_: Any, **given: Any) -> None:
        """Make the record where there is none; print the link, for mail may not be set up yet. Raises: LoopedError."""
        from looped.workflow.accounts import first_to_sign_in, printed_link

        open_to_write()
        first_to_sign_in(by=given["name"], email=given["email"])
        self.stderr.write(f"{given['name']} is the first administrator.\n{about_link()}", str)
        self.stdout.write(printed_link(given["email"]))
