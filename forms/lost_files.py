"""Attached files whose content the Book does not have (F00-005): what no condition over a row can tell.

Content and row are written in one transaction, so this comes only of a Book that was damaged or tampered with, or of a
value that did not come by way of `forms.attaching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import general
from forms.findings import Finding, Reporter, sources
from forms.kinds import Files
from forms.rules import Case, Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from forms.book import Book
    from forms.definition import Edition, Field


def findings(book: Book, edition: Edition, periods: Collection[str]) -> list[Finding]:
    """Tell the files of the rows of some periods that are named without being there."""
    fields = [field for field in edition.stored_fields if isinstance(field.kind, Files)]
    template = general.template(book.catalogue, general.FILE, "lost")
    if template is None:
        return []
    case = Case(general.FILE, template.name, template.severity, (), Message.of(template.message))
    reporter = Reporter(edition, sources(book.db, edition.form))
    return [one for field in fields for one in _of_field(book, edition, field, case, reporter, periods)]


def _of_field(
    book: Book, edition: Edition, field: Field, case: Case, reporter: Reporter, periods: Collection[str]
) -> list[Finding]:
    query = (
        # Most rows have one file, whose content is there: those need no json_each.
        f"SELECT t.*, one.value ->> 'name' AS lost FROM {edition.table} AS t, json_each(t.{field.id}) AS one "
        f"WHERE t.{field.id} IS NOT NULL AND NOT (json_array_length(t.{field.id}) = 1 "
        f"AND t.{field.id} ->> '$[0].sha256' IN (SELECT a.sha256 FROM attachments AS a)) "
        "AND NOT EXISTS (SELECT 1 FROM attachments AS a WHERE a.sha256 = one.value ->> 'sha256')"
    )
    wanted = {"", *periods}
    return [
        reporter.of_row(case, row, {"file": row["lost"]}, field.id)
        for row in book.db.execute(query)
        if (row["period"] or "") in wanted
    ]
