"""The contract at /openapi is true: real messages fit its schemas, and every call shows one that was really sent.

`ZHIBAO_RECORD=1 pytest tests/endpoint/test_contract.py` records the examples anew.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import re

import msgspec
import pytest

from forms.sample_papers import SCAN
from sync.administration import Administration
from sync.endpoint.contract import EXAMPLES
from sync.endpoint.wire import LIMITS
from sync.errors import EndpointRefused
from sync.holdings import Holding, Offering
from sync.protocol import MEDIA_TYPE, RevokeRequest, SeriesView
from sync.session import Session
from sync.transport import HttpTransport, Request, wrapped

TYPES = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
    None: object,
}
ANY = object


class Contract:
    """The served description, and whether a value is as a schema says."""

    def __init__(self, described):
        self.paths, self._schemas = described["paths"], described["components"]["schemas"]
        self.names = set(self._schemas)
        self.calls = {f"{m.upper()} {path}": call for path, item in self.paths.items() for m, call in item.items()}

    def schema(self, name):
        return self._schemas[name]

    def faults(self, value, schema, where="$"):
        """Yield what of a value is not as the schema says; what is base64 is decoded and looked into."""
        for one in [*schema.get("allOf", []), *([self._named(schema["$ref"])] if "$ref" in schema else [])]:
            yield from self.faults(value, one, where)
        for several in ("anyOf", "oneOf"):
            if several in schema and all(list(self.faults(value, one, where)) for one in schema[several]):
                yield f"{where}: none of {several}"
        if value not in schema.get("enum", [value]):
            yield f"{where}: {value!r} is not in {schema['enum']}"
        if not isinstance(value, TYPES.get(schema.get("type"), ANY)):
            yield f"{where}: {value!r} is no {schema['type']}"
        elif isinstance(value, dict):
            yield from self._faults_of_object(value, schema, where)
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                yield from self.faults(inner, schema.get("items", {}), f"{where}[{number}]")
        elif "contentSchema" in schema:
            yield from self.faults(json.loads(base64.b64decode(value)), schema["contentSchema"], f"{where}:decoded")

    def _faults_of_object(self, value, schema, where):
        yield from (f"{where}.{name}: missing" for name in schema.get("required", []) if name not in value)
        described = schema.get("properties", {})
        if "title" in schema:
            yield from (f"{where}.{name}: not described" for name in value.keys() - described.keys())
        for name in value.keys() & described.keys():
            yield from self.faults(value[name], described[name], f"{where}.{name}")

    def _named(self, reference):
        return self._schemas[reference.rsplit("/", 1)[-1]]


@pytest.fixture(scope="module")
def contract(endpoint):
    """The contract as it is served."""
    session = HttpTransport(endpoint.url)._session
    return Contract(session.get(endpoint.url + "/openapi/openapi.json", timeout=30).json())


class Recorder:
    """A network that writes down what travels: call → its first request and answer, and its first problem."""

    def __init__(self, url, calls):
        self._real = HttpTransport(url)
        self._calls = {re.compile(re.sub(r"{[^}]+}", "[^/]+", name)): name for name in calls}
        self.recorded = {name: {} for name in sorted(calls)}
        self.all = []

    def __call__(self, request):
        answer = self._real(request)
        asked = f"{request.method} {request.path.partition('?')[0]}"
        name = next(name for pattern, name in self._calls.items() if pattern.fullmatch(asked))
        said = json.loads(answer.body) if answer.body else None
        kind = "answer" if answer.headers.get("content-type") == MEDIA_TYPE else "problem"
        sent = json.loads(self._plain(request)) if request.body else None
        self.all.append((name, str(answer.status), sent, said))
        keep = self.recorded[name]
        for part, value in (("request", sent), (kind, said)):
            if value is not None:
                keep.setdefault(part, value)
        return answer

    def ask(self, url, question):
        """Ask another endpoint in between."""
        usual, self._real = self._real, HttpTransport(url)
        question()
        self._real = usual

    @staticmethod
    def _plain(request):
        return gzip.decompress(request.body) if "Content-Encoding" in request.headers else request.body


@pytest.fixture(scope="module")
def recorder(endpoint, packed, papers, contract):
    """A firm's first week: it enrols, files, is accepted, withdraws, is refused, and signs out."""
    travels = Recorder(endpoint.url, contract.calls)
    desk = Administration(travels, endpoint.administrator._key)
    firm = endpoint.stranger(papers)
    firm.session = Session(travels, firm.key)
    code = desk.code(firm.uscc).code
    firm.session.capabilities()
    travels.ask(packed.url, lambda: firm.session.scheme(packed.administrator.capabilities().scheme.sha256))
    firm.enroll(code)
    firm.session.missing_attachments([SCAN.sha256, "0" * 64])
    desk.attachment(firm.uscc, SCAN.sha256)
    with pytest.raises(EndpointRefused):
        firm.session.attachment(firm.uscc, "0" * 64)
    with pytest.raises(EndpointRefused):
        firm.put(firm.document("JLFW-03", "2026-01"))  # its contracts are not filed yet
    profile = firm.document()
    firm.put(profile)
    desk.queue()
    desk.accept(profile["id"])
    firm.events()
    firm.view(profile["id"])
    firm.session._authorised("GET", f"/v1/series/{firm.uscc}/JLFW-01/2026", SeriesView)
    second = firm.document(base=profile["id"], revision=2, reason="correction")
    firm.put(second)
    firm.session.withdraw(second["id"])
    with pytest.raises(EndpointRefused):
        firm.session.withdraw(profile["id"])

    firm.session.present(firm.enrolled.certificate)
    view = firm.view(profile["id"])
    decided = [json.loads(event.body)["id"] for event in view.events if b'"kind":"decision"' in event.body]
    receipt = json.loads(view.receipt.body)
    firm.session.reconcile([Holding(profile["id"], receipt["sha256"], decided), Holding(second["id"], "0" * 64)])
    offering = Offering(view.filing, view.receipt, [event for event in view.events if b'"decision"' in event.body])
    firm.session.offer(profile["id"], offering)
    with pytest.raises(EndpointRefused):
        firm.session.offer(second["id"], offering)
    revoke = msgspec.json.encode(RevokeRequest("token"))
    token = {"Authorization": f"Bearer {firm.session._token}"}
    travels(wrapped(Request("POST", "/v1/auth/revoke", revoke, token), "revoke"))
    if os.environ.get("ZHIBAO_RECORD"):
        text = json.dumps(travels.recorded, ensure_ascii=False, indent=1, sort_keys=True)
        EXAMPLES.write_text(text + "\n", encoding="utf-8")
    return travels


