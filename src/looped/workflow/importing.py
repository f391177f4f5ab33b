"""The deed of importing a file of returns: all or nothing, once a file, only what is news."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from looped.errors import UsageError
from looped.records.edition import Edition
from looped.records.imported import ImportedFile
from looped.returns.model import Delivery, Returns, in_one_piece
from looped.workflow.arrival import Arrival, record_all
from looped.workflow.deeds import deed


@dataclass(frozen=True)
class Imported:
    """What an import did. before: when the same file was imported, if it was; then nothing changed.

    added: rows added, by what they are: "returns", "gradings", "audits", "feedback", "actions", "words" ...
    """

    taken: int
    added: dict[str, int]
    before: datetime | None = None


def import_returns(
    *,
    by: str,
    returns: Returns | Delivery,
    history: bool = False,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Record what a file of returns says and the record doesn't yet.

    returns: read whole, or handed over in pieces.
    history: a first load; each row is recorded at the moment that the file gives. Otherwise at this moment.
    now: this moment, for tests.  progress: called with rows done and rows of the file.
    Raises: UsageError where `history` is asked for and an edition exists.
    """
    file = in_one_piece(returns) if isinstance(returns, Returns) else returns
    about = file.beside
    with deed("import returns", by=by, chain="imports", now=now, alone=True) as doing:
        earlier = ImportedFile.objects.filter(checksum=about.checksum).first()
        if earlier:
            doing.left_undone = True
            return Imported(about.taken, {}, earlier.recorded_at)
        if history and Edition.objects.exists():
            raise UsageError(
                "--history is for a first load, and an edition was issued already: its figures would change behind it. "
                "Import without --history; what is recorded late then shows as late."
            )
        arrival = Arrival(file, doing.code, doing.moment, history)
        added = record_all(arrival, progress)
        ImportedFile.objects.create(
            checksum=about.checksum,
            taken=about.taken,
            refused=about.material.refused,
            history=history,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        doing.which = f"file:{about.checksum}"
        doing.details = {"taken": about.taken, "history": history, "added": added}
        if added.get("gradings"):
            doing.details["gradings_sha256"] = arrival.fingerprint.text
        return Imported(about.taken, added)
