"""What of a file is news: pure comparing of its rows with what was recorded last. Nothing here asks a database."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from looped.figures.schema import SOURCES
from looped.records.queries.latest import Attempt, Given
from looped.returns.model import ReturnRow

Known = Mapping[tuple[str, str], Given]
NEVER = date(1, 1, 1)
# What an audit is, said again by each row of it. An empty cell says nothing, so what was known stays.
SAID_AGAIN = ("case", "service_area", "team", "month", "kind", "selection", "framework", "due")
ENDED = ("not_done", "withdrawn")


def new_returns(rows: Iterable[ReturnRow], known: Known, names: Mapping[str, str], history: bool) -> list[ReturnRow]:
    """The rows to record, in the order of recording: those of an audit and source whose last row says something new.

    known: the last return recorded of each audit and source.  names: auditors' names by identifier; of an erased one
    there is none.  history: all of a changed audit's rows, not the last alone.
    """
    groups: dict[tuple[str, str], list[ReturnRow]] = {}
    for row in sorted(rows, key=_order):
        groups.setdefault((row.audit, row.source), []).append(row)
    news = [
        row
        for key, group in groups.items()
        if not _says_the_same(group[-1], known.get(key), names)
        for row in (group if history else group[-1:])
    ]
    return sorted(news, key=_order)


def _order(row: ReturnRow) -> tuple[Any, ...]:
    return (row.recorded_at, row.returned or NEVER)


def _says_the_same(row: ReturnRow, given: Given | None, names: Mapping[str, str]) -> bool:
    if given is None or (row.returned, row.why_moderated) != (given.returned, given.why_moderated):
        return False
    if (row.grades, row.not_graded) != (given.grades, given.not_graded):
        return False
    # An erased name can't be compared; that the file still holds it is no news.
    if given.auditor is not None and given.auditor not in names:
        return True
    return row.auditor == (None if given.auditor is None else names[given.auditor])


def audit_now(known: Mapping[str, Any] | None, said: Mapping[str, Any], given: Mapping[str, Given]) -> dict[str, Any]:
    """What is known of an audit once the file is in.

    known: what was recorded last, None for a new audit.  said: what the file says of it.
    given: its last returns by source, the file's among them.
    """
    if known is None:
        return dict(said)
    now = {name: said[name] if said[name] is not None else known[name] for name in SAID_AGAIN}
    days = [day for day in (known["returned"], said["returned"]) if day]
    looped = bool(known["looped"] or said["looped"] or "second" in given)
    return now | {
        "looped": looped,
        "returned": min(days, default=None),
        "state": _state(known["state"], said["state"], looped, given),
        "reason": None,
    }


def _state(before: str, said: str, looped: bool, given: Mapping[str, Given]) -> str:
    if said in ENDED:
        return said
    if "moderation" in given:
        return "settled"
    if "lead" not in given:
        return "planned" if not given and before == "planned" else "returned"
    agreed = "second" in given and given["lead"].grades == given["second"].grades
    return "settled" if agreed or not looped else "returned"


def new_feedback(rows: list[Attempt], known: Iterable[Attempt]) -> list[int]:
    """Which rows of feedback are news, by index.

    Of a return's feedback the last word counts: it is news when it differs from what was recorded last of that audit
    and source. Other attempts stand beside each other: those are news that the record doesn't hold as often.
    """
    last: dict[tuple[str | None, str | None], Attempt] = {}
    held: Counter[Attempt] = Counter()
    for row in known:
        last[row[0], row[1]] = row
        held[row] += 1
    final = {(row[0], row[1]): index for index, row in enumerate(rows)}
    news = []
    for index, row in enumerate(rows):
        if row[1] in SOURCES:
            if final[row[0], row[1]] == index and last.get((row[0], row[1])) != row:
                news.append(index)
        elif held[row]:
            held[row] -= 1
        else:
            news.append(index)
    return news
