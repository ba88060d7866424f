"""Commands about what is typed: forms, show, set, delete, rates import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands import naming
from desktop.commands.answer import Answer, ok, table
from desktop.commands.today import as_of
from forms import cards, ledger, periods, policy_terms, rate_lists, unparsed
from forms.book import HEADER, Book
from forms.catalogue import load_catalogue
from forms.errors import EditRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from forms.definition import Edition, Rule


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    commands.add_parser("forms", help="有哪些报表、指标和审核关系").set_defaults(run=_forms)

    show = commands.add_parser("show", help="看一张报表里填了什么")
    show.add_argument("book", type=Path)
    show.add_argument("form")
    show.add_argument("--period", help="报告期，如 2026-09")
    show.add_argument("--row", metavar="KEY", help="只看这一行")
    show.set_defaults(run=_show)

    setting = commands.add_parser("set", help="填写，如 zhibao set 账套 04 2026-09 so_revenue_cny=1250000")
    setting.add_argument("book", type=Path)
    setting.add_argument("form")
    setting.add_argument("period")
    setting.add_argument("values", nargs="+", metavar="field=value", help="“field=”清空；多选用“、”隔开")
    setting.add_argument("--row", metavar="KEY", help="台账的一行，没有就新增")
    setting.set_defaults(run=_set)

    delete = commands.add_parser("delete", help="删除台账的一行")
    delete.add_argument("book", type=Path)
    delete.add_argument("form")
    delete.add_argument("--row", metavar="KEY", required=True)
    delete.set_defaults(run=_delete)

    rating = commands.add_parser("rates", help="汇率").add_subparsers(dest="action", metavar="操作", required=True)
    importing = rating.add_parser("import", help="导入汇率表（CSV：month,ccy,rate,source,date）")
    importing.add_argument("book", type=Path)
    importing.add_argument("file", type=Path)
    importing.set_defaults(run=_import_rates)


def _forms(_arguments: argparse.Namespace) -> Answer:
    catalogue = load_catalogue()
    found = [catalogue.edition(form) for form in catalogue.forms]
    policy = policy_terms.rules_of(catalogue)
    data = {
        "scheme": catalogue.scheme.version,
        "forms": [
            _described(edition, (*catalogue.general_rules, *(one.rule for one in policy if one.reads(edition.form))))
            for edition in found
        ],
    }
    rows = [(edition.form, edition.title, edition.short, len(edition.fields), len(edition.rules)) for edition in found]
    return Answer(
        data, [f"制度版本 {catalogue.scheme.version}", "", *table(("表号", "表名", "简称", "指标", "审核关系"), rows)]
    )


def _described(edition: Edition, general: Sequence[Rule]) -> dict[str, Any]:
    fields = [
        {"id": field.id, "label": field.label, "kind": field.kind.name, "required": field.required, "unit": field.unit}
        for field in edition.fields
    ]
    rules = [
        {
            "id": rule.id,
            "severity": rule.cases[0].severity if rule.cases else "error",
            "title": rule.title,
            "owner": rule.owner,
        }
        for rule in (*general, *edition.rules)
    ]
    return {
        "form": edition.form,
        "title": edition.title,
        "cadence": edition.cadence,
        "edition": edition.first,
        "fields": fields,
        "rules": rules,
    }


def _show(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book, readonly=True) as book:
        form = book.catalogue.find_form(arguments.form)
        period = None if arguments.period is None else naming.series(book, form, arguments.period)[1]
        edition = book.catalogue.edition(form, period)
        naming.refuse_row_of_card(edition, arguments.row)
        found = _rows_of(book, edition, period, arguments.row)
        data = {"form": form, "period": period, "rows": [_row(edition, row) for row in found]}
        lines = [line for row in found for line in _shown(edition, row)]
    return Answer(data, lines or ["没有内容。"])


def _rows_of(book: Book, edition: Edition, period: str | None, key: str | None) -> list[Any]:
    form = edition.form
    if not edition.is_ledger:
        stored = ledger.read_rows(book, form, where="? IN ('', period)", params=[period or ""], order="period")
        return [{**dict(row), **_figures(book, form, row["period"])} for row in stored]
    if key is None:
        return ledger.read_rows(book, form, where="? IN ('', period)", params=[period or ""])
    return [row for row in naming.rows_named(book, edition, key) if period in (None, row["period"])]


def _figures(book: Book, form: str, period: str) -> dict[str, Any]:
    return cards.card_values(book, form, period, as_of=as_of(book))


def _row(edition: Edition, row: Any) -> dict[str, Any]:  # noqa: ANN401  a row of the Book
    shown_fields = edition.stored_fields if edition.is_ledger else edition.fields
    return {
        "row": row["pos"],
        "uid": row["uid"],
        "period": row["period"],
        "values": {field.id: field.kind.wire(row[field.id]) for field in shown_fields},
        "unparsed": {name: kept[0] for name, kept in unparsed.of(row).items()},
    }


def _shown(edition: Edition, row: Any) -> list[str]:  # noqa: ANN401  a row of the Book
    shown_fields = edition.stored_fields if edition.is_ledger else edition.fields
    filled = [(field.label, ledger.shown(edition, row, field)) for field in shown_fields]
    place = f"第{row['pos']}行" if edition.is_ledger else periods.label(row["period"])
    return [f"【{edition.short} {place}】", *(f"  {label}：{text}" for label, text in filled if text)]


def _set(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        edition = book.catalogue.edition(form, period)
        naming.refuse_row_of_card(edition, arguments.row)
        values, header = _typed(edition, arguments.values)
        with book.transaction():
            if header:
                book.set_header(**header)
            uid = _set_row(book, edition, period, arguments.row, values) if edition.is_ledger else None
            if not edition.is_ledger and values:
                ledger.set_card(book, form, period, values, as_of=as_of(book))
                uid = ledger.ensure_card(book, form, period)
    names = "、".join([*values, *header])
    return ok(f"已保存：{edition.short} {names}", form=form, period=period, uid=uid, fields=[*values, *header])


def _typed(edition: Edition, words: list[str]) -> tuple[dict[str, str | None], dict[str, str]]:
    """Split field=value words into the form's own fields and those of the report header (企业信息)."""
    values: dict[str, str | None] = {}
    header: dict[str, str] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            raise EditRefused("no-value", f"“{word}”应写成 指标=值。")
        if name in HEADER and edition.table == "profile" and name not in edition.by_id:
            header[name] = text
            continue
        try:
            values[edition.field(name).id] = text or None
        except KeyError as error:
            raise EditRefused(
                "unknown-field", f"{edition.title}没有“{name}”这一项，zhibao forms 可查指标名。"
            ) from error
    return values, header


