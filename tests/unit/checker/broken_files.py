"""Files broken on purpose, and what becomes of them: run in the limited process, many in one."""

import json
import random
import signal
import socket
import zipfile
from io import BytesIO
from pathlib import Path

SECONDS = 20


def broken(content: bytes, suffix: str, seed: int) -> bytes:
    """The content with a few mutations; of a Word file mostly within its parts, so that it still unpacks."""
    draw = random.Random(seed)
    if suffix == ".docx" and draw.random() < 0.7:
        return _repacked(content, draw)
    return _mutated(content, draw)


def _repacked(content: bytes, draw: random.Random) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = {"word/document.xml", draw.choice(names)} if draw.random() < 0.7 else {draw.choice(names)}
        for name in names:
            if draw.random() < 0.97:
                new.writestr(name, _mutated(old.read(name), draw) if name in hit else old.read(name))
    return made.getvalue()


def _mutated(content: bytes, draw: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(draw.choice((1, 2, 5, 20))):
        if not found:
            break
        at = draw.randrange(len(found))
        length = draw.choice((1, 2, 8, 100, 2000))
        match draw.randrange(6):
            case 0:
                found[at] ^= 1 << draw.randrange(8)
            case 1:
                del found[at : at + length]
            case 2:
                found[at:at] = found[max(0, at - length) : at] * draw.choice((1, 3))
            case 3:
                found[at : at + length] = draw.randbytes(length)
            case 4:
                del found[at:]
            case _:
                found[at:at] = draw.choice(
                    (b"<", b"&#0;", b"\x00", b"%", b"(" * 500, b"<table>" * 200, b"9" * 400, b"of ")
                )
    return bytes(found)


def read_all(folder: str) -> bytes:
    """What became of each file of a folder, as JSON: "read", "refused", or what went wrong. Run in a limited process."""
    _without_network()
    signal.signal(signal.SIGALRM, _overdue)
    return json.dumps({path.name: _fate(path) for path in sorted(Path(folder).iterdir())}).encode()


def _fate(path: Path) -> str:
    from looped.checker.judging import judge
    from looped.checker.opening import read_packed
    from looped.checker.packing import unpacked
    from looped.errors import UnreadableError

    signal.alarm(SECONDS)
    try:
        judge(unpacked(json.loads(read_packed(str(path)))))
    except UnreadableError as error:
        return "refused" if "\n" not in str(error) else f"two lines: {error}"
    except BaseException as error:
        return f"{type(error).__name__}: {error}"[:300]
    finally:
        signal.alarm(0)
    return "read"


def _overdue(*_: object) -> None:
    raise TimeoutError(f"over {SECONDS} s")


def _without_network() -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        setattr(socket, name, refused)
