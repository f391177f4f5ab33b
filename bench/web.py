"""Pages against a bare Django view that does the same reads and writes, and what the pages weigh.

In one process, through Django's test client, on the embedded database, turn and turn about. The bare view is the
least that Django can do with the same rows: it repeats each question that our page asked of the database (whole
rows come back as model instances, as they do for us), writes the same rows by the ORM, and draws the same facts
with a plain template. Neither sign-in, rights, components nor seals are in it: only session and questions.

    python bench/web.py [--times 40] [--audits 500]
"""

import argparse
import gzip
import os
import re
import secrets
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

AIM, FIRST_LOAD, SCRIPT = 1.5, 100, 30
PAGE = "plans"
Asked = list[tuple[str, Any]]


def main() -> None:
    """Print medians, ratios and weights."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--times", type=int, default=40)
    asked.add_argument("--audits", type=int, default=500)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _begin(folder)
        world = _world(given.audits)
        print(f"{'':34}{'ours':>9}{'bare':>9}{'ratio':>7}   questions, writes (ours / bare)")
        for title, ours, bare in _pairs(world):
            _compare(title, ours, bare, given.times)
        _weigh(world)


def _begin(folder: str) -> None:
    os.environ |= {"LOOPED_HOME": folder, "DJANGO_SETTINGS_MODULE": "looped.service.web_settings"}
    os.environ.pop("DATABASE_URL", None)
    sys.path[:0] = [str(Path(__file__).parent.parent)]
    from looped.records.opening import open_to_write

    open_to_write()
    import logging

    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    logging.getLogger("looped").setLevel(logging.WARNING)


def _world(number: int) -> dict[str, Any]:
    """One auditor with so many audits to do, the first of them half typed, all by deeds."""
    from tests.signed_in import say_whom_to_ring, signed_in

    from looped.cli.demonstration.round import fields
    from looped.rubric.loading import framework_for
    from looped.workflow.audit_list import NewAudit
    from looped.workflow.people import add_person, first_administrator, hold_role
    from looped.workflow.returning import save_draft
    from looped.workflow.rounds import add_audits, add_round, name_auditors

    admin = first_administrator(by="Ada Min", account="1")
    people = {name: add_person(by=admin, name=name, account=str(n)) for n, name in enumerate(("Q", "A", "B"), 2)}
    hold_role(by=admin, person=people["Q"], role="qa_lead")
    for name in ("A", "B"):
        hold_role(by=admin, person=people[name], role="auditor", service_area="Help", team="Blue")
    today = date.today()
    cut_off = today - timedelta(days=7)
    round_ = add_round(by=people["Q"], month=f"{today:%Y-%m}", due=today + timedelta(days=9), cut_off=cut_off)
    new = [NewAudit(f"C-{n}", "Safeguarding", "Amber", n % 5 == 0) for n in range(number)]
    audits = add_audits(by=people["Q"], round_=round_, audits=new)
    for audit, each in zip(audits, new, strict=True):
        name_auditors(by=people["Q"], audit=audit, lead=people["A"], second=people["B"] if each.looped else None)
    used = framework_for(f"{today:%Y-%m}")
    typed = {name: (text, 0) for name, text in fields(used, {}, cut_off).items()}
    save_draft(by=people["A"], audit=audits[0], fields=typed)
    say_whom_to_ring()
    return {"browser": signed_in(people["A"]), "audit": audits[0], "person": people["A"], "used": used}


def _pairs(world: dict[str, Any]) -> list[tuple[str, Callable[[], Any], Callable[[], Any]]]:
    """Title, ours, bare. Both are called with nothing and give a response."""
    from django.urls import NoReverseMatch, reverse

    browser, audit = world["browser"], world["audit"]
    page, first = reverse("page", args=[audit, PAGE]), reverse("first")
    try:
        save = reverse("save", args=[audit])
    except NoReverseMatch:
        save = page  # until there is an address for autosave, the page's own form saves
    drawn_page, drawn_first = (_bare(lambda at=at: browser.get(at), _rows_of(at)) for at in (page, first))
    return [
        ("domain page", lambda: browser.get(page), drawn_page),
        (f"first page, {len(_audits())} audits", lambda: browser.get(first), drawn_first),
        ("autosave" if save != page else "save by the page's form", *_saving(world, save)),
    ]


def _saving(world: dict[str, Any], address: str) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """One field is typed anew each time, the others stay."""
    from looped.records.models import DraftField

    browser, audit = world["browser"], world["audit"]

    def form() -> dict[str, str]:
        rows = DraftField.objects.filter(audit=audit, field__startswith=f"{PAGE}.")
        sent = {}
        for row in rows:
            sent |= {row.field: row.text, f"version.{row.field}": str(row.version)}
        return sent | {f"{PAGE}.reason": secrets.token_hex(100), "writer": world["person"]}

    prepared: list[dict[str, str]] = []

    def ours() -> Any:
        return browser.post(address, prepared.pop())

    def prepare() -> None:
        prepared[:] = [form()]

    ours.prepare = prepare  # type: ignore[attr-defined]
    prepare()
    return ours, _bare(ours, None, write=lambda: _write(audit))


def _write(audit: str) -> None:
    """What a save writes: the field, and the event that follows from the one before it."""
    from looped.records import trail
    from looped.records.models import DraftField, Event

    row = DraftField.objects.get(audit=audit, field=f"{PAGE}.reason")
    row.text, row.version, row.saved_at = secrets.token_hex(100), row.version + 1, datetime.now(UTC)
    row.save()
    last = Event.objects.filter(chain__startswith="draft:").order_by("-number").first()
    assert last
    now = datetime.now(UTC)
    same = {"chain": last.chain, "who": last.who, "what": last.what, "which": last.which, "details": last.details}
    made = Event(**same, number=last.number + 1, deed=secrets.token_hex(16), previous=last.digest, recorded_at=now)
    made.digest = trail.digest_of(made)
    made.save(force_insert=True)


BARE = """<!DOCTYPE html><html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
<form method="post">{% csrf_token %}
{% for row in rows %}<div>{% for cell in row %}<span>{{ cell }}</span> {% endfor %}</div>{% endfor %}
<button>Save</button></form></body></html>"""


def _bare(
    ours: Callable[[], Any], rows: Callable[[], list[Any]] | None, write: Callable[[], None] | None = None
) -> Any:
    """A view that repeats the questions of `ours`, writes, and draws or answers in JSON; as a call by a client."""
    from django.contrib.sessions.middleware import SessionMiddleware
    from django.http import HttpResponse, JsonResponse
    from django.middleware.csrf import CsrfViewMiddleware
    from django.template import Context, Engine
    from django.test import Client

    asked = _asked(ours)
    shown = rows() if rows else []
    template = Engine().from_string(BARE)

    def view(request: Any) -> HttpResponse:
        for sql, values in asked:
            _again(sql, values)
        if write:
            from django.db import transaction

            with transaction.atomic():
                write()
            return JsonResponse({"saved": True})
        return HttpResponse(template.render(Context({"title": "Plain", "rows": shown, "csrf_token": "x"})))

    client = Client()
    # The same client as ours has, with the least that stands around a view which knows its visitor.
    client.handler._middleware_chain = SessionMiddleware(CsrfViewMiddleware(view))
    return lambda: client.get("/")


def _rows_of(address: str) -> Callable[[], list[Any]]:
    """The facts that our page shows, in words, one row a line of its text: drawn plainly by the bare view."""

    def rows() -> list[Any]:
        from looped.records.models import CaseReference

        if address == "/":
            return [(case, f"{address}{case}", "Safeguarding", "Amber", "due") for case in _cases(CaseReference)]
        from looped.rubric.loading import framework_for

        used = framework_for(f"{date.today():%Y-%m}")
        domain = used.domain(PAGE)
        kept = [(name, "text", "hint", "label") for name in ("reason", "document", "why_not_above", "different")]
        return [*((each,) for each in domain.questions), *domain.descriptors.items(), *kept]

    return rows


def _cases(model: Any) -> list[str]:
    return list(model.objects.values_list("reference", flat=True))


def _audits() -> list[Any]:
    from looped.records.models import AuditInHand

    return list(AuditInHand.objects.all())


def _asked(ours: Callable[[], Any]) -> Asked:
    """Every question that one call asks of the database. What it writes is left out."""
    from django.db import connection

    found: Asked = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith("SELECT"):
            found.append((sql, params))
        return execute(sql, params, many, context)

    getattr(ours, "prepare", lambda: None)()
    with connection.execute_wrapper(note):
        response = ours()
    getattr(ours, "prepare", lambda: None)()
    assert response.status_code in (200, 204, 302), response.status_code
    return found


def _again(sql: str, values: Any) -> None:
    """The same question: whole rows as instances, others as tuples."""
    from django.db import connection

    model = _whole(sql)
    if model is not None:
        list(model.objects.raw(sql, values))
        return
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.fetchall()


def _whole(sql: str) -> Any:
    from django.apps import apps

    table = re.match(r'SELECT "(records_\w+)"\."id", ', sql)
    if not table:
        return None
    model = next(each for each in apps.get_models() if each._meta.db_table == table[1])
    columns = sql.split(" FROM ")[0].count(f'"{table[1]}".')
    return model if columns == len(model._meta.concrete_fields) else None


def _compare(title: str, ours: Any, bare: Any, times: int) -> None:
    """Medians of interleaved calls, and what each asked and wrote."""
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for turn in range(times + 3):
        for name, call in (("ours", ours), ("bare", bare)) if turn % 2 else (("bare", bare), ("ours", ours)):
            getattr(call, "prepare", lambda: None)()
            begun = time.perf_counter()
            call()
            if turn >= 3:
                taken[name].append((time.perf_counter() - begun) * 1000)
    mine, theirs = (statistics.median(taken[name]) for name in ("ours", "bare"))
    counted = " / ".join(_counted(call) for call in (ours, bare))
    verdict = "" if mine / theirs < AIM else f"  over the aim of {AIM}"
    print(f"{title:34}{mine:6.1f} ms{theirs:6.1f} ms{mine / theirs:7.2f}   {counted}{verdict}")


def _counted(call: Any) -> str:
    from django.db import connection

    words: Counter[str] = Counter()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        words[sql.split()[0].upper()] += 1
        return execute(sql, params, many, context)

    getattr(call, "prepare", lambda: None)()
    with connection.execute_wrapper(note):
        call()
    return f"{words['SELECT']}, {words['INSERT'] + words['UPDATE']}"


def _weigh(world: dict[str, Any]) -> None:
    """Page, style and script as a browser first loads them: raw, and compressed as they are sent."""
    from django.conf import settings
    from django.urls import reverse

    print(f"\n{'as sent, in KB':34}{'compressed':>12}{'raw':>9}")
    page = world["browser"].get(reverse("page", args=[world["audit"], PAGE])).content
    names = re.findall(rb'(?:href|src)="/static/([^"]+)"', page)
    parts = {"domain page": (len(gzip.compress(page)), len(page))}
    for name in map(bytes.decode, names):
        path = Path(settings.STATIC_ROOT) / name
        best = min(path.with_name(f"{name}{end}").stat().st_size for end in (".br", ".gz"))
        parts[re.sub(r"\.[0-9a-f]{12}", "", name)] = (best, path.stat().st_size)
    whole = tuple(map(sum, zip(*parts.values(), strict=True)))
    script = sum(small for name, (small, _) in parts.items() if name.endswith(".js"))
    for name, (small, raw) in parts.items():
        print(f"{name:34}{small / 1000:12.1f}{raw / 1000:9.1f}")
    print(f"{f'first load (aim: under {FIRST_LOAD})':34}{whole[0] / 1000:12.1f}{whole[1] / 1000:9.1f}")
    print(f"{f'of it script (aim: under {SCRIPT})':34}{script / 1000:12.1f}")


if __name__ == "__main__":
    main()
