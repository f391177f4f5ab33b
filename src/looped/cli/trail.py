"""`looped trail verify`: whether the trail, the guard, the gradings and the editions are as they were written."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from looped.errors import UsageError

if TYPE_CHECKING:
    from looped.records.trail import Head


def run(words: list[str]) -> int:
    """Verify. Returns 0 all is as it was written, 1 something isn't."""
    given = _parser().parse_args(words)
    noted = _noted(given.noted)
    from looped.records.opening import open_to_read

    open_to_read()
    from looped.records.fingerprint import changed_deeds
    from looped.records.queries.editions import editions, is_whole
    from looped.records.trail import verify

    heads, faults = verify(noted)
    altered = [issued.number for issued in editions() if is_whole(issued) is False]
    changed = changed_deeds()
    told: dict[str, Any] = {
        "chains": len(heads),
        "events": sum(head.number for head in heads),
        "heads": [asdict(head) for head in heads],
        "faults": [asdict(fault) for fault in faults],
        "altered_editions": altered,
        "deeds_with_changed_gradings": changed,
    }
    if given.json:
        print(json.dumps(told, indent=1))
    for fault in faults:
        print(f"{fault.chain}, event {fault.number}: {fault.what}.", file=sys.stderr)
    for number in altered:
        print(f"Edition {number} isn't as it was issued.", file=sys.stderr)
    for deed in changed:
        print(f"The gradings of deed {deed} aren't as they were recorded.", file=sys.stderr)
    if not (faults or altered or changed):
        print(f"{told['events']} events in {told['chains']} chains, all as they were written.", file=sys.stderr)
    return 1 if faults or altered or changed else 0


def _noted(path: str | None) -> "tuple[Head, ...]":
    if path is None:
        return ()
    from looped.records.opening import set_up

    set_up()
    from looped.records.trail import Head

    try:
        return tuple(Head(**head) for head in json.loads(Path(path).read_text(encoding="utf-8"))["heads"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} isn't what `looped trail verify --json` printed earlier.") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="looped trail", description="The trail of who did what.")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser("verify", help="check every event, and every edition, against its checksum")
    verify.add_argument(
        "--json", action="store_true", help="chains, heads and faults as JSON; keep it off this machine"
    )
    verify.add_argument("--noted", metavar="FILE", help="what --json printed earlier: shows whether a chain was cut")
    return parser
