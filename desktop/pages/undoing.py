"""Undo and redo over the Book's journal, told in the words of the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from forms import journal
from forms.errors import ZhibaoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.book import Book


def tr(text: str) -> str:
    """Translate in the context of undo."""
    return QCoreApplication.translate("Undoing", text)


def step_journal(book: Book, say: Callable[[str, str], object], *, forward: bool, count: int = 1) -> str | None:
    """Take the last steps back, or do them again; `say` (text, tone) tells it. Gives the form ("" for several).

    None where nothing happened.
    """
    told: list[tuple[str, str]] = []
    try:
        for _ in range(count):
            step = journal.redo(book) if forward else journal.undo(book)
            if step is None:
                break
            told.append(step)
    except ZhibaoError as problem:
        say(problem.message, "warning")
    else:
        say(_sentence(told, forward=forward), "info")
    forms = {form for form, _label in told}
    return None if not told else forms.pop() if len(forms) == 1 else ""


def _sentence(told: list[tuple[str, str]], *, forward: bool) -> str:
    if not told:
        return tr("没有可以重做的操作") if forward else tr("没有可以撤销的操作")
    text = tr("已重做：%1") if forward else tr("已撤销：%1")
    more = tr(" 等 %1 步").replace("%1", str(len(told))) if len(told) > 1 else ""
    return text.replace("%1", told[0][1] + more)
