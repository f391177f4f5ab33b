"""`looped import`: a file of returns into the record."""

import argparse
import getpass
import json
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from looped.cli.arguments import say_problems
from looped.cli.progress import Bar
from looped.errors import LoopedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from looped.returns.model import Delivery, Returns
    from looped.workflow.importing import Imported


def run(words: list[str]) -> int:
    """Import it, or only say what is wrong with it. Returns 0 done, 1 done but rows were refused."""
    given = _parser().parse_args(words)
    with _delivered(Path(given.returns)) as file:
        returns = file.beside
        say_problems(returns.problems, returns.skipped)
        told: dict[str, Any] = {"taken": returns.taken, "problems": [asdict(problem) for problem in returns.problems]}
        if not given.dry_run:
            imported = _record(file, given)
            told |= {"added": imported.added, "imported_before": imported.before and imported.before.isoformat()}
    if given.refused or (returns.refused and not given.dry_run):
        told["refused_workbook"] = _write_refused(returns, given)
    if given.json:
        print(json.dumps(told, indent=1, ensure_ascii=False))
    return 1 if returns.refused else 0


@contextmanager
def _delivered(path: Path) -> "Iterator[Delivery]":
    from looped.returns.child import returns_in_pieces

    bar = Bar(f"Reading {path.name}")
    with ExitStack() as stack:
        try:
            file = stack.enter_context(returns_in_pieces(path, progress=bar))
        finally:
            bar.end()
        yield file


def _record(file: "Delivery", given: argparse.Namespace) -> "Imported":
    from looped.records.opening import open_to_write

    open_to_write()
    from looped.workflow.importing import import_returns

    bar = Bar("Recording")
    try:
        imported = import_returns(by=given.by or getpass.getuser(), returns=file, history=given.history, progress=bar)
    finally:
        bar.end()
    print(_sentence(imported), file=sys.stderr)
    return imported


def _sentence(imported: "Imported") -> str:
    if imported.before:
        from looped.figures.moments import in_london

        day = in_london(imported.before.replace(tzinfo=None))
        return f"This file was imported before, on {day:%d/%m/%Y}. Nothing has changed."
    taken = "1 row taken." if imported.taken == 1 else f"{imported.taken} rows taken."
    if not imported.added:
        return f"{taken} Everything in the file was on record already."
    added = ", ".join(f"{number} {what}" for what, number in imported.added.items())
    return f"{taken} Added: {added}."


def _write_refused(returns: "Returns", given: argparse.Namespace) -> str:
    from xlsxwriter.exceptions import FileCreateError

    from looped.returns.refused import write_refused

    path = Path(given.refused or f"{Path(given.returns).stem}-refused.xlsx")
    try:
        number = write_refused(returns, path)
    except (FileCreateError, OSError) as error:
        raise LoopedError(
            f"the refused rows can't be written to {path} ({error}). "
            "To mend it: import the file again with --refused FILE; nothing is recorded twice."
        ) from error
    told = "1 row was refused. It is" if number == 1 else f"{number} rows were refused. They are"
    print(f"{told} in {path}, each with what is wrong: mend and import it.", file=sys.stderr)
    return str(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="looped import", description="Record the returns of a workbook.")
    parser.add_argument("returns", metavar="RETURNS", help="a workbook of returns (.xlsx, .ods, .csv)")
    parser.add_argument("--dry-run", action="store_true", help="only say what is wrong; record nothing")
    parser.add_argument(
        "--history", action="store_true", help="a first load: record each row at the moment that the file gives"
    )
    parser.add_argument("--json", action="store_true", help="what was taken and what is wrong, as JSON")
    parser.add_argument(
        "--refused", metavar="FILE", help="where to write refused rows; by default RETURNS-refused.xlsx"
    )
    parser.add_argument("--by", metavar="NAME", help="who imports; by default the name you are signed in by")
    return parser
