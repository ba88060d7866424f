"""What a scheme pack says of itself: which version it is, from when on it applies, what it is made of."""

from __future__ import annotations

import hashlib
import re
from typing import Final, Literal

import msgspec
import rfc8785

from forms.errors import InputRefused
from forms.periods import is_month

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
MOST_MEMBERS: Final = 400
LARGEST_MEMBER: Final = 4 * 2**20
LARGEST_PACK: Final = 32 * 2**20
LARGEST_MANIFEST: Final = 256 * 2**10
LONGEST_VERSION: Final = 40

_PART: Final = r"[A-Za-z0-9_-]{1,40}"
_NAME: Final = re.compile(rf"(definitions|codelists)(/{_PART}){{0,2}}/{_PART}(\.[a-z]{{1,10}})?\.(toml|csv)")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows the dot."""


class SchemeRefused(InputRefused):
    """The scheme pack cannot be used; nothing was installed."""


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a pack: its path inside, its size in bytes, the SHA-256 of its content."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"first": "from"}):
    """The canonical JSON that is signed.

    `sequence` counts the packs of a province and only grows; `previous` is the version this one follows, `first` the
    first period it changes anything for; `signer` is the raw Ed25519 public key in hex.
    """

    v: Literal[1]
    kind: Literal["zbscheme"]
    version: str
    sequence: int
    first: str
    previous: str | None
    demo: bool
    signer: str
    members: list[Member]

    @property
    def by_name(self) -> dict[str, Member]:
        """Give the members by path."""
        return {member.name: member for member in self.members}


def digest(content: bytes) -> str:
    """Give the SHA-256 of some bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def is_safe(name: str) -> bool:
    """Tell whether a member's path may be one: below the two known folders, no device, nothing that climbs."""
    return _NAME.fullmatch(name) is not None and not any(
        _RESERVED.fullmatch(part.partition(".")[0]) for part in name.split("/")
    )


def encode(manifest: Manifest) -> bytes:
    """Give the bytes that are signed (RFC 8785)."""
    return rfc8785.dumps(msgspec.to_builtins(manifest))


def decode(raw: bytes) -> Manifest:
    """Read a manifest, and refuse what could be read in two ways.

    Raises:
        SchemeRefused: it is no canonical manifest, or says what cannot be.
    """
    if len(raw) > LARGEST_MANIFEST:
        raise SchemeRefused("scheme-too-large", "制度包的清单过大，没有安装；请重新取得制度包。")
    try:
        found = msgspec.json.decode(raw, type=Manifest)
        sound = encode(found) == raw and is_sound(found)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, rfc8785.CanonicalizationError) as error:
        raise _malformed() from error
    if not sound:
        raise _malformed()
    return found


def is_sound(manifest: Manifest) -> bool:
    """Tell whether a manifest's version, period and members can be."""
    names = [member.name for member in manifest.members]
    return (
        0 < len(manifest.version.strip()) <= LONGEST_VERSION
        and manifest.version.isprintable()
        and 0 < manifest.sequence < 10**6
        and is_month(manifest.first)
        and bool(re.fullmatch(r"[0-9a-f]{64}", manifest.signer))
        and 0 < len(names) <= MOST_MEMBERS
        and names == sorted(names)
        and len({name.casefold() for name in names}) == len(names)
        and all(is_safe(name) for name in names)
        and all(0 <= member.size <= LARGEST_MEMBER for member in manifest.members)
        and sum(member.size for member in manifest.members) <= LARGEST_PACK
    )


def _malformed() -> SchemeRefused:
    return SchemeRefused("scheme-malformed", "制度包的清单不合规定，没有安装；请向省平台重新取得制度包。")


def refuse_other_content(manifest: Manifest, members: dict[str, bytes]) -> None:
    """Compare what is there with what the manifest lists.

    Raises:
        SchemeRefused: a member is missing, too much, or changed.
    """
    listed = manifest.by_name
    for what, names in (("缺少", listed.keys() - members.keys()), ("多出", members.keys() - listed.keys())):
        if names:
            raise SchemeRefused(
                "scheme-changed", f"制度包{what}文件“{min(names)}”，可能被改动过，没有安装；请重新取得制度包。"
            )
    for name, member in listed.items():
        if (len(members[name]), digest(members[name])) != (member.size, member.sha256):
            raise SchemeRefused(
                "scheme-changed", f"制度包中的“{name}”与清单不符，可能被改动过，没有安装；请重新取得制度包。"
            )
