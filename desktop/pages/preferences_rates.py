"""汇率表: which rates the open Book has, and new ones from a CSV file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from desktop.pieces import button, label, row, set_role
from forms.rates import ONE, book_rates

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError

_CURRENCIES = ("KRW", "JPY", "CNY", "EUR", "HKD")
"""What this province's firms are paid in, beside dollars."""


class RatesCard(QFrame):
    """The rates of the month and where they come from."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self.known = label(role="second", wrap=True)
        self.words = label(
            self.tr("CSV 文件，第一行是表头：月份、币种、汇率（1单位该币种折合多少美元）、来源、日期。"),
            "caption",
            wrap=True,
        )
        self.choose = button(self.tr("导入汇率表…"), "import", "", self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("汇率"), "h3"))
        line = row(self.known, self.choose)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self.words)

    def show_rates(self) -> None:
        """Say the rates of the chosen month."""
        book, month = self._workspace.book, self._workspace.period
        rates = book_rates(book.db, book.catalogue)
        said = []
        for currency in _CURRENCIES:
            found = rates.rate_for(currency, month)
            if found is not None:
                late = self.tr("（%1的）").replace("%1", found.month) if found.stale else ""
                said.append(f"{currency} {found.rate / ONE:.8f}".rstrip("0") + late)
        own = book.db.execute("SELECT count(*) FROM rates").fetchone()[0]
        text = self.tr("%1 折美元：%2。") + (self.tr("其中 %3 个由本企业导入。") if own else "")
        text = text.replace("%1", month).replace("%2", self.tr("，").join(said)).replace("%3", str(own))
        self.known.setText(text)
        self.choose.setEnabled(not book.readonly)

    def _ask(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, self.tr("选择汇率表"), "", self.tr("汇率表 (*.csv)"))
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Import the rates of a file; of a bad one nothing is taken."""

        def importing(book: Book, job: Job) -> int:
            from forms.rate_lists import import_rates

            del job
            return import_rates(book, path)

        self.choose.setEnabled(False)
        self._workspace.work(importing, owner=self, done=self._done, failed=self._failed, ended=self.show_rates)

    def _done(self, count: int) -> None:
        self._workspace.book.rates_changed()
        self._workspace.touched()
        self._say(self.tr("已导入 %1 个汇率，此后的折算按新汇率计算。").replace("%1", str(count)), "ok")

    def _failed(self, problem: ZhibaoError) -> None:
        self._say(problem.message, "error")

    def _say(self, text: str, role: str) -> None:
        self.words.setText(text)
        set_role(self.words, role)
