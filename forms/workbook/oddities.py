"""What is odd about a workbook, and what its columns look like: facts, which `doctor.toml` puts into words.

Runs in the child only. Most of it is decided on the way to reading the sheet anyway; the rest takes one pass over it
(`sheet_marks`).
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Final

from forms.errors import WorkbookRefused
from forms.kinds import CreditCode, IdCard, IdText, Money, typed_text
from forms.quoting import quoted
from forms.workbook.addresses import column_index, column_letters
from forms.workbook.content import cells_of, possible
from forms.workbook.frames import Fact, Looked
from forms.workbook.header import Header, find_header, nameless_columns
from forms.workbook.mapping import missing_fields, shape_of
from forms.workbook.notices import coded
from forms.workbook.odd_rows import is_blank
from forms.workbook.package import MACROS_TOLD
from forms.workbook.parsing import header_text
from forms.workbook.sheet_marks import SheetMarks
from forms.workbook.sheets import FILL_SHEET, META_SHEET, OTHER_SHEETS, Choice, OpenSheet, choose, usable_sheets
from forms.workbook.units import TenThousands, says_unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.definition import Edition, Field
    from forms.workbook.frames import LookRequest
    from forms.workbook.package import Package
    from forms.workbook.sheet_marks import Marks

_STRICT: Final = "http://purl.oclc.org/ooxml/"
_MOST: Final = 10
_WIDEST: Final = 100  # columns of which samples are given
_LONGEST: Final = 200  # characters of a sample
_BLANK_ROWS: Final = 1_000
_ENOUGH_AMOUNTS: Final = 3
_TRIED_SHEETS: Final = 3


def look(path: Path, package: Package, editions: Sequence[Edition], request: LookRequest) -> Looked:
    """Look at a workbook as rows of the edition it fits best.

    Raises:
        WorkbookRefused: the file has no sheet that could be looked at.
    """
    meta = _meta(path, package)
    edition = _edition(path, package, editions, meta, request)
    facts = [*_template(package, edition, meta), *_package(package)]
    choice, refusal = _chosen(path, package, edition, request)
    if refusal is not None:
        code = "wrong-template" if refusal.code == "wrong-template" else "no-header"
        facts.insert(0, Fact(code, {"reason": refusal.message}))
    header = choice.header
    known = header.row >= 0
    facts += _hidden_sheets(package, choice)
    if known and refusal is None:
        facts += [Fact(code, {"notice": sentence}) for code, sentence in coded(choice, edition, package)]
    if known:
        facts += _columns(edition, choice)
    if request.survey and choice.sheet.part.part in package.parts:
        facts += _marks(package, edition, choice)
    heads = choice.sheet.head[header.row] if known else []
    data = choice.sheet.head[header.data_row :] if known else []
    unknown = {column_letters(at): header_text(heads[at]) for at in header.unknown}
    amounts = _amounts(edition, header, data)
    return Looked(
        form=edition.form,
        sheet=choice.sheet.name,
        sheets=[sheet.name for sheet in usable_sheets(package)],
        header_row=header.row + 1,
        first_row=header.data_row + 1,
        last_row=choice.sheet.last_row,
        rows=[[_text(cell) for cell in row[:_WIDEST]] for row in choice.sheet.head],
        columns={name: column_letters(at) for name, at in header.columns.items() if edition.by_id[name].in_sheets},
        unknown=unknown,
        possible=_possible(edition, header, data),
        by_content=sorted(header.by_content),
        in_ten_thousands=sorted(header.ten_thousands),
        unit_said=_unit_said(edition, header, heads),
        typical=_middles(amounts),
        largest={name: {code: max(some) for code, some in by_code.items()} for name, by_code in amounts.items()},
        shape=shape_of(heads) if known else "",
        mapped=header.mapping is not None,
        facts=facts,
    )


def _meta(path: Path, package: Package) -> dict[str, str]:
    """Read what a template says of itself."""
    sheet = next((one for one in package.sheets if one.name == META_SHEET and one.has_cells), None)
    if sheet is None:
        return {}
    return {str(row[0]): str(row[1]) for row in OpenSheet(path, package, sheet).head if len(row) > 1}


def _edition(
    path: Path, package: Package, editions: Sequence[Edition], meta: dict[str, str], request: LookRequest
) -> Edition:
    """Find the form a file is: the one its template names, else the one whose columns its sheets name most of."""
    if len(editions) == 1:
        return editions[0]
    named = next((one for one in editions if one.form == meta.get("form")), None)
    if named is not None:
        return named
    sheets = [one for one in usable_sheets(package) if request.sheet in (None, one.name)][:_TRIED_SHEETS]
    heads = [(one.name, OpenSheet(path, package, one).head) for one in sheets]

    def fit(edition: Edition) -> tuple[int, float]:
        best = (0, 0.0)
        for name, head in heads:
            header = find_header(head, edition)
            if header is not None:
                ours = edition.short in name or edition.title in name
                found = header.columns.keys()
                filled = sum(edition.by_id[one].required is True for one in found)
                best = max(best, (len(found) + 2 * ours, filled / max(len(edition.fields), 1)))
        return best

    return max(editions, key=fit)


def _chosen(
    path: Path, package: Package, edition: Edition, request: LookRequest
) -> tuple[Choice, WorkbookRefused | None]:
    """Choose the sheet as an import does; where none will do, the first one, and why."""
    try:
        return choose(path, package, edition, request.sheet, request.guide), None
    except WorkbookRefused as refusal:
        usable = usable_sheets(package)
        part = next((one for one in usable if one.name == request.sheet), usable[0] if usable else None)
        if part is None or refusal.code == "no-sheet":
            raise
        sheet = OpenSheet(path, package, part)
        header = find_header(sheet.head, edition, request.guide) or Header(-1, 0, {}, ())
        return Choice(sheet, header), refusal


def _template(package: Package, edition: Edition, meta: dict[str, str]) -> list[Fact]:
    if not meta:
        names = {sheet.name for sheet in package.sheets}
        return [Fact("no-meta")] if FILL_SHEET in names and names & (OTHER_SHEETS - {META_SHEET}) else []
    if meta.get("form") == edition.form and meta.get("edition", edition.first) != edition.first:
        return [Fact("older-template", {"edition": quoted(meta["edition"]), "current": edition.first})]
    return []


def _package(package: Package) -> list[Fact]:
    """Tell what stands in the package beside the sheets."""
    facts = [Fact("macros" if told == MACROS_TOLD else "as-read", {"notice": told}) for told in package.told]
    workbook = package.tree("xl/workbook.xml")
    if workbook.tag.startswith(f"{{{_STRICT}"):
        facts.append(Fact("strict"))
    links = sum(part.startswith("xl/externalLinks/") and part.endswith(".xml") for part in package.parts)
    if links:
        facts.append(Fact("external-links", count=links))
    if package.dates_from_1904:
        facts.append(Fact("dates-1904"))
    # openpyxl writes the element into every workbook, without a word in it.
    if any(item.tag.endswith("}workbookProtection") and item.attrib for item in workbook):
        facts.append(Fact("protected", {"what": "工作簿"}))
    return facts


def _hidden_sheets(package: Package, choice: Choice) -> list[Fact]:
    """List the hidden sheets nobody asked for; those that bear the form's name are told of elsewhere."""
    aside = {choice.sheet.name, *choice.hidden}
    names = [sheet.name for sheet in usable_sheets(package) if not sheet.visible and sheet.name not in aside]
    return [Fact("sheets-hidden", {"names": _list(f"“{quoted(name)}”" for name in names)})] if names else []


