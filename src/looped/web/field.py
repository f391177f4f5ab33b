"""Fields of Django's forms as GOV.UK components: label, hint, error, and what was typed put back."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.widgets import Input
from markupsafe import Markup

from looped.web.components import component, fresh


class Form(forms.Form):
    """A form of ours: ids as names, nothing left to the browser, errors in full sentences of our own.

    A field's widget chooses the component; `widget.attrs` may hold "rows", "class", "autocomplete", "inputmode".
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s", **options})

    def refuse(self, what: str, name: str | None = None) -> None:
        """Note what a deed said: beside a field, or else above the form."""
        self.add_error(name, what)


def fields(form: forms.Form) -> Markup:
    """All fields of a form, one below the other."""
    return Markup("\n").join(field(each) for each in form)


def field(bound: BoundField) -> Markup:
    """One field of a form."""
    draw = next(draw for kind, draw in _DRAWN if isinstance(bound.field.widget, kind))
    return draw(bound)


def error_summary(errors: forms.Form | Iterable[tuple[str, str]]) -> Markup:
    """What is wrong, above the page, each with a link to where it is mended.

    errors: a form, or (id, what); an address on another page, from its first slash on, instead of an id.
    """
    listed = _errors_of(errors) if isinstance(errors, forms.BaseForm) else [(_at(name), what) for name, what in errors]
    if not listed:
        return Markup()
    return fresh(
        "error-summary",
        {"titleText": "There is a problem", "errorList": [_item(href, what) for href, what in listed]},
    )


def _at(name: str) -> str:
    return name if name.startswith("/") else f"#{name}"


def _item(href: str, what: str) -> dict[str, str]:
    return {"text": what, "href": href} if href else {"text": what}


def _errors_of(form: forms.BaseForm) -> list[tuple[str, str]]:
    at = {name: f"#{form[name].auto_id}" for name in form.fields}
    # What is wrong with no field in particular is mended from the first on.
    first = next((at[field.name] for field in form.visible_fields()), "")
    return [(at.get(name, first), str(what)) for name, found in form.errors.items() for what in found]


def _common(bound: BoundField) -> dict[str, Any]:
    attrs = bound.field.widget.attrs
    said: dict[str, Any] = {"id": bound.auto_id, "name": bound.html_name, "classes": attrs.get("class", "")}
    if bound.help_text:
        said["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        said["errorMessage"] = {"text": str(bound.errors[0])}
    return said


def _label(bound: BoundField) -> dict[str, str]:
    return {"text": str(bound.label), "classes": "govuk-label--s"}


def _legend(bound: BoundField) -> dict[str, Any]:
    return {"legend": {"text": str(bound.label), "classes": "govuk-fieldset__legend--s"}}


def _typed(bound: BoundField) -> str:
    value = bound.value()
    return "" if value is None else str(value)


def _input(bound: BoundField) -> Markup:
    attrs = bound.field.widget.attrs
    said = _common(bound) | {"label": _label(bound), "type": bound.field.widget.input_type}
    said |= {name: attrs[name] for name in ("autocomplete", "inputmode") if name in attrs}
    return component("input", said, _typed(bound))


def _textarea(bound: BoundField) -> Markup:
    said = _common(bound) | {"label": _label(bound), "rows": bound.field.widget.attrs.get("rows", 4)}
    return component("textarea", said, _typed(bound))


def _password(bound: BoundField) -> Markup:
    # Never put back.
    attrs = bound.field.widget.attrs
    said = _common(bound) | {"label": _label(bound), "type": "password"}
    return component("input", said | {"autocomplete": attrs.get("autocomplete", "current-password")})


def _hidden(bound: BoundField) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(bound.html_name, _typed(bound))


def _choices(bound: BoundField, chosen: Iterable[str], mark: str) -> list[dict[str, Any]]:
    wanted = set(chosen)
    return [
        {"value": str(value), "text": str(name), mark: str(value) in wanted}
        for value, name in bound.field.widget.choices
    ]


def _radios(bound: BoundField) -> Markup:
    said = _common(bound) | {"idPrefix": bound.auto_id, "fieldset": _legend(bound)}
    return fresh("radios", said | {"items": _choices(bound, [_typed(bound)], "checked")})


def _select(bound: BoundField) -> Markup:
    return fresh(
        "select", _common(bound) | {"label": _label(bound), "items": _choices(bound, [_typed(bound)], "selected")}
    )


def _checkboxes(bound: BoundField) -> Markup:
    chosen = [str(value) for value in bound.value() or ()]
    said = _common(bound) | {"idPrefix": bound.auto_id, "fieldset": _legend(bound)}
    return fresh("checkboxes", said | {"items": _choices(bound, chosen, "checked")})


def _checkbox(bound: BoundField) -> Markup:
    said = _common(bound)
    hint = said.pop("hint", None)
    item = {"value": "on", "id": bound.auto_id, "text": str(bound.label), "checked": bool(bound.value())}
    return fresh("checkboxes", said | {"idPrefix": bound.auto_id, "items": [item | ({"hint": hint} if hint else {})]})


def _file(bound: BoundField) -> Markup:
    return component("file-upload", _common(bound) | {"label": _label(bound)})


_DRAWN: tuple[tuple[type[forms.Widget], Callable[[BoundField], Markup]], ...] = (
    (forms.HiddenInput, _hidden),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.Textarea, _textarea),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.Select, _select),
    (forms.CheckboxInput, _checkbox),
    (Input, _input),
)
