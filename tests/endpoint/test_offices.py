"""Who reviews a firm: its own division's office, level by level."""

from __future__ import annotations

import pytest

from forms import sample_papers
from sync.endpoint.clock import Clock
from sync.endpoint.offices import Stage, chain_in_force, office_of
from sync.endpoint.refusal import Refusal
from sync.endpoint.services import build
from sync.endpoint.sessions import Caller
from sync.endpoint.store import open_store
from sync.enrolment_code import decode_enrolment_code
from sync.protocol import CodeRequest, DecisionRequest, EnrollRequest, enrolment_bytes

YANJI, CHANGBAISHAN, ELSEWHERE = "91222401MA1DEM1235", "9122C000MA1DEM1235", "91110000MA1DEM1235"


@pytest.mark.parametrize(
    ("firm", "level", "office"),
    [
        (YANJI, "county", "延吉市商务主管部门"),
        (YANJI, "city", "延边朝鲜族自治州商务主管部门"),
        (YANJI, "province", "吉林省商务厅"),
        (CHANGBAISHAN, "local", "长白山保护开发区管理委员会商务主管部门"),
        (ELSEWHERE, "city", "吉林省商务厅"),
    ],
)
def test_the_office_is_the_divisions_own(catalogue, firm, level, office):
    assert office_of(catalogue, firm, Stage(level)) == office


def test_the_chain_is_data(catalogue):
    assert chain_in_force(catalogue) == (Stage("province"),)
    assert office_of(catalogue, YANJI, Stage("city", "延边州商务局")) == "延边州商务局"


def test_every_level_decides_in_turn(tmp_path, papers, new_firm):
    services = build(
        open_store(f"sqlite:///{tmp_path}/province.db"),
        url="http://127.0.0.1",
        demo=False,
        clock=Clock("2026-03-04"),
        check=lambda _heads, _document, _as_of: [],
        chain=(Stage("county"), Stage("city"), Stage("province")),
    )
    firm = new_firm()
    code = decode_enrolment_code(services.enrolment.issue(CodeRequest(firm.uscc)).code).code
    proof = firm.key.sign(enrolment_bytes(code, firm.key.public))
    services.enrolment.enroll(EnrollRequest(firm.uscc, code, firm.key.public, proof))
    caller = Caller(key_id=firm.key.key_id, firm=firm.uscc, token_sha256="")
    services.attachments.put(caller, sample_papers.SCAN.sha256, sample_papers.PAPER)
    document = firm.document()
    services.filings.receive(caller, document["id"], firm.sign(document))
    for level, state in (("county", "IN_REVIEW"), ("city", "IN_REVIEW"), ("province", "ACCEPTED")):
        seen = services.review.queue().items[0]
        signed, _new = services.review.decide(document["id"], level, DecisionRequest("accepted"), seen.etag)
        assert (firm.body(signed)["level"], firm.body(signed)["state"]) == (level, state)
        with pytest.raises(Refusal, match="already-decided"):
            services.filings.withdraw(caller, document["id"])
    assert services.review.queue().items == []
    services.store.close()
