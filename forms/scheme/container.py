"""The file `*.zbscheme`: a zip whose members are stored as they are, so that nothing in it has to be inflated.

Its bytes follow from its content: order, dates and attributes are fixed. A file that is not byte by byte what we would
have written is refused, and with it every trick a zip knows: two members of one name, headers that disagree, bytes
before or behind, links, encryption, comments.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from forms.scheme.manifest import (
    LARGEST_MANIFEST,
    LARGEST_MEMBER,
    LARGEST_PACK,
    MANIFEST,
    MOST_MEMBERS,
    SIGNATURE,
    SchemeRefused,
    is_safe,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIX: Final = ".zbscheme"
LARGEST_FILE: Final = LARGEST_PACK + LARGEST_MANIFEST + 2**20
_WHEN: Final = (1980, 1, 1, 0, 0, 0)
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""All that zipfile lets out on a file made by an enemy."""


def write(manifest: bytes, signature: bytes, members: Mapping[str, bytes]) -> bytes:
    """Give the bytes of a pack."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name, content in [(MANIFEST, manifest), (SIGNATURE, signature), *sorted(members.items())]:
            info = zipfile.ZipInfo(name, _WHEN)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            packed.writestr(info, content)
    return out.getvalue()


def read(raw: bytes) -> tuple[bytes, bytes, dict[str, bytes]]:
    """Take a pack apart: manifest, signature, members. Nothing of it is believed yet.

    Raises:
        SchemeRefused: it is no pack, or not one we would have written.
    """
    if len(raw) > LARGEST_FILE:
        raise SchemeRefused("scheme-too-large", "制度包文件过大，没有安装；请核对是不是省平台发放的文件。")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            infos = packed.infolist()
            for info in infos:
                _refuse_entry(info)
            _refuse_sum(infos)
            found = {info.filename: packed.read(info) for info in infos}
    except _BROKEN as problem:
        raise SchemeRefused("no-scheme", "文件不是制度包或已损坏，没有安装；请重新取得制度包。") from problem
    for name in (MANIFEST, SIGNATURE):
        if name not in found:
            raise SchemeRefused("no-scheme", f"文件里没有“{name}”，不是制度包，没有安装；请重新取得制度包。")
    manifest, signature = found.pop(MANIFEST), found.pop(SIGNATURE)
    if write(manifest, signature, found) != raw:
        raise SchemeRefused("scheme-malformed", "制度包的文件结构不合规定，没有安装；请重新取得制度包。")
    return manifest, signature, found


def _refuse_entry(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename  # as it stands in the file, before zipfile cuts it at a NUL
    if name not in (MANIFEST, SIGNATURE) and not is_safe(name):
        shown = name.encode("unicode_escape").decode()[:60]
        raise SchemeRefused("scheme-path", f"制度包中有不允许的文件名“{shown}”，没有安装。")
    if info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size or info.flag_bits & 1:
        raise SchemeRefused("scheme-packed", f"制度包中的“{name}”经过压缩或加密，不合规定，没有安装。")
    if info.file_size > LARGEST_MEMBER:
        raise SchemeRefused("scheme-too-large", f"制度包中的“{name}”过大，没有安装。")


def _refuse_sum(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_MEMBERS + 2 or sum(info.file_size for info in infos) > LARGEST_PACK + LARGEST_MANIFEST:
        raise SchemeRefused("scheme-too-large", "制度包里的文件过多或过大，没有安装。")
