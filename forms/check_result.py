"""What a check found: the findings, sorted out by series and rule, and the state of the Book they are true for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from forms import journal
from forms.findings import ERROR, INFO, WARNING, Finding, Undecided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.book import Book

Series = tuple[str, str]
"""(form, period); the period is empty for rows without their date (未归期)."""


@dataclass(frozen=True)
class CheckResult:
    """The findings of one check on the day `as_of`, their counts, and the rules that could not be decided.

    `seq` is the journal's number when the check began, `whole` names the forms all of whose unfiled rows it looked at.
    `unkept` says why the counts could not be kept in the Book; the findings are good all the same.
    """

    as_of: str
    findings: list[Finding]
    undecided: list[Undecided]
    unkept: str = ""
    seq: int = 0
    whole: frozenset[str] = frozenset()

    @property
    def errors(self) -> int:
        """Count the errors (错误)."""
        return self._count(ERROR)

    @property
    def warnings(self) -> int:
        """Count the warnings (核实)."""
        return self._count(WARNING)

    @property
    def infos(self) -> int:
        """Count the notes (提示)."""
        return self._count(INFO)

    def _count(self, severity: str) -> int:
        return sum(len(found) for _series, found in self.of(severity))

    def of(self, severity: str) -> Iterator[tuple[Series, list[Finding]]]:
        """Yield the findings of a severity by series, in the order found."""
        return ((series, found[severity]) for series, found in self.by_series.items() if severity in found)

    def among(self, form: str, period: str, severity: str) -> list[Finding]:
        """Give the findings of a series of one severity, in the order of its rows."""
        return self.by_series.get((form, period), {}).get(severity, [])

    @cached_property
    def by_series(self) -> dict[Series, dict[str, list[Finding]]]:
        """Sort the findings out by series, then by severity; once, for a check may find a hundred thousand."""
        found: dict[Series, dict[str, list[Finding]]] = {}
        for one in self.findings:
            found.setdefault((one.form, one.period), {}).setdefault(one.severity, []).append(one)
        return found

    @cached_property
    def to_explain(self) -> dict[Series, dict[str, list[Finding]]]:
        """Sort the warnings out by series, then by rule."""
        sorted_out: dict[Series, dict[str, list[Finding]]] = {}
        for series, found in self.of(WARNING):
            rules = sorted_out[series] = {}
            for one in found:
                rules.setdefault(one.rule, []).append(one)
        return sorted_out

    def is_of_now(self, book: Book, as_of: str) -> bool:
        """Tell whether no row was edited since, and the day is the same."""
        return (self.seq, self.as_of) == (journal.last_seq(book), as_of)

    def sort_out(self) -> None:
        """Sort the findings out now, in the thread that checked, so that nobody waits for it later."""
        _ = self.by_series, self.to_explain

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        return {
            "as_of": self.as_of,
            "errors": self.errors,
            "warnings": self.warnings,
            "infos": self.infos,
            "findings": [finding.to_json() for finding in self.findings],
        }
