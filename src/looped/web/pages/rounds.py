"""Rounds: which there are, how each goes, its audits added, its dip sample drawn."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from looped.errors import UsageError
from looped.figures.moments import local_day
from looped.loop.stages import STAGES
from looped.loop.visibility import Viewer
from looped.records.queries.boards import Board, board
from looped.records.queries.people import workers
from looped.records.queries.programme import dip_draws, rounds_going
from looped.records.queries.shown import AuditRow
from looped.rubric.loading import framework, frameworks
from looped.sampling.looped import EACH_READS, WITH_OTHERS
from looped.web.asking import posted, require
from looped.web.field import Form
from looped.web.frame import settings_of
from looped.web.pages.forms import form_page
from looped.web.pages.moderation_form import DAYS
from looped.web.pages.wording import (
    KINDS_TOLD,
    SELECTIONS_TOLD,
    STAGE_COLOURS,
    many,
    round_title,
)
from looped.workflow.audit_list import NewAudit, list_problems, read_list, with_people
from looped.workflow.dip_sample import draw_dip_sample
from looped.workflow.refusals import Incomplete, TooLate
from looped.workflow.rounds import add_audits, add_round

DAY = forms.TextInput(attrs={"class": "govuk-input--width-10"})
# A list of audits is a few lines of text.
LONGEST_LIST = 500_000


class NewRound(Form):
    """A round to make."""

    month = forms.DateField(
        label="Month",
        help_text="The month under which its audits are counted, for example 11/2024.",
        input_formats=["%m/%Y", "%Y-%m", "%B %Y", "%b %Y"],
        widget=DAY,
        error_messages={"required": "Give the month.", "invalid": "Write the month as in 11/2024."},
    )
    kind = forms.ChoiceField(
        label="Kind",
        help_text="Only monthly rounds are in the headline figures.",
        choices=list(KINDS_TOLD.items()),
        initial="monthly",
        error_messages={"required": "Choose a kind."},
    )
    selection = forms.ChoiceField(
        label="How its cases were chosen",
        help_text="Only cases drawn at random stand for the whole service; reports say so.",
        choices=list(SELECTIONS_TOLD.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how its cases were chosen."},
    )
    framework = forms.ChoiceField(label="Framework", required=False)
    due = forms.DateField(
        label="Returns are due",
        help_text="For example 29/11/2024.",
        input_formats=DAYS,
        widget=DAY,
        error_messages={"required": "Say when returns are due.", "invalid": "Write the day as in 29/11/2024."},
    )
    cut_off = forms.DateField(
        label="Files are read as they stood on",
        help_text="The cut-off date: two auditors judge the same file. For example 31/10/2024.",
        input_formats=DAYS,
        widget=DAY,
        error_messages={
            "required": "Say up to which day files are read.",
            "invalid": "Write the day as in 31/10/2024.",
        },
    )
    look_back = forms.IntegerField(
        label="Months looked back from there",
        initial=12,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={"required": "Say how many months.", "invalid": "Give the months as a number, as in 12."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        named = [(each.code, each.title) for each in reversed(tuple(frameworks()))]
        self.fields["framework"].choices = [("", "The one in force in that month"), *named]


class NewAuditForm(Form):
    """One audit to add."""

    case = forms.CharField(
        label="Case reference",
        help_text="As in the case system. Never a name.",
        error_messages={"required": "Give the case reference."},
    )
    service_area = forms.CharField(
        label="Service area",
        help_text="That held the case at the cut-off date.",
        error_messages={"required": "Give the service area."},
    )
    team = forms.CharField(label="Team", error_messages={"required": "Give the team."})
    looped = forms.ChoiceField(
        label="Who reads it",
        choices=[("looped", "Two auditors, apart: a looped audit"), ("single", "One auditor: a single audit")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether one or two read it."},
    )
    practitioner = forms.ChoiceField(
        label="Practitioner",
        required=False,
        help_text="Whose work it is. They see what was settled, and can’t audit it.",
    )
    team_manager = forms.ChoiceField(label="Their team manager", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **options: Any) -> None:
        super().__init__(*args, **options)
        for role, found in workers(viewer).items():
            self.fields[role].choices = [("", "Nobody on record"), *((each.person, each.name) for each in found)]


class AuditList(Form):
    """Many audits to add."""

    rows = forms.CharField(
        label="One audit a line",
        help_text="Case reference, service area, team, looped or single, and if you like practitioner and team "
        "manager by name. With commas between, or copied from a spreadsheet.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        strip=False,
    )
    file = forms.FileField(label="Or a file with the same columns (.csv)", required=False)

    def text(self) -> str:
        """What to read: the file, if there is one. Raises: UsageError."""
        sent = self.cleaned_data["file"]
        if sent is None:
            return str(self.cleaned_data["rows"])
        if sent.size > LONGEST_LIST:
            raise UsageError("This file is too long for a list of audits.")
        content: bytes = sent.read()
        if b"\0" in content:
            raise UsageError("This isn’t a text file. Save the list as CSV, or paste its rows.")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252", errors="replace")


class Draw(Form):
    """A dip sample to draw."""

    share = forms.IntegerField(
        label="Share, in percent",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={"required": "Give the share.", "invalid": "Give the share as a number from 0 to 100."},
    )


@dataclass(frozen=True)
class Line:
    """One audit on the board. auditors: who, and whether their return is in, where that may be known."""

    row: AuditRow
    colour: str
    auditors: list[tuple[str, bool | None]]
    grade: str
    overdue: bool


def listed(request: HttpRequest) -> HttpResponse:
    """Every round, the latest month first."""
    viewer = require(request, "board.see")
    today = local_day(viewer.at.astimezone(UTC).replace(tzinfo=None))
    rows = [(each, round_title(each.round)) for each in rounds_going(viewer, today)]
    words = {"rows": rows, "makes": viewer.may("rounds.make"), "selections": SELECTIONS_TOLD}
    return render(request, "looped/round/list.html", words)


def new(request: HttpRequest) -> HttpResponse:
    """Makes a round, then goes on to its board."""
    viewer = require(request, "rounds.make")

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        made = add_round(
            by=viewer.person,
            month=f"{said['month']:%Y-%m}",
            kind=said["kind"],
            selection=said["selection"],
            framework=said["framework"] or None,
            due=said["due"],
            cut_off=said["cut_off"],
            look_back_months=said["look_back"],
        )
        return redirect("round", made)

    form, back = NewRound(posted(request)), reverse("rounds")
    return form_page(request, form, title="New round", press="Make the round", back=back, does=does, beside="cut_off")


def shown(request: HttpRequest, round: str) -> HttpResponse:  # noqa: A002  # as in addresses
    """The board: every audit that is there for the viewer, and how far it is."""
    viewer, found = _board(request, round)
    today = local_day(viewer.at.astimezone(UTC).replace(tzinfo=None))
    stage, area = request.GET.get("stage", ""), request.GET.get("area", "")
    chosen = [
        row for row in found.audits if (not stage or row.stage == stage) and (not area or row.service_area == area)
    ]
    counts = Counter(row.stage for row in found.audits)
    areas = sorted({row.service_area for row in found.audits})
    draws = dip_draws(viewer, round)
    cases = {row.audit: row for row in found.audits}
    words = {
        "round": found.round,
        "title": round_title(found.round),
        "selection": SELECTIONS_TOLD[found.round.selection],
        "framework": framework(found.round.framework).title,
        "lines": [_line(row, today) for row in chosen],
        "all": len(found.audits),
        "counts": [(code, STAGES[code].title, counts[code]) for code in STAGES if counts[code]],
        "stage": stage,
        "area": area,
        "stages": [
            {"value": "", "text": "Every stage"},
            *_items(((code, STAGES[code].title) for code in STAGES if counts[code]), stage),
        ],
        "areas": [{"value": "", "text": "Every area"}, *_items(((each, each) for each in areas), area)],
        "adds": viewer.may("rounds.make"),
        "linking": found.linking,
        "each_reads": EACH_READS,
        "with_others": WITH_OTHERS,
        "draws": [(each, [cases[audit] for audit in each.drawn if audit in cases]) for each in draws],
        "to_draw": viewer.may("dip.draw") and any(row.stage == "returned" for row in found.audits),
    }
    return render(request, "looped/round/board.html", words)


def add_one(request: HttpRequest, round: str) -> HttpResponse:  # noqa: A002  # as in addresses
    """Adds one audit."""
    viewer, found = _making(request, round)

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        added = NewAudit(
            said["case"],
            said["service_area"],
            said["team"],
            said["looped"] == "looped",
            said["practitioner"] or None,
            said["team_manager"] or None,
        )
        try:
            (audit,) = add_audits(by=viewer.person, round_=round, audits=[added])
        except Incomplete as error:
            for each in error.problems:
                form.refuse(each.what.partition(": ")[2].capitalize() + ".", each.field.partition(".")[2])
            raise UsageError("") from error
        return redirect("audit", audit)

    form = NewAuditForm(posted(request), viewer=viewer)
    return _form(request, form, found, "Add an audit", "Add it", does)


def add_list(request: HttpRequest, round: str) -> HttpResponse:  # noqa: A002  # as in addresses
    """Adds many audits, all or none."""
    viewer, found = _making(request, round)

    def does(form: Form) -> HttpResponse:
        assert isinstance(form, AuditList)
        known = {each.name: each.person for role in workers(viewer).values() for each in role}
        audits, wrong = with_people(read_list(form.text()), known)
        try:
            if wrong:
                # All that can be told at once, line by line.
                found = (*wrong, *list_problems(audits, ()))
                raise Incomplete(tuple(sorted(found, key=lambda each: int(each.field.partition(".")[0]))))
            add_audits(by=viewer.person, round_=round, audits=audits)
        except Incomplete as error:
            for each in error.problems:
                form.refuse(f"{each.what}.", "rows")
            raise UsageError("") from error
        return redirect("round", round)

    what = "All of them are added, or none: where a line can’t be taken, it is named here, and nothing is half added."
    return _form(
        request,
        AuditList(posted(request), request.FILES or None),
        found,
        "Add a list of audits",
        "Add them",
        does,
        what,
    )


def draw(request: HttpRequest, round: str) -> HttpResponse:  # noqa: A002  # as in addresses
    """Draws the dip sample; the board shows which were drawn, with the seed."""
    viewer, found = _board(request, round)
    waiting = sum(row.stage == "returned" for row in found.audits)
    if not viewer.may("dip.draw") or not waiting:
        raise Http404

    def does(form: Form) -> HttpResponse:
        try:
            draw_dip_sample(by=viewer.person, round_=round, share=form.cleaned_data["share"])
        except TooLate as error:
            raise UsageError(str(error)) from error
        return redirect(f"{reverse('round', args=[round])}#draws")

    set_ = settings_of(request).dip_share
    what = (
        f"{many(waiting, 'single audit is', 'single audits are')} in and not drawn before. The share drawn at random "
        f"goes to a moderator, at least one of them; the others are settled as they came in. The setting is {set_}%. "
        "The seed is kept, so that anybody can repeat the draw. It can’t be undone."
    )
    form = Draw(posted(request), initial={"share": set_})
    return _form(request, form, found, "Draw the dip sample", "Draw it", does, what)


def _board(request: HttpRequest, round_: str) -> tuple[Viewer, Board]:
    viewer: Viewer = request.viewer
    found = board(viewer, round_)
    if found is None:
        raise Http404
    return viewer, found


def _making(request: HttpRequest, round_: str) -> tuple[Viewer, Board]:
    viewer, found = _board(request, round_)
    if not viewer.may("rounds.make"):
        raise Http404
    return viewer, found


def _form(
    request: HttpRequest, form: Form, found: Board, title: str, press: str, does: Any, what: str = ""
) -> HttpResponse:
    back = reverse("round", args=[found.round.round])
    named = f"{title}: {round_title(found.round)}"
    return form_page(
        request, form, title=named, press=press, back=back, does=does, beside=next(iter(form.fields)), what=what
    )


def _items(found: Any, chosen: str) -> list[dict[str, Any]]:
    return [{"value": value, "text": text, "selected": value == chosen} for value, text in found]


def _line(row: AuditRow, today: date) -> Line:
    progress = row.progress or {}
    auditors = [(name or "(erased)", progress.get(part)) for part, name in (row.auditors or {}).items()]
    grade = framework(row.framework).scale.name(row.grade) if row.grade else ""
    overdue = row.due < today and row.stage in ("to_name", "with_auditors")
    return Line(row, STAGE_COLOURS[row.stage], auditors, grade, overdue)
