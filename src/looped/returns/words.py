"""What people type for a source, an outcome, a reason, a state: tables of words, the whole cell alone."""

from functools import cache
from types import MappingProxyType

from looped.returns.cells import UNREADABLE, Unread, text_of, yes_of
from looped.returns.columns import plain_words
from looped.returns.sheets import Cell
from looped.rubric.recognise import NOT_GRADED

SOURCES = {
    "lead": ("lead", "lead auditor", "first", "first auditor", "1st", "1st auditor", "1", "auditor 1", "primary")
    + ("lead return", "first return", "1st return", "lead audit", "first audit", "lead manager", "first manager"),
    "second": ("second", "second auditor", "2nd", "2nd auditor", "2", "auditor 2", "secondary", "second return")
    + ("2nd return", "second audit", "second manager", "second lead"),
    "moderation": ("moderation", "moderated", "moderator", "mod", "moderate", "moderation meeting", "moderated grade")
    + ("moderated audit", "consensus"),
    "external": ("external", "external auditor", "external reviewer", "independent", "ofsted", "inspector"),
}
FEEDBACK = {
    "heard": ("heard", "yes", "y", "obtained", "received", "given", "completed", "spoken to", "spoke to", "spoke with")
    + (
        "contacted",
        "family heard",
        "feedback received",
        "feedback obtained",
        "feedback given",
        "successful",
        "achieved",
    ),
    "not_reached": ("not reached", "no answer", "no reply", "no response", "attempted", "tried", "unable to contact")
    + ("unable to reach", "could not reach", "couldn t reach", "voicemail", "left message", "left voicemail")
    + ("message left", "unsuccessful"),
    "declined": ("declined", "refused", "did not want to", "didn t want to", "declined to give feedback", "said no")
    + ("does not want to", "family declined", "parent declined", "did not wish to", "declined to take part"),
    "not_appropriate": ("not appropriate", "inappropriate", "n a", "na", "not applicable", "not suitable")
    + ("not appropriate to contact", "unsafe to contact", "not safe to contact"),
}
# A longer answer that begins with one of these, and holds none of another outcome's: "spoke to mum on 3 May".
FEEDBACK_TELLS = {
    "heard": ("spoke to", "spoke with", "spoken to", "spoken with", "heard from"),
    "not_reached": ("no answer", "no reply", "no response", "not reached", "unable to contact", "attempted", "tried to")
    + ("could not reach", "couldn t reach", "left message", "left voicemail", "left a message", "left a voicemail"),
    "declined": ("declined", "refused", "did not want", "didn t want", "did not wish"),
    "not_appropriate": ("not appropriate", "inappropriate", "not safe", "unsafe"),
}
WHY_MODERATED = {
    "dip_sample": ("dip sample", "dip sampled", "dip", "sample", "dip sampling", "quality assurance", "qa", "routine"),
    "differed": ("differed", "differ", "grades differed", "difference", "looped difference", "auditors differed")
    + ("auditors disagreed", "disagreed", "disagreement", "different grades", "discrepancy"),
    "rule": ("rule", "inadequate", "all inadequates", "framework rule", "by rule", "mandatory", "threshold"),
    "challenge": ("challenge", "challenged", "appeal", "appealed", "team challenge", "queried"),
}
KINDS = {
    "monthly": ("monthly", "month", "routine", "core", "standard", "regular"),
    "thematic": ("thematic", "theme", "themed"),
    "re-audit": ("re audit", "reaudit", "repeat", "follow up", "follow up audit"),
    "multi-agency": ("multi agency", "multiagency", "partnership", "jtai"),
    "external": ("external", "external review"),
    "inspection": ("inspection", "ofsted", "ilacs", "inspection preparation"),
}
SELECTIONS = {
    "random": ("random", "randomly", "at random", "random sample", "randomly selected"),
    "targeted": ("targeted", "target", "targeted sample", "risk based"),
    "chosen_by_name": ("chosen by name", "chosen", "by name", "named", "selected by manager", "manager choice"),
}
REASONS: dict[str, tuple[str, ...]] = {reason: phrases for reason, phrases in NOT_GRADED.items() if reason}
ACTION_STATES = {
    "open": ("open", "not started", "in progress", "ongoing", "on track", "started", "outstanding", "overdue", "red")
    + ("amber", "delayed", "to do"),
    "closed": ("closed", "complete", "completed", "done", "green", "met", "achieved", "finished"),
    "checked": ("checked", "closed and checked", "verified", "signed off", "assured", "blue"),
    "cancelled": ("cancelled", "canceled", "withdrawn", "no longer needed", "dropped"),
}
MARKS: dict[str, tuple[str, ...]] = {
    "baseline": ("baseline", "base line", "starting point", "start"),
    "target": ("target", "goal", "aim", "ambition"),
}
# Who spoke, for counting; what was typed stays with the words.
WHO: dict[str, tuple[str, ...]] = {
    "parent": ("parent", "parents", "mother", "mum", "father", "dad", "birth parent", "step parent", "both parents"),
    "carer": (
        "carer",
        "carers",
        "foster carer",
        "foster carers",
        "guardian",
        "grandparent",
        "grandmother",
        "grandfather",
    )
    + ("kinship carer", "special guardian", "adopter", "residential worker"),
    "child": ("child", "young person", "children", "care leaver", "sibling", "young people"),
}
# Words under the table that say that a row adds up the rows above it.
TOTALS = frozenset(
    ("total", "totals", "grand total", "sub total", "subtotal", "sum", "count", "average", "total audits")
)

