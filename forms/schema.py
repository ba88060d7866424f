"""The tables of a Book, written out of the editions: one STRICT table a form, and what every Book keeps beside them.

The province builds the same form tables in memory to run the same rules over a filing.

Every form table has, before its fields: `pos` (1..n without gaps: the row number people see), `uid`, `edition`,
`k` (the folded key), `period`, `unparsed` (JSON {field: [text as typed, reason]}), `import_id`, `import_row`,
`touched` (JSON {field: what the import said} of cells edited since), `settled` (1: equal to an accepted revision).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import child_tables
from forms.kinds import Ref

if TYPE_CHECKING:
    import sqlite3

    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field

APPLICATION_ID = 0x5A42414F  # «ZBAO»

META_COLUMNS = ("pos", "uid", "edition", "k", "unparsed", "import_id", "import_row", "touched", "settled")

KEPT = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) STRICT;
CREATE TABLE journal(
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, source TEXT NOT NULL, label TEXT NOT NULL, form TEXT NOT NULL,
    images BLOB NOT NULL, state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped'))) STRICT;
CREATE TABLE imports(
    id TEXT PRIMARY KEY, form TEXT NOT NULL, at TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
    sheet TEXT NOT NULL, columns TEXT NOT NULL, counts TEXT NOT NULL, totals TEXT NOT NULL,
    refused TEXT NOT NULL) STRICT;
CREATE TABLE explanations(
    form TEXT NOT NULL, period TEXT NOT NULL, rule TEXT NOT NULL, uid TEXT NOT NULL DEFAULT '', text TEXT NOT NULL,
    at TEXT NOT NULL, PRIMARY KEY (form, period, rule, uid)) STRICT;
CREATE TABLE checked(
    form TEXT NOT NULL, period TEXT NOT NULL, at TEXT NOT NULL, as_of TEXT NOT NULL, seq INTEGER NOT NULL,
    errors INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT NULL, unexplained INTEGER NOT NULL,
    PRIMARY KEY (form, period)) STRICT;
CREATE TABLE corrections(
    form TEXT NOT NULL, period TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (form, period)) STRICT;
CREATE TABLE rates(
    month TEXT NOT NULL, ccy TEXT NOT NULL, rate INTEGER NOT NULL, source TEXT NOT NULL, date TEXT NOT NULL,
    PRIMARY KEY (month, ccy)) STRICT;
CREATE TABLE filings(
    id TEXT PRIMARY KEY, form TEXT NOT NULL, period TEXT NOT NULL, revision INTEGER NOT NULL, base TEXT,
    edition TEXT NOT NULL, body BLOB NOT NULL, sha256 TEXT NOT NULL, signature BLOB NOT NULL, key_id TEXT NOT NULL,
    reason TEXT NOT NULL, sealed_at TEXT NOT NULL, rows INTEGER NOT NULL, late INTEGER NOT NULL, seq INTEGER NOT NULL,
    UNIQUE (form, period, revision)) STRICT;
CREATE TABLE standing(filing_id TEXT PRIMARY KEY REFERENCES filings(id), state TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE audit(
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, filing_id TEXT NOT NULL, event TEXT NOT NULL, from_state TEXT NOT NULL,
    to_state TEXT NOT NULL, detail TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE outbox(
    filing_id TEXT PRIMARY KEY REFERENCES filings(id), queued_at TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    next_at REAL NOT NULL DEFAULT 0, last_problem TEXT, outcome_unknown INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE receipts(
    filing_id TEXT PRIMARY KEY REFERENCES filings(id), body BLOB NOT NULL, signature BLOB NOT NULL,
    key_id TEXT NOT NULL, received_at TEXT NOT NULL) STRICT;
CREATE TABLE decisions(
    id TEXT PRIMARY KEY, filing_id TEXT NOT NULL REFERENCES filings(id), level TEXT NOT NULL, verdict TEXT NOT NULL,
    comments TEXT NOT NULL, decided_at TEXT NOT NULL, body BLOB NOT NULL, signature BLOB NOT NULL,
    key_id TEXT NOT NULL) STRICT;
CREATE TABLE refusals(
    filing_id TEXT PRIMARY KEY REFERENCES filings(id), at TEXT NOT NULL, problem TEXT NOT NULL) STRICT;
CREATE TABLE sync_log(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, filing_id TEXT, text TEXT NOT NULL) STRICT;
"""

CONTENTS = (
    """CREATE TABLE attachments(
    sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, media TEXT NOT NULL, at TEXT NOT NULL) STRICT""",
    """CREATE TABLE attachment_chunks(
    sha256 TEXT NOT NULL REFERENCES attachments(sha256) ON DELETE CASCADE, number INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (sha256, number)) STRICT""",
    *(
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'attachments never change'); END"
        for table in ("attachments", "attachment_chunks")
    ),
)
"""The contents of attached files (附件), by their SHA-256, in pieces; a row names them (`forms.kinds.files`)."""

