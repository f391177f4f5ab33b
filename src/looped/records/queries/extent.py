"""How far the record goes up to a moment: how many rows of each table that figures or reports read."""

from datetime import datetime

from looped.records.audit import Audit
from looped.records.caseload import CaseloadEntry
from looped.records.feedback import Feedback, FeedbackWording
from looped.records.grading import Grading
from looped.records.improvement import Action, ActionWording
from looped.records.mark import Mark
from looped.records.reported import Reported
from looped.records.step import StepWording

READ = (Grading, Audit, Feedback, Action, CaseloadEntry, Reported, Mark, FeedbackWording, ActionWording, StepWording)


def extent(as_at: datetime) -> dict[str, int]:
    """Rows recorded up to `as_at` (with its zone), by table. Rows are only added, so equal counts mean equal rows.

    Asked before an edition is counted and again when it is stored: then nothing came in between.
    """
    return {model._meta.db_table: model._default_manager.filter(recorded_at__lte=as_at).count() for model in READ}
