"""From a source to written files: open, count, build, draw, read back, check, write."""

from dataclasses import replace
from pathlib import Path

from looped.figures.every import all_figures
from looped.figures.sources import open_source
from looped.publishing.booking import book_of
from looped.publishing.causes import causes_between
from looped.publishing.drawing import draw
from looped.publishing.earlier import withheld_in
from looped.publishing.opening import Opened, open_for
from looped.publishing.request import Drawn, Made, Request
from looped.publishing.restating import changes
from looped.reports.book import Book
from looped.reports.dates import moment_title
from looped.reports.nodes import Report
from looped.reports.outlines import board_report, published_report
from looped.rubric.framework import Framework


def make(request: Request, opened: Opened | None = None) -> Made:
    """Write the report that was asked for.

    opened: the source, where the caller has opened it already.
    Raises: UnreadableError where the source holds nothing readable; LoopedError where a drawn file doesn't say what
    the report says (nothing is written then).
    """
    drawn = prepare(request, opened)
    return Made(write(drawn, request.out), drawn.report, drawn.problems, drawn.skipped, drawn.exposed, drawn.empty)


def prepare(request: Request, opened: Opened | None = None) -> Drawn:
    """The report drawn in every format asked for and read back, with its figures; nothing is written yet."""
    source = opened or open_for(request.source)
    frameworks = _frameworks()
    cube = source.count(request.as_at, frameworks)
    caseload = source.caseload(request.last, request.as_at)
    book = book_of(request, cube, source.material, frameworks, caseload)
    report, exposed = _built(book, request, source, frameworks)
    contents = draw(report, request.formats)
    return Drawn(report, tuple(book.rows.values()), contents, source.problems, source.skipped, exposed)


def _built(book: Book, request: Request, source: Opened, frameworks: tuple[Framework, ...]) -> tuple[Report, int]:
    """The tree, and how many withheld small counts are known already."""
    if not request.disclosure:
        return board_report(_compared(book, request, source, frameworks), request.status), 0
    withheld = withheld_in(book, source, request.published, request.small, frameworks)
    return published_report(replace(book, withheld=withheld), request.status), withheld.exposed


def write(drawn: Drawn, folder: Path) -> tuple[Path, ...]:
    """Write the drawn files as `report.` and their suffix. A reader never finds half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for suffix, content in drawn.contents.items():
        path = folder / f"report.{suffix}"
        beside = path.with_suffix(f".{suffix}.part")
        beside.write_bytes(content)
        beside.replace(path)
        files.append(path)
    return tuple(files)


def _compared(book: Book, request: Request, source: Opened, frameworks: tuple[Framework, ...]) -> Book:
    """The book with each figure that changed since the moment to compare with; as it is where there is none."""
    if request.since is None:
        return book
    before = all_figures(source.count(request.since, frameworks), frameworks, request.first, request.last)
    with open_source(source.what) as opened:
        causes = causes_between(opened, request.since, request.as_at)
    titles = {code: book.framework.title_of(code) for code in book.framework.graded_codes}
    found = changes(before, book.rows.values(), causes, titles)
    return replace(book, restatements=tuple(found), since_title=moment_title(request.since))


def _frameworks() -> tuple[Framework, ...]:
    from looped.rubric.loading import frameworks

    return tuple(frameworks())
