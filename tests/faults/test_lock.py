"""Counting never lets go of the lock: a second SQLite in the process, closing the file, would drop it unseen."""

import dataclasses
import json
import subprocess
import sys
from datetime import UTC, datetime

from django.db import transaction
from tests.unit.workflow.sheets import line, returns_of

from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.sources import open_source, source_of
from looped.records.models import Edition, PersonName
from looped.records.queries.extent import extent
from looped.rubric.loading import frameworks
from looped.workflow.importing import import_returns
from looped.workflow.issuing import issue_edition

NOW = datetime(2024, 7, 8, 11, tzinfo=UTC)
TRY = """
import sys
from pysqlite3 import dbapi2
connection = dbapi2.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    connection.execute("BEGIN IMMEDIATE")
except dbapi2.OperationalError as error:
    print(error)
else:
    print("got it")
"""


def second_process(path):
    """What another process is told when it asks for the lock."""
    done = subprocess.run([sys.executable, "-c", TRY, path], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_lock_holds_through_counting_and_issuing(sqlite_record, tmp_path):
    """A write transaction, every figure by both ways in, an edition: a second process is refused before and after."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A2", "RI")), now=NOW)
    path = sqlite_record.settings_dict["NAME"]
    moment = NOW.replace(tzinfo=None)
    assert second_process(path) == "got it"

    with transaction.atomic():
        PersonName.objects.create(authority="x", identifier="p-9", name="N. Other", recorded_at=NOW)
        told = [second_process(path)]
        on_it = all_figures(
            count(source_of(sqlite_record, "sqlite"), moment, frameworks()), frameworks(), "2024-04", "2024-06"
        )
        told.append(second_process(path))
        with open_source(f"sqlite:///{path}") as source:
            beside = all_figures(count(source, moment, frameworks()), frameworks(), "2024-04", "2024-06")
        told.append(second_process(path))
        figures = json.dumps([dataclasses.asdict(row) for row in on_it])
        issue_edition(
            by="N. Other",
            first="2024-04",
            last="2024-06",
            as_at=NOW,
            figures=figures,
            tree="{}",
            counted=extent(NOW),
            now=NOW,
        )
        told.append(second_process(path))

    assert told == ["database is locked"] * 4
    assert on_it == beside
    assert Edition.objects.count() == 1
    assert second_process(path) == "got it"
