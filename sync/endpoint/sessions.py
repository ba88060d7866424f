"""Who is calling: a challenge signed with a device's (or the administrator's) key gives a short-lived token.

Tokens and challenges are stored by the hash or for a minute only; a restart of the endpoint ends none of them.
"""

from __future__ import annotations

import secrets
from typing import Literal, NamedTuple

from sqlalchemy import Executable, Table, bindparam, delete, insert, select, update

from sync.endpoint.admission import Admission
from sync.endpoint.clock import Clock
from sync.endpoint.refusal import Refusal
from sync.endpoint.store import ALL_FIRMS, Store, Transaction
from sync.endpoint.tables import CHALLENGES, DEVICES, TOKENS
from sync.keys import verify
from sync.problems import ProblemType
from sync.protocol import (
    Challenge,
    RevokeRequest,
    Token,
    TokenRequest,
    challenge_bytes,
    key_id_of,
    sha256_hex,
    utc_text,
)

CHALLENGE_SECONDS = 60
TOKEN_SECONDS = 15 * 60
_FORGOTTEN_AT_ONCE = 1000


def _forgetting(table: Table) -> Executable:
    """Delete what has run out; two that forget at once each take what the other has not."""
    key = table.primary_key.columns.values()[0]
    gone = (
        select(key)
        .where(table.c.expires_at < bindparam("now_"))
        .limit(_FORGOTTEN_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return delete(table).where(key.in_(gone))


_FORGET_CHALLENGES = _forgetting(CHALLENGES)
_FORGET_TOKENS = _forgetting(TOKENS)


class Caller(NamedTuple):
    """Who a token stands for: a device of a firm, or the administrator (firm None)."""

    key_id: str
    firm: str | None
    token_sha256: str

    @property
    def scope(self) -> str:
        """Whose rows the caller's transactions may see."""
        return self.firm or ALL_FIRMS

    def as_firm(self) -> str:
        """Return the firm that calls.

        Raises:
            Refusal: forbidden, where it is the administrator.

        """
        if self.firm is None:
            raise Refusal(ProblemType.FORBIDDEN, "此操作只能由企业的报送程序进行。")
        return self.firm

    @property
    def role(self) -> Literal["device", "administrator"]:
        """What the caller may act as."""
        return "device" if self.firm is not None else "administrator"


class Sessions:
    """Challenges, tokens and their end."""

    def __init__(self, store: Store, clock: Clock, administrator: bytes) -> None:
        """Take the administrator's raw public key; devices are found in the store."""
        self._store = store
        self._clock = clock
        self._administrator = administrator
        self._administrator_id = key_id_of(administrator)
        self._admission = Admission()

    def challenge(self, key_id: str) -> Challenge:
        """Hand out a nonce to sign; an unknown key gets one too, and learns nothing."""
        moment = self._clock.real()
        now = int(moment.timestamp())
        nonce = secrets.token_urlsafe(32)
        with self._store.writing() as transaction:
            for forget in (_FORGET_CHALLENGES, _FORGET_TOKENS):
                transaction.connection.execute(forget, {"now_": now})
            transaction.connection.execute(
                insert(CHALLENGES).values(nonce=nonce, key_id=key_id[:64], expires_at=now + CHALLENGE_SECONDS)
            )
        ends = moment.fromtimestamp(now + CHALLENGE_SECONDS, tz=moment.tzinfo)
        return Challenge(nonce=nonce, expires_at=utc_text(ends))

    def token(self, request: TokenRequest) -> Token:
        """Exchange a signed challenge for a token; a challenge serves once.

        Raises:
            Refusal: unauthorized, whatever was wrong.

        """
        now = int(self._clock.real().timestamp())
        token = secrets.token_urlsafe(32)
        with self._store.writing() as transaction:
            asked = transaction.connection.scalar(
                delete(CHALLENGES)
                .where(CHALLENGES.c.nonce == request.nonce, CHALLENGES.c.expires_at >= now)
                .returning(CHALLENGES.c.key_id)
            )
            caller = self._holder(transaction, request.key_id, sha256_hex(token.encode()))
            signed = challenge_bytes(request.nonce, request.key_id)
            genuine = caller is not None and verify(caller[1], request.signature, signed)
            if asked == request.key_id and genuine and caller is not None:
                who = caller[0]
                transaction.connection.execute(
                    insert(TOKENS).values(
                        token_sha256=who.token_sha256,
                        key_id=who.key_id,
                        firm=who.firm,
                        expires_at=now + TOKEN_SECONDS,
                    )
                )
                return Token(token=token, expires_in=TOKEN_SECONDS, role=who.role)
        raise _unauthorized("未能确认本机身份，请重新连接；若仍不行，请向主管部门申请新的报送码。")

    def caller(self, authorization: str | None) -> Caller:
        """Return whom an Authorization header stands for.

        Raises:
            Refusal: unauthorized: no token, an unknown one, or one that has ended; too-many-requests.

        """
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() == "bearer" and token:
            digest = sha256_hex(token.strip().encode())
            now = int(self._clock.real().timestamp())
            with self._store.reading() as transaction:
                row = transaction.connection.execute(
                    select(TOKENS.c.key_id, TOKENS.c.firm).where(
                        TOKENS.c.token_sha256 == digest, TOKENS.c.expires_at >= now
                    )
                ).one_or_none()
            if row is not None:
                self._admission.admit(row.key_id)
                return Caller(key_id=row.key_id, firm=row.firm, token_sha256=digest)
        raise _unauthorized("登录已失效，请重新连接省平台。")

    def device(self, authorization: str | None) -> Caller:
        """Return the caller, who must be a firm's device.

        Raises:
            Refusal: unauthorized, or forbidden for the administrator.

        """
        caller = self.caller(authorization)
        caller.as_firm()
        return caller

    def administrator(self, authorization: str | None) -> Caller:
        """Return the caller, who must be the administrator.

        Raises:
            Refusal: unauthorized, or forbidden for a firm.

        """
        caller = self.caller(authorization)
        if caller.firm is not None:
            raise Refusal(ProblemType.FORBIDDEN, "此操作只能由省平台管理员进行。")
        return caller

    def revoke(self, caller: Caller, request: RevokeRequest) -> None:
        """End the caller's token, or its device with all tokens."""
        with self._store.writing() as transaction:
            if request.what == "device" and caller.firm is not None:
                transaction.connection.execute(delete(TOKENS).where(TOKENS.c.key_id == caller.key_id))
                transaction.connection.execute(
                    update(DEVICES).where(DEVICES.c.key_id == caller.key_id).values(revoked=True)
                )
            else:
                transaction.connection.execute(delete(TOKENS).where(TOKENS.c.token_sha256 == caller.token_sha256))

    def _holder(self, transaction: Transaction, key_id: str, token_sha256: str) -> tuple[Caller, bytes] | None:
        if key_id == self._administrator_id:
            return Caller(key_id=key_id, firm=None, token_sha256=token_sha256), self._administrator
        row = transaction.connection.execute(
            select(DEVICES.c.firm, DEVICES.c.public_key).where(DEVICES.c.key_id == key_id, ~DEVICES.c.revoked)
        ).one_or_none()
        if row is None:
            return None
        return Caller(key_id=key_id, firm=row.firm, token_sha256=token_sha256), row.public_key


def _unauthorized(detail: str) -> Refusal:
    return Refusal(ProblemType.UNAUTHORIZED, detail)
