"""The first workbook of a firm that was just added: its sheets are offered to the ledgers of their names, in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.window import Window
    from forms.definition import Edition
    from forms.workbook.importing import ImportResult

FIRST = "JLFW-02"


def bring_in(window: Window, path: Path) -> list[str]:
    """Import `path` into the contract ledger, then its other sheets into theirs; give the forms that took rows.

    A dialog left without importing ends it. Afterwards the home page says what is to be done next.
    """
    catalogue = window.workspace.catalogue
    ledgers = [catalogue.edition(form) for form in catalogue.forms if catalogue.edition(form).is_ledger]
    first = next(one for one in ledgers if one.form == FIRST)
    taken: list[str] = []
    result = _offer(window, first, path)
    for edition in ledgers:
        if result is None:
            break
        if edition is first:
            taken.append(first.form)
        elif any(_names(edition, sheet) for sheet in result.sheets):
            result = _offer(window, edition, path)
            taken += [edition.form] if result is not None else []
    if len(taken) > 1:
        window.show_page("home")
        names = "、".join(catalogue.edition(form).short for form in taken)
        text = QCoreApplication.translate("first_workbook", "已导入 %1。下一步：处理红色的错误，填好企业信息和月报。")
        window.strip.tell(text.replace("%1", names))
    return taken


def _offer(window: Window, edition: Edition, path: Path) -> ImportResult | None:
    """Open the import dialog on the ledger's page; None where nothing was imported."""
    from desktop.pages.ledger import LedgerPage

    window.show_page(f"form:{edition.form}")
    page = window.page()
    return page.workbooks.import_file(path) if isinstance(page, LedgerPage) else None


def _names(edition: Edition, sheet: str) -> bool:
    """Tell whether a sheet's name is that of a ledger: «执行台账», «2026执行台账»."""
    return edition.short in sheet or edition.title in sheet
