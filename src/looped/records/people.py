"""Names and references turned into random identifiers, and back where the link still stands."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from looped.records.adding import add
from looped.records.case import CaseReference
from looped.records.person import PersonName

CHUNK = 900


def identifiers_of_people(authority: str, names: Iterable[str], moment: datetime) -> dict[str, str]:
    """The identifier of each name, a new one for a name not met before."""
    return _identifiers(PersonName, "name", "p-", authority, names, moment)


def identifiers_of_cases(authority: str, references: Iterable[str], moment: datetime) -> dict[str, str]:
    """The identifier of each case reference, a new one for a reference not met before."""
    return _identifiers(CaseReference, "reference", "c-", authority, references, moment)


def person(by: str, moment: datetime) -> str:
    """The identifier of whoever does a deed. by: an identifier that stands, or a name."""
    if PersonName.objects.filter(identifier=by).exists():
        return by
    return identifiers_of_people("", [by], moment)[by]


def linked_cases(identifiers: Iterable[str]) -> set[str]:
    """Those case identifiers whose link to a reference still stands."""
    found: set[str] = set()
    for chunk in chunks(sorted(set(identifiers))):
        found.update(CaseReference.objects.filter(identifier__in=chunk).values_list("identifier", flat=True))
    return found


def names_of(identifiers: Iterable[str]) -> dict[str, str]:
    """Names by identifier, of those whose link still stands."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(identifiers))):
        found.update(PersonName.objects.filter(identifier__in=chunk).values_list("identifier", "name"))
    return found


def chunks(values: list[str]) -> Iterable[list[str]]:
    """The values in pieces that fit one question."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


def _identifiers(
    model: type[PersonName | CaseReference],
    column: str,
    prefix: str,
    authority: str,
    values: Iterable[str],
    moment: datetime,
) -> dict[str, str]:
    wanted = sorted(set(values))
    known = _known(model, column, authority, wanted)
    missing = {value: prefix + secrets.token_hex(16) for value in wanted if value not in known}
    if connection.vendor == "sqlite":
        rows = ((authority, identifier, value, moment) for value, identifier in missing.items())
        add(model, ("authority", "identifier", column, "recorded_at"), rows)
        return known | missing
    # Two writers on PostgreSQL may meet the same new name: the first one's identifier holds.
    model.objects.bulk_create(
        (
            model(authority=authority, identifier=identifier, recorded_at=moment, **{column: value})
            for value, identifier in missing.items()
        ),
        batch_size=CHUNK,
        ignore_conflicts=True,
    )
    return known | _known(model, column, authority, list(missing))


def _known(model: type[PersonName | CaseReference], column: str, authority: str, values: list[str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for chunk in chunks(values):
        found = model.objects.filter(authority=authority, **{f"{column}__in": chunk})
        known.update(found.values_list(column, "identifier"))
    return known
