"""What a QA lead does to one audit, each on a page of its own that says what will happen."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from looped.figures.schema import WHY_ENDED
from looped.loop.visibility import Part
from looped.records.queries.naming import Auditor, Naming, naming
from looped.records.queries.one_audit import one_audit
from looped.records.queries.shown import AuditRow
from looped.web.asking import posted
from looped.web.field import Form
from looped.web.pages.forms import form_page
from looped.web.pages.wording import PARTS_TOLD, case_in_words
from looped.workflow.moderating import challenge_grade
from looped.workflow.rounds import (
    end_audit,
    name_auditors,
    reopen_return,
    stand_down_to_single,
)

NEAR_TOLD = {
    "team": "of this case’s own team",
    "line": "in the line of those whose work it is",
    "former": "named for it before and taken off",
}


class Why(Form):
    """A reason, in words."""

    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give a reason."},
    )


class Ending(Form):
    """How it ends, and why."""

    state = forms.ChoiceField(
        label="How does it end?",
        choices=[
            ("not_done", "Not done: it was asked for and couldn’t be read"),
            ("withdrawn", "Withdrawn: it should not have been in the round"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it was not done or is withdrawn."},
    )
    reason = forms.ChoiceField(
        label="Why?",
        choices=list(WHY_ENDED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why."},
    )
    words = forms.CharField(label="More, if there is more", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class Names(Form):
    """Who reads an audit. sure: that somebody near to it is meant all the same."""

    sure = forms.BooleanField(label="Name them all the same", required=False)

    def __init__(self, data: Any, *, of: Naming, looped: bool) -> None:
        super().__init__(data)
        self.of = of
        self.parts: tuple[Part, ...] = ("lead", "second") if looped else ("lead",)
        choices = [("", "Choose somebody"), *((each.choice.person, told(each)) for each in of.auditors if _able(each))]
        for part in self.parts:
            self.fields[part] = forms.ChoiceField(
                label=PARTS_TOLD[part] if looped else "Auditor",
                help_text="The first auditor alone speaks with the family." if looped and part == "lead" else "",
                choices=choices,
                initial=of.named.get(part, ""),
                error_messages={"required": "Choose somebody.", "invalid_choice": "Choose somebody from the list."},
                disabled=part in of.fixed,
            )
        sure = self.fields.pop("sure")
        if data is not None and self._doubts(data):
            self.fields["sure"] = sure

    def clean(self) -> dict[str, Any]:
        """Whoever is near to the case is named only by somebody who says so."""
        said: dict[str, Any] = super().clean()
        if not said.get("sure"):
            for part, what in self._doubts(said).items():
                self.refuse(f"{what} Choose somebody else, or tick below that you mean it.", part)
        return said

    def _doubts(self, said: Any) -> dict[Part, str]:
        known = {each.choice.person: each for each in self.of.auditors}
        chosen = {
            part: known[said.get(part)]
            for part in self.parts
            if part not in self.of.fixed and said.get(part) in known and said.get(part) != self.of.named.get(part)
        }
        found: dict[Part, str] = {
            part: f"{each.choice.name} is {NEAR_TOLD[each.near]}."
            for part, each in chosen.items()
            if each.near in NEAR_TOLD
        }
        both = [known.get(said.get(part) or "") for part in self.parts]
        if len(both) > 1 and both[0] and both[1] and both[1].choice.person in both[0].line and chosen:
            found.setdefault("second", f"{both[0].choice.name} and {both[1].choice.name} are of one line or team.")
        return found


def told(each: Auditor) -> str:
    """Somebody to choose, with where they stand and what speaks against it."""
    where = ", ".join(part for part in (each.choice.service_area, each.choice.team) if part)
    near = f" – {NEAR_TOLD[each.near]}" if each.near in NEAR_TOLD else ""
    return f"{each.choice.name}{f' ({where})' if where else ''}{near}"


def _able(each: Auditor) -> bool:
    return each.near != "own"


def name(request: HttpRequest, audit: str) -> HttpResponse:
    """Says who reads it."""
    row = _open(request, audit, "name_auditors")
    of = naming(request.viewer, audit)
    assert of  # whoever may name auditors steers
    form = Names(posted(request), of=of, looped=row.looped)

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        second = said.get("second")
        name_auditors(by=request.viewer.person, audit=audit, lead=said["lead"], second=second)
        return redirect("audit", audit)

    barred = [each.choice.name for each in of.auditors if not _able(each)]
    what = f"Of {case_in_words(row.case)}, {row.service_area}, {row.team}. Each gets a letter with the due date."
    if barred:
        what += f" Not in the list, because it is their work: {', '.join(barred)}."
    if of.fixed:
        what += " A return that is in stays its auditor’s."
    return _page(request, form, row, "Name the auditors", "Name them", what, does, beside="lead")


def reopen(request: HttpRequest, audit: str, part: str) -> HttpResponse:
    """Gives a return back to its auditor."""
    row = _open(request, audit, f"reopen_return:{part}")

    def does(form: Form) -> HttpResponse:
        reopen_return(by=request.viewer.person, audit=audit, part=part, reason=form.cleaned_data["reason"])
        return redirect("audit", audit)

    what = (
        "The auditor can change what they wrote, and hands it in again. They read your reason. "
        "The return handed in before is kept, and superseded by the next."
    )
    return _page(request, Why(posted(request)), row, "Reopen the return", "Reopen it", what, does, beside="reason")


def stand_down(request: HttpRequest, audit: str) -> HttpResponse:
    """Lets a looped audit go on as a single one."""
    row = _open(request, audit, "stand_down_to_single")

    def does(form: Form) -> HttpResponse:
        stand_down_to_single(by=request.viewer.person, audit=audit, reason=form.cleaned_data["reason"])
        return redirect("audit", audit)

    what = (
        "It then stands on the one return that it has, or will have of the first auditor. "
        "The other auditor is asked no more. This can’t be undone."
    )
    return _page(request, Why(posted(request)), row, "Stand down to single", "Stand it down", what, does, warns=True)


def end(request: HttpRequest, audit: str) -> HttpResponse:
    """Says that it wasn't done, or is withdrawn."""
    row = _open(request, audit, "end_audit")

    def does(form: Form) -> HttpResponse:
        said = form.cleaned_data
        end_audit(
            by=request.viewer.person, audit=audit, state=said["state"], reason=said["reason"], words=said["words"]
        )
        return redirect("audit", audit)

    what = (
        "Nobody reads it any more. Reports count it among those asked for, and say how it ended. This can’t be undone."
    )
    return _page(request, Ending(posted(request)), row, "End this audit", "End it", what, does, warns=True)


