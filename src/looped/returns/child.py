"""A workbook read and cleaned in a limited child process, for files that nobody vouches for."""

import pickle
from base64 import b64decode, b64encode
from pathlib import Path

from looped.files.limited import Limits, run_limited
from looped.files.sizes import GIB
from looped.returns.assembling import assembled
from looped.returns.collecting import without_collecting
from looped.returns.model import Returns
from looped.returns.packing import pack, unpack
from looped.returns.reading import cleaned
from looped.returns.sheets import Progress
from looped.rubric.framework import Framework


def read_returns_safely(
    path: Path,
    frameworks: tuple[Framework, ...] | None = None,
    *,
    authority: str = "council",
    progress: Progress | None = None,
    unpacked: int = GIB,
    limits: Limits | None = None,
) -> Returns:
    """What `read_returns` gives, with the file opened by a child process alone.

    unpacked: bytes that a spreadsheet may unpack to.  limits: memory and time of the child.
    Raises: UnreadableError, in one line, for whatever a broken or hostile file does.
    """
    chosen = None if frameworks is None else b64encode(pickle.dumps(frameworks)).decode()
    packed = run_limited(
        read_packed, str(path.resolve()), chosen, unpacked, subject=path.name, limits=limits, progress=progress
    )
    with without_collecting():
        return assembled(unpack(packed), authority)


def read_packed(path: str, frameworks: str | None, unpacked: int, progress: Progress | None = None) -> bytes:
    """What a workbook holds, as bytes: this is what runs in the child.

    frameworks: those to read by, as text from our own parent process; None for the shipped.
    """
    with without_collecting():
        return pack(cleaned(Path(path), _chosen(frameworks), progress, unpacked))


def _chosen(frameworks: str | None) -> tuple[Framework, ...] | None:
    if frameworks is None:
        return None
    chosen: tuple[Framework, ...] = pickle.loads(b64decode(frameworks))  # noqa: S301  # written by our own parent process
    return chosen
