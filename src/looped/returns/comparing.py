"""Rows compared with each other: doubles, contradictions, and rows about audits that aren't there. All warnings."""

import re
from collections import Counter
from collections.abc import Iterator

from looped.returns.cleaned import Cleaned, FurtherRow
from looped.returns.model import Problem
from looped.returns.order import recording_order

# What all rows of one audit should say alike, and how it is called.
SHARED = {"month": "month", "service_area": "service area"}
WHOSE = {"lead": "the lead's return", "second": "the second's return", "moderation": "a moderation"}
WHOSE |= {"external": "an external grading"}


def compared(cleaned: Cleaned) -> list[Problem]:
    """Warnings, in the order: doubles, contradictions within the returns, then those of the further sheets."""
    values = cleaned.taken.values
    several = {audit for audit, times in Counter(values["audit"]).items() if times > 1}
    groups: dict[str, list[int]] = {}
    if several:
        for index in recording_order(cleaned.taken):
            if values["audit"][index] in several:
                groups.setdefault(values["audit"][index], []).append(index)
    found = [problem for rows in groups.values() for problem in _doubles(cleaned, rows)]
    found += [
        problem for rows in groups.values() for name in SHARED for problem in _contradictions(cleaned, rows, name)
    ]
    return [*found, *_spellings(cleaned), *_without_lead(cleaned), *_feedback(cleaned), *_unknown_audits(cleaned)]


def _doubles(cleaned: Cleaned, rows: list[int]) -> Iterator[Problem]:
    """Two rows of one audit and one source: the later stands, and both are kept. rows: in the order of recording."""
    values = cleaned.taken.values
    last = {values["source"][index]: index for index in rows}
    for index in rows:
        source = values["source"][index]
        if index != last[source]:
            what = f"{values['audit'][index]}: {_place(cleaned, last[source])} is {WHOSE[source]} too, and stands"
            yield _problem(cleaned, index, "audit", what, "nothing if it corrects this row; else delete one of them")


def _contradictions(cleaned: Cleaned, rows: list[int], name: str) -> Iterator[Problem]:
    column = cleaned.taken.values[name]
    leads = [index for index in rows if cleaned.taken.values["source"][index] == "lead"]
    filled = [index for index in (*reversed(leads), *reversed(rows)) if column[index] is not None]
    for index in sorted(set(filled)):
        if column[index] != column[filled[0]]:
            audit, taken = cleaned.taken.values["audit"][index], column[filled[0]]
            place = _place(cleaned, filled[0], name)
            what = f"{audit}: the {SHARED[name]} is {column[index]} here and {taken} in {place}; {taken} is taken"
            yield _problem(cleaned, index, name, what, f"write the same {SHARED[name]} in both rows")


def _spellings(cleaned: Cleaned) -> Iterator[Problem]:
    """References that differ only in capitals, spaces or signs: two audits as they stand, most likely one."""
    first: dict[str, int] = {}
    audits = cleaned.taken.values["audit"]
    for index, audit in enumerate(audits):
        other = first.setdefault(re.sub(r"[\W_]", "", audit).casefold(), index)
        if audits[other] != audit:
            what = f"{audit} is taken for another audit than {audits[other]} in {_place(cleaned, other, 'audit')}"
            yield _problem(cleaned, index, "audit", what, "write the reference in one way, if it is one audit")


def _without_lead(cleaned: Cleaned) -> Iterator[Problem]:
    """A second return or a moderation whose lead's return is missing, or was refused."""
    values = cleaned.taken.values
    if set(values["source"]) <= {"lead"}:
        return
    led = {audit for audit, source in zip(values["audit"], values["source"], strict=True) if source == "lead"}
    for index, (audit, source) in enumerate(zip(values["audit"], values["source"], strict=True)):
        if source in ("second", "moderation") and audit not in led:
            what = f"{audit}: {WHOSE[source]} is here without the lead's return"
            yield _problem(cleaned, index, "audit", what, "add the lead's return, or mend it where it was refused")


def _feedback(cleaned: Cleaned) -> Iterator[Problem]:
    """The returns' outcome against the attempts of the *Feedback* sheet: both know the family as heard, or neither."""
    attempts: dict[str, list[FurtherRow]] = {}
    for row in cleaned.further.get("feedback", []):
        if row.get("audit") and row.get("outcome"):
            attempts.setdefault(row["audit"], []).append(row)
    values = cleaned.taken.values
    for index in recording_order(cleaned.taken) if attempts else ():
        audit, outcome = values["audit"][index], values["feedback"][index]
        if outcome is None or audit not in attempts:
            continue
        heard = [row for row in attempts[audit] if row["outcome"] == "heard"]
        if (outcome == "heard") != bool(heard):
            other = (heard or attempts[audit])[0]
            cell = f"{other['sheet']} {cleaned.places[other['sheet']]['outcome']}{other['row']}"
            what = f"{audit}: the family is {_said(outcome)} here and {_said(other['outcome'])} in {cell}"
            yield _problem(cleaned, index, "feedback", f"{what}; heard is taken", "correct the one that is wrong")


def _unknown_audits(cleaned: Cleaned) -> Iterator[Problem]:
    audits = set(cleaned.taken.values["audit"])
    for kind in ("feedback", "actions"):
        for row in cleaned.further.get(kind, []):
            if row.get("audit") and row["audit"] not in audits:
                cell = f"{cleaned.places[row['sheet']]['audit']}{row['row']}"
                what = f"{row['audit']} has no return in this workbook; the row is taken, and counts for no audit here"
                yield Problem(row["sheet"], cell, row["row"], "warning", what, "correct the audit's reference")


def _said(outcome: str) -> str:
    return outcome.replace("_", " ")


def _place(cleaned: Cleaned, index: int, name: str | None = None) -> str:
    sheet, row = (cleaned.taken.values[each][index] for each in ("sheet", "row"))
    letters = cleaned.places[sheet].get(name or "", "")
    return f"{sheet} {letters}{row}" if letters else f"row {row} of {sheet}"


def _problem(cleaned: Cleaned, index: int, name: str, what: str, mend: str) -> Problem:
    sheet, row = (cleaned.taken.values[each][index] for each in ("sheet", "row"))
    letters = cleaned.places[sheet].get(name)
    return Problem(sheet, f"{letters}{row}" if letters else None, row, "warning", what, mend)
