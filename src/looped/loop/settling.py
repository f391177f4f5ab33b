"""From two returns to one settled grade a domain: which agree, which are settled on the page, which need a meeting."""

from collections.abc import Iterable, Mapping
from typing import Literal

from looped.loop.differences import asks_for_meeting, outcome
from looped.loop.stages import StageCode
from looped.rubric.framework import OVERALL, Framework

Route = Literal["agreed", "page", "meeting"]
Grades = Mapping[str, int | None]

# Why two auditors differed, or a moderator and an auditor. The words stand on the page.
DIFFERENCES: dict[str, str] = {
    "missed": "One of them didn't find something that is on the file",
    "weighed": "They saw the same and weighed it differently",
    "descriptor": "They read the descriptor differently",
    "outside": "Something outside the time looked at was counted",
    "child_or_record": "One graded the work, the other the recording of it",
    "slip": "A slip of the pen",
    "none": "No difference: the grade is retained",
    "other": "Something else",
}


def routes(lead: Grades, second: Grades, framework: Framework) -> dict[str, Route]:
    """How each domain of two returns comes to its grade, in the framework's order, `overall` last."""
    return {code: _route(lead, second, code, framework) for code in framework.graded_codes}


def _route(lead: Grades, second: Grades, code: str, framework: Framework) -> Route:
    if outcome(lead, second, code) == "agreed":
        return "agreed"
    return "meeting" if asks_for_meeting(lead.get(code), second.get(code), code, framework) else "page"


def still_apart(ways: Mapping[str, Route], decided: Iterable[str]) -> tuple[str, ...]:
    """Domains that wait to be settled.  decided: those for which a grade was accepted or moderated."""
    done = set(decided)
    return tuple(code for code, way in ways.items() if way != "agreed" and code not in done)


def on_the_page(ways: Mapping[str, Route], decided: Iterable[str], asked: Iterable[str]) -> tuple[str, ...]:
    """Domains that either auditor may settle by accepting.  asked: those for which somebody asked to meet."""
    not_here = set(asked)
    return tuple(code for code in still_apart(ways, decided) if ways[code] == "page" and code not in not_here)


def stage_of_pair(
    ways: Mapping[str, Route], decided: Iterable[str], asked: Iterable[str], *, on_ladder: bool
) -> StageCode:
    """Where a looped audit with both returns in stands.

    on_ladder: its settled overall grade is one that the setting wants moderated, and nobody moderated it yet.
    """
    waiting = still_apart(ways, decided)
    if waiting:
        return "to_settle" if set(waiting) <= set(on_the_page(ways, decided, asked)) else "meeting"
    return "to_moderate" if on_ladder else "settled"


def stage_of_single(*, on_ladder: bool) -> StageCode:
    """Where a single audit stands once it is in."""
    return "to_moderate" if on_ladder else "returned"


def settled_grades(lead: Grades, second: Grades, decided: Grades, framework: Framework) -> dict[str, int | None]:
    """The grades that hold where they do: decided, else common. Domains still apart are left out."""
    held: dict[str, int | None] = {}
    for code in framework.graded_codes:
        if code in decided:
            held[code] = decided[code]
        elif outcome(lead, second, code) == "agreed":
            held[code] = lead.get(code)
    return held


def is_on_ladder(grades: Grades, framework: Framework) -> bool:
    """Whether the audit as a whole has the ladder's grade; any domain of it, where the framework has no overall."""
    if framework.rules.overall == "absent":
        return framework.scale.ladder in grades.values()
    return grades.get(OVERALL) == framework.scale.ladder


def must_be_decided(ways: Mapping[str, Route] | None, decided: Iterable[str], framework: Framework) -> tuple[str, ...]:
    """Domains that a moderation can't leave open.

    ways: of a looped audit, None for a single one. Where nothing is apart it is the overall grade, if there is one.
    """
    apart = still_apart(ways, decided) if ways is not None else ()
    if apart or framework.rules.overall == "absent":
        return apart
    return (OVERALL,)
