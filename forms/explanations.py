"""Explanations (填报说明): what a firm says of a warning, so that it may be filed; for one row or all of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from forms.book import now
from forms.errors import InputRefused
from forms.findings import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forms.book import Book
    from forms.findings import Finding

SHORTEST: Final = 10
"""Characters an explanation has at least."""


def unexplained(book: Book, findings: Iterable[Finding]) -> list[Finding]:
    """Give the warnings without an explanation of at least ten characters, for the row or for all rows of the rule."""
    explained = explained_places(book)
    return [
        one
        for one in findings
        if one.severity == WARNING
        and (one.form, one.period, one.rule, "") not in explained
        and (one.form, one.period, one.rule, one.uid) not in explained
    ]


def explained_places(book: Book) -> frozenset[tuple[str, str, str, str]]:
    """Give what has a long enough explanation, as (form, period, rule, uid); the uid is empty for all rows."""
    return frozenset(
        (row["form"], row["period"], row["rule"], row["uid"])
        for row in book.db.execute("SELECT form, period, rule, uid, text FROM explanations")
        if len(row["text"].strip()) >= SHORTEST
    )


def is_explained(finding: Finding, texts: Mapping[tuple[str, str, str, str], str]) -> bool:
    """Tell whether one of the texts by (form, period, rule, uid or empty) explains the finding."""
    return any(
        len(texts.get((finding.form, finding.period, finding.rule, uid), "").strip()) >= SHORTEST
        for uid in (finding.uid or "", "")
    )


def explain(book: Book, form: str, period: str, rule: str, text: str, uid: str | None = None) -> None:
    """Keep the firm's explanation of a warning, for one row or (uid None) for all rows; empty text takes it away.

    Raises:
        InputRefused: it has fewer than ten characters, or the form has no such warning.
    """
    rules = (*book.catalogue.general_rules, *book.catalogue.rules_of(form, period))
    cases = [case for one in rules if one.id == rule for case in one.cases]
    if not any(case.severity == "warning" for case in cases):
        why = "是必须改正的错误，不能用说明代替" if cases else "不存在"
        raise InputRefused("no-such-warning", f"{form}的审核规则{rule}{why}；请按审核结果中的规则号填写说明。")
    kept = text.strip()
    if 0 < len(kept) < SHORTEST:
        raise InputRefused("short-explanation", f"请为核实项{rule}填写说明（不少于{SHORTEST}个字）后再上报。")
    key = (form, period, rule, uid or "")
    with book.transaction() as db:
        db.execute("DELETE FROM explanations WHERE form = ? AND period = ? AND rule = ? AND uid = ?", key)
        if kept:
            db.execute("INSERT INTO explanations VALUES (?, ?, ?, ?, ?, ?)", (*key, kept, now()))


def of_series(book: Book, form: str, period: str) -> list[dict[str, Any]]:
    """List the explanations; those of a card are the form's, for its document has no rows."""
    has_rows = book.catalogue.edition(form, period).is_ledger
    query = "SELECT * FROM explanations WHERE form = ? AND period = ? ORDER BY rule, uid"
    found = book.db.execute(query, (form, period)).fetchall()
    return [
        {
            "form": form,
            "period": period,
            "rule": row["rule"],
            "row": (row["uid"] or None) if has_rows else None,
            "text": row["text"],
        }
        for row in found
    ]