def _set_row(book: Book, edition: Edition, period: str, key: str | None, values: dict[str, str | None]) -> str:
    if key is None:
        raise EditRefused("no-row-key", f"{edition.short}是台账，请用 --row 指明是哪一行。")
    found = naming.rows_named(book, edition, key)
    found = [row for row in found if row["period"] == period] or found
    if len(found) > 1:
        raise EditRefused("many-rows", f"{edition.short}有 {len(found)} 行的编号都是“{key}”，请用行的 uid 指明。")
    if not found:
        typed = {**naming.key_fields(edition, key), **values}
        return ledger.add_row(book, edition.form, typed, as_of=as_of(book))
    uid: str = found[0]["uid"]
    edits = [ledger.CellEdit(uid, name, value) for name, value in values.items()]
    ledger.set_cells(book, edition.form, edits, label=f"修改{edition.short} {key}", as_of=as_of(book))
    return uid


def _delete(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        form = book.catalogue.find_form(arguments.form)
        edition = book.catalogue.edition(form)
        naming.refuse_row_of_card(edition, arguments.row)
        found = naming.rows_named(book, edition, arguments.row)
        if not found:
            raise EditRefused("no-row", f"{edition.short}没有“{arguments.row}”这一行。")
        if len(found) > 1:
            places = "、".join(str(row["pos"]) for row in found)
            raise EditRefused(
                "many-rows", f"“{arguments.row}”有{len(found)}行（第{places}行），请改用行的 uid 删除其中一行。"
            )
        ledger.delete_rows(book, form, [row["uid"] for row in found])
    return ok(f"已删除 {len(found)} 行，可用 zhibao undo 撤销。", form=form, deleted=len(found))


def _import_rates(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        count = rate_lists.import_rates(book, arguments.file)
    return ok(f"已导入 {count} 条汇率。", rates=count)
