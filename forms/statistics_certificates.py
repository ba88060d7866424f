"""The firm's certificates by when they expire (资质认证有效期)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import deadlines

if TYPE_CHECKING:
    from forms.book import Book


class Expiry(enum.StrEnum):
    """How long a certificate is good for, in the order they are told."""

    EXPIRED = "expired"
    SOON = "soon"  # within the scheme's `certificate_soon_days`
    LATER = "later"
    UNDATED = "undated"
    REPLACED = "replaced"  # another certificate names it as the one before
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate; `days` until it expires, negative since it did, None without a date."""

    uid: str
    name: str
    number: str
    valid_to: str
    days: int | None
    expiry: Expiry


def soon_days(book: Book) -> int:
    """Give how many days before its end a certificate counts as running out."""
    return int(book.catalogue.scheme.parameters["thresholds"]["certificate_soon_days"])


def certificates(book: Book, as_of: str) -> list[Certificate]:
    """Give all certificates of the ledger, by what has to be done first: expired, running out, later, the rest."""
    query = (
        "SELECT uid, cert_type, cert_type_other, cert_level, cert_no, valid_to,"
        " cert_status = 'REVOKED' OR action_type = 'VOID' AS revoked,"
        " EXISTS (SELECT 1 FROM certificates AS n WHERE n.prev_cert_no = c.cert_no AND n.uid <> c.uid"
        "  AND n.cert_type IS c.cert_type AND n.cert_no IS NOT c.cert_no) AS replaced FROM certificates AS c"
    )
    types, levels = book.catalogue.codelist("cert_types"), book.catalogue.codelist("cert_levels")
    soon = soon_days(book)
    found = []
    for row in book.db.execute(query):
        days = _days(as_of, row["valid_to"])
        name = row["cert_type_other"] if row["cert_type"] == "OTHER" else types.label(row["cert_type"])
        level = levels.label(row["cert_level"]) if row["cert_level"] else ""
        expiry = _expiry(days, soon, revoked=bool(row["revoked"]), replaced=bool(row["replaced"]))
        label = " ".join(filter(None, (name, level)))
        found.append(Certificate(row["uid"], label, row["cert_no"] or "", row["valid_to"] or "", days, expiry))
    order = list(Expiry)
    return sorted(found, key=lambda one: (order.index(one.expiry), one.valid_to, one.name))


def _days(as_of: str, valid_to: str | None) -> int | None:
    return deadlines.days_between(as_of, valid_to) if valid_to else None


def _expiry(days: int | None, soon: int, *, revoked: bool, replaced: bool) -> Expiry:
    if revoked:
        return Expiry.REVOKED
    if replaced:
        return Expiry.REPLACED
    if days is None:
        return Expiry.UNDATED
    if days < 0:
        return Expiry.EXPIRED
    return Expiry.SOON if days <= soon else Expiry.LATER
