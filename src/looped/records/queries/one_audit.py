"""One audit as its page shows it: the returns side by side, what was settled and why, what was learnt."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from looped.loop.settling import Route, on_the_page, routes
from looped.loop.visibility import PARTS, Part, Viewer
from looped.records.authority import AUTHORITY
from looped.records.feedback import FeedbackWording
from looped.records.in_hand import AuditInHand
from looped.records.people import names_of
from looped.records.queries.audit_rows import Seen, look_around, names_hidden, row_of, visible
from looped.records.queries.shown import (
    AnswerView,
    AuditView,
    FeedbackLine,
    MeetingRow,
    OutcomeRow,
    ReasonView,
    ReturnView,
)
from looped.records.settlement import Learning, Meeting, MeetingHeld, ReasonGiven, Settlement, SettlementWords
from looped.records.submitted import Submission, SubmittedGrade, SubmittedWords
from looped.rubric.framework import Framework
from looped.rubric.loading import framework

LABELS: dict[Part, str] = {"lead": "First auditor", "second": "Second auditor"}


def one_audit(viewer: Viewer, audit: str) -> AuditView | None:
    """An audit, or None where it isn't there for the viewer."""
    seen = visible(viewer, AuditInHand.objects.filter(audit=audit))
    if not seen:
        return None
    (each,) = seen
    around = look_around(viewer, seen)
    # Of a sealed audit nothing but one's own is even read: not a row, not a question more.
    forms = _forms(Submission.objects.filter(audit=audit, **({"auditor": viewer.person} if each.facts.sealed else {})))
    hidden = names_hidden(each.sight, around.hide_names)
    named = _names(each, forms, hidden)
    shown = {form.submission.part: form for form in forms if form.submission.part in each.sight.returns}
    return AuditView(
        row=row_of(viewer, each, around),
        round=around.rounds[each.row.round],
        sight=each.sight,
        feedback=feedback_of(audit) if each.sight.words else (),
        returns={part: _return(viewer, shown[part], named) for part in PARTS if part in shown},
        outcomes=_outcomes(each, forms, framework(around.rounds[each.row.round].framework), hidden),
        learning=_learning(audit, each.sight.learning),
        meeting=_meeting(each, hidden) if _open(each) else None,
        earlier=tuple(_return(viewer, form, named) for form in _own_earlier(viewer, forms)),
        reasons=_reasons(each, hidden),
        why_moderated=each.row.why_moderated if _open(each) else None,
    )


def _open(seen: Seen) -> bool:
    """Whether the returns lie open to the viewer."""
    return bool(seen.sight.returns) and not seen.facts.sealed


def called(seen: Seen, persons: Iterable[str], hidden: bool) -> dict[str, str]:
    """Names of people, the auditors by their part alone where names are hidden from the viewer."""
    found = names_of(persons)
    parts = {seen.row.lead: LABELS["lead"], seen.row.second: LABELS["second"]} if hidden else {}
    return {person: parts.get(person, name) for person, name in found.items()}


def _names(seen: Seen, forms: list["Form"], hidden: bool) -> dict[str, str]:
    return called(seen, (form.auditor for form in forms if form.submission.part in seen.sight.returns), hidden)


@dataclass(frozen=True)
class Form:
    """A submitted form with its pages."""

    submission: Submission
    answers: dict[str, AnswerView]

    @property
    def auditor(self) -> str:
        """Whose it is."""
        return self.submission.auditor

    @property
    def grades(self) -> dict[str, int | None]:
        """By page."""
        return {page: answer.grade for page, answer in self.answers.items()}


def _forms(found: QuerySet[Submission]) -> list[Form]:
    """Submitted forms of an audit, the first first."""
    submissions = list(found.order_by("number", "id"))
    codes = [each.submission for each in submissions]
    answers: dict[str, dict[str, AnswerView]] = {code: {} for code in codes}
    words = {(row.submission, row.domain): row for row in SubmittedWords.objects.filter(submission__in=codes)}
    for row in SubmittedGrade.objects.filter(submission__in=codes).order_by("id"):
        answers[row.submission][row.domain] = _answer(row, words.get((row.submission, row.domain)))
    return [Form(each, answers[each.submission]) for each in submissions]


def _answer(given: SubmittedGrade, words: SubmittedWords | None) -> AnswerView:
    if words is None:
        return AnswerView(given.grade, given.reason_not_graded, "", "", None, "", "")
    return AnswerView(
        given.grade,
        given.reason_not_graded,
        words.reason,
        words.document,
        words.document_date,
        words.why_not_above,
        words.different,
    )


def _return(viewer: Viewer, form: Form, names: dict[str, str]) -> ReturnView:
    own = form.auditor == viewer.person
    part: Part = "lead" if form.submission.part == "lead" else "second"
    return ReturnView(part, names.get(form.auditor), form.submission.recorded_at if own else None, form.answers)


