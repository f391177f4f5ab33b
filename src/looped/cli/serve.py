"""`looped serve`: the pages, by gunicorn. Until sign-in has a second factor, on a demonstration alone."""

import argparse
import os
import sys

from looped.errors import UsageError


def run(words: list[str]) -> int:
    """Serve until stopped. Raises: UsageError outside a demonstration."""
    parser = argparse.ArgumentParser(prog="looped serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    return start(parser.parse_args(words).port)


def start(port: int) -> int:
    """Serve on this machine alone. port: as in 8000. Raises: UsageError outside a demonstration."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.web_settings"
    from looped.records.address import home

    if os.environ.get("DATABASE_URL") or not (home() / "demonstration.json").is_file():
        raise UsageError(
            "The pages run on a demonstration alone until sign-in has a second factor: "
            "`looped demo` makes one in an empty LOOPED_HOME."
        )
    from looped.records.opening import open_to_read

    open_to_read().close()
    print(f"http://127.0.0.1:{port}/ (Ctrl-C ends it)", flush=True)
    server = [
        "-m",
        "gunicorn",
        "--no-control-socket",
        "--threads",
        "4",
        "--keep-alive",
        "75",
        "--bind",
        f"127.0.0.1:{port}",
    ]
    # One key for all workers, or a cookie of one is a stranger's to the other.
    os.environ.setdefault("LOOPED_SECRET_KEY", os.urandom(40).hex())
    os.execv(sys.executable, [sys.executable, *server, "looped.service.wsgi:application"])  # noqa: S606  # fixed program
