"""What stands for one audit and one domain: gradings are never edited, the latest of the strongest source counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Grading:
    """One grade for one domain, given once. grade: position on the scale, None = not graded.

    source: "lead", "second", "moderation" or "external".  recorded_at: UTC without zone.  seq breaks ties.
    """

    source: str
    grade: int | None
    recorded_at: datetime
    seq: int
    domain: str = "overall"
    why: str | None = None


@dataclass(frozen=True)
class Standing:
    """The grade in force. provisional: two returns differ and it isn't settled yet."""

    grade: int | None
    provisional: bool = False


def standing(gradings: Iterable[Grading], *, looped: bool, moment: datetime | None = None) -> Standing | None:
    """What stands in one domain of one audit that isn't sealed (`loop.sealing` says), or None where nothing does.

    gradings: those of the domain.  looped: two auditors, both returns in.  moment: rows recorded later don't count.
    The latest moderation stands. Else, for a single audit, the latest lead's, or for one stood down to single that has
    no lead's the second's. A looped audit stands on the grade that both gave, or provisionally on the lead's; a
    grade that one of the two returns lacks is "not graded".
    """
    by_source = latest_by_source(gradings, moment)
    if "moderation" in by_source:
        return Standing(by_source["moderation"].grade)
    if not by_source:
        return None
    lead, second = _grade(by_source.get("lead")), _grade(by_source.get("second"))
    if looped:
        return Standing(lead, provisional=lead != second)
    return Standing(lead if "lead" in by_source else second)


def latest_by_source(gradings: Iterable[Grading], moment: datetime | None = None) -> dict[str, Grading]:
    """The latest grading of each source that can stand ("external" never does), up to a moment."""
    latest: dict[str, Grading] = {}
    for grading in sorted(gradings, key=lambda each: (each.recorded_at, each.seq)):
        if grading.source in STANDING_SOURCES and (moment is None or grading.recorded_at <= moment):
            latest[grading.source] = grading
    return latest


STANDING_SOURCES = ("lead", "second", "moderation")


def _grade(grading: Grading | None) -> int | None:
    return grading.grade if grading else None
