"""The comments of an annotated sheet: what is said of its cells, and the drawing by which Excel shows it.

What the user wrote stays: a cell with a comment of hers gets the findings behind it, one with a conversation (threaded
comments) none at all.
"""

from __future__ import annotations

import re
from typing import Final

from forms.workbook.addresses import column_index, column_letters
from forms.workbook.markup import LONGEST_TEXT, Markup, attribute, elements, plain

AUTHOR: Final = "外包直报审核"
_LEAD, _CLOSE = f"【{AUTHOR}】", "【审核完】"
# What was said a time before: known by its first and last line, for not every program keeps who said it.
_OURS = re.compile(rb"\s*%s.*?%s" % (plain(_LEAD), plain(_CLOSE)), re.DOTALL)
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)<")
_MOST: Final = 65_000  # comments of a sheet
_THREAD: Final = b"tc="
_CLUSTER: Final = 1024  # shapes that share the first part of their number
_LAST_COLUMN, _LAST_ROW = 16_383, 1_048_575
_WIDE, _A_LINE, _FEWEST, _MOST_ROWS = 3, 16, 4, 16
_SHAPE = re.compile(rb"<((?:[\w.-]+:)?)shape(?=\s).*?</\1shape>", re.DOTALL)
_PLACE = re.compile(rb"<[\w.-]+:Row>\s*(\d+)\s*</[\w.-]+:Row>\s*<[\w.-]+:Column>\s*(\d+)\s*<")
_CLUSTERS = re.compile(rb"(<(?:[\w.-]+:)?idmap\b[^>]*\bdata=[\"'])([\d, ]*)")
_NAMESPACES: Final = (
    b'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE: Final = (
    b'<v:shapetype %s id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' % _NAMESPACES
)
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")

Notes = dict[str, str]
"""What is said of each cell, by its address."""


class Comments:
    """The comments of one sheet with the findings added; `added` are those that need a shape of their own.

    `said` are the cells of which something is said now, `gone` those whose comment was ours from a time before.
    """

    def __init__(self, xml: bytes | None, main: bytes) -> None:
        """Take the comments that are there; `main` is the name space of a part made new."""
        empty = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="%s"><authors/><commentList/>'
        )
        self._markup = Markup(empty % main + b"</comments>" if xml is None else xml)
        self.added: Notes = {}
        self.said: set[str] = set()
        self.gone: set[str] = set()

    def write(self, notes: Notes) -> bytes:
        """Give the part with what is to be said."""
        markup, prefix = self._markup, self._markup.prefix
        authors = [markup.xml[one.inner : one.inner_end] for one in markup.items(b"authors")]
        name = plain(AUTHOR)
        if name not in authors:
            markup.extend(b"authors", [b"<%sauthor>%s</%sauthor>" % (prefix, name, prefix)])
            authors.append(name)
        own = authors.index(name)
        left = dict(list(notes.items())[:_MOST])
        there: list[bytes] = []
        for one in markup.items(b"commentList"):
            tag = markup.tag(one)
            cell = (attribute(tag, b"ref") or b"").decode("ascii", "replace")
            said_by = int(attribute(tag, b"authorId") or 0)
            xml = markup.text(one)
            if not any(author.startswith(_THREAD) for author in authors[said_by : said_by + 1]):
                xml, cut = _OURS.subn(b"", xml)
                if cut and not b"".join(_TEXT.findall(xml)).strip():
                    self.gone.add(cell)
                    continue
                if cell in left:
                    xml = self._with(xml, left[cell])
                    self.said.add(cell)
            left.pop(cell, None)
            there.append(xml)
        self.added = left
        self.said |= left.keys()
        there += [self._new(cell, text, own) for cell, text in left.items()]
        whole = markup.find(b"commentList")
        if whole is not None:
            list_ = b"<%scommentList>%s</%scommentList>" % (prefix, b"".join(there), prefix)
            markup.replace(whole.start, whole.end, list_)
        return markup.xml

    def _new(self, cell: str, text: str, author: int) -> bytes:
        prefix = self._markup.prefix
        parts = (prefix, cell.encode(), author, prefix, prefix, _marked(text), *(prefix,) * 3)
        said = b'<%scomment ref="%s" authorId="%d"><%stext><%st xml:space="preserve">%s</%st></%stext></%scomment>'
        return said % parts

    def _with(self, xml: bytes, text: str) -> bytes:
        """Give a comment of the user's with what is to be said behind it."""
        prefix = self._markup.prefix
        (whole,) = elements(xml, 0, len(xml))
        said = next((one for one in elements(xml, whole.inner, whole.inner_end) if one.name == b"text"), None)
        if said is None:
            return xml
        runs = b""
        for one in elements(xml, said.inner, said.inner_end):
            run = xml[one.start : one.end]
            if one.name == b"t":
                run = b"<%sr>%s</%sr>" % (prefix, run, prefix)
            runs += run
        shown = b"\n" + _marked(text, max(LONGEST_TEXT - len(runs), len(_LEAD)))
        runs += b'<%sr><%st xml:space="preserve">%s</%st></%sr>' % (prefix, prefix, shown, prefix, prefix)
        tag = b"<%stext>" % prefix
        return xml[: said.start] + tag + runs + b"</%stext>" % prefix + xml[said.end :]


