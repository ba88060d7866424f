"""The lines of the submit dialog: one for each step, with what came of it, and one for each series without receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.languages.words import period_word, state_word
from desktop.pieces import ElidedLabel, IconView, Pill, button, label, row, set_role
from desktop.place import Place

if TYPE_CHECKING:
    from desktop.submission import Held
    from desktop.workspace import Workspace

WAITING, RUNNING, DONE, FAILED = ("waiting", "text3"), ("sync", "brand"), ("done", "accepted"), ("error", "error")


class StepLine(QWidget):
    """One step: icon, name, what came of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.icon = IconView("waiting", "text3", 18)
        self.name = label(name, "second")
        self.detail = label(role="caption")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(10)
        line.addWidget(self.icon)
        line.addWidget(self.name)
        line.addStretch(1)
        line.addWidget(self.detail)
        self.state = WAITING

    def show_state(self, state: tuple[str, str], detail: str | None = None) -> None:
        """Show how the step stands."""
        self.state = state
        self.icon.show_icon(*state)
        set_role(self.name, {RUNNING: "strong", WAITING: "second"}.get(state, ""))
        if detail is not None:
            self.detail.setText(detail)
        self.setAccessibleName(f"{self.name.text()} {self.detail.text()}")


class HeldLine(QWidget):
    """A series that has no receipt: its name, how it stands and why, and a button that leads to it."""

    left = Signal()

    def __init__(self, held: Held, workspace: Workspace) -> None:
        super().__init__()
        self._held, self._workspace = held, workspace
        state = "REFUSED" if held.refused else "QUEUED"
        name = f"{workspace.catalogue.edition(held.form, held.period).short} {period_word(held.period)}"
        go = button(self.tr("去修改") if held.refused else self.tr("查看"), "", "link", self._go)
        go.setAccessibleName(f"{go.text()} {name}")
        line = row(label(name), Pill(state, state_word(state)), ElidedLabel(held.why, "second"), go, spacing=10)
        line.setStretch(2, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def _go(self) -> None:
        held = self._held
        self.left.emit()
        if held.refused:
            self._workspace.go(Place(held.form, held.period, held.uid, held.field))
        else:
            self._workspace.pageWanted.emit("records")
