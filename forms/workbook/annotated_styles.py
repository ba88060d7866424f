"""The styles of an annotated workbook: each marked cell gets a copy of its own style with another fill.

The copies stand behind all that is there, so every other cell keeps its number. Of the fills only these exact colours
are ours; by them a file that was given back once is known again, and what is mended loses its mark.
"""

from __future__ import annotations

from typing import Final

from forms.findings import ERROR, INFO, WARNING
from forms.workbook.markup import Element, Markup, attribute, with_attribute
from forms.workbook.package import damaged

REFUSED: Final = "refused"
COLOURS: Final = {ERROR: "FFF8C9CE", REFUSED: "FFFAD7B5", WARNING: "FFFFEB9B", INFO: "FFD9E8F7"}
"""The fill of a marked cell by what the gravest of its findings is, the gravest first; alpha, red, green, blue."""
_LINK, _HEAD = "FF1F5FBF", "FFEAEDF2"
_ORDER: Final = (
    b"numFmts", b"fonts", b"fills", b"borders", b"cellStyleXfs", b"cellXfs", b"cellStyles", b"dxfs", b"tableStyles",
    b"colors", b"extLst",
)  # fmt: skip
_RESERVED_FILLS: Final = 2  # none and grey, whatever stands there
_MOST: Final = 64_000  # cell styles of a workbook


class Styles:
    """The part with the styles, as marks are asked for."""

    def __init__(self, xml: bytes) -> None:
        """Read which styles there are.

        Raises:
            WorkbookRefused: they are damaged.
        """
        self._markup = Markup(xml)
        prefix = self._markup.prefix
        fill = b"<%sfill><%spatternFill patternType=" % (prefix, prefix)
        end = b"/></%sfill>" % prefix
        for name, first in ((b"fonts", b"<%sfont/>" % prefix), (b"fills", b""), (b"cellXfs", b"<%sxf/>" % prefix)):
            if self._markup.find(name) is None:
                whole = b'<%s%s count="%d">%s</%s%s>' % (prefix, name, bool(first), first, prefix, name)
                self._markup.insert(whole, _ORDER[_ORDER.index(name) + 1 :])
        self._fills = [self._markup.text(one) for one in self._markup.items(b"fills")]
        self._new_fills = [fill + kind + end for kind in (b'"none"', b'"gray125"')][len(self._fills) : _RESERVED_FILLS]
        self._xfs = [self._xf(one) for one in self._markup.items(b"cellXfs")]
        self._known, self._new_xfs = len(self._xfs), dict[tuple[int, str], int]()
        self._added: list[bytes] = []
        colours = {f'"{colour}"'.encode() for colour in COLOURS.values()}
        fills = {b"%d" % at for at, one in enumerate(self._fills) if any(colour in one for colour in colours)}
        self.ours = frozenset(at for at, (tag, _) in enumerate(self._xfs) if attribute(tag, b"fillId") in fills)
        """The styles of cells that were marked before."""
        self._fill_of = {severity: self._fill(colour) for severity, colour in COLOURS.items()}

    def _xf(self, element: Element) -> tuple[bytes, bytes]:
        tag = self._markup.tag(element)
        return tag, self._markup.text(element)[len(tag) :]

    def _fill(self, colour: str) -> int:
        prefix = self._markup.prefix
        self._new_fills.append(
            b'<%sfill><%spatternFill patternType="solid"><%sfgColor rgb="%s"/><%sbgColor indexed="64"/>'
            b"</%spatternFill></%sfill>" % (*(prefix,) * 3, colour.encode(), *(prefix,) * 3)
        )
        return len(self._fills) + len(self._new_fills) - 1

    def marked(self, style: int, severity: str) -> int:
        """Give the style of a cell that had `style` and bears a mark, or with no severity loses one."""
        style = style if style < self._known else 0
        if (style, severity) not in self._new_xfs:
            tag, rest = self._xfs[style]
            fill = self._fill_of[severity] if severity else 0
            tag = with_attribute(with_attribute(tag, b"fillId", b"%d" % fill), b"applyFill", b"1" if severity else b"0")
            self._new_xfs[style, severity] = self._add(tag + rest)
        return self._new_xfs[style, severity]

    def _add(self, xf: bytes) -> int:
        self._added.append(xf)
        if self._known + len(self._added) > _MOST:
            raise damaged()
        return self._known + len(self._added) - 1

    def finished(self) -> tuple[bytes, dict[str, int]]:
        """Give the part with all that was added, and the styles of the result sheet by what they are for."""
        prefix = self._markup.prefix
        fonts = len(self._markup.items(b"fonts"))
        head = self._fill(_HEAD)
        font = b'<%sfont>%s<%ssz val="11"/>%s<%sname val="\xe5\xae\x8b\xe4\xbd\x93"/></%sfont>'
        bold, link = b"<%sb/>" % prefix, b"<%su/>" % prefix
        colour = b'<%scolor rgb="%s"/>' % (prefix, _LINK.encode())
        new_fonts = [
            font % (prefix, start, prefix, middle, prefix, prefix)
            for start, middle in ((b"", b""), (bold, b""), (link, colour))
        ]
        top = b'<%salignment vertical="top" wrapText="1"/>' % prefix

        def style(font: int, fill: int, alignment: bytes = top) -> int:
            return self._add(
                b'<%sxf numFmtId="0" fontId="%d" fillId="%d" borderId="0" applyFont="1" applyFill="1" '
                b'applyAlignment="1">%s</%sxf>' % (prefix, fonts + font, fill, alignment, prefix)
            )

        made = {"text": style(0, 0), "title": style(1, 0, b""), "head": style(1, head), "link": style(2, 0)}
        made |= {severity: style(0, fill) for severity, fill in self._fill_of.items()}
        self._markup.extend(b"fonts", new_fonts)
        self._markup.extend(b"fills", self._new_fills)
        self._markup.extend(b"cellXfs", self._added)
        return self._markup.xml, made
