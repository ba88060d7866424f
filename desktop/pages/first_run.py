"""开始使用: three ways in. No login, no certificate; figures can be typed a minute later, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import background
from desktop.pages.page import Page
from desktop.pieces import IconDisc, button, card, label, row, scrolled, set_role, set_state
from desktop.restoring import restore
from forms.workbook.suffixes import PATTERNS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QPushButton

    from desktop.workspace import Workspace
    from forms.codelists import CodeList
    from forms.errors import ZhibaoError

CODE_LENGTH = 18
_LOW = 480
_DIVISION_DIGITS = slice(2, 8)


class FirstRunPage(Page):
    """Add a firm, look at the demo firm, or go on from a workbook or a backup."""

    icon_name = "add"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workbook: Path | None = None
        self._divisions: CodeList | None = None
        self.code = QLineEdit()
        self.name = QLineEdit()
        self.division = QComboBox()
        self.verdict = label(self.tr("输入营业执照上的18位统一社会信用代码，逐位核对。"), "caption", wrap=True)
        self.start = button(self.tr("开始填报"), "edit", "primary", self._create)
        self.demo = button(self.tr("进入演示"), "view", "", self._demo)
        self.pick = button(self.tr("选择文件…"), "folder", "", self.restore)
        self.problem = label(role="error", wrap=True)
        self._build()
        self._judge(self.code.text())

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("开始使用")

    # -- layout

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(1180)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(label(self.tr("开始使用"), "h2"))
        column.addWidget(
            label(self.tr("三种方式任选一种；不用登录，不联网也能先填。以后可在“企业信息”里更改。"), "second")
        )
        column.addSpacing(4)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self._own_card(), 5)
        cards.addWidget(self._demo_card(), 4)
        cards.addWidget(self._file_card(), 4)
        column.addLayout(cards)
        self.problem.hide()
        column.addWidget(self.problem)
        self._way = self._steps()
        column.addWidget(self._way)
        column.addStretch(3)
        outer = QWidget()
        line = QHBoxLayout(outer)
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(inner, 100)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(outer))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one types."""
        super().showEvent(event)
        self.code.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the steps out of low windows, so that the three cards are seen whole."""
        super().resizeEvent(event)
        self._way.setVisible(self.height() >= _LOW)

    def _own_card(self) -> QFrame:
        frame, column = card(margin=20, spacing=6)
        self.code.setMaxLength(CODE_LENGTH + 8)
        self.code.setPlaceholderText(self.tr("18位，见营业执照"))
        self.code.setAccessibleName(self.tr("统一社会信用代码，必填"))
        self.code.textChanged.connect(self._judge)
        self.code.returnPressed.connect(self.name.setFocus)
        self.name.setMaxLength(100)
        self.name.setPlaceholderText(self.tr("与营业执照一致"))
        self.name.setAccessibleName(self.tr("企业名称，必填"))
        self.name.textChanged.connect(self._enable)
        self.name.returnPressed.connect(self._create)
        self.division.setAccessibleName(self.tr("属地"))
        self.division.activated.connect(self._enable)
        self.verdict.setMinimumHeight(self.verdict.fontMetrics().height() * 2 + 2)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(label(self.tr("添加我的企业"), "h3"))
        column.addSpacing(4)
        for text, box in ((self.tr("统一社会信用代码"), self.code), (self.tr("企业名称"), self.name)):
            caption = label(text, "second")
            caption.setBuddy(box)
            column.addWidget(caption)
            column.addWidget(box)
            if box is self.code:
                column.addWidget(self.verdict)
        fields = QFormLayout()
        fields.setContentsMargins(0, 2, 0, 4)
        fields.addRow(label(self.tr("属地"), "second"), self.division)
        column.addLayout(fields)
        column.addStretch(1)
        column.addLayout(row(self.start, label(self.tr("首次报送时才需要报送码"), "caption"), 0, spacing=10))
        return frame

    def _demo_card(self) -> QFrame:
        words = self.tr(
            "一家延吉的对韩、对日外包企业：约60份合同、300笔执行，带十来处常见错误。"
            "可以随便改、随便报，报送到本机的演示平台，不会发给主管部门。"
        )
        return _way_in("sample", self.tr("先看演示企业"), words, self.demo)

    def _file_card(self) -> QFrame:
        words = self.tr(
            "打开另一台电脑上的备份（.zhibao），或用手头的合同台账（Excel、WPS、.ods、.csv）开始：原有内容一行不丢。"
        )
        return _way_in("import", self.tr("从 Excel、备份恢复"), words, self.pick)

    def _steps(self) -> QFrame:
        frame, column = card(margin=14)
        line = row(spacing=20)
        for number, text in enumerate(
            (self.tr("选企业"), self.tr("填数或导入"), self.tr("按 F9 审核"), self.tr("报送，等回执")), start=1
        ):
            line.addLayout(row(label(str(number), "strong"), label(text), spacing=6))
        line.addStretch(1)
        line.addWidget(label(self.tr("约 2 分钟走完一遍"), "caption"))
        column.addLayout(line)
        return frame

    # -- my firm

    def _judge(self, text: str) -> None:
        """Check the code while it is typed; a fault names its position."""
        from forms.creditcode import check_credit_code

        code = _cleaned(text)
        fault = check_credit_code(code) if code else None
        if not code:
            self._say(self.tr("输入营业执照上的18位统一社会信用代码，逐位核对。"), "caption", "")
        elif fault is None:
            self._offer_divisions(code[_DIVISION_DIGITS])
            found = self.division.currentText()
            place = self.tr("已识别属地：%1").replace("%1", found) if found else self.tr("请选择属地")
            self._say("✓ " + self.tr("校验位正确 · ") + place, "ok", "ok")
        elif len(code) < CODE_LENGTH and fault.position == len(code) + 1:
            left = self.tr("已输入%1位，还差%2位。")
            self._say(left.replace("%1", str(len(code))).replace("%2", str(CODE_LENGTH - len(code))), "caption", "")
        else:
            self._say(fault.sentence, "error", "error")
        self._enable()

    def _say(self, text: str, role: str, state: str) -> None:
        self.verdict.setText(text)
        set_role(self.verdict, role)
        set_state(self.code, state)

    def _offer_divisions(self, digits: str) -> None:
        """List the divisions, the one of the code's digits 3 to 8 (or its city) chosen."""
        if self._divisions is None:
            from forms.codelists import FOLDER, load_codelist

            self._divisions = load_codelist(FOLDER / "divisions.csv")
            for code in self._divisions:
                self.division.addItem(code.label, code.code)
        for guess in (digits, f"{digits[:4]}00"):
            at = self.division.findData(guess)
            if at >= 0:
                break
        self.division.setCurrentIndex(at)

    def _enable(self) -> None:
        right = self.code.property("state") == "ok" and bool(self.division.currentData())
        self.division.setEnabled(self.division.count() > 0)
        self.start.setEnabled(right and bool(self.name.text().strip()))

    def _create(self) -> None:
        if not self.start.isEnabled():
            return
        from forms.errors import InputRefused

        workbook = self._workbook
        try:
            self.workspace.create_book(
                uscc=_cleaned(self.code.text()),
                name=self.name.text().strip(),
                division=self.division.currentData(),
            )
        except InputRefused as refused:
            self._tell(refused)
            return
        if workbook is not None:
            self.workspace.importWanted.emit(str(workbook))

    def _tell(self, problem: ZhibaoError) -> None:
        self.problem.setText(problem.message)
        self.problem.show()

    # -- the demo firm

    def _demo(self) -> None:
        from desktop.demo import open_demo

        self.demo.setEnabled(False)
        self.demo.setText(self.tr("正在准备演示企业…"))
        open_demo(self.workspace, None, owner=self, failed=self._demo_failed)

    def _demo_failed(self, problem: ZhibaoError) -> None:
        self.demo.setEnabled(True)
        self.demo.setText(self.tr("进入演示"))
        self._tell(problem)

    # -- from a file

    def restore(self) -> None:
        """Ask for a backup or a workbook and go on from it."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            self.tr("选择备份或 Excel 文件"),
            "",
            self.tr("备份或 Excel (*.zhibao %1);;备份 (*.zhibao);;Excel (%1)").replace("%1", PATTERNS),
        )
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Restore a backup, or remember a workbook to import once the firm is known."""
        if path.suffix.lower() == ".zhibao":
            self.pick.setEnabled(False)
            background.run(
                lambda _job: restore(path),
                owner=self,
                done=self.workspace.open_book,
                failed=self._tell,
                ended=lambda: self.pick.setEnabled(True),
            )
            return
        self._workbook = path
        self.problem.hide()
        hint = self.tr("已选 %1：先填左边的企业信息，开始填报后自动导入。")
        self._say(hint.replace("%1", path.name), "warning", self.code.property("state") or "")
        self.code.setFocus()


def _cleaned(text: str) -> str:
    """Fold what people paste with a code: spaces, full width, small letters."""
    import unicodedata

    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def _way_in(icon: str, title: str, words: str, action: QPushButton) -> QFrame:
    """Return a card that says what a button does, the button below."""
    frame, column = card(margin=20)
    column.addWidget(IconDisc(icon, "ready"))
    column.addWidget(label(title, "h3"))
    column.addWidget(label(words, "second", wrap=True))
    column.addStretch(1)
    column.addWidget(action)
    return frame
