"""The child process: takes one request from its parent, limits itself, runs one function, says what it gave."""

import json
import os
import sys
from collections.abc import Iterator
from functools import partial, reduce
from importlib import import_module
from typing import IO, Any

from looped.files.frames import ANSWER, BYTES, FAILURE, PIECE, PROGRESS, write_frame
from looped.files.rlimits import set_limits


def main() -> None:
    """Reads the request from standard input; writes frames where standard output was, which then goes nowhere."""
    request = json.loads(sys.stdin.buffer.read())
    with os.fdopen(os.dup(1), "wb") as stream:
        os.dup2(2, 1)
        answer(request, stream)


def answer(request: dict[str, Any], stream: IO[bytes]) -> None:
    """Runs what the request names, under its limits. Whatever goes wrong is said in a frame, never as a traceback."""
    sys.path[:] = request["path"]
    set_limits(**request["limits"])
    try:
        kind, payload = _result(request, stream)
    except MemoryError:
        kind, payload = FAILURE, b'{"error": "MemoryError", "text": ""}'
    except BaseException as error:  # a panic of a library in Rust is no Exception
        text = " ".join(str(error).split())
        kind, payload = FAILURE, json.dumps({"error": type(error).__name__, "text": text}).encode()
    write_frame(stream, kind, payload)


def _result(request: dict[str, Any], stream: IO[bytes]) -> tuple[bytes, bytes]:
    module, _, name = request["function"].partition(":")
    function: Any = reduce(getattr, name.split("."), import_module(module))
    told = {"progress": partial(_tell, stream)} if request["progress"] else {}
    given = function(*request["arguments"], **told)
    if isinstance(given, Iterator):
        for piece in given:
            write_frame(stream, PIECE, piece)
        given = None
    return (BYTES, given) if isinstance(given, bytes) else (ANSWER, json.dumps(given).encode())


def _tell(stream: IO[bytes], done: int, total: int) -> None:
    write_frame(stream, PROGRESS, json.dumps([done, total]).encode())


if __name__ == "__main__":
    main()
