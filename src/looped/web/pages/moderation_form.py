"""The form by which a moderator settles an audit: its fields, and what of them a deed is asked to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from looped.loop.answers import NOT_GRADED, may_be_not_graded
from looped.loop.settling import DIFFERENCES, must_be_decided
from looped.loop.visibility import PARTS, Part
from looped.records.queries.naming import Guest
from looped.records.queries.shown import AuditView
from looped.rubric.framework import Framework
from looped.rubric.loading import framework
from looped.web.field import Form
from looped.web.pages.domains_shown import DomainShown, descriptors, domains_shown
from looped.web.pages.wording import NOT_GRADED_TOLD
from looped.workflow.moderating import Decision

FIELDS = ("descriptor", "difference", "words")
DAYS = ["%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y"]


@dataclass(frozen=True)
class Asked:
    """One domain on the form. must: it can't be left open.  grades: value, name, what it looks like."""

    shown: DomainShown
    must: bool
    grades: tuple[tuple[str, str, str | None], ...]
    fields: tuple[str, ...]
    typed: dict[str, str]
    errors: dict[str, str]

    @property
    def open(self) -> bool:
        """Whether something was typed or is wrong here."""
        return bool(self.typed["grade"] or self.typed["words"] or self.errors)


class Moderation(Form):
    """A domain: grade, descriptor relied on, why they differed, why so settled. The meeting; what is learnt."""

    met_on = forms.DateField(
        label="When they met",
        required=False,
        help_text="For example 18/11/2024. Leave it empty if nobody met.",
        input_formats=DAYS,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"invalid": "Write the day on which they met as in 18/11/2024"},
    )
    attended = forms.MultipleChoiceField(
        label="Who was there", required=False, widget=forms.CheckboxSelectMultiple, error_messages={}
    )

    def __init__(self, data: QueryDict | None, *, view: AuditView, guests: Iterable[Guest]) -> None:
        super().__init__(data)
        self.used = framework(view.row.framework)
        self.guests = {each.key: each.person for each in guests}
        self.fields["attended"].choices = [(each.key, each.name) for each in guests]
        self.learners: tuple[Part, ...] = tuple(part for part in PARTS if part in view.returns)
        for code in self.used.graded_codes:
            self._add_domain(code)
        for part in self.learners:
            named = view.returns[part].auditor
            self.fields[f"learning.{part}"] = forms.CharField(
                label=f"What {named or 'the auditor'} learns" if named else "What the auditor learns",
                help_text="They alone of the auditors read it. Leave it empty if there is nothing.",
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def _add_domain(self, code: str) -> None:
        grades = [(str(each.position), each.name) for each in reversed(self.used.scale.grades)]
        self.fields[f"{code}.grade"] = forms.CharField(required=False)
        if may_be_not_graded(code, self.used):
            self.fields[f"{code}.reason_not_graded"] = forms.ChoiceField(
                label="Why it isn’t graded",
                required=False,
                choices=[("", "Choose"), *((key, told.capitalize()) for key, told in NOT_GRADED_TOLD.items())],
            )
        self.fields[f"{code}.descriptor"] = forms.ChoiceField(
            label="Descriptor relied on", required=False, choices=[("", "That of the grade chosen"), *grades]
        )
        self.fields[f"{code}.difference"] = forms.ChoiceField(
            label="Why the grades differed",
            required=False,
            choices=[("", "Choose a reason"), *DIFFERENCES.items()],
        )
        self.fields[f"{code}.words"] = forms.CharField(
            label="Why it is so settled",
            help_text="For both auditors, and for those whose work it was. Name the document that decides it.",
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def text(self, name: str) -> str:
        """What was typed in a field, without blanks around it."""
        return str(self.data.get(name, "")).strip()

    def decisions(self, must: Iterable[str]) -> dict[str, Decision]:
        """What is decided, by domain: where a grade or words were given, and where it can't be left open."""
        wanted = set(must)
        return {
            code: self._decision(code)
            for code in self.used.graded_codes
            if code in wanted or self.text(f"{code}.grade") or self.text(f"{code}.words")
        }

    def _decision(self, code: str) -> Decision:
        grade, descriptor = self.text(f"{code}.grade"), self.text(f"{code}.descriptor")
        given = int(grade) if grade.isdecimal() and len(grade) == 1 else None
        reason = self.text(f"{code}.reason_not_graded") or None
        return Decision(
            grade=given,
            descriptor=(int(descriptor) if descriptor.isdecimal() else given) if given else None,
            difference=self.text(f"{code}.difference"),
            words=self.text(f"{code}.words"),
            reason_not_graded=reason if grade == NOT_GRADED else None,
        )

    def people(self) -> list[str]:
        """Who was there, by identifier."""
        return [self.guests[key] for key in self.cleaned_data.get("attended", ())]

    def learning(self) -> dict[str, str]:
        """What each auditor learns, by part."""
        return {part: self.text(f"learning.{part}") for part in self.learners}

    def told(self) -> list[tuple[str, str]]:
        """All words that were typed, under their names, to give them back where they can't be recorded."""
        found = [(f"{self.used.title_of(code)}: why", self.text(f"{code}.words")) for code in self.used.graded_codes]
        found += [(str(self.fields[f"learning.{part}"].label), self.text(f"learning.{part}")) for part in self.learners]
        return [(name, text) for name, text in found if text]


def must_be(view: AuditView) -> tuple[str, ...]:
    """Domains that this moderation can't leave open, by the rule of the loop."""
    used = framework(view.row.framework)
    ways = {each.domain: each.route for each in view.outcomes if each.route not in (None, "single")}
    decided = [each.domain for each in view.outcomes if each.settled and each.route not in (None, "agreed")]
    return must_be_decided(ways or None, decided, used)  # type: ignore[arg-type]  # single and None are out


def asked_of(view: AuditView, form: Moderation, must: tuple[str, ...]) -> tuple[Asked, ...]:
    """Every domain as the form shows it."""
    return tuple(_asked(each, form, each.code in must) for each in domains_shown(view, DIFFERENCES))


def _asked(shown: DomainShown, form: Moderation, must: bool) -> Asked:
    code, used = shown.code, form.used
    names = tuple(f"{code}.{name}" for name in FIELDS if f"{code}.{name}" in form.fields)
    errors = {
        name: str(found[0])
        for name in ("grade", "reason_not_graded", *FIELDS)
        if (found := form.errors.get(f"{code}.{name}"))
    }
    typed: dict[str, Any] = {name: form.text(f"{code}.{name}") for name in ("grade", "words")}
    return Asked(shown, must, _grades(code, used), names, typed, errors)


def _grades(code: str, used: Framework) -> tuple[tuple[str, str, str | None], ...]:
    looks = descriptors(code, used)
    found = [(str(each.position), each.name, looks.get(each.position)) for each in used.scale.grades]
    return (*found, (NOT_GRADED, "Not graded", None)) if may_be_not_graded(code, used) else tuple(found)
