"""The work on scheme packs from outside: takes one apart, tries it, or says what it changes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from forms.children.answering import serve
from forms.scheme import container
from forms.scheme.asking import Compare, Compared, Content, Read, Tried, Try

if TYPE_CHECKING:
    from forms.children.answering import Tell


def work_on(request: Read | Try | Compare, tell: Tell) -> None:
    """Tell what is in it, that it holds, or the differences."""
    match request:
        case Read():
            tell(_read(Path(request.path)))
        case Try():
            tell(_try(request))
        case Compare():
            tell(_compare(request))


def _read(path: Path) -> Content:
    with path.open("rb") as file:
        return Content(*container.read(file.read(container.LARGEST_FILE + 1)))


def _try(request: Try) -> Tried:
    from forms.scheme.trial import try_scheme

    current = None if request.current is None else Path(request.current)
    return Tried(*try_scheme(Path(request.folder), Path(request.scratch), current))


def _compare(request: Compare) -> Compared:
    from forms.catalogue import load_catalogue
    from forms.scheme.changes import changes

    return Compared(changes(load_catalogue(Path(request.before)), load_catalogue(Path(request.after))))


if __name__ == "__main__":
    sys.exit(serve(msgspec.msgpack.Decoder(Read | Try | Compare), work_on))
