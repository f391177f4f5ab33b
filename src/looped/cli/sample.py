"""`looped sample`: a random sample of open cases, by strata, that can be drawn again from seed and frame hash."""

import argparse
import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from looped.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from looped.returns.sheets import Cell, Sheet
    from looped.sampling.draw import Draw
    from looped.sampling.looped import Plan

# Headings as people type them, for the columns of the caseload that a sample may be drawn by.
COLUMNS: dict[str, tuple[str, ...]] = {
    "case": ("case", "case reference", "case ref", "case id", "child id", "reference", "id"),
    "service_area": ("service area", "service"),
    "team": ("team",),
    "age_band": ("age band", "age"),
    "plan_type": ("plan type", "plan"),
    "ethnicity": ("ethnicity",),
    "disability": ("disability",),
    "family": ("family", "family reference"),
    "closed": ("closed", "date closed", "closed on"),
}
STRATA = ("service_area", "team", "age_band", "plan_type", "ethnicity", "disability")
HEADER_WITHIN = 50
LINKED = "Looped audits link all auditors, each with enough others: once read, their severity can be compared."


def run(words: list[str]) -> int:
    """Print the sample, or write it. Returns 0 done."""
    from looped.sampling.allocation import proportional, whole
    from looped.sampling.draw import draw

    given = _parser().parse_args(words)
    frame = _frame(Path(given.cases), given.by)
    files = {name: list(frame.values()).count(name) for name in dict.fromkeys(frame.values())}
    if not 1 <= given.size <= len(frame):
        raise UsageError(f"--size {given.size}: there are {len(frame)} open cases; ask for 1 to {len(frame)}.")
    try:
        sizes = whole(proportional(files, given.size), files, given.floor)
    except ValueError as error:
        raise UsageError(f"{error}. Ask for more audits, or a smaller --floor.") from error
    drawn = draw(frame, sizes, seed=given.seed)
    plan = _planned(given, drawn)
    _tell(drawn, files, sizes)
    if plan and given.looped:
        print(plan.links.why_not or LINKED, file=sys.stderr)
    _write(drawn, given.by, given.out, plan)
    return 0


def _planned(given: argparse.Namespace, drawn: "Draw") -> "Plan | None":
    """Who reads what, where auditors are named. Raises: UsageError where they can't read it so."""
    from looped.sampling.looped import assign

    auditors = [name.strip() for name in given.auditors.split(",") if name.strip()]
    if not auditors:
        if given.looped or given.apart:
            raise UsageError("--looped and --apart need --auditors: their names, with commas between.")
        return None
    try:
        apart = [_apart(pair, auditors) for pair in given.apart]
        cases = [case for case, _ in drawn.drawn]
        return assign(cases, auditors, looped=given.looped, seed=str(given.seed), conflicts=apart)
    except ValueError as error:
        raise UsageError(f"{error}. Name other auditors, or ask for fewer looped audits.") from error


def _apart(pair: str, auditors: list[str]) -> tuple[str, str]:
    auditor, sign, case = (part.strip() for part in pair.partition("="))
    if not sign or auditor not in auditors:
        raise UsageError(f"--apart {pair}: write AUDITOR=CASE, with an auditor named in --auditors.")
    return auditor, case


def _frame(path: Path, by: str | None) -> dict[str, str]:
    """Stratum of each open case. Raises: UnreadableError naming file, cell, what is wrong and how to mend it."""
    sheet, header, places = _header(path, ["case", *([by] if by else [])])
    frame: dict[str, str] = {}
    for index in range(header + 1, sheet.height):
        row = sheet.row(index)
        case = _text(row[places["case"]])
        if not case or ("closed" in places and _text(row[places["closed"]])):
            continue
        stratum = _text(row[places[by]]) if by else "all cases"
        if not stratum:
            where = sheet.address(places[str(by)], index)
            raise UnreadableError(f"{path.name}: {sheet.name} {where}: {case} has no {by}. To mend it: fill it in.")
        if case in frame:
            where = sheet.address(places["case"], index)
            raise UnreadableError(
                f"{path.name}: {sheet.name} {where}: {case} is listed twice and would be drawn twice as often. "
                "To mend it: keep one row a case."
            )
        frame[case] = stratum
    if not frame:
        raise UnreadableError(f"{path.name}: no open case is listed. To mend it: list the open cases, one a row.")
    return frame


