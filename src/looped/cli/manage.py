"""`looped manage`: Django's own commands on the record, as in `looped manage migrate`."""

import os
import sys
from pathlib import Path

from looped.errors import LoopedError


def run(words: list[str]) -> int:
    """Run one of Django's commands. Returns what it ends with."""
    from looped.records.opening import make_place, set_up

    # With sign-in, whose tables are migrated, and erased from, with ours.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "looped.service.terminal_settings")
    set_up()
    from django.core.management import execute_from_command_line
    from django.db import OperationalError, connection

    if connection.vendor == "sqlite":
        make_place(Path(connection.settings_dict["NAME"]))
    try:
        execute_from_command_line(["looped manage", *words])
    except OperationalError as error:
        raise LoopedError(f"the record can't be opened: {str(error).strip()}") from error
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    sys.stdout.flush()
    return 0
