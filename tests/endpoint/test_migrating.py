"""The tables of a province: made new or walked up step by step, they are the same; a newer program's are refused."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select, update

from sync.endpoint import migrating
from sync.endpoint.postgres_store import FENCED
from sync.endpoint.store import StoreProblem, open_store
from sync.endpoint.tables import METADATA, PROVINCE
from tests.endpoint.cluster import OWNER


@pytest.fixture(params=["sqlite", "postgresql"])
def walked(request, tmp_path):
    """A connection to a database that took every step from nothing."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/walked.db"
    else:
        cluster = request.getfixturevalue("cluster")
        cluster.database("walked")
        url = cluster.url(OWNER, "walked").replace("://", "+psycopg://")
    engine = create_engine(url)
    with engine.begin() as connection:
        if request.param == "sqlite":
            migrating.walk(connection)
        yield connection
    if request.param == "postgresql":
        engine.dispose()
        cluster.tell("DROP DATABASE walked")


def test_the_steps_lead_to_todays_tables(walked):
    context = MigrationContext.configure(walked, opts={"compare_type": True, "compare_server_default": True})
    assert compare_metadata(context, METADATA) == []
    assert migrating.version_of(walked) == migrating.TODAY


def test_today_is_the_newest_step():
    with create_engine("sqlite://").begin() as connection:
        steps = ScriptDirectory.from_config(migrating._steps(connection))
    assert steps.get_heads() == [migrating.TODAY]
    assert steps.get_bases() == [migrating.FIRST]


def test_whatever_is_a_firms_has_a_key_that_begins_with_the_firm():
    """So a sharded PostgreSQL can distribute these tables by the firm as they are."""
    for name in FENCED:
        assert next(iter(METADATA.tables[name].primary_key)).name == "firm"


def test_a_database_from_before_the_steps_goes_on(tmp_path):
    url = f"sqlite:///{tmp_path}/province.db"
    with create_engine(url).begin() as connection:
        METADATA.create_all(connection)
        connection.execute(PROVINCE.insert().values(name="epoch", value="abc"))
    store = open_store(url)
    assert store.fact("epoch", "other") == "abc"
    with store.reading() as transaction:
        assert migrating.version_of(transaction.connection) == migrating.TODAY
        assert transaction.connection.scalars(select(migrating.VERSION.c.version_num)).all() == [migrating.TODAY]
    store.close()


def test_a_newer_programs_database_is_left_alone(tmp_path):
    url = f"sqlite:///{tmp_path}/province.db"
    open_store(url).close()
    with create_engine(url).begin() as connection:
        connection.execute(update(migrating.VERSION).values(version_num="9999"))
    with pytest.raises(StoreProblem, match="newer program"):
        open_store(url)
