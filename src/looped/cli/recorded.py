"""The record as a source of figures and reports: never with its guard down, and with the words around the figures."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from looped.publishing.opening import Opened
    from looped.publishing.request import Request


def recorded(as_at: "datetime") -> "Opened":
    """The record, opened, with its words as at a moment (UTC without zone). Raises: LoopedError where there is none."""
    from looped.records.opening import open_to_read

    open_to_read()
    from looped.records.queries.as_source import as_source

    return as_source(as_at)


def names_of(persons: "Iterable[str]") -> dict[str, str]:
    """Names by identifier of people of the record, erased ones left out. The record is open."""
    from looped.records.queries.people import names

    return names(persons)


def published(request: "Request") -> "Request":
    """The request with every edition of the record that was issued for publication. The record is open."""
    from looped.records.queries.editions import published_trees

    return replace(request, published=(*published_trees(), *request.published))


def as_set(request: "Request") -> "Request":
    """The request with what wasn't asked for on the command line as the record's settings say. The record is open."""
    from looped.records.queries.settings import settings_now

    return replace(request, xmr_rules=request.xmr_rules or settings_now().xmr_rules)


def opened(source: str | None) -> "Opened":
    """A SOURCE as typed, opened for figures; left out, the record.

    Raises: LoopedError where nothing is there, or the record's guard isn't as it must be.
    """
    from looped.publishing.opening import open_for

    require_guard_of(source)
    return open_for(source)


def require_guard_of(source: str | None) -> None:
    """Refuse the record, left out or named by its own address, where its guard isn't as it must be.

    Databases elsewhere aren't ours to judge: they may be exports, or a nation's.  Raises: LoopedError.
    """
    if source is None or _is_the_record(source):
        from looped.records.opening import open_to_read

        open_to_read().close()


def _is_the_record(source: str) -> bool:
    from looped.publishing.opening import DATABASES
    from looped.records.address import address

    if source.startswith("sqlite:///") or Path(source).suffix in DATABASES:
        return f"sqlite:///{Path(source.removeprefix('sqlite:///')).absolute()}" == address()
    return "://" in source and source == address()