def _header(path: Path, needed: list[str]) -> "tuple[Sheet, int, dict[str, int]]":
    """The first sheet and row that name all columns needed, and the place of each known column."""
    for sheet in _sheets(path):
        for index in range(min(sheet.height, HEADER_WITHIN)):
            places = _places(sheet.row(index))
            if all(name in places for name in needed):
                return sheet, index, places
    headings = " and ".join(name.replace("_", " ") for name in needed)
    raise UnreadableError(
        f"{path.name}: looked for a header row with {headings} in the first {HEADER_WITHIN} rows of each sheet, "
        "and found none. To mend it: give the columns these headings."
    )


def _sheets(path: Path) -> "list[Sheet]":
    from looped.returns.delimited import delimited_sheet
    from looped.returns.spreadsheets import spreadsheet_sheets

    if path.is_dir():
        raise UnreadableError(f"{path}: this is a folder. To mend it: name the file with the list of cases.")
    if not path.is_file():
        raise UnreadableError(f"{path}: there is no such file. To mend it: check the path.")
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return [delimited_sheet(path)]
    if path.suffix.lower() in (".xlsx", ".xlsm", ".ods"):
        return spreadsheet_sheets(path)
    raise UnreadableError(f"{path.name}: looked for a list of cases in .xlsx, .ods or .csv. To mend it: save it so.")


def _places(row: "list[Cell]") -> dict[str, int]:
    headings = [" ".join(str(cell).replace("_", " ").lower().split()) for cell in row]
    found = {name: [headings.index(word) for word in words if word in headings] for name, words in COLUMNS.items()}
    return {name: places[0] for name, places in found.items() if places}


def _text(cell: "Cell") -> str:
    """A cell as one line of text; whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def _tell(drawn: "Draw", files: dict[str, int], sizes: dict[str, int]) -> None:
    """Strata, seed and frame hash, on standard error: what makes the draw repeatable."""
    width = max(map(len, files))
    for name, number in files.items():
        print(f"{name:<{width}}  {sizes[name]} of {number}", file=sys.stderr)
    print(f"seed {drawn.seed}\nframe hash {drawn.frame_hash}", file=sys.stderr)
    print("Keep both with the round: they draw the same cases from the same list again.", file=sys.stderr)


def _write(drawn: "Draw", by: str | None, out: str | None, plan: "Plan | None") -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    readers = {each.case: (each.lead, each.second or "") for each in plan.readings} if plan else {}
    writer.writerow(["case", by or "stratum", "seed", "frame_hash", *(("lead", "second") if plan else ())])
    writer.writerows(
        (case, stratum, drawn.seed, drawn.frame_hash, *readers.get(case, ())) for case, stratum in drawn.drawn
    )
    if out is None:
        print(text.getvalue(), end="")
        return
    try:
        Path(out).write_text(text.getvalue(), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--out {out}: can't be written ({error.strerror}). Name another file.") from error
    print(f"{len(drawn.drawn)} cases in {out}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="looped sample", description="Draw a random sample of open cases.")
    parser.add_argument("cases", metavar="CASES", help="the open caseload, one case a row (.xlsx, .ods or .csv)")
    parser.add_argument("--size", type=int, required=True, metavar="N", help="how many cases to draw")
    parser.add_argument("--by", choices=STRATA, help="draw in proportion within each")
    parser.add_argument("--floor", type=int, default=2, metavar="N", help="at least so many from each (2)")
    parser.add_argument("--seed", required=True, help="any word or number; the same draws the same again")
    parser.add_argument("--auditors", default="", metavar="NAMES", help="who reads them, with commas between")
    parser.add_argument("--looped", type=int, default=0, metavar="N", help="how many are read by two auditors")
    parser.add_argument(
        "--apart",
        action="append",
        default=[],
        metavar="AUDITOR=CASE",
        help="a conflict of interest; may be given again",
    )
    parser.add_argument("--out", metavar="FILE", help="write the sample there as .csv; else it is printed")
    return parser
