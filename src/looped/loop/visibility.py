"""THE rule of what may be seen of an audit. Pages, exports, searches, counts, letters and deeds all ask it.

Three sentences stand above all roles. Of a looped audit nothing of one auditor's return or progress is told to the
other until both are in. The seal beats every role that a person holds: whoever has a part in a sealed audit sees of
it what an auditor sees. Nobody moderates an audit in which they, their line or their team had a part.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from looped.access.roles import Holding, Thing, may, may_anywhere
from looped.loop.stages import ENDED

Part = Literal["lead", "second"]
PARTS: tuple[Part, ...] = ("lead", "second")
NOBODY: frozenset[str] = frozenset()
NEITHER: frozenset[Part] = frozenset()


@dataclass(frozen=True)
class AuditFacts:
    """What the rule needs to know of an audit. lead, second, practitioner ...: identifiers of people.

    given: whose returns are in.  former: people who had a part earlier.  moderators: who settled it.
    """

    looped: bool
    stage: str
    service_area: str = ""
    team: str = ""
    lead: str | None = None
    second: str | None = None
    given: frozenset[Part] = NEITHER
    practitioner: str | None = None
    team_manager: str | None = None
    former: frozenset[str] = NOBODY
    moderators: frozenset[str] = NOBODY

    @property
    def sealed(self) -> bool:
        """Whether something asked for isn't in: both returns of a looped audit, the one of a single audit."""
        return len(self.given) < (2 if self.looped else 1)

    @property
    def thing(self) -> Thing:
        """As roles see it: its area and team, and those whose own work it is."""
        return Thing(self.service_area, self.team, frozenset({self.practitioner} - {None}))  # type: ignore[arg-type]  # None is out

    def part_of(self, person: str) -> Part | None:
        """Which auditor of it a person is."""
        return "lead" if person == self.lead else "second" if person == self.second else None


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks. near: people of their line, up and down, and of their team."""

    person: str
    holdings: tuple[Holding, ...]
    at: datetime
    teams: frozenset[str] = NOBODY
    near: frozenset[str] = field(default=NOBODY)

    def may(self, permission: str, thing: Thing | None = None) -> bool:
        """Whether they may do this to that; to the whole council's where nothing is named."""
        return may(self.holdings, permission, thing or Thing(), self.at)

    def may_anywhere(self, permission: str) -> bool:
        """Whether there may be anything they can do this to. For menus."""
        return may_anywhere(self.holdings, permission, self.at)


@dataclass(frozen=True)
class Sight:
    """What one viewer may see of one audit, and whether they may steer or moderate it.

    there: that it exists, its case, due date and stage.  writes: it is theirs to read and grade.  returns: whose
    return may be seen, grades and words.  progress: who is still to return.  settled: settled grades and why.
    words: what the family said.  auditors: their names.  learning: whose note on what was learnt.
    """

    there: bool = False
    part: Part | None = None
    writes: bool = False
    returns: frozenset[Part] = NEITHER
    progress: bool = False
    settled: bool = False
    words: bool = False
    auditors: bool = False
    learning: frozenset[Part] = NEITHER
    steers: bool = False
    moderates: bool = False


def see(audit: AuditFacts, viewer: Viewer) -> Sight:
    """What the viewer may see of the audit now."""
    part = audit.part_of(viewer.person)
    if part:
        return _of_an_auditor(audit, viewer, part)
    return _of_others(audit, viewer)


def _of_an_auditor(audit: AuditFacts, viewer: Viewer, part: Part) -> Sight:
    """Before the audit is open, exactly the same whatever the other auditor did, and whatever else the viewer is."""
    writes = viewer.may("return.write", Thing(persons=frozenset({viewer.person})))
    on_board = viewer.may("board.see", audit.thing)
    own: frozenset[Part] = frozenset({part}) & audit.given if writes else NEITHER
    if audit.sealed or audit.stage in ENDED:
        return Sight(there=writes or on_board, part=part, writes=writes, returns=own, words=writes, auditors=writes)
    others = _of_others(audit, viewer)
    return Sight(
        there=writes or others.there,
        part=part,
        writes=writes,
        returns=audit.given if writes else others.returns,
        settled=writes or others.settled,
        words=writes or others.words,
        auditors=writes or others.auditors,
        learning=frozenset({part}) if writes else others.learning,
    )


