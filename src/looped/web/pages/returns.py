"""The return: a task list, a page a domain, check your answers, declare, submit."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from looped.loop.answers import NOT_GRADED, asked, at_odds, may_be_not_graded, problems
from looped.records.queries.drafts import DraftView, draft_of
from looped.records.queries.one_audit import one_audit
from looped.rubric.framework import OVERALL, Framework
from looped.rubric.loading import framework
from looped.workflow.refusals import Incomplete
from looped.workflow.returning import Saved, save_draft, submit_return

WHY_NOT_GRADED = {
    "not_applicable": "It doesn't apply to this child",
    "not_enough_on_file": "There isn't enough on the file",
    "not_completed": "I didn't complete it",
}


@dataclass(frozen=True)
class Work:
    """A return in the making, with what its pages show."""

    draft: DraftView
    used: Framework
    case: str | None

    @property
    def texts(self) -> dict[str, str]:
        """What is saved, by field."""
        return {name: typed.text for name, typed in self.draft.fields.items()}


def tasks(request: HttpRequest, audit: str) -> HttpResponse:
    """The task list: each page, done or not."""
    work = _work(request, audit)
    left = {each.field.partition(".")[0] for each in problems(work.texts, work.used, date.today())}  # noqa: DTZ011  # local day
    rows = [(code, work.used.title_of(code), code not in left) for code in work.used.graded_codes]
    return render(request, "looped/tasks.html", {"work": work, "audit": audit, "rows": rows})


def page(request: HttpRequest, audit: str, page: str) -> HttpResponse:
    """One domain: its questions, the descriptors beside the grades, reason and evidence."""
    work = _work(request, audit)
    if page not in work.used.graded_codes:
        raise Http404
    typed = {name: work.texts.get(f"{page}.{name}", "") for name in asked(work.used)}
    if request.method != "POST":
        return _page(request, work, page, typed)
    typed = {name: request.POST.get(name, "") for name in typed}
    saved = _save(request, audit, page, typed)
    if saved.conflicts:
        return _page(request, _work(request, audit), page, typed, saved)
    codes = work.used.graded_codes
    after = codes[codes.index(page) + 1 :]
    return redirect("page", audit, after[0]) if after else redirect("check", audit)


def check(request: HttpRequest, audit: str) -> HttpResponse:
    """All answers; asks about an overall grade at odds and never blocks for it."""
    work = _work(request, audit)
    errors = []
    if request.method == "POST":
        try:
            submit_return(by=request.viewer.person, audit=audit, declared="declared" in request.POST)
            return redirect("audit", audit)
        except Incomplete as error:
            errors = [(each.field, each.what) for each in error.problems]
    wrong = [field for field, _ in errors]
    rows = [
        (code, work.used.title_of(code), _answers(work, code), [name for name in wrong if name.startswith(f"{code}.")])
        for code in work.used.graded_codes
    ]
    words = {"work": work, "audit": audit, "rows": rows, "errors": errors, "odd": at_odds(work.texts, work.used)}
    return render(request, "looped/check.html", words, status=422 if errors else 200)


def _work(request: HttpRequest, audit: str) -> Work:
    draft, view = draft_of(request.viewer, audit), one_audit(request.viewer, audit)
    if draft is None or view is None:
        raise Http404
    return Work(draft, framework(view.row.framework), view.row.case)


def _save(request: HttpRequest, audit: str, page: str, typed: dict[str, str]) -> Saved:
    made_from = {name: request.POST.get(f"version.{name}", "0") for name in typed}
    versions = {name: int(text) if text.isdecimal() else 0 for name, text in made_from.items()}
    fields = {f"{page}.{name}": (text, versions[name]) for name, text in typed.items()}
    return save_draft(by=request.viewer.person, audit=audit, fields=fields)


def _page(
    request: HttpRequest, work: Work, page: str, typed: dict[str, str], saved: Saved | None = None
) -> HttpResponse:
    used, fields = work.used, work.draft.fields
    domain = None if page == OVERALL else used.domain(page)
    descriptors = domain.descriptors if domain else used.overall_descriptors
    versions = [(name, fields[f"{page}.{name}"].version if f"{page}.{name}" in fields else 0) for name in typed]
    conflicts = [(name.partition(".")[2], each.theirs) for name, each in saved.conflicts.items()] if saved else []
    words = {
        "work": work,
        "audit": work.draft.audit,
        "title": used.title_of(page),
        "questions": domain.questions if domain else (),
        "grades": [(str(each.position), each.name, descriptors.get(each.position)) for each in used.scale.grades],
        "not_graded": NOT_GRADED if may_be_not_graded(page, used) else "",
        "why_not_graded": WHY_NOT_GRADED,
        "typed": typed,
        "versions": versions,
        "conflicts": conflicts,
    }
    return render(request, "looped/page.html", words, status=409 if conflicts else 200)


def _answers(work: Work, page: str) -> list[tuple[str, str]]:
    grades = {str(each.position): each.name for each in work.used.scale.grades} | {NOT_GRADED: "Not graded"}
    texts = {name: work.texts.get(f"{page}.{name}", "") for name in asked(work.used)}
    texts["grade"] = grades.get(texts["grade"], "")
    texts["reason_not_graded"] = WHY_NOT_GRADED.get(texts["reason_not_graded"], "")
    return [(name.replace("_", " ").capitalize(), text) for name, text in texts.items() if text]
