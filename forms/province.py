"""The province's side of checking: a filed document and the firm's other heads in memory, under the same rules.

The rules never run in the province's database: what a firm has filed is put into the same tables of an in-memory
SQLite, checked, and forgotten. Only the document's own form and period are judged; the heads are what it is judged by.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from forms import explanations, functions, general, opened, orphans, rows
from forms.checks import header_findings
from forms.deadlines import is_late
from forms.errors import InputRefused
from forms.evaluation import Evaluation, Scope
from forms.findings import ERROR, WARNING, Finding, Reporter, place_of
from forms.rates import scheme_rates
from forms.reading import Reading, connect
from forms.rules import PROVINCE, Message
from forms.schema import create_form_tables
from forms.undecided import Doubt

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.kinds import Stored
    from forms.rules import Pack
    from forms.sandbox import Bound

Document = dict[str, Any]
_THREAD = threading.local()
_HEADS: dict[str, list[tuple[Stored, ...]]] = {}
_HEADS_LOCK = threading.Lock()
_MOST_HEADS = 2_000


def check_document(catalogue: Catalogue, heads: Sequence[Document], document: Document, as_of: str) -> list[Finding]:
    """Check a document against the firm's heads on the day it was handed in; an error among the findings refuses it.

    Raises:
        InputRefused: the document is of a form that is not in force, or of another edition than its period's. An older
            one is taken until the period is due: a draft begun under it need not be moved.
    """
    series = document["series"]
    if series["form"] not in catalogue.forms:
        raise InputRefused("unknown-form", f"没有报表“{series['form']}”，请更新程序后重新报送。")
    edition = _edition_of(catalogue, document)
    if "opening" in document:
        opened.refuse_second(heads, document)
    newer = catalogue.edition(series["form"], series["period"])
    late = edition.first < newer.first and is_late(catalogue, series["period"], as_of)
    if document["edition"]["from"] != edition.first or edition.first > newer.first or late:
        raise InputRefused(
            "edition-closed",
            f"{newer.short}{series['period']}应按{newer.first}版填报，请更新程序或安装现行制度，转到新版后再报。",
        )
    with loaded(catalogue, heads, document) as (reading, unread):
        bound: Bound = {"as_of": as_of, "firm": series["firm"]}
        pack = reading.pack(edition)
        if "opening" in document:  # approved elsewhere, under the rules of its time
            return unread
        run = Evaluation(reading, pack, Reporter(edition, {}), Doubt(reading.db, catalogue), bound)
        findings = [*unread, *run.all(Scope.of_periods([series["period"]]))]
        findings += orphans.in_document(reading, edition, heads, document)
    if not edition.is_ledger:
        findings = [replace(finding, uid=None) for finding in findings]
    findings += header_findings(catalogue, document["header"], series["form"], series["period"])
    return findings + _unexplained(catalogue, pack, document, findings)


@contextlib.contextmanager
def loaded(
    catalogue: Catalogue, heads: Sequence[Document], document: Document
) -> Iterator[tuple[Reading, list[Finding]]]:
    """Hold a document and the firm's heads in the tables; give the reading, and what of the document cannot be read."""
    edition = _edition_of(catalogue, document)
    reading = _reading(catalogue)
    with reading.sandbox.trusted() as db:
        db.execute("BEGIN")
    try:
        with reading.sandbox.trusted() as db:
            findings = _Loader(db, catalogue).load(heads, document, edition)
        yield reading, findings
    finally:
        with reading.sandbox.trusted() as db:
            db.execute("ROLLBACK")


def _reading(catalogue: Catalogue) -> Reading:
    """Give the thread's in-memory tables; made once, empty between two checks."""
    known: dict[int, Reading] = _THREAD.__dict__.setdefault("readings", {})
    if id(catalogue) not in known:
        known[id(catalogue)] = empty_reading(catalogue)
    return known[id(catalogue)]


def empty_reading(catalogue: Catalogue) -> Reading:
    """Make tables in memory in which filed documents can be checked."""
    db = connect(":memory:")
    create_form_tables(db, catalogue)
    functions.register(db, catalogue, scheme_rates(catalogue))
    for form in catalogue.forms:
        if any(field.computed is not None for edition in catalogue.editions(form) for field in edition.fields):
            db.execute(_filed_card_table(catalogue, form))
    return Reading(db, catalogue, PROVINCE)


