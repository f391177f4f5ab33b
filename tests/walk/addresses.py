"""Every address of the service, read from where they are joined, with parts filled in from a world.

A part that nobody filled in here fails the walk: a new kind of address can't be forgotten.
"""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Address:
    """One address. name: in urls.  path: filled in.  parts: what was filled in."""

    name: str
    path: str
    parts: tuple[tuple[str, object], ...]


def patterns() -> list[URLPattern]:
    """Every address, in its order; those joined from elsewhere too."""
    return list(_walk(get_resolver().url_patterns))


def _walk(found):
    for each in found:
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns)
        else:
            yield each


def addresses(fill: dict[str, object]) -> list[Address]:
    """Every address with its parts. fill: a value by the name of the part. Raises: KeyError for a part not filled in."""
    made = []
    for pattern in patterns():
        parts = {name: fill[name] for name in pattern.pattern.converters}
        assert pattern.name, f"{pattern.pattern} has no name"
        made.append(Address(pattern.name, reverse(pattern.name, kwargs=parts), tuple(parts.items())))
    return made
