"""The shared strings of a workbook, and what a text may hold in place of characters XML has no way to write."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree as ET

from forms.workbook.package import Package, refuse_doctype

_PLAIN = re.compile("<si><t>([^<]*+)</t></si>")
_KEPT, _MARKED = '<si><t xml:space="preserve">', "<si><t>\0"  # a NUL can stand nowhere in XML
_ALL_KEPT = re.compile(f"{_KEPT}([^<]*+)</t></si>")
_SELDOM = ("&", "\r", "_x")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_SPACE = " \t\r\n"


@functools.cache
def read_strings(package: Package) -> list[str]:
    """Read the shared strings in their order; a rich text is the text of its runs."""
    if package.shared_strings is None or package.shared_strings not in package.parts:
        return []
    with package.stream(package.shared_strings) as stream:
        xml = stream.read()
    refuse_doctype(xml[:65536])
    text = xml.decode("utf-8")
    count = text.count("<si>") + text.count("<si/>")
    read: Callable[[str], str] = _text if any(mark in text for mark in _SELDOM) else str
    if text.count(_KEPT) == count:
        kept = _ALL_KEPT.findall(text)
        if len(kept) == count:
            return kept if read is str else list(map(read, kept))
    plain = _PLAIN.findall(text.replace(_KEPT, _MARKED))
    if len(plain) == count:
        return [read(one[1:]) if one.startswith("\0") else read(one).strip(_SPACE) for one in plain]
    return [_rich(item) for item in ET.fromstring(xml)]  # noqa: S314 - document types are refused


def unescaped(text: bytes) -> str:
    """Read the text of an inline or calculated string."""
    return _text(text.decode("utf-8"))


def _text(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _rich(item: ET.Element) -> str:
    texts: list[str] = []
    for child in item:
        tag = child.tag.rpartition("}")[2]
        parts = [child] if tag == "t" else [part for part in child if part.tag.endswith("}t")] if tag == "r" else []
        for part in parts:
            kept = part.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            text = part.text or ""
            texts.append(text if kept else text.strip(_SPACE))
    text = "".join(texts)
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
