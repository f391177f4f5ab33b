"""From a source to written files: open, count, build, draw, read back, check, write."""

from pathlib import Path

from looped.publishing.booking import book_of
from looped.publishing.drawing import draw
from looped.publishing.opening import Opened, open_for
from looped.publishing.request import Made, Request
from looped.reports.outlines import board_report
from looped.rubric.framework import Framework


def make(request: Request, opened: Opened | None = None) -> Made:
    """Write the report that was asked for.

    opened: the source, where the caller has opened it already.
    Raises: UnreadableError where the source holds nothing readable; LoopedError where a drawn file doesn't say what
    the report says (nothing is written then).
    """
    source = opened or open_for(request.source)
    frameworks = _frameworks()
    cube = source.count(request.as_at, frameworks)
    report = board_report(book_of(request, cube, source.material, frameworks), request.status)
    contents = draw(report, request.formats)
    return Made(_write(request.out, contents), report, source.problems, source.skipped)


def _frameworks() -> tuple[Framework, ...]:
    from looped.rubric.loading import frameworks

    return tuple(frameworks())


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
