"""Deeds of an auditor: saving what is typed, submitting the return."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from looped.errors import UsageError
from looped.loop.answers import Answer, Problem, answers_of, known_fields, problems
from looped.loop.visibility import Part
from looped.records.holding import hold
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.queries.people import writer_of
from looped.records.submitted import Submission, SubmittedGrade, SubmittedWords
from looped.workflow.deeds import Deed, deed
from looped.workflow.letters.posting import post
from looped.workflow.opening import open_returns
from looped.workflow.recording import day_of
from looped.workflow.refusals import Incomplete, NotThere
from looped.workflow.taking import framework_of, require_open, take, taken_unlocked


@dataclass(frozen=True)
class Conflict:
    """A field that another tab saved meanwhile. mine: what came now; theirs: what is saved, as `version`."""

    mine: str
    theirs: str
    version: int


@dataclass(frozen=True)
class Saved:
    """What a save did. versions: of every field named, as it now stands."""

    saved_at: datetime
    versions: dict[str, int]
    conflicts: dict[str, Conflict]


@dataclass(frozen=True)
class Submitted:
    """When a return came in. open: nothing more is awaited, so the audit is no longer sealed."""

    at: datetime
    open: bool


def save_draft(*, by: str, audit: str, fields: Mapping[str, tuple[str, int]], now: datetime | None = None) -> Saved:
    """Save fields of one's return as typed. fields: (text, the version it was made from; 0: none) by name.

    A field that was saved from elsewhere meanwhile isn't overwritten: both texts come back. The others are saved.
    The same text again is no conflict, so a save whose answer was lost can be sent again.
    Raises: NotThere; TooLate once it is submitted; UsageError for a field that the framework doesn't have.
    """
    with deed("save draft", by=by, chain=f"draft:{audit}:{by}", now=now) as doing:
        hold(_draft(audit, by))
        row = AuditInHand.objects.filter(audit=audit).first()
        if row is None:
            raise NotThere
        require_open(taken_unlocked(row, writer_of(by, doing.moment)), "save_draft")
        if not fields.keys() <= known_fields(framework_of(row)):
            raise UsageError("This form is of another framework. Open the page again; nothing was saved from it.")
        saved = _save(doing, audit, fields)
        doing.which = f"audit:{audit}"
        doing.details = {"versions": {name: saved.versions[name] for name in sorted(saved.versions)}}
        return saved


def submit_return(*, by: str, audit: str, declared: bool, now: datetime | None = None) -> Submitted:
    """Hand in one's return as it was saved. Once both of a looped audit are in, it is open.

    declared: the auditor says that it is their own independent view.
    Raises: NotThere; TooLate where it is in already; Incomplete, with what to mend.
    """
    with deed("submit return", by=by, chain=f"audit:{audit}", now=now) as doing:
        hold(_draft(audit, by))
        taken = take(doing, audit, "submit_return")
        assert taken.sight.part
        answers = _checked(doing, taken.row, declared)
        number = _submit(doing, taken.row, taken.sight.part, answers)
        doing.details = {"part": taken.sight.part, "number": number}
        opened = _hand_in(doing, taken.row, taken.sight.part)
        return Submitted(doing.moment, opened)


def _draft(audit: str, person: str) -> str:
    return f"draft {audit} {person}"


def _save(doing: Deed, audit: str, fields: Mapping[str, tuple[str, int]]) -> Saved:
    kept = {row.field: row for row in DraftField.objects.filter(audit=audit, person=doing.by, field__in=list(fields))}
    conflicts: dict[str, Conflict] = {}
    versions: dict[str, int] = {}
    new: list[DraftField] = []
    for name, (text, version) in fields.items():
        row = kept.get(name)
        stands = row.version if row else 0
        if row and row.text != text and version != stands:
            conflicts[name] = Conflict(text, row.text, stands)
        elif row is None:
            stands = 1
            new.append(_field(doing, audit, name, text))
        elif row.text != text:
            stands += 1
            _write(doing, row, text)
        versions[name] = stands
    DraftField.objects.bulk_create(new)
    return Saved(doing.moment, versions, conflicts)


def _field(doing: Deed, audit: str, name: str, text: str) -> DraftField:
    return DraftField(audit=audit, person=doing.by, field=name, text=text, version=1, saved_at=doing.moment)


def _write(doing: Deed, row: DraftField, text: str) -> None:
    same = DraftField.objects.filter(pk=row.pk, version=row.version)
    changed = same.update(text=text, version=row.version + 1, saved_at=doing.moment)
    assert changed == 1  # held by name, so nobody else wrote it


def _checked(doing: Deed, row: AuditInHand, declared: bool) -> dict[str, Answer]:
    fields = dict(DraftField.objects.filter(audit=row.audit, person=doing.by).values_list("field", "text"))
    used = framework_of(row)
    found = problems(fields, used, day_of(doing))
    if not declared:
        found = (*found, Problem("declared", "Say that this is your own view, reached without the other auditor's"))
    if found:
        raise Incomplete(found)
    return answers_of(fields, used)


def _submit(doing: Deed, row: AuditInHand, part: Part, answers: Mapping[str, Answer]) -> int:
    number = Submission.objects.filter(audit=row.audit, part=part).count() + 1
    code = f"s-{secrets.token_hex(16)}"
    Submission.objects.create(
        submission=code,
        audit=row.audit,
        part=part,
        number=number,
        auditor=doing.who,
        returned=day_of(doing),
        deed=doing.code,
        recorded_at=doing.moment,
    )
    SubmittedGrade.objects.bulk_create(
        SubmittedGrade(
            submission=code,
            domain=page,
            grade=answer.grade,
            reason_not_graded=answer.reason_not_graded,
            recorded_at=doing.moment,
        )
        for page, answer in answers.items()
    )
    SubmittedWords.objects.bulk_create(_words(doing, row.audit, code, page, answer) for page, answer in answers.items())
    return number


def _words(doing: Deed, audit: str, code: str, page: str, answer: Answer) -> SubmittedWords:
    return SubmittedWords(
        submission=code,
        audit=audit,
        domain=page,
        reason=answer.reason,
        document=answer.document,
        document_date=answer.document_date,
        why_not_above=answer.why_not_above,
        different=answer.different,
        recorded_at=doing.moment,
    )


def _hand_in(doing: Deed, row: AuditInHand, part: Part) -> bool:
    DraftField.objects.filter(audit=row.audit, person=doing.by).delete()
    if part == "lead":
        row.lead_in = True
    else:
        row.second_in = True
    row.save()
    if row.looped and not (row.lead_in and row.second_in):
        return False
    open_returns(doing, row)
    if row.looped and row.stage != "settled":  # settled at once, they are told that instead
        post(doing, "open", row, (row.lead, row.second))
    return True
