"""The messages of the sync protocol, once, for both ends; sync.signed holds what is signed, sync.problems what fails.

Every body is JSON made by msgspec from the structs below; `bytes` travel as base64; times are UTC,
"2026-10-12T03:04:05Z".

The head of a series is its newest received revision, returned ones too: `base` of the next revision names it. A refused
filing was never received, so it never is a head. A withdrawn one steps aside for the revision it had replaced; a base
that names the withdrawn one itself is taken as well.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import UTC, datetime
from typing import Literal

import msgspec

from forms.filing_states import FilingState
from sync.signed import Comment, EventKind, Level, SchemeRef, Series, Signed, SignedFiling, Verdict

PROTOCOL = "1"
SUITE = "intl-1"  # Ed25519 signatures, SHA-256 digests

PROTOCOL_HEADER = "Zhibao-Protocol"
REQUEST_HEADER = "Zhibao-Request"  # the client's id of this request; the endpoint echoes it
DIGEST_HEADER = "Content-Digest"
MEDIA_TYPE = "application/vnd.zhibao+json"
PROBLEM_MEDIA_TYPE = "application/problem+json"  # its body is sync.problems.Problem


# ---- digests, keys, times ----------------------------------------------------------------------------------------


def content_digest(raw: bytes) -> str:
    """Return the Content-Digest header (RFC 9530) of a body as it travels, so before any decompression."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(raw).digest()).decode()}:"


def digest_matches(header: str | None, raw: bytes) -> bool:
    """Tell whether a Content-Digest header holds a sha-256 member that is the digest of these bytes."""
    if header is None:
        return False
    expected = content_digest(raw)
    return any(hmac.compare_digest(member.strip().encode(), expected.encode()) for member in header.split(","))


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of some bytes as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(public_key: bytes) -> str:
    """Return the fingerprint of a raw 32-byte Ed25519 public key: its SHA-256 in hex."""
    return sha256_hex(public_key)


def key_id_of(public_key: bytes) -> str:
    """Return the id of a raw public key: the first 16 hex digits of its fingerprint."""
    return fingerprint(public_key)[:16]


def utc_text(moment: datetime) -> str:
    """Return a moment as the protocol writes it: "2026-10-12T03:04:05Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def enrolment_bytes(code: str, public_key: bytes) -> bytes:
    """Return what a device signs to enrol: proof that it holds the private half of the key it offers."""
    return b"zhibao-enroll-1\0" + code.encode() + b"\0" + public_key


def challenge_bytes(nonce: str, key_id: str) -> bytes:
    """Return what a device or an administrator signs to get a token; no filing can look like this."""
    return b"zhibao-challenge-1\0" + nonce.encode() + b"\0" + key_id.encode()


# ---- requests and answers ----------------------------------------------------------------------------------------


class Limits(msgspec.Struct, frozen=True):
    """What the endpoint takes: bytes of a body as sent and inflated, events in a page, bytes of an attached file."""

    body_bytes: int
    inflated_bytes: int
    page_events: int
    attachment_bytes: int = 0


class Capabilities(msgspec.Struct, frozen=True):
    """GET /v1/capabilities. `server_time` is the clock deadlines go by; `epoch` changes when a backup is restored."""

    protocols: list[str]
    suites: list[str]
    limits: Limits
    epoch: str
    server_time: str
    demo: bool
    levels: list[Level]  # the review chain, lowest first
    scheme: SchemeRef | None = None  # the scheme pack in force, if there is one


class SchemePack(msgspec.Struct, frozen=True):
    """GET /v1/scheme?have=SHA-256: the pack in force as a file; no file for one who has it."""

    scheme: SchemeRef
    file: bytes | None


class ProvinceKey(msgspec.Struct, frozen=True, omit_defaults=True):
    """A signing key of the province; a later key carries the signature of the one before it over its public key."""

    id: str
    algorithm: Literal["Ed25519"]
    public_key: bytes
    valid_from: str
    valid_to: str | None = None
    demo: bool = False
    endorsed_by: str | None = None
    endorsement: bytes | None = None


class EnrollRequest(msgspec.Struct, frozen=True):
    """POST /v1/enroll. `signature` is the device's over enrolment_bytes; the same again gives the same answer."""

    firm: str
    code: str
    public_key: bytes
    signature: bytes


