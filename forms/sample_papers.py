"""The sample's scans: one small real PDF that stands for every contract, certificate and licence of the sample firm."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from forms import attaching, attachments
from forms.kinds import Files
from forms.kinds.files import File, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.book import Book
    from forms.definition import Edition, Field


def paper(text: str = "SAMPLE SCAN") -> bytes:
    """Make a PDF of one page (A6, ISO 32000-1) that says a line of ASCII text; the same text gives the same bytes."""
    said = f"BT /F 14 Tf 30 360 Td ({text}) Tj ET".encode()
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(said), said),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table + end


PAPER = paper()
SCAN = File("扫描件.pdf", hashlib.sha256(PAPER).hexdigest(), len(PAPER), "application/pdf")
SCANS = packed([SCAN]) or ""
"""The stored value of a field that holds the sample's scan alone."""


def keep(book: Book) -> None:
    """Put the scan's content into a Book, so that rows may name it."""
    attachments.keep(book, attachments.Content(SCAN, PAPER))


def attach_all(book: Book, *, as_of: str) -> int:
    """Attach the scan wherever a row must have a file and has none, a step for each field; give how many rows got it.

    A workbook brings no files, so this is what comes after importing the sample's.
    """
    keep(book)
    content = attachments.Content(SCAN, PAPER)
    count = 0
    for edition, field, where in _wanted(book):
        rows = book.db.execute(f"SELECT uid FROM {edition.table} WHERE {where}").fetchall()
        if rows:
            attaching.add_contents(book, edition.form, field.id, {row["uid"]: [content] for row in rows}, as_of=as_of)
        count += len(rows)
    return count


def share(book: Book) -> None:
    """Do the same in a Book of any size, without steps to be undone: all rows name the one content."""
    with book.transaction() as db:
        keep(book)
        for edition, field, where in _wanted(book):
            db.execute(f"UPDATE {edition.table} SET {field.id} = ? WHERE {where}", (SCANS,))


def _wanted(book: Book) -> Iterator[tuple[Edition, Field, str]]:
    """Give the fields that must hold a file, with the condition (SQL) of the rows that lack it."""
    for form in book.catalogue.forms:
        edition = book.catalogue.edition(form)
        for field in edition.stored_fields:
            if isinstance(field.kind, Files) and field.required is not False:
                condition = field.required if isinstance(field.required, str) else "1"
                yield edition, field, f"{field.id} IS NULL AND ({condition}) IS NOT FALSE"
