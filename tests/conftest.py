"""What every test shares: factories on the path; folders in memory; the longest first."""

import os
import sys
import tempfile
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
# These take minutes each: begun first, none of them is left running alone at the end.
LONGEST = ("pages/", "walk/", "unit/publishing/test_generated_reports.py", "unit/figures/test_against_reference.py")
MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30
for folder in (HERE, HERE / "unit" / "reports"):
    sys.path.insert(0, str(folder))


def there_is_memory() -> bool:
    """Whether there is a folder in memory with room for a run's records, from which programs may be started too."""
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK)):
        return False
    about = os.statvfs(MEMORY)
    return about.f_bavail * about.f_frsize >= ROOM and not about.f_flag & os.ST_NOEXEC


# A record waits for the disk at every commit, as it must; a test's is as safe in memory, and waits for nothing.
if "TMPDIR" not in os.environ and there_is_memory():
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

# No test depends on speed: a machine at work on other things is no fault of the code.
settings.register_profile("looped", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("looped")


def pytest_collection_modifyitems(items):
    """Whatever opens a record takes over a tenth of a second."""
    for item in items:
        if _is_of(item, COUNTED_ELSEWHERE):
            item.add_marker("no_cover")
        if RECORDS & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
    items.sort(key=lambda item: not _is_of(item, LONGEST))


def _is_of(item, files):
    return item.path.relative_to(HERE).as_posix().startswith(files)
