"""Django looks here for the tables; each stands in a file of its own."""

from looped.records.audit import Audit
from looped.records.case import CaseReference
from looped.records.caseload import CaseloadEntry
from looped.records.edition import Edition, EditionTree
from looped.records.erasure import Erasure
from looped.records.event import Event
from looped.records.feedback import Feedback, FeedbackWording
from looped.records.grading import Grading
from looped.records.imported import ImportedFile
from looped.records.improvement import Action, ActionWording
from looped.records.mark import Mark
from looped.records.person import PersonName
from looped.records.reported import Reported
from looped.records.step import StepWording
from looped.records.submission import Return

__all__ = [
    "Action",
    "ActionWording",
    "Audit",
    "CaseReference",
    "CaseloadEntry",
    "Edition",
    "EditionTree",
    "Erasure",
    "Event",
    "Feedback",
    "FeedbackWording",
    "Grading",
    "ImportedFile",
    "Mark",
    "PersonName",
    "Reported",
    "Return",
    "StepWording",
]
