"""Looking a province's endpoint over, without changing anything: `python -m sync.endpoint doctor`.

Each line is one thing looked at, whether it is well, and what to do where it is not, in English for the operator.
"""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import Engine, create_engine, func, make_url, select, text
from sqlalchemy.exc import DBAPIError

from sync.endpoint import migrating
from sync.endpoint.attachment_store import FOLDER as ATTACHMENTS
from sync.endpoint.attachment_store import FolderStore
from sync.endpoint.keys import ADMINISTRATOR_KEY_FILE, PROVINCE_KEY_FILE, SigningKey, load_key
from sync.endpoint.tables import EVENTS, FILINGS
from sync.keys import verify

_LEAST_FREE = 1 << 30  # bytes
_LOOKED_AT = 1000  # the newest filings and events, whose signatures and files are tried


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    well: bool
    says: str


class _Blob(msgspec.Struct, frozen=True):
    sha256: str


class _Named(msgspec.Struct, frozen=True):
    """Of a document only the files it names."""

    blobs: list[_Blob]


def look(url: str, folder: Path | None) -> list[Finding]:
    """Look the database, the keys, the files and the disk over."""
    address = make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    there = folder or Path(address.database or "").resolve().parent
    if sqlite and not Path(address.database or "").is_file():
        return [
            Finding("database", well=False, says=f"{address.database} is not there: start `serve` once, or restore")
        ]
    engine = create_engine(address if sqlite else address.set(drivername="postgresql+psycopg"))
    try:
        return [*_database(engine, sqlite=sqlite), *_keys(there), *_filed(engine, there), *_disk(there)]
    except DBAPIError as error:
        return [Finding("database", well=False, says=f"it does not answer: {error.orig}")]
    finally:
        engine.dispose()


def _database(engine: Engine, *, sqlite: bool) -> Iterator[Finding]:
    with engine.connect() as connection:
        if not sqlite:
            from sync.endpoint.postgres_store import faults_of

            faults = faults_of(connection)
            yield Finding(
                "database", not faults, "; ".join(faults) or "tables, role and row-level security are in order"
            )
            return
        try:
            step = migrating.version_of(connection)
        except migrating.UnknownVersion as newer:
            yield Finding("database", well=False, says=f"made by a newer program (step {newer}): update this one")
            return
        yield Finding("tables", step == migrating.TODAY, f"step {step} of {migrating.TODAY}; `serve` takes the rest")
        torn = [row[0] for row in connection.execute(text("PRAGMA quick_check"))]
        yield Finding("pages", torn == ["ok"], "whole" if torn == ["ok"] else f"damaged: restore a backup ({torn[0]})")


def _keys(folder: Path) -> Iterator[Finding]:
    for name in (PROVINCE_KEY_FILE, ADMINISTRATOR_KEY_FILE):
        path = folder / name
        if not path.is_file():
            yield Finding(name, well=False, says=f"{path} is missing: restore it, or firms will not know this province")
        elif sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding(name, well=False, says=f"others may read {path}: chmod 600")
        else:
            yield Finding(name, well=True, says="there, for its owner alone")


def _filed(engine: Engine, folder: Path) -> Iterator[Finding]:
    """Try the newest receipts against the province's key, and the newest filings for their files."""
    if not (folder / PROVINCE_KEY_FILE).is_file():
        return
    key = load_key(folder / PROVINCE_KEY_FILE)
    store = FolderStore(folder / ATTACHMENTS)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT set_config('zhibao.scope', '*', true)"))
        total = connection.scalar(select(func.count()).select_from(FILINGS)) or 0
        events = connection.execute(
            select(EVENTS.c.body, EVENTS.c.signature, EVENTS.c.key_id).order_by(EVENTS.c.seq.desc()).limit(_LOOKED_AT)
        ).all()
        filings = connection.execute(
            select(FILINGS.c.firm, FILINGS.c.document).order_by(FILINGS.c.received_at.desc()).limit(_LOOKED_AT)
        ).all()
    forged = sum(not _is_own(key, row.body, row.signature, row.key_id) for row in events)
    yield Finding(
        "signatures", not forged, f"{forged} of {len(events)} newest events are not signed by this province's key"
    )
    lost = sum(not store.has(row.firm, sha256) for row in filings for sha256 in _named(row.document))
    yield Finding(
        "attachments", not lost, f"{lost} files named by the {len(filings)} newest of {total} filings are missing"
    )


def _is_own(key: SigningKey, body: bytes, signature: bytes, key_id: str) -> bool:
    return key_id == key.key_id and verify(key.public, signature, body)


def _named(document: bytes) -> list[str]:
    return [one.sha256 for one in msgspec.json.decode(document, type=_Named).blobs]


def _disk(folder: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(folder).free
    yield Finding("disk", free >= _LEAST_FREE, f"{free >> 20} MiB free at {folder}")
