"""What is signed: documents by the firm, certificates, receipts, decisions and withdrawals by the province.

The signature is over bytes that are stored and verified as they came, never over a re-serialisation. Both sides write
them as canonical JSON (RFC 8785). Documents begin with `{"base"`, what the province signs has a `kind`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["county", "city", "local", "province"]  # local: a zone directly under the province
Verdict = Literal["accepted", "returned"]
EventKind = Literal["receipt", "decision", "withdrawal"]


# ---- the signed document -----------------------------------------------------------------------------------------


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a filing is of: firm (18-digit credit code), form, period ("2026-09" or "2026")."""

    firm: str
    form: str
    period: str


class EditionRef(msgspec.Struct, frozen=True, rename={"first": "from"}, forbid_unknown_fields=True):
    """The edition a document was filled under: its form, first period and the SHA-256 of its definition."""

    form: str
    first: str
    sha256: str


class SchemeRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scheme pack: the version people say, its sequence number, the SHA-256 of its signed manifest."""

    version: str
    sequence: int
    sha256: str


class Explanation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The firm's reason for a warning; `row` is the row's uid, or null for the whole form."""

    form: str
    period: str
    rule: str
    row: str | None
    text: str


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The document a firm signs, as canonical JSON (RFC 8785); values are in their kinds' wire form."""

    v: Literal[1]
    id: str
    series: Series
    base: str | None
    edition: EditionRef
    cells: dict[str, msgspec.Raw]
    rows: list[dict[str, msgspec.Raw]]
    header: dict[str, str | None]
    revision: int
    zero_report: bool
    demo: bool
    explanations: list[Explanation]
    blobs: list[dict[str, str | int]]
    reason: Literal["initial", "correction", "returned"]
    late: bool
    sealed_at: str
    device: str
    opening: dict[str, msgspec.Raw] | None = None  # what goes with the contracts of an opening balance (期初)
    reason_text: str | None = None  # why an accepted period is corrected, in the firm's words
    scheme: SchemeRef | None = None  # the pack it was filled under; without one the program's own definitions


class SignedFiling(msgspec.Struct, frozen=True):
    """The body of PUT /v1/filings/{id}: the document's bytes and the device key's signature over them."""

    document: bytes
    signature: bytes
    key_id: str


# ---- what the province signs -------------------------------------------------------------------------------------


class Signed(msgspec.Struct, frozen=True):
    """Bytes the province signed: `body` is the canonical JSON of one of the *Body structs below."""

    body: bytes
    signature: bytes
    key_id: str


class CertificateBody(msgspec.Struct, frozen=True, tag_field="kind", tag="certificate"):
    """A device key belongs to a firm."""

    firm: str
    device: str
    public_key: bytes
    issued_at: str
    demo: bool
    key_id: str


class ReceiptBody(msgspec.Struct, frozen=True, tag_field="kind", tag="receipt"):
    """The province received exactly the document with this SHA-256; `supersedes` is the base it replaced."""

    filing_id: str
    series: Series
    revision: int
    sha256: str
    supersedes: str | None
    device: str
    received_at: str
    late: bool
    epoch: str
    feed_seq: int
    demo: bool
    key_id: str


class Comment(msgspec.Struct, frozen=True):
    """A reviewer's remark on a cell (row uid and field), a row, a field of a card form, or the whole filing."""

    text: str
    uid: str | None = None
    field: str | None = None


class DecisionBody(msgspec.Struct, frozen=True, tag_field="kind", tag="decision"):
    """One level's verdict; `state` is where the filing stands after it (IN_REVIEW while higher levels follow)."""

    id: str
    filing_id: str
    series: Series
    level: Level
    office: str  # who decided, as shown: 延边州商务局
    verdict: Verdict
    state: Literal["IN_REVIEW", "ACCEPTED", "RETURNED"]
    comments: list[Comment]
    decided_at: str
    epoch: str
    feed_seq: int
    demo: bool
    key_id: str


class WithdrawalBody(msgspec.Struct, frozen=True, tag_field="kind", tag="withdrawal"):
    """The firm took a filing back before any decision; `stands_again` is the revision it had replaced."""

    filing_id: str
    series: Series
    withdrawn_at: str
    epoch: str
    feed_seq: int
    demo: bool
    key_id: str
    stands_again: str | None = None


ProvinceBody = CertificateBody | ReceiptBody | DecisionBody | WithdrawalBody
