"""XML changed as bytes: where the elements of a part stand, so that one can be put in and all others stay as they are.

A parser that writes what it read changes quotes, name spaces and the order of attributes; who gets a file back must
find nothing changed but what was meant to. Runs in the child only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from forms.errors import WorkbookRefused
from forms.workbook.package import damaged, refuse_doctype

ATTRIBUTES = rb"(?:[^>\"'<]*(?:\"[^\"]*\"|'[^']*'))*[^>\"'<]*"
"""What stands in a tag behind its name; a `>` may stand in quotes."""
_TOKEN = re.compile(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(/?)([\w.:-]+)(" + ATTRIBUTES + rb")>", re.DOTALL)
_ATTRIBUTE = re.compile(rb"([\w.:-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)[\"']")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
LONGEST_TEXT = 32_000  # Excel's cells and comments end at 32,767 characters


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a part: its name without prefix, where it begins and ends, and where what is in it does."""

    name: bytes
    start: int
    inner: int
    inner_end: int
    end: int


class Markup:
    """A part's XML and the root's children; every change gives the bytes anew."""

    def __init__(self, xml: bytes) -> None:
        """Take a part apart.

        Raises:
            WorkbookRefused: it is damaged, defines entities, or is not written in UTF-8.
        """
        refuse_doctype(xml)
        refuse_other_encodings(xml)
        self.xml = xml
        self._look()

    def _look(self) -> None:
        top = elements(self.xml, 0, len(self.xml))
        if len(top) != 1:
            raise damaged()
        self.root = top[0]
        if self.root.inner == self.root.end:
            name = _qualified(self.xml, self.root)
            opened = self.xml[self.root.start : self.root.end].rstrip(b"/> \r\n\t") + b">"
            self.xml = self.xml[: self.root.start] + opened + b"</" + name + b">" + self.xml[self.root.end :]
            self.root = elements(self.xml, 0, len(self.xml))[0]
        self.children = elements(self.xml, self.root.inner, self.root.inner_end)
        self.prefix = prefix_of(_qualified(self.xml, self.root))

    def find(self, name: bytes) -> Element | None:
        """Give the first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def items(self, name: bytes) -> list[Element]:
        """Give what stands in the first child of that name."""
        child = self.find(name)
        return [] if child is None else elements(self.xml, child.inner, child.inner_end)

    def text(self, element: Element) -> bytes:
        """Give an element as it stands."""
        return self.xml[element.start : element.end]

    def tag(self, element: Element) -> bytes:
        """Give an element's opening tag."""
        return self.xml[element.start : element.inner]

    def replace(self, start: int, end: int, by: bytes) -> None:
        """Put bytes in the place of others."""
        self.xml = self.xml[:start] + by + self.xml[end:]
        self._look()

    def insert(self, xml: bytes, before: Collection[bytes] = ()) -> None:
        """Put an element before the first child of one of the names; at the end where there is none."""
        at = next((child.start for child in self.children if child.name in before), self.root.inner_end)
        self.replace(at, at, xml)

    def extend(self, name: bytes, items: Sequence[bytes]) -> None:
        """Add to the end of the list `name`, which must be there, and count it anew where it is counted."""
        child = self.find(name)
        if child is None:
            raise damaged()
        tag, inner = self.tag(child), self.xml[child.inner : child.inner_end]
        if child.inner == child.end:
            tag, inner = tag.rstrip(b"/> \r\n\t") + b">", b""
        if attribute(tag, b"count") is not None:
            tag = with_attribute(tag, b"count", b"%d" % (len(self.items(name)) + len(items)))
        closing = b"</" + self.prefix + name + b">"
        self.replace(child.start, child.end, tag + inner + b"".join(items) + closing)


def elements(xml: bytes, start: int, end: int) -> list[Element]:
    """Give the outermost elements of a stretch of XML.

    Raises:
        WorkbookRefused: they do not end where they should.
    """
    found: list[Element] = []
    depth, began, inner, name = 0, 0, 0, b""
    for token in _TOKEN.finditer(xml, start, end):
        if token[2] is None:
            continue
        if token[1]:
            depth -= 1
            if depth == 0:
                found.append(Element(local(name), began, inner, token.start(), token.end()))
        elif token[3].endswith(b"/"):
            if depth == 0:
                found.append(Element(local(token[2]), token.start(), token.end(), token.end(), token.end()))
        else:
            if depth == 0:
                began, inner, name = token.start(), token.end(), token[2]
            depth += 1
        if depth < 0:
            raise damaged()
    if depth:
        raise damaged()
    return found


def attribute(tag: bytes, name: bytes) -> bytes | None:
    """Give an attribute of a tag as it is written, without its quotes."""
    return next((value[1:-1] for key, value in _ATTRIBUTE.findall(tag) if key == name), None)


def with_attribute(tag: bytes, name: bytes, value: bytes) -> bytes:
    """Give a tag with an attribute set; the others stay as they are."""
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == name:
            return tag[: found.start(2)] + b'"' + value + b'"' + tag[found.end(2) :]
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + b" " + name + b'="' + value + b'"' + tag[end:]


def local(name: bytes) -> bytes:
    """Give a name without its prefix."""
    return name.rpartition(b":")[2]


def prefix_of(name: bytes) -> bytes:
    """Give a name's prefix with its colon, empty where it has none."""
    return name[: len(name) - len(local(name))]


def plain(text: str, longest: int = LONGEST_TEXT) -> bytes:
    """Give a text as a cell or comment holds it: escaped, without characters that control or that XML does not know.

    What looks like Excel's own way of writing such a character stays the text it is.
    """
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    clean = _UNWRITABLE.sub(" ", cut.replace("\r\n", "\n").replace("\r", "\n"))
    return escape(_LOOKS_ESCAPED.sub("_x005F_", clean), {'"': "&quot;"}).encode("utf-8")


def refuse_other_encodings(xml: bytes) -> None:
    """Refuse a part that is not written in UTF-8, for its bytes cannot be changed in place.

    Raises:
        WorkbookRefused: it is not.
    """
    declared = _ENCODING.match(xml.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in xml[:4] or (declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")):
        raise unusual()


def unusual() -> WorkbookRefused:
    """Say that a workbook can be read, but is written in a way in which nothing can be put into it."""
    return WorkbookRefused(
        "workbook-unusual",
        "这个工作簿的内部写法特殊，不能原样标注；请在 Excel 或 WPS 中打开并另存为 .xlsx，再导入并标注。",
    )


def _qualified(xml: bytes, element: Element) -> bytes:
    found = _TOKEN.match(xml, element.start)
    return found[2] if found else b""
