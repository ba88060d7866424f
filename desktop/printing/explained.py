"""The annex of a print: what the firm explained (填报说明), rule by rule, as it travels with the filing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.printing.content import Align, Column, Grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forms.book import Book
    from forms.definition import Edition

    Explained = tuple[str, str, str]  # rule, uid or "", text

_COLUMNS = (
    ("rule", "审核关系", 22.0, Align.CENTER),
    ("title", "审核内容", 76.0, Align.LEFT),
    ("row", "表中行次", 18.0, Align.CENTER),
    ("text", "填报说明", 148.0, Align.LEFT),
)
_WHOLE = "全表"
_GONE = "（已无此行）"


def explained_in(document: dict[str, Any]) -> list[Explained]:
    """Read the explanations of a filed document."""
    found = document.get("explanations") or ()
    return [(str(one.get("rule")), str(one.get("row") or ""), str(one.get("text"))) for one in found]


def explained_now(book: Book, form: str, period: str) -> list[Explained]:
    """Read the explanations that stand in the Book."""
    query = "SELECT rule, uid, text FROM explanations WHERE form = ? AND period = ? ORDER BY rule, uid"
    return [(row["rule"], row["uid"], row["text"]) for row in book.db.execute(query, (form, period))]


def annex(book: Book, edition: Edition, explained: Iterable[Explained], uids: Sequence[str]) -> Grid | None:
    """List the explanations, each with its rule and the number of its row in the print; None where there are none."""
    titles = {rule.id: rule.title for rule in (*book.catalogue.general_rules, *edition.rules)}
    numbers = {uid: str(number) for number, uid in enumerate(uids, start=1)}
    rows = [
        [rule, titles.get(rule, ""), numbers.get(uid, _GONE) if uid and edition.is_ledger else _WHOLE, text]
        for rule, uid, text in explained
    ]
    columns = tuple(
        Column(name, label, "", "", align, width, whole=False, number=number)
        for number, (name, label, width, align) in enumerate(_COLUMNS, start=1)
    )
    return Grid(columns, rows) if rows else None
