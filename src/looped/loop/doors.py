"""Which deeds are open to a viewer: what they may see and be, and the stage the audit is in, taken together."""

from looped.loop.stages import allowed
from looped.loop.visibility import PARTS, AuditFacts, Part, Sight, Viewer

MAKES_ROUNDS = ("name_auditors",)
STEERS = ("stand_down_to_single", "end_audit")


def doors(audit: AuditFacts, viewer: Viewer, sight: Sight) -> frozenset[str]:
    """Names of the deeds that the viewer can do to the audit now; "reopen_return:lead" names a part too.

    What is open to an auditor of a sealed audit depends on nothing that the other one did.
    """
    open_to_all = (
        _of_an_auditor(audit, sight) | _of_a_moderator(sight) | _of_the_lead_of_the_programme(audit, viewer, sight)
    )
    return frozenset(deed for deed in open_to_all if allowed(deed.partition(":")[0], audit.stage))


def _of_an_auditor(audit: AuditFacts, sight: Sight) -> set[str]:
    if not sight.writes or sight.part is None:
        return set()
    found = {"record_feedback"} if sight.part == "lead" or not audit.looped else set()
    if sight.part not in audit.given:
        found |= {"save_draft", "submit_return"}
    return found | ({"accept_grade", "ask_for_meeting"} if audit.looped else set())


def _of_a_moderator(sight: Sight) -> set[str]:
    return {"moderate", "arrange_meeting"} if sight.moderates else set()


def _of_the_lead_of_the_programme(audit: AuditFacts, viewer: Viewer, sight: Sight) -> set[str]:
    if not sight.steers:
        return set()
    found = {*STEERS, "challenge_grade"} | {f"reopen_return:{part}" for part in reopenable(audit)}
    found -= set() if audit.looped else {"stand_down_to_single"}
    found |= {"arrange_meeting"}
    return found | (set(MAKES_ROUNDS) if viewer.may("rounds.make", audit.thing) else set())


def reopenable(audit: AuditFacts) -> tuple[Part, ...]:
    """Whose return can be given back: it is in, and the other isn't."""
    return tuple(part for part in PARTS if part in audit.given and len(audit.given) == 1)
