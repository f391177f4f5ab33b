"""Two auditors' grades, or a moderation's, side by side in one row: told by their headings, then parted.

"Plans (2nd auditor)" is the second's grade for plans; "Date moderated" is when the moderation was returned.
"""

from dataclasses import replace

from looped.returns.columns import GRADE, SIDE_MARK
from looped.returns.header import Header

# What every side of a row shares; a column of its own goes before.
SHARED: tuple[str, ...] = (
    "audit",
    "case",
    "month",
    "date_in_month",
    "service_area",
    "team",
    "due",
    "returned",
    "recorded",
    "kind",
)
SHARED += ("selection", "not_graded_reason")
OF_LEAD = ("auditor", "feedback")


def sides_of(header: Header) -> list[tuple[str | None, Header]]:
    """The sheet's header once for each side that has grades, with its source; None where a row is one return.

    Where a column tells whose a row is, it holds, and columns of another side are left to be named as not read.
    """
    plain = {name: index for name, index in header.columns.items() if SIDE_MARK not in name}
    marked = [source for source in ("second", "moderation") if _grades_of(header, source)]
    if not marked or "source" in plain:
        return [(None, replace(header, columns=plain))]
    used = tuple(header.columns.values())
    lead = {name: plain[name] for name in plain if name in (*SHARED, *OF_LEAD) or name.startswith(GRADE)}
    sides: list[tuple[str | None, Header]] = [("lead", replace(header, columns=lead, elsewhere=used))]
    sides += [(source, replace(header, columns=_columns(header, plain, source), elsewhere=used)) for source in marked]
    return [side for side in sides if any(name.startswith(GRADE) for name in side[1].columns)]


def _columns(header: Header, plain: dict[str, int], source: str) -> dict[str, int]:
    columns = {name: plain[name] for name in SHARED if name in plain}
    if source == "second" and "second_auditor" in plain:
        columns["auditor"] = plain["second_auditor"]
    if source == "moderation" and "why_moderated" in plain:
        columns["why_moderated"] = plain["why_moderated"]
    own = {name: index for name, index in header.columns.items() if name.endswith(SIDE_MARK + source)}
    return columns | {name.removesuffix(SIDE_MARK + source): index for name, index in own.items()}


def _grades_of(header: Header, source: str) -> list[str]:
    return [name for name in header.columns if name.startswith(GRADE) and name.endswith(SIDE_MARK + source)]
