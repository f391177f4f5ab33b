"""What an edition for publication withholds, so that no child's grade can be worked out from all that is published.

All that it may print of one domain is held together: months and whole period, grades and their sums, and what
editions published before it printed of the same months. Small counts are withheld, then as few others as keep a
reader from working them out; each withheld count is attacked, which is the proof (`stats/disclosure.py`).

How many audits there were is always printed: it says nothing of what any of them found. As every column's audits are
known, no count links one domain with another, and each is protected by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from looped.rubric.framework import OVERALL, Framework
from looped.stats.disclosure import Protected, protect
from looped.stats.disclosure_attack import Fact

if TYPE_CHECKING:
    from looped.figures.every import FigureRow
    from looped.reports.book import Key

SMALL = 4
SECONDS = 10.0
NOT_GRADED = "not_graded"
OTHER = "other"
Counts = Mapping[tuple[str, str, str], int]


@dataclass(frozen=True)
class Withheld:
    """codes: of the counts that aren't printed, small or not. small: the highest count that is small.

    exposed: how many small counts a reader can work out all the same, because they were published before.
    """

    codes: frozenset[str]
    small: int = SMALL
    exposed: int = 0


@dataclass(frozen=True)
class Published:
    """What one report prints, or printed before: its months, what it counted, and which codes it showed.

    counts: (domain, month, part) -> audits; a part is a grade's name, `not_graded` or `other`. shown: code -> count.
    """

    months: tuple[str, ...]
    counts: Counts
    shown: Mapping[str, int] = field(default_factory=dict)


def withheld_of(
    framework: Framework, now: Published, earlier: Sequence[Published] = (), small: int = SMALL
) -> Withheld:
    """What to withhold of a report, and how many small counts can be worked out all the same.

    now: the report's own months and counts. earlier: those published before, the first one first.
    """
    codes: set[str] = set()
    exposed = 0
    for domain in framework.graded_codes:
        found = _protected(framework, domain, now, earlier, small)
        codes |= {name.removeprefix("now:") for name in found.withheld if name.startswith("now:")}
        exposed += sum(_known(found, name) for name in found.primary)
    return Withheld(frozenset(codes), small, exposed)


def _known(found: Protected, name: str) -> bool:
    """Whether a reader knows a small count: how many audits there were isn't one, for it says nothing of any."""
    least, most = found.bounds.get(name, (0, 0))
    return least == most and ":audits" not in name


def counts_of(rows: "Mapping[Key, FigureRow]", framework: Framework, months: Iterable[str]) -> Counts:
    """Audits by domain, month and part; `other` holds those graded on another framework's scale."""
    found: dict[tuple[str, str, str], int] = {}

    def counted(figure: str, domain: str | None, month: str, grade: str | None = None) -> int:
        return rows[(figure, domain, month, None, None, grade, None)].count or 0

    for domain in framework.graded_codes:
        for month in months:
            parts = {g.name: counted("grades", domain, month, g.name) for g in framework.scale.grades}
            parts[NOT_GRADED] = counted(NOT_GRADED, domain, month)
            parts[OTHER] = counted("audits", None, month) - sum(parts.values())
            found |= {(domain, month, part): number for part, number in parts.items()}
    return found


def code_in(figure: str, domain: str, month: str | None, grade: str | None = None) -> str:
    """The code of a figure of one domain as `book.code_of` writes it.

    >>> code_in("grades", "plans", "2024-04", "Good"), code_in("good_or_better", "plans", None)
    ('grades/plans/2024-04/Good', 'good_or_better/plans')
    """
    return "/".join(part for part in (figure, domain, month, grade) if part)


def _protected(
    framework: Framework, domain: str, now: Published, earlier: Sequence[Published], small: int
) -> Protected:
    """Linked with what was published before, if audits were only added; else what changed by little goes as well."""
    beside = [each for each in earlier if set(each.months) & set(now.months)]
    sums = _Sums(framework, domain, rare_parts(framework, domain, [*beside, now]))
    own = _facts(sums, now, [now], "now")
    also = _alike(sums, now, own)
    try:
        linked = _linked(sums, [*beside, now], small)
        return protect(linked, most=small, also=also, seconds=SECONDS)
    except ValueError:
        # A grade was settled otherwise since: the two can't be laid side by side, and each small step is withheld.
        return protect(own, most=small, also=also | _moved(own, beside, small), seconds=SECONDS)


def rare_parts(framework: Framework, domain: str, reports: Sequence[Published]) -> tuple[str, ...]:
    """Besides the grades, what an audit can be here. What can't be hides nothing: every reader knows its nought."""
    allowed = framework.rules.overall_may_be_not_graded
    if domain != OVERALL:
        allowed = framework.domain(domain).may_be_not_graded
    seen = {
        part for each in reports for (code, _, part), number in each.counts.items() if code == domain and number
    } | ({NOT_GRADED} if allowed else set())
    return tuple(part for part in (NOT_GRADED, OTHER) if part in seen)