class EnrollResponse(msgspec.Struct, frozen=True):
    """The device's certificate (a CertificateBody) and the province's keys, to be pinned in the Book."""

    certificate: Signed
    keys: list[ProvinceKey]
    epoch: str


class ChallengeRequest(msgspec.Struct, frozen=True):
    """POST /v1/auth/challenge: who wants a token, a device or an administrator."""

    key_id: str


class Challenge(msgspec.Struct, frozen=True):
    """A nonce for one token; sign challenge_bytes(nonce, key_id)."""

    nonce: str
    expires_at: str


class TokenRequest(msgspec.Struct, frozen=True):
    """POST /v1/auth/token."""

    key_id: str
    nonce: str
    signature: bytes


class Token(msgspec.Struct, frozen=True):
    """A short-lived bearer token: `Authorization: Bearer <token>`; expires_in is in seconds."""

    token: str
    expires_in: int
    role: Literal["device", "administrator"]


class RevokeRequest(msgspec.Struct, frozen=True):
    """POST /v1/auth/revoke: end this token, or this device with all its tokens."""

    what: Literal["token", "device"] = "token"


class Attachment(msgspec.Struct, frozen=True):
    """PUT /v1/attachments/{sha256}, and what GET answers: the content of an attached file in one piece."""

    content: bytes


class AttachmentKept(msgspec.Struct, frozen=True):
    """The endpoint has the content; the same again gets the same answer."""

    sha256: str
    bytes: int


class AttachmentsWanted(msgspec.Struct, frozen=True):
    """POST /v1/attachments/missing: SHA-256 of contents a filing will name, at most 1,000."""

    sha256: list[str]


class AttachmentsMissing(msgspec.Struct, frozen=True):
    """Those of them that this firm has not sent yet, in the order asked for."""

    sha256: list[str]


class FilingStatus(msgspec.Struct, frozen=True):
    """Where a received revision stands; `etag` goes into If-Match of a decision."""

    filing_id: str
    series: Series
    revision: int
    state: FilingState
    received_at: str
    late: bool
    etag: str


class FilingView(msgspec.Struct, frozen=True):
    """GET /v1/filings/{id}: the filing as it came, its receipt, and what was decided since (in order)."""

    filing: SignedFiling
    status: FilingStatus
    receipt: Signed
    events: list[Signed]


class SeriesView(msgspec.Struct, frozen=True):
    """GET /v1/series/{firm}/{form}/{period}: the head's id and every received revision, oldest first."""

    series: Series
    head: str | None
    revisions: list[FilingStatus]


class ChangeEvent(msgspec.Struct, frozen=True):
    """One event of a firm's feed; `signed` is what the province signed (ReceiptBody, DecisionBody, WithdrawalBody)."""

    seq: int
    kind: EventKind
    filing_id: str
    signed: Signed


class ChangesPage(msgspec.Struct, frozen=True):
    """GET /v1/changes?since=N&epoch=E: events with seq > N in order; ask again with since=next while `more`.

    `former` are the epochs before this one: events from before a restore were signed in theirs.
    """

    epoch: str
    events: list[ChangeEvent]
    next: int
    more: bool
    former: list[str] = msgspec.field(default_factory=list)


class ReviewQueue(msgspec.Struct, frozen=True):
    """GET /v1/review/queue: filings that wait for a decision, oldest first."""

    items: list[FilingStatus]


class DecisionRequest(msgspec.Struct, frozen=True):
    """PUT /v1/filings/{id}/decisions/{decision id} with If-Match; a return needs at least one comment."""

    verdict: Verdict
    comments: list[Comment] = msgspec.field(default_factory=list)


class CodeRequest(msgspec.Struct, frozen=True):
    """POST /v1/admin/codes: a one-time enrolment code for a firm."""

    firm: str
    valid_hours: int = 720


class CodeResponse(msgspec.Struct, frozen=True):
    """The string to hand to the firm (see sync.enrolment_code) and when it ends."""

    code: str
    firm: str
    expires_at: str
