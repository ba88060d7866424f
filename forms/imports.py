"""The ledger of imports: which file came in when, by whom, what of it was taken, and taking one back as one step.

An import can be undone also after a restart, and also when other steps came after it, as long as none of them touched
what it brought.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import child_tables, journal
from forms.book import now
from forms.errors import EditRefused, InputRefused
from forms.kinds import Links

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored
    from forms.rows import Entry
    from forms.workbook.importing import ImportResult

DONE: Final = "done"
UNDONE: Final = "undone"
UNCHANGED: Final = "unchanged"
"""The states of an import: it holds, it was taken back, it changed nothing from the start."""

STATES: Final = {DONE: "已导入", UNDONE: "已撤销", UNCHANGED: "没有改动"}

_COUNTS: Final = ("rows_read", "rows_accepted", "rows_refused", "new", "updated", "unchanged")
_NAMED: Final = 10  # places a sentence names; what more there are it counts
_SHORT: Final = 8  # letters of an id people read
_QUERY: Final = (
    "SELECT imports.*, journal.state FROM imports LEFT JOIN journal USING (seq) "
    "WHERE ?1 IN ('', imports.form) ORDER BY imports.rowid DESC"
)


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import: `rows_read == rows_accepted + rows_refused`; `totals` as {field: {currency: {file, book, unread}}}.

    Money is decimal text, `at` a UTC moment; `who` is the report's 填表人 at that time, `account` the system's.
    """

    id: str
    form: str
    at: str
    who: str
    account: str
    file: str
    sha256: str
    sheet: str
    rows_read: int
    rows_accepted: int
    rows_refused: int
    new: int
    updated: int
    unchanged: int
    totals: dict[str, dict[str, dict[str, Any]]]
    refused: list[dict[str, Any]]
    state: str
    seq: int | None

    @property
    def short_id(self) -> str:
        """Give the beginning of the id, which names it as well."""
        return self.id[:_SHORT]

    @property
    def importer(self) -> str:
        """Say who it was: «李静（pc-07）», or the one of both that is known."""
        return f"{self.who}（{self.account}）" if self.who and self.account else self.who or self.account

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        told = asdict(self)
        del told["seq"]
        return told


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that keeps an import from being undone: where it is now (None: it was deleted) and the step that did it."""

    form: str
    row: int | None
    key: str
    step: str


def keep(book: Book, form: str, path: Path, result: ImportResult) -> None:
    """Write the record of an import, inside the transaction that brings its rows."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    told = result.to_json()
    facts = {
        "id": result.import_id,
        "form": form,
        "at": now(),
        "who": book.header["filler"],
        "account": _account(),
        "file_name": path.name,
        "sha256": digest,
        "sheet": result.sheet,
        "seq": journal.last_seq(book) if result.new or result.updated else None,
        "columns": _packed(result.columns),
        "counts": _packed({name: told[name] for name in _COUNTS}),
        "totals": _packed(told["totals"]),
        "refused": _packed(told["refused"]),
    }
    book.db.execute(
        f"INSERT INTO imports({', '.join(facts)}) VALUES ({', '.join('?' * len(facts))})", tuple(facts.values())
    )


def _account() -> str:
    """Give the account of the system; not every service has one."""
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def records(book: Book, form: str | None = None) -> list[ImportRecord]:
    """List the imports (of one form), the newest first."""
    return [_record(row) for row in book.db.execute(_QUERY, (form or "",))]


def find(book: Book, name: str) -> ImportRecord:
    """Find an import by its id, or the beginning of it.

    Raises:
        InputRefused: there is none, or more than one.
    """
    found = [one for one in records(book) if name and one.id.startswith(name.lower())]
    if not found:
        raise InputRefused("no-import", f"没有编号为“{name}”的导入记录，用 zhibao imports list 可以查到编号。")
    if len(found) > 1:
        raise InputRefused("many-imports", f"有 {len(found)} 次导入的编号以“{name}”开头，请把编号写长一些。")
    return found[0]


def undo(book: Book, import_id: str) -> ImportRecord:
    """Take an import back as one step, which `journal.redo` does again; give its record as it stands then.

    Raises:
        InputRefused: there is no such import, or nothing of it to take back.
        EditRefused: rows of it were touched since, or accepted by the province; nothing has changed.
    """
    with book.transaction() as db:
        record = find(book, import_id)
        if record.state == UNDONE:
            raise InputRefused("import-undone", f"“{record.file}”的这次导入已经撤销过。")
        if record.seq is None:
            raise InputRefused("import-unchanged", f"“{record.file}”的这次导入没有改动账套，不必撤销。")
        found = obstacles(book, record)
        if found:
            raise EditRefused("import-touched", _in_the_way(book, record, found))
        seq = journal.withdraw(book, record.seq)
        db.execute("UPDATE imports SET seq = ? WHERE id = ?", (seq, record.id))
        return find(book, record.id)


