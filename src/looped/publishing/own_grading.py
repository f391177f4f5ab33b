"""An auditor's own page: what their gradings show, in words, for them alone. Nobody is ranked."""

from math import exp
from typing import TYPE_CHECKING

from looped.errors import UsageError

if TYPE_CHECKING:
    from looped.figures.auditors import Gradings
    from looped.stats.severity import AuditorSeverity, Severity

REACH = 1.96
NOTHING_TO_DO = "Your grades stand as you gave them; this changes none of them."


def own_page(name: str, rows: "Gradings", found: "Severity") -> str:
    """The page. name: as the returns give it, in any case. Raises: UsageError where no gradings are by that name."""
    each = _found(name, found)
    lines = [f"{each.auditor[1]}: what your gradings show", ""]
    lines += [*_how_many(each, rows), "", *_in_words(each), "", NOTHING_TO_DO]
    fair = _fair(each, rows, found)
    return "\n".join(lines + (["", *fair] if fair else []))


def own_words(auditor: str, rows: "Gradings", found: "Severity") -> list[str]:
    """What an auditor's gradings show, a paragraph each; empty where there are none. auditor: as in the gradings."""
    mine = [each for each in found.auditors if each.auditor[1] == auditor]
    return [*_how_many(mine[0], rows), *_in_words(mine[0]), NOTHING_TO_DO] if len(mine) == 1 else []


def _found(name: str, found: "Severity") -> "AuditorSeverity":
    mine = [each for each in found.auditors if each.auditor[1].casefold() == name.strip().casefold()]
    if not mine:
        raise UsageError(f"No gradings are by an auditor {name!r}. Write the name as `looped severity` lists it.")
    if len(mine) > 1:
        raise UsageError(f"Several councils have an auditor {name!r}. Give the source of one council.")
    return mine[0]


def _how_many(each: "AuditorSeverity", rows: "Gradings") -> list[str]:
    audits = {audit for audit, auditor in zip(rows.audits, rows.auditors, strict=True) if auditor == each.auditor}
    return [f"You gave {each.gradings} grades in {len(audits)} {'audit' if len(audits) == 1 else 'audits'}."]


def _in_words(each: "AuditorSeverity") -> list[str]:
    """Whether the gradings can tell them from those they can be compared with, and how much it would mean."""
    from looped.stats.severity import FLOOR

    if each.severity is None or each.se is None:
        if each.gradings < FLOOR:
            return [f"That is too few to say anything: it takes {FLOOR} grades at the least."]
        return ["Nothing can be said: too few of these files were read by somebody who can be compared with you."]
    low, high = each.severity - REACH * each.se, each.severity + REACH * each.se
    if low <= 0 <= high:
        said = "Your grades can't be told from those of the auditors you can be compared with."
    else:
        said = f"You graded more {'strictly' if low > 0 else 'generously'} than the auditors you can be compared with."
    return [
        said,
        f"Where they would give the higher of two grades to 50 files in 100, you would to about "
        f"{_files(each.severity)} "
        f"(somewhere from {_files(high)} to {_files(low)}).",
        "Which of you is nearer to the truth these numbers don't say.",
    ]


def _files(severity: float) -> int:
    """Of 100 files on the border between two grades, how many get the higher one. severity: logits."""
    return round(100 / (1 + exp(severity)))


def _fair(each: "AuditorSeverity", rows: "Gradings", found: "Severity") -> list[str]:
    """Of each of their files the grade expected of an auditor of mean severity, with its interval."""
    mine: dict[object, list[int]] = {}
    for audit, auditor, grade in zip(rows.audits, rows.auditors, rows.grades, strict=True):
        if auditor == each.auditor:
            mine.setdefault(audit, []).append(grade)
    told = [fair for fair in found.fair if fair.case in mine]
    if each.severity is None or not told:
        return []
    grades = rows.framework.scale.grades
    scale = ", ".join(f"{grade.position} {grade.name}" for grade in grades)
    lines = [f"File by file, the mean over the domains: yours, and what a mean auditor would give ({scale})."]
    for fair in told:
        own = sum(mine[fair.case]) / len(mine[fair.case])
        lines.append(
            f"  {_case(fair.case)}: yours {own:.1f}; expected {fair.grade:.1f} ({fair.low:.1f} to {fair.high:.1f})"
        )
    return lines


def _case(case: object) -> str:
    return str(case[1]) if isinstance(case, tuple) else str(case)
