"""Columns by the words people head them with: one table a kind of sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from looped.rubric.framework import Framework
from looped.rubric.recognise import domain_of, telling_words

Kind = Literal["returns", "feedback", "actions", "steps", "reported", "marks", "caseload"]
GRADE = "grade:"
SIDE_MARK = "@"

# A heading's first words are the plainest; a phrase of one word also tells inside a longer heading.
COLUMNS: dict[Kind, dict[str, tuple[str, ...]]] = {
    "returns": {
        "audit": ("audit", "audit id", "audit ref", "audit reference", "audit no", "audit number", "audit code")
        + ("audit identifier", "audit case file id"),
        "case": ("case", "case ref", "case reference", "case id", "case no", "case number", "case file", "child")
        + ("child id", "child ref", "child reference", "child number", "person id", "mosaic id", "lcs id", "ics id")
        + ("liquidlogic id", "client id", "pin", "id of child"),
        "month": ("month", "audit month", "month of audit", "round", "audit round", "month audited", "period"),
        "date_in_month": ("date", "audit date", "date of audit", "date audited"),
        "service_area": ("service", "service area", "area", "service name", "directorate", "service unit"),
        "team": ("team", "team name", "social work team", "locality team"),
        "auditor": ("auditor", "1st auditor", "first auditor", "lead auditor", "auditor name", "name of auditor")
        + ("audited by", "completed by", "manager", "auditing manager", "reviewer"),
        "second_auditor": ("2nd auditor", "second auditor", "auditor 2", "2nd auditor name", "co auditor"),
        "source": (
            "source",
            "role",
            "auditor role",
            "role of auditor",
            "return type",
            "type of return",
            "lead or second",
        )
        + ("source of grade",),
        "why_moderated": ("why moderated", "reason for moderation", "moderation reason", "moderated because")
        + ("reason moderated", "why was it moderated"),
        "due": ("due", "due date", "date due", "due by", "deadline", "return due"),
        "returned": ("returned", "date returned", "return date", "returned on", "date completed", "completed on")
        + ("completed", "date submitted", "submitted", "date received", "received"),
        "recorded": ("recorded", "recorded at", "recorded on", "date recorded", "entered", "logged"),
        "feedback": (
            "feedback",
            "family feedback",
            "feedback outcome",
            "family feedback outcome",
            "outcome of feedback",
        )
        + ("parent carer feedback", "feedback from family", "family heard", "feedback obtained", "family contacted"),
        "not_graded_reason": ("reason not graded", "why not graded", "not graded reason", "reason for not graded")
        + ("reason for no grade", "not graded because"),
        "kind": ("kind", "audit kind", "kind of audit", "type of audit", "audit type", "kind of round"),
        "selection": ("selection", "selected by", "how selected", "selection method", "sampling", "how chosen"),
    },
    "feedback": {
        "audit": ("audit", "audit id", "audit ref", "audit reference", "audit no", "audit number"),
        "month": ("month", "audit month", "round"),
        "on": ("date", "on", "date of feedback", "date of contact", "contact date", "when"),
        "route": ("route", "how", "method", "by what route", "contact method", "means"),
        "who": ("who", "from", "given by", "who gave it", "person", "relationship", "parent carer or child"),
        "outcome": ("outcome", "result", "feedback outcome", "outcome of contact", "heard"),
        "theme": ("theme", "topic", "category", "themes"),
        "words": ("words", "quote", "what they said", "in their words", "their words", "comment", "comments", "said"),
        "leave": ("leave to publish", "leave", "consent to publish", "consent", "permission to publish", "may publish")
        + ("permission", "publish"),
        "checked_by": ("checked by", "checker", "checked", "quote checked by"),
        "recorded": ("recorded", "recorded at", "recorded on"),
    },
    "actions": {
        "audit": ("audit", "audit id", "audit ref", "audit reference", "audit no", "audit number"),
        "service_area": ("service", "service area", "area"),
        "what": (
            "what",
            "action",
            "improvement action",
            "what must change",
            "action required",
            "agreed action",
            "actions",
        )
        + ("action needed",),
        "owner": ("owner", "owner s role", "owner role", "owned by", "who", "responsible", "lead", "by whom"),
        "theme": ("theme", "topic", "category", "domain"),
        "due": ("due", "due date", "date due", "by when", "deadline", "target date", "due by"),
        "state": ("state", "status", "progress", "rag"),
        "closed_at": ("closed", "closed on", "date closed", "closed at", "completed", "date completed", "completed on"),
        "checked_by": ("checked by", "checker", "verified by", "closed checked by"),
        "checked_at": ("checked", "checked on", "date checked", "checked at", "verified on"),
        "raised": ("raised", "date raised", "raised on", "date set", "agreed on"),
        "recorded": ("recorded", "recorded at", "recorded on"),
    },
    "steps": {
        "kind": ("kind", "type", "session or step", "session or next step"),
        "what": ("what", "session", "learning session", "next step", "step", "title", "session or step title")
        + ("sessions and next steps", "description", "activity", "workshop"),
        "on": ("date", "on", "when", "held on", "by when", "date held", "due"),
        "owner": ("owner", "owned by", "lead", "who", "responsible", "led by", "owner s role"),
        "findings": ("findings", "finding", "answers", "finding answered", "findings answered", "in answer to")
        + ("what it answers",),
        "state": ("state", "status", "progress"),
        "outcome": ("outcome", "impact", "result", "difference made"),
    },
    "reported": {
        "period": ("period", "quarter", "month", "reporting period"),
        "domain": ("domain", "area of practice", "aspect"),
        "grade": ("grade", "rating", "judgement"),
        "count": ("count", "number", "audits", "n", "number of audits"),
        "base": ("base", "out of", "total", "of", "base number", "total audits"),
        "share": ("share", "percentage", "percent", "per cent", "%", "proportion", "rate"),
        "document": ("document", "report", "source", "from report", "taken from"),
    },
    "marks": {
        "figure": ("figure", "measure", "indicator"),
        "domain": ("domain", "area of practice", "aspect"),
        "grade": ("grade", "rating"),
        "kind": ("kind", "type", "baseline or target", "mark"),
        "value": ("value", "target", "level", "target value"),
        "valid_from": ("from", "valid from", "start", "since", "from date"),
        "valid_to": ("to", "valid to", "end", "until", "to date"),
        "set_by": ("set by", "agreed by", "who set it", "approved by"),
        "why": ("why", "reason", "rationale"),
    },
    "caseload": {
        "case": ("case", "case ref", "case reference", "case id", "case no", "case number", "child", "child id")
        + ("child ref", "child reference", "child number", "person id"),
        "service_area": ("service", "service area", "area", "service name"),
        "team": ("team", "team name"),
        "cases": ("open cases", "cases open", "cases", "caseload", "open caseload", "number of open cases")
        + ("number of cases", "open children", "children open", "number of children"),
        "opened": ("opened", "date opened", "opened on", "open date", "start date", "referral date", "open since"),
        "closed": ("closed", "date closed", "closed on", "closure date", "end date"),
        "listed_at": ("listed", "listed at", "listed on", "list date", "date of list", "as at", "snapshot date")
        + ("date of snapshot", "extract date"),
    },
}

# What a header must name to be a header of its kind: at least one column out of each group.
NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "returns": (("audit", "case"), (GRADE,)),
    "feedback": (("outcome", "words"), ("route", "who", "theme", "leave"), ("audit", "on", "month", "words")),
    "actions": (("what",), ("due", "state", "closed_at"), ("audit", "service_area", "owner")),
    "steps": (("what",), ("findings", "kind", "outcome", "on"), ("on", "owner", "state")),
    "reported": (("period",), ("domain", "grade"), ("count", "share")),
    "marks": (("figure",), ("value",), ("valid_from", "kind", "set_by", "valid_to")),
    "caseload": (("service_area",), ("case", "cases"), ("cases", "opened", "listed_at")),
}

# With one of these in it a heading is of words about something, so only the whole heading tells.
REMARKS = frozenset(
    ("comment", "comments", "note", "notes", "reason", "why", "rationale", "evidence", "narrative", "because", "not")
    + ("learning", "strengths", "words", "what", "how", "follow", "changed", "old", "previous", "last", "next")
)

# Whose column it is, and what is left of such a heading where it isn't a domain.
SIDES = {
    "second": ("2nd auditor", "second auditor", "auditor 2", "2nd return", "second return", "2nd", "second"),
    "moderation": ("after moderation", "moderation", "moderated", "moderator"),
    "lead": ("1st auditor", "first auditor", "lead auditor", "auditor 1", "1st return", "1st", "first", "lead"),
}
SIDED = {"date": "returned", "on": "returned", "returned": "returned", "date returned": "returned"}
SIDED |= {"return date": "returned", "recorded": "recorded", "auditor": "auditor", "by": "auditor", "name": "auditor"}

# A longer heading is a question of its own ("Was the team around the child asked?").
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Named:
    """A heading made out. column: of COLUMNS, or "grade:" with a domain's code.  sure: 3 word for word, 1 by a word."""

    column: str
    sure: int


