"""The tables that figures read: names, columns and types, the same on every engine and in every export.

Rows are only ever added. `seq` is the order of recording and breaks every tie; `recorded_at` is when the
system learnt it, a timestamp without zone in UTC; the latest up to a moment counts. Every join is by
(`authority`, `audit`). Yes/no is 0/1. `month` is text, "2024-04".
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Type = Literal["text", "smallint", "bigint", "date", "timestamp", "double"]

TABLES: dict[str, dict[str, Type]] = {
    "gradings": {
        "authority": "text",
        "seq": "bigint",
        "audit": "text",
        "domain": "text",
        "grade": "smallint",
        "reason_not_graded": "text",
        "source": "text",
        "auditor": "text",
        "why_moderated": "text",
        "recorded_at": "timestamp",
    },
    "audits": {
        "authority": "text",
        "seq": "bigint",
        "audit": "text",
        "case": "text",
        "service_area": "text",
        "team": "text",
        "month": "text",
        "kind": "text",
        "selection": "text",
        "framework": "text",
        "looped": "smallint",
        "due": "date",
        "returned": "date",
        "state": "text",
        "reason": "text",
        "recorded_at": "timestamp",
    },
    "feedback": {
        "authority": "text",
        "seq": "bigint",
        "audit": "text",
        "source": "text",
        "outcome": "text",
        "who": "text",
        "theme": "text",
        "recorded_at": "timestamp",
    },
    "actions": {
        "authority": "text",
        "action": "text",
        "seq": "bigint",
        "audit": "text",
        "service_area": "text",
        "theme": "text",
        "due": "date",
        "state": "text",
        "closed_at": "date",
        "checked_at": "date",
        "recorded_at": "timestamp",
    },
    "caseload": {
        "authority": "text",
        "case": "text",
        "family": "text",
        "service_area": "text",
        "team": "text",
        "age_band": "text",
        "plan_type": "text",
        "ethnicity": "text",
        "disability": "text",
        "opened": "date",
        "closed": "date",
        "listed_at": "date",
    },
    "reported": {
        "authority": "text",
        "period": "text",
        "domain": "text",
        "grade": "text",
        "count": "bigint",
        "base": "bigint",
        "share": "double",
        "document": "text",
    },
    "marks": {
        "authority": "text",
        "figure": "text",
        "domain": "text",
        "grade": "text",
        "kind": "text",
        "value": "double",
        "valid_from": "date",
        "valid_to": "date",
        "set_by": "text",
        "why": "text",
    },
}

SOURCES = ("lead", "second", "moderation", "external")
WHY_MODERATED = ("dip_sample", "differed", "rule", "challenge")
REASONS_NOT_GRADED = ("not_applicable", "not_enough_on_file", "not_completed")
FEEDBACK_OUTCOMES = ("heard", "not_reached", "declined", "not_appropriate")
STATES = ("planned", "returned", "settled", "not_done", "withdrawn")
# Why an audit ended without a grade, by the code that sources hold.
WHY_ENDED = {
    "case_closed": "The case was closed or moved away",
    "file_not_to_be_had": "The file couldn't be opened",
    "nobody_to_read": "Nobody could read it in time",
    "wrong_case": "It was the wrong case, or there twice",
    "other": "Something else",
}
KINDS = ("monthly", "thematic", "re-audit", "multi-agency", "external", "inspection")


@dataclass(frozen=True)
class Rows:
    """Rows of the tables above, as tuples in the order of the columns.

    known: what the source can know beyond its rows: names out of "plan", "due", "returned", "feedback",
    "actions", "why_moderated". A figure that rests on something not known has no count.
    """

    tables: Mapping[str, Collection[tuple[Any, ...]]] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
