"""Whether the looped audits of a round link its auditors, so that their severity can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from looped.loop.stages import ENDED
from looped.records.people import names_of
from looped.records.queries.audit_rows import Seen
from looped.sampling.looped import Reading, Short, linked_groups, short_of


@dataclass(frozen=True)
class Linking:
    """short: whoever has too few looped audits, or with too few others, by name; groups: of auditors that no chain of
    looped audits links, by name. looped, unnamed: how many looped audits there are, and how many lack an auditor.
    hidden: in which the viewer has a part that keeps the other's name from them.
    """

    auditors: int
    short: tuple[Short, ...]
    groups: tuple[tuple[str, ...], ...]
    looped: int
    unnamed: int
    hidden: int

    @property
    def linked(self) -> bool:
        """Whether severity can be compared between all of them."""
        return bool(self.auditors) and not self.short and len(self.groups) == 1


def linking(seen: Iterable[Seen]) -> Linking | None:
    """Of the audits that are there for a viewer, ended ones left out; None where none is looped."""
    going = [each for each in seen if each.row.stage not in ENDED]
    looped = [each for each in going if each.row.looped]
    if not looped:
        return None
    told = [each for each in going if each.sight.auditors and each.row.lead]
    readings = [Reading(each.row.audit, each.row.lead or "", each.row.second) for each in told]
    auditors = sorted({person for one in readings for person in (one.lead, one.second) if person})
    names = names_of(set(auditors))
    called = {person: names.get(person) or "(erased)" for person in auditors}
    return Linking(
        len(auditors),
        tuple(
            sorted(
                (Short(called[one.auditor], one.audits, one.others) for one in short_of(readings, auditors)),
                key=lambda one: one.auditor,
            )
        ),
        tuple(sorted(tuple(sorted(called[one] for one in group)) for group in linked_groups(readings, auditors))),
        len(looped),
        sum(each.sight.auditors and not (each.row.lead and each.row.second) for each in looped),
        sum(not each.sight.auditors for each in looped),
    )
