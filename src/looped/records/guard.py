"""The text of the database's own guard: the views that figures read, and the triggers that keep records append-only.

This one file is what must be installed, per engine; `guarding.py` installs it, lifts it for migrations and compares.
"""

from dataclasses import dataclass
from typing import Literal

Engine = Literal["sqlite", "postgresql"]

# Table -> the keys by which INSERT OR REPLACE could push a row out. The erasures themselves have no lawful door.
GUARDED: dict[str, tuple[tuple[str, ...], ...]] = {
    "records_account": (("id",), ("account",), ("person",)),
    "records_action": (("id",),),
    "records_actionwording": (("id",),),
    "records_audit": (("id",),),
    "records_caseloadentry": (("id",),),
    "records_casereference": (("id",), ("identifier",), ("authority", "reference")),
    "records_concernstep": (("id",), ("concern", "number")),
    "records_concernwords": (("id",),),
    "records_dipdraw": (("id",), ("deed",)),
    "records_edition": (("id",), ("number",)),
    "records_editiontree": (("id",), ("number",)),
    "records_event": (("id",), ("deed",), ("chain", "number")),
    "records_feedback": (("id",),),
    "records_feedbackwording": (("id",),),
    "records_givenback": (("id",), ("submission",)),
    "records_grading": (("id",), ("given_in_id", "domain")),
    "records_importedfile": (("id",), ("checksum",)),
    "records_learning": (("id",),),
    "records_letter": (("id",), ("letter",)),
    "records_lettersent": (("id",), ("letter",)),
    "records_mark": (("id",),),
    "records_meeting": (("id",), ("meeting",)),
    "records_reasongiven": (("id",),),
    "records_meetingheld": (("id",), ("deed",)),
    "records_personname": (("id",), ("identifier",), ("authority", "name")),
    "records_place": (("id",),),
    "records_reported": (("id",),),
    "records_return": (("id",),),
    "records_roleended": (("id",), ("holding",)),
    "records_roleheld": (("id",), ("holding",)),
    "records_round": (("id",), ("round",)),
    "records_settingrow": (("id",),),
    "records_settlement": (("id",), ("deed", "domain")),
    "records_settlementwords": (("id",),),
    "records_stepwording": (("id",),),
    "records_submission": (("id",), ("submission",), ("audit", "part", "number")),
    "records_submittedgrade": (("id",), ("submission", "domain")),
    "records_submittedwords": (("id",), ("submission", "domain")),
    "erasures": (("id",), ("row_table", "row_id")),
}
# Work in hand, not record: these rows change while auditors type, letters are tried again, people sign in.
UNGUARDED = ("records_auditinhand", "records_draftfield", "records_lettertry", "records_signinattempt")
WITHOUT_A_DOOR = ("erasures",)


@dataclass(frozen=True)
class Piece:
    """One view, trigger or function. on: the table or view a trigger stands on."""

    kind: Literal["view", "trigger", "function"]
    name: str
    text: str
    on: str = ""


def pieces(engine: Engine) -> tuple[Piece, ...]:
    """Everything to install, in the order of installing. Lift in the opposite order."""
    return _sqlite() if engine == "sqlite" else _postgresql()


VIEWS: dict[str, str] = {
    "gradings": """
        SELECT authority, id AS seq, audit, domain, grade, reason_not_graded, source, auditor, why_moderated,
               {recorded_at}
        FROM records_grading""",
    "audits": """
        SELECT authority, id AS seq, audit, "case", service_area, team, month, kind, selection, framework,
               {looped}, due, returned, state, reason, {recorded_at}
        FROM records_audit""",
    "feedback": """
        SELECT authority, id AS seq, audit, source, outcome, who, theme, {recorded_at}
        FROM records_feedback""",
    "actions": """
        SELECT authority, action, id AS seq, audit, service_area, theme, due, state, closed_at, checked_at,
               {recorded_at}
        FROM records_action""",
    "caseload": """
        SELECT authority, "case", family, service_area, team, age_band, plan_type, ethnicity, disability,
               opened, closed, listed_at
        FROM (SELECT records_caseloadentry.*,
                     row_number() OVER (PARTITION BY authority, "case", listed_at ORDER BY id DESC) AS latest
              FROM records_caseloadentry) AS numbered
        WHERE latest = 1""",
    "reported": """
        SELECT authority, period, domain, grade, "count", base, share, document
        FROM (SELECT records_reported.*,
                     row_number() OVER (PARTITION BY authority, document, period, domain, grade
                                        ORDER BY id DESC) AS latest
              FROM records_reported) AS numbered
        WHERE latest = 1""",
    "marks": """
        SELECT authority, figure, domain, grade, kind, value, valid_from, valid_to, set_by, why
        FROM (SELECT records_mark.*,
                     row_number() OVER (PARTITION BY authority, figure, domain, grade, kind, valid_from
                                        ORDER BY id DESC) AS latest
              FROM records_mark) AS numbered
        WHERE latest = 1""",
}

# Both columns by engine: SQLite keeps moments as UTC text of one width and yes/no as 0/1 already.
COLUMNS = {
    "sqlite": {"recorded_at": "recorded_at", "looped": "looped"},
    "postgresql": {
        "recorded_at": "recorded_at AT TIME ZONE 'UTC' AS recorded_at",
        "looped": "looped::int::smallint AS looped",
    },
}


