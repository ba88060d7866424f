"""Workbooks of which one part is blown up: nested deep, repeated, with attributes or text without end."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile(
    rb"<(?:\w+:)?(row|si|xf|comment|sheet|table-row|Relationship|Override|mergeCell|shape)[ >].*?(?:/>|</(?:\w+:)?\1>)",
    re.DOTALL,
)
_DEEP, _MANY = 200_000, 30_000
_BLOWN = {
    "nested": b"<a>" * _DEEP,
    "nested, closed": b"<a>" * _DEEP + b"</a>" * _DEEP,
    "attributes": b"<a " + b" ".join(b'x%d="1"' % at for at in range(_MANY)) + b"/>",
    "text": b"A" * 5_000_000,
    "spaces": b" " * 20_000_000,
}


def blown_up(name: str, package: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a package once for each part of XML and each way."""
    with zipfile.ZipFile(io.BytesIO(package)) as members:
        parts = {one: members.read(one) for one in members.namelist()}
    for part, xml in parts.items():
        if not part.endswith((".xml", ".rels", ".vml")):
            continue
        item = _ITEM.search(xml)
        inside = xml.find(b">", xml.find(b"<", 5) + 1) + 1
        ways = {way: xml[:inside] + piece + xml[inside:] for way, piece in _BLOWN.items()}
        if item is not None:
            ways["repeated"] = xml[: item.end()] + item[0] * _MANY + xml[item.end() :]
        for way, blown in ways.items():
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
                for one, content in parts.items():
                    packed.writestr(zipfile.ZipInfo(one), blown if one == part else content, zipfile.ZIP_DEFLATED)
            yield f"{name}, {part} {way}", file.getvalue()
