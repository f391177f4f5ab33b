"""Audits to add, as a list is typed or pasted: one a line. Pure reading; the deed is in `rounds.py`."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from looped.errors import UsageError
from looped.loop.answers import Problem

# What stands above the first column where somebody copied the header too.
HEADERS = {"case", "case reference", "reference", "child id", "case id"}
LOOPED = {"looped": True, "single": False, "": False}


@dataclass(frozen=True)
class NewAudit:
    """One audit to add. practitioner, team_manager: identifiers of those whose work it is."""

    case: str
    service_area: str
    team: str
    looped: bool | str = False
    practitioner: str | None = None
    team_manager: str | None = None


def read_list(text: str) -> list[NewAudit]:
    """Audits of lines "case, service area, team, looped or single, practitioner, team manager".

    Also as cells pasted from a spreadsheet; a header row is left out. The last two are names as typed, for
    `with_people`. A word that is neither looped nor single is kept as it is, and `list_problems` says so.
    Raises: UsageError where it can't be read as a list.
    """
    sign = "\t" if "\t" in text else ","
    rows = csv.reader((line for line in text.splitlines() if line.strip()), delimiter=sign)
    try:
        cells = [[cell.strip() for cell in row] for row in rows]
        return [_audit(row) for row in cells if row[0].casefold() not in HEADERS]
    except csv.Error as error:
        raise UsageError(f"The list can't be read ({error}). Paste one audit a line.") from error


def list_problems(
    audits: Iterable[NewAudit], known: Iterable[str], *, may_be_looped: bool = True
) -> tuple[Problem, ...]:
    """What is wrong with a list, by number and column ("3.case").

    known: case references in the round already.  may_be_looped: the framework knows looped audits.
    """
    found: list[Problem] = []
    seen, number = set(known), 0
    for number, audit in enumerate(audits, 1):
        case = audit.case.strip()
        for column, title in (("case", "case reference"), ("service_area", "service area"), ("team", "team")):
            if not getattr(audit, column).strip():
                found.append(Problem(f"{number}.{column}", f"Audit {number}: give the {title}"))
        if not isinstance(audit.looped, bool):
            found.append(Problem(f"{number}.looped", f"Audit {number}: write looped or single, not {audit.looped!r}"))
        elif audit.looped and not may_be_looped:
            found.append(Problem(f"{number}.looped", f"Audit {number}: this round's framework has no looped audits"))
        if case and case in seen:
            found.append(Problem(f"{number}.case", f"Audit {number}: case {case} is in this round already"))
        seen.add(case)
    return tuple(found) if number else (Problem("audits", "Give at least one audit"),)


def with_people(audits: Iterable[NewAudit], known: Mapping[str, str]) -> tuple[list[NewAudit], tuple[Problem, ...]]:
    """The audits with identifiers where they had names, and the names that nobody has. known: identifiers by name."""
    found, wrong = [], []
    by_name = {name.casefold(): person for name, person in known.items()}
    for number, audit in enumerate(audits, 1):
        named = {}
        for column, title in (("practitioner", "practitioner"), ("team_manager", "team manager")):
            name = getattr(audit, column)
            named[column] = by_name.get(name.casefold()) if name else None
            if name and named[column] is None:
                what = f"Audit {number}: there is no {title} called {name}. Mend the name, or leave it out"
                wrong.append(Problem(f"{number}.{column}", what))
        found.append(replace(audit, **named))
    return found, tuple(wrong)


def _audit(cells: list[str]) -> NewAudit:
    case, service_area, team, looped, practitioner, manager = [*cells, *[""] * 6][:6]
    return NewAudit(
        case, service_area, team, LOOPED.get(looped.casefold(), looped), practitioner or None, manager or None
    )
