"""The endpoint's tables. Whatever belongs to a firm has a primary key that begins with the firm.

So one predicate keeps firms apart, and a sharded database can spread them unchanged. Signed bytes are stored as they
came; the columns beside them are only what is needed to find them.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table

METADATA = MetaData()

PROVINCE = Table(
    "province",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

FIRMS = Table(
    "firms",
    METADATA,
    Column("firm", String, primary_key=True),
    # the row every change of a firm locks; `feed_seq` is its newest event, so also the version of what it has filed
    Column("feed_seq", Integer, nullable=False),
)

CODES = Table(
    "codes",
    METADATA,
    Column("code_sha256", String, primary_key=True),
    Column("firm", String, nullable=False),
    Column("expires_at", Integer, nullable=False),
    Column("used_by", String),
)

DEVICES = Table(
    "devices",
    METADATA,
    Column("key_id", String, primary_key=True),
    Column("firm", String, nullable=False, index=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("certificate", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("revoked", Boolean, nullable=False, default=False),
)

CHALLENGES = Table(
    "challenges",
    METADATA,
    Column("nonce", String, primary_key=True),
    Column("key_id", String, nullable=False),
    Column("expires_at", Integer, nullable=False, index=True),
)

TOKENS = Table(
    "tokens",
    METADATA,
    Column("token_sha256", String, primary_key=True),
    Column("key_id", String, nullable=False, index=True),
    Column("firm", String),  # null: the administrator
    Column("expires_at", Integer, nullable=False, index=True),
)

FILINGS = Table(
    "filings",
    METADATA,
    Column("firm", String, primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("form", String, nullable=False),
    Column("period", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("base", String),
    Column("document", LargeBinary, nullable=False),
    Column("sha256", String, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("key_id", String, nullable=False),
    Column("received_at", String, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("seq", Integer, nullable=False),  # of its receipt in the firm's feed
    Column("state", String, nullable=False),
    Column("superseded_by", String),
    Column("round", Integer, nullable=False),  # how many decisions it has: the ETag of its review
    Index("filings_series", "firm", "form", "period", "seq"),
    Index("filings_review", "state", "received_at"),
)

EVENTS = Table(
    "events",
    METADATA,
    Column("firm", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("filing_id", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("key_id", String, nullable=False),
    Index("events_filing", "firm", "filing_id"),
)

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("firm", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("filing_id", String, nullable=False),
    Column("request_sha256", String, nullable=False),
    Column("seq", Integer, nullable=False),
)
