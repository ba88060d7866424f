"""The province's signing key and the administrator's key: made at the first start, kept next to the database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import msgspec
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from sync.protocol import ProvinceKey, fingerprint, key_id_of
from sync.signed import ProvinceBody, Signed

PROVINCE_KEY_FILE = "province.pem"
ADMINISTRATOR_KEY_FILE = "administrator.pem"


class SigningKey:
    """An Ed25519 private key with the id of its public half."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        """Derive the public half (raw, 32 bytes) and its id."""
        self._private = private
        self.public = private.public_key().public_bytes_raw()
        self.key_id = key_id_of(self.public)

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte signature over some bytes."""
        return self._private.sign(data)


def load_key(path: Path) -> SigningKey:
    """Read a PEM (PKCS #8) Ed25519 key file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it holds no unencrypted Ed25519 private key.

    """
    private = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(private, Ed25519PrivateKey):
        message = f"{path.name}: not an Ed25519 key"
        raise ValueError(message)
    return SigningKey(private)


def load_or_create_key(path: Path) -> SigningKey:
    """Read a key file, or make a new key in a file only its owner can read."""
    if not path.exists():
        pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
    return load_key(path)


class Province(NamedTuple):
    """Who this endpoint is: its signing key, whether it is a demonstration, its epochs (a new one after a restore)."""

    key: SigningKey
    epoch: str
    demo: bool
    since: str
    former: tuple[str, ...] = ()

    def sign(self, body: ProvinceBody) -> Signed:
        """Return the canonical JSON of a body with the province's signature over it."""
        raw = rfc8785.dumps(msgspec.to_builtins(body))
        return Signed(body=raw, signature=self.key.sign(raw), key_id=self.key.key_id)

    def key_set(self) -> list[ProvinceKey]:
        """Return the keys a firm pins at enrolment."""
        return [
            ProvinceKey(
                id=self.key.key_id,
                algorithm="Ed25519",
                public_key=self.key.public,
                valid_from=self.since,
                demo=self.demo,
            ),
        ]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the signing key that enrolment codes carry."""
        return fingerprint(self.key.public)
