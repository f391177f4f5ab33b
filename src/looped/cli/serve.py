"""`looped serve`: the pages, by gunicorn, and beside them `looped tick` every minute."""

import argparse
import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

from looped.cli.arguments import add_port
from looped.errors import UsageError

GUNICORN = ("-m", "gunicorn", "--config", "python:looped.service.gunicorn", "looped.service.wsgi:application")

NEEDED = {
    "LOOPED_SECRET_KEY": "50 random characters, always the same; they sign sessions and links",
    "LOOPED_ADDRESS": "where people reach the pages, as in https://audits.example",
}
SHORTEST_KEY = 32


def run(words: list[str]) -> int:
    """Serve until stopped. Raises: UsageError where the service isn't fit to go live."""
    parser = argparse.ArgumentParser(prog="looped serve", description=__doc__)
    add_port(parser)
    parser.add_argument("--no-tick", action="store_true", help="leave `looped tick` to a timer of your own")
    chosen = parser.parse_args(words)
    return start(chosen.port, tick=not chosen.no_tick)


def start(port: int, *, tick: bool = True) -> int:
    """Serve on this machine alone. port: as in 8000. Raises: UsageError where the service isn't fit to go live."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.web_settings"
    from looped.records.address import demonstration

    if demonstration():
        os.environ.setdefault("LOOPED_ADDRESS", f"http://127.0.0.1:{port}")
    else:
        _require_fit()
    from looped.cli.beside import run_beside
    from looped.records.opening import open_to_write

    _require_built()
    _require_free(port)
    open_to_write().close()
    print(f"http://127.0.0.1:{port}/ (Ctrl-C ends it)", flush=True)
    # One key for all workers, or a cookie of one is a stranger's to the other.
    os.environ.setdefault("LOOPED_SECRET_KEY", os.urandom(40).hex())
    pages = [sys.executable, "-P", *GUNICORN, "--bind", f"127.0.0.1:{port}"]
    return run_beside(pages, [sys.executable, "-P", "-m", "looped", "tick"] if tick else None)


def _require_fit() -> None:
    """What a council's service can't do without. Raises: UsageError, naming all that is missing."""
    missing = [f"{name}: {what}" for name, what in NEEDED.items() if not os.environ.get(name)]
    if missing:
        raise UsageError(
            "Set these before going live, as docs/operate.md says:\n  "
            + "\n  ".join(missing)
            + "\n(`looped demo` shows the pages on an invented council, without them.)"
        )
    if len(os.environ["LOOPED_SECRET_KEY"]) < SHORTEST_KEY:
        raise UsageError(f"LOOPED_SECRET_KEY is too short: give {SHORTEST_KEY} random characters or more.")


def _require_free(port: int) -> None:
    """gunicorn tries for five seconds and says no name. Raises: UsageError where nothing can listen there."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            raise UsageError(
                f"Port {port} can't be used ({error.strerror}). Name another, as in --port 8001."
            ) from error


def _require_built() -> None:
    """A wheel has the style sheet; a clone builds it."""
    package = find_spec("looped")
    assert package is not None  # we are in it
    assert package.submodule_search_locations
    if not (Path(package.submodule_search_locations[0]) / "web" / "static" / "names.json").is_file():
        raise UsageError("The pages' style sheet isn't built. `make serve` builds it; it needs Node (nodejs and npm).")
