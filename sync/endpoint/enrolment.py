"""How a firm's PC becomes known: the administrator gives out a one-time code, the PC trades it for a certificate."""

from __future__ import annotations

import datetime as dt
import secrets

from sqlalchemy import insert, select, update

from forms.creditcode import check_credit_code
from sync.endpoint.clock import Clock
from sync.endpoint.keys import Province
from sync.endpoint.refusal import Refusal
from sync.endpoint.store import Store, Transaction
from sync.endpoint.tables import CODES, DEVICES
from sync.enrolment_code import EnrolmentCode
from sync.keys import verify
from sync.problems import ProblemType
from sync.protocol import (
    CodeRequest,
    CodeResponse,
    EnrollRequest,
    EnrollResponse,
    enrolment_bytes,
    key_id_of,
    sha256_hex,
    utc_text,
)
from sync.signed import CertificateBody, Signed

_LONGEST_CODE_HOURS = 24 * 366
_PUBLIC_KEY_BYTES = 32


class Enrolment:
    """Codes and devices."""

    def __init__(self, store: Store, clock: Clock, province: Province, url: str) -> None:
        """Take the address that codes carry."""
        self._store = store
        self._clock = clock
        self._province = province
        self._url = url

    def issue(self, request: CodeRequest) -> CodeResponse:
        """Make a one-time code for a firm; only its hash is kept.

        Raises:
            Refusal: bad-request, where the credit code is wrong (the sentence says which place) or the time is.

        """
        fault = check_credit_code(request.firm)
        if fault is not None:
            raise Refusal(ProblemType.BAD_REQUEST, fault.sentence)
        if not 0 <= request.valid_hours <= _LONGEST_CODE_HOURS:
            raise Refusal(ProblemType.BAD_REQUEST, "报送码的有效期须在0到8784小时之间。")
        code = secrets.token_urlsafe(18)
        ends = self._clock.real() + dt.timedelta(hours=request.valid_hours)
        with self._store.writing() as transaction:
            transaction.connection.execute(
                insert(CODES).values(
                    code_sha256=sha256_hex(code.encode()), firm=request.firm, expires_at=int(ends.timestamp())
                )
            )
        text = EnrolmentCode(url=self._url, code=code, fingerprint=self._province.fingerprint).encode()
        return CodeResponse(code=text, firm=request.firm, expires_at=utc_text(ends))

    def enroll(self, request: EnrollRequest) -> tuple[EnrollResponse, bool]:
        """Certify a device; True where it is new. The same request again gets the same certificate.

        Raises:
            Refusal: invalid-signature, code-unknown, wrong-firm, code-used, code-expired.

        """
        proof = enrolment_bytes(request.code, request.public_key)
        if len(request.public_key) != _PUBLIC_KEY_BYTES or not verify(request.public_key, request.signature, proof):
            raise Refusal(ProblemType.INVALID_SIGNATURE, "本机密钥的签名不正确，请重新联网登记。")
        key_id = key_id_of(request.public_key)
        with self._store.writing() as transaction:
            if self._take_code(transaction, request, key_id):
                return self._answer(self._certify(transaction, request, key_id)), True
            return self._answer(_certificate(transaction, key_id, self._province.key.key_id)), False

    def _take_code(self, transaction: Transaction, request: EnrollRequest, key_id: str) -> bool:
        digest = sha256_hex(request.code.encode())
        row = transaction.connection.execute(
            select(CODES.c.firm, CODES.c.expires_at, CODES.c.used_by)
            .where(CODES.c.code_sha256 == digest)
            .with_for_update()  # two PCs with one code: the second waits, and finds it used
        ).one_or_none()
        if row is None:
            raise Refusal(ProblemType.CODE_UNKNOWN, "省平台没有发放过这个报送码，请核对后重新输入。")
        if row.firm != request.firm:
            raise Refusal(ProblemType.WRONG_FIRM, "这个报送码不是发给本企业的，请核对统一社会信用代码。")
        if row.used_by == key_id:
            return False
        if row.used_by is not None:
            raise Refusal(ProblemType.CODE_USED, "这个报送码已在另一台电脑上使用，请向主管部门申请新的报送码。")
        if row.expires_at <= self._clock.real().timestamp():
            raise Refusal(ProblemType.CODE_EXPIRED, "这个报送码已过期，请向主管部门申请新的报送码。")
        transaction.connection.execute(update(CODES).where(CODES.c.code_sha256 == digest).values(used_by=key_id))
        return True

    def _certify(self, transaction: Transaction, request: EnrollRequest, key_id: str) -> Signed:
        known = transaction.connection.scalar(select(DEVICES.c.firm).where(DEVICES.c.key_id == key_id))
        if known is not None:  # a device key belongs to one Book on one PC; a second code for it is a mistake
            raise Refusal(ProblemType.CODE_USED, "本机密钥已经登记过，请为新的账套生成新的密钥。")
        certificate = self._province.sign(
            CertificateBody(
                firm=request.firm,
                device=key_id,
                public_key=request.public_key,
                issued_at=self._clock.stamp(),
                demo=self._province.demo,
                key_id=self._province.key.key_id,
            )
        )
        transaction.connection.execute(
            insert(DEVICES).values(
                key_id=key_id,
                firm=request.firm,
                public_key=request.public_key,
                certificate=certificate.body,
                signature=certificate.signature,
                revoked=False,
            )
        )
        return certificate

    def _answer(self, certificate: Signed) -> EnrollResponse:
        return EnrollResponse(certificate=certificate, keys=self._province.key_set(), epoch=self._province.epoch)


def _certificate(transaction: Transaction, key_id: str, province_key: str) -> Signed:
    row = transaction.connection.execute(
        select(DEVICES.c.certificate, DEVICES.c.signature).where(DEVICES.c.key_id == key_id)
    ).one()
    return Signed(body=row.certificate, signature=row.signature, key_id=province_key)
