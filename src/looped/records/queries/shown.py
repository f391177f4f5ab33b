"""What is shown of audits, in plain values: made by the rule of visibility, holding nothing that it forbids."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from looped.loop.visibility import Part, Sight


@dataclass(frozen=True)
class OwnReturn:
    """How far the viewer's own return is. why_back: why it was given back to them."""

    state: Literal["not_started", "started", "submitted", "came_back"]
    saved_at: datetime | None = None
    last_page: str | None = None
    why_back: str | None = None


@dataclass(frozen=True)
class RoundRow:
    """A round as it was made."""

    round: str
    month: str
    kind: str
    selection: str
    framework: str
    due: date
    cut_off: date
    look_back_months: int


@dataclass(frozen=True)
class AuditRow:
    """An audit in a list. case None: erased.  progress: whose return is in, for who may know.

    grade: the settled overall, None too where there is none to see.  may: deeds open to the viewer now.
    """

    audit: str
    case: str | None
    round: str
    month: str
    kind: str
    service_area: str
    team: str
    due: date
    looped: bool
    stage: str
    stage_title: str
    framework: str
    part: Part | None
    own: OwnReturn | None
    auditors: dict[Part, str | None] | None
    progress: dict[Part, bool] | None
    grade: int | None
    settled_at: datetime | None
    may: frozenset[str]


@dataclass(frozen=True)
class AnswerView:
    """One page of a return, as submitted."""

    grade: int | None
    reason_not_graded: str | None
    reason: str
    document: str
    document_date: date | None
    why_not_above: str
    different: str


@dataclass(frozen=True)
class ReturnView:
    """A submitted return. submitted_at: of one's own alone."""

    part: Part
    auditor: str | None
    submitted_at: datetime | None
    answers: dict[str, AnswerView]


@dataclass(frozen=True)
class OutcomeRow:
    """How one domain comes, or came, to its grade. lead, second: only where the returns may be seen.

    acceptable: the viewer may accept the other's grade here, or ask to meet.
    """

    domain: str
    lead: int | None
    second: int | None
    route: Literal["agreed", "page", "meeting", "single"] | None
    settled: bool
    grade: int | None
    how: str | None
    words: str | None
    difference: str | None
    descriptor: int | None
    by: str | None
    acceptable: bool


@dataclass(frozen=True)
class FeedbackLine:
    """What a family said, or that it wasn't reached: without author and time."""

    who: str | None
    route: str | None
    outcome: str | None
    theme: str | None
    words: str | None
    leave_to_publish: bool


@dataclass(frozen=True)
class MeetingRow:
    """A meeting arranged, or held."""

    starts: datetime | None
    minutes: int | None
    place: str | None
    attendees: tuple[str, ...]
    met_on: date | None
    attended: tuple[str, ...]


@dataclass(frozen=True)
class ReasonView:
    """Why something was asked or done, in words. what: meeting, challenge, stood_down, ended.  by None: not to say."""

    what: Literal["meeting", "challenge", "stood_down", "ended"]
    domain: str | None
    why: str
    by: str | None


@dataclass(frozen=True)
class AuditView:
    """One audit as its page shows it. earlier: one's own returns that a later one superseded.

    reasons: the first given first.  why_moderated: dip_sample, differed, rule, challenge, where it may be known.
    """

    row: AuditRow
    round: RoundRow
    sight: Sight
    feedback: tuple[FeedbackLine, ...]
    returns: dict[Part, ReturnView]
    outcomes: tuple[OutcomeRow, ...]
    learning: dict[Part, str]
    meeting: MeetingRow | None
    earlier: tuple[ReturnView, ...]
    reasons: tuple[ReasonView, ...]
    why_moderated: str | None
