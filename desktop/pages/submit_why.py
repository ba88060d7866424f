"""Why nothing can be filed now, in one sentence that says what to do."""

from __future__ import annotations

from desktop.figures import figure
from desktop.languages import translate


def why_not(*, readonly: bool, unmet: list[str], errors: int, waiting: int, offered: bool, unsent: bool) -> str:
    """Return the first reason: `unmet` are sentences about months that are lacking, `offered` tells of forms unticked.

    `errors` and `waiting` (warnings without an explanation) are counts, `unsent` tells of filings signed but not sent.
    """
    if readonly:
        return translate("Submit", "账套以只读方式打开，不能报送。")
    if unmet:
        return unmet[0]
    if errors or waiting:
        counts = [translate("Submit", "%1 处错误须修改").replace("%1", figure(errors))] if errors else []
        counts += [translate("Submit", "%1 处核实项待说明").replace("%1", figure(waiting))] if waiting else []
        text = translate("Submit", "还不能报送：%1。按 F8 逐处处理。")
        return text.replace("%1", translate("Submit", "，").join(counts))
    if offered:
        return translate("Submit", "没有勾选要报送的报表：请在“可报送”里勾选。")
    if unsent:
        return translate("Submit", "本期的报表都已签名，还没有送到平台：见“待发送”。")
    return translate("Submit", "本期没有要报送的报表，都已报送。进度和回执在“报送记录”。")
