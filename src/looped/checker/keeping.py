"""Writes what patterns need into the file that a start reads it from: `python -m looped.checker.keeping`."""

import looped.checker.judging  # noqa: F401  # loads the modules that take findings back, with patterns of their own
from looped.checker.letters import all_needs_of
from looped.checker.needed import FILE, written
from looped.checker.patterns import SHELF
from looped.checker.rules import rules


def text_of_all() -> str:
    """The file's text for every pattern of every rule."""
    rules()
    return written((each.pattern, each.flags, all_needs_of(each.pattern, each.flags)) for each in SHELF.patterns)


if __name__ == "__main__":
    FILE.write_text(text_of_all(), "utf-8")
