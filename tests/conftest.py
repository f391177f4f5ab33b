"""What every test shares: factories on the path; folders in memory; the longest first."""

import gc
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
RECORDS = {"record", "sqlite_record", "postgresql_record", "migrated_file", "migrated_database"}
# They go again through code that other tests cover: many generated worlds, many texts, every page, every deed, methods
# that vectors judge. Counting branches there takes more than their own time again, and counts nothing new.
COUNTED_ELSEWHERE = (
    "engines/test_figures.py::test_a_folder_of_parquet_files",
    "engines/test_figures.py::test_postgresql_itself",
    "engines/test_figures.py::test_sqlite_itself",
    "faults/",
    "pages/",
    "peers/",
    "walk/",
    "unit/checker/test_broken_files.py",
    "unit/checker/test_labelled_texts.py",
    "unit/checker/test_lexicon.py",
    "unit/figures/test_against_reference.py",
    "unit/figures/test_generated_worlds.py",
    "unit/publishing/test_disclosure.py::test_a_grade_settled_otherwise",
    "unit/publishing/test_disclosure.py::test_a_late_return",
    "unit/publishing/test_disclosure.py::test_a_month_in_which_all",
    "unit/publishing/test_disclosure.py::test_no_withheld_count",
    "unit/publishing/test_disclosure.py::test_small_is_what_is_said",
    "unit/publishing/test_disclosure.py::test_the_same_figures_again",
    "unit/publishing/test_disclosure.py::test_what_the_board_report",
    "unit/publishing/test_disclosure.py::test_what_was_withheld",
    "unit/publishing/test_generated_reports.py",
    "unit/returns/test_round_trip.py",
    "unit/stats/",
    "unit/web/test_round_pages.py::test_lists_ask",
    "unit/workflow/test_issuing_by_command.py::test_an_edition_as_at_an_earlier",
    "unit/workflow/test_issuing_by_command.py::test_editions_issued_for_publication_are_held_together[postgresql]",
    "unit/workflow/test_issuing_by_command.py::test_reports_of_the_record_follow_its_setting_unless_asked_otherwise[sqlite]",
    "unit/workflow/test_issuing_by_command.py::test_two_late_returns_are_just_what_the_next_edition_restates[sqlite]",
    "unit/workflow/test_odd_orders.py",
    "unit/workflow/test_stages.py",
    "unit/workflow/test_two_worlds.py",
    "unit/workflow/test_who_may.py",
)
# A test of `record` runs once an engine. On PostgreSQL the same lines run again, but for these, which ask which it is.
COUNTED_ON_BOTH = (
    "unit/records/",
    "unit/workflow/test_at_once.py",
    "unit/workflow/test_backup.py",
    "unit/workflow/test_commands.py",
    "unit/workflow/test_deeds.py",
    "unit/workflow/test_issuing_by_command.py",
    "unit/workflow/test_same_as_file.py",
)
# Importing these starts something.
STARTING = {"looped.__main__", "looped.files.child", "looped.service.gunicorn", "looped.service.wsgi"}
# Tells a program that it is to count branches; whatever a test starts has it from us.
COUNTING = "COVERAGE_PROCESS_CONFIG"
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


def pytest_collection_modifyitems(config, items):
    """Whatever opens a record takes over a tenth of a second."""
    for item in items:
        if _is_of(item, COUNTED_ELSEWHERE) or (_on_postgresql(item) and not _is_of(item, COUNTED_ON_BOTH)):
            item.add_marker("no_cover")
        if RECORDS & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
    items.sort(key=lambda item: not _is_of(item, LONGEST))
    if COUNTING in os.environ and any(item.get_closest_marker("no_cover") for item in items):
        _import_all()


def pytest_collection_finish():
    """Tests and modules stay to the end: looking whether they are rubbish, over and over, takes 3 in 100 of a run."""
    gc.collect()
    gc.freeze()


def _is_of(item, files):
    return f"{item.path.relative_to(HERE).as_posix()}::{item.name}".startswith(files)


def _on_postgresql(item):
    return getattr(item, "callspec", None) is not None and item.callspec.params.get("record") == "postgresql"


def _import_all():
    """What a file says outside its functions is run once: while we count, not by whichever test comes first."""
    import looped

    import_module("tests.records_fixtures")  # sets Django up, which tests of the lower rooms do without
    for module in walk_packages(looped.__path__, "looped."):
        if module.name not in STARTING:
            import_module(module.name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Programs that a test starts count no more than the test does: it takes them twice as long."""
    counting = os.environ.get(COUNTING)
    if counting is None or item.get_closest_marker("no_cover") is None:
        return (yield)
    del os.environ[COUNTING]
    try:
        return (yield)
    finally:
        os.environ[COUNTING] = counting
