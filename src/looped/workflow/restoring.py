"""The deed of noting a restore, and doing again what was erased since the backup was made."""

from datetime import datetime

from looped.records.backup import Restored, shut_again
from looped.records.erasure import Erasure
from looped.records.privacy import model_of
from looped.records.scrubbing import scrub
from looped.workflow.deeds import deed


def note_restore(*, by: str, restored: Restored, now: datetime | None = None) -> int:
    """Write the restore into the trail, and erase again what was erased since that backup. How many rows that were.

    Everybody signs in anew, and what was shut since stays shut (`records.accounts.after_restore`).
    """
    from django.db import connection

    with deed("restore", by=by, chain="restores", now=now, alone=True) as doing:
        for table, row, why in restored.warrants:
            Erasure.objects.create(
                row_table=table, row_id=row, who=doing.who, why=why, deed=doing.code, recorded_at=doing.moment
            )
            model_of(table)._default_manager.filter(pk=row)._raw_delete("default")  # type: ignore[attr-defined]  # no cascade to ask
        shut_again(restored)
        doing.which = f"event:{restored.facts.first_event}"
        doing.details = {"events": restored.facts.events, "erased_again": len(restored.warrants)}
    if restored.warrants:
        scrub(connection)
    return len(restored.warrants)
