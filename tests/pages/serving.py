"""The service in a process of its own, on a test's record, and browsers signed in to it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from tests import records_fixtures  # noqa: F401  # sets Django up
from tests.signed_in import say_whom_to_ring, signed_in

from looped.records.address import address_of

ROOT = Path(__file__).parents[2]
GUNICORN = ("-P", "-m", "gunicorn", "--config", "python:looped.service.gunicorn", "looped.service.wsgi:application")


class Served:
    """The service. It can be killed and started again on the same record and port."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.site = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        where = {"LOOPED_HOME": str(folder), "DATABASE_URL": address_of(connection.settings_dict)}
        where["LOOPED_ADDRESS"] = self.site
        self.env = {**os.environ, **where, "LOOPED_SECRET_KEY": settings.SECRET_KEY}

    def start(self):
        command = [sys.executable, *GUNICORN, "--bind", f"127.0.0.1:{self.port}"]
        with (self.folder / "served.log").open("a") as log:
            self.process = subprocess.Popen(
                command, env=self.env, stdout=log, stderr=log, cwd=self.folder, start_new_session=True
            )
        for _ in range(1800):
            assert self.process.poll() is None, (self.folder / "served.log").read_text()
            try:
                urllib.request.urlopen(f"{self.site}/healthz", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server didn't answer")

    def kill(self):
        """SIGKILL to it and its workers, at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(60)

    def cookies(self, person):
        """As a browser has them in which this person is signed in."""
        return [
            {"name": name, "value": each.value, "url": self.site} for name, each in signed_in(person).cookies.items()
        ]


@contextmanager
def served(folder):
    """The service on Django's default connection, while the block lasts."""
    say_whom_to_ring()
    service = Served(folder)
    service.start()
    try:
        yield service
    finally:
        if service.process.poll() is None:
            service.kill()  # asked to end, it would wait for browsers that keep their connection


@contextmanager
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()
