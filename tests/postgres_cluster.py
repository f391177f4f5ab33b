"""A PostgreSQL of our own for tests: made in a temporary folder, reached by a socket, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
LONGEST_NAME = 40  # of the folder: a socket's whole address has a hundred letters


def there_is_postgresql() -> bool:
    """Whether PostgreSQL's programs are on this machine."""
    return bool(PROGRAMS) and (os.getuid() != 0 or shutil.which("runuser") is not None)


@contextmanager
def cluster() -> Iterator["Cluster"]:
    """A running cluster. Safe to start several at once: each listens on a socket in its own folder, and on no port."""
    above = tempfile.gettempdir()
    folder = Path(tempfile.mkdtemp(prefix="lpg", dir=above if len(above) <= LONGEST_NAME else "/tmp"))
    started = Cluster(folder)
    try:
        started.start()
        yield started
    finally:
        started.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Cluster:
    """A PostgreSQL server in a folder. initdb refuses root, so root runs it as `postgres`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name

    def start(self) -> None:
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        store = str(self.folder / "store")
        self._run("initdb", "-D", store, "-A", "trust", "-U", "looped", "-E", "UTF8", "--locale=C", "-N")
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off -c max_connections=40"
        self._run("pg_ctl", "-D", store, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "store"), "-m", "immediate", "-w", "stop", check=False)

    def url(self, name: str = "postgres") -> str:
        """Address of a database, as DATABASE_URL takes it."""
        return f"postgresql:///{name}?host={self.folder}&user=looped"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database (a copy of `template`, file by file, which is the quickest) and give its address."""
        way = "STRATEGY file_copy" if int(PROGRAMS[-1].parent.name) >= 15 else ""  # before, there was no other
        self.ask(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {way}')
        return self.url(name)

    def drop(self, name: str) -> None:
        self.ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def ask(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement)

    def _run(self, program: str, *words: str, check: bool = True) -> None:
        command = [str(PROGRAMS[-1] / program), *words]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # To a file, not a pipe: the server keeps a pipe open and we would wait for it for ever.
        with (self.folder.parent / f"{self.folder.name}.out").open("w+") as out:
            done = subprocess.run(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, check=False)
            out.seek(0)
            said = out.read()
        Path(out.name).unlink(missing_ok=True)
        if check and done.returncode:
            raise RuntimeError(f"{program} failed: {said}")
