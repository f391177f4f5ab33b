"""Django looks here for the tables; each stands in a file of its own."""

from looped.records.account import Account, Place, RoleEnded, RoleHeld
from looped.records.audit import Audit
from looped.records.case import CaseReference
from looped.records.caseload import CaseloadEntry
from looped.records.concern import ConcernStep, ConcernWords
from looped.records.edition import Edition, EditionTree
from looped.records.erasure import Erasure
from looped.records.event import Event
from looped.records.feedback import Feedback, FeedbackWording
from looped.records.grading import Grading
from looped.records.imported import ImportedFile
from looped.records.improvement import Action, ActionWording
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.letter import Letter, LetterSent, LetterTry
from looped.records.mark import Mark
from looped.records.person import PersonName
from looped.records.reported import Reported
from looped.records.round import DipDraw, Round
from looped.records.setting import SettingRow
from looped.records.settlement import Learning, Meeting, MeetingHeld, ReasonGiven, Settlement, SettlementWords
from looped.records.sign_in import SignInAttempt
from looped.records.step import StepWording
from looped.records.submission import Return
from looped.records.submitted import GivenBack, Submission, SubmittedGrade, SubmittedWords

__all__ = [
    "Account",
    "Action",
    "ActionWording",
    "Audit",
    "AuditInHand",
    "CaseReference",
    "CaseloadEntry",
    "ConcernStep",
    "ConcernWords",
    "DipDraw",
    "DraftField",
    "Edition",
    "EditionTree",
    "Erasure",
    "Event",
    "Feedback",
    "FeedbackWording",
    "GivenBack",
    "Grading",
    "ImportedFile",
    "Learning",
    "Letter",
    "LetterSent",
    "LetterTry",
    "Mark",
    "Meeting",
    "ReasonGiven",
    "MeetingHeld",
    "PersonName",
    "Place",
    "Reported",
    "Return",
    "RoleEnded",
    "RoleHeld",
    "Round",
    "SettingRow",
    "Settlement",
    "SettlementWords",
    "SignInAttempt",
    "StepWording",
    "Submission",
    "SubmittedGrade",
    "SubmittedWords",
]
