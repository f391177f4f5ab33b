"""Writes what patterns need and are compiled to, for a start to read: `python -m looped.checker.keeping`."""

from looped.checker import ready
from looped.checker.needed import FILE, written
from looped.checker.patterns import SHELF, all_needs_of
from looped.checker.rules import rules


def text_of_all() -> str:
    """The text of what every pattern of every rule needs."""
    rules()
    return written((each.pattern, each.flags, all_needs_of(each.pattern, each.flags)) for each in SHELF.patterns)


if __name__ == "__main__":
    FILE.write_text(text_of_all(), "utf-8")
    ready.FILE.write_bytes(ready.written((each.pattern, each.flags) for each in SHELF.patterns))