def obstacles(book: Book, record: ImportRecord) -> list[Obstacle]:
    """List the rows that later steps touched, of those the import brought, changed or made follow.

    So are rows that were entered or changed since and name one of the import's: they rest on it.
    """
    if record.seq is None:
        return []
    since: dict[str, dict[str, tuple[str, Entry]]] = {}
    for label, images in journal.later(book, record.seq):
        for form, entries in images.items():
            since.setdefault(form, {}).update({entry[0]: (label, entry) for entry in entries})
    if not since:
        return []
    own = {form: {uid for uid, _before, _after in entries} for form, entries in _images(book, record).items()}
    hit = {form: own[form] & since[form].keys() for form in own.keys() & since.keys()}
    for form, uids in _resting(book, record.form, own[record.form], since):
        hit.setdefault(form, set()).update(uids)
    return [one for form, uids in hit.items() for one in _named(book, form, {uid: since[form][uid] for uid in uids})]


def _images(book: Book, record: ImportRecord) -> dict[str, list[Entry]]:
    return journal.images_of(book, record.seq) if record.seq is not None else {}


def _record(row: sqlite3.Row) -> ImportRecord:
    state = UNCHANGED if row["seq"] is None else DONE if row["state"] == DONE else UNDONE
    return ImportRecord(
        **{name: row[name] for name in ("id", "form", "at", "who", "account", "sha256", "sheet", "seq")},
        file=row["file_name"],
        **json.loads(row["counts"]),
        totals=json.loads(row["totals"]),
        refused=json.loads(row["refused"]),
        state=state,
    )


def _resting(
    book: Book, form: str, own: set[str], since: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[str, list[str]]]:
    """Find the rows touched since that name a row of the import in one of their fields."""
    table, brought = book.catalogue.table(form), json.dumps(sorted(own))
    for other in since:
        edition = book.catalogue.edition(other)
        for field in edition.stored_fields:
            target, _dot, key = (field.target or "").partition(".")
            if target != form:
                continue
            links = isinstance(field.kind, Links)
            naming, column = (child_tables.name_of(edition, field), "key") if links else (edition.table, field.id)
            query = (
                f"SELECT DISTINCT uid FROM {naming} WHERE uid IN (SELECT value FROM json_each(?)) AND {column} IN "
                f"(SELECT {key} FROM {table} WHERE uid IN (SELECT value FROM json_each(?)))"
            )
            yield other, [row[0] for row in book.db.execute(query, (json.dumps(sorted(since[other])), brought))]


def _named(book: Book, form: str, hit: Mapping[str, tuple[str, Entry]]) -> list[Obstacle]:
    """Say where the rows are now, in the order of the ledger; those that are gone by their key, at the end."""
    edition = book.catalogue.edition(form)
    query = f"SELECT * FROM {edition.table} WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY pos"
    there = {row["uid"]: row for row in book.db.execute(query, (json.dumps(list(hit)),))}
    found = [Obstacle(form, row["pos"], _key(edition, dict(row)), hit[uid][0]) for uid, row in there.items()]
    gone = [Obstacle(form, None, _key(edition, before or {}), step) for step, (uid, before, _) in hit.values()
            if uid not in there]  # fmt: skip
    return found + gone


def _key(edition: Edition, row: Mapping[str, Stored]) -> str:
    names = edition.key if edition.is_ledger else ("period",)
    return " ".join(
        edition.by_id[name].kind.show(row.get(name)) if name in edition.by_id else str(row.get(name) or "")
        for name in names
    ).strip()


def _in_the_way(book: Book, record: ImportRecord, found: list[Obstacle]) -> str:
    def listed(some: Iterable[Obstacle]) -> str:
        by_form: dict[str, list[str]] = {}
        for one in some:
            place = f"第{one.row}行" if one.row is not None else f"“{one.key}”（已删除）"
            by_form.setdefault(book.catalogue.edition(one.form).short, []).append(place)
        return "；".join(f"{short}{'、'.join(places)}" for short, places in by_form.items())

    more = f"等 {len(found)} 行" if len(found) > _NAMED else ""
    steps = "、".join(dict.fromkeys(f"“{one.step}”" for one in found[:_NAMED]))
    return (
        f"“{record.file}”的这次导入不能撤销，账套没有改动：导入以后改过、删过，或者引用了它的有{listed(found[:_NAMED])}{more}"
        f"。请先撤销这些操作（{steps}），或者在台账里逐行修改。"
    )
