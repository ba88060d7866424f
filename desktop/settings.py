"""What the window remembers between starts: one small JSON file in the user's data folder.

Settings are comfort, never duty: an unreadable file counts as empty, and a failed write is dropped.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from forms.home import HOME_VARIABLE, home

__all__ = ["HOME_VARIABLE", "KnownBook", "Settings", "books_folder", "cache_folder", "home", "load_settings"]


class KnownBook(NamedTuple):
    """What the firm selector shows of a Book without opening it."""

    path: str
    name: str
    uscc: str
    demo: bool


class Settings:
    """The remembered choices.

    ``theme`` is light, dark or system; ``columns`` maps a firm's form to its column widths (px), ``column_order`` to
    their order; ``forms`` lists the forms (`form_groups.listed`) of the last opened Book, so that the navigation stands
    before any definition is read; ``enter_moves`` is right or down: where Enter leads in a grid; ``row_height`` is a
    grid's row in px at font size 1; ``unit`` is form (as each form is printed), yuan or wan: how pages show money;
    ``language`` (empty: the system's) holds from the next start; ``proxy`` is system, none or manual, the latter by
    ``proxy_address``; an empty ``backup_folder`` is the one beside the Book.
    Written out instead of a dataclass, whose machinery alone would cost the start 4 ms.
    """

    def __init__(self, **chosen: Any) -> None:  # noqa: ANN401  as the file has them
        self.theme = "system"
        self.font_factor = 1.0
        self.last_book = ""
        self.books: list[list[Any]] = []
        self.forms: list[list[str]] = []
        self.window: list[int] = []
        self.columns: dict[str, dict[str, int]] = {}
        self.column_order: dict[str, list[str]] = {}
        self.enter_moves = "right"
        self.row_height = 28
        self.unit = "form"
        self.language = ""
        self.proxy = "system"
        self.proxy_address = ""
        self.backup_folder = ""
        self.agency_folder = ""
        for name, value in chosen.items():
            getattr(self, name)  # AttributeError: no such choice
            setattr(self, name, value)

    def save(self) -> None:
        """Write the choices; a full or read-only disk only means they are forgotten."""
        target = _file()
        with contextlib.suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(".new")
            fresh.write_text(json.dumps(vars(self), ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(target)

    def known_books(self) -> list[KnownBook]:
        """Return the Books opened before that still exist, the last one first."""
        return [
            KnownBook(*entry)
            for entry in self.books
            if len(entry) == len(KnownBook._fields) and Path(entry[0]).exists()
        ]

    def keeps_many(self) -> bool:
        """Tell whether this user keeps the Books of more than one firm (全部企业)."""
        if self.agency_folder or len(self.known_books()) > 1:
            return True
        folder = books_folder()
        return folder.is_dir() and sum(one.suffix == ".zhibao" for one in folder.iterdir()) > 1

    def remember_book(self, book: KnownBook) -> None:
        """Put ``book`` first among the known Books and make it the one to open next time."""
        self.books = [list(book), *(entry for entry in self.books if entry[:1] != [book.path])]
        self.last_book = book.path
        self.save()


def load_settings() -> Settings:
    """Return the remembered choices; whatever is missing or of another type keeps its default."""
    try:
        found: Any = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = vars(Settings())
    return Settings(
        **{name: value for name, value in found.items() if name in known and isinstance(value, type(known[name]))}
    )


def books_folder() -> Path:
    """Return the folder new Books are made in."""
    return home() / "books"


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time."""
    return home() / "cache"


def _file() -> Path:
    return home() / "settings.json"
