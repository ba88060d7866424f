"""Tooltips that show text from outside as it is: Qt guesses at markup, so the text is escaped and marked up by us."""

from __future__ import annotations

import html

WIDEST = 420  # px; a long sentence wraps
ONE_LINE = 40  # characters that need no wrapping


def plain_tip(text: str) -> str:
    """A tooltip of plain text, each line on its own."""
    if not text:
        return ""
    lines = "<br/>".join(html.escape(line) for line in text.splitlines())
    wrapped = f"<table width='{WIDEST}'><tr><td>{lines}</td></tr></table>" if len(text) > ONE_LINE else lines
    return f"<qt>{wrapped}</qt>"
