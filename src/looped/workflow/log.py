"""The log: one line of JSON a request and a deed, on standard error. It holds identifiers, never names or words.

Libraries put what people typed into their messages and errors into theirs (a database names the value that it
refused). So of a line that isn't ours only the pattern is written, and of an error its kind and where it came from.
"""

import json
import logging
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from traceback import walk_tb
from types import TracebackType
from typing import Any

OURS = "looped"
# Of the request that is being answered, so that its deeds and errors can be put together.
request_id: ContextVar[str] = ContextVar("request_id", default="")


def told(event: str, **said: Any) -> None:
    """Write a line. event: one of a few fixed words.  said: identifiers, codes and numbers."""
    logging.getLogger(f"{OURS}.{event}").info(event, extra={"said": said})


class Lines(logging.Formatter):
    """A record of Python's logging as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. Unknown extras, local variables and texts of errors are left out."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {"time": f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"}
        line["level"] = record.levelname.lower()
        line |= _ours(record) if record.name.partition(".")[0] == OURS else _foreign(record)
        if request_id.get():
            line["request"] = request_id.get()
        if record.exc_info and record.exc_info[0]:
            line |= _error(*record.exc_info)
        return json.dumps(line)


def _ours(record: logging.LogRecord) -> dict[str, Any]:
    return {"event": record.msg, **getattr(record, "said", {})}


def _foreign(record: logging.LogRecord) -> dict[str, Any]:
    # A message without arguments may have been put together already, with somebody's words in it.
    pattern = {"pattern": record.msg} if record.args and isinstance(record.msg, str) else {}
    return {"event": record.name, "where": f"{record.module}:{record.lineno}", **pattern}


def _error(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> dict[str, Any]:
    return {"error": [_name(each) for each in _causes(error)] or [kind.__name__], "at": list(_frames(trace))}


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 5:
        yield error
        error, seen = error.__cause__ or error.__context__, seen + 1


def _name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        yield f"{frame.f_globals.get('__name__', '?')}.{frame.f_code.co_name}:{line}"
