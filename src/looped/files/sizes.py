"""What a packed file (.xlsx, .ods, .docx) unpacks to, found out before anything reads it."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from looped.errors import UnreadableError

GIB = 1 << 30
MOST_MEMBERS = 10_000
# The densest real spreadsheets unpack to about 60 times their size; small members may be denser, and harm nobody.
MOST_RATIO = 300
RATIO_FROM = 32 << 20
# Deflate can't do better than this: below it a promise about the unpacked size can't be a dangerous lie.
DEFLATE_AT_MOST = 1032
BLOCK = 1 << 20
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
ENCRYPTED_FLAG = 0x1
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SAVE_AGAIN = "To mend it: open it in Word, Excel or LibreOffice and save it again."


def check_unpacked(path: Path, limit: int = GIB) -> int:
    """Bytes that a packed file unpacks to, when it may be opened.

    limit: bytes that it may unpack to.  What its table of contents promises is checked first, then what really is
    inside, without keeping it.
    Raises: UnreadableError for a file that is too big unpacked, encrypted, broken, or that lies about its size.
    """
    members = _members(path)
    promised = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if promised > limit:
        raise _too_big(path, promised, limit)
    if packed > path.stat().st_size:
        raise UnreadableError(f"{path.name}: its parts overlap, as no office program writes them. {SAVE_AGAIN}")
    if packed * DEFLATE_AT_MOST > limit:
        _check_inside(path, members, limit)
    return promised


def _members(path: Path) -> list[zipfile.ZipInfo]:
    _check_start(path)
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"{path.name}: the file is broken or was cut short ({error}). {SAVE_AGAIN}") from error
    if len(members) > MOST_MEMBERS:
        raise UnreadableError(f"{path.name}: has {len(members):,} parts; {MOST_MEMBERS:,} are allowed. {SAVE_AGAIN}")
    for member in members:
        _check_member(path, member)
    return members


def _check_start(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
    except OSError as error:
        raise UnreadableError(f"{path}: can't be opened ({error.strerror}). To mend it: check the path.") from error
    if start == OLE:
        raise UnreadableError(
            f"{path.name}: is protected with a password, or in the format of before 2007. "
            f"To mend it: save it as {path.suffix.lower()} without a password."
        )
    if not start.startswith(b"PK"):
        raise UnreadableError(
            f"{path.name}: is not what its name says: no packed office file begins like this. {SAVE_AGAIN}"
        )


def _check_member(path: Path, member: zipfile.ZipInfo) -> None:
    if member.flag_bits & ENCRYPTED_FLAG:
        raise UnreadableError(f"{path.name}: is protected with a password. To mend it: save it without one.")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError(f"{path.name}: is packed in a way that office programs don't use. {SAVE_AGAIN}")
    if member.file_size > max(RATIO_FROM, member.compress_size * MOST_RATIO):
        raise UnreadableError(
            f"{path.name}: one of its parts unpacks to {member.file_size // max(1, member.compress_size):,} times "
            f"its size, {_size(member.file_size)}; such files are made to harm. {SAVE_AGAIN}"
        )


def _check_inside(path: Path, members: list[zipfile.ZipInfo], limit: int) -> None:
    total = 0
    with path.open("rb") as file:
        for member in members:
            found = 0
            for length in _unpacked_lengths(path, file, member):
                found += length
                if total + found > limit:
                    raise _too_big(path, total + found, limit)
            if found != member.file_size:
                raise UnreadableError(f"{path.name}: one of its parts is not as big as it says. {SAVE_AGAIN}")
            total += found


def _unpacked_lengths(path: Path, file: IO[bytes], member: zipfile.ZipInfo) -> Iterator[int]:
    """Lengths of the blocks of one member, unpacked and let go."""
    file.seek(member.header_offset)
    header = file.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise UnreadableError(f"{path.name}: the file is broken or was cut short. {SAVE_AGAIN}")
    name_length, extra_length = LOCAL_HEADER.unpack(header)[9:]
    file.seek(name_length + extra_length, 1)
    left = member.compress_size
    if member.compress_type == zipfile.ZIP_STORED:
        yield left
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            while block:
                yield len(unpacker.decompress(block, BLOCK))
                block = unpacker.unconsumed_tail
        yield len(unpacker.flush())
    except zlib.error as error:
        raise UnreadableError(f"{path.name}: the file is broken ({error}). {SAVE_AGAIN}") from error


def _too_big(path: Path, size: int, limit: int) -> UnreadableError:
    return UnreadableError(
        f"{path.name}: unpacks to {_size(size)} or more; {_size(limit)} are allowed. "
        "To mend it: save its sheets as CSV, or divide it."
    )


def _size(size: int) -> str:
    """Bytes in words: "1 GiB"."""
    for unit, name in ((GIB, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} bytes"
