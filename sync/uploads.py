"""Sending the attached files a filing names, before the filing itself.

The province is asked which contents it lacks, so what got through once is never sent again, whoever was killed in
between and however often: no list of what was sent is kept here. Each file goes in one piece, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from forms import attachments
from forms.book import Book
from sync.session import Session

_ASKED_AT_ONCE = 1000


class _Blob(msgspec.Struct, frozen=True):
    sha256: str
    size: int


class _Named(msgspec.Struct, frozen=True):
    """Of a document only the files it names; the rest is not read."""

    blobs: list[_Blob]


@dataclass(slots=True)
class Uploaded:
    """What was sent: files and bytes; `whole` tells that nothing lacks any more."""

    files: int = 0
    bytes: int = 0
    whole: bool = True


def upload(book: Book, session: Session, filing_id: str, cancelled: Callable[[], bool]) -> Uploaded:
    """Send what the province lacks of the files of a filing, in the document's order, until it is cancelled.

    Raises `EndpointUnreachable` or `EndpointRefused`, and `InputRefused` where the Book has lost a content; what went
    before stays at the province.
    """
    done = Uploaded()
    row = book.db.execute("SELECT body FROM filings WHERE id = ?", (filing_id,)).fetchone()
    sizes = {one.sha256: one.size for one in msgspec.json.decode(row["body"], type=_Named).blobs}
    digests = list(sizes)
    for start in range(0, len(digests), _ASKED_AT_ONCE):
        for sha256 in session.missing_attachments(digests[start : start + _ASKED_AT_ONCE]):
            if cancelled():
                done.whole = False
                return done
            if sha256 in sizes:  # only what was asked about
                session.put_attachment(sha256, b"".join(attachments.pieces_of(book, sha256)))
                done.files += 1
                done.bytes += sizes[sha256]
    return done
