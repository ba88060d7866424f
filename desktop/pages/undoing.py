"""Undo and redo over the Book's journal, told in the words of the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from forms import journal
from forms.errors import ZhibaoError

if TYPE_CHECKING:
    from desktop.pages.toast import Toast
    from forms.book import Book


def tr(text: str) -> str:
    """Translate in the context of undo."""
    return QCoreApplication.translate("Undoing", text)


def step_journal(book: Book, toast: Toast, *, forward: bool) -> str | None:
    """Take the last step back, or do it again; says so and gives the form it touched, None when nothing happened."""
    try:
        told = journal.redo(book) if forward else journal.undo(book)
    except ZhibaoError as problem:
        toast.say(problem.message, "warning")
        return None
    if told is None:
        toast.say(tr("没有可以重做的操作") if forward else tr("没有可以撤销的操作"))
        return None
    form, label = told
    toast.say((tr("已重做：%1") if forward else tr("已撤销：%1")).replace("%1", label))
    return form
