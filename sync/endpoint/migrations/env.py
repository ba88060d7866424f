"""Where Alembic begins: it walks the steps on the connection that sync.endpoint.migrating hands it."""

from __future__ import annotations

from alembic import context

from sync.endpoint.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
