"""Limits that the operating system keeps, and those it doesn't have."""

import sys
from contextlib import suppress
from typing import Any

# macOS knows the name of the limit of memory and doesn't keep it.
NOT_KEPT = {"darwin": ("RLIMIT_AS",)}
# At its first limit of work a process is told, at its second killed: the first says why it ended.
SECONDS_TO_SAY_SO = 5
NAMES = {
    "RLIMIT_AS": "memory",
    "RLIMIT_CPU": "time of work",
    "RLIMIT_FSIZE": "writing files",
    "RLIMIT_NOFILE": "open files",
}


def missing_limits(platform: str = sys.platform) -> tuple[str, ...]:
    """What can't be limited on this system, in words; nothing on Linux."""
    system = _resource()
    return tuple(
        words
        for name, words in NAMES.items()
        if system is None or not hasattr(system, name) or name in NOT_KEPT.get(platform, ())
    )


def set_limits(memory: int, seconds: int, files: int) -> None:
    """Limits this process for good: it can't raise them again, and can't write a byte into a file."""
    system = _resource()
    for name, most in zip(NAMES, (memory, seconds, 0, files), strict=True):
        if system is not None and hasattr(system, name):
            # What isn't kept here, or is already lower, is named by `missing_limits` or good enough.
            with suppress(ValueError, OSError):
                system.setrlimit(getattr(system, name), (most, most + SECONDS_TO_SAY_SO * (name == "RLIMIT_CPU")))


def _resource() -> Any:
    try:
        import resource
    except ImportError:
        return None
    return resource
