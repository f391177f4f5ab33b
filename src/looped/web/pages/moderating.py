"""Moderation: both auditors side by side, the grades settled. It is there for those free of conflict alone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from looped.records.queries.naming import guests, moderated_meanwhile
from looped.records.queries.one_audit import one_audit
from looped.records.queries.shown import AuditView
from looped.rubric.loading import framework
from looped.web.asking import posted
from looped.web.pages.moderation_form import Moderation, asked_of, must_be
from looped.web.pages.wording import OUTCOMES_TOLD, WHY_MODERATED_TOLD, case_told
from looped.workflow.moderating import moderate as settle_grades
from looped.workflow.refusals import Incomplete, NotThere, TooLate


def moderate(request: HttpRequest, audit: str) -> HttpResponse:
    """The form, or what it settles. Whatever is wrong, everything typed stays."""
    view = one_audit(request.viewer, audit)
    if view is None or "moderate" not in view.row.may:
        return _gone(request, audit)
    form = Moderation(posted(request), view=view, guests=guests(request.viewer, audit))
    must = must_be(view)
    if request.method == "POST" and form.is_valid():
        try:
            settle_grades(
                by=request.viewer.person,
                audit=audit,
                decisions=form.decisions(must),
                met_on=form.cleaned_data["met_on"],
                attended=form.people(),
                learning=form.learning(),
            )
            return redirect("audit", audit)
        except Incomplete as error:
            for each in error.problems:
                form.refuse(each.what, each.field if each.field in form.fields else None)
        except (NotThere, TooLate):
            # Somebody was quicker between our reading and the deed.
            return _too_late(request, form)
    return _page(request, view, form, must)


def _page(request: HttpRequest, view: AuditView, form: Moderation, must: tuple[str, ...]) -> HttpResponse:
    rows, used = asked_of(view, form, must), framework(view.row.framework)
    asked = [
        (used.title_of(each.domain or ""), each.why) for each in view.reasons if each.what == "meeting" and each.domain
    ]
    challenged = "".join(f" {each.why}" for each in view.reasons[-1:] if each.what == "challenge")
    words = {
        "view": view,
        "title": case_told(view.row.case),
        "form": form,
        "errors": form if form.errors else None,
        "must": [each for each in rows if each.must],
        "others": [each for each in rows if not each.must],
        "learns": [f"learning.{part}" for part in form.learners],
        "why_moderated": WHY_MODERATED_TOLD.get(view.why_moderated or "", "The two auditors differed.") + challenged,
        "asked": asked,
        "outcomes_told": OUTCOMES_TOLD,
    }
    return render(request, "looped/audit/moderate.html", words, status=422 if form.errors else 200)


def _gone(request: HttpRequest, audit: str) -> HttpResponse:
    """What was typed comes back to whoever could settle it a moment ago; to everybody else there is nothing."""
    if request.method != "POST" or not moderated_meanwhile(request.viewer, audit):
        raise Http404
    typed = [(name, text) for name, text in request.POST.items() if name.endswith(".words") or "learning." in name]
    told = [(_named(name), text) for name, text in typed if text.strip()]
    return render(request, "looped/audit/too_late.html", {"typed": told}, status=409)


def _named(field: str) -> str:
    """A field as its reader knows it: plans.words is Plans."""
    first, _, last = field.partition(".")
    told = {"lead": "First auditor learns", "second": "Second auditor learns"}.get(last, first)
    return told.replace("_", " ").capitalize()


def _too_late(request: HttpRequest, form: Moderation) -> HttpResponse:
    return render(request, "looped/audit/too_late.html", {"typed": form.told()}, status=409)
