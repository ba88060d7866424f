"""Enrolment: making this PC known to the province, and the province to the Book."""

from __future__ import annotations

import msgspec

from forms.book import Book
from forms.errors import InputRefused
from sync import history, outbox
from sync.enrolment_code import decode_enrolment_code
from sync.errors import BadEnrolmentCode, NotEnrolled
from sync.keys import DeviceKey, device_key
from sync.protocol import PROTOCOL, Capabilities
from sync.province import CERTIFICATE, keys_of, pin, said, trusted_keys
from sync.session import conversation
from sync.signed import CertificateBody, Signed
from sync.transport import Transport


def enroll(book: Book, code_text: str, *, send: Transport | None = None) -> None:
    """Make this PC known to the province and pin the province's keys in the Book.

    Raises `BadEnrolmentCode`, `KeyProblem`, `EndpointUnreachable`, `EndpointRefused`; then nothing has changed.
    """
    try:
        code = decode_enrolment_code(code_text)
    except ValueError as problem:
        raise BadEnrolmentCode(str(problem)) from problem
    key = device_key(book)
    with conversation(code.url, key, send) as session:
        suits(book, session.capabilities())
        answer = session.enroll(book.firm.uscc, code.code)
    keys = trusted_keys(answer.keys, root=code.fingerprint)
    certificate = said(answer.certificate, keys, CertificateBody)
    if (certificate.firm, certificate.public_key) != (book.firm.uscc, key.public):
        raise BadEnrolmentCode("平台发放的证书不是给本企业这台电脑的，请向平台核对报送码。")
    with book.transaction():
        pin(book, code, keys, answer.certificate, answer.epoch)
        outbox.note_success(book)
        history.note(book, "已与省平台建立联系")


def certified_key(book: Book) -> DeviceKey:
    """Give this PC's key if the province has certified it; a Book moved from another PC enrols again."""
    key = device_key(book)
    certificate = msgspec.json.decode(book.get(CERTIFICATE) or "null", type=Signed | None)
    if certificate is None or said(certificate, keys_of(book), CertificateBody).public_key != key.public:
        raise NotEnrolled(moved=certificate is not None)
    return key


def suits(book: Book, capabilities: Capabilities) -> None:
    """Refuse an endpoint that speaks another protocol, and demo figures for the true province or the reverse."""
    if PROTOCOL not in capabilities.protocols:
        raise InputRefused("program-too-old", "省平台已不支持本程序的版本，请先更新程序。")
    if capabilities.demo != book.firm.demo:
        raise InputRefused("demo-mismatch", "演示账套只能连接演示平台，正式账套只能连接省平台，请核对报送码。")
