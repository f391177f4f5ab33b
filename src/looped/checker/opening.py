"""A file opened by its kind. Formats that could do harm are read in a limited process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from looped.checker.document import Document
from looped.checker.packing import packed, unpacked
from looped.errors import UnreadableError
from looped.files.limited import Limits, run_limited

SUFFIXES = (".docx", ".pdf", ".html", ".htm", ".md", ".markdown", ".txt", ".text", ".json")
LARGEST = 60 << 20
LIMITS = Limits(memory=2 << 30, seconds=300)


def open_document(path: Path) -> Document:
    """The document that a file holds. Raises: UnreadableError, saying what to do."""
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableError(
            f"{path.name}: this kind of file can't be checked. To mend it: save it as one of {known}."
        )
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableError(
            f"{path.name}: it can't be opened ({error.strerror}). To mend it: check the name."
        ) from error
    if not path.is_file() or size > LARGEST:
        raise UnreadableError(f"{path.name}: it is no file, or larger than {LARGEST >> 20} MB. To mend it: divide it.")
    return unpacked(json.loads(run_limited(read_packed, str(path.resolve()), subject=path.name, limits=LIMITS)))


def read_packed(path: str) -> bytes:
    """The blocks of a file as JSON: what the limited process gives back."""
    return json.dumps(packed(_reader(Path(path).suffix.lower())(Path(path)))).encode()


def _reader(suffix: str) -> Callable[[Path], Any]:
    if suffix == ".docx":
        from looped.checker.readers.word import read
    elif suffix == ".pdf":
        from looped.checker.readers.pdf import read
    elif suffix in (".html", ".htm"):
        from looped.checker.readers.html import read
    elif suffix == ".json":
        from looped.checker.readers.report_json import read
    else:
        from looped.checker.readers.text import read_file as read
    return read
