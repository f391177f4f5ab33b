"""2023-24 as a council has it on its first day: half a year of records, and half a year of printed totals."""

from random import Random

from audit import Audit
from grading import TITLES, Counts, month_of_grades
from reading import dip_sample, read_once
from service import case_references, due_after, places

# Overall grades: Outstanding, Good, Requires Improvement, Inadequate, not graded. Quarter 4 is 14, 42 and 18 of 74.
OVERALL: dict[str, Counts] = {
    "2023-10": (0, 6, 9, 6, 0),
    "2023-11": (0, 5, 10, 5, 0),
    "2023-12": (0, 4, 8, 4, 0),
    "2024-01": (0, 5, 13, 6, 0),
    "2024-02": (0, 4, 14, 7, 0),
    "2024-03": (0, 5, 15, 5, 0),
}
AREAS = {
    "2023-10": {"Assessment": 13, "Safeguarding": 8},
    "2023-11": {"Safeguarding": 12, "Children in Care": 8},
    "2023-12": {"Disabled Children": 5, "Leaving Care": 11},
    "2024-01": {"Assessment": 16, "Safeguarding": 8},
    "2024-02": {"Safeguarding": 19, "Disabled Children": 6},
    "2024-03": {"Children in Care": 16, "Leaving Care": 9},
}
# How many audits a domain stands above (or below) the overall grade, in thirds of the month's audits.
LEAN = {"seeing_hearing": -1, "assessments": 0, "plans": -1, "decisions_oversight": 1}
LEAN |= {"meetings_reviews": 0, "supervision": 0, "diversity": 1}
DIP_SAMPLES = 3
LATE = 4

_QUARTER_1 = "QA Audit Report Qtr. 1 April-June 2023"
_QUARTER_2 = "QA Audit Report Qtr. 2 July-September 2023"
_QUARTER_3 = "QA Audit Report Qtr. 3 October-December 2023"
_QUARTER_4 = "QA Audit Report Qtr. 4 January-March 2024"

# Period, domain, grade, count, base, share, document: as printed; quarter 2 was printed as percentages alone.
FIRST_HALF = (
    ("2023-24/Q1", "Overall grade", "Outstanding", 0, 68, 0.0, _QUARTER_1),
    ("2023-24/Q1", "Overall grade", "Good", 18, 68, 0.26, _QUARTER_1),
    ("2023-24/Q1", "Overall grade", "Requires Improvement", 30, 68, 0.44, _QUARTER_1),
    ("2023-24/Q1", "Overall grade", "Inadequate", 20, 68, 0.29, _QUARTER_1),
    ("2023-24/Q2", "Overall grade", "Outstanding", "", "", 0.0, _QUARTER_2),
    ("2023-24/Q2", "Overall grade", "Good", "", "", 0.26, _QUARTER_2),
    ("2023-24/Q2", "Overall grade", "Requires Improvement", "", "", 0.46, _QUARTER_2),
    ("2023-24/Q2", "Overall grade", "Inadequate", "", "", 0.28, _QUARTER_2),
)
SECOND_HALF = (
    ("2023-24/Q3", "Overall grade", "Outstanding", 0, 57, 0.0, _QUARTER_3),
    ("2023-24/Q3", "Overall grade", "Good", 15, 57, 0.26, _QUARTER_3),
    ("2023-24/Q3", "Overall grade", "Requires Improvement", 27, 57, 0.47, _QUARTER_3),
    ("2023-24/Q3", "Overall grade", "Inadequate", 15, 57, 0.26, _QUARTER_3),
    ("2023-24/Q4", "Overall grade", "Outstanding", 0, 74, 0.0, _QUARTER_4),
    ("2023-24/Q4", "Overall grade", "Good", 14, 74, 0.19, _QUARTER_4),
    ("2023-24/Q4", "Overall grade", "Requires Improvement", 42, 74, 0.57, _QUARTER_4),
    ("2023-24/Q4", "Overall grade", "Inadequate", 18, 74, 0.24, _QUARTER_4),
)


def audits_of_the_year_before() -> list[Audit]:
    """The audits of October 2023 to March 2024, singles with a few moderated by dip sample, the same each time."""
    random = Random(20230401)
    cases = case_references(random, sum(map(sum, OVERALL.values())))
    audits: list[Audit] = []
    for month in OVERALL:
        audits += _month(random, month, cases[len(audits) :], len(audits))
    return audits


def _month(random: Random, month: str, cases: list[str], before: int) -> list[Audit]:
    where = places(AREAS[month])
    counts = {"overall": OVERALL[month]} | {code: _near(random, OVERALL[month], LEAN[code]) for code in TITLES}
    grades = month_of_grades(random, counts, [0.0 for _ in where])
    audits = [
        Audit(f"QA-23-{before + n + 1:03}", cases[n], month, area, team, due_after(month), grades[n])
        for n, (area, team) in enumerate(where)
    ]
    dips = random.sample([audit for audit in audits if audit.standing["overall"] >= 2], DIP_SAMPLES)
    late = random.sample(audits, LATE)
    for audit in audits:
        read = dip_sample if audit in dips else read_once
        read(random, audit, audit in late)
    return audits


def _near(random: Random, overall: Counts, lean: int) -> Counts:
    """Counts of a domain near the overall grade's: some audits a grade up or down, one or two not graded."""
    _, good, improve, inadequate, _ = overall
    moved = lean * (good // 2) + random.randint(-1, 1)
    outstanding, absent = random.randint(0, 1), random.choice((0, 0, 0, 1, 2))
    better = max(0, good + moved)
    worse = max(0, inadequate - max(0, moved) + random.randint(0, 1))
    return (outstanding, better, good + improve + inadequate - better - worse - outstanding - absent, worse, absent)
