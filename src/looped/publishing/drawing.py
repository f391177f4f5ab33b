"""Draw a report in every format asked for, read each file back, and proof-read it before anybody else does."""

from looped.errors import LoopedError
from looped.publishing.proofing import proofread, sentences_missing
from looped.renderers.formats import FORMATS
from looped.renderers.reading_back import read
from looped.reports.nodes import Report, Section, Table, text_of

Rows = list[list[str]]


def draw(report: Report, formats: tuple[str, ...]) -> dict[str, bytes]:
    """The report's files by suffix.

    Raises: LoopedError where a file read back says anything else than the report, or where the checker finds a figure
    in it that can't be true.
    """
    contents = {suffix: FORMATS[suffix].render(report) for suffix in formats}
    for suffix, content in contents.items():
        _same(report, suffix, content)
    # Each file says just what the tree says, so what the checker finds in the tree it finds in each of them.
    proofread(report)
    return contents


def _same(report: Report, suffix: str, content: bytes) -> None:
    wanted = [(table.title, table_text(table)) for table in tables_in(report)]
    found, words = read(suffix, content)
    for (title, rows), (title_found, rows_found) in zip(wanted, found, strict=False):
        if (title, rows) != (title_found, rows_found):
            raise LoopedError(
                f"the .{suffix} file does not say what the report says in the table “{title}”; not written."
            )
    if len(found) != len(wanted):
        raise LoopedError(f"the .{suffix} file holds {len(found)} tables, the report {len(wanted)}; not written.")
    missing = sentences_missing(report, words)
    if missing:
        raise LoopedError(f"the .{suffix} file does not say “{missing[0]}”, which the report says; not written.")


def table_text(table: Table) -> Rows:
    """A table's cells as printed, header rows first."""
    return [[text_of(cell) for cell in row] for row in table.rows]


def tables_in(report: Report) -> list[Table]:
    """Every table of the report, in its order."""
    return [table for section in report.sections for table in _tables(section)]


def _tables(section: Section) -> list[Table]:
    found: list[Table] = []
    for block in section.blocks:
        if isinstance(block, Section):
            found += _tables(block)
        elif isinstance(block, Table):
            found.append(block)
    return found