def _filed_card_table(catalogue: Catalogue, form: str) -> str:
    """Write the temporary table that stands for a card form's: its computed columns hold what was filed."""
    fields = {field.id: field for edition in catalogue.editions(form) for field in edition.fields}
    columns = ", ".join(f"{name} {field.kind.sql_type}" for name, field in fields.items())
    return (
        f"CREATE TEMP TABLE {catalogue.table(form)}(pos INTEGER PRIMARY KEY, uid TEXT, edition TEXT, k TEXT, "
        f"unparsed TEXT, import_id TEXT, import_row INTEGER, touched TEXT, settled INTEGER, period TEXT, {columns})"
    )


class _Loader:
    """Puts documents into the tables: the new one's rows first, so that their numbers are those of the document."""

    def __init__(self, db: sqlite3.Connection, catalogue: Catalogue) -> None:
        self._db = db
        self._catalogue = catalogue
        self._uids: dict[str, set[str]] = {}
        self._numbers: dict[str, int] = {}

    def load(self, heads: Iterable[Document], document: Document, edition: Edition) -> list[Finding]:
        """Load the document, the heads of other series, what the firm filed; tell what of it cannot be read.

        Heads of other firms are those a park's report is held against.
        """
        base = next((head for head in heads if head["series"] == document["series"]), None)
        findings = self._put(document, edition, base)
        for head in heads:
            if head["series"]["form"] in self._catalogue.forms:
                of_head = _edition_of(self._catalogue, head)
                stored = _head_rows(self._catalogue, head)
                if head["series"] != document["series"]:
                    self._insert(of_head, stored)
                if not of_head.is_ledger and head["series"]["firm"] == document["series"]["firm"]:
                    self._put_filed(of_head, str(head["id"]), stored)
        for one in (one for one in (document, *heads) if "opening" in one):
            faults = self._open(one)
            findings += faults if one is document else []
        return findings

    def _open(self, document: Document) -> list[Finding]:
        """Put in what goes with the contracts of an opening balance: executions so far, and months as filed."""
        faults: list[Finding] = []
        for part in opened.parts(self._catalogue, document):
            own, stored = part.edition, []
            for number, wire in enumerate(part.rows, 1):
                row, wrong = _stored(own, part.period, wire, settled=True)
                wrong += opened.dated_wrong(part, row, document["series"]["period"])
                faults += [self._fault(own, part.period, number, wire["uid"], name, wire.get(name)) for name in wrong]
                stored.append(tuple(row.get(name) for name in _names(own)))
            if own.is_ledger:
                self._insert(own, stored)
            else:
                self._put_filed(own, str(document["id"]), stored)
        return faults

    def _put_filed(self, edition: Edition, filing_id: str, stored: Iterable[tuple[Stored, ...]]) -> None:
        """Put the figures of a card as they were filed, beside the card itself; the rules of a series over time ask."""
        names = _names(edition)
        first = names.index("settled") + 1
        columns = ", ".join(["filing_id", *names[first:]])
        marks = ", ".join("?" * (len(names) - first + 1))
        query = f"INSERT INTO filed_{edition.table}({columns}) VALUES ({marks})"
        self._db.executemany(query, [(filing_id, *row[first:]) for row in stored])

    def _put(self, document: Document, edition: Edition, accepted: Document | None) -> list[Finding]:
        """Put the document's rows; rows that equal the accepted ones are settled."""
        period = document["series"]["period"]
        known = {row.get("uid"): row for row in _wire_rows(accepted)} if accepted else {}
        findings: list[Finding] = []
        stored = []
        met: set[str] = set()
        for number, wire in enumerate(_wire_rows(document), 1):
            if wire["uid"] in met:
                findings.append(self._fault(edition, period, number, wire["uid"], "uid", wire["uid"]))
                continue
            met.add(wire["uid"])
            row, wrong = _stored(edition, period, wire, settled=known.get(wire["uid"]) == wire)
            findings += [self._fault(edition, period, number, wire["uid"], name, wire.get(name)) for name in wrong]
            of_period = str(row.get(edition.period_of or "") or "")[:7] if edition.is_ledger else period
            misplaced = of_period > period if "opening" in document else of_period not in (period, "")
            if misplaced:
                findings.append(self._fault(edition, period, number, wire["uid"], str(edition.period_of), of_period))
            stored.append(tuple(row.get(name) for name in _names(edition)))
        self._insert(edition, stored)
        return findings

    def _insert(self, edition: Edition, stored: Sequence[tuple[Stored, ...]]) -> None:
        """Insert rows whose uid is not there yet: a row that moved into the document's month is not the old one too."""
        seen = self._uids.setdefault(edition.table, set())
        names = _names(edition)
        query = f"INSERT INTO {edition.table}(pos, {', '.join(names)}) VALUES (?, {', '.join('?' * len(names))})"
        fresh = [row for row in stored if row[0] not in seen]
        seen.update(str(row[0]) for row in fresh)
        first = self._numbers.get(edition.table, 0) + 1
        self._numbers[edition.table] = first + len(fresh) - 1
        self._db.executemany(query, [(number, *row) for number, row in enumerate(fresh, first)])

    def _fault(self, edition: Edition, period: str, number: int, uid: str, name: str, value: object) -> Finding:
        """Tell a value that is not what its field holds (F00-004)."""
        label = edition.by_id[name].label if name in edition.by_id else name
        message = (
            f"{place_of(edition, number, period)}“{label}”的内容“{value}”不能识别或不属于本期，请更新程序后重新报送。"
        )
        row = number if edition.is_ledger else None
        return Finding(
            general.NUMBER, ERROR, edition.form, period, row, uid, None, name, str(value), None, None, message
        )