class Headings:
    """What headings name, by the frameworks' words; each different heading is looked up once."""

    def __init__(self, frameworks: tuple[Framework, ...]) -> None:
        self._frameworks = frameworks
        self._named: dict[tuple[Kind, str], Named | None] = {}
        self._vocabulary = _vocabulary(frameworks)

    def name_of(self, kind: Kind, heading: str) -> Named | None:
        """The column that a heading names in a sheet of this kind; None where it names none.

        Word for word first, then a domain of any of the frameworks, then a telling word within, then a slip of typing.
        """
        if (kind, heading) not in self._named:
            self._named[kind, heading] = self._look_up(kind, heading)
        return self._named[kind, heading]

    def _look_up(self, kind: Kind, heading: str) -> Named | None:
        words = plain_words(heading)
        if words in _phrases(kind):
            return Named(_phrases(kind)[words], 3)
        if kind == "returns" and (code := self._graded(heading, words)):
            return Named(GRADE + code, 2)
        if kind == "returns" and (sided := self._sided(words)):
            return Named(sided, 2)
        if not words or REMARKS.intersection(words.split()):
            return None
        return _telling(kind, words) or _slip(kind, words)

    def _sided(self, words: str) -> str | None:
        """A column of one side of a row, for sheets with two auditors' grades side by side: "grade:plans@second"."""
        source, rest = _side(words)
        if source is None:
            return None
        code = self._graded(rest, rest)
        column = GRADE + code if code else SIDED.get(rest)
        return column and (column if source == "lead" else f"{column}{SIDE_MARK}{source}")

    def _graded(self, heading: str, words: str) -> str | None:
        """Asked of the frameworks only where a word of theirs is in the heading: data's own words are many."""
        if self._vocabulary.isdisjoint(words.split()):
            return None
        return next(filter(None, (domain_of(heading, framework) for framework in self._frameworks)), None)


