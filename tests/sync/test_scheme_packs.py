"""A firm hears of a new scheme pack at an exchange, looks at it, installs it, and files under it."""

from __future__ import annotations

import json
import shutil

import pytest

from forms import in_use
from forms.book import Book
from forms.scheme import building, signing
from forms.scheme.manifest import SchemeRefused
from forms.scheme.shelf import Shelf
from sync import scheme
from sync.endpoint.demo import start_demo
from sync.enrolment import enroll
from sync.exchange import sync


class Province:
    """A demonstration endpoint that is started anew with the packs its desk gives out."""

    def __init__(self, folder):
        self.folder = folder
        self.running = start_demo(folder, as_of="2026-03-05", script="accept-all")
        self.desk = folder / "desk"
        for part in ("definitions", "codelists"):
            shutil.copytree(in_use.SHIPPED.parent / part, self.desk / part)

    def give(self, version, sequence, key=None):
        self.running.close()
        own = key or self.folder / "province.pem"
        signer = signing.KeyFile(own)
        file = self.folder / f"{version}.zbscheme"
        file.write_bytes(building.build(self.desk, building.Edition(version, sequence, "2026-03", demo=True), signer))
        Shelf(self.folder / "schemes").install(file, {signer.public.hex()})
        port = int(self.running.url.rpartition(":")[2])
        self.running = start_demo(self.folder, as_of="2026-03-05", script="accept-all", port=port)

    def change(self, before, after):
        path = self.desk / "definitions" / "scheme" / "parameters.toml"
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")


@pytest.fixture(autouse=True)
def _fresh_choice():
    in_use.refresh()
    yield
    in_use.refresh()


@pytest.fixture
def desk(tmp_path):
    made = Province(tmp_path / "province")
    yield made
    made.running.close()


@pytest.fixture
def enrolled(ready, desk):
    """A Book whose months are filled in and that knows its province."""
    enroll(ready, desk.running.code(ready.firm.uscc))
    return ready


def test_a_new_pack_is_heard_of_looked_at_installed_and_filed_under(enrolled, desk, month):
    report = sync(enrolled)
    assert (report.problem, report.notes, scheme.newer(enrolled)) == (None, [], None)

    desk.change("month_day = 5 ", "month_day = 8 ")
    desk.give("2026.1", 1)
    report = sync(enrolled)
    assert report.notes == ["省平台有新的制度包 2026.1，请查看变化并安装。"]
    offered = scheme.waits(enrolled)
    assert (offered.version, offered.sequence) == ("2026.1", 1)
    assert [one.text for one in scheme.changes(enrolled)] == ["参数 deadlines.month_day：5 → 8"]
    assert not in_use.root().exists()
    scheme.put_off(enrolled, offered)
    assert scheme.waits(enrolled) is None
    assert scheme.newer(enrolled) == offered

    installed = scheme.install(enrolled)
    assert installed.sha256 == offered.sha256
    path = enrolled.path
    enrolled.close()
    in_use.refresh()
    with Book.open(path) as again:
        assert again.catalogue.scheme.parameters["deadlines"]["month_day"] == 8
        assert sync(again).notes == []
        month.file(again)
        report = sync(again)
        assert report.problem is None
        assert report.received == report.sent > 0
        documents = [json.loads(row["body"]) for row in again.db.execute("SELECT body FROM filings")]
        assert {one["scheme"]["sha256"] for one in documents} == {offered.sha256}


def test_a_pack_the_pinned_key_did_not_sign_is_not_taken(enrolled, desk, tmp_path):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    strange = tmp_path / "strange.pem"
    private = Ed25519PrivateKey.generate()
    strange.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    desk.give("2026.1", 1, strange)
    assert sync(enrolled).notes == ["省平台有新的制度包 2026.1，请查看变化并安装。"]
    for take in (scheme.changes, scheme.install):
        with pytest.raises(SchemeRefused) as problem:
            take(enrolled)
        assert problem.value.code == "scheme-other-signer"
    assert not in_use.root().exists() or Shelf(in_use.root()).packs() == ([], [])
