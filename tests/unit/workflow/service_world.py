"""A small invented council at work in the service: people with roles, a round, audits, returns. All by deeds."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.db import connection
from tests.unit.workflow.rows_kept import Rows, put_rows, rows_there

from looped.loop.visibility import Viewer
from looped.records.models import Event
from looped.records.queries.people import viewer_of
from looped.rubric.loading import framework_for
from looped.workflow.audit_list import NewAudit
from looped.workflow.people import add_person, first_administrator, hold_role, place_person
from looped.workflow.returning import save_draft, submit_return
from looped.workflow.rounds import add_audits, add_round, name_auditors

START = datetime(2026, 10, 5, 9, tzinfo=UTC)
MONTH = "2026-10"
FRAMEWORK = framework_for(MONTH)
PAGES = FRAMEWORK.graded_codes
UNTIL = datetime(2027, 1, 1, tzinfo=UTC)

# Name -> (roles, service area, team, line manager).
PEOPLE = {
    "Queenie Lead": (("qa_lead",), "", "", None),
    "Ann First": (("auditor",), "Help", "Blue", "Mia Line"),
    "Ben Second": (("auditor",), "Safeguarding", "Red", None),
    "Cy Third": (("auditor", "qa_lead"), "Help", "Green", None),
    "Mo Derator": (("moderator",), "Courts", "Grey", None),
    "Mia Line": (("moderator",), "Courts", "White", None),
    "Pat Ractitioner": (("practitioner",), "Safeguarding", "Amber", "Tam Manager"),
    "Tam Manager": (("team_manager",), "Safeguarding", "Amber", "Sue Service"),
    "Sue Service": (("service_manager", "auditor"), "Safeguarding", "", None),
    "Di Rector": (("director",), "", "", None),
    "Ines Pector": (("inspector",), "", "", None),
    "Bo Reader": (("board_reader",), "", "", None),
    "Priv Officer": (("privacy_officer",), "", "", None),
}


# Engine -> the council and its rows, as its deeds left them.
FOUNDED: dict[str, tuple["Service", Rows]] = {}


@dataclass
class Service:
    """The council. Every deed done by it happens a minute after the one before."""

    moment: datetime = START
    people: dict[str, str] = field(default_factory=dict)
    round: str = ""

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment

    def id(self, name: str) -> str:
        return next(person for known, person in self.people.items() if known.startswith(name))

    def viewer(self, name: str) -> Viewer:
        return viewer_of(self.id(name), self.moment)

    def audits(
        self, *cases: str, looped: bool = True, team: str = "Amber", area: str = "Safeguarding"
    ) -> tuple[str, ...]:
        """Add audits of these cases; Pat's work, in Tam's team."""
        new = [NewAudit(case, area, team, looped, self.id("Pat"), self.id("Tam")) for case in cases]
        return add_audits(by=self.id("Queenie"), round_=self.round, audits=new, now=self.now())

    def looped(self, case: str = "C-1", lead: str = "Ann", second: str = "Ben") -> str:
        """A looped audit with its auditors named."""
        (audit,) = self.audits(case)
        names = {"lead": self.id(lead), "second": self.id(second)}
        name_auditors(by=self.id("Queenie"), audit=audit, **names, now=self.now())
        return audit

    def single(self, case: str = "C-2", lead: str = "Ann") -> str:
        """A single audit with its auditor named."""
        (audit,) = self.audits(case, looped=False)
        name_auditors(by=self.id("Queenie"), audit=audit, lead=self.id(lead), now=self.now())
        return audit

    def draft(self, audit: str, name: str, grades: dict[str, int | None] | int = 3, word: str = "because"):
        """Save a whole return."""
        fields = {name: (text, 0) for name, text in typed(grades, word).items()}
        return save_draft(by=self.id(name), audit=audit, fields=fields, now=self.now())

    def submit(self, audit: str, name: str, grades: dict[str, int | None] | int = 3, word: str = "because"):
        """Save a whole return and hand it in."""
        self.draft(audit, name, grades, word)
        return submit_return(by=self.id(name), audit=audit, declared=True, now=self.now())

    def pair(self, lead: dict[str, int | None] | int, second: dict[str, int | None] | int, case: str = "C-1") -> str:
        """A looped audit with both returns in."""
        audit = self.looped(case)
        self.submit(audit, "Ann", lead, "first")
        self.submit(audit, "Ben", second, "second")
        return audit


def typed(grades: dict[str, int | None] | int, word: str = "because") -> dict[str, str]:
    """A whole return as fields. A number: that grade on every page; pages left out: 3."""
    on = dict.fromkeys(PAGES, grades) if isinstance(grades, int) else {**dict.fromkeys(PAGES, 3), **grades}
    fields: dict[str, str] = {}
    for page, grade in on.items():
        fields[f"{page}.reason"] = f"{word} of {page}"
        if grade is None:
            fields |= {f"{page}.grade": "not_graded", f"{page}.reason_not_graded": "not_enough_on_file"}
            continue
        fields |= {
            f"{page}.grade": str(grade),
            f"{page}.document": f"{word} note",
            f"{page}.document_date": "2026-09-01",
        }
        fields |= {f"{page}.why_not_above": f"{word} above", f"{page}.different": f"{word} child"}
    return fields


def council() -> Service:
    """Everybody of PEOPLE with their roles, and an empty round.

    The deeds are done once an engine; after that their rows are put into the fresh record as they were. A record that
    isn't empty has them done anew.
    """
    engine = connection.vendor
    if Event.objects.exists():
        return _founded()
    if engine not in FOUNDED:
        world = _founded()
        FOUNDED[engine] = (deepcopy(world), rows_there())
        return world
    world, rows = FOUNDED[engine]
    put_rows(rows)
    return deepcopy(world)


def _founded() -> Service:
    world = Service()
    admin = first_administrator(by="Ada Min", account="1", now=world.now())
    world.people["Ada Min"] = admin
    for number, name in enumerate(PEOPLE, 2):
        world.people[name] = add_person(by=admin, name=name, account=str(number), now=world.now())
    for name, (roles, area, team, manager) in PEOPLE.items():
        _place(world, name, roles, area, team, manager)
    world.round = add_round(
        by=world.id("Queenie"), month=MONTH, due=date(2026, 10, 30), cut_off=date(2026, 9, 30), now=world.now()
    )
    return world


def _place(world: Service, name: str, roles: tuple[str, ...], area: str, team: str, manager: str | None) -> None:
    person, admin = world.people[name], world.people["Ada Min"]
    above = world.people[manager] if manager else None
    place_person(by=admin, person=person, service_area=area, team=team, line_manager=above, now=world.now())
    for role in roles:
        where = "*" if role == "moderator" else area
        until = UNTIL if role == "inspector" else None
        hold_role(by=admin, person=person, role=role, service_area=where, team=team, until=until, now=world.now())
