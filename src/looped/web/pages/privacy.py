"""Erasing, and answering those who ask what is held of them. For the privacy officer; no grades are shown."""

from django import forms
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from looped.records.scrubbing import scrub
from looped.web.asking import posted, require
from looped.web.field import Form
from looped.web.pages.forms import form_page
from looped.workflow.answering_access import answer_access
from looped.workflow.erasing import Erased, erase_case, erase_person

KINDS = (("case", "A case: its reference and all words of its audits"), ("person", "Somebody’s name and account"))


class Access(Form):
    """What is asked for."""

    reference = forms.CharField(label="Case reference", error_messages={"required": "Give the case reference."})
    why = forms.CharField(
        label="Which request", help_text="As in “request 7”, without a name: it is kept in the trail.", required=False
    )


class Erase(Form):
    """What is to go."""

    kind = forms.ChoiceField(
        label="What is erased",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is erased."},
    )
    what = forms.CharField(
        label="Case reference, or name",
        help_text="Just as it is on record.",
        error_messages={"required": "Give the case reference, or the name."},
    )
    why = forms.CharField(
        label="The lawful ground",
        help_text="As in “request 7”, without a name in it: it is kept.",
        error_messages={"required": "Give the ground."},
    )
    sure = forms.BooleanField(
        label="I know that this can’t be undone",
        error_messages={"required": "Say that you know it can’t be undone."},
    )


def privacy(request: HttpRequest) -> HttpResponse:
    """What can be done here."""
    viewer = require(request, "privacy.access")
    return render(request, "looped/privacy.html", {"erases": viewer.may("privacy.erase")})


def access(request: HttpRequest) -> HttpResponse:
    """Shows what is held of a case, to print or to copy from; that it was shown is in the trail."""
    viewer = require(request, "privacy.access")

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        held = answer_access(by=viewer.person, reference=said["reference"], why=said["why"])
        return render(request, "looped/held.html", {"held": held})

    form, back = Access(posted(request)), reverse("privacy")
    what = "All words held of a case. Whom it names besides the child, you must look at before you hand it over."
    title = "What is held of a case"
    return form_page(request, form, title=title, press="Show", back=back, does=does, beside="reference", what=what)


def erase(request: HttpRequest) -> HttpResponse:
    """Erases by warrant; every figure stays as it was."""
    viewer = require(request, "privacy.erase")

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        erased = (
            erase_case(by=viewer.person, why=said["why"], reference=said["what"])
            if said["kind"] == "case"
            else erase_person(by=viewer.person, why=said["why"], name=said["what"])
        )
        return render(request, "looped/erased.html", _told(erased))

    form, back = Erase(posted(request)), reverse("privacy")
    what = "Words and the link to the person go for ever. Grades stay, without them, so every figure stays as it was."
    title = "Erase"
    return form_page(
        request, form, title=title, press="Erase for ever", back=back, does=does, beside="what", what=what, warns=True
    )


def _told(erased: Erased) -> dict[str, object]:
    # How many pieces went isn't told: of a sealed audit it would tell who has written something.
    return {
        "editions": ", ".join(map(str, erased.editions)),
        "left": not scrub(connection),
    }