def _edition_of(catalogue: Catalogue, document: Document) -> Edition:
    """Give the edition a document was filled under; where it is not known, the one that applies to its period."""
    form, period = document["series"]["form"], document["series"]["period"]
    return catalogue.named(form, document["edition"]["from"]) or catalogue.edition(form, period)


def _wire_rows(document: Document) -> list[dict[str, Any]]:
    """Give the rows of a ledger's document, or a card's cells as one row."""
    if document["rows"] or not document["cells"]:
        return list(document["rows"])
    series = document["series"]
    return [{"uid": f"{series['firm']}:{series['form']}:{series['period']}", **document["cells"]}]


def _names(edition: Edition) -> list[str]:
    """Name the columns that are put in, besides the row number: uid first."""
    computed = any(field.computed is not None for field in edition.fields)
    fields = edition.fields if computed else edition.stored_fields
    own = ["uid", "edition", "k", "settled", *(field.id for field in fields)]
    return own if edition.is_ledger else [*own, "period"]


def _head_rows(catalogue: Catalogue, head: Document) -> list[tuple[Stored, ...]]:
    """Give the rows of a head as they are put in; a head never changes, so it is read once."""
    edition = _edition_of(catalogue, head)
    key = f"{head['series']['firm']}:{head['id']}:{edition.sha256}"
    with _HEADS_LOCK:
        known = _HEADS.pop(key, None)
        if known is not None:
            _HEADS[key] = known  # the latest used last
            return known
    found = []
    for wire in _wire_rows(head):
        row, _wrong = _stored(edition, head["series"]["period"], wire, settled=True)
        found.append(tuple(row.get(name) for name in _names(edition)))
    with _HEADS_LOCK:
        _HEADS[key] = found
        while len(_HEADS) > _MOST_HEADS:
            _HEADS.pop(next(iter(_HEADS)))
    return found


def _stored(
    edition: Edition, period: str, wire: Mapping[str, Any], *, settled: bool
) -> tuple[dict[str, Stored], list[str]]:
    """Read a row of a document back to stored values; what is unknown or not of its kind is listed."""
    row: dict[str, Stored] = {"period": period}
    wrong: list[str] = []
    for name, value in wire.items():
        if name == "uid":
            continue
        try:
            row[name] = edition.by_id[name].kind.unwire(value)
        except (KeyError, ValueError):
            wrong.append(name)
    row |= {"uid": wire["uid"], "edition": edition.first, "k": rows.key_of(edition, row), "settled": int(settled)}
    return row, wrong


def _unexplained(catalogue: Catalogue, pack: Pack, document: Document, findings: list[Finding]) -> list[Finding]:
    """Tell the warnings the firm must have seen and did not explain (F00-002).

    What depends on the day, on exchange rates or on other forms may have changed on the way; it is not held against it.
    """
    template = general.template(catalogue, general.EXPLANATION, "explanation")
    if template is None:
        return []
    steady = {case.rule for case in pack.rows} - {case.rule for case in (*pack.rows, *pack.sets) if not case.steady}
    texts = {
        (one["form"], one["period"], one["rule"], one["row"] or ""): one["text"] for one in document["explanations"]
    }
    message = Message.of(template.message)
    return [
        replace(finding, rule=general.EXPLANATION, severity=ERROR, message=message.fill({"rule": finding.rule}))
        for finding in findings
        if finding.severity == WARNING and finding.rule in steady and not explanations.is_explained(finding, texts)
    ]