IMPORTERS = (
    "ALTER TABLE imports ADD COLUMN who TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE imports ADD COLUMN account TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE imports ADD COLUMN seq INTEGER",
    """WITH made AS (
        SELECT id, form, row_number() OVER (PARTITION BY form ORDER BY rowid) AS nth FROM imports
        WHERE json_extract(counts, '$.new') + json_extract(counts, '$.updated') > 0),
    steps AS (
        SELECT seq, form, row_number() OVER (PARTITION BY form ORDER BY seq) AS nth FROM journal
        WHERE source = 'import')
    UPDATE imports SET seq = (SELECT steps.seq FROM made JOIN steps USING (form, nth) WHERE made.id = imports.id)""",
)
"""Who imported (填表人, account of the system), and the journal's number of what the import changed, if anything.

An older Book's imports find theirs by their order: every import that changed something made one step.
"""

_IMMUTABLE = ("filings", "receipts", "decisions", "audit")


def create_kept_tables(db: sqlite3.Connection) -> None:
    """Create what every Book keeps, with the triggers that forbid to change what was signed or recorded."""
    for statement in KEPT.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in _IMMUTABLE:
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def create_contents(db: sqlite3.Connection) -> None:
    """Create the tables of attached files."""
    for statement in CONTENTS:
        db.execute(statement)


def extend_imports(db: sqlite3.Connection) -> None:
    """Let the records of imports say who made them, and which step of the journal they are."""
    for statement in IMPORTERS:
        db.execute(statement)


def fields_of(editions: list[Edition]) -> list[Field]:
    """Give the stored fields of all editions of a form, each once: a changed type has a new id."""
    found: dict[str, Field] = {}
    for edition in editions:
        for field in edition.stored_fields:
            found.setdefault(field.id, field)
    return list(found.values())


def create_form_tables(db: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Create the table of each form, or add the columns a newer edition brought."""
    for form in catalogue.forms:
        editions = catalogue.editions(form)
        _create_form_table(db, editions)
        _add_missing(db, editions[-1].table, fields_of(editions))
        if not editions[-1].is_ledger:
            # The figures of each period as last filed, for year-to-date and year-on-year.
            filed = f"filed_{editions[-1].table}"
            fields = list({field.id: field for edition in editions for field in edition.fields}.values())
            db.execute(
                f"CREATE TABLE IF NOT EXISTS {filed}(period TEXT PRIMARY KEY, filing_id TEXT NOT NULL, "
                f"{_columns(fields)}) STRICT"
            )
            _add_missing(db, filed, fields)
    for form in catalogue.forms:
        for _name, statement in index_statements(catalogue, form):
            db.execute(statement)
    for statement in child_tables.statements(catalogue):
        db.execute(statement)


def _add_missing(db: sqlite3.Connection, table: str, fields: list[Field]) -> None:
    """Add the columns a table lacks because it was made before the newest edition."""
    known = {row[1] for row in db.execute(f"PRAGMA table_xinfo({table})")}
    missing = [field for field in fields if field.id not in known]
    if missing:
        # Imported late: only the first opening after a new edition pays for it.
        import sqlite_utils

        made = sqlite_utils.Database(db).table(table)
        for field in missing:
            made.add_column(field.id, field.kind.sql_type)


def _columns(fields: list[Field]) -> str:
    return ", ".join(f"{field.id} {field.kind.sql_type}" for field in fields)


def _create_form_table(db: sqlite3.Connection, editions: list[Edition]) -> None:
    latest = editions[-1]
    period = (
        f"period TEXT GENERATED ALWAYS AS (substr({latest.period_of}, 1, 7)) VIRTUAL"
        if latest.is_ledger
        else "period TEXT"
    )
    db.execute(
        f"CREATE TABLE IF NOT EXISTS {latest.table}(pos INTEGER PRIMARY KEY, uid TEXT NOT NULL, edition TEXT NOT NULL, "
        f"k TEXT, unparsed TEXT, import_id TEXT, import_row INTEGER, touched TEXT, settled INTEGER NOT NULL DEFAULT 0, "
        f"{_columns(fields_of(editions))}, {period}) STRICT"
    )


def index_statements(catalogue: Catalogue, form: str) -> list[tuple[str, str]]:
    """Give the (name, CREATE statement) of each index of a form's table: uid, key, period, references both ways.

    An edition's own `index` takes the place of the plain one on its first column.
    """
    editions = catalogue.editions(form)
    table = editions[-1].table
    columns = {"k", "period", *(field.id for field in fields_of(editions) if isinstance(field.kind, Ref))}
    targets = (
        field.target for other in catalogue.forms for field in fields_of(catalogue.editions(other)) if field.target
    )
    columns |= {target.partition(".")[2] for target in targets if target.partition(".")[0] == form}
    wide = editions[-1].indexes
    columns -= {names[0] for names in wide}
    unique = (f"{table}_uid", f"CREATE UNIQUE INDEX IF NOT EXISTS {table}_uid ON {table}(uid)")
    return [
        unique,
        *(
            (f"{table}_{name}", f"CREATE INDEX IF NOT EXISTS {table}_{name} ON {table}({name})")
            for name in sorted(columns)
        ),
        *(
            (
                f"{table}_{'_'.join(names)}",
                f"CREATE INDEX IF NOT EXISTS {table}_{'_'.join(names)} ON {table}({', '.join(names)})",
            )
            for names in wide
        ),
        (
            f"{table}_unparsed",
            f"CREATE INDEX IF NOT EXISTS {table}_unparsed ON {table}(pos) WHERE unparsed IS NOT NULL",
        ),
    ]
