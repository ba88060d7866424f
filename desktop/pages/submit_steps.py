"""The lines of the submit dialog: one for each step, with what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.pieces import IconView, label, set_role

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
