"""The record as a source of reports: its tables, and the words around the figures."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from looped.publishing.opening import Opened


def recorded(as_at: "datetime") -> "Opened":
    """The record, opened, with its words as at a moment (UTC without zone). Raises: LoopedError where there is none."""
    from looped.records.opening import open_to_read

    open_to_read()
    from looped.records.queries.as_source import as_source

    return as_source(as_at)