def _columns(edition: Edition, choice: Choice) -> list[Fact]:
    """Tell which columns nobody knows, and which every row needs and the file has not."""
    header = choice.header
    heads = choice.sheet.head[header.row]
    facts: list[Fact] = []
    if header.unknown:
        names = _list(f"{column_letters(at)}列“{header_text(heads[at])}”" for at in header.unknown)
        facts.append(Fact("unknown-columns", {"names": names}, count=len(header.unknown)))
    missing = missing_fields(edition, header.columns)
    if missing:
        facts.append(Fact("missing", {"names": _list(f"“{label}”" for label in missing.values())}, count=len(missing)))
    return facts


def _marks(package: Package, edition: Edition, choice: Choice) -> list[Fact]:
    """Look through all of the sheet."""
    fields = {column_letters(at): edition.by_id[name] for name, at in choice.header.columns.items()}
    money = {letters for letters, field in fields.items() if field.is_money}
    codes = {letters for letters, field in fields.items() if isinstance(field.kind, IdText | CreditCode | IdCard)}
    marks = SheetMarks(package, choice.sheet.part, money, codes).look()
    facts = [*_cells(marks, fields), *_rows(marks)]
    header = range(choice.header.row + 1, choice.header.data_row + 1)
    for code, areas in (
        ("merged-header", [area for area in marks.merged if area[0] in header]),
        ("merged-cells", [area for area in marks.merged if area[2] > choice.header.data_row and area[0] not in header]),
    ):
        if areas:
            facts.append(Fact(code, cell=f"{column_letters(areas[0][1])}{areas[0][0]}", count=len(areas)))
    # Our own template hides what hardly anybody fills in.
    shown = {column_index(letters) for letters, field in fields.items() if not field.hidden}
    hidden = sorted(marks.hidden_columns & shown)
    if hidden:
        names = _list(f"{column_letters(at)}列“{fields[column_letters(at)].label}”" for at in hidden)
        facts.append(Fact("hidden-columns", {"names": names}, count=len(hidden)))
    if marks.filtered:
        facts.append(Fact("filter", {"range": marks.filtered}))
    if marks.protected and choice.sheet.name != FILL_SHEET:  # of our own template only the header is locked
        facts.append(Fact("protected", {"what": "工作表"}))
    return facts if marks.whole else [*facts, Fact("not-looked")]


