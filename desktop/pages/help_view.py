"""The reading side of the manual: Markdown dressed in the tokens of the theme, pictures fitted, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from desktop import theme
from desktop.manual import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_HEADS = {1: "h2", 2: "h3"}
_LINE_PERCENT = 145
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_MARGIN = 20
_WIDEST = 1040  # px a line may be wide


class HelpView(QTextBrowser):
    """Shows one topic; its links are told, not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("帮助内容"))
        self.document().setDocumentMargin(_MARGIN)
        self.document().setIndentWidth(22)
        self._markdown = ""

    def show_text(self, markdown: str) -> None:
        """Show a topic from its beginning."""
        self._markdown = markdown
        document = self.document()
        document.setDefaultFont(theme.font("body"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, theme.color("brand"))
        self.setPalette(palette)
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        block = document.begin()
        while block.isValid():
            _dress(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress_table(frame)
        self._fit_pictures()
        self.setExtraSelections([])
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def redress(self) -> None:
        """Take up another theme."""
        self.show_text(self._markdown)

    def go_to(self, heading: str) -> bool:
        """Scroll to a heading; False where there is none of that name."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == heading.replace("\\", ""):
                box = self.document().documentLayout().blockBoundingRect(block)
                self.verticalScrollBar().setValue(max(0, int(box.top()) - _MARGIN // 2))
                return True
            block = block.next()
        return False

    def mark(self, words: list[str]) -> None:
        """Mark every place where one of the words stands."""
        found = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor  # type: ignore[attr-defined]
                selection.format.setBackground(theme.color("selection"))  # type: ignore[attr-defined]
                selection.format.setForeground(theme.color("selection_text"))  # type: ignore[attr-defined]
                found.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(found)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture of the manual; everything else, a network address above all, gives nothing."""
        address = QUrl(name)
        path = (FOLDER / address.path()).resolve()
        if kind == QTextDocument.ResourceType.ImageResource.value and path.is_relative_to(FOLDER) and path.is_file():
            return QImage(str(path))
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the new width; lines never grow longer than the eye finds back from."""
        super().resizeEvent(event)
        spare = max(0, self.width() - _WIDEST)
        if self.viewportMargins().right() != spare:
            self.setViewportMargins(0, 0, spare, 0)
        self._fit_pictures()

    def _fit_pictures(self) -> None:
        """Show each picture at half its pixels (they are painted at 200 %), or as wide as there is room."""
        room = self.viewport().width() - 2 * _MARGIN - 4
        block = self.document().begin()
        while block.isValid():
            part = block.begin()
            while not part.atEnd():
                fragment = part.fragment()
                form = fragment.charFormat()
                if form.isImageFormat():
                    image = form.toImageFormat()
                    path = FOLDER / image.name()
                    natural = QImage(str(path)).width() if path.is_file() else 0
                    if natural:
                        image.setWidth(min(natural, room))
                        self._sharpen(image.name(), path, min(natural, room))
                        cursor = QTextCursor(self.document())
                        cursor.setPosition(fragment.position())
                        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                        cursor.setCharFormat(image)
                part += 1
            block = block.next()

    def _sharpen(self, name: str, path: Path, width: int) -> None:
        """Scale a picture for the eye once: the document would skip pixels, and its words with them."""
        scale = self.devicePixelRatioF()
        whole = QImage(str(path))
        if width * scale < whole.width():
            whole = whole.scaledToWidth(round(width * scale), Qt.TransformationMode.SmoothTransformation)
        whole.setDevicePixelRatio(whole.width() / width)
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), whole)


def _dress(block: QTextBlock) -> None:
    """Give a heading its size and room, a paragraph its line height."""
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    shape = QTextBlockFormat()
    is_picture = block.text().startswith(_PICTURE)  # a share of its height would be a gap under it
    shape.setLineHeight(100 if is_picture else _LINE_PERCENT, _PROPORTIONAL)
    in_table = cursor.currentTable() is not None
    shape.setTopMargin(0 if in_table else {1: 0, 2: 18, 3: 12}.get(level, 4))
    shape.setBottomMargin(0 if in_table else 6)
    cursor.mergeBlockFormat(shape)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = QTextCharFormat(cursor.charFormat())
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)  # else Qt sizes it by the level
        letters.setFont(theme.font(_HEADS.get(level, "body"), bold=True))
        letters.setForeground(theme.color("text"))
        cursor.setCharFormat(letters)


def _dress_table(table: QTextTable) -> None:
    """Give a table thin lines, some air, the whole width, and a head."""
    form = table.format()
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme.color("line")))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setTopMargin(6)
    form.setBottomMargin(8)
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        look = cell.format()
        look.setBackground(theme.color("header"))
        cell.setFormat(look)
