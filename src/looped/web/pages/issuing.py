"""Issuing the next edition: what to issue, then once more what that is and what is still missing, then it is done."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from looped.errors import LoopedError, UsageError
from looped.figures.moments import end_of_day, iso, now, parse_moment
from looped.figures.periods import quarter, title_of_period
from looped.publishing.request import Request
from looped.publishing.unfinished import unfinished
from looped.records.queries.as_source import as_source
from looped.records.queries.editions import last_edition, last_edition_of_all
from looped.reports.dates import moment_title
from looped.web.asking import posted, require
from looped.web.field import Form
from looped.web.pages.figures import quarter_now
from looped.web.pages.forms import form_page
from looped.web.pages.reports import asked_for


class Issue(Form):
    """What to issue."""

    quarter = forms.CharField(
        label="Quarter",
        help_text="Financial year and quarter, for example 2024-25/Q1.",
        error_messages={"required": "Give the quarter."},
    )
    as_at = forms.DateField(
        label="As at the end of",
        required=False,
        help_text="A day that is past, for example 10/7/2024. Left empty, it is this moment.",
        input_formats=["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"],
        error_messages={"invalid": "Write the day as in 10/7/2024."},
    )
    board = forms.CharField(label="Which board it is for", required=False)
    for_date = forms.DateField(
        label="Date of that board",
        required=False,
        input_formats=["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"],
        error_messages={"invalid": "Write the date as in 18/7/2024."},
    )

    def clean_quarter(self) -> str:
        """A quarter as it is written."""
        named: str = self.cleaned_data["quarter"]
        try:
            quarter(named)
        except UsageError as error:
            raise forms.ValidationError(str(error)) from error
        return named

    def clean_as_at(self) -> date | None:
        """A day that is over."""
        day: date | None = self.cleaned_data["as_at"]
        if day and end_of_day(day) > now():
            raise forms.ValidationError(
                "That day isn’t over. Give an earlier one, or leave it empty: then it is this moment."
            )
        return day


class Confirmed(forms.Form):
    """What the page that asks once more said: the number that the edition would get, and the moment it stands at."""

    number = forms.IntegerField()
    moment = forms.CharField()


def issue(request: HttpRequest) -> HttpResponse:
    """Asks what to issue, then whether it is meant; then makes the report and stores it as the next edition."""
    viewer = require(request, "report.approve")

    def does(form: Form) -> HttpResponse:
        said, number = form.cleaned_data, _next_number()
        confirmed = Confirmed(request.POST)
        meant = confirmed.is_valid()
        then = end_of_day(said["as_at"]) if said["as_at"] else now()
        moment = parse_moment(confirmed.cleaned_data["moment"]) if meant else then
        asked = asked_for(said["quarter"], moment, ("json",))
        # Pressed twice, or somebody else issued meanwhile: it would be another edition than the one that was meant.
        if not meant or confirmed.cleaned_data["number"] != number:
            return _asks(request, said, asked, number, meanwhile=meant)
        _issue(viewer.person, asked, said)
        return redirect("reports")

    form = Issue(posted(request), initial={"quarter": quarter_now(), **request.GET.dict()})
    what = (
        "It gets the next number and stays as it is; what later returns change, the next edition says openly. "
        "You are shown what is still missing, and asked once more."
    )
    back = reverse("reports")
    title = "Issue an edition"
    return form_page(request, form, title=title, press="Continue", back=back, does=does, beside="quarter", what=what)


def _asks(request: HttpRequest, said: dict[str, Any], asked: Request, number: int, *, meanwhile: bool) -> HttpResponse:
    """The page that asks whether it is meant, with what is still missing as at the moment asked for."""
    cube = as_source(asked.as_at).count(asked.as_at)
    before = last_edition(asked.first, asked.last, asked.as_at)
    words = {
        "number": number,
        "period": title_of_period(asked.first, asked.last),
        "as_at": moment_title(asked.as_at),
        "said": said,
        "moment": iso(asked.as_at),
        "lacks": unfinished(cube, asked.first, asked.last).told(),
        "before": (before.number, moment_title(before.as_at)) if before else None,
        "meanwhile": number - 1 if meanwhile else None,
    }
    return render(request, "looped/issue.html", words)


def _issue(by: str, asked: Request, said: dict[str, Any]) -> None:
    from looped.workflow.issuing_report import issue_report

    board, for_date = said["board"] or None, said["for_date"]
    try:
        issue_report(by=by, request=asked, opened=as_source(asked.as_at), board=board, for_date=for_date)
    except UsageError:
        raise
    except LoopedError as error:
        raise UsageError(str(error)) from error


def _next_number() -> int:
    last = last_edition_of_all()
    return last[0] + 1 if last else 1
