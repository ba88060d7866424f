"""What a page does when its Book closes under it: it reads no more."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def fall_silent(body: QWidget) -> None:
    """Stop every timer of a page's body and hide it, so that no paint asks the closed Book."""
    if shiboken6.isValid(body):
        body.hide()
        for timer in body.findChildren(QTimer):
            timer.stop()
