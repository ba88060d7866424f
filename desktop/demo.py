"""The demo firm: its own Book with sample data, and its own province on this PC. Nothing of it reaches a real one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import background
from desktop.settings import home

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from desktop.workspace import Workspace
    from forms.errors import ZhibaoError
    from sync.endpoint.demo import DemoEndpoint

_running: dict[Path, DemoEndpoint] = {}


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

    def ready(path: Path) -> None:
        workspace.open_book(path)

    background.run(
        lambda _job: make_demo(place),
        owner=owner or workspace,
        done=ready,
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


def province_of(workspace: Workspace) -> DemoEndpoint:
    """Return the running demo province of the open Book, started if need be (some seconds: not in the GUI thread)."""
    from sync.endpoint.demo import start_demo

    path = workspace.book.path
    folder = path.parent
    if folder not in _running:
        os.environ.setdefault("ZHIBAO_KEYS", str(folder / "keys"))
        _running[folder] = start_demo(folder / "province", workspace.as_of)
    return _running[folder]


def close_provinces() -> None:
    """End the demo provinces this program started."""
    while _running:
        _folder, endpoint = _running.popitem()
        endpoint.close()
