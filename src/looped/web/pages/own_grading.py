"""An auditor's own page: what their gradings show, in words, for them alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from looped.figures.moments import now
from looped.records.queries.as_source import as_source
from looped.web.asking import require


def own_grading(request: HttpRequest) -> HttpResponse:
    """Whether their grades can be told from those of the auditors they can be compared with. Nobody is ranked."""
    viewer = require(request, "return.write")
    from looped.figures.auditors import gradings_by_auditor
    from looped.figures.sources import open_source
    from looped.publishing.own_grading import own_words
    from looped.stats.severity import severity

    moment = now()
    with open_source(as_source(moment).what) as source:
        rows = gradings_by_auditor(source, moment)
    found = severity(
        rows.audits, rows.auditors, rows.domains, rows.grades, rows.codes, len(rows.framework.scale.grades)
    )
    return render(request, "looped/own_grading.html", {"words": own_words(viewer.person, rows, found)})
