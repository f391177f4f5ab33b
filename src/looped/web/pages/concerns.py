"""'A child may be at risk now': whom to ring at once, who was alerted, and the list for those who answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from looped.errors import UsageError
from looped.figures.moments import in_london, now
from looped.loop.office_hours import by_day
from looped.records.queries.concerns import concern_of, concerns_for
from looped.records.queries.one_audit import one_audit
from looped.records.queries.settings import Settings
from looped.web.frame import settings_of
from looped.workflow.concerns import acknowledge_concern, raise_concern, record_ring


def risk(request: HttpRequest, audit: str) -> HttpResponse:
    """The button: alerts the named people at once, and shows whom to ring. Opened by its address it only shows that."""
    if request.method == "POST":
        concern = raise_concern(by=request.viewer.person, audit=audit, again="again" in request.POST)
        return redirect("concern", audit, concern)
    view = one_audit(request.viewer, audit)
    if view is None or not view.sight.writes:
        raise Http404
    return render(
        request, "looped/concern/ring.html", _around(request, audit) | {"case": view.row.case, "concern": None}
    )


def concern(request: HttpRequest, audit: str, concern: str) -> HttpResponse:
    """One's own concern: whom to ring, whom one rang, who was alerted, who has it."""
    mine = concern_of(request.viewer, concern)
    if mine is None or not mine.mine or mine.audit != audit:
        raise Http404
    errors = []
    if request.method == "POST":
        try:
            record_ring(by=request.viewer.person, concern=concern, whom=request.POST.get("whom", ""))
            return redirect("concern", audit, concern)
        except UsageError:
            errors = [("whom", "Write whom you rang, and what they said they would do")]
    words = _around(request, audit) | {"case": mine.case, "concern": mine, "errors": errors}
    return render(request, "looped/concern/ring.html", words, status=422 if errors else 200)


def concerns(request: HttpRequest) -> HttpResponse:
    """Those that are the viewer's to answer, or that they raised."""
    found = concerns_for(request.viewer)
    words = {
        "waiting": [each for each in found if each.acknowledged_at is None],
        "answered": [each for each in found if each.acknowledged_at is not None],
        "minutes": settings_of(request).alert_minutes,
    }
    return render(request, "looped/concern/list.html", words)


@require_POST
def acknowledge(request: HttpRequest, concern: str) -> HttpResponse:
    """Take it on by name."""
    # Asked first by the rule that reads nothing of what isn't theirs, so that no count of questions tells of it.
    if concern_of(request.viewer, concern) is None:
        raise Http404
    acknowledge_concern(by=request.viewer.person, concern=concern)
    return redirect("concerns")


def _around(request: HttpRequest, audit: str) -> dict[str, object]:
    set_ = settings_of(request)
    return {"audit": audit, "numbers": _numbers(set_), "minutes": set_.alert_minutes}


def _numbers(set_: Settings) -> list[tuple[str, str, bool]]:
    """When, whom, whether it applies now; the one that does first."""
    day = by_day(in_london(now()).replace(tzinfo=None))
    both = [
        ("In office hours, Monday to Friday, 9am to 5pm", set_.ring_by_day, day),
        ("Out of hours: evenings, nights, weekends, bank holidays", set_.ring_out_of_hours, not day),
    ]
    return sorted(both, key=lambda each: not each[2])
