"""Deeds of moderation: arranging a meeting, settling grades, challenging them, drawing the dip sample."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from looped.errors import UsageError
from looped.figures.moments import in_london
from looped.loop.answers import REASONS, Problem, may_be_not_graded
from looped.loop.settling import DIFFERENCES, must_be_decided, routes, still_apart
from looped.loop.visibility import PARTS
from looped.records.in_hand import AuditInHand
from looped.records.person import PersonName
from looped.records.settlement import Learning, Meeting, MeetingHeld, ReasonGiven, Settlement, SettlementWords
from looped.rubric.framework import Framework
from looped.workflow.deeds import Deed, deed, in_utc
from looped.workflow.letters.calendar import invitation
from looped.workflow.letters.posting import case_reference, post
from looped.workflow.pairs import pair_of
from looped.workflow.recording import Form, day_of, move, record_forms
from looped.workflow.refusals import Incomplete, NotThere
from looped.workflow.taking import framework_of, take


@dataclass(frozen=True)
class Decision:
    """One domain settled. descriptor: position of the grade whose descriptor was relied on.

    difference: a key of DIFFERENCES.  words: why, for the two auditors to read.
    """

    grade: int | None
    descriptor: int | None
    difference: str
    words: str
    reason_not_graded: str | None = None


def arrange_meeting(
    *,
    by: str,
    audit: str,
    starts: datetime,
    minutes: int,
    place: str,
    attendees: Sequence[str],
    now: datetime | None = None,
) -> None:
    """Invite people to settle an audit's grades, by letter with an invitation for their calendars.

    Raises: NotThere; TooLate; UsageError for a past moment, a strange length, or nobody invited.
    """
    with deed("arrange meeting", by=by, chain=f"audit:{audit}", now=now) as doing:
        row = take(doing, audit, "arrange_meeting").row
        moment = in_utc(starts)
        _require_possible(doing, moment, minutes, attendees)
        made = Meeting.objects.create(
            meeting=f"m-{secrets.token_hex(16)}",
            audit=audit,
            starts=moment,
            minutes=minutes,
            place=place.strip(),
            attendees=sorted(set(attendees)),
            deed=doing.code,
            recorded_at=doing.moment,
        )
        _invite(doing, row, made)
        doing.details = {"meeting": made.meeting, "attendees": made.attendees}


def moderate(
    *,
    by: str,
    audit: str,
    decisions: Mapping[str, Decision],
    met_on: date | None = None,
    attended: Sequence[str] = (),
    learning: Mapping[str, str] | None = None,
    now: datetime | None = None,
) -> None:
    """Settle an audit. decisions: by domain, those that wait at least.  learning: what each part learns.

    The returns stay as they were; what is settled stands above them.
    Raises: NotThere, also for whoever is too near to it; TooLate; Incomplete, with what to mend.
    """
    with deed("moderate", by=by, chain=f"audit:{audit}", now=now) as doing:
        row = take(doing, audit, "moderate").row
        used = framework_of(row)
        found = _problems(doing, row, used, decisions, met_on, learning or {})
        if found:
            raise Incomplete(found)
        grades = {domain: (each.grade, each.reason_not_graded) for domain, each in decisions.items()}
        why = row.why_moderated or "challenge"
        record_forms(doing, audit, [Form("moderation", doing.who, day_of(doing), grades, why)])
        how = "meeting" if row.stage == "meeting" else "moderation"
        _settle(doing, audit, how, decisions)
        _note(doing, audit, met_on, attended, learning or {})
        row.moderators = sorted({*row.moderators, doing.who})
        move(doing, row, "settled")
        doing.details |= {"why": why, "domains": sorted(decisions)}


def challenge_grade(*, by: str, audit: str, reason: str, now: datetime | None = None) -> None:
    """Open a settled audit to a moderator, because somebody challenged it. Raises: NotThere; TooLate; UsageError."""
    with deed("challenge grade", by=by, chain=f"audit:{audit}", now=now) as doing:
        row = take(doing, audit, "challenge_grade").row
        if not reason.strip():
            raise UsageError("Say who challenged it, by their role, and why.")
        ReasonGiven.objects.create(
            audit=audit,
            what="challenge",
            by=doing.who,
            why=reason.strip(),
            deed=doing.code,
            recorded_at=doing.moment,
        )
        row.why_moderated = "challenge"
        move(doing, row, "to_moderate")


def _require_possible(doing: Deed, starts: datetime, minutes: int, attendees: Sequence[str]) -> None:
    if starts <= doing.moment:
        raise UsageError("The meeting begins in the past.")
    if not 5 <= minutes <= 480:
        raise UsageError("A meeting lasts between 5 minutes and 8 hours.")
    if not attendees:
        raise UsageError("Choose who is invited.")
    if PersonName.objects.filter(identifier__in=set(attendees)).count() != len(set(attendees)):
        raise NotThere


def _invite(doing: Deed, row: AuditInHand, made: Meeting) -> None:
    when = f"{in_london(made.starts.replace(tzinfo=None)):%d/%m/%Y %H:%M}"
    values = {"when": when, "minutes": str(made.minutes), "place": made.place or "to be said"}
    title = f"Settling the audit of case {case_reference(row)}"
    ics = invitation(
        meeting=made.meeting,
        starts=made.starts,
        minutes=made.minutes,
        place=made.place,
        title=title,
        made=doing.moment,
    )
    post(doing, "meeting", row, made.attendees, values, ics)


def _problems(
    doing: Deed,
    row: AuditInHand,
    used: Framework,
    decisions: Mapping[str, Decision],
    met_on: date | None,
    learning: Mapping[str, str],
) -> tuple[Problem, ...]:
    found = [
        Problem(f"{domain}.grade", f"{used.title_of(domain)}: settle this")
        for domain in _awaited(row, used)
        if domain not in decisions
    ]
    for domain, each in decisions.items():
        found += _decision_problems(domain, each, used)
    if not decisions:
        found.append(Problem("decisions", "Settle at least one grade"))
    if row.stage == "meeting" and met_on is None:
        found.append(Problem("met_on", "Say when they met"))
    if met_on is not None and met_on > day_of(doing):
        found.append(Problem("met_on", "The day on which they met is still to come"))
    return (
        *found,
        *(Problem(f"learning.{part}", "There is no such auditor") for part in learning if part not in PARTS),
    )


def _awaited(row: AuditInHand, used: Framework) -> tuple[str, ...]:
    if not row.looped:
        return must_be_decided(None, (), used)
    pair = pair_of(row)
    ways = routes(*pair.plain, used)
    return still_apart(ways, pair.decided) or must_be_decided(ways, pair.decided, used)


def _decision_problems(domain: str, each: Decision, used: Framework) -> list[Problem]:
    if domain not in used.graded_codes:
        return [Problem(f"{domain}.grade", "This framework has no such domain")]
    title, positions = used.title_of(domain), {grade.position for grade in used.scale.grades}
    found = []
    if each.grade is None and (not may_be_not_graded(domain, used) or each.reason_not_graded not in REASONS):
        found.append(Problem(f"{domain}.grade", f"{title}: choose a grade, or say why there is none"))
    if each.grade is not None and (each.grade not in positions or each.reason_not_graded):
        found.append(Problem(f"{domain}.grade", f"{title}: choose a grade"))
    if each.descriptor is not None and each.descriptor not in positions:
        found.append(Problem(f"{domain}.descriptor", f"{title}: choose the descriptor that you relied on"))
    if each.grade is not None and each.descriptor is None:
        found.append(Problem(f"{domain}.descriptor", f"{title}: choose the descriptor that you relied on"))
    if each.difference not in DIFFERENCES:
        found.append(Problem(f"{domain}.difference", f"{title}: choose why they differed"))
    if not each.words.strip():
        found.append(Problem(f"{domain}.words", f"{title}: say why it is so settled"))
    return found


def _settle(doing: Deed, audit: str, how: str, decisions: Mapping[str, Decision]) -> None:
    common = {"audit": audit, "deed": doing.code, "recorded_at": doing.moment}
    Settlement.objects.bulk_create(
        Settlement(
            domain=domain,
            how=how,
            grade=each.grade,
            by=doing.who,
            descriptor=each.descriptor,
            difference=each.difference,
            **common,
        )
        for domain, each in decisions.items()
    )
    SettlementWords.objects.bulk_create(
        SettlementWords(domain=domain, words=each.words.strip(), **common) for domain, each in decisions.items()
    )


def _note(doing: Deed, audit: str, met_on: date | None, attended: Sequence[str], learning: Mapping[str, str]) -> None:
    common = {"audit": audit, "deed": doing.code, "recorded_at": doing.moment}
    MeetingHeld.objects.create(met_on=met_on, attended=sorted(set(attended)), **common)
    told = {part: words.strip() for part, words in learning.items() if words.strip()}
    Learning.objects.bulk_create(Learning(part=part, words=words, **common) for part, words in told.items())
