"""A workbook read and cleaned in a limited child process, for files that nobody vouches for."""

import pickle
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from looped.files.collecting import without_collecting
from looped.files.limited import Limits, run_limited, stream_limited
from looped.files.sizes import GIB
from looped.returns.assembling import assembled, beside, piece, tables_alone
from looped.returns.model import Delivery, Piece, Returns
from looped.returns.packing import pack, unpack
from looped.returns.pieces import ROWS, parted
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
    tables_only: bool = False,
) -> Returns:
    """What `read_returns` gives, with the file opened by a child process alone.

    tables_only: for figures, which need no `returns`: a fraction of the memory.
    unpacked: bytes that a spreadsheet may unpack to.  limits: memory and time of the child.
    Raises: UnreadableError, in one line, for whatever a broken or hostile file does.
    """
    packed = run_limited(
        read_packed,
        str(path.resolve()),
        _written(frameworks),
        unpacked,
        subject=path.name,
        limits=limits,
        progress=progress,
    )
    with without_collecting():
        return (tables_alone if tables_only else assembled)(unpack(packed), authority)


@contextmanager
def returns_in_pieces(
    path: Path,
    frameworks: tuple[Framework, ...] | None = None,
    *,
    authority: str = "council",
    progress: Progress | None = None,
    limits: Limits | None = None,
    rows: int = ROWS,
) -> Iterator[Delivery]:
    """The same, handed over by the child in pieces while the `with` block lasts.

    The whole file is read and cleaned, and every problem known, before the block begins.  rows: of returns in a piece.
    Raises: UnreadableError as above, also from taking the next piece.
    """
    sent = stream_limited(
        send_pieces,
        str(path.resolve()),
        _written(frameworks),
        rows,
        subject=path.name,
        limits=limits,
        progress=progress,
    )
    with closing(sent):
        taken, first = int(next(sent)), unpack(next(sent))
        yield Delivery(
            beside(first, taken, authority),
            authority,
            max(first.taken.values["recorded_at"], default=None),
            _pieces(sent, authority),
        )


def _pieces(sent: Iterator[bytes], authority: str) -> Iterator[Piece]:
    for packed in sent:
        with without_collecting():
            one = piece(unpack(packed).taken, authority)
        yield one


def send_pieces(path: str, frameworks: str | None, rows: int, progress: Progress | None = None) -> Iterator[bytes]:
    """The number of rows taken, then the parts of what a workbook holds, as bytes. Runs in the child, as below."""
    with without_collecting():
        found = cleaned(Path(path), _chosen(frameworks), progress)
        yield str(len(found.taken)).encode()
        yield from map(pack, parted(found, rows))


def read_packed(path: str, frameworks: str | None, unpacked: int, progress: Progress | None = None) -> bytes:
    """What a workbook holds, as bytes: this is what runs in the child.

    frameworks: those to read by, as text from our own parent process; None for the shipped.
    """
    with without_collecting():
        return pack(cleaned(Path(path), _chosen(frameworks), progress, unpacked))


def _written(frameworks: tuple[Framework, ...] | None) -> str | None:
    return None if frameworks is None else b64encode(pickle.dumps(frameworks)).decode()


def _chosen(frameworks: str | None) -> tuple[Framework, ...] | None:
    if frameworks is None:
        return None
    chosen: tuple[Framework, ...] = pickle.loads(b64decode(frameworks))  # noqa: S301  # written by our own parent process
    return chosen
