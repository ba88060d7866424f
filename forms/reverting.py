"""Taking a correction back (撤销更正): the rows are again as the province accepted them, as one step of the journal.

Rows that were never filed stay: they needed no correction to be there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forms import corrections, filing, followers, journal, ledger, periods, revisions, rows
from forms.errors import InputRefused
from forms.filing_states import SETTLED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored


def cancel(book: Book, form: str, period: str, *, as_of: str | None = None) -> int:
    """Close the correction of a period that was not filed anew; give how many rows went back to what was accepted.

    Raises:
        InputRefused: no correction of it is open, or it is on its way to the province already.
    """
    if corrections.reason_of(book, form, period) is None:
        raise InputRefused("no-correction", f"{form} {periods.label(period)}没有正在办理的更正，不用撤销。")
    last = revisions.last_of(book, form, period)
    if last is None or last["state"] not in SETTLED:
        under_way = f"{form} {periods.label(period)}的更正已经报送，不能撤销；还没有审核的，请先撤回申报。"
        raise InputRefused("correction-filed", under_way)
    document = filing.document_of(book, last["id"])
    edition = book.catalogue.edition(form, period)
    with book.transaction():
        images = _back(book, edition, document)
        changed = [one for one in images if one[1] != one[2]]
        corrections.end(book, form, period)
        if changed:
            both = [image for _uid, before, after in changed for image in (before, after) if image is not None]
            watch = followers.watch(book, form, both, as_of=as_of or periods.today())
            rows.put_images(book, form, [(uid, after) for uid, _before, after in changed])
            label = f"撤销{edition.short}{periods.label(period)}的更正"
            journal.record(book, form, journal.single(changed, watch.refresh()), source="typed", label=label)
    return len(changed)


def _back(book: Book, edition: Edition, document: dict[str, Any]) -> list[rows.Entry]:
    """Give (uid, as it is, as it was accepted) of every row of a document; a row taken out comes back at the end."""
    if edition.is_ledger:
        accepted = {str(row["uid"]): row for row in document["rows"]}
    else:
        card = ledger.card_row(book, edition.form, document["series"]["period"])
        accepted = {str(card["uid"]): document["cells"]} if card else {}
    present = rows.read_images(book, edition.form, list(accepted))
    end = ledger.row_count(book, edition.form)
    images: list[rows.Entry] = []
    for uid, wire in accepted.items():
        before = present.get(uid)
        if before is None:
            end += 1
        images.append((uid, before, _as_accepted(book, edition, uid, before, wire, end)))
    return images


def _as_accepted(
    book: Book, edition: Edition, uid: str, before: rows.Image, wire: Mapping[str, Any], end: int
) -> dict[str, Stored]:
    """Give the row with the accepted values; what is no field of the form stays as it is."""
    row: dict[str, Stored] = dict(before) if before else dict.fromkeys(rows.columns(book, edition.form))
    if before is None:
        row |= {"pos": end, "uid": uid, "edition": edition.first}
    said = filing.unwired(edition, {name: value for name, value in wire.items() if name != "uid"})
    row |= {field.id: said.get(field.id) for field in edition.stored_fields}
    return row | {"unparsed": None, "settled": 1, "k": rows.key_of(edition, row)}