def test_every_real_message_is_as_the_contract_says(contract, recorder):
    assert len(recorder.all) >= len(contract.calls)
    for name, status, sent, said in recorder.all:
        call = contract.calls[name]
        assert status in call["responses"], f"{name} answered {status}"
        if sent is not None:
            [content] = call["requestBody"]["content"].values()
            assert list(contract.faults(sent, content["schema"])) == [], name
        if said is not None:
            [content] = call["responses"][status]["content"].values()
            assert list(contract.faults(said, content["schema"])) == [], name


def test_every_call_shows_an_example_of_its_body_and_its_answer(contract):
    for name, call in contract.calls.items():
        if "requestBody" in call:
            [content] = call["requestBody"]["content"].values()
            assert list(contract.faults(content["example"], content["schema"])) == [], name
        answers = [answer for status, answer in call["responses"].items() if status in {"200", "201"}]
        assert answers or name == "POST /v1/auth/revoke"
        for answer in answers:
            [content] = answer["content"].values()
            assert list(contract.faults(content["example"], content["schema"])) == [], name


def shape(value):
    """The names in a message, whatever their values."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else type(value).__name__


def test_the_examples_are_what_travels_today(recorder):
    shipped = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    assert shape(shipped) == shape(recorder.recorded)


def test_the_examples_of_signed_bodies_are_genuine(contract):
    """What is shown as the decoded body fits its schema; all four kinds and the document are shown."""
    for name in ("CertificateBody", "ReceiptBody", "DecisionBody", "WithdrawalBody", "Document"):
        [example] = contract.schema(name)["examples"]
        assert list(contract.faults(example, contract.schema(name))) == []


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("POST /v1/enroll", {"public_key": 5}),
        ("PUT /v1/filings/{filing_id}", {"document": base64.b64encode(b"{}").decode()}),
        ("POST /v1/auth/revoke", {"what": "everything"}),
    ],
)
def test_the_schemas_tell_a_wrong_message(contract, name, change):
    [content] = contract.calls[name]["requestBody"]["content"].values()
    assert list(contract.faults(content["example"] | change, content["schema"]))


def test_base64_says_what_is_inside(contract):
    document = contract.schema("SignedFiling")["properties"]["document"]
    assert document["contentEncoding"] == "base64"
    assert document["contentSchema"]["$ref"].endswith("/Document")
    assert contract.schema("ProvinceKey")["properties"]["public_key"]["contentEncoding"] == "base64"
    described = [contract.schema(name).get("description") for name in contract.names]
    assert all(described)


def test_the_page_shows_the_examples(http):
    page = http("GET", "/openapi").text
    assert page.count("<pre>") >= 13
    assert "base64 of Document" in page
    assert str(LIMITS.page_events) in page
