"""What every test shares: factories on the path; nothing reaches the network."""

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
RECORDS = {"record", "sqlite_record", "postgresql_record", "migrated_file", "migrated_database"}
# They go again through code that other tests cover: many generated worlds, every page, every deed, methods that vectors
# judge. Counting branches there doubles their time and counts nothing new.
COUNTED_ELSEWHERE = (
    "faults/",
    "pages/",
    "peers/",
    "walk/",
    "unit/checker/test_broken_files.py",
    "unit/figures/test_against_reference.py",
    "unit/figures/test_generated_worlds.py",
    "unit/publishing/test_generated_reports.py",
    "unit/stats/",
    "unit/workflow/test_odd_orders.py",
    "unit/workflow/test_two_worlds.py",
)
for folder in (HERE, HERE / "unit" / "reports"):
    sys.path.insert(0, str(folder))

# No test depends on speed: a machine at work on other things is no fault of the code.
settings.register_profile("looped", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("looped")


def pytest_collection_modifyitems(items):
    """Whatever opens a record takes over a tenth of a second."""
    for item in items:
        if item.path.relative_to(HERE).as_posix().startswith(COUNTED_ELSEWHERE):
            item.add_marker("no_cover")
        if RECORDS & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
