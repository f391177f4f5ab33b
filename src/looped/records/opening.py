"""Opening the record: made by the first command that writes, never worked on with its guard down."""

import os
from pathlib import Path
from typing import Any

from looped.errors import LoopedError

MIGRATE = "Run `looped manage migrate`."


def set_up() -> None:
    """Make Django ready. Safe to call again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "looped.service.settings")
    import django
    from django.apps import apps

    if not apps.ready:  # again would be harmless, and slow
        django.setup()


def open_to_write() -> Any:
    """Django's connection to the record, made first where there is none.

    Raises: LoopedError where its tables are of another version, or its guard isn't as it must be.
    """
    set_up()
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        make_place(Path(connection.settings_dict["NAME"]))
    if _is_empty(connection) or lacks_sign_in(connection):
        call_command("migrate", verbosity=0)
    return _checked(connection)


def make_place(path: Path) -> None:
    """An empty file for the record where there is none, for its owner alone; SQLite's logs take over its mode."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise LoopedError(
            f"The record can't be made at {path} ({error.strerror}). LOOPED_HOME says where it is kept."
        ) from error


def open_to_read() -> Any:
    """Django's connection to the record. Raises: LoopedError where there is none, or as above."""
    set_up()
    from django.db import connection

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).is_file():
        raise LoopedError(
            f"There is no record yet at {connection.settings_dict['NAME']}. "
            "`looped import RETURNS` makes it; LOOPED_HOME says where."
        )
    if _is_empty(connection):
        raise LoopedError(f"The record is empty. {MIGRATE}")
    return _checked(connection)


def lacks_sign_in(connection: Any) -> bool:
    """Whether only tables of sign-in are missing: commands that don't need them made the record."""
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    planned = {step.app_label for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())}
    applied = {app for app, _ in executor.loader.applied_migrations}
    return bool(planned) and "records" in applied and not planned & applied


def _is_empty(connection: Any) -> bool:
    from django.db import DatabaseError

    try:
        return "django_migrations" not in connection.introspection.table_names()
    except DatabaseError as error:
        raise LoopedError(f"The record can't be opened: {' '.join(str(error).split())}") from error


def _checked(connection: Any) -> Any:
    from django.apps import apps
    from django.db.migrations.executor import MigrationExecutor

    from looped.records.guarding import require_guard

    executor = MigrationExecutor(connection)
    known = executor.loader.disk_migrations
    # A command that doesn't load sign-in knows nothing of its tables.
    ours = {app.label for app in apps.get_app_configs()}
    if any(applied not in known for applied in executor.loader.applied_migrations if applied[0] in ours):
        raise LoopedError("The record was made by a newer version of looped. Install that version.")
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        if lacks_sign_in(connection):
            raise LoopedError(f"The record was made without the tables of sign-in. {MIGRATE}")
        raise LoopedError(f"The record's tables are of an earlier version. Make a backup, then: {MIGRATE}")
    require_guard(connection)
    return connection
