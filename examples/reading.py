"""How an audit is read: once, or by two who don't see each other's view, and how a grade is settled afterwards."""

from datetime import date, timedelta
from random import Random

from audit import Audit, Difference, Return
from grading import NOT_GRADED, TITLES, Grades, one_off
from service import AUDITORS, MODERATORS, next_working_day, someone_else


def read_once(random: Random, audit: Audit, late: bool) -> None:
    """A single audit: the lead's return alone."""
    _lead(random, audit, late, audit.standing)


def read_alike(random: Random, audit: Audit, late: bool) -> None:
    """A looped audit whose two readers agree on everything."""
    _lead(random, audit, late, audit.standing)
    _second(random, audit, audit.standing)


def differ(random: Random, audit: Audit, difference: Difference, late: bool) -> None:
    """A looped audit whose two readers differ and, where it is settled, the meeting that settled it."""
    lead, second = audit.standing | difference.lead, audit.standing | difference.second
    for domain in _open_domains(random, audit, difference.further, without=difference.standing):
        sees_otherwise = random.choice((lead, second))
        sees_otherwise[domain] = one_off(random, audit.standing[domain])
    _lead(random, audit, late, lead)
    _second(random, audit, second)
    if difference.settled:
        settled = [column for column in audit.standing if column == "overall" or lead[column] != second[column]]
        _moderate(random, audit, settled, "Differed")


def dip_sample(random: Random, audit: Audit, late: bool) -> None:
    """A single audit that was moderated by dip sample: overall retained, a domain now and then changed."""
    domains = _open_domains(random, audit, 2, without={})
    lead = dict(audit.standing)
    if random.random() < 0.5:
        lead[domains[0]] = one_off(random, audit.standing[domains[0]])
    _lead(random, audit, late, lead)
    _moderate(random, audit, ["overall", *domains], "Dip sample")


def challenge(random: Random, audit: Audit, late: bool) -> None:
    """A single audit whose overall grade the team challenged, and which was settled one grade higher."""
    (domain,) = _open_domains(random, audit, 1, without={})
    _lead(random, audit, late, audit.standing | {"overall": audit.standing["overall"] - 1})
    _moderate(random, audit, ["overall", domain], "Challenge")


def _open_domains(random: Random, audit: Audit, wanted: int, without: Grades) -> list[str]:
    """Domains on which readers may well be one grade apart, neither saying Inadequate."""
    return random.sample([code for code in TITLES if code not in without and audit.standing[code] >= 2], wanted)


def _lead(random: Random, audit: Audit, late: bool, grades: Grades) -> None:
    if late:
        returned = next_working_day(audit.due + timedelta(days=random.randint(1, 16)))
    else:
        opened = date.fromisoformat(f"{audit.month}-18")
        returned = min(audit.due, next_working_day(opened + timedelta(days=random.randint(0, 25))))
    audit.returns.append(Return("Lead", random.choice(AUDITORS), returned, grades))


def _second(random: Random, audit: Audit, grades: Grades) -> None:
    lead = audit.returns[0]
    returned = next_working_day(lead.returned + timedelta(days=random.randint(1, 7)))
    audit.returns.append(Return("Second", someone_else(random, AUDITORS, lead.auditor), returned, grades))


def _moderate(random: Random, audit: Audit, columns: list[str], why: str) -> None:
    held = next_working_day(audit.returns[-1].returned + timedelta(days=random.randint(4, 12)))
    settled = {column: audit.standing[column] for column in columns if audit.standing[column] != NOT_GRADED}
    audit.returns.append(Return("Moderation", random.choice(MODERATORS), held, settled, why))
