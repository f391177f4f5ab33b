"""Deeds of the two auditors once both are in: accepting the other's grade, or asking to meet."""

from datetime import datetime

from looped.errors import UsageError
from looped.loop.settling import is_on_ladder, on_the_page, routes, settled_grades, stage_of_pair, still_apart
from looped.loop.visibility import PARTS, Part
from looped.records.in_hand import AuditInHand
from looped.records.queries.settings import settings_now
from looped.records.settlement import ReasonGiven, Settlement, SettlementWords
from looped.workflow.deeds import Deed, deed
from looped.workflow.pairs import Pair, pair_of
from looped.workflow.recording import Form, day_of, move, record_forms
from looped.workflow.refusals import NotThere, TooLate
from looped.workflow.taking import take


def accept_grade(*, by: str, audit: str, domain: str, sentence: str, now: datetime | None = None) -> None:
    """Settle a small difference by taking the other auditor's grade, with a sentence why. It is a moderation.

    Raises: NotThere; TooLate where the other was quicker, or the domain waits for a meeting; UsageError.
    """
    with deed("accept grade", by=by, chain=f"audit:{audit}", now=now) as doing:
        taken = take(doing, audit, "accept_grade")
        pair = _open_domain(taken.row, domain)
        if not sentence.strip():
            raise UsageError("Say in a sentence why you accept this grade.")
        grade, reason = pair.grades[_other(taken.sight.part)][domain]
        form = Form("moderation", doing.who, day_of(doing), {domain: (grade, reason)}, why="differed")
        record_forms(doing, audit, [form])
        Settlement.objects.create(
            audit=audit,
            domain=domain,
            how="accepted",
            grade=grade,
            by=doing.who,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        SettlementWords.objects.create(
            audit=audit, domain=domain, words=sentence.strip(), deed=doing.code, recorded_at=doing.moment
        )
        doing.details["domain"] = domain
        _onwards(doing, taken.row)


def ask_for_meeting(*, by: str, audit: str, domain: str, why: str, now: datetime | None = None) -> None:
    """Ask to meet over a small difference rather than settle it on the page. Raises: NotThere; TooLate; UsageError."""
    with deed("ask for meeting", by=by, chain=f"audit:{audit}", now=now) as doing:
        row = take(doing, audit, "ask_for_meeting").row
        _open_domain(row, domain)
        if not why.strip():
            raise UsageError("Say why you ask to meet.")
        ReasonGiven.objects.create(
            audit=audit,
            what="meeting",
            domain=domain,
            by=doing.who,
            why=why.strip(),
            deed=doing.code,
            recorded_at=doing.moment,
        )
        doing.details = {"domain": domain}
        if row.stage != "meeting":
            move(doing, row, "meeting")


def _open_domain(row: AuditInHand, domain: str) -> Pair:
    pair = pair_of(row)
    ways = routes(*pair.plain, pair.framework)
    if domain not in ways:
        raise NotThere
    if domain not in on_the_page(ways, pair.decided, pair.asked):
        waits = domain in still_apart(ways, pair.decided)
        raise TooLate("This waits for a meeting." if waits else "This is settled already.")
    return pair


def _other(part: Part | None) -> Part:
    return next(each for each in PARTS if each != part)


def _onwards(doing: Deed, row: AuditInHand) -> None:
    pair = pair_of(row)
    used = pair.framework
    ways = routes(*pair.plain, used)
    held = settled_grades(*pair.plain, pair.decided, used)
    by_rule = settings_now().moderate_ladder and is_on_ladder(held, used)
    stage = stage_of_pair(ways, pair.decided, pair.asked, on_ladder=by_rule)
    if stage == row.stage:
        return
    row.why_moderated = "rule" if stage == "to_moderate" else row.why_moderated
    move(doing, row, stage)
