"""The example quarter and the year before it in the demonstration's record, and one edition for the board."""

from datetime import date
from pathlib import Path

BOOKS = ("returns-2023-24.xlsx", "returns-2024-25-q1.xlsx")
FIRST, LAST, AS_AT = "2024-04", "2024-06", "2024-07-31"
BOARD_MEETS = date(2024, 9, 4)


def books() -> tuple[Path, ...]:
    """The workbooks: beside this file in a wheel, in `examples` of a clone."""
    here = Path(__file__).parent
    folder = here if (here / BOOKS[0]).is_file() else here.parents[3] / "examples"
    return tuple(folder / name for name in BOOKS)


def load(by: str) -> None:
    """Import both as a first load, each row at the moment that it gives. by: the QA lead."""
    from looped.returns.child import read_returns_safely
    from looped.workflow.importing import import_returns

    for book in books():
        import_returns(by=by, returns=read_returns_safely(book), history=True)


def issue(by: str) -> None:
    """The quarter's report as the first edition. by: the report approver."""
    from looped.figures.moments import parse_moment
    from looped.publishing.request import Request
    from looped.records.queries.as_source import as_source
    from looped.workflow.issuing_report import issue_report

    as_at = parse_moment(AS_AT)
    request = Request(None, FIRST, LAST, as_at, Path(), formats=("json",), organisation="Invented Council")
    issue_report(by=by, request=request, opened=as_source(as_at), board="Improvement Board", for_date=BOARD_MEETS)
