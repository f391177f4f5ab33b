"""What a written file says, read from the file itself: the proof that all formats say the same.

Each file of this folder reads one format. Tables come as (title, rows of text), header rows first, in their order.
"""

from importlib import import_module

from looped.errors import UsageError

Rows = list[list[str]]
ReadTable = tuple[str, Rows]

READERS = {"html": "of_html", "pdf": "of_pdf", "docx": "of_word", "xlsx": "of_excel", "json": "of_json"}


def read(suffix: str, content: bytes) -> tuple[list[ReadTable], str]:
    """Every table of a file, and every word: text, tables, and what stands for its pictures. It is opened once.

    suffix: "html", "pdf", "docx", "xlsx", "json". Raises: UsageError for any other.
    """
    reader = _reader(suffix)
    opened = reader.opened(content)
    return reader.tables(opened), reader.text(opened)


def tables_of(suffix: str, content: bytes) -> list[ReadTable]:
    """Every table of a file. Raises: UsageError as `read`."""
    return read(suffix, content)[0]


def text_of_file(suffix: str, content: bytes) -> str:
    """Every word of a file. Raises: UsageError as `read`."""
    return read(suffix, content)[1]


def _reader(suffix: str):  # type: ignore[no-untyped-def]  # modules have no type of their own
    if suffix not in READERS:
        raise UsageError(f"There is no reader for {suffix!r}. There are: {', '.join(READERS)}.")
    return import_module(f"{__name__}.{READERS[suffix]}")
