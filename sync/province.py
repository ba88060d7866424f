"""The province as the Book knows it: its address, its epoch, and its signing keys, pinned when the Book enrolled.

Nothing counts as the province's word unless one of these keys signed it. The first key is pinned by the fingerprint in
the enrolment code; a later one must be endorsed by a key pinned before.
"""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import msgspec

from forms.book import Book
from sync.enrolment_code import EnrolmentCode
from sync.errors import BadEnrolmentCode, KeyOutOfDate, NotEnrolled, NotOurServer
from sync.keys import verify
from sync.protocol import ProvinceKey, fingerprint, key_id_of
from sync.signed import CertificateBody, DecisionBody, ReceiptBody, Signed, WithdrawalBody

URL = "province.url"
KEYS = "province.keys"
EPOCH = "province.epoch"
CERTIFICATE = "province.certificate"
CURSOR = "feed.cursor"

Body = TypeVar("Body", CertificateBody, ReceiptBody, DecisionBody, WithdrawalBody)


def is_enrolled(book: Book) -> bool:
    """Tell whether the Book has a province, whichever PC enrolled it."""
    return book.get(URL) is not None


def url_of(book: Book) -> str:
    """Give the endpoint's address. Raises `NotEnrolled`."""
    url = book.get(URL)
    if url is None:
        raise NotEnrolled
    return url


def keys_of(book: Book) -> list[ProvinceKey]:
    """Give the pinned keys."""
    return msgspec.json.decode(book.get(KEYS) or "[]", type=list[ProvinceKey])


def trusted_keys(offered: list[ProvinceKey], *, root: str) -> list[ProvinceKey]:
    """Keep of the keys offered those that begin at the fingerprint `root` or are endorsed by one that does.

    Raises `BadEnrolmentCode` if none does: then the server is not the one that issued the code.
    """
    honest = [key for key in offered if key.id == key_id_of(key.public_key)]
    trusted = [key for key in honest if fingerprint(key.public_key) == root]
    if not trusted:
        raise BadEnrolmentCode("报送码与该平台的签名密钥不符，对方可能不是省平台；请核对报送码，不要继续。")
    grew = True
    while grew:
        known = {key.id: key.public_key for key in trusted}
        more = [key for key in honest if key.id not in known and _is_endorsed(key, known)]
        trusted += more
        grew = bool(more)
    return trusted


def _is_endorsed(key: ProvinceKey, known: dict[str, bytes]) -> bool:
    elder = known.get(key.endorsed_by or "")
    return elder is not None and verify(elder, key.endorsement or b"", key.public_key)


def said(signed: Signed, keys: list[ProvinceKey], body: type[Body]) -> Body:
    """Give what the province signed.

    Raises `NotOurServer` if it was not one of the pinned keys, `KeyOutOfDate` if that key was not valid at the time.
    """
    elder = next((key for key in keys if key.id == signed.key_id), None)
    if elder is None or not verify(elder.public_key, signed.signature, signed.body):
        raise NotOurServer("签名不是省平台的")
    try:
        found = msgspec.json.decode(signed.body, type=body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise NotOurServer("签名内容不合约定") from problem
    if found.key_id != signed.key_id:
        raise NotOurServer("签名密钥与内容不符")
    _refuse_out_of_date(elder, _signed_at(found))
    return found


def _signed_at(body: CertificateBody | ReceiptBody | DecisionBody | WithdrawalBody) -> str:
    match body:
        case CertificateBody():
            return body.issued_at
        case ReceiptBody():
            return body.received_at
        case DecisionBody():
            return body.decided_at
        case WithdrawalBody():
            return body.withdrawn_at


def _refuse_out_of_date(key: ProvinceKey, signed_at: str) -> None:
    """The time stands in the signed bytes, by the province's clock; that of this PC decides nothing."""
    ends = None if key.valid_to is None else moment(key.valid_to)
    if moment(signed_at) < moment(key.valid_from) or (ends is not None and moment(signed_at) > ends):
        raise KeyOutOfDate(key.id, key.valid_from, key.valid_to, signed_at)


def moment(text: str) -> dt.datetime:
    """Read a moment as the protocol writes it, or raise `NotOurServer`."""
    try:
        return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)
    except ValueError as problem:
        raise NotOurServer("应答中的时间不合约定") from problem


def pin(book: Book, code: EnrolmentCode, keys: list[ProvinceKey], certificate: Signed, epoch: str) -> None:
    """Keep the province in the Book; another province than before begins its feed anew."""
    with book.transaction():
        if epoch != book.get(EPOCH) or code.url != book.get(URL):
            book.put(CURSOR, "0")
        book.put(URL, code.url)
        book.put(KEYS, msgspec.json.encode(keys).decode())
        book.put(CERTIFICATE, msgspec.json.encode(certificate).decode())
        book.put(EPOCH, epoch)
