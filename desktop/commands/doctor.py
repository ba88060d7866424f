"""The command about a workbook before it is imported: what is odd about it, and which column is which field."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.commands.answer import DONE, ERRORS_STAND, Answer, table
from forms.book import Book
from forms.catalogue import load_catalogue
from forms.errors import InputRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from forms.definition import Edition
    from forms.workbook.doctor import Oddity
    from forms.workbook.frames import Looked
    from forms.workbook.mapping import Mapping

_WORDS = {"error": "错误", "warning": "注意", "info": "提示"}


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    doctor = commands.add_parser("doctor", help="导入前看一看 Excel 文件有什么异常、各列对应什么；不改任何东西")
    doctor.add_argument("file", type=Path, metavar="FILE")
    doctor.add_argument("--form", help="要导入哪张台账；不写时按表头辨认")
    doctor.add_argument("--sheet", metavar="NAME", help="工作表名")
    doctor.add_argument("--book", type=Path, metavar="BOOK", help="对照这个账套：记住的列对应、以前金额的大小")
    doctor.add_argument("--mapping", type=Path, metavar="FILE.json", help="按这份列对应关系看")
    doctor.add_argument(
        "--save-mapping", type=Path, metavar="OUT.json", help="把认出的列对应关系存下来，可改后用于导入"
    )
    doctor.set_defaults(run=_doctor)


def _doctor(arguments: argparse.Namespace) -> Answer:
    from forms.workbook.doctor import diagnosis, mapping_of
    from forms.workbook.mapping_memory import write_mapping

    editions = _editions(arguments.form)
    with _book(arguments.book) as book:
        looked = _look(arguments, editions, book)
        edition = next(one for one in editions if one.form == looked.form)
        found = diagnosis(looked, edition, book)
    mapping = mapping_of(looked, edition)
    if arguments.save_mapping is not None:
        if mapping is None:
            raise InputRefused("no-header", "没有认出表头，没有可保存的列对应关系；请先用 --form、--sheet 指明。")
        write_mapping(mapping, arguments.save_mapping)
    status = ERRORS_STAND if any(one.severity == "error" for one in found) else DONE
    return Answer(_data(arguments, looked, edition, found, mapping), _lines(looked, edition, found), status)


@contextlib.contextmanager
def _book(path: Path | None) -> Iterator[Book | None]:
    if path is None:
        yield None
        return
    with Book.open(path, readonly=True) as book:
        yield book


def _look(arguments: argparse.Namespace, editions: list[Edition], book: Book | None) -> Looked:
    """Look at the file; what a Book remembers holds for the form that is asked for, or found."""
    from forms.workbook.doctor import look
    from forms.workbook.mapping import Guide
    from forms.workbook.mapping_memory import guide_for, read_mapping
    from forms.workbook.recognising import look_knowing

    if arguments.mapping is not None:
        if len(editions) > 1:
            raise InputRefused("no-form", "列对应关系属于一张台账，请用 --form 写明是哪一张。")
        guide = Guide(read_mapping(arguments.mapping, editions[0]))
        return look(arguments.file, editions, sheet=arguments.sheet, guide=guide)
    if book is not None and len(editions) == 1:
        guide = guide_for(book, editions[0])
        return look_knowing(book, arguments.file, editions[0], sheet=arguments.sheet, guide=guide)[0]
    return look(arguments.file, editions, sheet=arguments.sheet)


def _editions(form: str | None) -> list[Edition]:
    catalogue = load_catalogue()
    names = catalogue.forms if form is None else (catalogue.find_form(form),)
    editions = [catalogue.edition(name) for name in names]
    ledgers = [edition for edition in editions if edition.is_ledger]
    if not ledgers:
        raise InputRefused("no-import", f"“{editions[0].title}”是单表，请直接填报，不从 Excel 导入。")
    return ledgers


def _data(
    arguments: argparse.Namespace, looked: Looked, edition: Edition, found: list[Oddity], mapping: Mapping | None
) -> dict[str, Any]:
    from forms.workbook.mapping import missing_fields

    counts = {f"{word}s": sum(one.severity == word for one in found) for word in _WORDS}
    return {
        "file": str(arguments.file),
        "form": looked.form,
        "sheet": looked.sheet,
        "sheets": looked.sheets,
        "header_row": looked.header_row or None,
        "first_row": looked.first_row if looked.header_row else None,
        "columns": looked.columns,
        "by_content": looked.by_content,
        "unknown_columns": looked.unknown,
        "missing": missing_fields(edition, looked.columns),
        **counts,
        "odd": [one.to_json() for one in found],
        "mapping": None if mapping is None else msgspec.to_builtins(mapping),
        "saved": None if arguments.save_mapping is None else str(arguments.save_mapping),
    }


def _lines(looked: Looked, edition: Edition, found: list[Oddity]) -> list[str]:
    from forms.workbook.frames import head_of

    lines = [f"{looked.sheet}：像是“{edition.short}”（{edition.form}）。"]
    if looked.header_row:
        lines = [f"{lines[0][:-1]}，表头在第{looked.header_row}行，数据从第{looked.first_row}行起。"]
        columns = [
            (f"{letters}列", head_of(looked, letters), _label(looked, edition, name))
            for name, letters in sorted(looked.columns.items(), key=lambda one: (len(one[1]), one[1]))
        ]
        lines += table(("列", "列名", "对应的指标"), columns)
    return [*lines, *(f"{_WORDS[one.severity]}：{one.sentence}" for one in found)] if found else [*lines, "没有异常。"]


def _label(looked: Looked, edition: Edition, name: str) -> str:
    label = edition.by_id[name].label
    return f"{label}（按内容认出）" if name in looked.by_content else label
