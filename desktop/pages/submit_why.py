"""Why nothing can be filed now, in one sentence that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import todo
from desktop.error_counts import Places, errors, must_be_explained, must_be_mended
from desktop.languages import translate

if TYPE_CHECKING:
    from desktop.workspace import Workspace


def told(workspace: Workspace) -> str:
    """Say how a check ended that somebody asked for."""
    lines = todo.lines(workspace)
    found, waiting = errors(workspace, lines), Places(sum(one.unexplained for one in lines))
    if found:
        text = translate("Submit", "审核完成，%1。按 F8 逐处查看。")
        return text.replace("%1", must_be_mended(found))
    if waiting:
        return translate("Submit", "审核完成，没有错误；%1。").replace("%1", must_be_explained(waiting))
    return translate("Submit", "审核通过，没有错误。")


def why_not(*, readonly: bool, unmet: list[str], errors: Places, waiting: Places, offered: bool, unsent: bool) -> str:
    """Return the first reason: `unmet` are sentences about months that are lacking, `offered` tells of forms unticked.

    `waiting` are warnings without an explanation, `unsent` tells of filings signed but not sent.
    """
    if readonly:
        return translate("Submit", "账套以只读方式打开，不能报送。")
    if unmet:
        return unmet[0]
    if errors or waiting:
        counts = [must_be_mended(errors)] if errors else []
        counts += [must_be_explained(waiting)] if waiting else []
        text = translate("Submit", "还不能报送。%1。按 F8 逐处处理。")
        return text.replace("%1", translate("Submit", "；").join(counts))
    if offered:
        return translate("Submit", "没有勾选要报送的报表：请在“可报送”里勾选。")
    if unsent:
        return translate("Submit", "本期的报表都已签名，还没有送到平台：见“待发送”。")
    return translate("Submit", "本期没有要报送的报表，都已报送。进度和回执在“报送记录”。")
