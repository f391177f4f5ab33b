"""Small invented worlds for tests: audits in a line each, as the tables that figures read."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from looped.figures.moments import end_of_day
from looped.figures.schema import TABLES, Rows
from looped.rubric.framework import Framework
from looped.rubric.loading import framework_for

KNOWN = frozenset({"due", "returned", "feedback", "actions", "why_moderated"})


@dataclass
class World:
    """Rows in the making. Every method adds rows and gives the world back, so that calls chain."""

    authority: str = "Invented"
    known: frozenset[str] = KNOWN
    framework: Framework | None = None
    tables: dict[str, list[tuple]] = field(default_factory=lambda: {name: [] for name in TABLES})
    seq: int = 0

    def audit(
        self,
        audit: str,
        month: str = "2024-04",
        lead: dict[str, int | None] | int | None = 3,
        second: dict[str, int | None] | int | None = None,
        moderation: dict[str, int | None] | None = None,
        why: str | None = None,
        area: str | None = "Safeguarding",
        team: str | None = "Team 1",
        returned: date | None = None,
        due: date | None = None,
        feedback: str | None = None,
        who: str | None = None,
        kind: str = "monthly",
        state: str = "returned",
        case: str | None = None,
        selection: str | None = None,
        looped: bool | None = None,
    ) -> "World":
        """One audit with its returns. A number for `lead` or `second` is that grade in every domain and overall."""
        framework = self.framework or framework_for(month)
        year, number = map(int, month.split("-"))
        returned = returned or date(year, number, 20)
        at = end_of_day(returned)
        looped = second is not None if looped is None else looped
        row = (audit, case or f"C-{audit}", area, team, month, kind, selection, framework.code, int(looped))
        self._add("audits", *row, due or returned + timedelta(days=5), returned, state, None, at)
        if lead is not None:
            self._gradings(audit, _spread(lead, framework), "lead", "Auditor 1", None, at)
        if second is not None:
            self._gradings(audit, _spread(second, framework), "second", "Auditor 2", None, at)
        if moderation is not None:
            self._gradings(audit, moderation, "moderation", "Moderator", why, at + timedelta(days=3))
        if feedback:
            self._add("feedback", audit, "lead", feedback, who, None, at)
        return self

    def action(
        self,
        action: str,
        audit: str | None = None,
        area: str | None = None,
        due: date | None = None,
        closed: date | None = None,
        checked: date | None = None,
        at: datetime = datetime(2024, 5, 1),
    ) -> "World":
        """One improvement action of an audit, or of a service where `audit` is None."""
        self.seq += 1
        state = "closed" if closed else "open"
        row = (self.authority, action, self.seq, audit, area, None, due, state, closed, checked, at)
        self.tables["actions"].append(row)
        return self

    def rows(self) -> Rows:
        """The tables, as figures read them."""
        return Rows(self.tables, self.known)

    def _gradings(self, audit, grades, source, auditor, why, at):
        for domain, grade in grades.items():
            reason = None if grade is not None else "not_enough_on_file"
            self._add("gradings", audit, domain, grade, reason, source, auditor, why, at)

    def _add(self, table, audit, *values):
        self.seq += 1
        self.tables[table].append((self.authority, self.seq, audit, *values))


def _spread(grades: dict[str, int | None] | int, framework: Framework) -> dict[str, int | None]:
    if isinstance(grades, int):
        return dict.fromkeys(framework.graded_codes, grades)
    return {**dict.fromkeys(framework.graded_codes, 3), **grades}
