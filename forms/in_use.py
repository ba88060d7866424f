"""Which definitions are in force in this process: the newest installed scheme pack that is whole, else the shipped.

Chosen once, at the first question: a pack installed meanwhile takes effect when `refresh` is called, which closes with
the Books that are open.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from forms.home import home

SHIPPED: Final = Path(__file__).parent / "definitions"
SCHEMES: Final = "schemes"
VARIABLE: Final = "ZHIBAO_DEFINITIONS"
"""Names the folder for a child process, which must read by the very definitions of its parent."""
_CHOSEN: dict[str, Path] = {}
_NOTICES: list[str] = []


def folder() -> Path:
    """Give the folder of the definitions in force."""
    if "folder" not in _CHOSEN:
        given = os.environ.get(VARIABLE)
        _CHOSEN["folder"] = Path(given) if given else _newest()
    return _CHOSEN["folder"]


def adopt(definitions: Path) -> None:
    """Use a folder, whatever is installed."""
    _CHOSEN["folder"] = definitions


def refresh() -> None:
    """Look anew at the next question."""
    _CHOSEN.clear()
    _NOTICES.clear()


def notices() -> list[str]:
    """Give a sentence on each installed pack that cannot be used."""
    return list(_NOTICES)


def root() -> Path:
    """Give the folder of this user's installed packs."""
    return home() / SCHEMES


def _newest() -> Path:
    if not root().is_dir():
        return SHIPPED
    # Imported late: without a pack the start of the program pays nothing for packs.
    from forms.scheme.shelf import Shelf

    found, notices = Shelf(root()).packs()
    _NOTICES.extend(notices)
    return found[0].definitions if found else SHIPPED
