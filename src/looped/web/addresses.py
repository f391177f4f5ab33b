"""Addresses of pages: each pattern is looked up once, and its parts are put in."""

import re
from functools import cache

from django.urls import reverse

# Identifiers of ours, names of pages and the like: nothing in them needs escaping in an address.
PLAIN = re.compile(r"[\w-]+", re.ASCII)
HERE = "looped-part-{}-here"


def address(name: str, *parts: object) -> str:
    """The address of a page. name: as in service/urls.py.  parts: in the order of the pattern."""
    told = [str(part) for part in parts]
    if not all(isinstance(part, str) for part in parts) or not all(map(PLAIN.fullmatch, told)):
        return reverse(name, args=parts)
    return _pattern(name, len(told)).format(*told)


@cache
def _pattern(name: str, number: int) -> str:
    """As in "/audits/{0}/return". Only what stands in urls.py is kept."""
    drawn = reverse(name, args=[HERE.format(n) for n in range(number)])
    for n in range(number):
        drawn = drawn.replace(HERE.format(n), f"{{{n}}}")
    return drawn
