"""What the child says to its parent: short frames, each a kind, a length and a payload. Nothing in them is run."""

import struct
from dataclasses import dataclass
from typing import IO

ANSWER, BYTES, FAILURE, PIECE, PROGRESS = b"A", b"B", b"F", b"C", b"P"
HEAD = struct.Struct("<cQ")


@dataclass(frozen=True, slots=True)
class Frame:
    """kind: ANSWER (JSON), BYTES, PIECE (bytes; more comes), FAILURE (JSON: error, text), PROGRESS (JSON: done, of)."""

    kind: bytes
    payload: bytes


def write_frame(stream: IO[bytes], kind: bytes, payload: bytes) -> None:
    """Says one frame at once."""
    stream.write(HEAD.pack(kind, len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes], longest: int) -> Frame | None:
    """The next frame; None at the end, for half a frame, for one over `longest` bytes or of no known kind."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    if kind not in (ANSWER, BYTES, FAILURE, PIECE, PROGRESS) or length > longest:
        return None
    payload = stream.read(length)
    return Frame(kind, payload) if len(payload) == length else None
