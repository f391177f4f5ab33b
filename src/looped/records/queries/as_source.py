"""The record as a source of figures and reports: its tables, and the words around the figures."""

from datetime import datetime

from django.db import connection

from looped.publishing.opening import Opened
from looped.records.address import address_of
from looped.records.queries.material import material


def as_source(as_at: datetime) -> Opened:
    """The record, opened, with its words as at a moment (UTC without zone)."""
    return Opened(address_of(connection.settings_dict), "the record", material(as_at))
