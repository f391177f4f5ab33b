"""From work in hand to record: gradings that figures read, and what is known of an audit from now on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from looped.figures.moments import local_day
from looped.loop.stages import ENDED, STAGES, StageCode
from looped.loop.visibility import Part
from looped.records.audit import Audit
from looped.records.authority import AUTHORITY
from looped.records.fingerprint import COLUMNS, Fingerprint
from looped.records.grading import Grading
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.round import Round
from looped.records.submission import Return
from looped.records.submitted import Submission, SubmittedGrade
from looped.workflow.deeds import Deed
from looped.workflow.letters.posting import post
from looped.workflow.taking import round_of

# A grade, or the reason why there is none.
Given = tuple[int | None, str | None]


@dataclass(frozen=True)
class Form:
    """A return or moderation to record. grades: by domain."""

    source: str
    auditor: str
    returned: date
    grades: Mapping[str, Given]
    why: str | None = None


def record_forms(doing: Deed, audit: str, forms: Iterable[Form]) -> None:
    """Write gradings, and into the deed's event a fingerprint over them, by which the trail vouches for them."""
    taken_in = Fingerprint()
    for form in forms:
        given_in = Return.objects.create(
            authority=AUTHORITY,
            audit=audit,
            source=form.source,
            auditor=form.auditor,
            returned=form.returned,
            why_moderated=form.why,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        rows = list(taken_in.over(_rows(doing, audit, form, given_in.id)))
        Grading.objects.bulk_create([Grading(**dict(zip(COLUMNS, row, strict=True))) for row in rows])
    doing.details["gradings_sha256"] = taken_in.text


def _rows(doing: Deed, audit: str, form: Form, given_in: int) -> Iterable[tuple[object, ...]]:
    for domain in sorted(form.grades):
        grade, reason = form.grades[domain]
        yield (
            AUTHORITY, audit, domain, grade, reason, form.source, form.auditor, form.why, given_in, doing.moment,
        )  # fmt: skip


def move(doing: Deed, row: AuditInHand, stage: StageCode, reason: str | None = None) -> None:
    """Put an audit into a stage and say so in the record, and to whom it may concern.

    Drafts go once nobody writes any more.
    """
    row.stage = stage
    if stage == "settled":
        row.settled_at = doing.moment
    if stage not in ("to_name", "with_auditors"):
        DraftField.objects.filter(audit=row.audit).delete()
    row.save()
    record_audit(doing, row, round_of(row), reason)
    if stage == "settled":
        post(doing, "settled", row, (row.lead, row.second))
        post(doing, "shown", row, (row.practitioner, row.team_manager))


def record_audit(doing: Deed, row: AuditInHand, of: Round, reason: str | None = None) -> None:
    """What is known of an audit from now on. Of a sealed one neither its state nor a date tells that a return is in."""
    returned = None if row.stage in SILENT else first_returned(row)
    audit_row(doing, row, of, returned, reason).save(force_insert=True)


SILENT = ("to_name", "with_auditors", *ENDED)


def audit_row(doing: Deed, row: AuditInHand, of: Round, returned: date | None, reason: str | None = None) -> Audit:
    """The row that figures read."""
    return Audit(
        authority=AUTHORITY,
        audit=row.audit,
        case=row.case,
        service_area=row.service_area,
        team=row.team,
        month=of.month,
        kind=of.kind,
        selection=of.selection,
        framework=of.framework,
        looped=row.looped,
        due=of.due,
        returned=returned,
        state=STAGES[row.stage].state,
        reason=reason,
        deed=doing.code,
        recorded_at=doing.moment,
    )


def first_returned(row: AuditInHand) -> date | None:
    """The day of the lead's first return; of the only auditor's where it was stood down to single without a lead."""
    days = dict(Submission.objects.filter(audit=row.audit, number=1).values_list("part", "returned"))
    return days.get("lead") if row.lead else days.get("second")


def last_submission(audit: str, part: Part) -> Submission:
    """The submitted form that counts."""
    return Submission.objects.filter(audit=audit, part=part).order_by("-number")[0]


def grades_of(submission: Submission) -> dict[str, Given]:
    """Its grades by domain."""
    rows = SubmittedGrade.objects.filter(submission=submission.submission)
    return {row.domain: (row.grade, row.reason_not_graded) for row in rows}


def day_of(doing: Deed) -> date:
    """The deed's day in local time."""
    return local_day(doing.moment.replace(tzinfo=None))