def _cells(marks: Marks, fields: dict[str, Field]) -> list[Fact]:
    facts = [
        Fact(code, {"text": quoted(met.text)}, met.cell, met.count)
        for code, met in (("error-cells", marks.errors), ("uncalculated", marks.uncalculated))
        if met.count
    ]
    for code, by_column in (("digits-lost", marks.lost), ("text-numbers", marks.text_numbers)):
        for letters, met in sorted(by_column.items(), key=lambda one: column_index(one[0])):
            values = {"label": fields[letters].label, "text": quoted(met.text)}
            facts.append(Fact(code, values, met.cell, met.count))
    return facts


def _rows(marks: Marks) -> list[Fact]:
    facts = [
        Fact(code, {"row": met.cell}, count=met.count)
        for code, met in (("hidden-rows", marks.hidden_rows), ("totals", marks.totals))
        if met.count
    ]
    blank = marks.last_row - marks.last_filled
    if blank >= _BLANK_ROWS and marks.last_filled:
        facts.append(Fact("blank-rows", {"row": str(marks.last_row)}, count=blank))
    return facts


def _possible(edition: Edition, header: Header, data: Sequence[Sequence[object]]) -> dict[str, list[str]]:
    """Give, for the columns nobody knows, the open fields they could be."""
    fields = [field for field in edition.fields if field.in_sheets and field.id not in header.columns]
    nameless = nameless_columns((), data, header.columns.values())
    found = {column_letters(at): possible(cells_of(data, at), fields) for at in nameless}
    return {letters: [field.id for field in some] for letters, some in found.items() if some}


def _unit_said(edition: Edition, header: Header, heads: Sequence[object]) -> list[str]:
    """List the amounts whose unit the file or a mapping says."""
    said: set[str] = set(header.ten_thousands) | set(header.settled)
    if header.table_unit is not None and not header.table_unit.unclear:
        said |= header.table_unit.converted | header.table_unit.plain
    for name, at in header.columns.items():
        if edition.by_id[name].is_money and at < len(heads) and says_unit(str(heads[at]))[0]:
            said.add(name)
    return sorted(said)


def _middles(amounts: dict[str, dict[str, list[int]]]) -> dict[str, dict[str, int]]:
    """Give the middle amount of those of which there are enough."""
    return {
        name: {code: int(statistics.median(some)) for code, some in by_code.items() if len(some) >= _ENOUGH_AMOUNTS}
        for name, by_code in amounts.items()
    }


def _amounts(edition: Edition, header: Header, data: Sequence[Sequence[object]]) -> dict[str, dict[str, list[int]]]:
    """Give the amounts of the first rows, by field and currency."""
    found: dict[str, dict[str, list[int]]] = {}
    for name, at in header.columns.items():
        field = edition.by_id[name]
        if not field.is_money:
            continue
        kind = TenThousands() if name in header.ten_thousands else Money()
        ccy = header.columns.get(field.ccy_field) if field.unit == "ccy" else None
        amounts: dict[str, list[int]] = {}
        for row in data:
            amount = kind.parse(row[at]) if at < len(row) else None
            code = field.unit
            if field.unit == "ccy":
                said = edition.by_id[field.ccy_field].kind.parse(row[ccy]) if ccy is not None and ccy < len(row) else ""
                code = said if isinstance(said, str) else ""
            if isinstance(amount, int) and amount:
                amounts.setdefault(code, []).append(abs(amount))
        if amounts:
            found[name] = amounts
    return found


def _text(cell: object) -> str:
    return "" if is_blank(cell) else quoted(" ".join(typed_text(cell).split()), _LONGEST)


def _list(names: object) -> str:
    some = list(names)  # type: ignore[call-overload]
    shown = "、".join(some[:_MOST])
    return f"{shown}等{len(some)}项" if len(some) > _MOST else shown
