"""Where an input's list comes from: a code list, 是/否, or the rows of another form of the same Book."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.inputs.options import Option, Search
from forms import ledger
from forms.codelists import folded
from forms.kinds import Bool, Choices, Coded, Ref

if TYPE_CHECKING:
    from desktop.inputs.line import InputContext
    from forms.book import Book
    from forms.codelists import CodeList
    from forms.definition import Field

MOST_FOUND = 60
NAMED = ("contract_name", "client_name")  # what people remember of a contract besides its number


def search_of(field: Field, context: InputContext) -> Search:
    """The search of a field's list."""
    kind = field.kind
    if isinstance(kind, Coded | Choices):
        return code_search(kind.codelist, context)
    if isinstance(kind, Bool):
        return partial(_yes_no, kind.words)
    if isinstance(kind, Ref) and context.book is not None:
        return ref_search(context.book, kind.target)
    return lambda _text: []


def code_search(codelist: CodeList, context: InputContext) -> Search:
    """Codes in force today, found by code, label, alias or pinyin initials; a label used twice puts in the code."""

    def search(text: str) -> list[Option]:
        today = context.today()
        found = codelist.search(text) if text.strip() else list(codelist)
        return [
            Option(code.label if codelist.find(code.label) == code.code else code.code, code.label, code.code)
            for code in found
            if code.valid_on(today)
        ]

    return search


def ref_search(book: Book, target: str) -> Search:
    """Rows of the target form by number or name, as «number  name  client»."""
    form, _, key = target.partition(".")
    edition = book.catalogue.edition(form)
    named = [name for name in NAMED if name in edition.by_id]

    def search(text: str) -> list[Option]:
        wanted = f"%{text.strip()}%"
        where = " OR ".join(f"{name} LIKE ?" for name in (key, *named))
        rows = ledger.read_rows(
            book, form, where=f"({where}) AND {key} IS NOT NULL", params=(wanted,) * (1 + len(named)), limit=MOST_FOUND
        )
        return [_ref_option(row[key], [row[name] for name in named]) for row in rows]

    return search


def _ref_option(number: str, names: list[str | None]) -> Option:
    title, *more = [name or "" for name in names] or [""]
    return Option(number, f"{number}  {title}".rstrip(), more[0] if more else "")


def _yes_no(words: tuple[str, str], text: str) -> list[Option]:
    options = [Option(word, word, mark) for word, mark in zip(words, "YN", strict=True)]
    initials = {"Y": "sy1", "N": "fn0"}
    wanted = folded(text)
    return [one for one in options if not wanted or wanted in (folded(one.text), *initials[one.note])]
