"""PostgreSQL: the database of a province, behind any number of endpoint processes that keep nothing themselves.

Two roles: the owner makes the tables and the policies (`prepare`), and no endpoint runs as it; the role the endpoint
runs as may neither own them nor pass row-level security by, and is refused if it could. Every transaction names its
scope to the database, which shows no row of another firm whatever a statement forgets to say.

Write transactions are READ COMMITTED and begin with the firm's row (FirmRecords.lock), so two of one firm wait for
each other, two firms never do, and there is no serialization failure to retry; reading is a REPEATABLE READ snapshot.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from sync.endpoint import migrating
from sync.endpoint.store import NO_FIRM, Store, StoreProblem, Transaction, busy

LOG = logging.getLogger("zhibao.endpoint")

FENCED: Final = ("firms", "filings", "events", "decisions")
"""The tables of firms: their primary keys begin with the firm, and their policies show a row to its firm alone."""
FORGETTING: Final = ("challenges", "tokens", "codes")
"""What the endpoint deletes when it has run out; of firms' tables nothing is ever deleted."""

_CONNECTIONS = 16
_WAIT_SECONDS = 5
_SESSION = " ".join(
    f"-c {setting}"
    for setting in (
        "synchronous_commit=on",  # an answer is given once it is on disk
        f"lock_timeout={_WAIT_SECONDS}s",
        "statement_timeout=30s",
        "idle_in_transaction_session_timeout=60s",
        "timezone=UTC",
    )
)

_SET_SCOPE = text("SELECT set_config('zhibao.scope', :scope, true)")
_ROLE = text("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
_OWNED = text(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(:tables)"
    " AND pg_has_role(current_user, relowner, 'MEMBER')"
)
_OPEN = text(
    "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = ANY(:tables)"
    " AND NOT (relrowsecurity AND relforcerowsecurity)"
)
_UNSAFE = text("SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting <> 'on'")


class PostgresStore(Store):
    """The database behind an address, and the folder its replicas share."""

    one_process = False

    def __init__(self, address: URL, folder: Path) -> None:
        """Connect, and see that the tables are today's and the role is harmless.

        Raises:
            StoreProblem: they are not, or nobody answers there.

        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._engine = _engine(address)
        self._snapshots = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        try:
            with self._engine.connect() as connection:
                faults = faults_of(connection)
        except DBAPIError as error:
            raise StoreProblem(f"the database at {address.render_as_string()} does not answer: {error.orig}") from error
        if faults:
            self._engine.dispose()
            raise StoreProblem("; ".join(faults))

    @contextmanager
    def writing(self, scope: str = NO_FIRM) -> Iterator[Transaction]:
        """Open the write transaction; see Store."""
        with _refusing_while_away(), self._engine.begin() as connection:
            connection.execute(_SET_SCOPE, {"scope": scope})
            yield Transaction(connection)

    @contextmanager
    def reading(self, scope: str = NO_FIRM) -> Iterator[Transaction]:
        """Open a snapshot for reading; see Store."""
        with _refusing_while_away(), self._snapshots.begin() as connection:
            connection.execute(_SET_SCOPE, {"scope": scope})
            yield Transaction(connection)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def faults_of(connection: Connection) -> Sequence[str]:
    """Return why an endpoint may not run on this connection, one English sentence each for the operator."""
    try:
        found = migrating.version_of(connection)
    except migrating.UnknownVersion as newer:
        return [f"the database was made by a newer program (step {newer}): update this one"]
    if found != migrating.TODAY:
        return [f"the tables are of step {found}, not {migrating.TODAY}: run `migrate` as the owner first"]
    faults = []
    role = connection.execute(_ROLE).one()
    if role.rolsuper or role.rolbypassrls:
        faults.append(f"role {role.rolname} passes row-level security by (superuser or BYPASSRLS): use one that cannot")
    if owned := connection.scalars(_OWNED, {"tables": list(FENCED)}).all():
        faults.append(f"role {role.rolname} owns {', '.join(owned)}: run the endpoint as a role that only uses them")
    if bare := connection.scalars(_OPEN, {"tables": list(FENCED)}).all():
        faults.append(f"row-level security is not forced on {', '.join(bare)}: run `migrate` as the owner")
    if unsafe := connection.scalars(_UNSAFE).all():
        faults.append(f"{', '.join(unsafe)} is off: a power cut would lose what was receipted")
    return faults


def prepare(url: str, role: str) -> str:
    """Make or bring up the tables as their owner, and let the endpoint's role use them; return the step reached.

    Raises:
        StoreProblem: the address is none, nobody answers, the role is not there, or the tables are a newer program's.

    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreProblem("the address must be postgresql://owner@host/database") from error
    if address.get_backend_name() != "postgresql":
        raise StoreProblem("only a PostgreSQL database is prepared; SQLite prepares itself")
    engine = _engine(address)
    try:
        with engine.begin() as connection:
            migrating.version_of(connection)
            migrating.walk(connection)
            _grant(connection, role)
    except migrating.UnknownVersion as newer:
        raise StoreProblem(f"the database was made by a newer program (step {newer}): update this one") from newer
    except DBAPIError as error:
        raise StoreProblem(f"the database refused: {error.orig}") from error
    finally:
        engine.dispose()
    return migrating.TODAY


def _grant(connection: Connection, role: str) -> None:
    """Grant what the endpoint does, and no more: what was filed, signed or decided can be added to, never deleted."""
    quoted = connection.dialect.identifier_preparer.quote_identifier(role)
    added_to = ("province", "codes", "devices", "challenges", "tokens", *FENCED)
    for statement in (
        f"GRANT USAGE ON SCHEMA {connection.scalar(text('SELECT quote_ident(current_schema())'))} TO {quoted}",
        f"GRANT SELECT, INSERT ON {', '.join(added_to)} TO {quoted}",
        f"GRANT UPDATE ON firms, filings, codes, devices, challenges, tokens TO {quoted}",
        f"GRANT DELETE ON {', '.join(FORGETTING)} TO {quoted}",
        f"GRANT SELECT ON {migrating.VERSION.name} TO {quoted}",
    ):
        connection.exec_driver_sql(statement)


@contextmanager
def _refusing_while_away() -> Iterator[None]:
    """Turn a database that is full, restarting, out of connections or holding a lock too long into «come again»."""
    try:
        yield
    except (OperationalError, PoolExhausted) as error:
        state = getattr(getattr(error, "orig", None), "sqlstate", None)
        LOG.warning("database type=%s sqlstate=%s", type(error).__name__, state)
        raise busy() from error


def _engine(address: URL) -> Engine:
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS,
        pool_timeout=_WAIT_SECONDS,
        pool_pre_ping=True,  # a database that restarted is met with a new connection, not with an error
        connect_args={"options": _SESSION, "connect_timeout": _WAIT_SECONDS},
    )
