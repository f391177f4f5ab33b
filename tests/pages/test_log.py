"""What is typed, asked for or wrong never comes into the log: words are planted everywhere and looked for.

The whole stack as it is served: gunicorn, our settings, a page more that fails in three ways.
"""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket, pytest.mark.xdist_group("log")]
PLANTED = {
    word: f"canary{number}{word}"
    for number, word in enumerate(
        ("name", "password", "reference", "typed", "token", "path", "header", "agent", "error", "host", "line")
    )
}
URLS = """
import warnings, logging
from django.urls import path
from looped.service.urls import *
from looped.service.urls import urlpatterns as ours

def fails(request, how):
    typed = request.POST.get("text", "")
    if how == "plain":
        raise ValueError(typed)
    if how == "database":
        from looped.records.models import Account
        Account.objects.bulk_create([Account(id=1, account=typed, person=typed, deed="d", recorded_at=None)])
    if how == "warning":
        warnings.warn(typed)
        logging.getLogger("library").error(f"about {typed}")
        logging.getLogger("library").error("about %s", typed)
    raise RuntimeError(typed) from KeyError(typed)

urlpatterns = [path("fails/<str:how>", fails, name="fails"), *ours]
"""
SETTINGS = """
from looped.service.web_settings import *
ROOT_URLCONF = "planted_urls"
MIDDLEWARE = [each for each in MIDDLEWARE if "csrf" not in each.lower()]
"""
WSGI = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "planted_settings"
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The port, the password, and the file of the log."""
    folder = tmp_path_factory.mktemp("served")
    for name, text in (("urls", URLS), ("settings", SETTINGS), ("wsgi", WSGI)):
        (folder / f"planted_{name}.py").write_text(text)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOOPED_", "DATABASE", "DJANGO"))}
    environment = {
        **kept,
        "LOOPED_HOME": str(folder / "home"),
        "PYTHONPATH": str(folder),
        "LOOPED_SECRET_KEY": "k" * 50,
    }
    made = subprocess.run(
        [sys.executable, "-m", "looped", "demo", "--only-make"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    port = _free()
    command = ["-m", "gunicorn", "--config", "python:looped.service.gunicorn", "--bind", f"127.0.0.1:{port}"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, *command, "planted_wsgi:application"], env=environment, stdout=log, stderr=log, cwd=folder
        )
    try:
        _wait(server, port)
        yield port, re.search(r"each is (\S+) ", made.stdout)[1], folder / "log"
    finally:
        server.terminate()
        server.wait(90)


def _free():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _wait(server, port):
    for _ in range(1800):
        assert server.poll() is None, "the server ended"
        try:
            if Visitor(port).ask("GET", "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server didn't answer")


class Visitor:
    """A browser with cookies and nothing else."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, method, address, form=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, address, urlencode(form) if form is not None else None, headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, body


def test_nothing_planted_is_logged(served):
    """Signing in, asking, typing, failing, a request that is none; one line each, and none says a word."""
    port, password, log = served
    visitor = Visitor(port)
    wrong = {"name": PLANTED["name"], "password": PLANTED["password"], "login": PLANTED["name"]}
    visitor.ask("POST", f"/sign-in?token={PLANTED['token']}", wrong, Referer=PLANTED["header"])
    _sign_in(visitor, password)
    visitor.ask("GET", f"/{PLANTED['path']}/?case={PLANTED['reference']}", **{"User-Agent": PLANTED["agent"]})
    visitor.ask("GET", "/", Host=f"{PLANTED['host']}.example")
    status, page = visitor.ask("GET", "/")
    assert status == 200, page
    address = re.search(r"/audits/[^\"/]+/return", page)[0]
    shown = visitor.ask("GET", f"{address}/plans")[1]
    typed = dict(re.findall(r'name="(writer|version\.plans\.\w+)" value="([^"]*)"', shown))
    visitor.ask(
        "POST", f"{address}/plans", typed | {f"plans.{name}": PLANTED["typed"] for name in ("reason", "document")}
    )
    failed = [visitor.ask("POST", f"/fails/{how}?t={PLANTED['token']}", {"text": PLANTED["error"]}) for how in FAILURES]
    with socket.create_connection(("127.0.0.1", port)) as raw:
        raw.sendall(f"GET /{PLANTED['line']}\x01 {PLANTED['line']}\r\nBad header {PLANTED['line']}\r\n\r\n".encode())
        raw.recv(1000)

    text = log.read_text()
    assert [word for word, planted in PLANTED.items() if planted in text] == []
    assert [word for word in ("Ferrow", "C-10427", password) if word in text] == []
    lines = [json.loads(line) for line in text.splitlines()]
    assert {line["event"] for line in lines} >= {"request", "deed", "django.request", "library"}
    saved = next(line for line in lines if line["event"] == "deed")
    asked = next(line for line in lines if line.get("request") == saved["request"] and line["event"] == "request")
    assert (asked["route"], asked["method"], asked["who"]) == ("page", "POST", saved["who"])
    assert saved["deed"] == "save draft" and saved["which"].startswith("audit:a-")
    for (status, page), kinds in zip(failed, FAILURES.values(), strict=True):
        assert (status, [word for word, planted in PLANTED.items() if planted in page]) == (500, [])
        number = re.search(r"number: <strong>(\w{16})</strong>", page)[1]
        fault = next(line for line in lines if line.get("request") == number and "error" in line)
        assert fault["error"][: len(kinds)] == kinds
        assert any(frame.startswith("planted_urls.fails:") for frame in fault["at"])


FAILURES = {
    "plain": ["ValueError"],
    "database": ["django.db.utils.IntegrityError"],
    "warning": ["RuntimeError", "KeyError"],
}


def _sign_in(visitor, password):
    visitor.ask("GET", "/sign-in")
    status, _ = visitor.ask("POST", "/sign-in", {"login": "first", "password": password})
    assert status == 302


def test_every_line_is_json_and_the_first_ones_are_gunicorns(served):
    """Whoever collects them needs one reader."""
    lines = [json.loads(line) for line in Path(served[2]).read_text().splitlines()]

    assert lines[0]["event"] == "gunicorn.error"
    assert all({"time", "level", "event"} <= line.keys() for line in lines)