def challenge(request: HttpRequest, audit: str) -> HttpResponse:
    """Opens a settled audit to a moderator."""
    row = _open(request, audit, "challenge_grade")

    def does(form: Form) -> HttpResponse:
        challenge_grade(by=request.viewer.person, audit=audit, reason=form.cleaned_data["reason"])
        return redirect("audit", audit)

    form = Why(posted(request))
    form.fields["reason"].label = "Who challenged it, by their role, and why"
    what = (
        "A moderator without a part in it looks at it again, and retains or changes the grade. "
        "Until then the grade stands in figures as it is, and isn’t shown to those whose work it was."
    )
    return _page(request, form, row, "Challenge a settled grade", "Send it to a moderator", what, does)


def _open(request: HttpRequest, audit: str, deed: str) -> AuditRow:
    """The audit, to whoever may do this to it now. Raises: Http404."""
    view = one_audit(request.viewer, audit)
    if view is None or deed not in view.row.may:
        raise Http404
    return view.row


def _page(
    request: HttpRequest,
    form: Form,
    row: AuditRow,
    title: str,
    press: str,
    what: str,
    does: Any,
    *,
    beside: str = "reason",
    warns: bool = False,
) -> HttpResponse:
    back = reverse("audit", args=[row.audit])
    named = f"{title}: {case_in_words(row.case)}"
    return form_page(
        request, form, title=named, press=press, back=back, does=does, beside=beside, what=what, warns=warns
    )
