"""The province runs the very rules the firm ran: the same pack, over the firm's heads and the new document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from forms.catalogue import Catalogue
from sync.endpoint.documents import Check
from sync.problems import CellProblem


def province_check(catalogue: Catalogue) -> Check:
    """Return the check the endpoint makes of every document: its error findings."""
    try:
        from forms.province import check_document
    except ModuleNotFoundError:  # INTERIM until forms.province lands
        return lambda _heads, _document, _as_of: []

    def check(heads: Sequence[dict[str, Any]], document: dict[str, Any], as_of: str) -> list[CellProblem]:
        findings = check_document(catalogue, list(heads), document, as_of)
        return [
            CellProblem(
                rule=finding.rule,
                severity=finding.severity,
                form=finding.form,
                period=finding.period,
                message=finding.message,
                row=finding.row,
                uid=finding.uid,
                key=finding.key,
                field=finding.field,
            )
            for finding in findings
            if finding.severity == "error"
        ]

    return check
