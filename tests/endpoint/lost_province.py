"""A province that is backed up, breaks, and is restored at the address it had; on either database."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import subprocess
import sys

from sync.administration import administration
from sync.keys import device_key
from sync.protocol import SeriesView
from sync.session import Session
from sync.transport import HttpTransport
from tests.endpoint.cluster import ABOVE, OWNER, ROLE
from tests.endpoint.conftest import Endpoint


def program(*words):
    done = subprocess.run(
        [sys.executable, "-m", "sync.endpoint", *map(str, words)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class OnSqlite:
    """A province on one machine."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"sqlite:///{folder}/province.db"

    def backup(self, to):
        program("backup", "--database", self.url, "--to", to)

    def restore(self, source, epoch):
        shutil.rmtree(self.folder)
        new = program("restore", "--from", source, "--database", self.url)["epoch"]
        if epoch is not None:
            with contextlib.closing(sqlite3.connect(self.folder / "province.db")) as db, db:
                db.execute("UPDATE province SET value = ? WHERE name = 'epoch'", (epoch,))
        return epoch or new


class OnPostgres:
    """A province on a database server."""

    def __init__(self, folder, cluster):
        self.folder, self._cluster = folder, cluster
        self.url = cluster.database("restored")

    def backup(self, to):
        database = self._cluster.url(ABOVE, "restored")
        program("backup", "--database", database, "--folder", self.folder, "--to", to)

    def restore(self, source, epoch):
        shutil.rmtree(self.folder)
        self._cluster.tell("DROP DATABASE restored WITH (FORCE)")
        self._cluster.tell(f"CREATE DATABASE restored OWNER {OWNER}")
        owned = self._cluster.url(OWNER, "restored")
        new = program("restore", "--from", source, "--database", owned, "--folder", self.folder)["epoch"]
        program("migrate", "--database", owned, "--role", ROLE)
        if epoch is not None:
            self._cluster.tell(f"UPDATE province SET value = '{epoch}' WHERE name = 'epoch'", OWNER, "restored")
        return epoch or new


class Province:
    """An endpoint that can be backed up, lost and restored, at one address."""

    def __init__(self, place, tmp_path):
        self.place, self._backup = place, tmp_path / "backup"
        self.endpoint = Endpoint(place.folder, "--demo", database=place.url)

    @property
    def desk(self):
        return administration(self.endpoint.url, self.endpoint.admin_key)

    def backup(self):
        self.place.backup(self._backup)

    def lose_and_restore(self, epoch=None):
        port = self.endpoint.port
        self.endpoint.kill()
        epoch = self.place.restore(self._backup, epoch)
        self.place.folder.mkdir(exist_ok=True)
        self.endpoint.start(port)
        return epoch

    def series(self, book, form, period):
        session = Session(HttpTransport(self.endpoint.url), device_key(book))
        return session._authorised("GET", f"/v1/series/{book.firm.uscc}/{form}/{period}", SeriesView)
