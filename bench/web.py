"""Pages against a bare Django view that does the same reads and writes, and what the pages weigh.

In one process, through Django's test client, on the embedded database, turn and turn about. bench/bare holds the other
side: views as Django's handbook has them, behind the middleware that a new project comes with (session, user, CSRF),
with Django's own templates, loaded once. They ask the same tables by the ORM, no oftener than we do, write the same
rows, and say the same things on a plain page; that both read and write the same tables equally often is checked, and
the run stops where they don't. They look whether somebody is signed in, holds a role and is the audit's own auditor.
They lack what is ours: the seal's rule, second factor, GOV.UK's markup, conflicts between tabs, errors, the log.

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
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

Call = Callable[[], Any]
AIM, FIRST_LOAD, SCRIPT = 1.5, 100, 30
PAGE = "plans"


def main() -> None:
    """Print medians, ratios and weights."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--times", type=int, default=40)
    asked.add_argument("--audits", type=int, default=500)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _begin(folder)
        world = _world(given.audits)
        print(f"{'':34}{'ours':>9}{'bare':>9}{'ratio':>7}   reads, writes of each")
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
    return {"browser": signed_in(people["A"]), "audit": audits[0], "person": people["A"], "number": number}


def _pairs(world: dict[str, Any]) -> list[tuple[str, Call, Call]]:
    """Title, ours, bare. Each makes one request and gives its response."""
    ours, bare = world["browser"], _bare(world["browser"])
    page = f"/audits/{world['audit']}/return/{PAGE}"
    save = _saving(world)
    return [
        ("domain page", lambda: ours.get(page), lambda: bare.get(page)),
        (f"first page, {world['number']} audits", lambda: ours.get("/"), lambda: bare.get("/")),
        ("autosave", lambda: ours.post(*save()), lambda: bare.post(*save())),
    ]


def _bare(browser: Any) -> Any:
    """A browser with the same session, in front of the bare views and the middleware that a new project has."""
    from django.test import Client, override_settings

    from bare.views import MIDDLEWARE

    made = Client()
    made.cookies = browser.cookies
    with override_settings(MIDDLEWARE=MIDDLEWARE):
        made.handler.load_middleware()
    return made


def _saving(world: dict[str, Any]) -> Callable[[], tuple[str, dict[str, str]]]:
    """Where to save, and a page's form in which one field is typed anew each time."""
    from looped.records.models import DraftField

    sent = {"writer": world["person"]}
    for row in DraftField.objects.filter(audit=world["audit"], field__startswith=f"{PAGE}."):
        sent |= {row.field: row.text, f"version.{row.field}": str(row.version)}
    counted = count(int(sent[f"version.{PAGE}.reason"]))

    def form() -> tuple[str, dict[str, str]]:
        version = {f"version.{PAGE}.reason": str(next(counted))}
        return f"/audits/{world['audit']}/return/save", sent | version | {f"{PAGE}.reason": secrets.token_hex(100)}

    return form


def _compare(title: str, ours: Call, bare: Call, times: int) -> None:
    """Medians of interleaved calls, and what each asked and wrote."""
    mine, theirs = _statements(ours), _statements(bare)
    if mine != theirs:
        sys.exit(f"{title}: the two don't do the same. Ours alone: {mine - theirs}; bare alone: {theirs - mine}.")
    taken: dict[Call, list[float]] = {ours: [], bare: []}
    for turn in range(times + 3):
        for call in (ours, bare) if turn % 2 else (bare, ours):
            begun = time.perf_counter()
            call()
            if turn >= 3:
                taken[call].append((time.perf_counter() - begun) * 1000)
    one, other = (statistics.median(taken[call]) for call in (ours, bare))
    reads = sum(number for (verb, *_), number in mine.items() if verb == "SELECT")
    verdict = "" if one / other < AIM else f"  over the aim of {AIM}"
    print(f"{title:34}{one:6.1f} ms{other:6.1f} ms{one / other:7.2f}   {reads}, {mine.total() - reads}{verdict}")


def _statements(call: Call) -> Counter[tuple[str, ...]]:
    """Which tables one call reads and writes, and how often: a statement by its verb and tables."""
    from django.db import connection

    found: Counter[tuple[str, ...]] = Counter()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        verb = sql.split()[0].upper()
        if verb in ("SELECT", "INSERT", "UPDATE"):
            found[verb, *sorted(set(re.findall(r'"((?:records|django|auth)_\w+)"', sql)))] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        response = call()
    assert response.status_code == 200, response.status_code
    return found


def _weigh(world: dict[str, Any]) -> None:
    """Page, style and script as a browser first loads them: raw, and compressed as they are sent."""
    from django.conf import settings
    from django.urls import reverse

    if not (Path(settings.STATIC_ROOT) / "names.json").is_file():
        print("\nWhat pages weigh isn't told: style and script aren't built (bash src/looped/web/assets/build.sh).")
        return
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
