"""The pages' Jinja environment: our templates, GOV.UK's components, everything escaped, nothing undefined."""

from typing import Any

from django.conf import settings
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from looped.web import components, moments
from looped.web.addresses import address
from looped.web.built import static
from looped.web.field import error_summary, field, fields
from looped.web.frame import frame


class Missing(StrictUndefined):
    """A misspelt name in a template of ours is a fault at once, not a gap on the page."""


def environment(**options: Any) -> Environment:
    """Django's Jinja backend asks for it once. options: those of the backend, its loader among them."""
    options.pop("undefined", None)
    made = Environment(undefined=Missing, trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701  # Django sets autoescape
    made.globals.update(
        component=components.component,
        error_summary=error_summary,
        field=field,
        fields=fields,
        frame=frame,
        passwords=lambda: settings.PASSWORDS,
        single_sign_on=lambda: settings.OIDC_NAME if settings.OIDC_ISSUER else "",
        drawing=_drawing,
        spaced=lambda key: " ".join(key[start : start + 4] for start in range(0, len(key), 4)),
        static=static,
        tag=components.tag,
        url=address,
    )
    made.filters.update(day=moments.day, moment=moments.moment, month=moments.month, lines=components.lines)
    made.filters.update(numbers=components.numbers)
    return made


def _drawing(svg: str) -> Markup:
    """A picture drawn by a library of ours, as part of the page: the policy lets no other in."""
    return Markup(svg[svg.index("<svg") :])  # noqa: S704  # made by the library from a key of ours
