"""The fixed SQLite. Nothing else in looped imports `sqlite3`; this is called in the first line of the settings.

SQLite 3.7.0 to 3.51.2 can lose committed writes of a WAL database when two connections write and checkpoint.
It is mended in 3.51.3, and in 3.44.6 and 3.50.7 of the older lines. Debian 12 and 13 ship affected ones.
"""

import sys

from looped.errors import LoopedError

MENDED = (3, 51, 3)
MENDED_LINES = {(3, 44): 6, (3, 50): 7}

# Run on every new connection. FULL: an acknowledged commit survives a power cut (NORMAL lost 16 in 100).
# secure_delete: erased words leave no bytes in the file.
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=20000"
OPTIONS = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS}


def use_fixed_sqlite() -> None:
    """Put pysqlite3, which carries a mended SQLite, in the place of Python's own `sqlite3`.

    Raises: LoopedError where even that is an affected version.
    """
    import pysqlite3
    from pysqlite3 import dbapi2

    require_mended(dbapi2.sqlite_version_info)
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2


def require_mended(version: tuple[int, ...]) -> None:
    """Refuse a SQLite that can lose committed writes. version: as in (3, 51, 3). Raises: LoopedError."""
    if version >= MENDED or version[2] >= MENDED_LINES.get(version[:2], sys.maxsize):
        return
    shown = ".".join(map(str, version))
    raise LoopedError(
        f"SQLite {shown} can lose saved work (its WAL-reset fault, mended in 3.51.3). "
        "Install pysqlite3 0.6.1 or later, which carries a mended one, or use PostgreSQL by DATABASE_URL."
    )
