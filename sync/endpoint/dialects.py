"""INSERT … ON CONFLICT, which SQLite and PostgreSQL write alike and SQLAlchemy keeps in two modules."""

from __future__ import annotations

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Upsert = postgresql.Insert | sqlite.Insert


def upsert(dialect: str, table: Table) -> Upsert:
    """Return an INSERT that knows ON CONFLICT, for `sqlite` or `postgresql`."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_or_keep(connection: Connection, table: Table) -> Upsert:
    """Return an INSERT that does nothing where the key is there already."""
    return upsert(connection.dialect.name, table).on_conflict_do_nothing()