def _of_others(audit: AuditFacts, viewer: Viewer) -> Sight:
    steers = viewer.may("return.steer", audit.thing)
    moderates = may_moderate(audit, viewer) and audit.stage in MODERATED_AT
    reads = not audit.sealed and audit.stage not in ENDED and viewer.may("audit.originals", audit.thing)
    did_moderate = viewer.person in audit.moderators and viewer.may("audit.moderate", audit.thing)
    originals = reads or moderates or did_moderate
    settled = audit.stage == "settled" and viewer.may("audit.settled", audit.thing)
    return Sight(
        there=steers or originals or settled or viewer.may("board.see", audit.thing),
        returns=audit.given if originals else NEITHER,
        progress=steers,
        settled=settled or originals,
        words=settled or originals,
        auditors=steers or originals,
        learning=frozenset(PARTS) if originals else NEITHER,
        steers=steers,
        moderates=moderates,
    )


MODERATED_AT = ("meeting", "to_moderate")


def may_moderate(audit: AuditFacts, viewer: Viewer) -> bool:
    """Whether the viewer holds the role for this audit, and neither they, their line nor their team had a part."""
    return viewer.may("audit.moderate", audit.thing) and not conflict(audit, viewer)


def conflict(audit: AuditFacts, viewer: Viewer) -> bool:
    """Whether the viewer, somebody of their line, or their team had a part in the audit."""
    near = viewer.near | {viewer.person}
    return bool(near & had_a_part(audit)) or audit.team in viewer.teams


def had_a_part(audit: AuditFacts) -> frozenset[str]:
    """Everybody who had a part: auditors, now or earlier, the practitioner and their manager."""
    named = (audit.lead, audit.second, audit.practitioner, audit.team_manager)
    return audit.former | {person for person in named if person}


def line_of(person: str, managers: dict[str, str | None]) -> frozenset[str]:
    """Everybody above a person, up to the top, and everybody below.  managers: each person's line manager."""
    below = (other for other in managers if person in _above(other, managers))
    return frozenset((*_above(person, managers), *below)) - {person}


def _above(person: str, managers: dict[str, str | None]) -> Iterable[str]:
    chain: list[str] = []
    manager = managers.get(person)
    # Two people entered as each other's managers make a ring: it is walked once.
    while manager and manager not in chain:
        chain.append(manager)
        manager = managers.get(manager)
    return chain


def may_answer(audit: AuditFacts, viewer: Viewer, alerted: Iterable[str]) -> bool:
    """Whether the viewer may see and acknowledge that a child may be at risk.

    Whoever was alerted may. Others who answer for such things may too, but not about the audit that they read
    themselves while it is sealed: a concern tells what the other auditor thinks.
    """
    if viewer.person in alerted:
        return True
    return viewer.may("concern.answer", audit.thing) and not (audit.sealed and audit.part_of(viewer.person))


def alert(audit: AuditFacts, rungs: tuple[tuple[str, ...], ...], rung: int) -> tuple[int, tuple[str, ...]]:
    """Whom to alert, from a rung on: the first rung with anybody outside a sealed audit's other auditor.

    rungs: people by rung, at least one.  Gives the rung and its people. Where the auditors of the audit are all that
    there is, they are alerted: a child's safety comes before the seal.
    """
    kept_out = {audit.lead, audit.second} if audit.sealed and audit.looped else set()
    for number in range(min(rung, len(rungs) - 1), len(rungs)):
        found = tuple(person for person in rungs[number] if person not in kept_out)
        if found:
            return number, found
    return len(rungs) - 1, rungs[-1]