Table = dict[str, tuple[str, ...]]


def source_of(cell: Cell) -> str | Unread | None:
    """lead, second, moderation or external; None for an empty cell."""
    return _said(cell, "source")


def feedback_of(cell: Cell) -> str | Unread | None:
    """One of the four outcomes of trying to hear a family; None for an empty cell."""
    outcome = _said(cell, "feedback")
    if outcome is not UNREADABLE:
        return outcome
    line = f" {plain_words(text_of(cell) or '')} "
    told = {name: [f" {tell} " for tell in tells if f" {tell} " in line] for name, tells in FEEDBACK_TELLS.items()}
    named = [name for name, tells in told.items() if tells]
    begins = len(named) == 1 and any(line.startswith(tell) for tell in told[named[0]])
    return named[0] if begins else UNREADABLE


def why_moderated_of(cell: Cell) -> str | Unread | None:
    """dip_sample, differed, rule or challenge; None for an empty cell."""
    return _said(cell, "why_moderated")


def kind_of(cell: Cell) -> str | Unread | None:
    """The kind of a round; None for an empty cell."""
    return _said(cell, "kind")


def selection_of(cell: Cell) -> str | Unread | None:
    """How a round's cases were selected; None for an empty cell."""
    return _said(cell, "selection")


def reason_of(cell: Cell) -> str | Unread | None:
    """Why a domain was not graded; None for an empty cell."""
    return _said(cell, "reason")


def action_state_of(cell: Cell) -> str | Unread | None:
    """open, closed, checked or cancelled; None for an empty cell."""
    return _said(cell, "action_state")


def mark_of(cell: Cell) -> str | Unread | None:
    """baseline or target; None for an empty cell."""
    return _said(cell, "mark")


def who_of(cell: Cell) -> str | None:
    """parent, carer, child or other; None for an empty cell. Never what was typed, for that may be a name."""
    who = _said(cell, "who")
    return "other" if isinstance(who, Unread) else who


TABLES: MappingProxyType[str, Table] = MappingProxyType(
    {
        "source": SOURCES,
        "feedback": FEEDBACK,
        "why_moderated": WHY_MODERATED,
        "kind": KINDS,
        "selection": SELECTIONS,
        "reason": REASONS,
        "action_state": ACTION_STATES,
        "mark": MARKS,
        "who": WHO,
    }
)


def _said(cell: Cell, table: str) -> str | Unread | None:
    text = text_of(cell)
    if text is None:
        return None
    return _meanings(table).get(plain_words(text), UNREADABLE)


@cache
def _meanings(table: str) -> dict[str, str]:
    """Meaning by phrase; the code itself is always a phrase."""
    meanings = {plain_words(phrase): code for code, phrases in TABLES[table].items() for phrase in phrases}
    return meanings | {plain_words(code): code for code in TABLES[table]}


def said_yes(told: object) -> bool:
    """Whether what was read is a plain yes."""
    return isinstance(told, str) and yes_of(told) is True


def said_no(told: object) -> bool:
    """Whether what was read is a plain no."""
    return isinstance(told, str) and yes_of(told) is False
