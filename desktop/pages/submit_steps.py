"""The lines of the submit dialog: one for each step, with what came of it, and one for each series without receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.figures import figure
from desktop.languages import translate
from desktop.languages.words import period_word, state_word
from desktop.pieces import ElidedLabel, IconView, Pill, button, label, row, set_role
from desktop.place import Place
from forms.filing_states import TURNED_DOWN, FilingState
from sync.states import state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.submission import Held
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.catalogue import Catalogue
    from sync.sealing import Blocked

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


def list_held(box: QVBoxLayout, listed: Sequence[Held], workspace: Workspace, leave: Callable[[], None]) -> None:
    """Put a line into the box for each series without receipt; `leave` is called before one of them is shown."""
    for one in listed:
        line = HeldLine(one, workspace)
        line.left.connect(leave)
        box.addWidget(line)


def answered_words(book: Book, ids: Sequence[str]) -> tuple[str, str]:
    """Return what became of filings that have their receipts, as the authority has answered by now, and its role."""
    states = [state_of(book, one) for one in ids]
    returned = sum(state in TURNED_DOWN for state in states)
    if returned:
        text = translate("Submit", "省级平台已收到 %1 张报表；主管部门退回了 %2 张，请到“报送记录”看意见，改好再报。")
        return text.replace("%1", str(len(ids))).replace("%2", str(returned)), "warning"
    if ids and all(state is FilingState.ACCEPTED for state in states):
        text = translate("Submit", "省级平台已收到 %1 张报表，主管部门已全部受理。")
    else:
        text = translate("Submit", "省级平台已收到 %1 张报表并发回回执，现在等待主管部门反馈。")
    return text.replace("%1", str(len(ids))), "ok"


def blocked_words(blocked: Sequence[Blocked], catalogue: Catalogue) -> tuple[str, str]:
    """Return how much stands in the way, and the sentence about it."""
    errors, waiting = sum(one.errors for one in blocked), sum(one.unexplained for one in blocked)
    lacking = [one.why for one in blocked if one.why]
    counts = [translate("Submit", "%1 处错误").replace("%1", figure(errors))] if errors or not lacking else []
    if waiting:
        counts.append(translate("Submit", "%1 处核实项待说明").replace("%1", figure(waiting)))
    first = blocked[0]
    text = translate("Submit", "审核没有通过（%1 %2等 %3 张），没有冻结任何数据。请到“审核与报送”逐条处理后再报。")
    short = catalogue.edition(first.form, first.period).short
    text = text.replace("%1", first.period).replace("%2", short).replace("%3", str(len(blocked)))
    return translate("Submit", "、").join(counts), "\n".join([*lacking, text])
