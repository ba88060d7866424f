"""The definitions in other languages: names of forms, sections, fields and codes, as the window shows them.

Chinese stands in the editions and the code lists and is what is checked, signed, exported and printed. Beside each
edition a `<first-period>.words.toml` has the same names in English, Korean and Japanese, beside each code list
`words/<list>.csv`; neither is part of what is signed. A name that is missing there is shown in Chinese.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import tomli

from forms import kinds
from forms.codelists import CodeList
from forms.errors import DefinitionProblem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from forms.definition import Edition, Field

SOURCE = "zh"
LANGUAGES = ("en", "ko", "ja")
YES_NO = {"en": ("Yes", "No"), "ko": ("예", "아니요"), "ja": ("はい", "いいえ")}
FILES = {"en": "{} attached", "ko": "첨부 {}개", "ja": "添付{}件"}


def edition_in(language: str, edition: Edition, path: Path, codelists: Mapping[str, CodeList]) -> Edition:
    """Give the edition with the names of a language; `path` is its words file, `codelists` are already in it.

    Raises:
        DefinitionProblem: the file is no TOML, or not of this shape.
    """
    try:
        words = tomli.loads(path.read_text("utf-8")) if path.exists() else {}
        named = {table: _of(language, words.get(table, {})) for table in ("form", "section", "field", "means")}
    except (tomli.TOMLDecodeError, UnicodeDecodeError, AttributeError, TypeError) as error:
        raise DefinitionProblem("bad-words", f"译名文件 {path.parent.name}/{path.name} 有误：{error}。") from error
    return replace(
        edition,
        title=named["form"].get("title", edition.title),
        short=named["form"].get("short", edition.short),
        sections=tuple(replace(one, title=named["section"].get(one.id, one.title)) for one in edition.sections),
        fields=tuple(_field(language, one, named["field"], named["means"], codelists) for one in edition.fields),
    )


def _of(language: str, table: dict[str, Any]) -> dict[str, str]:
    return {name: said[language] for name, said in table.items() if language in said}


def _field(
    language: str, field: Field, labels: dict[str, str], means: dict[str, str], codelists: Mapping[str, CodeList]
) -> Field:
    kind = field.kind
    if isinstance(kind, kinds.Coded | kinds.Choices | kinds.Breakdown):
        kind = type(kind)(codelists[kind.codelist.name])
    elif isinstance(kind, kinds.Bool):
        kind = kinds.Bool(YES_NO[language])
    elif isinstance(kind, kinds.Files):
        kind = kinds.Files(kind.accept, FILES[language])
    told = replace(field.help, means=means.get(field.id, field.help.means))
    return replace(field, label=labels.get(field.id, field.label), kind=kind, help=told)


def codelist_in(language: str, codelist: CodeList, folder: Path) -> CodeList:
    """Give the list with the labels of a language, the Chinese ones as aliases; the Chinese list hears them, too.

    So whatever the window shows can be typed, pasted and imported again.
    """
    labels = _labels(language, folder / f"{codelist.name}.csv")
    codelist.hear({label: code for code, label in labels.items()})
    return CodeList(
        codelist.name,
        [
            replace(code, label=labels.get(code.code, code.label), aliases=(code.label, *code.aliases))
            for code in codelist
        ],
    )


def _labels(language: str, path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {line["code"]: line[language] for line in csv.DictReader(file) if line.get(language)}
