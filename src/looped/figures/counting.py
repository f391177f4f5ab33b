"""One function a figure: what it counts in a cell, and out of how many. The words are those of the figure table.

None of them counts sealed, withdrawn or not done audits: the questions leave those out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from looped.figures.cells import Cell, total
from looped.figures.cube import Count
from looped.figures.schema import WHY_MODERATED
from looped.rubric.framework import OVERALL

WHY_BITS = dict(zip(WHY_MODERATED, (1, 2, 4, 8), strict=True))


@dataclass(frozen=True)
class Found:
    """A count, its base, and how many of it stand provisionally (None where that has no meaning)."""

    count: int | None
    base: int | None
    provisional: int | None = None
    domain: str | None = None
    grade: str | None = None
    why: str | None = None

    def unknown(self, *, count: bool, base: bool) -> "Found":
        """The same without what the source can't know."""
        if not count and not base:
            return self
        return replace(
            self,
            count=None if count else self.count,
            base=None if base else self.base,
            provisional=None if count else self.provisional,
        )


def planned(cell: Cell) -> Iterator[Found]:
    """Audits asked for, in whatever state they are."""
    asked = sum(row.number for row in cell.planned)
    yield Found(asked, asked)


def not_done(cell: Cell) -> Iterator[Found]:
    """Audits that ended as not done."""
    return _ended(cell, "not_done")


def withdrawn(cell: Cell) -> Iterator[Found]:
    """Audits that were withdrawn."""
    return _ended(cell, "withdrawn")


def _ended(cell: Cell, state: str) -> Iterator[Found]:
    ended = sum(row.number for row in cell.planned if row.state == state)
    yield Found(ended, sum(row.number for row in cell.planned))


def audits(cell: Cell) -> Iterator[Found]:
    """Audits with a standing grade, "not graded" included. Provisional: in any domain."""
    yield _audits_where(cell, lambda row: True)


def grades(cell: Cell) -> Iterator[Found]:
    """Audits standing at each grade of the scale, in each domain and overall."""
    for domain in cell.frame.domains:
        base, rows = _base(cell, domain), cell.standing(domain)
        names = [(row, cell.frame.name(row, row.grade)) for row in rows]
        for grade in cell.frame.grades:
            at_grade = [row for row, name in names if name == grade]
            yield _found(at_grade, base, domain, grade)


def good_or_better(cell: Cell) -> Iterator[Found]:
    """Audits standing at the scale's "good" or above."""
    for domain in cell.frame.domains:
        good = [row for row in cell.standing(domain) if _is_good(cell, row)]
        yield _found(good, _base(cell, domain), domain)


def not_graded(cell: Cell) -> Iterator[Found]:
    """Audits standing "not graded" in a domain; one that has no grading there at all isn't counted."""
    for domain in cell.frame.domains:
        rows = [row for row in cell.standing(domain) if row.grade is None]
        yield _found(rows, total(cell.audits_graded_in(domain)), domain)


def moderated(cell: Cell) -> Iterator[Found]:
    """Audits moderated in any domain, then in each; then by why the latest moderation of the domain was made."""
    for why in (None, *WHY_MODERATED):
        found = _audits_where(cell, lambda row: row.moderated and _made_for(row, why))  # noqa: B023 - used at once
        yield replace(found, why=why)
        for domain in cell.frame.domains:
            rows = _moderated(cell, domain, why)
            yield _found(rows, total(cell.audits_graded_in(domain)), domain, why=why)


def retained(cell: Cell) -> Iterator[Found]:
    """Audits whose latest moderated grade equals the lead's latest ("not graded" equals "not graded").

    The row without a domain is the overall grade's, base and all: audits moderated overall, not in any domain.
    """
    for why in (None, *WHY_MODERATED):
        for domain in (None, *cell.frame.domains):
            rows = _moderated(cell, domain or OVERALL, why)
            kept = [row for row in rows if row.retained]
            yield _found(kept, total(rows), domain, why=why)


def looped(cell: Cell) -> Iterator[Found]:
    """Audits read by two auditors, both returns in."""
    yield _audits_where(cell, lambda row: row.looped)


def differed(cell: Cell) -> Iterator[Found]:
    """Looped audits whose two returns differ in any domain, overall included, then in each. Settled ones too."""
    both = total(row for row in cell.audits if row.looped)
    yield replace(_audits_where(cell, lambda row: row.differed), base=both)
    for domain in cell.frame.domains:
        base = total(row for row in cell.audits_graded_in(domain) if row.looped)
        yield _found([row for row in cell.standing(domain) if row.differed], base, domain)


def late(cell: Cell) -> Iterator[Found]:
    """Audits whose lead's first return is dated after the due date."""
    yield _audits_where(cell, lambda row: row.late)


def feedback(cell: Cell) -> Iterator[Found]:
    """Audits whose family was heard, in whichever of the attempts."""
    yield _audits_where(cell, lambda row: row.feedback == "heard")


def feedback_tried(cell: Cell) -> Iterator[Found]:
    """Audits whose family was tried and not reached: the latest word, and nobody was heard."""
    yield _audits_where(cell, lambda row: row.feedback == "not_reached")


def feedback_declined(cell: Cell) -> Iterator[Found]:
    """Audits whose family declined: the latest word, and nobody was heard."""
    yield _audits_where(cell, lambda row: row.feedback == "declined")


def feedback_not_appropriate(cell: Cell) -> Iterator[Found]:
    """Audits where hearing the family was not appropriate: the latest word, and nobody was heard."""
    yield _audits_where(cell, lambda row: row.feedback == "not_appropriate")


def actions_open(cell: Cell) -> Iterator[Found]:
    """Actions not checked. A service's own actions have no month: they are in the whole period's row alone."""
    unchecked = sum(row.number for row in cell.actions if not row.checked)
    yield Found(unchecked, sum(row.number for row in cell.actions))


def inadequate_open(cell: Cell) -> Iterator[Found]:
    """Audits that stand, or ever stood, on the ladder's grade overall, and lack something that must follow."""
    still_open = [each for each in cell.ladder if each.why_open]
    yield Found(len(still_open), len(cell.ladder), sum(each.provisional for each in still_open))


def _audits_where(cell: Cell, wanted: Callable[[Count], object]) -> Found:
    return _found([row for row in cell.audits if wanted(row)], cell.all_audits)


def _found(
    rows: list[Count], base: int, domain: str | None = None, grade: str | None = None, why: str | None = None
) -> Found:
    return Found(total(rows), base, total([row for row in rows if row.provisional]), domain, grade, why)


def _base(cell: Cell, domain: str) -> int:
    """The framework's rule, each audit by its own framework."""
    everyone = [row for row in cell.audits_graded_in(domain) if cell.framework(row).rules.base == "all_audits"]
    graded = [
        row for row in cell.standing(domain) if row.grade is not None and cell.framework(row).rules.base == "graded"
    ]
    return total(everyone) + total(graded)


def _moderated(cell: Cell, domain: str, why: str | None) -> list[Count]:
    return [row for row in cell.standing(domain) if row.moderated and _made_for(row, why)]


def _made_for(row: Count, why: str | None) -> bool:
    return why is None or bool(row.why & WHY_BITS[why])


def _is_good(cell: Cell, row: Count) -> bool:
    return row.grade is not None and row.grade >= cell.framework(row).scale.good_from
