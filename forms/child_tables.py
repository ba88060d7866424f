"""Child tables: the links of a row, one line each, so that rules can join and add them up by an index.

The row's own value (`forms.kinds.Links`) is what is typed, journalled, undone, filed and signed; the child table
`<table>_<field>(uid, key, amount)` is made of it by triggers in the same transaction, and so can never say otherwise.
A link without an amount stands for the whole of the row's field `of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.kinds import Links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field

Place = tuple[str, str]
"""(table, column)"""


def link_fields(catalogue: Catalogue) -> Iterator[tuple[Edition, Field]]:
    """Give every field of links with its edition; one field of several editions once."""
    for form in catalogue.forms:
        found = {
            field.id: (edition, field)
            for edition in catalogue.editions(form)
            for field in edition.stored_fields
            if isinstance(field.kind, Links)
        }
        yield from found.values()


def name_of(edition: Edition, field: Field) -> str:
    """Name the child table of a field."""
    return f"{edition.table}_{field.id}"


def names(catalogue: Catalogue) -> list[str]:
    """Name every child table."""
    return [name_of(edition, field) for edition, field in link_fields(catalogue)]


def sources(catalogue: Catalogue) -> dict[Place, frozenset[Place]]:
    """Tell what each column of a child table is made of."""
    found: dict[Place, frozenset[Place]] = {}
    for edition, field in link_fields(catalogue):
        own, whole = (edition.table, field.id), (edition.table, field.of)
        child = name_of(edition, field)
        found |= {(child, "key"): frozenset({own}), (child, "amount"): frozenset({own, whole})}
    return found


def statements(catalogue: Catalogue) -> Iterator[str]:
    """Write the child tables with their indexes and the triggers that fill them."""
    for edition, field in link_fields(catalogue):
        table, child, of = edition.table, name_of(edition, field), field.of
        yield f"CREATE TABLE IF NOT EXISTS {child}(uid TEXT NOT NULL, key TEXT NOT NULL, amount INTEGER) STRICT"
        yield f"CREATE INDEX IF NOT EXISTS {child}_uid ON {child}(uid, key, amount)"
        yield f"CREATE INDEX IF NOT EXISTS {child}_key ON {child}(key, amount, uid)"
        put = (
            f"INSERT INTO {child} SELECT NEW.uid, one.key, coalesce(one.value, NEW.{of}) "
            f"FROM json_each(NEW.{field.id}) AS one;"
        )
        take = f"DELETE FROM {child} WHERE uid = OLD.uid;"
        there = f"{field.id} IS NOT NULL"
        changed = f"NEW.{field.id} IS NOT OLD.{field.id} OR (NEW.{there} AND NEW.{of} IS NOT OLD.{of})"
        for verb, when, act in (
            ("insert", f"NEW.{there}", put),
            ("update", changed, f"{take} {put}"),
            ("delete", f"OLD.{there}", take),
        ):
            yield (
                f"CREATE TRIGGER IF NOT EXISTS {child}_{verb} AFTER {verb.upper()} ON {table} WHEN {when} "
                f"BEGIN {act} END"
            )
