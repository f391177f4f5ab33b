"""People: who they are, where they stand, which roles they hold. For whoever looks after people."""

from datetime import UTC
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from looped.access.roles import EVERY_AREA, ROLES
from looped.errors import UsageError
from looped.figures.moments import end_of_day
from looped.records.accounts import has_second_factor, user_of_account
from looped.records.queries.people import PersonRow, people
from looped.web.asking import posted, require
from looped.web.field import Form
from looped.web.pages.forms import form_page
from looped.workflow.accounts import admit, close_account, let_in, lose_second_factor, send_link
from looped.workflow.people import add_person, end_role, hold_role, place_person

NOBODY = ("", "Nobody")


class NewPerson(Form):
    """Somebody to add."""

    name = forms.CharField(
        label="Name",
        help_text="As colleagues know them. An auditor of imported returns by this name is taken to be them.",
        error_messages={"required": "Give the name."},
    )
    email = forms.CharField(
        label="E-mail address",
        help_text="By which they sign in; a letter tells them. Empty for somebody who doesn’t.",
        required=False,
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    service_area = forms.CharField(label="Service area", required=False, help_text="As on the audits, or empty.")
    team = forms.CharField(label="Team", required=False, help_text="As on the audits, or empty.")


class SignIn(Form):
    """How somebody signs in from now on."""

    email = forms.CharField(
        label="E-mail address",
        error_messages={"required": "Give the e-mail address."},
        widget=forms.EmailInput({"autocomplete": "off"}),
    )


class Place(Form):
    """Where somebody stands: from it follows what is too near to them to moderate."""

    service_area = forms.CharField(label="Service area", required=False, help_text="As on the audits, or empty.")
    team = forms.CharField(label="Team", required=False, help_text="As on the audits, or empty.")
    line_manager = forms.ChoiceField(label="Line manager", required=False)

    def __init__(self, *args: Any, others: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["line_manager"].choices = [NOBODY, *others]


class NewRole(Form):
    """A role to give. What it needs besides, the deed says."""

    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Choose a role"), *((role.code, role.title) for role in ROLES.values())],
        error_messages={"required": "Choose a role."},
    )
    service_area = forms.CharField(
        label="Service area", required=False, help_text="For roles of one area. Write * for every area."
    )
    team = forms.CharField(label="Team", required=False, help_text="For roles of one team.")
    until = forms.DateField(
        label="Last day",
        required=False,
        help_text="For roles that end by themselves, for example 31/3/2027.",
        input_formats=["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"],
        error_messages={"invalid": "Write the last day as in 31/3/2027."},
    )


def listed(request: HttpRequest) -> HttpResponse:
    """Everybody, by name."""
    viewer = require(request, "people.hold")
    return render(request, "looped/people.html", {"people": people(viewer), "every": EVERY_AREA})


def new(request: HttpRequest) -> HttpResponse:
    """Adds somebody, then goes on to where they stand and what they do."""
    viewer = require(request, "people.hold")

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        who = {"by": viewer.person, "name": said["name"]}
        added = admit(**who, email=said["email"]) if said["email"] else add_person(**who)
        place_person(by=viewer.person, person=added, service_area=said["service_area"], team=said["team"])
        return redirect("person", added)

    form = NewPerson(posted(request))
    return form_page(request, form, title="Add a person", press="Add", back=reverse("people"), does=does, beside="name")


def person(request: HttpRequest, person: str) -> HttpResponse:
    """One person."""
    viewer = require(request, "people.hold")
    everybody = people(viewer)
    row = _row(everybody, person)
    managers = {each.person: each.name for each in everybody}
    user = user_of_account(row.account)
    words = {"row": row, "manager": managers.get(row.line_manager or ""), "every": EVERY_AREA}
    opens = user if user and user.is_active else None
    words |= {"email": opens.email if opens else None, "factor": bool(opens and has_second_factor(opens))}
    words |= {"closed": user.email if user and not opens else None, "own": person == viewer.person}
    return render(request, "looped/person.html", words)


def place(request: HttpRequest, person: str) -> HttpResponse:
    """Says where they stand from now on."""
    viewer = require(request, "people.hold")
    everybody = people(viewer)
    row = _row(everybody, person)
    others = [(each.person, each.name) for each in everybody if each.name and each.person != person]
    now = {"service_area": row.service_area, "team": row.team, "line_manager": row.line_manager or ""}

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        place_person(
            by=viewer.person,
            person=person,
            service_area=said["service_area"],
            team=said["team"],
            line_manager=said["line_manager"] or None,
        )
        return redirect("person", person)

    form = Place(posted(request), initial=now, others=others)
    back = reverse("person", args=[person])
    return form_page(request, form, title=f"Where {row.name} stands", press="Save", back=back, does=does)


def sign_in(request: HttpRequest, person: str) -> HttpResponse:
    """Lets somebody sign in, or by another address."""
    viewer = require(request, "people.hold")
    row = _row(people(viewer), person)
    user = user_of_account(row.account)

    def does(form: Form) -> HttpResponse:
        let_in(by=viewer.person, person=person, email=form.cleaned_data["email"])
        return redirect("person", person)

    form = SignIn(posted(request), initial={"email": user.email if user else ""})
    back = reverse("person", args=[person])
    what = "A letter goes to this address. It says how to sign in, and holds a link to choose a password."
    title = f"How {row.name} signs in"
    return form_page(request, form, title=title, press="Save", back=back, does=does, beside="email", what=what)


def close(request: HttpRequest, person: str) -> HttpResponse:
    """Closes somebody's account, once it was asked about."""
    viewer = require(request, "people.hold")
    row = _row(people(viewer), person)
    user = user_of_account(row.account)
    if user is None or not user.is_active:
        raise Http404

    def does(form: Form) -> HttpResponse:
        close_account(by=viewer.person, person=person)
        return redirect("person", person)

    what = (
        f"{row.name} is signed out at once and can’t sign in again. Roles and everything written stay; end the roles "
        "of somebody who leaves, so that nobody names them. You can let them sign in again later."
    )
    title, back = f"Close the account of {row.name}", reverse("person", args=[person])
    form = Form(posted(request))
    return form_page(request, form, title=title, press="Close it", back=back, does=does, what=what, warns=True)


@require_POST
def new_link(request: HttpRequest, person: str) -> HttpResponse:
    """Sends another link to choose a password."""
    send_link(by=require(request, "people.hold").person, person=person)
    return redirect("person", person)


@require_POST
def lost_telephone(request: HttpRequest, person: str) -> HttpResponse:
    """Forgets a second factor whose telephone is lost."""
    try:
        lose_second_factor(by=require(request, "people.hold").person, person=person)
    except UsageError as error:
        words = {"title": "There is no second factor", "what": str(error)}
        return render(request, "looped/message.html", words, status=422)
    return redirect("person", person)


def give_role(request: HttpRequest, person: str) -> HttpResponse:
    """Gives a role from now on."""
    viewer = require(request, "people.hold")
    row = _row(people(viewer), person)

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        until = end_of_day(said["until"]).replace(tzinfo=UTC) if said["until"] else None
        hold_role(
            by=viewer.person,
            person=person,
            role=said["role"],
            service_area=said["service_area"],
            team=said["team"],
            until=until,
        )
        return redirect("person", person)

    form, back = NewRole(posted(request)), reverse("person", args=[person])
    title = f"Give {row.name} a role"
    return form_page(request, form, title=title, press="Give the role", back=back, does=does, beside="role")


@require_POST
def take_role(request: HttpRequest, person: str, holding: str) -> HttpResponse:
    """Ends a role now."""
    viewer = require(request, "people.hold")
    row = _row(people(viewer), person)
    if holding not in {each.holding for each in row.holdings}:
        raise Http404
    try:
        end_role(by=viewer.person, holding=holding)
    except UsageError as error:
        words = {"title": "This role can't be ended", "what": str(error)}
        return render(request, "looped/message.html", words, status=422)
    return redirect("person", person)


def _row(everybody: tuple[PersonRow, ...], person: str) -> PersonRow:
    for row in everybody:
        if row.person == person:
            return row
    raise Http404
