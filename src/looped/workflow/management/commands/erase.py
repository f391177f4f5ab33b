"""`looped manage erase`: links and words go by warrant; gradings, and so every figure, stay."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from looped.records.opening import open_to_read
from looped.records.scrubbing import scrub
from looped.workflow.erasing import WORDS, Erased, erase_case, erase_person, erase_words


class Command(BaseCommand):
    """Erase a case's link and words, a person's name, or one piece of text."""

    help = "Erase a case, a person's name or one piece of text. What is erased is read from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """The reference or name isn't among them: it would stay in the shell's history."""
        parser.add_argument("kind", choices=["case", "person", *WORDS], help="what is erased")
        parser.add_argument("--by", required=True, help="who erases")
        parser.add_argument("--why", required=True, help="the ground, without a name in it, as in 'request 7'")

    def handle(self, *_: Any, **given: Any) -> None:
        """Erase, then take the bytes out of the files. Raises: LoopedError."""
        if sys.stdin.isatty():
            self.stderr.write("Type the case reference, name or number, then press Enter:", str)
        what = sys.stdin.readline().strip()
        open_to_read()
        erased = _erase(given["kind"], what, given["by"], given["why"])
        for table, number in erased.rows.items():
            self.stdout.write(f"{table}: {number}")
        if erased.editions:
            numbers = ", ".join(map(str, erased.editions))
            self.stdout.write(f"These editions still print words that went: {numbers}. Decide on each (erase edition).")
        if not scrub(connection):
            self.stdout.write(
                "Somebody is reading: bytes stay in the write-ahead log until `looped manage scrub` is run."
            )


def _erase(kind: str, what: str, by: str, why: str) -> Erased:
    if kind == "case":
        return erase_case(by=by, why=why, reference=what)
    if kind == "person":
        return erase_person(by=by, why=why, name=what)
    return erase_words(by=by, why=why, kind=kind, row=int(what) if what.isdecimal() else 0)
