"""`looped figures`: every figure of a period, as JSON or as a plain table."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

from looped.cli import recorded
from looped.cli.arguments import add_period, add_source, moment_of, period_of, say_problems

if TYPE_CHECKING:
    from looped.figures.every import FigureRow
    from looped.publishing.opening import Opened

COLUMNS = ("figure", "domain", "month", "service_area", "team", "grade", "why", "count", "base", "share", "provisional")


def run(words: list[str]) -> int:
    """Print the figures. Returns 0 done, 1 done but rows were refused."""
    from looped.figures.moments import now

    given = _parser().parse_args(words)
    first, last = period_of(given)
    moment = moment_of(given.as_at) or now()
    opened = recorded.opened(given.source)
    rows = _figures(opened, moment, first, last, given.by)
    say_problems(opened.problems, opened.skipped)
    print(_as_json(rows, first, last, moment) if given.json else _as_table(rows))
    return 1 if opened.refused else 0


def _figures(opened: "Opened", moment: datetime, first: str, last: str, by: str | None) -> "list[FigureRow]":
    from looped.figures.every import all_figures
    from looped.rubric.loading import frameworks

    cube = opened.count(moment, frameworks())
    if cube.unlisted:
        print(f"{cube.unlisted} audits with grades are not among the audits and in no figure.", file=sys.stderr)
    return all_figures(cube, frameworks(), first, last, by=by)


def _as_json(rows: "Sequence[FigureRow]", first: str, last: str, moment: datetime) -> str:
    from looped.figures.moments import iso

    figures = ",\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows)
    heading = json.dumps({"from": first, "to": last, "as_at": iso(moment)})
    return f'{heading[:-1]}, "figures": [\n{figures}\n]}}'


def _as_table(rows: "Sequence[FigureRow]") -> str:
    """A line a figure; columns in which nothing is said are left out."""
    cells = [COLUMNS, *([_cell(name, getattr(row, name)) for name in COLUMNS] for row in rows)]
    shown = [index for index in range(len(COLUMNS)) if any(line[index] for line in cells[1:])]
    widths = [max(len(line[index]) for line in cells) for index in shown]
    lines = ["  ".join(line[index].ljust(width) for index, width in zip(shown, widths, strict=True)) for line in cells]
    return "\n".join(line.rstrip() for line in lines)


def _cell(name: str, value: object) -> str:
    if name == "month" and value is None:
        return "whole period"
    if name == "count" and value is None:
        return "not known"
    if name == "share" and isinstance(value, float):
        return f"{value:.4f}"
    return "" if value is None else str(value)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="looped figures", description="Print every figure of a period.")
    add_source(parser)
    add_period(parser)
    parser.add_argument("--by", choices=("service_area", "team"), help="also for each service area or team")
    parser.add_argument("--json", action="store_true", help="as JSON, shares unrounded")
    return parser
