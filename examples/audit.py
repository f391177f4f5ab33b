"""An invented audit and its returns, before they become rows."""

from dataclasses import dataclass, field
from datetime import date

from grading import Grades


@dataclass(frozen=True)
class Return:
    """One row of the workbook: a lead's or a second's return, or a moderation, which has the settled grades alone."""

    role: str
    auditor: str
    returned: date
    grades: Grades
    why: str = ""


@dataclass
class Audit:
    """One audit with the grades that stand in the end and, in the order they came, its returns."""

    audit: str
    case: str
    month: str
    service_area: str
    team: str
    due: date
    standing: Grades
    feedback: str = ""
    returns: list[Return] = field(default_factory=list)


@dataclass(frozen=True)
class Difference:
    """A looped audit whose two readers differ.

    standing: grades that the audit stands on in the end.  lead, second: where one of them saw it otherwise.
    further: in how many more domains they are one grade apart.  settled: whether they have met.
    """

    standing: Grades
    lead: Grades = field(default_factory=dict)
    second: Grades = field(default_factory=dict)
    further: int = 0
    settled: bool = True
