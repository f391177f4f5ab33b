"""Who is signed in. Accounts of the demonstration stand in a file of its folder, passwords hashed."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.contrib.auth.hashers import Argon2PasswordHasher, check_password
from django.http import HttpRequest, HttpResponse

from looped.records.address import home
from looped.records.queries.people import person_of, viewer_of
from looped.web.signed_out import signed_out

OPEN = ("/sign-in", "/healthz", "/static/")


class SmallArgon2(Argon2PasswordHasher):
    """OWASP's small profile: 19 MiB, two passes, one lane."""

    memory_cost = 19456
    time_cost = 2
    parallelism = 1


def accounts_file() -> Path:
    """Where the demonstration's accounts are; only a demonstration has the file."""
    return home() / "demonstration.json"


def account_for(name: str, password: str) -> str | None:
    """The account of this sign-in, or None. An unknown name takes as long as a wrong password."""
    accounts = json.loads(accounts_file().read_text()) if accounts_file().is_file() else {}
    known = accounts.get(name) or {"account": None, "hash": next(iter(accounts.values()), {"hash": "!"})["hash"]}
    return known["account"] if check_password(password, known["hash"]) else None


def who_is_it(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Puts the viewer on the request; whoever isn't signed in is asked to."""

    def known(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN):
            return answer(request)
        account = request.session.get("account")
        person = person_of(account) if account else None
        if person is None:
            return signed_out(request)
        request.viewer = viewer_of(person, datetime.now(UTC))
        return answer(request)

    return known
