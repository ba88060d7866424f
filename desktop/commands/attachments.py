"""Commands about attached files: attach, detach, attachments (list, save, clean)."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands import naming
from desktop.commands.answer import DONE, ERRORS_STAND, Answer, ok, table
from desktop.commands.today import as_of
from forms import attaching, attachments, ledger, media, periods
from forms.book import Book
from forms.errors import EditRefused, InputRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from forms.attaching import Attached, Match
    from forms.attachments import Held
    from forms.definition import Edition, Field


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    attach = commands.add_parser(
        "attach", help="添加附件，如 zhibao attach 账套 02 2026-10 contract_files 合同.pdf --row 合同号"
    )
    _place(attach)
    attach.add_argument("files", nargs="*", type=Path, metavar="FILE")
    attach.add_argument("--folder", type=Path, metavar="DIR", help="整个文件夹：按文件名开头的编号（如合同号）对应到行")
    attach.set_defaults(run=_attach)

    detach = commands.add_parser("detach", help="移除附件")
    _place(detach)
    detach.add_argument("names", nargs="+", metavar="NAME", help="附件名")
    detach.set_defaults(run=_detach)

    listing = commands.add_parser("attachments", help="列出附件；--save 另存到文件夹")
    listing.add_argument("book", type=Path)
    listing.add_argument("form", nargs="?", help="只看这张表")
    listing.add_argument("--period", help="报告期，如 2026-10")
    listing.add_argument("--row", metavar="KEY", help="只看这一行")
    listing.add_argument("--save", type=Path, metavar="DIR", help="另存到这个文件夹")
    listing.add_argument("--clean", action="store_true", help="清理已无任何记录、申报引用的附件内容")
    listing.set_defaults(run=_list)


def _place(command: argparse.ArgumentParser) -> None:
    command.add_argument("book", type=Path)
    command.add_argument("form")
    command.add_argument("period")
    command.add_argument("field", help="附件栏，如 contract_files")
    command.add_argument("--row", metavar="KEY", help="台账的一行")


def _attach(arguments: argparse.Namespace) -> Answer:
    if bool(arguments.files) == bool(arguments.folder):
        raise InputRefused("no-files", "请写出要添加的文件，或用 --folder 指明文件夹（二者选一）。")
    with Book.open(arguments.book) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        edition = book.catalogue.edition(form, period)
        field = attaching.files_field(edition, arguments.field)
        if arguments.folder:
            return _attach_folder(book, edition, field, period, arguments)
        with book.transaction():
            uid = _row(book, edition, period, arguments.row)
            done = attaching.add(book, form, field.id, {uid: arguments.files}, as_of=as_of(book))
        row = ledger.read_row(book, form, uid)
        return _attached(edition, field, period, done, {uid: row["pos"] if row else 0})


def _attach_folder(book: Book, edition: Edition, field: Field, period: str, arguments: argparse.Namespace) -> Answer:
    if arguments.row is not None or not edition.is_ledger:
        raise InputRefused("folder-for-rows", "--folder 按文件名对应到台账的各行，不能与 --row 同用，也不用于单表。")
    match = attaching.match(book, edition.form, attaching.files_in(arguments.folder), period=period)
    refused, taken = attaching.sifted(book, edition, field, match.by_row)
    done = attaching.add(book, edition.form, field.id, taken, as_of=as_of(book))
    places = (
        {one["uid"]: one["pos"] for one in ledger.read_rows(book, edition.form)} if done.added or done.known else {}
    )
    return _attached(edition, field, period, done, places, match, refused)


def _attached(
    edition: Edition,
    field: Field,
    period: str,
    done: Attached,
    places: Mapping[str, int],
    match: Match | None = None,
    refused: Sequence[attaching.Unmatched] = (),
) -> Answer:
    data: dict[str, Any] = {"ok": True, "form": edition.form, "period": period, "field": field.id}
    for name, by_row in (("attached", done.added), ("known", done.known)):
        data[name] = [{"row": places[uid], "uid": uid, **asdict(one)} for uid, files in by_row.items() for one in files]
    left = {"unmatched": match.unmatched, "ambiguous": match.ambiguous, "refused": refused} if match else {}
    data |= {
        name: [{"file": one.path.name, "why": one.why, "rows": list(one.fits)} for one in listed]
        for name, listed in left.items()
    }
    lines = [
        f"{edition.short}第{one['row']}行 添加 {one['name']}（{media.size_text(one['bytes'])}）"
        for one in data["attached"]
    ]
    lines += [f"{edition.short}第{one['row']}行 已有 {one['name']}" for one in data["known"]]
    words = {"unmatched": "没有对应的行", "ambiguous": "对应不止一行", "refused": "不能添加"}
    lines += [f"{word}：{one['file']}，{one['why']}" for name, word in words.items() for one in data.get(name, ())]
    return Answer(data, lines or ["没有文件。"], ERRORS_STAND if any(left.values()) else DONE)


def _row(book: Book, edition: Edition, period: str, key: str | None) -> str:
    """Give the row that is named, or the card's record, made if new."""
    naming.refuse_row_of_card(edition, key)
    if not edition.is_ledger:
        return ledger.ensure_card(book, edition.form, period, as_of=as_of(book))
    if key is None:
        raise EditRefused("no-row-key", f"{edition.short}是台账，请用 --row 指明是哪一行。")
    found = naming.rows_named(book, edition, key)
    found = [row for row in found if row["period"] == period] or found
    if not found:
        raise EditRefused("no-row", f"{edition.short}没有“{key}”这一行。")
    if len(found) > 1:
        raise EditRefused("many-rows", f"{edition.short}有 {len(found)} 行的编号都是“{key}”，请用行的 uid 指明。")
    return str(found[0]["uid"])


