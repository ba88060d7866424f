"""The contract in full: what the framework finds out about the routes, completed by what only the messages know.

Schemas are msgspec's own, made of the very structs that decode and encode: descriptions, defaults, base64. What a
signed or filed body holds once it is decoded is said too (contentSchema). The examples are recorded messages; how they
are recorded stands in tests/endpoint/test_contract.py.
"""

from __future__ import annotations

import base64
import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from litestar import Request
from litestar.openapi.plugins import JsonRenderPlugin

from sync import holdings, protocol, signed
from sync.problems import PROBLEMS, Problem
from sync.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE

Json = dict[str, Any]

EXAMPLES = Path(__file__).with_name("examples.json")
"""«PUT /v1/filings/{filing_id}» → {"request": …, "answer": …, "problem": …}, as they travelled."""

_MESSAGES: list[type[msgspec.Struct]] = [
    protocol.Capabilities,
    protocol.SchemePack,
    protocol.EnrollRequest,
    protocol.EnrollResponse,
    protocol.ChallengeRequest,
    protocol.Challenge,
    protocol.TokenRequest,
    protocol.Token,
    protocol.RevokeRequest,
    protocol.Attachment,
    protocol.AttachmentKept,
    protocol.AttachmentsWanted,
    protocol.AttachmentsMissing,
    protocol.FilingView,
    protocol.SeriesView,
    protocol.ChangesPage,
    protocol.ReviewQueue,
    protocol.DecisionRequest,
    protocol.CodeRequest,
    protocol.CodeResponse,
    holdings.Presenting,
    holdings.Presented,
    holdings.Holdings,
    holdings.Compared,
    holdings.Offering,
    signed.Document,
    signed.CertificateBody,
    signed.ReceiptBody,
    signed.DecisionBody,
    signed.WithdrawalBody,
    Problem,
]
_BODY_OF_CALL = {
    "PUT /v1/filings/{filing_id}": "ReceiptBody",
    "PUT /v1/filings/{filing_id}/decisions/{decision_id}": "DecisionBody",
    "PUT /v1/reconcile/{filing_id}": "ReceiptBody",
    "POST /v1/filings/{filing_id}/withdraw": "WithdrawalBody",
}
_ALWAYS = (400, 500, 503)
_WITH_A_TOKEN = 429
_WITH_A_BODY = (413, 415)
_AS_BEFORE = {"200": "as asked; where 201 is listed too: done before, the same answer as then", "201": "done now"}


class ContractJson(JsonRenderPlugin):
    """Serves the contract at /openapi/openapi.json."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: Json) -> bytes:
        """Return the completed contract."""
        return self.render_json(request, completed(openapi_schema))


@cache
def examples() -> dict[str, Json]:
    """Read the recorded messages."""
    found: dict[str, Json] = msgspec.json.decode(EXAMPLES.read_bytes())
    return found


def completed(described: Json) -> Json:
    """Return the framework's description with the true schemas, every status a call can answer, and examples."""
    contract = copy.deepcopy(described)
    contract["components"]["schemas"] = _schemas()
    for path, item in contract["paths"].items():
        for method, call in item.items():
            if isinstance(call, dict):
                _complete_call(f"{method.upper()} {path}", call)
    return contract


def _complete_call(name: str, call: Json) -> None:
    recorded = examples().get(name, {})
    asked = call.get("requestBody")
    if asked is not None:
        [content] = asked["content"].values()
        asked["content"] = {MEDIA_TYPE: _with_example(content, recorded.get("request"))}
    answers = call["responses"]
    told = _ALWAYS if "security" not in call else (*_ALWAYS, _WITH_A_TOKEN)
    for status in (*told, *(_WITH_A_BODY if asked is not None else ())):
        answers.setdefault(str(status), {"content": {PROBLEM_MEDIA_TYPE: {"schema": _ref("Problem")}}})
    for status, answer in answers.items():
        titles = [title for at, _, title in PROBLEMS.values() if str(at) == status]
        answer["description"] = _AS_BEFORE.get(status, "、".join(titles) or "done; no body")
        for media, content in answer.get("content", {}).items():
            if media == PROBLEM_MEDIA_TYPE:
                problem = recorded.get("problem")
                _with_example(content, problem if problem and str(problem["status"]) == status else None)
            else:
                _name_body(content, _BODY_OF_CALL.get(name))
                _with_example(content, recorded.get("answer"))
    call["responses"] = dict(sorted(answers.items()))


def _with_example(content: Json, example: Any) -> Json:  # noqa: ANN401 - any JSON
    if example is not None:
        content["example"] = example
    return content


def _name_body(content: Json, body: str | None) -> None:
    """Say which of the signed bodies this call answers."""
    if body is not None:
        inside = {"properties": {"body": {"contentSchema": _ref(body)}}}
        content["schema"] = {"allOf": [content["schema"], inside]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _schemas() -> dict[str, Json]:
    _, schemas = msgspec.json.schema_components(_MESSAGES, ref_template="#/components/schemas/{name}")
    bodies = [_ref(name) for name in ("CertificateBody", "ReceiptBody", "DecisionBody", "WithdrawalBody")]
    for name, field, inside in (("Signed", "body", {"oneOf": bodies}), ("SignedFiling", "document", _ref("Document"))):
        schemas[name]["properties"][field] |= {"contentMediaType": "application/json", "contentSchema": inside}
    for name, example in _decoded(list(examples().values())):
        schemas[name].setdefault("examples", [example])
    return dict(sorted(schemas.items()))


def _decoded(recorded: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any JSON
    """Yield (schema, decoded body) of every signed body in the recorded messages."""
    if isinstance(recorded, list):
        for one in recorded:
            yield from _decoded(one)
    elif isinstance(recorded, dict):
        if "document" in recorded:
            yield "Document", msgspec.json.decode(base64.b64decode(recorded["document"]))
        elif "body" in recorded:
            body = msgspec.json.decode(base64.b64decode(recorded["body"]))
            yield f"{body['kind'].capitalize()}Body", body
        else:
            yield from _decoded(list(recorded.values()))
