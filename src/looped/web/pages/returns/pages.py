"""The pages where grades are given: one domain, or all on one page. A form that needs no script to lose nothing."""

from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from looped.loop.answers import Problem
from looped.web.pages.returns.saving import SOMEBODY_ELSE
from looped.web.pages.returns.shown import LABELS, Beside, shown
from looped.web.pages.returns.typed import Sent, same_writer, sent
from looped.web.pages.returns.work import Work, work_of
from looped.workflow.returning import Saved, save_draft


def page(request: HttpRequest, audit: str, page: str) -> HttpResponse:
    """One domain: its questions, the descriptors beside the grades, reason and evidence."""
    work = work_of(request, audit)
    if page not in work.pages:
        raise Http404
    return _answer(request, work, (page,))


def everything(request: HttpRequest, audit: str) -> HttpResponse:
    """All of them on one page, for those who prefer it."""
    work = work_of(request, audit)
    return _answer(request, work, work.pages)


def _answer(request: HttpRequest, work: Work, pages: tuple[str, ...]) -> HttpResponse:
    if request.method == "POST":
        return _saved(request, work, pages)
    mending = "mend" in request.GET
    return _shown(request, work, pages, Beside(problems=_of(work.problems, pages) if mending else ()))


def _saved(request: HttpRequest, work: Work, pages: tuple[str, ...]) -> HttpResponse:
    came = sent(request, work.used)
    if not same_writer(request):
        return _shown(request, work, pages, Beside(came.texts), above=SOMEBODY_ELSE, status=409)
    saved = save_draft(by=request.viewer.person, audit=work.audit, fields=came.fields)
    work = work_of(request, work.audit)
    if saved.conflicts:
        return _shown(request, work, pages, _both(came, saved), status=409)
    wrong = [each for each in _of(work.problems, pages) if _is_mistake(work, each)]
    if wrong and "back" not in request.POST:
        return _shown(request, work, pages, Beside(problems=wrong), status=422)
    return redirect(_next(request, work, pages))


def _both(came: Sent, saved: Saved) -> Beside:
    typed = {name: each.mine for name, each in saved.conflicts.items()}
    return Beside(typed, saved.conflicts, came.made_from, _chosen_between(saved))


def _chosen_between(saved: Saved) -> list[Problem]:
    what = "{}: another tab saved another text. Choose which one to keep"
    return [Problem(name, what.format(LABELS[name.partition(".")[2]])) for name in saved.conflicts]


def _is_mistake(work: Work, problem: Problem) -> bool:
    """Something typed that can't be taken, not something still to come."""
    return bool(work.texts.get(problem.field, "").strip())


def _of(problems: Iterable[Problem], pages: tuple[str, ...]) -> list[Problem]:
    return [each for each in problems if each.field.partition(".")[0] in pages]


def _next(request: HttpRequest, work: Work, pages: tuple[str, ...]) -> str:
    """Where the pressed button leads."""
    if "back" in request.POST:
        return reverse("tasks", args=[work.audit])
    to_check = request.GET.get("to") == "check" or len(pages) > 1
    following = _neighbour(work, pages, -1 if "previous" in request.POST else 1)
    if following is None or (to_check and "previous" not in request.POST):
        return reverse("check", args=[work.audit])
    return reverse("page", args=[work.audit, following])


def _neighbour(work: Work, pages: tuple[str, ...], step: int) -> str | None:
    at = work.pages.index(pages[0]) + step
    return work.pages[at] if 0 <= at < len(work.pages) and len(pages) == 1 else None


def _shown(
    request: HttpRequest, work: Work, pages: tuple[str, ...], beside: Beside, *, above: str = "", status: int = 200
) -> HttpResponse:
    alone = len(pages) == 1
    errors = [(_target(each, beside), each.what) for each in beside.problems]
    words = {
        "work": work,
        "pages": [shown(work, each, beside) for each in pages],
        "alone": alone,
        "title": work.used.title_of(pages[0]) if alone else "Your whole return",
        "number": work.pages.index(pages[0]) + 1,
        "previous": _neighbour(work, pages, -1),
        "following": _neighbour(work, pages, 1),
        "to_check": request.GET.get("to") == "check",
        "errors": [("saving", above)] * bool(above) + errors,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "writer": request.viewer.person,
    }
    return render(request, "looped/return/page.html", words, status=status)


def _target(problem: Problem, beside: Beside) -> str:
    return f"choose.{problem.field}" if problem.field in beside.conflicts else problem.field