def _detach(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        edition = book.catalogue.edition(form, period)
        field = attaching.files_field(edition, arguments.field)
        uid = _row(book, edition, period, arguments.row)
        there = {
            one.file.name: one.file for one in attachments.listed(book, form) if (one.uid, one.field) == (uid, field.id)
        }
        unknown = [name for name in arguments.names if name not in there]
        if unknown:
            having = "、".join(there) or "（没有）"
            raise EditRefused("no-such-file", f"“{field.label}”里没有“{unknown[0]}”，现有：{having}。")
        attaching.remove(book, form, field.id, uid, [there[name] for name in arguments.names], as_of=as_of(book))
    removed = "、".join(arguments.names)
    return ok(f"已移除 {removed}，可用 zhibao undo 撤销。", form=form, field=field.id, removed=arguments.names)


def _list(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book, readonly=not arguments.clean) as book:
        found = _held(book, arguments)
        saved = [str(attachments.save(book, one.file, arguments.save)) for one in found] if arguments.save else []
        cleaned = attachments.sweep(book) if arguments.clean else 0
        shorts = {form: book.catalogue.edition(form).short for form in book.catalogue.forms}
    listed = [
        {
            "form": one.form,
            "period": one.period,
            "row": one.row,
            "uid": one.uid,
            "key": one.key,
            "field": one.field,
            **asdict(one.file),
        }
        for one in found
    ]
    data: dict[str, Any] = {"attachments": listed}
    data |= {"saved": saved} if arguments.save else {}
    data |= {"cleaned": cleaned} if arguments.clean else {}
    heads = ("报表", "报告期", "行", "编号", "附件栏", "附件", "大小")
    lines = table(
        heads,
        [
            (shorts[one.form], one.period, one.row, one.key, one.field, one.file.name, media.size_text(one.file.bytes))
            for one in found
        ],
    )
    if arguments.save:
        lines = [*lines, f"已另存 {len(saved)} 个附件到“{arguments.save}”。"]
    if arguments.clean:
        lines = [*lines, f"已清理 {cleaned} 个不再引用的附件内容。"]
    return Answer(data, lines if found or arguments.clean else ["没有附件。"])


def _held(book: Book, arguments: argparse.Namespace) -> list[Held]:
    forms = book.catalogue.forms if arguments.form is None else (book.catalogue.find_form(arguments.form),)
    period = "" if arguments.period is None else periods.parse_period(arguments.period)
    where = "substr(period, 1, length(?1)) = ?1" if period else "?1 = ''"
    found = [one for form in forms for one in attachments.listed(book, form, where=where, params=(period,))]
    if arguments.row is None:
        return found
    if arguments.form is None:
        raise EditRefused("no-form", "--row 要与报表同用，如 zhibao attachments 账套 02 --row 合同号。")
    edition = book.catalogue.edition(forms[0])
    naming.refuse_row_of_card(edition, arguments.row)
    uids = {row["uid"] for row in naming.rows_named(book, edition, arguments.row)}
    return [one for one in found if one.uid in uids]
