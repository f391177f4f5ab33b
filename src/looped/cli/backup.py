"""`looped backup FILE`: a consistent copy of the embedded database, read back before it is called one."""

import argparse
import sys
from pathlib import Path


def run(words: list[str]) -> int:
    """Write the copy. Returns 0."""
    parser = argparse.ArgumentParser(prog="looped backup", description="Copy the record while it is in use.")
    parser.add_argument("file", metavar="FILE", help="where to write it; must not exist yet")
    given = parser.parse_args(words)
    from looped.records.opening import set_up

    set_up()
    from looped.records.backup import back_up

    facts = back_up(Path(given.file))
    print(f"{given.file}: {facts.gradings} gradings, {facts.events} events of the trail, read back.", file=sys.stderr)
    print("It holds personal data as the record does: keep it encrypted and away from this machine.", file=sys.stderr)
    return 0
