"""Small invented files of returns for tests of the record, read as any file is."""

from pathlib import Path

from looped.returns.model import Returns
from looped.returns.reading import read_returns

DOMAINS = (
    "Seeing and hearing the child",
    "Assessments",
    "Plans",
    "Decisions and oversight",
    "Meetings and reviews",
    "Supervision",
    "Diversity",
)
HEADER = "Audit,Case reference,Month,Service area,Team,Auditor,Source,Due,Returned,Feedback outcome,Overall grade,"
HEADER += ",".join(DOMAINS)


def line(
    audit: str,
    grade: str = "Good",
    *,
    source: str = "lead",
    month: str = "2024-04",
    area: str = "Safeguarding",
    team: str = "Team 1",
    auditor: str = "A. Auditor",
    returned: str = "2024-05-10",
    case: str | None = None,
    feedback: str = "",
    grades: dict[int, str] | None = None,
) -> str:
    """One row: the same grade overall and in every domain, but for `grades` by the domain's place (0 is overall)."""
    marks = [(grades or {}).get(place, grade) for place in range(8)]
    case = f"C-{audit}" if case is None else case
    return ",".join([audit, case, month, area, team, auditor, source, "2024-05-31", returned, feedback, *marks])


def returns_of(folder: Path, *lines: str, name: str = "returns.csv") -> Returns:
    """The rows as read from a file in `folder`."""
    path = folder / name
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return read_returns(path)
