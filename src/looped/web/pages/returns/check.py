"""Check your answers, declare, submit; and what happens next."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from looped.loop.answers import NOT_GRADED, Problem, at_odds, day_of, top_of
from looped.records.queries.one_audit import one_audit
from looped.web.moments import day
from looped.web.pages.returns.shown import LABELS, said
from looped.web.pages.returns.work import NOT_STARTED, Work, work_of
from looped.workflow.refusals import Incomplete, TooLate
from looped.workflow.returning import submit_return


def check(request: HttpRequest, audit: str) -> HttpResponse:
    """All answers with a way to change each. Asks about an overall grade at odds, and never blocks for it."""
    try:
        work = work_of(request, audit)
        if request.method != "POST":
            return _shown(request, work, ())
        submit_return(by=request.viewer.person, audit=audit, declared="declared" in request.POST)
    except Incomplete as error:
        return _shown(request, work, error.problems)
    except TooLate:
        # Pressed twice: the answer is that it is in.
        if request.method == "POST" and _is_in(request, audit):
            return redirect("handed_in", audit)
        raise
    return redirect("handed_in", audit)


def handed_in(request: HttpRequest, audit: str) -> HttpResponse:
    """It is in, and what happens next. Always the same words, however far the other auditor is."""
    if not _is_in(request, audit):
        raise Http404
    return render(request, "looped/return/handed_in.html", {"view": one_audit(request.viewer, audit)})


def _is_in(request: HttpRequest, audit: str) -> bool:
    view = one_audit(request.viewer, audit)
    return view is not None and view.row.own is not None and view.row.own.state == "submitted"


def _shown(request: HttpRequest, work: Work, problems: Iterable[Problem]) -> HttpResponse:
    wrong = {each.field for each in problems}
    words = {
        "work": work,
        "cards": [(page, work.used.title_of(page), _rows(work, page, wrong)) for page in work.pages],
        "unfinished": [(page, work.used.title_of(page)) for page in work.pages if work.problems_of(page)],
        "odd": at_odds(work.texts, work.used),
        "errors": [(_where(work, each), each.what) for each in _briefly(work, problems)],
        "undeclared": "declared" in wrong,
    }
    return render(request, "looped/return/check.html", words, status=422 if wrong else 200)


def _briefly(work: Work, problems: Iterable[Problem]) -> list[Problem]:
    """Of a page on which nothing is written, one line instead of one a field."""
    empty = {page for page in work.pages if work.state_of(page) == NOT_STARTED}
    first = {page: Problem(f"{page}.grade", f"{work.used.title_of(page)}: nothing is written yet") for page in empty}
    kept = (first.get(each.field.partition(".")[0], each) for each in problems)
    return list(dict.fromkeys(kept))


def _where(work: Work, problem: Problem) -> str:
    """The very field: on this page for the declaration, else on the page of its domain."""
    page, _, name = problem.field.partition(".")
    return f"{_change(work, page)}&mend=1#{problem.field}" if name else problem.field


def _change(work: Work, page: str) -> str:
    return f"{reverse('page', args=[work.audit, page])}?to=check"


def _rows(work: Work, page: str, wrong: set[str]) -> list[dict[str, object]]:
    """A summary list's rows: what is asked, the answer, the way to change it."""
    return [_row(work, page, name, f"{page}.{name}" in wrong) for name in _asked(work, page)]


def _asked(work: Work, page: str) -> list[str]:
    """What is asked where this grade was chosen."""
    grade = work.texts.get(f"{page}.grade", "")
    unasked = {"reason_not_graded"} if grade != NOT_GRADED else {"why_not_above", "different"}
    unasked |= {"why_not_above"} if grade == top_of(work.used) else set()
    return [name for name in work.fields if name not in unasked]


def _row(work: Work, page: str, name: str, wrong: bool) -> dict[str, object]:
    full = f"{page}.{name}"
    text = said(work, full, work.texts.get(full, "").strip())
    if name == "document_date":
        text = day(day_of(text)) or text
    return {
        "key": LABELS[name],
        "text": text,
        "wrong": wrong,
        "change": f"{_change(work, page)}#{full}",
        "of": f"{LABELS[name].lower()} for {work.used.title_of(page)}",
    }
