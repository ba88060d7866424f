"""网络: by which proxy the program reaches the province, with a test that says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from desktop import background
from desktop.network import MANUAL, NONE, SYSTEM, apply_proxy
from desktop.pages.choices import choice
from desktop.pieces import button, label, row, set_role
from sync.proxies import proxy_address

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.errors import ZhibaoError


NAME_WIDTH = 84
"""Room for the names of what is chosen, the same in every card of the settings (px)."""


class NetworkCard(QFrame):
    """The proxy and its test."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        settings = workspace.settings
        ways = ((SYSTEM, self.tr("系统代理")), (NONE, self.tr("不用代理")), (MANUAL, self.tr("手动设置")))
        self.ways = choice(self.tr("网络代理"), ways, settings.proxy, self._set_way)
        self.address = QLineEdit(settings.proxy_address.removeprefix("http://"))
        self.address.setAccessibleName(self.tr("代理地址"))
        self.address.setPlaceholderText(self.tr("地址:端口，如 10.0.0.8:8080"))
        self.address.setMaximumWidth(320)
        self.address.editingFinished.connect(self._keep_address)
        self.address.setVisible(settings.proxy == MANUAL)
        self.test = button(self.tr("测试连接"), "cloud-sync", "", self.try_out)
        self.words = label(
            self.tr("填报和审核不用网络；报送和取回意见时按这里的方式连接省平台，改了马上生效。"), "caption", wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("网络"), "h3"))
        name = label(self.tr("网络代理"), "second")
        name.setMinimumWidth(NAME_WIDTH)
        column.addLayout(row(name, 12, self.ways, self.address, self.test, 0))
        column.addWidget(self.words)

    def _set_way(self, way: object) -> None:
        settings = self._workspace.settings
        settings.proxy = str(way)
        self.address.setVisible(settings.proxy == MANUAL)
        self._apply()
        if settings.proxy == MANUAL:
            self.address.setFocus()

    def _keep_address(self) -> None:
        """Take the address as typed; what is none is told and not used."""
        from forms.errors import InputRefused

        settings = self._workspace.settings
        try:
            settings.proxy_address = proxy_address(self.address.text()) if self.address.text().strip() else ""
        except InputRefused as refused:
            self._failed(refused)
            return
        self.address.setText(settings.proxy_address.removeprefix("http://"))
        self._apply()

    def _apply(self) -> None:
        self._workspace.settings.save()
        apply_proxy(self._workspace.settings)
        if self._workspace.settings.proxy == MANUAL and not self._workspace.settings.proxy_address:
            self._say(self.tr("请填写代理地址；填好以前仍按系统代理连接。"), "warning")
        else:
            self._say(self.tr("已按新的方式连接；可以点“测试连接”试一下。"), "caption")

    def try_out(self) -> None:
        """Ask the province's platform by the way chosen; a firm not bound yet can only try its proxy."""
        from sync.province import is_enrolled, url_of

        space, chosen = self._workspace, apply_proxy(self._workspace.settings)
        url = url_of(space.book) if space.is_open and is_enrolled(space.book) else ""
        demo = space.is_open and space.book.firm.demo
        if (not url or demo) and not chosen:
            text = (
                self.tr("演示企业的平台就在本机，不经过网络。")
                if demo
                else self.tr("还没有开通报送，首次报送后再测试。")
            )
            self._say(text, "second")
            return

        def trying(job: Job) -> str:
            from sync import reach

            del job
            if not url or demo:
                reach.reach_proxy(chosen or "")
                return self.tr("代理服务器已连上；还没有开通报送，平台要到首次报送时才能试。")
            reach.reach_province(url, chosen)
            return self.tr("连接正常，省平台已应答。")

        self.test.setEnabled(False)
        self._say(self.tr("正在连接…"), "second")
        background.run(trying, owner=self, done=self._worked, failed=self._failed, ended=self._ended)

    def _worked(self, text: str) -> None:
        self._say("✓ " + text, "ok")

    def _failed(self, problem: ZhibaoError) -> None:
        self._say(problem.message, "error")

    def _ended(self) -> None:
        self.test.setEnabled(True)

    def _say(self, text: str, role: str) -> None:
        self.words.setText(text)
        set_role(self.words, role)
