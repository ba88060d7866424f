"""Which tables a province's database has, and bringing an older one to today's. The steps stand in migrations/."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, inspect, select

from sync.endpoint.tables import METADATA, PROVINCE

TODAY: Final = "0001"
"""The newest step of migrations/; a test holds the two together."""
FIRST: Final = "0001"
"""What a database has that was made before the steps were counted."""

# Alembic's own table, read without Alembic: importing that costs more than the whole start of a demonstration.
VERSION: Final = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


class UnknownVersion(Exception):
    """The database was made by a newer program; the text is its version."""


def version_of(connection: Connection) -> str | None:
    """Return the step a database has reached; None for an empty one.

    Raises:
        UnknownVersion: it is none of ours.

    """
    tables = set(inspect(connection).get_table_names())
    if VERSION.name in tables:
        found = connection.scalar(select(VERSION.c.version_num))
        if found is not None and str(found) > TODAY:
            raise UnknownVersion(str(found))
        return None if found is None else str(found)
    return FIRST if PROVINCE.name in tables else None


def make_new(connection: Connection) -> None:
    """Make today's tables in an empty database, without walking the steps."""
    METADATA.create_all(connection)
    _mark(connection)


def _mark(connection: Connection) -> None:
    VERSION.create(connection, checkfirst=True)
    connection.execute(insert(VERSION).values(version_num=TODAY))


def walk(connection: Connection, target: str = "head") -> None:
    """Take every step from where the database is to `target`, inside the caller's transaction."""
    from alembic import command

    command.upgrade(_steps(connection), target)


def _steps(connection: Connection) -> Any:  # noqa: ANN401 - Alembic is imported late
    from alembic.config import Config

    steps = Config()
    steps.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    steps.attributes["connection"] = connection
    return steps


def bring_up(engine: Engine) -> None:
    """Make the tables of a new database, or take an older one to today's, in one transaction.

    Raises:
        UnknownVersion: it was made by a newer program.

    """
    with engine.execution_options(writing=True).begin() as connection:
        found = version_of(connection)
        if found is None:
            make_new(connection)
        elif not inspect(connection).has_table(VERSION.name):
            _mark(connection)
        if found is not None and found != TODAY:
            walk(connection)
