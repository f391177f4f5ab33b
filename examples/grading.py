"""Grades of a month's audits whose counts are given: each column adds up exactly, each file makes sense in itself."""

from random import Random

TITLES = {
    "seeing_hearing": "Seeing and Hearing the Child",
    "assessments": "Quality of Assessments",
    "plans": "Quality of Plans",
    "decisions_oversight": "Decision Making and Management Oversight",
    "meetings_reviews": "Meetings and Reviews",
    "supervision": "Supervision",
    "diversity": "Consideration of Impact of Diversity",
}
COLUMNS = ("overall", *TITLES)
NAMES = {1: "Inadequate", 2: "Requires Improvement", 3: "Good", 4: "Outstanding"}
NOT_GRADED = 0

Grades = dict[str, int]
# Audits standing at Outstanding, Good, Requires Improvement, Inadequate, and not graded.
Counts = tuple[int, int, int, int, int]


def month_of_grades(random: Random, counts: dict[str, Counts], strength: list[float]) -> list[Grades]:
    """Standing grades of each audit of a month, such that every column has its counts.

    strength: one number an audit, higher where the work is stronger. A column's lowest grades go to the audits
    whose strength, shaken a little for each column, is lowest: so an Inadequate file is weak in most domains.
    """
    basis = [value + random.gauss(0, 0.6) for value in strength]
    grades: list[Grades] = [{} for _ in strength]
    for column in COLUMNS:
        *graded, absent = counts[column]
        missing = random.sample(range(len(strength)), absent)
        order = [audit for audit in _weakest_first(random, basis, column) if audit not in missing]
        for audit, grade in zip(order, _lowest_first(graded), strict=True):
            grades[audit][column] = grade
        for audit in missing:
            grades[audit][column] = NOT_GRADED
    return grades


def _weakest_first(random: Random, basis: list[float], column: str) -> list[int]:
    shake = 0.25 if column == "overall" else 0.6
    shaken = [value + random.gauss(0, shake) for value in basis]
    return sorted(range(len(basis)), key=shaken.__getitem__)


def _lowest_first(graded: list[int]) -> list[int]:
    outstanding, good, improve, inadequate = graded
    return [1] * inadequate + [2] * improve + [3] * good + [4] * outstanding


def one_off(random: Random, grade: int) -> int:
    """A neighbouring grade between Requires Improvement and Outstanding, as another reader might see it."""
    return random.choice([near for near in (grade - 1, grade + 1) if 2 <= near <= 4])


def typed(grade: int, auditor: str, column: str, audit: str) -> str:
    """A grade as this auditor types it: two of them write RI. Of the plans not graded, some weren't on the file yet."""
    if grade == NOT_GRADED:
        return "Not enough on file" if column == "plans" and int(audit[-3:]) % 3 == 0 else "N/A"
    return "RI" if grade == 2 and auditor in ("D. Osterby", "N. Wexcombe") else NAMES[grade]
