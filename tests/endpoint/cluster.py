"""A real PostgreSQL for the tests: a cluster of its own in a folder of its own, gone when the tests end.

PostgreSQL refuses to run as root; started by root, it runs as the user that Debian's package made for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import create_engine, text

OWNER, ROLE, ABOVE = "zhibao_owner", "zhibao_endpoint", "postgres"
_PATIENCE_SECONDS = 60


def binaries():
    """Debian's folder of PostgreSQL's programs, the newest; None where there is no PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    return None if on_path is None else Path(on_path).resolve().parent


class Cluster:
    """A running PostgreSQL that listens on a socket file only."""

    def __init__(self):
        self._user = "postgres" if os.geteuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="zhibao-pg-", dir="/tmp"))
        if self._user:
            shutil.chown(self.folder, self._user)
        self._data = self.folder / "data"
        words = ["--auth=trust", f"--username={ABOVE}", "--encoding=UTF8", "--locale=C", f"--pgdata={self._data}"]
        self._do("initdb", *words, stdout=subprocess.DEVNULL, check=True)
        self.start()
        for role in (OWNER, ROLE):
            self.tell(f"CREATE ROLE {role} LOGIN")

    def start(self):
        options = ["-D", str(self._data), "-k", str(self.folder), "-c", "listen_addresses="]
        log = (self.folder.parent / f"{self.folder.name}.log").open("ab")
        self._process = self._do("postgres", *options, stderr=log, stdout=log, run=subprocess.Popen)
        log.close()
        until = time.monotonic() + _PATIENCE_SECONDS
        while self._do("pg_isready", "-q", "-h", str(self.folder), check=False).returncode:
            assert self._process.poll() is None, (self.folder.parent / f"{self.folder.name}.log").read_text()
            assert time.monotonic() < until

    def _do(self, program, *words, run=subprocess.run, **how):
        home = "/" if self._user else None  # the caller's folder may be closed to that user
        return run([binaries() / program, *words], user=self._user, cwd=home, **how)

    def url(self, user=ROLE, database="postgres"):
        """The address of a database, as somebody."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def tell(self, statement, user=ABOVE, database="postgres"):
        """Run one statement outside any transaction, and give its rows."""
        engine = create_engine(self.url(user, database).replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            result = connection.execute(text(statement))
            rows = result.all() if result.returns_rows else []
        engine.dispose()
        return rows

    def database(self, name):
        """Make a database whose tables an endpoint may use, and give the endpoint's address of it."""
        self.tell(f"CREATE DATABASE {name} OWNER {OWNER}")
        migrate = ["migrate", "--database", self.url(OWNER, name), "--role", ROLE]
        subprocess.run([sys.executable, "-m", "sync.endpoint", *migrate], check=True, stdout=subprocess.DEVNULL)
        return self.url(ROLE, name)

    def crash(self):
        """End it as a power cut of the machine would, and start it again over what is on disk."""
        self._do("pg_ctl", "stop", "-D", str(self._data), "-m", "immediate", stdout=subprocess.DEVNULL, check=True)
        self._process.wait()
        self.start()

    def close(self):
        self._do("pg_ctl", "stop", "-D", str(self._data), "-m", "immediate", stdout=subprocess.DEVNULL, check=False)
        self._process.wait()
        shutil.rmtree(self.folder)
        (self.folder.parent / f"{self.folder.name}.log").unlink()
