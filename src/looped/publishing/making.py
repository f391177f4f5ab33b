"""From a source to written files: open, count, build, draw, read back, check, write."""

from pathlib import Path

from looped.publishing.booking import book_of
from looped.publishing.drawing import draw
from looped.publishing.opening import open_for
from looped.publishing.request import Made, Request
from looped.reports.outlines import board_report


def make(request: Request) -> Made:
    """Write the report that was asked for.

    Raises: UnreadableError where the source holds nothing readable or no audit of the period; LoopedError where a
    drawn file doesn't say what the report says (nothing is written then).
    """
    opened = open_for(request.source)
    book = book_of(request, opened)
    report = board_report(book, request.status)
    contents = draw(report, request.formats)
    return Made(_write(request.out, contents), report, opened.problems, opened.skipped)


def _write(folder: Path, contents: dict[str, bytes]) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for suffix, content in contents.items():
        path = folder / f"report.{suffix}"
        # A reader never finds half a file: it is written beside and moved into its place.
        beside = path.with_suffix(f".{suffix}.part")
        beside.write_bytes(content)
        beside.replace(path)
        files.append(path)
    return tuple(files)
