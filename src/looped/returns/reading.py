"""A workbook of returns, read and cleaned: `read_returns` is the use of this room."""

import hashlib
from pathlib import Path

from looped.errors import UnreadableError
from looped.files.collecting import without_collecting
from looped.files.sizes import GIB, check_unpacked
from looped.returns.assembling import assembled
from looped.returns.cleaned import Cleaned
from looped.returns.cleaning import clean
from looped.returns.comparing import compared
from looped.returns.delimited import delimited_sheet
from looped.returns.error_cells import mark_errors
from looped.returns.further import read_further
from looped.returns.header import header_of
from looped.returns.model import Problem, Returns
from looped.returns.order import set_recorded
from looped.returns.sheets import Progress, Sheet
from looped.returns.spreadsheets import spreadsheet_sheets
from looped.rubric.framework import Framework
from looped.rubric.loading import frameworks as shipped_frameworks

SPREADSHEETS = (".xlsx", ".xlsm", ".ods")
TEXTS = (".csv", ".tsv", ".txt")


def read_returns(
    path: Path,
    frameworks: tuple[Framework, ...] | None = None,
    *,
    authority: str = "council",
    progress: Progress | None = None,
) -> Returns:
    """The returns of a workbook (.xlsx, .ods, .csv): rows taken, tables for figures, words, and every problem.

    frameworks: left out, those that are shipped.  authority: whose returns these are, the first part of every join.
    progress: called with rows read and rows expected.
    Raises: UnreadableError where the file holds no sheet of returns, or can't be read at all.
    """
    with without_collecting():
        return assembled(cleaned(path, frameworks, progress), authority)


def cleaned(
    path: Path,
    frameworks: tuple[Framework, ...] | None = None,
    progress: Progress | None = None,
    unpacked: int = GIB,
) -> Cleaned:
    """What `read_returns` reads, as columns: small enough to be handed from one process to another.

    unpacked: bytes that a spreadsheet may unpack to.
    """
    choice = shipped_frameworks() if frameworks is None else frameworks
    found = Cleaned(document=path.name, checksum=checksum_of(path))
    for sheet in _sheets(path, progress, unpacked):
        _clean_sheet(found, path, sheet, choice)
    if not found.sheets_of_returns:
        looked = ", ".join(found.skipped) or "no sheet that holds anything"
        raise UnreadableError(
            f"{path.name}: looked for a header row with an audit (or case), a month and at least one grade, "
            f"in the first 50 rows of each sheet, and found none ({looked}). "
            "To mend it: check that this is the workbook of returns, and that its columns have headings."
        )
    set_recorded(found.taken)
    found.problems.extend(compared(found))
    return found


def checksum_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Raises: UnreadableError where there is no such file, or it may not be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableError(f"{path}: can't be opened ({error.strerror}). To mend it: check the path.") from error


def _sheets(path: Path, progress: Progress | None, unpacked: int) -> list[Sheet]:
    suffix = path.suffix.lower()
    if path.stat().st_size == 0:
        raise UnreadableError(
            f"{path.name}: looked for returns, and the file is empty. To mend it: save or send it again."
        )
    if suffix in SPREADSHEETS:
        check_unpacked(path, unpacked)
        return spreadsheet_sheets(path, progress)
    if suffix in TEXTS:
        return [delimited_sheet(path, progress)]
    raise UnreadableError(
        f"{path.name}: looked for a workbook of returns (.xlsx, .ods or .csv), and this is neither. "
        "To mend it: save the returns as one of these."
    )


def _clean_sheet(found: Cleaned, path: Path, sheet: Sheet, frameworks: tuple[Framework, ...]) -> None:
    header = header_of(sheet, frameworks)
    if header is None:
        found.skipped.append(sheet.name)
        return
    mark_errors(path, sheet, header)
    found.places[sheet.name] = {name: sheet.letters(column) for name, column in header.columns.items()}
    if sheet.hidden:
        found.problems.append(_hidden(sheet))
    if header.kind == "returns":
        taken, problems, refused = clean(sheet, header, frameworks)
        found.taken.add(taken)
        found.sheets_of_returns.append(sheet.name)
        found.headings = found.headings or list(header.headings)
        found.known.update({"due", "returned", "feedback", "why_moderated"} & set(header.columns))
    else:
        rows, problems, refused = read_further(sheet, header, frameworks)
        found.add_further(header.kind, rows)
        found.known.update({"feedback", "actions"} & {header.kind})
    found.problems.extend(problems)
    found.refused.extend(refused)


def _hidden(sheet: Sheet) -> Problem:
    return Problem(
        sheet.name,
        None,
        None,
        "warning",
        "the sheet is hidden; it is read all the same",
        "delete the sheet if it isn't meant to count",
    )
