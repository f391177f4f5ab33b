"""`looped serve`: the pages, by gunicorn, and beside them `looped tick` every minute."""

import argparse
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from looped.errors import UsageError

GUNICORN = ("-m", "gunicorn", "--config", "python:looped.service.gunicorn", "looped.service.wsgi:application")


def run(words: list[str]) -> int:
    """Serve until stopped. Raises: UsageError outside a demonstration."""
    parser = argparse.ArgumentParser(prog="looped serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-tick", action="store_true", help="leave `looped tick` to a timer of your own")
    chosen = parser.parse_args(words)
    return start(chosen.port, tick=not chosen.no_tick)


def start(port: int, *, tick: bool = True) -> int:
    """Serve on this machine alone. port: as in 8000. Raises: UsageError outside a demonstration."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.web_settings"
    from looped.records.address import home

    if os.environ.get("DATABASE_URL") or not (home() / "demonstration.json").is_file():
        raise UsageError(
            "The pages run on a demonstration alone until sign-in has a second factor: "
            "`looped demo` makes one in an empty LOOPED_HOME."
        )
    from looped.cli.beside import run_beside
    from looped.records.opening import open_to_read

    _require_built()
    open_to_read().close()
    print(f"http://127.0.0.1:{port}/ (Ctrl-C ends it)", flush=True)
    # One key for all workers, or a cookie of one is a stranger's to the other.
    os.environ.setdefault("LOOPED_SECRET_KEY", os.urandom(40).hex())
    pages = [sys.executable, "-P", *GUNICORN, "--bind", f"127.0.0.1:{port}"]
    return run_beside(pages, [sys.executable, "-P", "-m", "looped", "tick"] if tick else None)


def _require_built() -> None:
    """A wheel has the style sheet; a clone builds it."""
    package = find_spec("looped")
    assert package is not None  # we are in it
    assert package.submodule_search_locations
    if not (Path(package.submodule_search_locations[0]) / "web" / "static" / "names.json").is_file():
        raise UsageError("The pages' style sheet isn't built. `make serve` builds it; it needs Node (nodejs and npm).")
