"""Scheme packs over the network: hear of a newer one at an exchange, fetch it, and put it on this user's shelf.

What the province offers is only written down at an exchange; nothing is fetched or installed without the person's word.
A pack counts by its own signature, against the keys the Book was enrolled with.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from forms import in_use
from forms.book import Book
from forms.errors import InputRefused
from forms.scheme import asking
from forms.scheme.changes import Change
from forms.scheme.container import SUFFIX
from forms.scheme.shelf import Installed, Shelf, lay_out, verified
from forms.scheme.signing import refuse_stranger
from sync.enrolment import certified_key
from sync.protocol import Capabilities
from sync.province import keys_of, url_of
from sync.session import conversation
from sync.signed import SchemeRef
from sync.transport import Transport

OFFERED = "scheme.offered"
_LATER = "scheme.later"


def hear(book: Book, capabilities: Capabilities) -> list[str]:
    """Write down which pack the province has; say so where it is newer than the one in force here."""
    offered = capabilities.scheme
    said = None if offered is None else msgspec.json.encode(offered).decode()
    if said != book.get(OFFERED):
        book.put(OFFERED, said)
    waiting = newer(book)
    return [f"省平台有新的制度包 {waiting.version}，请查看变化并安装。"] if waiting else []


def newer(book: Book) -> SchemeRef | None:
    """Give the pack the province offered last, where it is newer than the one in force here."""
    said = book.get(OFFERED)
    if said is None:
        return None
    offered = msgspec.json.decode(said, type=SchemeRef)
    here = book.catalogue.scheme.pack
    return offered if offered.sequence > (int(here["sequence"]) if here else 0) else None


def waits(book: Book) -> SchemeRef | None:
    """Give the newer pack a person has not put off."""
    offered = newer(book)
    return None if offered is None or book.get(_LATER) == offered.sha256 else offered


def put_off(book: Book, offered: SchemeRef) -> None:
    """Ask no more about this pack."""
    book.put(_LATER, offered.sha256)


def changes(book: Book, *, send: Transport | None = None) -> list[Change]:
    """Fetch the pack and say what it says otherwise than the definitions in force; nothing is installed.

    Raises `InputRefused` kinds, `EndpointUnreachable`, `EndpointRefused`.
    """
    with _fetched(book, send) as file:
        content = asking.take_apart(file)
        refuse_stranger(verified(content), _trusted(book))
        lay_out(file.parent / "pack", content)
        return asking.compare(book.catalogue.scheme.folder.parent, file.parent / "pack" / "definitions")


def install(book: Book, *, send: Transport | None = None) -> Installed:
    """Fetch the pack, try it and put it on this user's shelf; it is in force for Books opened after `in_use.refresh`.

    Raises `InputRefused` kinds, `EndpointUnreachable`, `EndpointRefused`; then nothing has changed.
    """
    with _fetched(book, send) as file:
        done, _tried = Shelf(in_use.root()).install(file, _trusted(book))
    return done


def _trusted(book: Book) -> frozenset[str]:
    return frozenset(key.public_key.hex() for key in keys_of(book))


@contextlib.contextmanager
def _fetched(book: Book, send: Transport | None) -> Iterator[Path]:
    with conversation(url_of(book), certified_key(book), send) as session:
        pack = session.scheme()
    if pack.file is None:
        raise InputRefused("no-scheme", "省平台没有给出制度包，请稍后再试。")
    with tempfile.TemporaryDirectory(prefix="zhibao-scheme-") as folder:
        file = Path(folder) / f"fetched{SUFFIX}"
        file.write_bytes(pack.file)
        yield file
