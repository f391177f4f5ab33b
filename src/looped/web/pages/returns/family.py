"""The family's words: the lead records attempts to hear them; both auditors see the same, without author and time."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from looped.errors import UsageError
from looped.figures.moments import local_day, now
from looped.figures.schema import FEEDBACK_OUTCOMES
from looped.loop.answers import day_of
from looped.records.queries.one_audit import one_audit
from looped.records.queries.shown import AuditView
from looped.web.asking import posted
from looped.web.field import Form
from looped.web.pages.returns.saving import SOMEBODY_ELSE
from looped.web.pages.returns.typed import same_writer
from looped.workflow.feedback import record_feedback

# By relation, never by name.
WHO = ("Mother", "Father", "Child or young person", "Carer", "Other relative", "Advocate")
ROUTES = ("Telephone", "In person", "Video call", "Text message", "E-mail or letter", "Through their worker")
OUTCOMES = {
    "heard": "They were heard",
    "not_reached": "Nobody could be reached",
    "declined": "They didn’t wish to speak",
    "not_appropriate": "Asking wasn’t appropriate",
}
assert set(OUTCOMES) == set(FEEDBACK_OUTCOMES)
THEMES = (
    "Being listened to", "The worker", "The plan", "Meetings", "Changes of worker", "Help that made a difference",
    "Information and letters", "Time and waiting", "Something else",
)  # fmt: skip


class Attempt(Form):
    """One attempt to hear somebody. writer: who opened the page; somebody else may have signed in here since."""

    writer = forms.CharField(widget=forms.HiddenInput)
    who = forms.ChoiceField(
        label="Who was it?",
        help_text="By relation to the child. Write no name anywhere.",
        choices=[(each, each) for each in WHO],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who it was"},
    )
    route = forms.ChoiceField(
        label="How did you try?",
        choices=[(each, each) for each in ROUTES],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you tried"},
    )
    outcome = forms.ChoiceField(
        label="How did it end?",
        choices=list(OUTCOMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended"},
    )
    on = forms.CharField(
        label="Which day was it?",
        help_text="For example 27/3/2024. Leave it empty for today.",
        required=False,
        widget=forms.TextInput({"class": "govuk-input--width-10", "autocomplete": "off"}),
    )
    words = forms.CharField(
        label="What did they say?",
        help_text="In their words, as far as you can. No names, no addresses, no schools.",
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )
    theme = forms.ChoiceField(
        label="What was it mostly about?",
        required=False,
        choices=[("", "Choose one"), *((each, each) for each in THEMES)],
    )
    leave_to_publish = forms.BooleanField(
        label="They agreed that these words may be printed in a report",
        help_text="Without this they are counted and never quoted.",
        required=False,
    )

    def clean_on(self) -> object:
        """The day, as people type it."""
        typed = self.cleaned_data["on"].strip()
        day = day_of(typed) if typed else local_day(now())
        if day is None:
            raise forms.ValidationError("Write the day like 27/3/2024")
        if day > local_day(now()):
            raise forms.ValidationError("The day is still to come")
        return day

    def clean(self) -> dict[str, object]:
        """Words where somebody was heard."""
        said: dict[str, object] = super().clean() or self.cleaned_data
        if said.get("outcome") == "heard" and not said.get("words"):
            self.refuse("Write down what they said", "words")
        return said


def family(request: HttpRequest, audit: str) -> HttpResponse:
    """What is recorded, and for the lead the way to add to it."""
    view = one_audit(request.viewer, audit)
    if view is None or not view.sight.writes:
        raise Http404
    may_add = "record_feedback" in view.row.may
    sent = posted(request)
    if sent is not None and not may_add:
        raise Http404
    form = Attempt(sent, initial={"writer": request.viewer.person}) if may_add else None
    if sent is not None and form is not None and not same_writer(request):
        form.refuse(SOMEBODY_ELSE)
    if sent is not None and form is not None and form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name != "writer"}
        try:
            record_feedback(by=request.viewer.person, audit=audit, **told)
            return redirect(f"{reverse('family', args=[audit])}?recorded=1")
        except UsageError as error:
            form.refuse(str(error))
    return _shown(request, view, form)


def _shown(request: HttpRequest, view: AuditView, form: Attempt | None) -> HttpResponse:
    writing = view.row.stage == "with_auditors" and view.row.own is not None and view.row.own.state != "submitted"
    words = {
        "view": view,
        "outcomes": OUTCOMES,
        "form": form,
        "errors": form if form is not None and form.errors else None,
        "recorded": "recorded" in request.GET and request.method == "GET",
        "back_to": reverse("tasks" if writing else "audit", args=[view.row.audit]),
    }
    return render(request, "looped/return/family.html", words, status=422 if words["errors"] else 200)
