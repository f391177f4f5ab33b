"""Where the record is kept: the embedded database in LOOPED_HOME, or PostgreSQL by DATABASE_URL."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from looped.errors import UsageError
from looped.records.sqlite import OPTIONS

FILE_NAME = "looped.sqlite3"
# How everybody of an invented council ends: no mail can ever reach it (RFC 2606).
INVENTED = "@example.invalid"


def home() -> Path:
    """The folder of the embedded database: LOOPED_HOME, or `looped-data` where the command is run."""
    return Path(os.environ.get("LOOPED_HOME") or "looped-data").absolute()


def demonstration() -> bool:
    """Whether the record is an invented council's: only a demonstration's folder has this file."""
    return (home() / "demonstration.json").is_file() and not os.environ.get("DATABASE_URL")


def address() -> str:
    """The record's address, as figures open it: sqlite:///... or postgresql://..."""
    given = os.environ.get("DATABASE_URL", "")
    return given if given.startswith(("postgresql://", "postgres://")) else f"sqlite:///{database()['NAME']}"


def address_of(settings: Mapping[str, Any]) -> str:
    """The address of a connection of Django's, from its settings: whatever the pages stand on, figures count."""
    if "sqlite" in settings["ENGINE"]:
        return f"sqlite:///{settings['NAME']}"
    named = {"host": settings["HOST"], "port": settings["PORT"], **settings["OPTIONS"]}
    asked = urlencode({name: str(value) for name, value in named.items() if value})
    who = quote(str(settings["USER"]), safe="")
    password = quote(str(settings["PASSWORD"]), safe="")
    return f"postgresql://{who}{':' + password if password else ''}@/{quote(str(settings['NAME']), safe='')}?{asked}"


def database() -> dict[str, Any]:
    """Django's settings of the database. Raises: UsageError where DATABASE_URL can't be read."""
    address = os.environ.get("DATABASE_URL", "")
    if address.startswith(("postgresql://", "postgres://")):
        return _postgresql(address)
    if address.startswith("sqlite:///"):
        return embedded(Path(address.removeprefix("sqlite:///")).absolute())
    if address:
        raise UsageError("DATABASE_URL is neither postgresql://... nor sqlite:///... . Mend it, or leave it out.")
    return embedded(home() / FILE_NAME)


def embedded(path: Path) -> dict[str, Any]:
    """Django's settings of the SQLite file at `path`."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(OPTIONS)}


def _postgresql(address: str) -> dict[str, Any]:
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts = conninfo_to_dict(address)
    except ProgrammingError as error:
        raise UsageError("DATABASE_URL can't be read. It looks like postgresql://user@host/name.") from error
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    known = {ours: str(parts.pop(theirs, "")) for ours, theirs in names.items()}
    return {"ENGINE": "django.db.backends.postgresql", **known, "OPTIONS": parts}
