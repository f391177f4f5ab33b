"""What sections take beyond figures: words, steps and remarks on the source. Never part of a count."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FeedbackWords:
    """One attempt to hear a family, or what they said. words are printed only with leave and a checker."""

    audit: str | None
    month: str | None
    on: date | None
    route: str | None
    who: str | None
    outcome: str | None
    theme: str | None
    words: str | None
    leave_to_publish: bool
    checked_by: str | None


@dataclass(frozen=True)
class ActionText:
    """One improvement action in words. audit None: a service's."""

    action: str
    audit: str | None
    service_area: str | None
    what: str
    owner: str | None
    theme: str | None
    due: date | None
    state: str | None
    closed_at: date | None
    checked_by: str | None


@dataclass(frozen=True)
class Step:
    """A learning session or a next step. findings: what it answers, in words or domain codes."""

    kind: str
    what: str
    on: date | None
    owner: str | None
    findings: str | None
    state: str | None
    outcome: str | None


@dataclass(frozen=True)
class Material:
    """Words around the figures. recorded: sheets there are, of "feedback", "actions", "steps", "reported", "marks".

    A section whose sheet isn't among `recorded` says "not recorded", never "none".
    problems: plain sentences on rows refused or doubtful, for "how the figures are made".
    """

    source_title: str = ""
    feedback: tuple[FeedbackWords, ...] = ()
    actions: tuple[ActionText, ...] = ()
    steps: tuple[Step, ...] = ()
    recorded: frozenset[str] = frozenset()
    problems: tuple[str, ...] = ()
    refused: int = 0
    warnings: int = 0
