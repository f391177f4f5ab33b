"""What every test shares: factories on the path; nothing reaches the network."""

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
RECORDS = {"record", "sqlite_record", "postgresql_record", "migrated_file", "migrated_database"}
for folder in (HERE, HERE / "unit" / "reports"):
    sys.path.insert(0, str(folder))

# No test depends on speed: a machine at work on other things is no fault of the code.
settings.register_profile("looped", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("looped")


def pytest_collection_modifyitems(items):
    """Whatever opens a record takes over a tenth of a second."""
    for item in items:
        if RECORDS & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")
