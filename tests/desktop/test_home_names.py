"""The cards of 首页 name whole reports: what has no room is told by «等», not cut in the middle of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages.home_cards import Names

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_only_whole_names_are_shown(qtbot: QtBot) -> None:
    names = Names("企业信息、合同台账、收汇凭证")
    qtbot.addWidget(names)
    advance = names.fontMetrics().horizontalAdvance
    assert names.shown(advance("企业信息、合同台账、收汇凭证")) == "企业信息、合同台账、收汇凭证"
    assert names.shown(advance("企业信息、合同台账、收汇凭证") - 1) == "企业信息、合同台账 等"
    assert names.shown(advance("企业信息、合同台账 等") - 1) == "企业信息 等"
    assert names.accessibleDescription() == "企业信息、合同台账、收汇凭证"


def test_one_name_without_room_ends_in_dots(qtbot: QtBot) -> None:
    names = Names("收入与执行月报")
    qtbot.addWidget(names)
    assert names.shown(names.fontMetrics().horizontalAdvance("收入与…")).endswith("…")
