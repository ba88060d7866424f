"""Talking with the province: typed questions and answers over a `Transport`, and the short-lived token.

The token is bound to the device key by a challenge, and lives in this object only.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlencode

import msgspec

from sync.errors import EndpointBusy, EndpointRefused, NotOurServer
from sync.holdings import Compared, Holding, Holdings, Offering, Presented, Presenting
from sync.keys import DeviceKey
from sync.problems import Problem, ProblemType
from sync.protocol import (
    PROBLEM_MEDIA_TYPE,
    Attachment,
    AttachmentKept,
    AttachmentsMissing,
    AttachmentsWanted,
    Capabilities,
    Challenge,
    ChallengeRequest,
    ChangesPage,
    EnrollRequest,
    EnrollResponse,
    SchemePack,
    Token,
    TokenRequest,
    challenge_bytes,
    enrolment_bytes,
    sha256_hex,
)
from sync.signed import Signed, SignedFiling
from sync.transport import HttpTransport, Request, Transport, retry_after, unwrapped, wrapped

Answer = TypeVar("Answer")


class Session:
    """One conversation of one device with one endpoint. Each question is one HTTP attempt, but for a stale token.

    Every method raises `EndpointUnreachable` (with its kinds) or `EndpointRefused`.
    """

    def __init__(self, send: Transport, key: DeviceKey) -> None:
        self._send = send
        self._key = key
        self._token: str | None = None

    def capabilities(self) -> Capabilities:
        """Ask what the endpoint is and what time it has."""
        return self._ask("GET", "/v1/capabilities", Capabilities)

    def scheme(self, have: str = "") -> SchemePack:
        """Ask for the scheme pack in force; without its bytes where `have` is its SHA-256."""
        return self._ask("GET", "/v1/scheme?" + urlencode({"have": have}), SchemePack)

    def enroll(self, firm: str, code: str) -> EnrollResponse:
        """Offer this device's key under a one-time code."""
        proof = self._key.sign(enrolment_bytes(code, self._key.public))
        message = EnrollRequest(firm=firm, code=code, public_key=self._key.public, signature=proof)
        return self._ask("POST", "/v1/enroll", EnrollResponse, message)

    def put_filing(self, filing_id: str, filing: SignedFiling) -> Signed:
        """Submit a revision; the same again gives the same receipt."""
        return self._authorised("PUT", f"/v1/filings/{filing_id}", Signed, filing)

    def withdraw(self, filing_id: str) -> Signed:
        """Take a filing back before any decision."""
        return self._authorised("POST", f"/v1/filings/{filing_id}/withdraw", Signed)

    def present(self, certificate: Signed) -> Presented:
        """Be known again by the certificate the province gave this device."""
        return self._ask("POST", "/v1/enroll/again", Presented, Presenting(certificate))

    def reconcile(self, filings: list[Holding]) -> Compared:
        """Tell what this firm holds receipts for, and hear what of it the province lacks."""
        return self._authorised("POST", "/v1/reconcile", Compared, Holdings(filings))

    def offer(self, filing_id: str, offering: Offering) -> Signed:
        """Give a filing the province lost back to it."""
        return self._authorised("PUT", f"/v1/reconcile/{filing_id}", Signed, offering)

    def missing_attachments(self, digests: list[str]) -> list[str]:
        """Ask which of these contents (SHA-256) the province does not have from this firm yet."""
        asked = AttachmentsWanted(sha256=digests)
        return self._authorised("POST", "/v1/attachments/missing", AttachmentsMissing, asked).sha256

    def put_attachment(self, sha256: str, content: bytes) -> AttachmentKept:
        """Send the content of an attached file in one piece; the same again is harmless."""
        return self._authorised("PUT", f"/v1/attachments/{sha256}", AttachmentKept, Attachment(content=content))

    def attachment(self, firm: str, sha256: str) -> bytes:
        """Get a content back. Raises `NotOurServer` if it is another."""
        asked = "?" + urlencode({"firm": firm})
        content = self._authorised("GET", f"/v1/attachments/{sha256}{asked}", Attachment).content
        if sha256_hex(content) != sha256:
            raise NotOurServer("附件内容与编号不符")
        return content

    def changes(self, since: int, epoch: str) -> ChangesPage:
        """Ask for the firm's events after `since`."""
        return self._authorised("GET", "/v1/changes?" + urlencode({"since": since, "epoch": epoch}), ChangesPage)

    def sign_in(self) -> None:
        """Get a token, if there is none yet."""
        if self._token is None:
            challenge = self._ask("POST", "/v1/auth/challenge", Challenge, ChallengeRequest(key_id=self._key.key_id))
            proof = self._key.sign(challenge_bytes(challenge.nonce, self._key.key_id))
            answer = TokenRequest(key_id=self._key.key_id, nonce=challenge.nonce, signature=proof)
            self._token = self._ask("POST", "/v1/auth/token", Token, answer).token

    def _authorised(
        self, method: str, path: str, answer: type[Answer], message: msgspec.Struct | None = None, *, if_match: str = ""
    ) -> Answer:
        """Ask with the token; if it has run out, get another and ask once more."""
        had_one = self._token is not None
        self.sign_in()
        try:
            return self._ask(method, path, answer, message, if_match=if_match)
        except EndpointRefused as refusal:
            if not had_one or refusal.problem.type != ProblemType.UNAUTHORIZED:
                raise
        self._token = None
        self.sign_in()
        return self._ask(method, path, answer, message, if_match=if_match)

    def _ask(
        self, method: str, path: str, answer: type[Answer], message: msgspec.Struct | None = None, *, if_match: str = ""
    ) -> Answer:
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        if if_match:
            headers["If-Match"] = if_match
        body = msgspec.json.encode(message) if message is not None else b""
        request_id = uuid.uuid4().hex
        response = unwrapped(self._send(wrapped(Request(method, path, body, headers), request_id)), request_id)
        media = response.headers["content-type"].partition(";")[0].strip().lower()
        if media == PROBLEM_MEDIA_TYPE:
            raise _refusal(_decoded(response.body, Problem), retry_after(response.headers))
        return _decoded(response.body, answer)


def _refusal(problem: Problem, pause: float) -> EndpointBusy | EndpointRefused:
    """A retryable problem is «come again», but for a stale token, which coming again does not mend."""
    if problem.retryable and problem.type != ProblemType.UNAUTHORIZED:
        broken = problem.status == HTTPStatus.INTERNAL_SERVER_ERROR  # perhaps after it had stored the filing
        return EndpointBusy(problem.detail or problem.title, retry_after=pause, outcome_unknown=broken)
    return EndpointRefused(problem)


def _decoded(body: bytes, answer: type[Answer]) -> Answer:
    try:
        return msgspec.json.decode(body, type=answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise NotOurServer("应答内容不合约定") from problem


@contextlib.contextmanager
def conversation(url: str, key: DeviceKey, send: Transport | None = None) -> Iterator[Session]:
    """Open a session with the endpoint at `url`, or over a given transport."""
    if send is not None:
        yield Session(send, key)
        return
    with contextlib.closing(HttpTransport(url)) as transport:
        yield Session(transport, key)
