"""The handbook as a PDF: the parts of its HTML page set on A4, page numbers in the contents and at the foot."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from desktop.printing.items import Work
from desktop.theme.tokens import load_theme
from forms.handbook.markup import BLANK, Markup, anchor, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock

    from desktop.printing.items import Report
    from forms.handbook import Handbook

_STYLE: Final = Path(__file__).with_name("handbook.css")
_DPI: Final = 300
_MM: Final = _DPI / 25.4
_SIDE, _TOP, _FOOT = 15 * _MM, 15 * _MM, 16 * _MM
_POINTS: Final = 9.0
_FOOT_POINTS: Final = 8.0
_ACROSS: Final = 3  # cells of an entry of the contents: words, page, gap
_TOLD: Final = re.compile(r'<table class="told.*?</table>', re.DOTALL)


class Part:
    """A part of the handbook laid out on pages of its own; no heading stands alone at the end of one."""

    def __init__(self, html: Markup, body: QRectF, writer: QPdfWriter) -> None:
        self._high = body.height()
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.layout: QAbstractTextDocumentLayout = self.document.documentLayout()
        self.layout.setPaintDevice(writer)
        self.document.setDefaultFont(_font(_POINTS))
        self.document.setDocumentMargin(0)
        self.document.setDefaultStyleSheet(_STYLE.read_text("utf-8"))
        self.document.setPageSize(QSizeF(body.width(), body.height()))
        self.document.setHtml(_for_qt(html))
        self._keep_headings()

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return self.document.pageCount()

    def anchors(self) -> dict[str, int]:
        """Give the page each anchor stands on, counted from 0."""
        found: dict[str, int] = {}
        for block in self._blocks():
            for span in block.textFormats():
                for name in span.format.anchorNames():  # type: ignore[attr-defined]
                    found.setdefault(name, self._page(block))
        return found

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page from the painter's origin."""
        context = QAbstractTextDocumentLayout.PaintContext()
        clip = QRectF(0, page * self._high, self.document.pageSize().width(), self._high)
        context.clip = clip  # type: ignore[attr-defined]
        painter.save()
        painter.translate(0, -page * self._high)
        painter.setClipRect(clip)
        self.layout.draw(painter, context)
        painter.restore()

    def fill(self, numbers: list[str]) -> None:
        """Write page numbers into the contents, which is the first table; that moves nothing."""
        table = next(frame for frame in self.document.rootFrame().childFrames() if isinstance(frame, QTextTable))
        for at, number in enumerate(numbers):
            column, line = divmod(at, table.rows())
            table.cellAt(line, _ACROSS * column + 1).firstCursorPosition().insertText(number)

    def _page(self, block: QTextBlock) -> int:
        """Give the page a block begins on; its rectangle may begin a hair's breadth before it."""
        return int((self.layout.blockBoundingRect(block).top() + 1) // self._high)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _keep_headings(self) -> None:
        """Move headings to the next page that would stand at the end of one without what they announce.

        A paragraph below a heading and the first row of a table belong to it.
        """
        head: QTextBlock | None = None
        follows = False
        for block in self._blocks():
            row = _row_of_table(block)
            if block.blockFormat().headingLevel():
                head, follows = (head if head is not None and not follows else block), False
            elif row is None and not block.text().strip():
                continue
            elif head is not None and row is None and not follows:
                follows = True
            elif head is not None and row != 0:
                if self._page(head) != self._page(block):
                    self._break_before(head)
                head = None

    def _break_before(self, block: QTextBlock) -> None:
        form = QTextBlockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(block).mergeBlockFormat(form)
        # Anew as a whole: where Qt lays out from a changed place on alone, headings after it get lost.
        self.document.markContentsDirty(0, self.document.characterCount())


def _row_of_table(block: QTextBlock) -> int | None:
    """Give the row of the table a block stands in, None outside of tables."""
    cursor = QTextCursor(block)
    table: QTextTable | None = cursor.currentTable()
    return None if table is None else table.cellAt(cursor).row()


class Pages:
    """The whole handbook: its contents and its parts, the pages counted through."""

    def __init__(self, book: Handbook, writer: QPdfWriter, work: Work) -> None:
        page = QRectF(0, 0, writer.width(), writer.height())
        self.body = page.adjusted(_SIDE, _TOP, -_SIDE, -_FOOT)
        short = next((at for at, part in enumerate(book.parts) if 'class="chapter"' in part[:30]), 0)
        first = joined([tag("h1", book.title), _contents(book), *book.parts[:short]])
        self.parts: list[Part] = []
        for number, html in enumerate([first, *book.parts[short:]]):
            work.step(number, len(book.parts))
            self.parts.append(Part(html, self.body, writer))
        pages: dict[str, int] = {}
        before = 1
        for part in self.parts:
            pages |= {name: before + page for name, page in part.anchors().items() if name not in pages}
            before += part.count
        self.parts[0].fill([str(pages.get(anchor(name), "")) for name, _words, _level in book.chapters])
        self.count = before - 1

    def __iter__(self) -> Iterator[tuple[Part, int]]:
        """Give the pages in their order: a part and the page in it."""
        return ((part, page) for part in self.parts for page in range(part.count))


def handbook_pdf(book: Handbook, report: Report | None = None) -> tuple[bytes, int]:
    """Give the bytes of the PDF and how many pages it has; needs a QGuiApplication. Raises Stopped."""
    work = Work(report)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(book.title)
    writer.setCreator("外包直报")
    writer.setResolution(_DPI)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    pages = Pages(book, writer, work)
    painter = QPainter(writer)
    try:
        for number, (part, page) in enumerate(pages):
            if number:
                writer.newPage()
            painter.translate(pages.body.topLeft())
            part.draw(painter, page)
            painter.resetTransform()
            _foot(painter, pages.body, book.title, f"{number + 1} / {pages.count}")
    finally:
        painter.end()
    return bytes(buffer.data().data()), pages.count


def _contents(book: Handbook) -> Markup:
    """Write the contents in two columns, their pages still empty."""
    half = -(-len(book.chapters) // 2)
    rows = []
    for line in range(half):
        cells: list[Markup] = []
        for at in (line, line + half):
            _name, words, level = book.chapters[at] if at < len(book.chapters) else ("", "", 1)
            said = tag("td", BLANK * 4 * (level - 1), words, width="40%")
            cells += [said, tag("td", cls="at", width="6%"), tag("td", "　", width="4%")]
        rows.append(tag("tr", *cells))
    return tag("table", *rows, cls="contents")


def _foot(painter: QPainter, body: QRectF, title: str, number: str) -> None:
    painter.setFont(_font(_FOOT_POINTS))
    foot = QRectF(body.x(), body.bottom() + 4 * _MM, body.width(), 6 * _MM)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, number)


def _font(points: float) -> QFont:
    font = QFont()
    font.setFamilies(list(load_theme("light").families))
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("locl"), 0)  # local forms of digits have no character in a PDF of Qt's
    return font


def _for_qt(html: str) -> str:
    """Say in attributes what Qt does not read in a style sheet; text cannot look like a tag, for it is escaped."""
    html = _TOLD.sub(lambda found: found[0].replace("<tr><th>", '<tr><th width="13%">'), html)
    return html.replace("<table ", '<table width="100%" cellspacing="0" ')
