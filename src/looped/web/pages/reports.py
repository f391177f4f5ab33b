"""Reports: editions as they were issued, and a quarter's draft."""

from datetime import datetime
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from looped.access.roles import Thing
from looped.errors import LoopedError
from looped.figures.moments import now
from looped.figures.periods import quarter, title_of_period
from looped.publishing.request import Request
from looped.records.queries.as_source import as_source
from looped.records.queries.editions import Issued, edition, editions, is_whole
from looped.records.queries.settings import settings_now
from looped.web.asking import require
from looped.web.pages.figures import quarter_now

TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
NAMES = {"html": "Web page", "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "json": "JSON"}
# A report is one file with its own styles and pictures inside; it is shown walled off, and no script runs in it.
ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)


def listed(request: HttpRequest) -> HttpResponse:
    """Editions, the newest first."""
    viewer = request.viewer
    if not _reads(request) and not viewer.may_anywhere("report.approve"):
        raise Http404
    rows = [(each, title_of_period(each.first, each.last), is_whole(each)) for each in reversed(editions())]
    words = {"rows": rows, "formats": NAMES, "issues": viewer.may("report.approve")}
    return render(request, "looped/reports.html", words)


def read(request: HttpRequest, number: int, suffix: str) -> HttpResponse:
    """An edition as it was issued, drawn from its stored tree in the format asked for."""
    if suffix not in TYPES or not _reads(request):
        raise Http404
    found = edition(number)
    if found is None or found.tree is None:
        raise Http404
    content = found.tree.encode() if suffix == "json" else _drawn(found, suffix)
    return _file(content, suffix, f"edition-{number}")


def draft(request: HttpRequest) -> HttpResponse:
    """The report of a quarter as it stands now, as a web page; nothing of it is kept."""
    viewer = require(request, "report.see")
    if not viewer.may("report.see"):
        raise Http404
    try:
        asked = asked_for(request.GET.get("quarter") or quarter_now(), now(), ("html",))
        from looped.publishing.making import prepare

        drawn = prepare(asked, as_source(asked.as_at))
    except LoopedError as error:
        return render(
            request, "looped/message.html", {"title": "This report can’t be made", "what": str(error)}, status=422
        )
    return _file(drawn.contents["html"], "html", "draft")


def asked_for(named: str, moment: datetime, formats: tuple[str, ...]) -> Request:
    """The report of a quarter as at a moment, by the rules that are set. Raises: UsageError for no quarter."""
    first, last = quarter(named)
    as_set = settings_now()
    council = as_set.council or Request.organisation
    return Request(None, first, last, moment, Path(), formats=formats, organisation=council, xmr_rules=as_set.xmr_rules)


def _reads(request: HttpRequest) -> bool:
    return bool(request.viewer.may("report.issued", Thing(issued=True)))


def _drawn(found: Issued, suffix: str) -> bytes:
    from looped.renderers.formats import FORMATS
    from looped.renderers.json_back import restore

    assert found.tree
    return FORMATS[suffix].render(restore(found.tree))


def _file(content: bytes, suffix: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[suffix])
    if suffix == "html":
        response["Content-Security-Policy"] = ALONE
    else:
        response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return response
