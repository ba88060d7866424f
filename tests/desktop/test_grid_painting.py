"""What the grid paints when a cell was edited: the row that changed, not the page of rows one looks at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Painted(QObject):
    """Keeps what was painted of a widget."""

    def __init__(self, watched):
        super().__init__(watched)
        self.parts = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.parts.append(event.rect())
        return False


def test_an_error_typed_into_a_row_paints_that_row_and_its_number(ledger_page):
    page, model = ledger_page, ledger_page.model
    name = model.place_of["contract_name"]
    QApplication.processEvents()
    row = page.view.visualRect(model.index(1, name))
    cells, numbers = Painted(page.view.viewport()), Painted(page.view.numbers.viewport())
    assert model.setData(model.index(1, name), "")
    mark = model.mark(model.row_at(1), name)
    assert mark is not None
    assert mark.severity == "error"
    for _ in range(3):  # a layout that was asked for comes a turn later
        QApplication.processEvents()
    assert cells.parts
    assert numbers.parts
    for part in (*cells.parts, *numbers.parts):
        assert part.top() > row.top() - row.height() / 2
        assert part.bottom() < row.bottom() + row.height() / 2