def _views(engine: Engine) -> tuple[Piece, ...]:
    return tuple(
        Piece("view", name, f"CREATE VIEW {name} AS{select.format(**COLUMNS[engine])}")
        for name, select in VIEWS.items()
    )


# SQLite. A trigger can't be switched off there. REPLACE deletes without asking the DELETE trigger, so an
# INSERT over any key that exists is refused before it happens; an UPSERT meets that or the UPDATE trigger.

SQLITE_UPDATE = """CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row is never changed, only superseded'); END"""

SQLITE_DELETE = """CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table}
WHEN NOT EXISTS (SELECT 1 FROM erasures WHERE row_table = '{table}' AND row_id = OLD.id)
BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row is deleted only by a warrant in erasures'); END"""

SQLITE_DELETE_NO_DOOR = """CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only: a warrant is never deleted'); END"""

SQLITE_INSERT = """CREATE TRIGGER {table}_never_replaced BEFORE INSERT ON {table}
WHEN {exists}
BEGIN SELECT RAISE(ABORT, '{table} is append-only: a row with this key exists'); END"""

SQLITE_EXISTS = "EXISTS (SELECT 1 FROM {table} WHERE {same})"

# After, because an id that the database gives itself isn't known before.
SQLITE_REUSE = """CREATE TRIGGER {table}_never_reused AFTER INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM erasures WHERE row_table = '{table}' AND row_id = NEW.id)
BEGIN SELECT RAISE(ABORT, '{table} is append-only: the id of an erased row is never used again'); END"""


def _sqlite() -> tuple[Piece, ...]:
    return (*_views("sqlite"), *(piece for table in GUARDED for piece in _sqlite_table(table)))


def _sqlite_table(table: str) -> tuple[Piece, ...]:
    exists = " OR ".join(_sqlite_exists(table, key) for key in GUARDED[table])
    texts = {"never_changed": SQLITE_UPDATE, "never_deleted": SQLITE_DELETE, "never_replaced": SQLITE_INSERT}
    if table in WITHOUT_A_DOOR:
        texts["never_deleted"] = SQLITE_DELETE_NO_DOOR
    else:
        texts["never_reused"] = SQLITE_REUSE
    return tuple(
        Piece("trigger", f"{table}_{name}", text.format(table=table, exists=exists), table)
        for name, text in texts.items()
    )


def _sqlite_exists(table: str, key: tuple[str, ...]) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    return SQLITE_EXISTS.format(table=table, same=same)


# PostgreSQL. ENABLE ALWAYS: they fire in a session that calls itself a replica too.

POSTGRESQL_FUNCTIONS = {
    "looped_refuse": """CREATE FUNCTION looped_refuse() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP;
END
$body$""",
    "looped_delete_by_warrant": """CREATE FUNCTION looped_delete_by_warrant() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM erasures WHERE row_table = TG_TABLE_NAME AND row_id = OLD.id) THEN
    RAISE EXCEPTION '% is append-only: a row is deleted only by a warrant in erasures', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END
$body$""",
    "looped_no_id_again": """CREATE FUNCTION looped_no_id_again() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  IF EXISTS (SELECT 1 FROM erasures JOIN added ON row_id = added.id WHERE row_table = TG_TABLE_NAME) THEN
    RAISE EXCEPTION '% is append-only: the id of an erased row is never used again', TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
$body$""",
}

POSTGRESQL_TRIGGERS = {
    "never_changed": "BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION looped_refuse()",
    "never_deleted": "BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION looped_delete_by_warrant()",
    "never_emptied": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION looped_refuse()",
    "never_reused": "AFTER INSERT ON {table} REFERENCING NEW TABLE AS added FOR EACH STATEMENT "
    "EXECUTE FUNCTION looped_no_id_again()",
}
# A plain view on PostgreSQL takes INSERT, UPDATE and DELETE by itself.
POSTGRESQL_VIEW_TRIGGER = (
    "CREATE TRIGGER {view}_read_only INSTEAD OF INSERT OR DELETE OR UPDATE ON {view} "
    "FOR EACH ROW EXECUTE FUNCTION looped_refuse()"
)


def _postgresql() -> tuple[Piece, ...]:
    functions = tuple(Piece("function", name, text) for name, text in POSTGRESQL_FUNCTIONS.items())
    doors = tuple(
        Piece("trigger", f"{view}_read_only", POSTGRESQL_VIEW_TRIGGER.format(view=view), view) for view in VIEWS
    )
    tables = tuple(piece for table in GUARDED for piece in _postgresql_table(table))
    return (*functions, *_views("postgresql"), *doors, *tables)


def _postgresql_table(table: str) -> tuple[Piece, ...]:
    texts = dict(POSTGRESQL_TRIGGERS)
    if table in WITHOUT_A_DOOR:
        texts["never_deleted"] = "BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION looped_refuse()"
        del texts["never_reused"]
    return tuple(
        Piece("trigger", f"{table}_{name}", f"CREATE TRIGGER {table}_{name} {text.format(table=table)}", table)
        for name, text in texts.items()
    )
