"""The two returns of an open audit, and what of their differences was decided since."""

from dataclasses import dataclass

from looped.loop.visibility import PARTS, Part
from looped.records.in_hand import AuditInHand
from looped.records.settlement import ReasonGiven, Settlement
from looped.rubric.framework import Framework
from looped.workflow.opening import plain
from looped.workflow.recording import Given, grades_of, last_submission
from looped.workflow.taking import framework_of


@dataclass(frozen=True)
class Pair:
    """grades: of each part by domain.  decided: grades settled since, by domain.  asked: domains to meet over."""

    framework: Framework
    grades: dict[Part, dict[str, Given]]
    decided: dict[str, int | None]
    asked: frozenset[str]

    @property
    def plain(self) -> tuple[dict[str, int | None], dict[str, int | None]]:
        """The lead's grades and the second's, without reasons."""
        return plain(self.grades["lead"]), plain(self.grades["second"])


def pair_of(row: AuditInHand) -> Pair:
    """Of an audit of which both returns are in."""
    grades = {part: grades_of(last_submission(row.audit, part)) for part in PARTS}
    asked = ReasonGiven.objects.filter(audit=row.audit, what="meeting").values_list("domain", flat=True)
    return Pair(framework_of(row), grades, decided(row.audit), frozenset(asked))


def decided(audit: str) -> dict[str, int | None]:
    """The grade last settled of each domain of an audit."""
    return dict(Settlement.objects.filter(audit=audit).order_by("id").values_list("domain", "grade"))
