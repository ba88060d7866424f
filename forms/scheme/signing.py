"""The province's signature over a pack's manifest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from forms.scheme.manifest import SchemeRefused, decode, digest

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from forms.scheme.manifest import Manifest

_PREFIX: Final = b"zhibao-scheme-1\0"
"""What keeps this signature from being one over anything else the province signs."""


class Signer(Protocol):
    """The province's key: its raw public half, and signatures by the private one."""

    @property
    def public(self) -> bytes:
        """Give the 32 bytes of the public key."""

    def sign(self, data: bytes) -> bytes:
        """Sign some bytes."""


class KeyFile:
    """A signer read from a PEM (PKCS #8) file."""

    def __init__(self, path: Path) -> None:
        """Read the key.

        Raises:
            SchemeRefused: the file cannot be read or is no Ed25519 key.
        """
        try:
            private = load_pem_private_key(path.read_bytes(), password=None)
        except (OSError, ValueError, TypeError) as problem:
            raise SchemeRefused("no-key", f"签名密钥文件“{path.name}”无法使用，请检查路径和权限。") from problem
        if not isinstance(private, Ed25519PrivateKey):
            raise SchemeRefused("no-key", f"“{path.name}”不是 Ed25519 签名密钥，请换用省平台的签名密钥文件。")
        self._private = private

    @property
    def public(self) -> bytes:
        """Give the 32 bytes of the public key."""
        return self._private.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """Sign some bytes."""
        return self._private.sign(data)


def sign(signer: Signer, manifest: bytes) -> bytes:
    """Sign a manifest's bytes."""
    return signer.sign(_PREFIX + manifest)


def signed(manifest: bytes, signature: bytes) -> Manifest:
    """Give the manifest if its signature is that of the key it names.

    Raises:
        SchemeRefused: it is malformed or the signature is wrong.
    """
    found = decode(manifest)
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(found.signer)).verify(signature, _PREFIX + manifest)
    except (InvalidSignature, ValueError) as problem:
        raise SchemeRefused(
            "scheme-signature", "制度包的签名不正确，内容可能被改动过，没有安装；请向省平台重新取得制度包。"
        ) from problem
    return found


def fingerprint(signer: str) -> str:
    """Give the fingerprint people compare: the SHA-256 of the raw public key, as in an enrolment code."""
    return digest(bytes.fromhex(signer))


def refuse_stranger(manifest: Manifest, trusted: Collection[str]) -> None:
    """Refuse a pack of a key that is not among those trusted here (raw public keys in hex).

    Raises:
        SchemeRefused: nobody is trusted yet, or another key signed it.
    """
    if not trusted:
        raise SchemeRefused(
            "scheme-no-signer",
            "本机还没有省平台的签名密钥，不能核对制度包；请指明已登记的账套（--book），或核对后给出指纹（--signer）。",
        )
    if manifest.signer not in trusted:
        raise SchemeRefused(
            "scheme-other-signer",
            f"制度包由另一把密钥签名（指纹 {fingerprint(manifest.signer)[:16]}），不是本机登记的省平台，没有安装。",
        )


def named(text: str, manifest: Manifest) -> frozenset[str]:
    """Give the pack's own key as trusted if a person named it by its fingerprint, or its first 16 digits or more."""
    wanted = re.sub(r"[\s:-]", "", text).lower()
    mark = fingerprint(manifest.signer)
    return frozenset({manifest.signer}) if len(wanted) >= 16 and mark.startswith(wanted) else frozenset({wanted})  # noqa: PLR2004 -- the length of a key id
