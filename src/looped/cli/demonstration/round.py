"""This month's round of the demonstration: an audit in every stage, so that every role finds something to do."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from looped.cli.demonstration.words import DIFFERENT, DOCUMENTS, LEARNT, NOT_ABOVE, REASONS
from looped.rubric.framework import Framework

GOOD, RI, INADEQUATE = 3, 2, 1
AREA, TEAM = "Safeguarding", "Safeguarding 1"
# Case references and whether two read it, by what becomes of the audit below.
CASES: dict[str, tuple[str, bool]] = {
    "not started": ("C-10427", True),
    "half typed": ("C-11873", True),
    "single": ("C-12090", False),
    "to name": ("C-12544", True),
    "one in": ("C-12877", True),
    "on the page": ("C-13005", True),
    "meeting": ("C-13361", True),
    "to moderate": ("C-13720", False),
    "passed by": ("C-14002", False),
    "in since the draw": ("C-14066", False),
    "learnt": ("C-14218", True),
    "not done": ("C-14555", False),
    "withdrawn": ("C-14803", False),
    "external": ("C-15010", False),
}
SETTINGS = {
    "council": "Invented Council",
    "ring_by_day": "Invented front door, 01632 960001",
    "ring_out_of_hours": "Invented emergency duty team, 01632 960002",
}


def fill(people: Mapping[str, str], today: date) -> None:
    """Everything that the month's round holds so far. people: identifiers by the name that they sign in by."""
    month = Month(people, today)
    month.settings()
    month.add()
    month.returns()
    month.meetings()
    month.endings()


class Month:
    """The round in the making. audits: identifiers by the keys of CASES."""

    def __init__(self, people: Mapping[str, str], today: date) -> None:
        self.people, self.today = people, today
        self.cut_off = today - timedelta(days=7)
        self.round, self.audits = "", dict[str, str]()

    def settings(self) -> None:
        """What must be set before going live."""
        from looped.workflow.settings_deeds import change_setting

        rungs = json.dumps([[self.people["psw"]], [self.people["qa"], self.people["director"]]])
        for name, value in {**SETTINGS, "alert_steps": rungs, "dip_share": "50"}.items():
            change_setting(by=self.people["qa"], name=name, value=value)

    def add(self) -> None:
        """The round, its audits, who reads them."""
        from looped.workflow.audit_list import NewAudit
        from looped.workflow.rounds import add_audits, add_round, name_auditors

        qa, named = self.people["qa"], (self.people["practitioner"], self.people["team"])
        due = self.today + timedelta(days=14)
        self.round = add_round(by=qa, month=f"{self.today:%Y-%m}", due=due, cut_off=self.cut_off)
        new = [NewAudit(case, AREA, TEAM, looped, *named) for case, looped in CASES.values()]
        self.audits = dict(zip(CASES, add_audits(by=qa, round_=self.round, audits=new), strict=True))
        for key, (_, looped) in CASES.items():
            if key != "to name":
                lead = self.people["external" if key == "external" else "first"]
                second = self.people["second"] if looped else None
                name_auditors(by=qa, audit=self.audits[key], lead=lead, second=second)

    def returns(self) -> None:
        """Half a return, returns that are in, a child who may be at risk, and the draw of the dip sample."""
        from looped.workflow.concerns import raise_concern
        from looped.workflow.dip_sample import draw_dip_sample

        self._type("half typed", "first", {}, pages=3)
        self._hand_in("one in", second={})
        self._hand_in("on the page", first={}, second={"plans": RI})
        self._hand_in("meeting", first={"supervision": RI}, second={"overall": RI, "supervision": 4})
        self._hand_in("learnt", first={"plans": RI, "overall": RI}, second={"plans": INADEQUATE, "overall": RI})
        self._hand_in("to moderate", first={"decisions_oversight": RI})
        self._hand_in("passed by", first={"meetings_reviews": RI})
        draw_dip_sample(by=self.people["qa"], round_=self.round)
        self._hand_in("in since the draw", first={})
        raise_concern(by=self.people["first"], audit=self.audits["half typed"])

    def meetings(self) -> None:
        """One is to come, one was held and something learnt."""
        from looped.workflow.moderating import Decision, arrange_meeting, moderate

        both = [self.people["first"], self.people["second"]]
        at = datetime(self.today.year, self.today.month, self.today.day, 14, tzinfo=UTC) + timedelta(days=5)
        moderator = self.people["moderator"]
        arrange_meeting(
            by=moderator, audit=self.audits["meeting"], starts=at, minutes=45, place="Room 2", attendees=both
        )
        words = "The review minutes show steps that the plan doesn't have. It is weak, and it kept the child safe."
        decisions = {"plans": Decision(RI, RI, "missed", words)}
        held = {"met_on": self.today, "attended": both, "learning": LEARNT}
        moderate(by=moderator, audit=self.audits["learnt"], decisions=decisions, **held)

    def endings(self) -> None:
        """One that nobody could do, one that should not have been there."""
        from looped.workflow.rounds import end_audit

        qa = self.people["qa"]
        end_audit(by=qa, audit=self.audits["not done"], state="not_done", reason="nobody_to_read")
        end_audit(by=qa, audit=self.audits["withdrawn"], state="withdrawn", reason="wrong_case")

    def _hand_in(self, key: str, **grades: dict[str, int]) -> None:
        """grades: by auditor, those that aren't Good."""
        from looped.workflow.returning import submit_return

        for name, differing in grades.items():
            self._type(key, name, differing)
            submit_return(by=self.people[name], audit=self.audits[key], declared=True)

    def _type(self, key: str, name: str, differing: Mapping[str, int], pages: int | None = None) -> None:
        from looped.rubric.loading import framework_for
        from looped.workflow.returning import save_draft

        typed = fields(framework_for(f"{self.today:%Y-%m}"), differing, self.cut_off, pages)
        save_draft(
            by=self.people[name],
            audit=self.audits[key],
            fields={field: (text, 0) for field, text in typed.items()},
        )


def fields(used: Framework, differing: Mapping[str, int], cut_off: date, pages: int | None = None) -> dict[str, str]:
    """A return as typed. differing: grades by page, of those that aren't Good.  pages: how many; None for all."""
    from looped.loop.answers import asked

    found: dict[str, str] = {}
    for number, page in enumerate(used.graded_codes[:pages]):
        grade = differing.get(page, GOOD)
        said = {
            "grade": str(grade),
            "reason": REASONS[page][0 if grade >= GOOD else 1],
            "document": DOCUMENTS[page],
            "document_date": f"{cut_off - timedelta(days=9 * (number + 1)):%Y-%m-%d}",
            "why_not_above": NOT_ABOVE,
            "different": DIFFERENT,
        }
        found |= {f"{page}.{name}": said[name] for name in asked(used) if name in said}
    return found
