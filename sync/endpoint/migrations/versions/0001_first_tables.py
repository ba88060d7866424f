"""The first tables, and in PostgreSQL the fence around each firm's.

A step is never changed once a province may have taken it: the tables are written out here, not taken from
sync.endpoint.tables, which is always today's.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FENCED = ("firms", "filings", "events", "decisions")
"""What belongs to a firm. Devices, codes and tokens are looked up before it is known who asks."""


def upgrade() -> None:
    """Make the tables, then the policies."""
    _directory()
    _of_firms()
    if op.get_bind().dialect.name == "postgresql":
        for table in FENCED:
            _fence(table)


def _fence(table: str) -> None:
    """Show a row to its firm and to the province alone, also to the table's owner."""
    scope = "current_setting('zhibao.scope', true)"
    own = f"firm = {scope} OR {scope} = '*'"
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY of_firm ON {table} USING ({own}) WITH CHECK ({own})")


def _directory() -> None:
    op.create_table(
        "province",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.create_table(
        "codes",
        sa.Column("code_sha256", sa.String, primary_key=True),
        sa.Column("firm", sa.String, nullable=False),
        sa.Column("expires_at", sa.Integer, nullable=False),
        sa.Column("used_by", sa.String),
    )
    op.create_table(
        "devices",
        sa.Column("key_id", sa.String, primary_key=True),
        sa.Column("firm", sa.String, nullable=False, index=True),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("certificate", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("revoked", sa.Boolean, nullable=False),
    )
    op.create_table(
        "challenges",
        sa.Column("nonce", sa.String, primary_key=True),
        sa.Column("key_id", sa.String, nullable=False),
        sa.Column("expires_at", sa.Integer, nullable=False, index=True),
    )
    op.create_table(
        "tokens",
        sa.Column("token_sha256", sa.String, primary_key=True),
        sa.Column("key_id", sa.String, nullable=False, index=True),
        sa.Column("firm", sa.String),
        sa.Column("expires_at", sa.Integer, nullable=False, index=True),
    )


def _of_firms() -> None:
    op.create_table(
        "firms",
        sa.Column("firm", sa.String, primary_key=True),
        sa.Column("feed_seq", sa.Integer, nullable=False),
    )
    op.create_table(
        "filings",
        sa.Column("firm", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True, index=True),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("period", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("base", sa.String),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("key_id", sa.String, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("superseded_by", sa.String),
        sa.Column("round", sa.Integer, nullable=False),
    )
    op.create_index("filings_series", "filings", ["firm", "form", "period", "seq"])
    op.create_index("filings_review", "filings", ["state", "received_at"])
    op.create_table(
        "events",
        sa.Column("firm", sa.String, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("filing_id", sa.String, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("key_id", sa.String, nullable=False),
    )
    op.create_index("events_filing", "events", ["firm", "filing_id"])
    op.create_table(
        "decisions",
        sa.Column("firm", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("filing_id", sa.String, nullable=False),
        sa.Column("request_sha256", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
    )
