"""The enrolment code a firm gets from the province: one string, "ZB1." and base64url of a small JSON object.

It holds the endpoint's address (u), the one-time code (c) and the fingerprint of the province's signing key (f), so
a program that has it can tell the true province from anyone else before it trusts a single answer.
"""

from __future__ import annotations

import base64
import binascii
import string
from urllib.parse import urlsplit

import msgspec

PREFIX = "ZB1."
_FINGERPRINT_DIGITS = 64
_LONGEST = 2000


class EnrolmentCode(msgspec.Struct, frozen=True, rename={"url": "u", "code": "c", "fingerprint": "f"}):
    """Where to enrol, with which one-time code, and the SHA-256 (hex) of the province's raw public key."""

    url: str
    code: str
    fingerprint: str

    def encode(self) -> str:
        """Return the string that is handed out."""
        return PREFIX + base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def decode_enrolment_code(text: str) -> EnrolmentCode:
    """Read a code as pasted, white space and line breaks within it allowed.

    Raises:
        ValueError: the text is no enrolment code; the message says what is wrong, in Chinese.

    """
    packed = "".join(text.split())
    if not packed.startswith(PREFIX):
        message = f"报送码应以“{PREFIX}”开头，请完整复制省平台给出的报送码。"
        raise ValueError(message)
    broken = "报送码不完整或有误，请重新完整复制。"
    if len(packed) > _LONGEST:
        raise ValueError(broken)
    payload = packed.removeprefix(PREFIX)
    try:
        raw = base64.b64decode(payload + "=" * (-len(payload) % 4), altchars=b"-_", validate=True)
        code = msgspec.json.decode(raw, type=EnrolmentCode)
    except (binascii.Error, msgspec.DecodeError, UnicodeError, ValueError) as error:
        raise ValueError(broken) from error
    is_fingerprint = len(code.fingerprint) == _FINGERPRINT_DIGITS and set(code.fingerprint) <= set(
        string.hexdigits.lower()
    )
    address = urlsplit(code.url)
    if not (is_fingerprint and address.scheme in {"http", "https"} and address.hostname and code.code):
        raise ValueError(broken)
    return code
