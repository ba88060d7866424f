"""Running a province: is it well, how much does it do, and what when that is too much."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys

import msgspec
import pytest
import requests

from sync.endpoint.admission import Admission
from sync.endpoint.operations import Operations
from sync.endpoint.refusal import Refusal
from sync.endpoint.wire import Wire
from sync.errors import EndpointBusy
from sync.problems import PROBLEMS, Problem, ProblemType
from sync.protocol import PROBLEM_MEDIA_TYPE, content_digest
from sync.session import Session
from sync.transport import Response


def test_it_says_that_it_is_well(endpoint):
    answer = requests.get(f"{endpoint.url}/healthz", timeout=30)
    assert (answer.status_code, answer.json()) == (200, {"health": "ok"})


def test_it_counts_what_it_answers_and_names_nobody(firm):
    document = firm.document()
    firm.put(document)
    told = requests.get(f"{firm.endpoint.url}/metrics", timeout=30).text
    line = re.compile(
        r'zhibao_answers_total\{method="PUT",problem="-",route="/v1/filings/\{filing_id\}",status="201"\} (\d+)'
    )
    assert int(float(line.search(told)[1])) >= 1
    assert 'zhibao_answer_seconds_bucket{le="0.1",method="PUT"' in told
    assert document["id"] not in told
    assert firm.uscc not in told


class Asked:
    """One request to an ASGI application, without a socket."""

    def __init__(self, application):
        self.status, self.headers, self.body = None, {}, b""
        self.scope = {"type": "http", "method": "GET", "path": "/v1/capabilities", "headers": []}
        self._application = application

    async def run(self):
        await self._application(self.scope, self._receive, self._send)
        return self

    async def _receive(self):
        return {"type": "http.request", "body": b"", "more_body": False}

    async def _send(self, message):
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], dict(message["headers"])
        else:
            self.body += message["body"]


def test_what_is_too_much_is_told_to_come_again_and_the_rest_is_answered():
    async def story():
        gate = asyncio.Event()

        async def slow(_scope, _receive, send):
            await gate.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"{}"})

        operations = Operations(Wire(slow), store=None, most=2)
        inside = [asyncio.create_task(Asked(operations).run()) for _ in range(2)]
        await asyncio.sleep(0)
        third = await Asked(operations).run()
        gate.set()
        answered = [await one for one in inside]
        after = await Asked(operations).run()
        return third, answered, after

    third, answered, after = asyncio.run(story())
    assert (third.status, third.headers[b"retry-after"]) == (503, b"5")
    assert msgspec.json.decode(third.body, type=Problem).type == "busy"
    assert third.headers[b"content-digest"].decode() == content_digest(third.body)
    assert [one.status for one in (*answered, after)] == [200, 200, 200]


def test_a_device_has_so_many_requests_at_once_and_they_come_back():
    now = [0.0]
    admission = Admission(burst=3, a_second=0.5, clock=lambda: now[0])
    for _ in range(3):
        admission.admit("a")
    with pytest.raises(Refusal) as refused:
        admission.admit("a")
    assert refused.value.kind is ProblemType.TOO_MANY
    assert refused.value.headers == {"Retry-After": "3"}
    admission.admit("b")
    now[0] = 2.0
    admission.admit("a")
    with pytest.raises(Refusal):
        admission.admit("a")


def test_the_firms_program_waits_when_it_was_too_fast(firm):
    status, retryable, title = PROBLEMS[ProblemType.TOO_MANY]
    body = msgspec.json.encode(Problem("too-many-requests", title, status, "请稍候", retryable))

    def network(request):
        marks = {"zhibao-protocol": "1", "zhibao-request": request.headers["Zhibao-Request"]}
        told = {"content-type": PROBLEM_MEDIA_TYPE, "content-digest": content_digest(body), "retry-after": "7"}
        return Response(status, marks | told, body)

    with pytest.raises(EndpointBusy) as busy:
        Session(network, firm.key).capabilities()
    assert busy.value.retry_after == 7


def doctor(endpoint):
    words = ["doctor", "--database", endpoint.database, "--folder", str(endpoint.folder)]
    done = subprocess.run([sys.executable, "-m", "sync.endpoint", *words], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def test_the_doctor_finds_a_running_province_well(firm):
    firm.file()
    status, said = doctor(firm.endpoint)
    assert (status, said["ok"]) == (0, True), said
    assert {"signatures", "attachments", "disk"} <= {one["what"] for one in said["findings"]}


def test_the_doctor_finds_what_is_lost_and_what_others_may_read(own_endpoint, papers):
    firm = own_endpoint.firm(papers)
    firm.file("JLFW-01", "2026")
    firm.file("JLFW-02", "2026-01")
    for path in (own_endpoint.folder / "attachments").glob("*/*/*"):
        path.unlink()
    own_endpoint.admin_key.chmod(0o644)
    status, said = doctor(own_endpoint)
    ill = {one["what"]: one["says"] for one in said["findings"] if not one["well"]}
    assert (status, ill.keys()) == (1, {"attachments", "administrator.pem"})
    assert "are missing" in ill["attachments"]
    assert "chmod 600" in ill["administrator.pem"]
