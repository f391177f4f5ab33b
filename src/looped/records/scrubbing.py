"""No bytes of what was erased stay in the database's files."""

from typing import Any

from looped.records.privacy import personal_columns


def scrub(connection: Any) -> bool:
    """Take erased rows out of the files too. Called after the erasing transaction, outside of any.

    False: somebody was reading, so SQLite's write-ahead log couldn't be emptied; call it again.
    On SQLite freed cells are overwritten (secure_delete) and the write-ahead log is emptied. On PostgreSQL the tables
    with personal columns are written anew; its own write-ahead log and backups keep bytes until they are recycled.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return bool(cursor.fetchone()[0] == 0)
        for table in personal_columns():
            cursor.execute(f"VACUUM (FULL) {table}")
    return True
