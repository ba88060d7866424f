"""The province runs the very rules the firm ran: the same pack, over the firm's heads and the new document.

Rules run in a few threads of their own, because each keeps its tables in memory from one check to the next.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from forms.catalogue import Catalogue
from forms.errors import InputRefused
from forms.province import check_document
from sync.endpoint.documents import Check
from sync.endpoint.refusal import Refusal
from sync.problems import CellProblem, ProblemType


def province_check(catalogue_of: Callable[[dict[str, Any]], Catalogue]) -> Check:
    """Return the check the endpoint makes of every document under the definitions it names: its error findings."""
    threads = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="rules")

    def check(heads: Sequence[dict[str, Any]], document: dict[str, Any], as_of: str) -> list[CellProblem]:
        return threads.submit(_errors, catalogue_of(document), heads, document, as_of).result()

    return check


def _errors(
    catalogue: Catalogue, heads: Sequence[dict[str, Any]], document: dict[str, Any], as_of: str
) -> list[CellProblem]:
    try:
        findings = check_document(catalogue, heads, document, as_of)
    except InputRefused as error:
        raise Refusal(ProblemType.EDITION_CLOSED, error.message) from error
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
