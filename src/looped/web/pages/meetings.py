"""The meeting over an audit: arranged by whoever moderates or steers, its invitation for calendars."""

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from looped.records.queries.invitations import invitation_to
from looped.records.queries.naming import guests
from looped.records.queries.one_audit import one_audit
from looped.web.asking import posted
from looped.web.field import Form
from looped.web.pages.forms import form_page
from looped.web.pages.moderation_form import DAYS
from looped.web.pages.wording import case_in_words
from looped.workflow.letters.calendar import invitation as calendar_of
from looped.workflow.moderating import arrange_meeting

LONDON = ZoneInfo("Europe/London")


class Meeting(Form):
    """When, how long, where, who."""

    on = forms.DateField(
        label="Date",
        help_text="For example 18/11/2024.",
        input_formats=DAYS,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"required": "Give the date.", "invalid": "Write the date as in 18/11/2024."},
    )
    at = forms.TimeField(
        label="Time",
        help_text="By the clock in London, for example 14:30.",
        input_formats=["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p"],
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={"required": "Give the time.", "invalid": "Write the time as in 14:30."},
    )
    minutes = forms.IntegerField(
        label="Minutes",
        initial=45,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={"required": "Say how many minutes.", "invalid": "Give the minutes as a number, as in 45."},
    )
    place = forms.CharField(label="Place", required=False, help_text="A room, or the link of a call.", max_length=500)
    people = forms.MultipleChoiceField(
        label="Who is invited",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who is invited.", "invalid_choice": "Choose from the list."},
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["people"].choices = people

    def clean(self) -> dict[str, Any]:
        """The moment, of the day and the time together."""
        said: dict[str, Any] = super().clean()
        if said.get("on") and said.get("at"):
            said["starts"] = london(said["on"], said["at"])
            if said["starts"] is None:
                self.refuse("The clock skips this hour on that day. Choose another time.", "at")
        return said


def london(day: date, clock: time) -> datetime | None:
    """A moment by the clock in London; None in the hour that the clock skips in spring.

    >>> london(date(2024, 7, 1), time(9)).isoformat()
    '2024-07-01T08:00:00+00:00'
    """
    made = datetime.combine(day, clock, LONDON).astimezone(UTC)
    return made if made.astimezone(LONDON).time() == clock else None


def arrange(request: HttpRequest, audit: str) -> HttpResponse:
    """Invites people, by letter with an invitation for their calendars."""
    view = one_audit(request.viewer, audit)
    if view is None or "arrange_meeting" not in view.row.may:
        raise Http404
    invited = guests(request.viewer, audit)
    known = {each.key: each.person for each in invited}
    parts = [each.key for each in invited if each.key in ("lead", "second")]
    own = [each.key for each in invited if each.person == request.viewer.person]

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        arrange_meeting(
            by=request.viewer.person,
            audit=audit,
            starts=said["starts"],
            minutes=said["minutes"],
            place=said["place"],
            attendees=[known[key] for key in said["people"]],
        )
        return redirect("audit", audit)

    form = Meeting(
        posted(request),
        people=[(each.key, each.name) for each in invited],
        initial={"people": [*parts, *own]},
    )
    return form_page(
        request,
        form,
        title="Arrange a meeting",
        press="Invite them",
        back=reverse("audit", args=[audit]),
        does=does,
        beside="on",
        what=f"To settle the grades of {case_in_words(view.row.case)}. Each gets a letter with an invitation for "
        "their calendar; of the audit it says no more than the case reference."
        + (" It takes the place of the meeting arranged before." if view.meeting and view.meeting.starts else ""),
    )


def invitation(request: HttpRequest, audit: str) -> HttpResponse:
    """The invitation as a file that calendars read."""
    found = invitation_to(request.viewer, audit)
    if found is None:
        raise Http404
    text = calendar_of(
        meeting=found.meeting,
        starts=found.starts,
        minutes=found.minutes,
        place=found.place,
        title=f"Settling the audit of {case_in_words(found.case)}",
        made=found.made,
    )
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response
