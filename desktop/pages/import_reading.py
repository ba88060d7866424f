"""What the import dialog has done off the GUI thread: a file looked at and rehearsed, and its rows brought in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forms.errors import WorkbookRefused

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.background import Job
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.workbook.doctor import Oddity
    from forms.workbook.frames import Looked
    from forms.workbook.importing import ImportResult
    from forms.workbook.mapping import Mapping


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person said about a file: the sheet, the header's row (0: not said), which column is which field.

    `forget` is the shape of files for which nothing shall be remembered any longer.
    """

    sheet: str | None = None
    header_row: int = 0
    mapping: Mapping | None = None
    forget: str = ""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was looked at: its looks, what is odd, guessed units; what an import would do, or why it cannot be.

    `mapping` is what the import is to follow or, until it is confirmed, a proposal; None where the names of the columns
    say it all.
    """

    looked: Looked
    oddities: list[Oddity]
    guesses: dict[str, tuple[int, int]]
    mapping: Mapping | None
    result: ImportResult | None
    refusal: ZhibaoError | None


def read_file(book: Book, form: str, path: Path, asked: Asked, as_of: str, job: Job) -> ReadFile:
    """Look at a file and rehearse its import.

    Raises:
        WorkbookRefused: the file cannot be read at all.
        InputRefused: cancelled.
    """
    from forms.workbook.doctor import diagnosis, mapping_of
    from forms.workbook.guessed_units import unit_guesses
    from forms.workbook.mapping import Guide
    from forms.workbook.mapping_memory import forget, guide_for
    from forms.workbook.recognising import look_knowing

    edition = book.catalogue.edition(form)
    if asked.forget:
        forget(book, form, asked.forget)
    guide = guide_for(book, edition, asked.mapping)
    if asked.mapping is None and asked.header_row:
        guide = Guide(header_row=asked.header_row)
    looked, proposal = look_knowing(book, path, edition, sheet=asked.sheet, guide=guide)
    mapping = asked.mapping or proposal or (mapping_of(looked, edition) if asked.header_row else None)
    oddities, guesses = diagnosis(looked, edition, book), unit_guesses(looked, book)
    if asked.header_row and mapping is None:
        told = next((one.odd for one in oddities if one.code == "no-header"), "")
        return ReadFile(looked, oddities, guesses, None, None, WorkbookRefused("no-header", told))
    try:
        result = bring_in(book, form, path, replace(asked, mapping=mapping), as_of, job, dry_run=True)
    except WorkbookRefused as refusal:
        return ReadFile(looked, oddities, guesses, mapping, None, refusal)
    return ReadFile(looked, oddities, guesses, mapping, result, None)


def bring_in(
    book: Book, form: str, path: Path, asked: Asked, as_of: str, job: Job, *, dry_run: bool = False
) -> ImportResult:
    """Import a file as a person settled it.

    Raises:
        WorkbookRefused: the file cannot be read; nothing has changed.
        InputRefused: cancelled.
    """
    from forms.workbook.importing import import_workbook

    return import_workbook(
        book,
        form,
        path,
        sheet=asked.sheet,
        mapping=asked.mapping,
        dry_run=dry_run,
        as_of=as_of,
        progress=job.report,
        cancelled=job.cancelled,
    )
