"""The file name proposed for what is printed: «JLFW-04_2026-09_延吉海兰江信息技术.pdf»."""

from __future__ import annotations

import re

_KINDS_OF_FIRM = re.compile(r"(?:股份|有限责任|有限|集团|控股|责任)*公司$")
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+')
_LONGEST = 24


def short_name(firm: str) -> str:
    """Give the firm's name without its legal form, fit for a file name."""
    plain = _FORBIDDEN.sub("", " ".join(firm.split())).strip(" .")
    short = _KINDS_OF_FIRM.sub("", plain, count=1) or plain
    return short[:_LONGEST].strip(" .") or "企业"


def file_name(form: str, period: str, firm: str, what: str = "") -> str:
    """Give the name; `what` tells drafts, later revisions and receipts apart."""
    parts = [_FORBIDDEN.sub("", part) for part in (form, period, short_name(firm), what)]
    return "_".join(part for part in parts if part) + ".pdf"
