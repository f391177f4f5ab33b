"""A process of its own that starts imports and kills each at a random moment. Prints what stood after each kill.

Arguments: number of kills, rows a file, folder for the files. The record is DATABASE_URL's.
"""

import contextlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

from looped.records.opening import open_to_read

OTHERS = """
SELECT count(*) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


def main(kills: int, rows: int, folder: Path) -> None:
    open_to_read()
    from django.db import connection

    took = timed(folder, rows)
    chance = random.Random(50)
    found = []
    files = [read_file(folder, f"K{number}-", rows) for number in range(kills)]
    for returns in files:
        before = gradings()
        connection.close()  # a connection must not be taken over by a child
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                import_file(returns)
            os._exit(0)
        time.sleep(chance.uniform(0, took))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        wait_for_server()
        found.append([gradings() - before, whole()])
    again = gradings()
    for returns in files:
        import_file(returns)
    print(json.dumps({"after_kills": found, "added_afterwards": gradings() - again, "whole": whole()}))


def wait_for_server() -> None:
    """Until PostgreSQL has done with the dead: a commit that it was handed just before still goes through, whole."""
    from django.db import connection

    deadline = time.monotonic() + 60
    while connection.vendor == "postgresql" and time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(OTHERS)
            if not cursor.fetchone()[0]:
                return
        time.sleep(0.005)
    assert connection.vendor == "sqlite", "a killed import's session never ended"


def timed(folder: Path, rows: int) -> float:
    """How long one import takes, so that kills fall within it."""
    from django.db import connection

    returns = read_file(folder, "first-", rows)
    connection.close()  # as in the children, which connect anew
    start = time.monotonic()
    import_file(returns)
    return time.monotonic() - start


def read_file(folder: Path, prefix: str, rows: int) -> Any:
    from tests.unit.workflow.sheets import line, returns_of

    return returns_of(folder, *(line(f"{prefix}{number}") for number in range(rows)), name=f"{prefix}.csv")


def import_file(returns: Any) -> None:
    from looped.workflow.importing import import_returns

    import_returns(by="Q. Lead", returns=returns)


def gradings() -> int:
    from looped.records.models import Grading

    return Grading.objects.count()


def whole() -> bool:
    """Every table tells of the same imports, and the trail holds."""
    from looped.records.models import Audit, Event, Grading, ImportedFile, Return
    from looped.records.trail import verify

    files = ImportedFile.objects.count()
    returns = Return.objects.count()
    return (
        Event.objects.count() == files
        and Audit.objects.count() == returns
        and Grading.objects.count() == 8 * returns
        and sum(ImportedFile.objects.values_list("taken", flat=True)) == returns
        and verify()[1] == []
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
