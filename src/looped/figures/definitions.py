"""Every figure: its code, title, base and source, and the one function that counts it. A new figure is a line here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from looped.figures import counting
from looped.figures.cells import Cell
from looped.figures.counting import Found


@dataclass(frozen=True)
class Definition:
    """A figure. base: what its share is out of, in words; source: the question that it is counted from.

    needs: what a source must know for its count (see `schema.Rows`); base_needs: for its base too.
    base_by_why: the base of a row by `why` is itself counted by why.
    """

    code: str
    title: str
    base: str
    source: str
    count: Callable[[Cell], Iterable[Found]]
    needs: frozenset[str] = frozenset()
    base_needs: frozenset[str] = frozenset()
    base_by_why: bool = False

    def found(self, cell: Cell) -> Iterator[Found]:
        """What the figure counts in a cell, empty where the source can't know."""
        known = cell.frame.known
        count, base, why = self.needs <= known, self.base_needs <= known, "why_moderated" in known
        for each in self.count(cell):
            by_why = why or not each.why
            yield each.unknown(count=not (count and by_why), base=not (base and (by_why or not self.base_by_why)))


def _define(
    code: str,
    title: str,
    base: str,
    source: str,
    *needs: str,
    base_needs: tuple[str, ...] = (),
    base_by_why: bool = False,
) -> Definition:
    count = getattr(counting, code)
    return Definition(code, title, base, source, count, frozenset(needs), frozenset(base_needs), base_by_why)


PLAN = ("plan",)
ACTIONS = ("actions",)

DEFINITIONS: dict[str, Definition] = {
    each.code: each
    for each in (
        _define("planned", "Audits planned", "audits planned", "plan", *PLAN, base_needs=PLAN),
        _define("not_done", "Audits not done", "audits planned", "plan", *PLAN, base_needs=PLAN),
        _define("withdrawn", "Audits withdrawn", "audits planned", "plan", *PLAN, base_needs=PLAN),
        _define("audits", "Audits", "audits", "cube"),
        _define("grades", "Grades", "the framework's rule: all audits, or those graded in the domain", "cube"),
        _define("good_or_better", "Good or better", "the framework's rule: all audits, or those graded", "cube"),
        _define("not_graded", "Not graded", "audits", "cube"),
        _define("moderated", "Moderated", "audits", "cube"),
        _define("retained", "Grade retained at moderation", "audits moderated in the domain", "cube", base_by_why=True),
        _define("looped", "Looped audits with both returns in", "audits", "cube"),
        _define("differed", "Looped audits where the two returns differed", "looped audits", "cube"),
        _define("late", "Returned late", "audits", "cube", "due", "returned"),
        _define("feedback", "Families heard", "audits", "cube", "feedback"),
        _define("feedback_tried", "Families tried and not reached", "audits", "cube", "feedback"),
        _define("feedback_declined", "Families who declined", "audits", "cube", "feedback"),
        _define("feedback_not_appropriate", "Hearing the family not appropriate", "audits", "cube", "feedback"),
        _define("actions_open", "Actions not checked", "actions", "actions", *ACTIONS, base_needs=ACTIONS),
        _define("inadequate_open", "Audits on the safety ladder, still open", "audits on it", "ladder", *ACTIONS),
    )
}
