"""GOV.UK Design System components, drawn from the package that ships them. What people typed is never kept."""

import json
import re
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup, escape

# Stands where a typed text goes while a component is drawn once and kept. A private-use sign nobody types.
HERE = "\ue0fe"


def component(name: str, params: dict[str, Any], text: str | None = None) -> Markup:
    """One component, drawn once for these params and kept.

    name: as in "radios", "date-input".  params: as GOV.UK documents them; no name, reference or typed word among
    them, for they stay in memory.  text: what somebody typed, as the component's value; it isn't kept.
    """
    if text is not None:
        params = {**params, "value": HERE}
    drawn = _kept(name, json.dumps(params, sort_keys=True))
    return drawn if text is None else Markup(str(drawn).replace(HERE, str(escape(text))))  # noqa: S704  # escaped just here


def fresh(name: str, params: dict[str, Any]) -> Markup:
    """The same, drawn anew and not kept: for lists of people, and whatever else is personal."""
    return Markup(_macro(name)(params))  # noqa: S704  # the package escapes what it is given


@lru_cache(maxsize=4096)
def _kept(name: str, params: str) -> Markup:
    return fresh(name, json.loads(params))


def tag(text: str, colour: str = "") -> Markup:
    """A small label. colour: one of GOV.UK's (grey, green, turquoise, blue, purple, red, orange, yellow)."""
    return component("tag", {"text": text, "classes": f"govuk-tag--{colour}" if colour else ""})


def lines(text: str | None) -> Markup:
    """Typed text with its line breaks, and nothing else of it, as markup."""
    return Markup("<br>").join(escape(line) for line in (text or "").splitlines())


NUMBER = re.compile(r"\+?\d(?:[ -]?\d){6,}", re.ASCII)


def numbers(text: str) -> Markup:
    """Text in which each telephone number can be pressed to ring it.

    >>> numbers("Front door, 01632 960001")
    Markup('Front door, <a class="govuk-link looped-number" href="tel:01632960001">01632 960001</a>')
    """
    link = Markup('<a class="govuk-link looped-number" href="tel:{}">{}</a>')
    plain = map(escape, NUMBER.split(text))
    found = [link.format(re.sub("[ -]", "", each), each) for each in NUMBER.findall(text)]
    return Markup().join(part for pair in zip_longest(plain, found, fillvalue="") for part in pair)


@cache
def _macro(name: str) -> Any:
    called = "govuk" + "".join(word.capitalize() for word in name.split("-"))
    module = _environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html").module
    return getattr(module, called)


@cache
def _environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
