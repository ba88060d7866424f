"""What is said when a province was restored from a backup: what a firm holds of its word, and what it offers back.

The province lost what came after the backup; the firms have it, signed by the province itself. So a firm tells what it
holds, the province names what it lacks of that, and the firm offers those filings again with the province's old
receipts and decisions. They are believed by their signatures, and stand as of their first day.
"""

from __future__ import annotations

import msgspec

from sync.signed import Signed, SignedFiling

MOST_HELD = 5000


class Presenting(msgspec.Struct, frozen=True):
    """POST /v1/enroll/again: the device's certificate, which a restored province may have forgotten."""

    certificate: Signed


class Presented(msgspec.Struct, frozen=True):
    """The device is known, now or again."""

    key_id: str
    epoch: str


class Holding(msgspec.Struct, frozen=True):
    """One filing with its receipt: its bytes' SHA-256, the ids of its decisions, and whether it was taken back."""

    filing_id: str
    sha256: str
    decisions: list[str] = msgspec.field(default_factory=list)
    withdrawn: bool = False


class Holdings(msgspec.Struct, frozen=True):
    """POST /v1/reconcile: all a firm's Book holds a receipt for, at most 5,000 filings."""

    filings: list[Holding]


class Compared(msgspec.Struct, frozen=True):
    """By filing id: what the province lacks (wholly or a decision of), what it alone has, and what is as it should be.

    A filing whose bytes differ from the province's under the same id is `unknown` as well as `missing`.
    """

    epoch: str
    missing: list[str]
    unknown: list[str]
    ok: list[str]


class Offering(msgspec.Struct, frozen=True):
    """PUT /v1/reconcile/{filing id}: a filing as it was sent, the receipt it got, its decisions in their order."""

    filing: SignedFiling
    receipt: Signed
    decisions: list[Signed] = msgspec.field(default_factory=list)
