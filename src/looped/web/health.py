"""`/healthz`: a plain word for whoever watches. It tells nothing else, and never keeps them waiting."""

import logging
from threading import Event, Lock, Thread
from time import monotonic

from django.db import connection
from django.http import HttpRequest, HttpResponse

from looped.records.guarding import require_guard

LIMIT = 2.0  # seconds after which a database that is silent counts as one that doesn't answer
FRESH = 1.0  # seconds for which an answer is given again, so that asking often costs nothing
GUARD_FRESH = 60.0  # seconds for which the guard is taken to stand as it was seen

log = logging.getLogger("looped.health")


def healthz(request: HttpRequest) -> HttpResponse:
    """200 "ok" when the database answers and its guard stands; 503 otherwise."""
    well = _current().well()
    return HttpResponse("ok\n" if well else "unavailable\n", "text/plain", 200 if well else 503)


class Look:
    """One look at the database, in a thread of its own with a connection of its own."""

    def __init__(self) -> None:
        self.begun, self.done, self.found = monotonic(), Event(), False
        Thread(target=self._look, daemon=True).start()

    def well(self) -> bool:
        """What was found, as soon as it is known and within the limit."""
        return self.done.wait(max(0.0, self.begun + LIMIT - monotonic())) and self.found

    @property
    def is_old(self) -> bool:
        """Whether it is time for another. One that hangs is left to hang: there is never a second."""
        return self.done.is_set() and monotonic() - self.begun > FRESH

    def _look(self) -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM django_migrations")
            _require_guard()
            self.found = True
        except Exception as error:
            log.error("not well", exc_info=error)
        finally:
            connection.close()
            self.done.set()


_turn = Lock()
_last: list[Look] = []
_guard_seen: list[float] = []


def _current() -> Look:
    with _turn:
        if not _last or _last[0].is_old:
            _last[:] = [Look()]
        return _last[0]


def _require_guard() -> None:
    if _guard_seen and monotonic() - _guard_seen[0] < GUARD_FRESH:
        return
    _guard_seen.clear()
    require_guard(connection)
    _guard_seen[:] = [monotonic()]
