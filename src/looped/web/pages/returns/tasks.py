"""The task list: which audit, by when, how far each page is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from looped.records.queries.one_audit import feedback_of
from looped.web.pages.returns.work import COMPLETED, IN_PROGRESS, NOT_STARTED, Work, work_of

# Not started stands out, completed doesn't: as GOV.UK's task list has it.
COLOURS = {NOT_STARTED: "blue", IN_PROGRESS: "light-blue"}


def tasks(request: HttpRequest, audit: str) -> HttpResponse:
    """One line a domain, the family's words for the lead, check your answers."""
    work = work_of(request, audit)
    states = {page: work.state_of(page) for page in work.pages}
    done = sum(state == COMPLETED for state in states.values())
    family = len(feedback_of(audit))
    words = {
        "work": work,
        "graded": [_item(work, page, state) for page, state in states.items()],
        "heard": [_family(work, family)] if work.draft.family else [],
        "family": family,
        "last": [_check(work, done)],
        "done": done,
    }
    return render(request, "looped/return/tasks.html", words)


def _item(work: Work, page: str, state: str) -> dict[str, object]:
    return _line(work.used.title_of(page), reverse("page", args=[work.audit, page]), state)


def _family(work: Work, recorded: int) -> dict[str, object]:
    line = _line("The family’s words", reverse("family", args=[work.audit]), COMPLETED if recorded else NOT_STARTED)
    return line | {"hint": {"text": f"{recorded} recorded" if recorded else "Or that nobody could be reached"}}


def _check(work: Work, done: int) -> dict[str, object]:
    whole = done == len(work.pages)
    line = _line("Check your answers and submit", reverse("check", args=[work.audit]), NOT_STARTED)
    return line if whole else line | {"status": {"text": f"{done} of {len(work.pages)} completed"}}


def _line(title: str, address: str, state: str) -> dict[str, object]:
    colour = COLOURS.get(state)
    status = {"tag": {"text": state, "classes": f"govuk-tag--{colour}"}} if colour else {"text": state}
    return {"title": {"text": title}, "href": address, "status": status}
