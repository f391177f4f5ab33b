"""Settings of the programme, one form each, so that each change is one deed with its own line in the trail."""

import json
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from looped.loop.visibility import Viewer
from looped.records.queries.people import choices, names
from looped.records.queries.settings import Settings, settings_now
from looped.web.asking import posted, require
from looped.web.field import Form
from looped.web.pages.forms import form_page
from looped.workflow.settings_deeds import SETTINGS, SettingKind, change_setting

RUNGS = 3
YES_NO = (("yes", "Yes"), ("no", "No"))


def listed(request: HttpRequest) -> HttpResponse:
    """Every setting as it stands; what must be set before going live is named first."""
    require(request, "settings.change")
    now = settings_now()
    called = names(person for step in now.alert_steps for person in step)
    rows = [(name, kind, _shown(name, kind, now, called)) for name, kind in SETTINGS.items()]
    missing = [SETTINGS[name].title for name in now.missing]
    return render(request, "looped/settings.html", {"rows": rows, "missing": missing})


def change(request: HttpRequest, setting: str) -> HttpResponse:
    """Changes one setting from now on."""
    viewer = require(request, "settings.change")
    if setting not in SETTINGS:
        raise Http404
    kind = SETTINGS[setting]
    form = _form(kind, getattr(settings_now(), setting), viewer, request)

    def does(form: Form) -> HttpResponse:
        change_setting(by=viewer.person, name=setting, value=_value(kind, form))
        return redirect("settings")

    beside = next(iter(form.fields))
    back = reverse("settings")
    return form_page(request, form, title=kind.title, press="Save", back=back, does=does, beside=beside)


def _shown(name: str, kind: SettingKind, now: Settings, called: dict[str, str]) -> list[str]:
    value = getattr(now, name)
    if kind.kind == "steps":
        return [
            f"{number}. " + ", ".join(called.get(each, "(erased)") for each in step)
            for number, step in enumerate(value, 1)
        ]
    if kind.kind == "choice":
        return [dict(kind.choices)[value]]
    if kind.kind == "yes_no":
        return ["Yes" if value else "No"]
    return [str(value)] if value != "" else []


def _form(kind: SettingKind, value: Any, viewer: Viewer, request: HttpRequest) -> Form:
    form = Form(posted(request))
    for name, field in _fields(kind, value, viewer).items():
        form.fields[name] = field
    return form


def _fields(kind: SettingKind, value: Any, viewer: Viewer) -> dict[str, forms.Field]:
    if kind.kind == "steps":
        return _rungs(value, viewer)
    said: dict[str, Any] = {"label": kind.title, "help_text": kind.hint, "required": False}
    if kind.kind in ("yes_no", "choice"):
        initial = value if kind.choices else "yes" if value else "no"
        choices = kind.choices or YES_NO
        return {"value": forms.ChoiceField(choices=choices, widget=forms.RadioSelect, initial=initial, **said)}
    return {"value": forms.CharField(initial=value, **said)}


def _rungs(steps: tuple[tuple[str, ...], ...], viewer: Viewer) -> dict[str, forms.Field]:
    """One list of people a rung; the rungs that stand come filled in."""
    able = [(each.person, each.name) for each in choices("concern.answer", viewer.at)]
    before = names({person for step in steps for person in step} - {person for person, _ in able})
    people = [*able, *before.items()]
    titles = ("Alerted at once", "Alerted next, if nobody acknowledges", "Alerted last")
    return {
        f"rung_{number}": forms.MultipleChoiceField(
            label=title,
            choices=people,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=steps[number] if number < len(steps) else (),
        )
        for number, title in enumerate(titles)
    }


def _value(kind: SettingKind, form: Form) -> str:
    if kind.kind == "steps":
        rungs = [form.cleaned_data[f"rung_{number}"] for number in range(RUNGS)]
        return json.dumps([rung for rung in rungs if rung])
    return str(form.cleaned_data["value"])
