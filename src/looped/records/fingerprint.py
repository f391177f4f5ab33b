"""Fingerprints of gradings: a deed's event holds one over all that it recorded, so the trail vouches for them."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from looped.records.columns import moment_text
from looped.records.event import Event
from looped.records.grading import Grading

# As rows are added; and what a fingerprint covers.
COLUMNS = ("authority", "audit", "domain", "grade", "reason_not_graded", "source", "auditor", "why_moderated")
COLUMNS += ("given_in_id", "recorded_at")
NOTHING = "\0"


class Fingerprint:
    """SHA-256 over gradings, return by return in the order of their ids, domains in the alphabet's."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def over(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """The same rows, each taken in as it passes. rows: values of COLUMNS, in the order above."""
        for row in rows:
            self.take(row)
            yield row

    def take(self, row: tuple[Any, ...]) -> None:
        """Take in one grading."""
        authority, audit, domain, grade, reason, source, auditor, why, given_in, recorded_at = row
        # Written out, for an import does it millions of times.
        self._hash.update(
            f"{authority}\x1f{audit}\x1f{domain}\x1f{NOTHING if grade is None else grade}\x1f"
            f"{NOTHING if reason is None else reason}\x1f{source}\x1f{NOTHING if auditor is None else auditor}\x1f"
            f"{NOTHING if why is None else why}\x1f{given_in}\x1f{moment_text(recorded_at)}\x1f\x1e".encode()
        )

    @property
    def text(self) -> str:
        """In hexadecimal."""
        return self._hash.hexdigest()


def changed_deeds(using: str = "default") -> list[str]:
    """Deeds whose gradings aren't what their events vouch for: changed, gone, added, or without an event."""
    found = _fingerprints(using)
    vouched = _vouched(using)
    return sorted(deed for deed in found.keys() | vouched.keys() if found.get(deed) != vouched.get(deed))


def _fingerprints(using: str) -> dict[str, str]:
    prints: dict[str, Fingerprint] = {}
    kept = Grading.objects.using(using).order_by("given_in_id").values_list("given_in__deed", *COLUMNS)
    # Domains are sorted here, for each database has an alphabet of its own.
    for (deed, _), rows in groupby(kept.iterator(chunk_size=5000), key=lambda row: (row[0], row[9])):
        for row in sorted(rows, key=lambda row: str(row[3])):
            prints.setdefault(deed, Fingerprint()).take(row[1:])
    return {deed: each.text for deed, each in prints.items()}


def _vouched(using: str) -> dict[str, str]:
    told = Event.objects.using(using).filter(details__contains='"gradings_sha256"').values_list("deed", "details")
    return {deed: json.loads(details)["gradings_sha256"] for deed, details in told.iterator(chunk_size=5000)}