def _marked(text: str, longest: int = LONGEST_TEXT) -> bytes:
    return plain(f"{_LEAD}\n") + plain(text, longest) + plain(f"\n{_CLOSE}")


def drawing(xml: bytes | None, added: Notes, gone: set[str], taken: set[int]) -> bytes:
    """Give the drawing with a shape for each new comment, without those of comments that went.

    `taken` are the clusters of shape numbers that other drawings of the workbook use.
    """
    old = b"<xml %s></xml>" % _NAMESPACES if xml is None else xml
    old = _SHAPE.sub(lambda shape: b"" if _cell_of(shape[0]) in gone else shape[0], old)
    added_first = b"" if b"_x0000_t202" in old else _SHAPE_TYPE
    first = max(taken | clusters_of(old), default=0) + 1
    named = b"" if _NAMESPACES in old[:1024] else b" " + _NAMESPACES
    shapes = [_shape(named, first * _CLUSTER + at + 1, at + 1, *one) for at, one in enumerate(added.items())]
    own = b",".join(b"%d" % one for one in range(first, first + 1 + len(added) // _CLUSTER))
    if _CLUSTERS.search(old):
        if added:
            old = _CLUSTERS.sub(lambda found: found[1] + (found[2] + b"," if found[2] else b"") + own, old, count=1)
    else:
        layout = b'<o:shapelayout %s v:ext="edit"><o:idmap v:ext="edit" data="%s"/></o:shapelayout>'
        added_first = layout % (_NAMESPACES, own) + added_first
    end = old.rfind(b"</")
    return old[:end] + added_first + b"".join(shapes) + old[end:]


def clusters_of(xml: bytes) -> set[int]:
    """Give the clusters of shape numbers a drawing uses."""
    found = _CLUSTERS.search(xml)
    return {int(one) for one in (found[2] if found else b"").split(b",") if one.strip().isdigit() and len(one) < 9}  # noqa: PLR2004


def _cell_of(shape: bytes) -> str:
    found = _PLACE.search(shape)
    return f"{column_letters(int(found[2]))}{int(found[1]) + 1}" if found else ""


def _shape(named: bytes, number: int, level: int, cell: str, text: str) -> bytes:
    found = _REFERENCE.fullmatch(cell)
    letters, digits = (found[1], found[2]) if found else ("A", "1")
    column, row = column_index(letters), int(digits) - 1
    high = max(_FEWEST, min(_MOST_ROWS, 1 + sum(1 + len(line) // _A_LINE for line in text.split("\n"))))
    left, top = min(column + 1, _LAST_COLUMN - _WIDE), max(min(row - 1, _LAST_ROW - _MOST_ROWS), 0)
    return (
        b'<v:shape%s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
        b'width:220pt;height:110pt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        b'<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
        b'<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        b'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        b"<x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
        b"<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>"
        % (named, number, level, left, top, left + _WIDE, top + high, row, column)
    )
