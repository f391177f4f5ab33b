"""One audit as each role may see it. What that is, `records.queries.one_audit` says; nothing is looked up here."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from looped.loop.settling import DIFFERENCES
from looped.loop.stages import STAGES
from looped.records.queries.one_audit import one_audit
from looped.records.queries.shown import AuditView
from looped.rubric.loading import framework
from looped.web.pages.domains_shown import DomainShown, domains_shown, grade_told, side_title
from looped.web.pages.wording import (
    NOT_GRADED_TOLD,
    OUTCOMES_TOLD,
    PARTS_TOLD,
    REASONS_TOLD,
    STAGE_COLOURS,
    WHY_MODERATED_TOLD,
    case_told,
    many,
    round_title,
)

# What is open to a viewer, by deed: the address of its page, the words of its link.
STEERING: dict[str, tuple[str, str]] = {
    "name_auditors": ("name_auditors", "Name the auditors"),
    "reopen_return": ("reopen", "Reopen the return"),
    "stand_down_to_single": ("stand_down", "Stand it down to a single audit"),
    "end_audit": ("end_audit", "End it without a grade"),
    "challenge_grade": ("challenge", "Challenge a settled grade"),
}


@dataclass(frozen=True)
class Typed:
    """What was typed into a settling form that couldn't be taken, and why."""

    domain: str = ""
    why: str = ""
    error: str = ""
    late: str = ""


def audit(request: HttpRequest, audit: str) -> HttpResponse:
    """The audit as this viewer may see it."""
    return audit_page(request, audit)


def audit_page(request: HttpRequest, audit: str, typed: Typed | None = None) -> HttpResponse:
    """The page, with what was typed and couldn't be taken put back."""
    view = one_audit(request.viewer, audit)
    if view is None:
        raise Http404
    domains = domains_shown(view, DIFFERENCES)
    said = typed or Typed()
    words = {
        "view": view,
        "row": view.row,
        "title": case_told(view.row.case),
        "round_title": round_title(view.round),
        "stage_what": STAGES[view.row.stage].what,
        "colour": STAGE_COLOURS[view.row.stage],
        "auditors": _auditors(view),
        "domains": domains,
        "settling": [each for each in domains if each.accepts],
        "sides": [side_title(view, part) for part in view.returns],
        "learning": [(_learner(view, part), text) for part, text in view.learning.items()],
        "steering": _steering(view),
        "typed": said,
        "errors": [(f"why-{said.domain}", said.error)] if said.error else None,
        "what_next": _what_next(view, domains),
        **_told(view),
    }
    return render(request, "looped/audit/page.html", words, status=409 if said.late else 422 if said.error else 200)


def _told(view: AuditView) -> dict[str, object]:
    used = framework(view.row.framework)
    earlier = [
        [
            (used.title_of(code), grade_told(each.grade, each.reason_not_graded, used), each)
            for code, each in form.answers.items()
        ]
        for form in view.earlier
    ]
    reasons = [
        (REASONS_TOLD[each.what], used.title_of(each.domain) if each.domain else "", each.why, each.by)
        for each in view.reasons
    ]
    return {
        "earlier": list(zip(view.earlier, earlier, strict=True)),
        "reasons": reasons,
        "why_moderated": WHY_MODERATED_TOLD.get(view.why_moderated or "") if view.row.stage != "to_settle" else None,
        "outcomes_told": OUTCOMES_TOLD,
        "not_graded_told": NOT_GRADED_TOLD,
    }


def _auditors(view: AuditView) -> list[tuple[str, str, bool | None]]:
    """Which auditor, their name, and whether their return is in, for whoever may know."""
    if view.row.auditors is None:
        return []
    progress = view.row.progress or {}
    named = [(part, name or "(erased)") for part, name in view.row.auditors.items()]
    return [
        (
            PARTS_TOLD[part] if view.row.looped else "Auditor",
            f"{name} (you)" if part == view.sight.part else name,
            progress.get(part),
        )
        for part, name in named
    ]


def _learner(view: AuditView, part: str) -> str:
    if part == view.sight.part:
        return "For you"
    found = next((name for named, name in (view.row.auditors or {}).items() if named == part and name), None)
    return f"For {found}" if found else f"For the {PARTS_TOLD['lead' if part == 'lead' else 'second'].lower()}"


def _steering(view: AuditView) -> list[tuple[str, str]]:
    """Links to what whoever steers may do now: address and words."""
    found = []
    for deed in STEERING:
        for may in sorted(view.row.may):
            name, _, part = may.partition(":")
            if name == deed:
                found.append(_link(view, deed, part))
    return found


def _link(view: AuditView, deed: str, part: str) -> tuple[str, str]:
    address, words = STEERING[deed]
    if part:
        named = (view.row.auditors or {}).get("lead" if part == "lead" else "second") or "the auditor"
        return reverse(address, args=[view.row.audit, part]), f"Reopen the return of {named}"
    if deed == "name_auditors" and view.row.stage != "to_name":
        words = "Change the auditors"
    return reverse(address, args=[view.row.audit]), words


def _what_next(view: AuditView, domains: tuple[DomainShown, ...]) -> str:
    """One sentence on where it stands for this viewer."""
    row, own = view.row, view.row.own
    if own and row.stage == "with_auditors":
        return _of_a_writer(view)
    open_ = [each for each in domains if each.accepts]
    if open_:
        told = (
            "Either of you can settle it below." if len(open_) == 1 else "Either of you can settle each of them below."
        )
        return f"{many(len(open_), 'domain differs', 'domains differ')} a little. {told}"
    waiting = sum(each.waits for each in domains)
    if row.stage == "meeting" and waiting:
        return f"{many(waiting, 'domain waits', 'domains wait')} for a meeting with a moderator."
    return STAGES[row.stage].what


def _of_a_writer(view: AuditView) -> str:
    own = view.row.own
    if own and own.state == "submitted":
        return "Your return is in." + (
            " Until both are in, neither of you sees anything of the other’s." if view.row.looped else ""
        )
    if own and own.state == "came_back":
        return f"Your return came back to you. {own.why_back}"
    return "It is yours to read and grade."
