"""What is awaited is in: the grades become record, and the audit goes where its differences lead it."""

from collections.abc import Mapping

from looped.loop.settling import is_on_ladder, routes, settled_grades, stage_of_pair, stage_of_single
from looped.loop.stages import StageCode
from looped.loop.visibility import PARTS, Part
from looped.records.in_hand import AuditInHand
from looped.records.queries.facts import given
from looped.records.queries.settings import settings_now
from looped.rubric.framework import Framework
from looped.workflow.deeds import Deed
from looped.workflow.recording import Form, Given, grades_of, last_submission, move, record_forms
from looped.workflow.taking import framework_of


def open_returns(doing: Deed, row: AuditInHand) -> None:
    """Write the returns of an audit that is no longer sealed into the record, and move it on."""
    forms = {part: _form(row, part) for part in PARTS if part in given(row)}
    record_forms(doing, row.audit, forms.values())
    used = framework_of(row)
    grades = {part: plain(form.grades) for part, form in forms.items()}
    by_rule = settings_now().moderate_ladder
    stage = _of_pair(grades, used, by_rule) if row.looped else _of_single(grades, used, by_rule)
    row.why_moderated = why_moderated(stage)
    move(doing, row, stage)


def _form(row: AuditInHand, part: Part) -> Form:
    last = last_submission(row.audit, part)
    return Form(part, last.auditor, last.returned, grades_of(last))


def plain(grades: Mapping[str, Given]) -> dict[str, int | None]:
    """Grades by domain without their reasons."""
    return {domain: grade for domain, (grade, _) in grades.items()}


def _of_pair(grades: dict[Part, dict[str, int | None]], used: Framework, by_rule: bool) -> StageCode:
    ways = routes(grades["lead"], grades["second"], used)
    held = settled_grades(grades["lead"], grades["second"], {}, used)
    return stage_of_pair(ways, (), (), on_ladder=by_rule and is_on_ladder(held, used))


def _of_single(grades: dict[Part, dict[str, int | None]], used: Framework, by_rule: bool) -> StageCode:
    (held,) = grades.values()
    return stage_of_single(on_ladder=by_rule and is_on_ladder(held, used))


def why_moderated(stage: StageCode) -> str | None:
    """Why an audit in this stage is to be moderated, where its returns alone led there."""
    return {"to_settle": "differed", "meeting": "differed", "to_moderate": "rule"}.get(stage)
