"""Backing a province up and restoring it: its database, its keys, its scheme packs and the firms' attached files.

The database is copied first, then the files: whatever it names is in them. A backup holds the province's private key,
so it is kept as the original is. What is restored begins a new epoch; from it the firms know to offer what came after
the backup (sync.reconcile). Devices revoked since the backup have to be revoked again.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import URL, create_engine, inspect, make_url, select, update

from sync.endpoint.attachment_store import FOLDER as ATTACHMENTS
from sync.endpoint.dialects import insert_or_keep
from sync.endpoint.keys import ADMINISTRATOR_KEY_FILE, PROVINCE_KEY_FILE
from sync.endpoint.schemes import FOLDER as SCHEMES
from sync.endpoint.services import FORMER_EPOCHS
from sync.endpoint.store import StoreProblem
from sync.endpoint.tables import PROVINCE

_FILES = (PROVINCE_KEY_FILE, ADMINISTRATOR_KEY_FILE, SCHEMES, ATTACHMENTS)
_SQLITE, _POSTGRES = "province.db", "province.dump"


def back_up(url: str, folder: Path | None, target: Path) -> Path:
    """Copy a province, which may be serving, into a new folder; it has the name asked for only once it is whole.

    PostgreSQL: as a role that sees all rows (BYPASSRLS), for the tables hide themselves from their owner too.

    Raises:
        StoreProblem: the folder is there already, or the database cannot be copied.
        OSError: the disk is full or broken.

    """
    address = make_url(url)
    if target.exists():
        raise StoreProblem(f"{target} is there already: name a new folder")
    partial = target.with_name(f".{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True, mode=0o700)
    try:
        if _is_sqlite(address):
            _copy_sqlite(Path(address.database or ""), partial / _SQLITE)
        else:
            _run(["pg_dump", "--format=custom", f"--file={partial / _POSTGRES}", _plain(address)])
        _copy(_folder_of(address, folder), partial)
        partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return target


def restore(source: Path, url: str, folder: Path | None) -> str:
    """Put a backup into an empty database and a folder without a province; return the new epoch.

    PostgreSQL: as the owner of the new, empty database; `migrate` afterwards lets the endpoint's role in.

    Raises:
        StoreProblem: the source is no backup of this kind of database, or something is there already.
        OSError: the disk is full or broken.

    """
    address = make_url(url)
    there = _folder_of(address, folder)
    kept = source / (_SQLITE if _is_sqlite(address) else _POSTGRES)
    if not kept.is_file():
        raise StoreProblem(f"{source} holds no {kept.name}: it is no backup of such a database")
    if any((there / name).exists() for name in _FILES):
        raise StoreProblem(f"{there} holds a province already: restore into an empty folder")
    there.mkdir(parents=True, exist_ok=True)
    if _is_sqlite(address):
        file = Path(address.database or "")
        if file.exists():
            raise StoreProblem(f"{file} is there already")
        shutil.copy2(kept, file)
    else:
        _refuse_filled(address)
        whole = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
        _run(["pg_restore", *whole, f"--dbname={_plain(address)}", str(kept)])
    _copy(source, there)
    return _begin_epoch(address)


def _begin_epoch(address: URL) -> str:
    epoch = secrets.token_hex(8)
    engine = create_engine(_driven(address))
    with engine.begin() as connection:
        facts = dict(connection.execute(select(PROVINCE.c.name, PROVINCE.c.value)).tuples().all())
        former = f"{facts.get(FORMER_EPOCHS, '')} {facts['epoch']}".strip()
        connection.execute(insert_or_keep(connection, PROVINCE).values(name=FORMER_EPOCHS, value=former))
        for name, value in ((FORMER_EPOCHS, former), ("epoch", epoch)):
            connection.execute(update(PROVINCE).where(PROVINCE.c.name == name).values(value=value))
    engine.dispose()
    return epoch


def _copy_sqlite(file: Path, target: Path) -> None:
    if not file.is_file():
        raise StoreProblem(f"{file} is not there")
    with contextlib.closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as db:
        db.execute("VACUUM INTO ?", (str(target),))


def _copy(source: Path, target: Path) -> None:
    """Copy the files of a province; contents that appear meanwhile are of filings the database copy does not have."""
    for name in _FILES:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("*.partial"))
        elif (source / name).is_file():
            shutil.copy2(source / name, target / name)


def _refuse_filled(address: URL) -> None:
    engine = create_engine(_driven(address))
    with engine.connect() as connection:
        filled = inspect(connection).get_table_names()
    engine.dispose()
    if filled:
        raise StoreProblem("the database holds tables already: restore into an empty one")


def _run(words: Iterable[str]) -> None:
    """Run one of PostgreSQL's own programs; what it says to its error is the operator's sentence."""
    command = list(words)
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed programs
    except FileNotFoundError as error:
        raise StoreProblem(f"{command[0]} is not installed (Debian: postgresql-client)") from error
    if done.returncode:
        raise StoreProblem(f"{command[0]}: {done.stderr.strip()}")


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _driven(address: URL) -> URL:
    return address if _is_sqlite(address) else address.set(drivername="postgresql+psycopg")


def _plain(address: URL) -> str:
    """The address as PostgreSQL's own programs read it."""
    return address.set(drivername="postgresql").render_as_string(hide_password=False)


def _folder_of(address: URL, folder: Path | None) -> Path:
    if folder is None and not _is_sqlite(address):
        raise StoreProblem("a PostgreSQL endpoint has a --folder: name it")
    return folder or Path(address.database or "").resolve().parent
