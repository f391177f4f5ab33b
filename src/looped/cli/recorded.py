"""The record as a source of reports: its tables, and the words around the figures."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from looped.publishing.opening import Opened
    from looped.publishing.request import Request


def recorded(as_at: "datetime") -> "Opened":
    """The record, opened, with its words as at a moment (UTC without zone). Raises: LoopedError where there is none."""
    from looped.records.opening import open_to_read

    open_to_read()
    from looped.records.queries.as_source import as_source

    return as_source(as_at)


def published(request: "Request") -> "Request":
    """The request with every edition of the record that was issued for publication. The record is open."""
    from looped.records.queries.editions import published_trees

    return replace(request, published=(*published_trees(), *request.published))
