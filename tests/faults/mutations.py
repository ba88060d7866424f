"""Workbooks broken at random: bytes, members of the package, nodes of the XML. The same seed breaks the same thing."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

_TAG = re.compile(rb"<[^<>]+>")
_ATTRIBUTE = re.compile(rb'([\w:.-]+)="([^"]*)"')
_MADE_AT = re.compile(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")
_SPLICED = 0.3
_ODD = (
    *(b"", b"-1", b"0", b"1", b"65536", b"1048577", b"4294967296", b"99999999999999999999", b"NaN", b"1e309"),
    *(b"XFD1048576", b"A0", b"s", b"e", b"d", b"inlineStr", b"str", b"true", b"#REF!", b"2026-13-45", b"\xff\xfe"),
    *("错".encode(), b"A" * 5000),
)
_ODD_BYTES = (
    *(b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\x80"),
    *(b"<", b'"', b",", b"\r", b"\n", b"\t"),
)


def still(package: bytes) -> bytes:
    """Give a package without the time it was made at."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in _members(package):
            made.writestr(zipfile.ZipInfo(name), _MADE_AT.sub(b"2026-10-08T00:00:00Z", content), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def broken(seed: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Give a workbook with one to three things broken."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        seed = chance.choice(_ways(seed))(seed, others, chance)
    return seed


Way = Callable[[bytes, list[bytes], random.Random], bytes]


def _ways(seed: bytes) -> tuple[Way, ...]:
    if zipfile.is_zipfile(io.BytesIO(seed)):
        return _bytes, _member, _node, _node, _node
    return (_bytes,)


def _bytes(seed: bytes, others: list[bytes], chance: random.Random) -> bytes:
    if not seed:
        return chance.choice(_ODD_BYTES)
    at = chance.randrange(len(seed))
    before, length = seed[:at], chance.choice((1, 1, 2, 4, 8, 64, 512))
    piece, rest = seed[at : at + length], seed[at + length :]
    match chance.randrange(8):
        case 0 | 1 | 2:
            piece, rest = bytes([seed[at] ^ 1 << chance.randrange(8)]), seed[at + 1 :]
        case 3:
            piece = chance.choice(_ODD_BYTES)
        case 4:
            piece = chance.choice(_ODD_BYTES) + piece
        case 5:
            piece = b""
        case 6:
            piece *= chance.choice((2, 3, 50))
        case _:
            other = chance.choice(others)
            piece, rest = b"", other[chance.randrange(len(other)) :] if chance.random() < _SPLICED else b""
    return before + piece + rest


def _member(seed: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Break the package: members lost, doubled, emptied, exchanged, renamed, packed otherwise."""
    members = _members(seed)
    if not members:
        return seed
    at = chance.randrange(len(members))
    name, content = members[at]
    match chance.randrange(6):
        case 0:
            del members[at]
        case 1:
            members.append((name, chance.choice(members)[1]))
        case 2:
            members[at] = (name, b"")
        case 3:
            members[at] = (name, chance.choice(members)[1])
        case 4:
            members[at] = (
                chance.choice((name.upper(), f"/{name}", f"../{name}", name[:-1], "xl/workbook.xml")),
                content,
            )
        case _:
            members[at] = (name, _bytes(content, others, chance))
    return _packed(members, chance)


def _node(seed: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Break a node of one part's XML."""
    del others
    members = _members(seed)
    parts = [at for at, (_, content) in enumerate(members) if content.lstrip()[:1] == b"<"]
    if not parts:
        return seed
    at = chance.choice(parts)
    members[at] = (members[at][0], _with_broken_node(members[at][1], chance))
    return _packed(members, chance)


def _with_broken_node(xml: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(xml))
    if not tags:
        return xml
    tag = chance.choice(tags)
    start, end = tag.span()
    attributes = list(_ATTRIBUTE.finditer(xml, start, end))
    before, new, rest = xml[:start], tag[0], xml[end:]
    match chance.randrange(9):
        case 0:
            new = b""
        case 1:
            new += new * chance.choice((1, 3, 2000))
        case 2 | 3 | 4 if attributes:
            found = chance.choice(attributes)
            new = xml[start : found.start(2)] + chance.choice(_ODD) + xml[found.end(2) : end]
        case 5 if attributes:
            found = chance.choice(attributes)
            new = xml[start : found.start()] + xml[found.end() : end]
        case 6:
            new = chance.choice(tags)[0]
        case 7:
            until = chance.choice([one.end() for one in tags if one.start() >= start])
            new, rest = chance.choice((b"", xml[start:until] * 2)), xml[until:]
        case _:
            new += chance.choice(_ODD)
    return before + new + rest


def _members(seed: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(seed)) as package:
            return [(info.filename, package.read(info)) for info in package.infolist()]
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, zlib.error, RuntimeError):
        return []


def _packed(members: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    file = io.BytesIO()
    method = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2))
    with zipfile.ZipFile(file, "w", method) as package:
        for name, content in members:
            package.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()
