"""The wheel: into an empty environment without Node and without our sources, and it serves."""

import os
import re
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest
from tests.pages.test_log import _free

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The command `looped` of an environment in which the wheel is; its requirements are those locked here."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--offline", "--no-index"]
    subprocess.run([*uv, "--python", str(python), str(wheel)], check=True)
    # Requirements are lent by the environment of the tests, but not its looped, which is our sources.
    (site,) = folder.glob("lib/python*/site-packages")
    for each in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if "looped" not in each.name and not each.name.endswith(".pth") and not (site / each.name).exists():
            (site / each.name).symlink_to(each)
    return folder / "bin" / "looped"


def test_what_is_in_it(wheel):
    """What browsers fetch, templates, frameworks, migrations, licences; not what they are built from."""
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()

        notice = next(packed.read(name).decode() for name in names if name.endswith("/NOTICE"))
    wanted = (
        r"looped/web/static/looped\.[0-9a-f]{12}\.css(\.br|\.gz|)",
        r"looped/web/static/names\.json",
        r"looped/web/templates/looped/layout\.html",
        r"looped/rubric/frameworks/2024-04\.toml",
        r"looped/records/migrations/0001_tables\.py",
        r"looped/cli/demonstration/returns-2024-25-q1\.xlsx",
    )
    assert [each for each in wanted if not any(re.fullmatch(each, name) for name in names)] == []
    assert [name for name in names if "assets" in name or "node_modules" in name or name.startswith("tests")] == []
    assert "Crown Copyright" in notice


def test_it_serves_without_node(installed, tmp_path):
    """The sign-in page and its style sheet, which browsers may keep for ever; nothing of ours is on its path."""
    port = _free()
    environment = {"PATH": str(tmp_path), "LOOPED_HOME": str(tmp_path / "home"), "HOME": os.environ.get("HOME", "/")}
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [installed, "demo", "--port", str(port)], env=environment, cwd=tmp_path, stdout=log, stderr=log
        )
    try:
        page = _answer(server, f"http://127.0.0.1:{port}/sign-in").read().decode()
        sheet = re.search(r'href="(/static/looped\.[0-9a-f]{12}\.css)"', page)[1]
        style = _answer(server, f"http://127.0.0.1:{port}{sheet}", {"Accept-Encoding": "br"})
        where = subprocess.run(
            [installed.parent / "python", "-c", "import looped; print(looped.__file__)"], capture_output=True, text=True
        )
    finally:
        server.terminate()
        assert server.wait(60) == 0

    assert "Sign in" in page
    assert (style.headers["Content-Encoding"], "immutable" in style.headers["Cache-Control"]) == ("br", True)
    assert where.stdout.startswith(str(installed.parents[1]))


def _answer(server, address, headers=None):
    for _ in range(1800):
        assert server.poll() is None, "the server ended"
        try:
            return urllib.request.urlopen(urllib.request.Request(address, headers=headers or {}), timeout=20)
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server didn't answer")
