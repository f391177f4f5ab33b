"""Which deeds are open to a viewer: what they may see and be, and the stage the audit is in, taken together."""

from typing import Literal

from looped.loop.stages import allowed
from looped.loop.visibility import PARTS, AuditFacts, Part, Sight

WRITES = frozenset({"save_draft", "submit_return"})
SETTLES = frozenset({"accept_grade", "ask_for_meeting"})
MODERATES = frozenset({"moderate", "arrange_meeting"})
STEERS = frozenset({"name_auditors", "stand_down_to_single", "end_audit", "challenge_grade", "arrange_meeting"})
GIVES_BACK = "reopen_return"

Door = Literal["open", "late", "not there"]


def doors(audit: AuditFacts, sight: Sight) -> frozenset[str]:
    """Names of the deeds that the viewer can do to the audit now; "reopen_return:lead" names a part too.

    What is open to an auditor of a sealed audit depends on nothing that the other one did.
    """
    return frozenset(deed for deed in _able(audit, sight) if _now(deed, audit, sight))


def door(deed: str, audit: AuditFacts, sight: Sight) -> Door:
    """Whether a deed is open to the viewer, was or will be at another time, or isn't theirs at all."""
    if deed not in _able(audit, sight):
        return "not there"
    return "open" if _now(deed, audit, sight) else "late"


def _able(audit: AuditFacts, sight: Sight) -> frozenset[str]:
    """Deeds that are theirs at one time or another."""
    found: frozenset[str] = frozenset()
    if sight.writes:
        found |= WRITES
        # Only the lead contacts the family, so that nobody is asked twice.
        found |= {"record_feedback"} if sight.part == "lead" or not audit.looped else set()
        found |= SETTLES if audit.looped else set()
    if sight.moderates:
        found |= MODERATES
    if sight.steers:
        found |= STEERS | {f"{GIVES_BACK}:{part}" for part in PARTS}
    return found


def _now(deed: str, audit: AuditFacts, sight: Sight) -> bool:
    name, _, part = deed.partition(":")
    if not allowed(name, audit.stage):
        return False
    if name in WRITES:
        return sight.part not in audit.given
    if name == GIVES_BACK:
        return part in reopenable(audit)
    return audit.looped if name == "stand_down_to_single" else True


def reopenable(audit: AuditFacts) -> tuple[Part, ...]:
    """Whose return can be given back: it is in, and the other isn't."""
    return tuple(part for part in PARTS if part in audit.given and len(audit.given) == 1)
