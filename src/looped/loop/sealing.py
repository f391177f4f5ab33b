"""The one rule for sealed audits: a looped audit shows nothing until both auditors' returns are in."""

from collections.abc import Iterable
from datetime import datetime

from looped.grades.standing import Grading


def sealed(gradings: Iterable[Grading], *, looped: bool, moment: datetime | None = None) -> bool:
    """Whether an audit is sealed at a moment: in no figure, page, export or edition.

    gradings: all of the audit's, in every domain.  looped: the audit's latest state says two auditors; one stood
    down to single is not looped.  moment: UTC without zone; rows recorded later don't count.
    """
    if not looped:
        return False
    given = {each.source for each in gradings if moment is None or each.recorded_at <= moment}
    return not {"lead", "second"} <= given
