"""Pairs of grades of looped audits, as tables for the statistics of agreement: from the cube's part "pair"."""

from collections.abc import Iterable
from dataclasses import dataclass

from looped.figures.cube import Count, Cube
from looped.figures.framework_of import framework_of
from looped.rubric.framework import OVERALL, Framework

Table = list[list[int]]


@dataclass(frozen=True)
class Paired:
    """Tables of counts on the full scale, one a domain in the order of `domains`, which ends with `overall`.

    tables: lead's grade down, second's across.  lead_moderated, second_moderated: theirs down, the moderated across.
    lead_only, second_only: audits that the other returned without grading the domain.
    titles: of the domains, as printed.
    other_scale: pairs left out because their framework has another number of grades, or a grade isn't on the scale.
    """

    domains: tuple[str, ...]
    tables: list[Table]
    lead_moderated: list[Table]
    second_moderated: list[Table]
    lead_only: list[int]
    second_only: list[int]
    other_scale: int
    titles: tuple[str, ...]


def paired_gradings(cube: Cube, frameworks: Iterable[Framework] | None = None) -> Paired:
    """What the two returns of looped audits gave, of every month and kind of audit; sealed ones are not among them.

    frameworks: left out, those that ship. Domains and scale are those of the latest month with a looped audit.
    """
    choice = _shipped() if frameworks is None else tuple(frameworks)
    looped = [row for row in cube.counts if row.part == "pair" and row.looped]
    latest = max(looped, key=lambda row: row.month or "", default=None)
    framework = framework_of(latest and latest.framework, latest and latest.month, choice)
    grades, codes = len(framework.scale.grades), (*framework.domain_codes, OVERALL)
    same = [row for row in looped if _on_scale(row, grades, choice)]
    in_domain = [[row for row in same if row.domain == code] for code in codes]
    moderated = [[row for row in rows if row.moderated] for rows in in_domain]
    return Paired(
        codes,
        [_table(grades, ((row.lead_grade, row.second_grade, row.number) for row in rows)) for rows in in_domain],
        [_table(grades, ((row.lead_grade, row.grade, row.number) for row in rows)) for rows in moderated],
        [_table(grades, ((row.second_grade, row.grade, row.number) for row in rows)) for rows in moderated],
        [_alone(rows, "lead_grade", "second_grade") for rows in in_domain],
        [_alone(rows, "second_grade", "lead_grade") for rows in in_domain],
        _pairs(looped) - _pairs(same),
        tuple(map(framework.title_of, codes)),
    )


def _on_scale(row: Count, grades: int, choice: tuple[Framework, ...]) -> bool:
    """Whether the pair is of a framework with so many grades; one whose framework was corrected may hold others."""
    given = (row.lead_grade, row.second_grade, row.grade)
    own = len(framework_of(row.framework, row.month, choice).scale.grades)
    return own == grades and all(grade is None or grade <= grades for grade in given)


def _shipped() -> tuple[Framework, ...]:
    from looped.rubric.loading import frameworks

    return tuple(frameworks())


def _table(grades: int, counted: Iterable[tuple[int | None, int | None, int]]) -> Table:
    table = [[0] * grades for _ in range(grades)]
    for first, second, number in counted:
        if first is not None and second is not None:
            table[first - 1][second - 1] += number
    return table


def _alone(rows: Iterable[Count], graded: str, other: str) -> int:
    return sum(row.number for row in rows if getattr(row, graded) is not None and getattr(row, other) is None)


def _pairs(rows: Iterable[Count]) -> int:
    return sum(row.number for row in rows if row.lead_grade is not None and row.second_grade is not None)
