"""An endpoint in a process of its own on a real socket, and firms that talk with it; each test has firms of its own."""

from __future__ import annotations

import json
import random
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from forms import filing, in_use, sample_papers
from forms.sample_firms import credit_code
from forms.scheme import building
from sync.administration import administration
from sync.endpoint.keys import PROVINCE_KEY_FILE, load_or_create_key
from sync.enrolment_code import decode_enrolment_code
from sync.keys import DeviceKey
from sync.protocol import FilingView, SeriesView, content_digest, key_id_of
from sync.session import Session
from sync.signed import SignedFiling
from sync.transport import HttpTransport
from tests.endpoint.master import AS_OF, MASTER, make_papers

ROOT = Path(__file__).resolve().parents[2]


class Endpoint:
    """A running endpoint; `kill` ends it as a power cut would, `start` runs it again over the same database."""

    def __init__(self, folder, *options, database=None):
        self.folder = folder
        self.program = ["-m", "sync.endpoint"]
        self._options = options
        self.database = database or f"sqlite:///{folder}/province.db"
        self.start()

    def start(self, port=0):
        command = [sys.executable, *self.program, "serve", "--database", self.database, "--folder", str(self.folder)]
        self.process = subprocess.Popen(
            [*command, "--port", str(port), "--until-eof", "--verbose", "--as-of", AS_OF, *self._options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(self.folder / "log").open("ab"),
        )
        ready = json.loads(self.process.stdout.readline())
        self.url, self.admin_key = ready["url"], Path(ready["admin_key"])
        self.administrator = administration(self.url, self.admin_key)

    @property
    def port(self):
        return int(self.url.rpartition(":")[2])

    @property
    def log(self):
        return (self.folder / "log").read_text()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    root = ROOT

    def firm(self, papers):
        """Enrol a firm nobody has seen before."""
        return self.stranger(papers).enroll()

    def stranger(self, papers):
        """A firm that is not enrolled yet."""
        return Firm(self, a_credit_code(), papers)


class Firm:
    """A firm with one device and the master's documents in its own name."""

    def __init__(self, endpoint, uscc, papers):
        self.endpoint, self.uscc, self._papers = endpoint, uscc, papers
        private = Ed25519PrivateKey.generate()
        public = private.public_key().public_bytes_raw()
        self.key = DeviceKey(key_id_of(public), public, private)
        self.session = Session(HttpTransport(endpoint.url), self.key)

    def enroll(self, code=None):
        given = decode_enrolment_code(code or self.endpoint.administrator.code(self.uscc).code)
        self.enrolled = self.session.enroll(self.uscc, given.code)
        self.session.put_attachment(sample_papers.SCAN.sha256, sample_papers.PAPER)
        return self

    def document(self, form="JLFW-01", period="2026", **changes):
        """A document of the master's, in this firm's name, under a new id."""
        copy = json.loads(self._papers[form, period].replace(MASTER, self.uscc).replace(MASTER[8:17], self.uscc[8:17]))
        return copy | {"id": filing.new_id(), "device": self.key.key_id} | changes

    def sign(self, document):
        raw = filing.canonical(document)
        return SignedFiling(document=raw, signature=self.key.sign(raw), key_id=self.key.key_id)

    def put(self, document):
        return self.session.put_filing(document["id"], self.sign(document))

    def file(self, form="JLFW-01", period="2026", **changes):
        """File a document and give the receipt's body."""
        return self.body(self.put(self.document(form, period, **changes)))

    def view(self, filing_id):
        return self.session._authorised("GET", f"/v1/filings/{filing_id}", FilingView)

    def series(self, *series):
        return self.session._authorised("GET", "/v1/series/" + "/".join(series), SeriesView)

    def events(self, since=0):
        return self.session.changes(since, self.enrolled.epoch).events

    @staticmethod
    def body(signed):
        return msgspec.json.decode(signed.body)

    def body_of_event(self, event):
        return self.body(event.signed)


def a_credit_code():
    """A valid credit code of Yanji that no other test has."""
    return credit_code(random.Random(), "222401")


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """The documents of a firm whose first two months of 2026 are in order: (form, period) → JSON text."""
    return make_papers(tmp_path_factory.mktemp("master") / "master.zhibao")


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def endpoint(request, tmp_path_factory):
    """A real endpoint over each database, one process for all tests: their firms know nothing of each other."""
    folder = tmp_path_factory.mktemp("province")
    database = request.getfixturevalue("cluster").database("province") if request.param == "postgresql" else None
    running = Endpoint(folder, database=database)
    yield running
    running.close()


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """An endpoint with a scheme pack in force: the program's own definitions, signed by its key."""
    folder = tmp_path_factory.mktemp("packed")
    key = load_or_create_key(folder / PROVINCE_KEY_FILE)
    pack = folder / "2026.1.zbscheme"
    pack.write_bytes(building.build(in_use.SHIPPED.parent, building.Edition("2026.1", 1, "2026-01"), key))
    running = Endpoint(folder, "--scheme", str(pack))
    yield running
    running.close()


@pytest.fixture
def narrow(tmp_path):
    """An endpoint whose scheme gives a firm room for two small scans and half of another."""
    for part in ("definitions", "codelists"):
        shutil.copytree(in_use.SHIPPED.parent / part, tmp_path / "scheme" / part)
    parameters = tmp_path / "scheme" / "definitions" / "scheme" / "parameters.toml"
    room = f"firm_attachment_bytes = {len(sample_papers.PAPER) * 5 // 2}"
    parameters.write_text(re.sub(r"firm_attachment_bytes = [\d_]+", room, parameters.read_text("utf-8")), "utf-8")
    folder = tmp_path / "province"
    folder.mkdir()
    key = load_or_create_key(folder / PROVINCE_KEY_FILE)
    pack = folder / "2026.1.zbscheme"
    pack.write_bytes(building.build(tmp_path / "scheme", building.Edition("2026.1", 1, "2026-01"), key))
    running = Endpoint(folder, "--scheme", str(pack))
    yield running
    running.close()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """A demonstration endpoint whose script returns the first monthly report of 2026-02."""
    running = Endpoint(tmp_path_factory.mktemp("demo"), "--demo", "--script", "return-first", "--period", "2026-02")
    yield running
    running.close()


@pytest.fixture
def own_endpoint(tmp_path):
    """An endpoint for one test, which may kill it."""
    running = Endpoint(tmp_path)
    yield running
    running.close()


@pytest.fixture
def firm(endpoint, papers):
    """A firm enrolled at the endpoint."""
    return endpoint.firm(papers)


@pytest.fixture
def other_firm(endpoint, papers):
    """Another firm there."""
    return endpoint.firm(papers)


@pytest.fixture
def new_firm(endpoint, papers):
    """Make a firm that is not enrolled yet, or another PC of a firm."""
    return lambda uscc=None: Firm(endpoint, uscc or a_credit_code(), papers)


@pytest.fixture
def http(endpoint):
    """Send one bare request: the body is bytes, or an object to be written as JSON; its digest is added."""

    def send(method, path, body=None, headers=None):
        raw = body if isinstance(body, bytes) else b"" if body is None else msgspec.json.encode(body)
        digest = {"Content-Digest": content_digest(raw)} if raw else {}
        return requests.request(method, endpoint.url + path, data=raw, headers=digest | (headers or {}), timeout=30)

    return send
