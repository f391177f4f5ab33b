"""`looped restore FILE`: the embedded database as a backup has it, with later erasures done again."""

import argparse
import getpass
import os
import sys
from pathlib import Path


def run(words: list[str]) -> int:
    """Restore it. Returns 0."""
    given = _parser().parse_args(words)
    # With the tables of sign-in whatever the environment says, for what was closed since the backup is closed again.
    os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.terminal_settings"
    from looped.records.opening import set_up

    set_up()
    from looped.records.backup import restore
    from looped.workflow.restoring import note_restore

    restored = restore(Path(given.file), replace=given.replace)
    again = note_restore(by=given.by or getpass.getuser(), restored=restored)
    print(f"Restored: {restored.facts.gradings} gradings, {restored.facts.events} events.", file=sys.stderr)
    if restored.kept:
        print(f"What stood before is kept in {restored.kept}. Delete it when you don't need it.", file=sys.stderr)
    if again:
        print(f"{again} erasures made since that backup were done again.", file=sys.stderr)
    if restored.stranger:
        print(
            "The record before was another one: its erasures couldn't be done again. Do them by hand.", file=sys.stderr
        )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="looped restore", description="Bring the record back from a backup.")
    parser.add_argument("file", metavar="FILE", help="what `looped backup` wrote")
    parser.add_argument("--replace", action="store_true", help="there is a record already: put the backup in its place")
    parser.add_argument("--by", metavar="NAME", help="who restores; by default the name you are signed in by")
    return parser
