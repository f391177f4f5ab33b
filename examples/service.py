"""The invented council: service areas, teams, auditors, working days. No one in it exists."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

TEAMS = {
    "Assessment": ("Assessment North", "Assessment South", "Assessment East"),
    "Safeguarding": ("Safeguarding 1", "Safeguarding 2", "Safeguarding 3", "Safeguarding 4"),
    "Children in Care": ("Children in Care East", "Children in Care West"),
    "Disabled Children": ("Disabled Children A", "Disabled Children B"),
    "Leaving Care": ("Leaving Care Town", "Leaving Care Valley"),
}

AUDITORS = (
    ("A. Ferrow", "B. Quillan", "C. Mardle", "D. Osterby", "E. Thackwell", "F. Lindgate", "G. Rooksby", "H. Averill")
    + ("J. Penhallow", "K. Drewett", "L. Symondson", "M. Castleden", "N. Wexcombe", "P. Ashdene", "R. Tolliver")
    + ("S. Birkwood",)
)
MODERATORS = ("T. Hollingdale", "V. Merriden", "W. Stanbrook")

# England's bank holidays from October 2023 to August 2024: due dates count working days.
BANK_HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in ("2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27")
)


def due_after(month: str) -> date:
    """The tenth working day of the month after "2024-04", when the month's returns are due."""
    year, number = (int(part) for part in month.split("-"))
    day = date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)
    for _ in range(10):
        day = next_working_day(day + timedelta(days=1))
    return day


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    while day.weekday() > 4 or day in BANK_HOLIDAYS:
        day += timedelta(days=1)
    return day


def places(areas: dict[str, int]) -> list[tuple[str, str]]:
    """A service area and a team for each audit of a month, the teams in turn. areas: audits by service area."""
    return [(area, TEAMS[area][n % len(TEAMS[area])]) for area, audits in areas.items() for n in range(audits)]


def case_references(random: Random, wanted: int) -> list[str]:
    """Different case references, such as C-10427."""
    return [f"C-{number}" for number in random.sample(range(10000, 19999), wanted)]


def someone_else(random: Random, people: Sequence[str], not_this: str) -> str:
    """One of the people, but not this one: nobody reads the same file twice."""
    return random.choice([person for person in people if person != not_this])
