"""The demo firm: its own Book with sample data, and its own province on this PC. Nothing of it reaches a real one."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import background
from desktop.settings import home

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from sync.endpoint.demo import DemoEndpoint

_running: dict[Path, DemoEndpoint] = {}
_starting = threading.Lock()


def demo_folder() -> Path:
    """Return where the demo firm lives by default."""
    return home() / "demo"


def open_demo(
    workspace: Workspace,
    folder: Path | None,
    *,
    owner: QObject | None = None,
    failed: Callable[[ZhibaoError], object] | None = None,
) -> None:
    """Open the demo firm in ``folder``, made and filled first where there is none; the work is done in background."""
    place = (folder or demo_folder()).resolve()

    background.run(
        lambda _job: make_demo(place),
        owner=owner or workspace,
        done=workspace.open_book,
        failed=failed or workspace.problem.emit,
    )


def make_demo(folder: Path) -> Path:
    """Return the demo Book of ``folder``; a new one has its ledgers imported (mistakes and all) and its cards."""
    from desktop import journey
    from forms.book import SUFFIX, Book

    found = sorted(folder.glob(f"*{SUFFIX}"))
    if found:
        return found[0]
    demo = journey.prepare(folder)
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
        journey.fill_cards(book, demo)
    return demo.book


def keep_province(book: Book, as_of: str) -> DemoEndpoint:
    """Return the running demo province of ``book``, started if need be: some seconds, so not in the GUI thread.

    A new process has a new address; an enrolled Book learns it (the province's keys are those of its folder).
    """
    from sync.endpoint.demo import start_demo
    from sync.province import URL, is_enrolled

    folder = book.path.parent
    with _starting:
        endpoint = _running.get(folder)
        if endpoint is not None and not endpoint.runs:
            endpoint.close()
            endpoint = None
        if endpoint is None:
            endpoint = _running[folder] = start_demo(folder / "province", as_of, period=book.get("demo.period"))
        if is_enrolled(book) and book.get(URL) != endpoint.url:
            book.put(URL, endpoint.url)
    return endpoint


def code_for(book: Book) -> str:
    """Return an enrolment code of the demo province for ``book``, or "" where this PC is enrolled already."""
    from sync.enrolment import certified_key
    from sync.errors import NotEnrolled

    try:
        certified_key(book)
    except NotEnrolled:
        return _running[book.path.parent].code(book.firm.uscc)
    return ""


def close_provinces() -> None:
    """End the demo provinces this program started."""
    while _running:
        _folder, endpoint = _running.popitem()
        endpoint.close()
