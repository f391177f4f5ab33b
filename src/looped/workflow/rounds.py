"""Deeds of whoever runs the programme: rounds, their audits, who reads them, and when an audit isn't to be."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from looped.errors import LoopedError, UsageError
from looped.figures.schema import KINDS, WHY_ENDED
from looped.loop.stages import ENDED, StageCode
from looped.loop.visibility import PARTS
from looped.records.audit import Audit
from looped.records.authority import AUTHORITY
from looped.records.case import CaseReference
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.people import identifiers_of_cases
from looped.records.queries.facts import given
from looped.records.queries.people import choices, viewer_of
from looped.records.round import SELECTIONS, Round
from looped.records.settlement import ReasonGiven
from looped.records.submitted import GivenBack
from looped.rubric.loading import framework as framework_of_code
from looped.rubric.loading import framework_for
from looped.workflow.audit_list import NewAudit, list_problems
from looped.workflow.deeds import Deed, deed
from looped.workflow.giving_back import words_again
from looped.workflow.letters.posting import post
from looped.workflow.opening import open_returns
from looped.workflow.recording import audit_row, last_submission, move
from looped.workflow.refusals import Incomplete, NotThere, TooLate
from looped.workflow.taking import round_of, take


def add_round(
    *,
    by: str,
    month: str,
    due: date,
    cut_off: date,
    kind: str = "monthly",
    selection: str = "random",
    look_back_months: int = 12,
    framework: str | None = None,
    now: datetime | None = None,
) -> str:
    """Make a round of a month ("2024-04"). framework: left out, the one in force. Gives its identifier.

    cut_off: the file is read as it stood on that day, so that two auditors judge the same.
    Raises: NotThere; UsageError for words that aren't known, or days that don't go together.
    """
    with deed("add round", by=by, chain="rounds", now=now) as doing:
        _require(doing, "rounds.make")
        if kind not in KINDS or selection not in SELECTIONS:
            raise UsageError("Choose a kind of round and how its cases were chosen.")
        if cut_off > due:
            raise UsageError("The day up to which files are read comes after the day on which returns are due.")
        if not 1 <= look_back_months <= 120:
            raise UsageError("Look back between 1 and 120 months.")
        made = Round.objects.create(
            round=f"r-{secrets.token_hex(16)}",
            authority=AUTHORITY,
            month=month,
            kind=kind,
            selection=selection,
            framework=_framework(framework, month),
            due=due,
            cut_off=cut_off,
            look_back_months=look_back_months,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        doing.which = f"round:{made.round}"
        return made.round


def add_audits(*, by: str, round_: str, audits: Sequence[NewAudit], now: datetime | None = None) -> tuple[str, ...]:
    """Add audits to a round, all or none. Gives their identifiers, in order.

    Raises: NotThere; Incomplete, naming the line and column ("3.case").
    """
    with deed("add audits", by=by, chain="rounds", now=now) as doing:
        _require(doing, "rounds.make")
        # Held, so that two lists added at once don't both bring the same case.
        of = Round.objects.select_for_update().filter(round=round_).first()
        if of is None:
            raise NotThere
        looped = framework_of_code(of.framework).rules.looped_audits
        found = list_problems(audits, _cases_of(round_), may_be_looped=looped)
        if found:
            raise Incomplete(found)
        cases = identifiers_of_cases(AUTHORITY, (each.case.strip() for each in audits), doing.moment)
        rows = [_in_hand(of, each, cases[each.case.strip()]) for each in audits]
        AuditInHand.objects.bulk_create(rows)
        Audit.objects.bulk_create([audit_row(doing, row, of, None) for row in rows])
        doing.which = f"round:{round_}"
        doing.details = {"audits": [row.audit for row in rows]}
        return tuple(row.audit for row in rows)


def name_auditors(*, by: str, audit: str, lead: str, second: str | None = None, now: datetime | None = None) -> None:
    """Say who reads an audit: two people for a looped one. Whose return is in can't be replaced.

    Raises: NotThere; TooLate; UsageError where the two aren't two, or one can't audit this case.
    """
    with deed("name auditors", by=by, chain=f"audit:{audit}", now=now) as doing:
        taken = take(doing, audit, "name_auditors")
        row = taken.row
        _require_two(row, lead, second)
        _require_able(row, {lead, second} - {None}, doing.moment)
        before = {"lead": row.lead, "second": row.second}
        named = {"lead": lead, "second": second}
        if any(named[part] != before[part] for part in given(row)):
            raise TooLate("A return that is in stays its auditor's. Open the page again to see whose it is.")
        row.former = sorted({*row.former, *before.values()} - {lead, second, None})
        row.lead, row.second = lead, second
        _onwards(doing, row)
        _tell(doing, row, {person for person in named.values() if person not in before.values()})
        doing.details = {"lead": lead, "second": second}


def stand_down_to_single(*, by: str, audit: str, reason: str, now: datetime | None = None) -> None:
    """Let a looped audit stand on the one return it has, or will have of the lead.

    Raises: NotThere; TooLate; UsageError without a reason.
    """
    with deed("stand down to single", by=by, chain=f"audit:{audit}", now=now) as doing:
        row = take(doing, audit, "stand_down_to_single").row
        kept = "second" if row.second_in else "lead"
        dropped = next(part for part in PARTS if part != kept)
        row.former = sorted({*row.former, getattr(row, dropped)} - {None})
        setattr(row, dropped, None)
        row.looped = False
        _say_why(doing, audit, "stood_down", reason)
        doing.details = {"stands_on": kept, "in": bool(given(row))}
        if given(row):
            open_returns(doing, row)
        else:
            move(doing, row, _awaiting(row))


def end_audit(*, by: str, audit: str, state: str, reason: str, words: str = "", now: datetime | None = None) -> None:
    """Say that an audit wasn't done, or is withdrawn. reason: one of WHY_ENDED; words: more, where there is more.

    Raises: NotThere; TooLate; UsageError.
    """
    with deed("end audit", by=by, chain=f"audit:{audit}", now=now) as doing:
        row = take(doing, audit, "end_audit").row
        if state not in ENDED or reason not in WHY_ENDED:
            raise UsageError("Say whether it was not done or is withdrawn, and why.")
        if words.strip():
            _say_why(doing, audit, "ended", words)
        move(doing, row, state, reason)  # type: ignore[arg-type]  # one of the two
        doing.details = {"state": state, "reason": reason}


def reopen_return(*, by: str, audit: str, part: str, reason: str, now: datetime | None = None) -> None:
    """Give a return back to its auditor, with what they wrote. The one submitted is kept, and superseded by the next.

    Raises: NotThere; TooLate once the other is in or the audit is settled; UsageError without a reason.
    """
    with deed("reopen return", by=by, chain=f"audit:{audit}", now=now) as doing:
        taken = take(doing, audit, f"reopen_return:{part}")
        _require_reason(reason)
        row, whose = taken.row, next(each for each in PARTS if each == part)
        last = last_submission(audit, whose)
        GivenBack.objects.create(
            submission=last.submission,
            audit=audit,
            reason=reason.strip(),
            deed=doing.code,
            recorded_at=doing.moment,
        )
        setattr(row, f"{whose}_in", False)
        if row.stage == "with_auditors":
            row.save()
        else:
            move(doing, row, "with_auditors")
        DraftField.objects.bulk_create(words_again(doing, last))
        post(doing, "given_back", row, (last.auditor,), {"reason": reason.strip()})
        doing.details = {"part": part, "number": last.number}


def _require(doing: Deed, permission: str) -> None:
    if not viewer_of(doing.by, doing.moment).may(permission):
        raise NotThere


def _framework(code: str | None, month: str) -> str:
    try:
        return (framework_of_code(code) if code else framework_for(month)).code
    except UsageError:
        raise
    except LoopedError as error:
        raise UsageError(str(error)) from error


def _cases_of(round_: str) -> Iterable[str]:
    held = AuditInHand.objects.filter(round=round_).values("case")
    return CaseReference.objects.filter(identifier__in=held).values_list("reference", flat=True)


def _in_hand(of: Round, each: NewAudit, case: str) -> AuditInHand:
    return AuditInHand(
        audit=f"a-{secrets.token_hex(16)}",
        round=of.round,
        case=case,
        service_area=each.service_area.strip(),
        team=each.team.strip(),
        looped=bool(each.looped),
        stage="to_name",
        practitioner=each.practitioner,
        team_manager=each.team_manager,
    )


def _require_two(row: AuditInHand, lead: str, second: str | None) -> None:
    if row.looped and second is None:
        raise UsageError("A looped audit has two auditors. Name the second, or stand it down to single.")
    if not row.looped and second is not None:
        raise UsageError("A single audit has one auditor.")
    if lead == second:
        raise UsageError("The two auditors of a looped audit are two people.")


def _require_able(row: AuditInHand, named: set[str | None], moment: datetime) -> None:
    able = {choice.person for choice in choices("return.write", moment)}
    if not named <= able:
        raise UsageError("One of them isn't an auditor now. Choose from the list.")
    if named & {row.practitioner, row.team_manager}:
        raise UsageError("One of them worked on this case or manages that work. Choose somebody else.")


def _onwards(doing: Deed, row: AuditInHand) -> None:
    stage = _awaiting(row)
    if row.stage == stage:
        row.save()
    else:
        move(doing, row, stage)


def _awaiting(row: AuditInHand) -> StageCode:
    return "with_auditors" if row.lead else "to_name"


def _tell(doing: Deed, row: AuditInHand, whom: set[str | None]) -> None:
    of = round_of(row)
    post(doing, "named", row, whom, {"due": f"{of.due:%d/%m/%Y}", "cut_off": f"{of.cut_off:%d/%m/%Y}"})


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise UsageError("Give a reason.")


def _say_why(doing: Deed, audit: str, what: str, words: str) -> None:
    _require_reason(words)
    ReasonGiven.objects.create(
        audit=audit, what=what, by=doing.who, why=words.strip(), deed=doing.code, recorded_at=doing.moment
    )
