"""Why nothing can be filed now, in one sentence that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop import todo
from desktop.error_counts import Places, errors, must_be_explained, must_be_mended
from desktop.languages import translate
from desktop.languages.words import list_of

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


class State(NamedTuple):
    """What the page shows: errors, warnings without an explanation, what came back and was not touched since.

    `unmet` are sentences about months that are lacking, `offered` tells of forms unticked, `unsent` of filings that
    are signed but not sent.
    """

    readonly: bool
    unmet: list[str]
    errors: Places
    waiting: Places
    returned: list[todo.Line]
    offered: bool
    unsent: bool


def why_not(state: State) -> str:
    """Return the first reason why nothing can be filed."""
    if state.readonly:
        return translate("Submit", "账套以只读方式打开，不能报送。")
    if state.unmet:
        return state.unmet[0]
    if state.errors or state.waiting:
        counts = [must_be_mended(state.errors)] if state.errors else []
        counts += [must_be_explained(state.waiting)] if state.waiting else []
        text = translate("Submit", "还不能报送。%1。按 F8 逐处处理。")
        return text.replace("%1", translate("Submit", "；").join(counts))
    return _nothing_to_file(state)


def _nothing_to_file(state: State) -> str:
    if state.offered:
        return translate("Submit", "没有勾选要报送的报表：请在“可报送”里勾选。")
    if state.returned:
        text = translate("Submit", "%1退回后还没有改动，不会原样再报：请改好数字或写明原因，见“已退回，待更正”。")
        return text.replace("%1", list_of([one.short for one in state.returned]))
    if state.unsent:
        return translate("Submit", "本期的报表都已签名，还没有送到平台：见“待发送”。")
    return translate("Submit", "本期没有要报送的报表，都已报送。进度和回执在“报送记录”。")
