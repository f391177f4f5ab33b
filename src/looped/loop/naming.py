"""What stands between an auditor and a case: pointed out to whoever names auditors."""

from typing import Literal

from looped.loop.visibility import AuditFacts, Viewer

Nearness = Literal["own", "team", "line", "former"]


def nearness(audit: AuditFacts, auditor: Viewer) -> Nearness | None:
    """How somebody is too near to an audit to read it, the nearest way first; None: not at all.

    own: they worked on the case or manage that work, which is refused.  team: the case's team is theirs.
    line: they are in the line of those whose work it is.  former: they were named before and taken off.
    """
    working = {person for person in (audit.practitioner, audit.team_manager) if person}
    if auditor.person in working:
        return "own"
    if audit.team in auditor.teams:
        return "team"
    if auditor.near & working:
        return "line"
    return "former" if auditor.person in audit.former else None
