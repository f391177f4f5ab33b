"""Everyone's first page: their own work, what waits for the programme, and where else they read."""

from dataclasses import dataclass
from datetime import UTC, date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from looped.access.roles import Thing
from looped.figures.moments import local_day
from looped.figures.periods import title_of_period
from looped.loop.visibility import Viewer
from looped.records.queries.editions import last_edition_of_all
from looped.records.queries.first_page import FirstPage, first_page
from looped.records.queries.programme import ToDo, rounds_going, to_do
from looped.records.queries.shown import AuditRow
from looped.rubric.loading import framework
from looped.web.addresses import address
from looped.web.frame import settings_of
from looped.web.moments import day, moment
from looped.web.pages.wording import case_told, many, round_title
from looped.workflow.settings_deeds import SETTINGS

# The rounds of a director's or service manager's first page.
ROUNDS = 3


@dataclass(frozen=True)
class Item:
    """One piece of work. where: its address.  words: what to press.  facts: due date and the like.  note: why, what."""

    where: str
    case: str
    words: str
    facts: str
    due: str = ""
    late: bool = False
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A heading with its work, and what to say where there is none; "" where the heading goes too."""

    title: str
    items: list[Item]
    none: str = ""


def first(request: HttpRequest) -> HttpResponse:
    """What is due, came back, waits, is to be settled or moderated, and was learnt; then the programme."""
    viewer: Viewer = request.viewer
    today = local_day(viewer.at.astimezone(UTC).replace(tzinfo=None))
    found = first_page(viewer)
    writes, moderates = viewer.may_anywhere("return.write"), viewer.may_anywhere("audit.moderate")
    # Whoever sees boards finds what was settled there.
    shown = viewer.may_anywhere("audit.settled") and not viewer.may_anywhere("board.see")
    parts = _parts(found, today, writes=writes, moderates=moderates, shown=shown)
    todo = to_do(viewer, today)
    words = {
        "work": [each for each in parts if each.items or each.none],
        "concerns": [each for each in found.concerns if not each.acknowledged_at],
        "programme": _programme(request, todo),
        "steers": todo is not None,
        "rounds": [(each, round_title(each.round)) for each in rounds_going(viewer, today, ROUNDS)],
        "further": _further(viewer),
    }
    return render(request, "looped/first.html", words)


def _parts(found: FirstPage, today: date, *, writes: bool, moderates: bool, shown: bool) -> list[Part]:
    nothing = "Nothing to read just now. You get a letter when an audit is named for you." if writes else ""
    no_moderation = "Nothing to moderate just now." if moderates else ""
    none_learnt = "What was settled, and what is learnt from it, stands here once there is something." if writes else ""
    if not writes and not moderates and shown and not found.learnt:
        none_learnt = "None of the audits you may see here was settled in the last 90 days."
    return [
        Part("Came back to you", [_writing(row, today) for row in found.came_back]),
        Part("To read and grade", [_writing(row, today) for row in found.due], "" if found.came_back else nothing),
        Part("To settle between you", [_settling(row, found) for row in found.settle]),
        Part("To moderate", [_moderating(row, found) for row in found.moderate], no_moderation),
        Part("Handed in", [_waiting(row) for row in found.waiting]),
        Part("Settled and learnt" if writes else "Settled", [_learnt(row, found) for row in found.learnt], none_learnt),
    ]


def _item(row: AuditRow, where: str, words: str, **more: str | bool) -> Item:
    facts = f"{row.service_area}, {row.team}"
    return Item(where, case_told(row.case), words, facts, **more)  # type: ignore[arg-type]  # due, late, note


def _writing(row: AuditRow, today: date) -> Item:
    own, name = row.own, "tasks"
    words = "Start"
    where = address(name, row.audit)
    if own and own.last_page:
        words, where = "Go on where you stopped", address("page", row.audit, own.last_page)
    elif own and own.state != "not_started":
        words = "Go on"
    note = f"It came back: {own.why_back}" if own and own.why_back else ""
    if not note and own and own.saved_at:
        note = f"Last saved {moment(own.saved_at)}"
    late = row.due < today
    return _item(row, where, words, due=due_told(row.due, today), late=late, note=note)


def due_told(due: date, today: date) -> str:
    """A due date in words.

    >>> due_told(date(2024, 5, 3), date(2024, 5, 5))
    'Was due 3 May 2024: 2 days overdue'
    """
    days = (due - today).days
    if days < 0:
        return f"Was due {day(due)}: {many(-days, 'day')} overdue"
    return f"Due today, {day(due)}" if not days else f"Due {day(due)}" + (", tomorrow" if days == 1 else "")


def _settling(row: AuditRow, found: FirstPage) -> Item:
    where = address("audit", row.audit)
    if row.stage == "to_settle":
        return _item(row, where, "Settle", note="You differ a little: accept, or ask to meet.")
    starts = found.meetings.get(row.audit)
    note = f"Meeting on {moment(starts)}" if starts else "You meet with a moderator. No meeting is arranged yet."
    return _item(row, where, "Open", note=note)


def _moderating(row: AuditRow, found: FirstPage) -> Item:
    starts = found.meetings.get(row.audit)
    note = "Drawn, asked for by rule, or challenged." if row.stage == "to_moderate" else "No meeting is arranged yet."
    if starts:
        note = f"Meeting on {moment(starts)}"
    return _item(row, address("audit", row.audit), "Open", note=note)


def _waiting(row: AuditRow) -> Item:
    note = "You see the other’s return once both are in." if row.looped and row.stage == "with_auditors" else ""
    return _item(row, address("audit", row.audit), "See what you wrote", note=note)


def _learnt(row: AuditRow, found: FirstPage) -> Item:
    grade = framework(row.framework).scale.name(row.grade) if row.grade else "Not graded"
    told = f"{grade}, settled {moment(row.settled_at)}."
    learnt = found.learning.get(row.audit)
    return _item(row, address("audit", row.audit), "See why", due=told, note=learnt or "")


def _programme(request: HttpRequest, todo: ToDo | None) -> list[tuple[str, str]]:
    """What waits for whoever runs the programme: address and words."""
    viewer: Viewer = request.viewer
    if todo is None:
        return []
    lines = [
        (todo.unnamed, "to_name", "without auditors"),
        (todo.overdue, "with_auditors", "past the due date and not all in"),
        (todo.no_meeting, "meeting", "for which no meeting is arranged"),
        (todo.to_draw, "returned", "waiting for the dip sample to be drawn"),
        (todo.to_moderate, "to_moderate", "waiting for a moderator"),
    ]
    found = []
    for counts, stage, what in lines:
        if counts:
            # One press away: the board on which the first due of them stand.
            where = f"{address('round', next(iter(counts)))}?stage={stage}"
            more = f", in {len(counts)} rounds" if len(counts) > 1 else ""
            found.append((where, f"{many(sum(counts.values()), 'audit')} {what}{more}"))
    missing = settings_of(request).missing if viewer.may("settings.change") else ()
    if missing:
        named = ", ".join(SETTINGS[name].title for name in missing)
        found.append((address("settings"), f"Settings to make before going live: {named}"))
    return found


def _further(viewer: Viewer) -> list[tuple[str, str, str]]:
    """Where else somebody reads or works: address, words, what there is."""
    found = []
    if viewer.may("report.issued", Thing(issued=True)) or viewer.may("report.approve"):
        last = last_edition_of_all()
        told = (
            f"The latest is edition {last[0]}: {title_of_period(last[1], last[2])}." if last else "None was issued yet."
        )
        found.append((address("reports"), "Reports", told))
    if viewer.may("report.approve"):
        found.append((address("issue"), "Issue an edition", "Read the draft first: it is made anew from the record."))
    if viewer.may_anywhere("report.see"):
        found.append((address("figures"), "Figures", "As they stand now, before they are issued."))
    if viewer.may("people.hold"):
        found.append((address("people"), "People and roles", "Add people, give and end roles."))
    if viewer.may("privacy.access"):
        found.append((address("privacy"), "Privacy", "Answer somebody who asks; erase on a lawful ground."))
    if viewer.may("trail.read"):
        found.append((address("trail"), "Trail", "Who did what, when."))
    return found