def plain_words(heading: str) -> str:
    """A heading in lower case, single spaces, no signs but %.

    >>> plain_words(" Child's  ID / Ref. ")
    'child s id ref'
    """
    return " ".join(re.findall(r"[a-z0-9]+|%", heading.lower()))


def missing(kind: Kind, columns: Sequence[str]) -> bool:
    """Whether these columns are too few for a header of this kind."""
    return not all(any(_held(each, columns) for each in group) for group in NEEDED[kind])


def _held(column: str, columns: Sequence[str]) -> bool:
    return any(held.startswith(GRADE) for held in columns) if column == GRADE else column in columns


def _side(words: str) -> tuple[str | None, str]:
    """Whose column a heading says it is, by the longest phrase that tells it, and the rest of the heading."""
    line = f" {words} "
    told = [(phrase, source) for source, phrases in SIDES.items() for phrase in phrases if f" {phrase} " in line]
    if not told:
        return None, words
    phrase, source = max(told, key=lambda pair: len(pair[0]))
    return source, " ".join(line.replace(f" {phrase} ", " ", 1).split())


def _vocabulary(frameworks: tuple[Framework, ...]) -> frozenset[str]:
    phrases = (
        phrase
        for framework in frameworks
        for code in framework.graded_codes
        for phrase in telling_words(code, framework)
    )
    return frozenset(word for phrase in phrases for word in phrase.split())


def _may_be_slip(words: str, phrase: str) -> bool:
    """Cheap to ask, for all the words of fifty rows are asked."""
    return abs(len(words) - len(phrase)) <= 2 and (words[:2] == phrase[:2] or words[-2:] == phrase[-2:])


@cache
def _phrases(kind: Kind) -> dict[str, str]:
    return {phrase: column for column, phrases in COLUMNS[kind].items() for phrase in phrases}


def _telling(kind: Kind, words: str) -> Named | None:
    """The longest phrase within a short heading; of two as long the later, for headings say the main word last.

    Every heading may speak of the audit, so that word tells least.
    """
    if words.count(" ") >= MOST_WORDS:
        return None
    line = f" {words} "
    found = [
        (len(phrase.split()), column != "audit", line.rindex(f" {phrase} "), column)
        for phrase, column in _phrases(kind).items()
        if f" {phrase} " in line
    ]
    return Named(max(found)[3], 1) if found else None


def _slip(kind: Kind, words: str) -> Named | None:
    """One letter wrong in a long heading is a slip; in a short one it may be another word."""
    if len(words) < 5:
        return None
    alike = [phrase for phrase in _phrases(kind) if _may_be_slip(words, phrase)]
    close = get_close_matches(words, alike, n=1, cutoff=0.86)
    return Named(_phrases(kind)[close[0]], 1) if close else None