@dataclass(frozen=True)
class _Sums:
    """The counts of one domain that a report may print. rare: parts that aren't grades of the scale."""

    framework: Framework
    domain: str
    rare: tuple[str, ...]

    def printable(self, month: str | None) -> dict[str, tuple[str, ...]]:
        """The counts of one column by their codes, and the parts that each of them adds up."""
        grades, good_from = self.framework.scale.grades, self.framework.scale.good_from
        names = tuple(grade.name for grade in grades)
        found: dict[str, tuple[str, ...]] = {code_in("grades", self.domain, month, n): (n,) for n in names}
        good = tuple(grade.name for grade in grades if grade.position >= good_from)
        found[code_in("good_or_better", self.domain, month)] = good
        if NOT_GRADED in self.rare:
            found[code_in(NOT_GRADED, self.domain, month)] = (NOT_GRADED,)
        if self.framework.rules.base == "graded":
            found[graded_code(self.framework, self.domain, month)] = (*names, *({OTHER} & {*self.rare}))
        return found | {code_in("audits", "", month): (*names, *self.rare)}


def _linked(sums: _Sums, reports: Sequence[Published], small: int) -> list[Fact]:
    """The facts of all reports. Each later one counts the audits of those before it and those that came in since."""
    facts: list[Fact] = []
    for place, report in enumerate(reports[:-1]):
        for fact in _facts(sums, report, reports[: place + 1], str(place)):
            code = fact.name.partition(":")[2]
            if code in report.shown:
                facts.append(Fact(fact.name, fact.cells, report.shown[code], keep=True))
            elif fact.keep or 1 <= fact.value <= small:
                facts.append(fact)
    facts += _facts(sums, reports[-1], reports, "now")
    return [*facts, *_steps(facts, small)]


def _steps(facts: Sequence[Fact], small: int) -> list[Fact]:
    """What came in between two reports of the same months, where it is so little that it must stay unknown too."""
    latest: dict[str, Fact] = {}
    steps: list[Fact] = []
    for fact in facts:
        code = fact.name.partition(":")[2]
        before = latest.get(code)
        if before and before.cells < fact.cells and not fact.keep and 1 <= fact.value - before.value <= small:
            steps.append(Fact(f"step:{fact.name}", fact.cells - before.cells, fact.value - before.value))
        latest[code] = fact
    return steps


def _facts(sums: _Sums, report: Published, layers: Sequence[Published], name: str) -> list[Fact]:
    """All counts of a domain that a report may print. layers: the reports whose audits its own hold, itself last."""
    facts: list[Fact] = []
    months = report.months
    for column, within in [(month, (month,)) for month in months] + ([(None, months)] if len(months) > 1 else []):
        for code, parts in sums.printable(column).items():
            cells = {
                f"{place}|{month}|{part}"
                for month in within
                for part in parts
                for place, layer in enumerate(layers)
                if month in layer.months
            }
            value = sum(report.counts[sums.domain, month, part] for month in within for part in parts)
            facts.append(Fact(f"{name}:{code}", frozenset(cells), value, keep=code.startswith("audits")))
    return facts


def graded_code(framework: Framework, domain: str, month: str | None) -> str:
    """The code of how many audits were graded in a domain: the base of each share, where the framework says so."""
    return f"{code_in('grades', domain, month, framework.scale.grades[0].name)}/base"


def _alike(sums: _Sums, now: Published, own: Sequence[Fact]) -> set[str]:
    """All grades of a column in which every audit has the same one: there the noughts tell everybody's grade."""
    by_name = {fact.name: fact.value for fact in own}
    found: set[str] = set()
    for column in (*now.months, *((None,) if len(now.months) > 1 else ())):
        names = [grade.name for grade in sums.framework.scale.grades]
        codes = [f"now:{code_in('grades', sums.domain, column, name)}" for name in names]
        audits = by_name[f"now:{code_in('audits', '', column)}"]
        if audits and any(by_name[code] == audits for code in codes):
            found |= {*codes, f"now:{code_in('good_or_better', sums.domain, column)}"}
    return found


def _moved(own: Sequence[Fact], earlier: Sequence[Published], small: int) -> set[str]:
    """Counts that differ by little from what was published before."""
    return {
        fact.name
        for fact in own
        for each in earlier
        if not fact.keep and 1 <= abs(fact.value - each.shown.get(fact.name.removeprefix("now:"), fact.value)) <= small
    }
