"""The scripted reviewer of a demonstration: it decides right after the receipt, so that the journey needs no waiting.

`accept-all` accepts everything. `return-first` returns the first revision of the month's report of one period with a
remark on one of its figures, and accepts everything else, the corrected report included.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Collection, Iterator

import msgspec

from forms.catalogue import Catalogue
from forms.periods import month_of, previous
from sync.endpoint.offices import Stage
from sync.endpoint.records import FilingRow
from sync.endpoint.refusal import Refusal
from sync.endpoint.services import Services
from sync.endpoint.store import ALL_FIRMS
from sync.protocol import DecisionRequest
from sync.signed import Comment

LOG = logging.getLogger("zhibao.endpoint")
SCRIPTS = ("accept-all", "return-first")
CHAIN = (Stage("city", "延边州商务局"),)
RETURNED_FORM = "JLFW-04"
_REMARK = "“{label}”与上月相比变动较大，请与财务账和合同执行明细核对口径。有误的更正后重新报送；核对无误的，原样再报。"
_REMARK_ON_ALL = "请核对本月各项数据与台账是否一致，有误的更正后重新报送；核对无误的，原样再报。"


class ScriptedReview:
    """Reviews what is received. `period` is whose monthly report is returned; without one, last month's."""

    def __init__(self, services: Services, script: str, period: str | None) -> None:
        """Take the script by name."""
        self._services = services
        self._returns = script == "return-first"
        self._period = period

    def follow(self) -> None:
        """Review what waits already, then every filing as it comes."""
        for status in self._services.review.queue().items:
            self._review(status.series.firm, status.filing_id)
        self._services.filings.on_receipt = self._review

    def _review(self, firm: str, filing_id: str) -> None:
        with self._services.store.reading(ALL_FIRMS) as transaction:
            row = transaction.firm(firm).filing(filing_id)
            received = [] if row is None else transaction.firm(firm).series(row.series)
        if row is None:
            return
        request = DecisionRequest("accepted")
        if self._returns and len(received) == 1 and row.form == RETURNED_FORM and row.period == self._target():
            request = DecisionRequest("returned", [self._comment(row)])
        decision = str(uuid.uuid5(uuid.UUID(filing_id), str(row.round)))
        try:
            self._services.review.decide(filing_id, decision, request, row.etag)
        except Refusal as refusal:  # withdrawn or superseded meanwhile
            LOG.info("script filing=%s problem=%s", filing_id, refusal.kind.value)

    def _target(self) -> str:
        return self._period or previous(month_of(self._services.clock.today()))

    def _comment(self, row: FilingRow) -> Comment:
        catalogue = self._services.schemes.catalogue
        with self._services.store.reading(ALL_FIRMS) as transaction:
            filing = transaction.firm(row.firm).signed_filing(row.id)
        cells = {} if filing is None else msgspec.json.decode(filing.document)["cells"]
        field = next(_typed_amounts(catalogue, row, cells.keys()), None)
        if field is None:
            return Comment(text=_REMARK_ON_ALL)
        label = catalogue.edition(row.form, row.period).by_id[field].label
        return Comment(text=_REMARK.format(label=label), field=field)


def _typed_amounts(catalogue: Catalogue, row: FilingRow, filled: Collection[str]) -> Iterator[str]:
    """Yield the filled amounts that people type, those «of which» first: they are what gets mistaken."""
    fields = [field for field in catalogue.edition(row.form, row.period).fields if field.id in filled]
    amounts = [field for field in fields if field.is_money and field.editable]
    yield from (field.id for field in sorted(amounts, key=lambda field: -min(field.indent, 1)))