def _own_earlier(viewer: Viewer, forms: list[Form]) -> list[Form]:
    """The viewer's own forms that a later one of theirs superseded, or that were given back."""
    last = {form.submission.part: form for form in forms}
    return [form for form in forms if form.auditor == viewer.person and last[form.submission.part] is not form]


def feedback_of(audit: str) -> tuple[FeedbackLine, ...]:
    """What is recorded of a family. For whoever `loop.visibility` lets see the audit's words."""
    rows = list(FeedbackWording.objects.filter(authority=AUTHORITY, audit=audit).order_by("id"))
    return tuple(
        FeedbackLine(row.who, row.route, row.outcome, row.theme, row.words, row.leave_to_publish)
        for row in rows
        if row.deed == rows[-1].deed
    )


def _outcomes(seen: Seen, forms: list[Form], used: Framework, hidden: bool) -> tuple[OutcomeRow, ...]:
    """Empty until something may be seen of how the grades stand."""
    if not seen.sight.settled:
        return ()
    last = {form.submission.part: form for form in forms if form.submission.part in seen.facts.given}
    settled = {row.domain: row for row in Settlement.objects.filter(audit=seen.row.audit).order_by("id")}
    words = SettlementWords.objects.filter(audit=seen.row.audit).order_by("id")
    said = {(row.deed, row.domain): row.words for row in words}
    names = called(seen, (row.by for row in settled.values()), hidden)
    ways = routes(last["lead"].grades, last["second"].grades, used) if seen.facts.looped else {}
    asked = ReasonGiven.objects.filter(audit=seen.row.audit, what="meeting").values_list("domain", flat=True)
    open_ = on_the_page(ways, settled, asked) if seen.sight.writes else ()
    return tuple(
        _outcome(seen, page, last, ways.get(page), settled.get(page), said, names, page in open_)
        for page in used.graded_codes
    )


def _outcome(
    seen: Seen,
    page: str,
    last: dict[str, Form],
    route: Route | None,
    settled: Settlement | None,
    said: dict[tuple[str, str], str],
    names: dict[str, str],
    acceptable: bool,
) -> OutcomeRow:
    originals = {part: form.answers[page] for part, form in last.items() if part in seen.sight.returns}
    lead, second = originals.get("lead"), originals.get("second")
    common = next(iter(last.values())).answers[page] if route in (None, "agreed") else None
    held = settled or common
    return OutcomeRow(
        domain=page,
        lead=lead.grade if lead else None,
        second=second.grade if second else None,
        route=route or "single",
        settled=held is not None,
        grade=held.grade if held else None,
        how=settled.how if settled else ("agreed" if route == "agreed" else "single") if common else None,
        words=said.get((settled.deed, page)) if settled else common.reason if common else None,
        difference=settled.difference if settled else None,
        descriptor=settled.descriptor if settled else None,
        by=names.get(settled.by) if settled and seen.sight.returns else None,
        acceptable=acceptable,
    )


def _learning(audit: str, parts: Iterable[Part]) -> dict[Part, str]:
    rows = Learning.objects.filter(audit=audit, part__in=sorted(parts)).order_by("id")
    found = dict(rows.values_list("part", "words"))
    return {part: found[part] for part in PARTS if part in found}


def _reasons(seen: Seen, hidden: bool) -> tuple[ReasonView, ...]:
    """Why it was moved: what the auditors asked for where all is open, all of it for whoever steers."""
    if not _open(seen) and not seen.sight.steers:
        return ()
    wanted = REASONS_OF_STEERING if seen.sight.steers else ()
    what = (*wanted, *(REASONS_OF_SETTLING if _open(seen) else ()))
    rows = list(ReasonGiven.objects.filter(audit=seen.row.audit, what__in=what).order_by("id"))
    names = called(seen, (row.by for row in rows), hidden)
    return tuple(ReasonView(row.what, row.domain, row.why, names.get(row.by)) for row in rows)


REASONS_OF_SETTLING = ("meeting", "challenge")
REASONS_OF_STEERING = ("stood_down", "ended")


def _meeting(seen: Seen, hidden: bool) -> MeetingRow | None:
    audit = seen.row.audit
    made = Meeting.objects.filter(audit=audit).order_by("id").last()
    held = MeetingHeld.objects.filter(audit=audit).order_by("id").last()
    if made is None and held is None:
        return None
    names = called(seen, [*(made.attendees if made else ()), *(held.attended if held else ())], hidden)
    return MeetingRow(
        made.starts if made else None,
        made.minutes if made else None,
        made.place if made else None,
        tuple(names[person] for person in made.attendees if person in names) if made else (),
        held.met_on if held else None,
        tuple(names[person] for person in held.attended if person in names) if held else (),
    )
