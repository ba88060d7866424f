"""A package written anew: most members as they lie in the file, byte for byte, a few of them replaced or added.

Members that are not replaced are never unpacked, so what is in them cannot do anything to us and costs nothing.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from forms.workbook.package import damaged

if TYPE_CHECKING:
    from pathlib import Path

_LOCAL = struct.Struct("<4s5H3L2H")
_DIRECTORY = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _DIRECTORY_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_UTF8_NAME = 0x800
_VERSION = 20
_FIRST_YEAR = 1980
_BLOCK = 1 << 18
_LARGEST = (1 << 32) - 1  # beyond it a package needs another format, which no workbook of an accountant is


class Packed:
    """A member's content, packed piece by piece; kept packed."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Pack."""
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        self.size, self.crc = 0, 0
        self.pieces: list[bytes] = []
        for piece in pieces:
            self.size += len(piece)
            self.crc = zlib.crc32(piece, self.crc)
            self.pieces.append(packer.compress(piece))
        self.pieces.append(packer.flush())
        self.packed_size = sum(map(len, self.pieces))


def written(source: Path | BytesIO, archive: zipfile.ZipFile, parts: dict[str, Packed]) -> Iterator[bytes]:
    """Give the bytes of a copy of `archive` (which is the file `source`) in which `parts` are replaced or added.

    Raises:
        WorkbookRefused: members have the same name, lie over one another, or are not where the file says.
    """
    infos = archive.infolist()
    names = {info.filename for info in infos}
    size = source.getbuffer().nbytes if isinstance(source, BytesIO) else source.stat().st_size
    if len(names) < len(infos) or sum(info.compress_size for info in infos) > size:
        raise damaged()
    added = [zipfile.ZipInfo(name, infos[0].date_time) for name in parts if name not in names]
    offset = 0
    directory: list[bytes] = []
    with BytesIO(source.getbuffer()) if isinstance(source, BytesIO) else source.open("rb") as file:
        for info in [*infos, *added]:
            packed = parts.get(info.filename)
            local, entry = _headers(info, packed, offset)
            directory.append(entry)
            for piece in (local, *(_raw(file, info) if packed is None else packed.pieces)):
                offset += len(piece)
                yield piece
    entries = b"".join(directory)
    if offset + len(entries) > _LARGEST:
        raise damaged()
    yield entries + _END.pack(_END_MARK, 0, 0, len(directory), len(directory), len(entries), offset, 0)


def _headers(info: zipfile.ZipInfo, packed: Packed | None, offset: int) -> tuple[bytes, bytes]:
    """Give what stands before a member's content, and what the directory says of it."""
    if packed is None:
        sizes, method = (info.CRC, info.compress_size, info.file_size), info.compress_type
    else:
        sizes, method = (packed.crc, packed.packed_size, packed.size), zipfile.ZIP_DEFLATED
    if max(*sizes, offset) > _LARGEST:
        raise damaged()
    name = info.filename.encode("utf-8")
    flags = 0 if name.isascii() else _UTF8_NAME
    year, month, day, hour, minute, second = info.date_time
    date = max(year - _FIRST_YEAR, 0) << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second // 2
    common = (flags, method, time, date, *sizes, len(name), 0)
    attributes = (info.internal_attr, info.external_attr, offset)
    system = info.create_system
    return (
        _LOCAL.pack(_LOCAL_MARK, _VERSION, *common) + name,
        _DIRECTORY.pack(_DIRECTORY_MARK, _VERSION, system, _VERSION, 0, *common, 0, 0, *attributes) + name,
    )


def _raw(file: BinaryIO, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Give a member's content as it is packed in the file."""
    file.seek(info.header_offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(_LOCAL_MARK):
        raise damaged()
    *_, name_length, extra_length = _LOCAL.unpack(head)
    file.seek(name_length + extra_length, 1)
    left = info.compress_size
    while left:
        block = file.read(min(left, _BLOCK))
        if not block:
            raise damaged()
        left -= len(block)
        yield block
