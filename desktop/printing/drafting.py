"""Putting a form on paper: from the live rows of a Book (a draft), or from the signed bytes of one filing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.printing import names
from desktop.printing.clock import beijing
from desktop.printing.content import Align, Column, Grid, Head, Line, Lines, Pairs, Paper, Stamp
from desktop.printing.explained import annex, explained_in, explained_now
from desktop.printing.values import NOTHING, Faces, filed_of, is_number, stored_of
from forms import cards, filing, ledger, periods, revisions
from forms.errors import InputRefused
from forms.kinds import Bool, Breakdown, CreditCode, Date, Month
from forms.paper import Layout, layout_of
from sync import answers
from sync.states import LABELS

if TYPE_CHECKING:
    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored

    Row = tuple[dict[str, Stored], dict[str, str]]

DRAFT = "草稿　未报送"
DEMO = "演示"
_PEOPLE = {"unit_head": "单位负责人", "stat_head": "统计负责人", "filler": "填表人", "filler_tel": "联系电话"}
_LEGAL = {"made_by": "制定机关", "approved_by": "批准机关", "approval_no": "批准文号", "valid_to": "有效期至"}
_DEFAULT_WIDTH = 110  # px, as the grid would have it
_MM = 0.175  # mm on paper of a pixel in the grid
_STANDING = {"RECEIVED", "IN_REVIEW", "ACCEPTED", "LOCKED"}
_REVISED = 2


@dataclass(frozen=True, slots=True)
class View:
    """How a person wants it: amounts in 万 (None: as the form says), and the fields hidden in the window too."""

    wan: bool | None = None
    every: bool = False


AS_THE_FORM_SAYS = View()


@dataclass(frozen=True, slots=True)
class _Source:
    """What prints: rows, the head that belongs to them, watermarks, and the filing where it is one."""

    rows: list[Row]
    header: dict[str, Any]
    marks: tuple[str, ...]
    stamp: Stamp | None = None
    annex: Grid | None = None


def draft_of(book: Book, form: str, period: str, *, as_of: str, view: View = AS_THE_FORM_SAYS) -> Paper:
    """Put what the Book holds now on paper, marked as a draft.

    Raises:
        InputRefused: the period is not of the form's cadence.
    """
    edition = book.catalogue.edition(form, period)
    periods.refuse_other_cadence(period, edition.cadence, edition.title)
    marks = (DEMO, DRAFT) if book.firm.demo else (DRAFT,)
    if edition.is_ledger:
        found = ledger.read_rows(book, form, where="period = ?", params=(period,))
        rows, uids = [stored_of(edition, row) for row in found], [str(row["uid"]) for row in found]
    else:
        row = ledger.card_row(book, form, period)
        unread = stored_of(edition, row)[1] if row else {}
        rows, uids = [(cards.card_values(book, form, period, as_of=as_of), unread)], []
    noted = annex(book, edition, explained_now(book, form, period), uids)
    header = {**book.header, "uscc": book.firm.uscc}
    return _paper(book, edition, period, _Source(rows, header, marks, annex=noted), view)


def filed_paper(book: Book, filing_id: str, view: View = AS_THE_FORM_SAYS) -> Paper:
    """Put a filing on paper from the very bytes that were signed.

    Raises:
        InputRefused: there is no such filing.
    """
    document = filing.document_of(book, filing_id)
    filed = revisions.revision(book, filing_id)
    form, period = filed.form, filed.period
    first = document["edition"]["from"]
    edition = next(
        (one for one in book.catalogue.editions(form) if one.first == first), book.catalogue.edition(form, period)
    )
    stamp = Stamp(
        filing_id=filing_id,
        revision=filed.number,
        sha256=filed.sha256,
        signed_at=beijing(filed.sealed_at),
        received_at=beijing(answers.received_at(book, filing_id)),
        word=LABELS[filed.state],
    )
    marks = [DEMO] if document["demo"] else []
    marks += [] if filed.state in _STANDING else [stamp.word]
    entries = document["rows"] if edition.is_ledger else [document["cells"]]
    rows = [filed_of(edition, {name: each for name, each in cells.items() if name != "uid"}) for cells in entries]
    header = {**document["header"], "uscc": document["series"]["firm"]}
    noted = annex(book, edition, explained_in(document), [str(cells.get("uid")) for cells in document["rows"]])
    return _paper(book, edition, period, _Source(rows, header, tuple(marks), stamp, noted), view)


def newest_filing(book: Book, form: str, period: str) -> str:
    """Give the id of the newest filing of a form and period that was not taken back.

    Raises:
        InputRefused: nothing was filed.
    """
    last = revisions.last_of(book, form, period)
    if last is None:
        title = book.catalogue.edition(form, period).title
        words = (
            f"{title}（{periods.label(period)}）还没有报送过，没有可打印的申报；要打印现有数据，请选草稿（--draft）。"
        )
        raise InputRefused("not-filed", words)
    return str(last["id"])


def _paper(book: Book, edition: Edition, period: str, source: _Source, view: View) -> Paper:
    layout = layout_of(book.catalogue, edition)
    faces = Faces(book.catalogue, edition, wan=layout.wan if view.wan is None else view.wan)
    fields = layout.fields(edition, every=view.every)
    body: Grid | Lines | Pairs
    if edition.is_ledger:
        body = grid_of(edition, layout, fields, faces, source.rows)
    elif any(field.line for field in fields):
        body = Lines(tuple(_lines(edition, fields, faces, source.rows[0])))
    else:
        body = _pairs(edition, fields, faces, source.rows[0])
    legal = book.catalogue.scheme.parameters.get("legal", {})
    stamp, header = source.stamp, source.header
    people = [(word, str(header.get(name) or "")) for name, word in _PEOPLE.items()]
    firm = str(header.get("ent_name") or "")
    head = Head(
        form=edition.form,
        title=edition.title,
        period=periods.label(period),
        firm=firm,
        uscc=str(header["uscc"]),
        units=units_of(fields, faces),
        legal=tuple((word, str(legal[name])) for name, word in _LEGAL.items() if legal.get(name)),
        people=(*people, ("报出日期", stamp.signed_at[:10] if stamp else "")),
        edition=f"{book.catalogue.scheme.version}　{edition.first} 版",
        marks=source.marks,
        stamp=stamp,
        notes=notes_of(edition, source.rows),
    )
    what = "草稿" if stamp is None else f"第{stamp.revision}版" if stamp.revision >= _REVISED else ""
    return Paper(head, body, names.file_name(edition.form, period, firm, what), source.annex)


def units_of(fields: list[Field], faces: Faces) -> str:
    """Name the units of money once for the whole form."""
    money = [faces.unit(field) for field in fields if field.is_money or isinstance(field.kind, Breakdown)]
    return "、".join(dict.fromkeys(unit for unit in money if unit))


def notes_of(edition: Edition, rows: list[Row]) -> tuple[str, ...]:
    """Say what a mark means, and what the document holds that no field of the edition prints."""
    odd = [name for _values, unread in rows for name in unread]
    strange = sorted({name for name in odd if name not in edition.by_id})
    notes = ["※ 填写的内容未能识别，照原样打印"] if any(name in edition.by_id for name in odd) else []
    notes += [f"另有本版本没有的指标未打印：{'、'.join(strange)}"] if strange else []
    return tuple(notes)


# -- bodies


def grid_of(edition: Edition, layout: Layout, fields: list[Field], faces: Faces, rows: list[Row]) -> Grid:
    """A ledger; its columns are numbered through all sheets."""
    texts = [[unread.get(field.id) or faces.text(field, values) for field in fields] for values, unread in rows]
    stored = [values for values, _unread in rows]
    totals = {field.id: faces.total(field, stored) for field in fields if field.is_money} if len(rows) > 1 else {}
    titles = {section.id: section.title for section in edition.sections}
    begun: set[str] = set()
    columns = []
    for number, field in enumerate(fields, start=1):
        first = field.section not in begun
        begun.add(field.section)
        columns.append(
            Column(
                id=field.id,
                label=field.label,
                section=titles.get(field.section, ""),
                unit=_unit_beside(field.label, faces.unit(field)),
                align=_align(field),
                width=(field.width or _DEFAULT_WIDTH) * _MM,
                whole=is_number(field) or isinstance(field.kind, Date | Month | CreditCode),
                number=number,
                breaks=first and field.section in layout.breaks,
                repeat=field.id in layout.repeat,
            )
        )
    return Grid(tuple(columns), texts, totals)


def _unit_beside(label: str, unit: str) -> str:
    """Give the unit unless the label says it already: «合同金额（美元）», «合同金额（原币）»."""
    said = f"（{unit}）" in label or ("原币" in unit and "原币" in label)
    return "" if said else unit


def _align(field: Field) -> Align:
    if is_number(field):
        return Align.RIGHT
    short = field.codelist is not None and field.width <= _DEFAULT_WIDTH
    centered = short or isinstance(field.kind, Date | Month | Bool | CreditCode)
    return Align.CENTER if centered and not isinstance(field.kind, Breakdown) else Align.LEFT


def _lines(edition: Edition, fields: list[Field], faces: Faces, row: Row) -> list[Line]:
    """A card of indicators: sections, lines, and the parts of breakdowns beneath theirs."""
    values, unread = row
    made: list[Line] = []
    for title, mine in _by_section(edition, fields):
        made.append(Line(title, heading=True))
        for field in mine:
            value = values.get(field.id)
            parts = faces.parts(field, value)
            text = unread.get(field.id) or ("" if isinstance(field.kind, Breakdown) else faces.text(field, values))
            if not text and not parts and field.computed is not None:
                text = NOTHING
            unit = faces.unit(field)
            words = not is_number(field)
            made.append(Line(field.label, unit, field.line, text, field.indent, words=words))
            made.extend(Line(name, unit, "", amount, field.indent + 1) for name, amount in parts)
    return made


def _pairs(edition: Edition, fields: list[Field], faces: Faces, row: Row) -> Pairs:
    values, unread = row
    return Pairs(
        tuple(
            (
                title,
                tuple((_with_unit(field, faces), unread.get(field.id) or faces.text(field, values)) for field in mine),
            )
            for title, mine in _by_section(edition, fields)
        )
    )


def _with_unit(field: Field, faces: Faces) -> str:
    unit = faces.unit(field)
    return f"{field.label}（{unit}）" if unit else field.label


def _by_section(edition: Edition, fields: list[Field]) -> list[tuple[str, list[Field]]]:
    """Give the fields by section, the sections in their order; fields of none come last."""
    listed = [
        (section.title, [field for field in fields if field.section == section.id]) for section in edition.sections
    ]
    known = {section.id for section in edition.sections}
    rest = [field for field in fields if field.section not in known]
    return [(title, mine) for title, mine in [*listed, ("其他", rest)] if mine]
