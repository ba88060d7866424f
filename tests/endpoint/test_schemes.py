"""The endpoint and its scheme packs: what it serves, and by which definitions it judges a document."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys

import msgspec
import pytest
import requests

from forms import in_use
from forms.scheme import building, container, signing
from sync.errors import EndpointRefused

SHIPPED = in_use.SHIPPED.parent


@pytest.fixture
def province(own_endpoint, tmp_path):
    """An endpoint that can be given packs of its own key."""
    folder = tmp_path / "desk"
    for part in ("definitions", "codelists"):
        shutil.copytree(SHIPPED / part, folder / part)
    return Province(own_endpoint, folder)


class Province:
    """An endpoint and its desk."""

    def __init__(self, endpoint, desk):
        self.endpoint, self.desk = endpoint, desk

    def give(self, version, sequence, key=None):
        """Make a pack of what lies on the desk and start the endpoint anew with it."""
        signer = signing.KeyFile(key or self.endpoint.admin_key.with_name("province.pem"))
        file = self.desk.parent / f"{version}.zbscheme"
        file.write_bytes(building.build(self.desk, building.Edition(version, sequence, "2026-01"), signer))
        self.endpoint.close()
        self.endpoint._options = (*self.endpoint._options, "--scheme", str(file))
        self.endpoint.start()
        return file

    def change(self, name, before, after):
        path = self.desk / "definitions" / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    def ref(self):
        return msgspec.to_builtins(self.session().capabilities().scheme)

    def session(self):
        return self.endpoint.stranger({}).session


def refused(firm, document):
    with pytest.raises(EndpointRefused) as problem:
        firm.put(document)
    return problem.value.problem


def test_an_endpoint_without_packs_has_none(own_endpoint):
    session = own_endpoint.stranger({}).session
    assert session.capabilities().scheme is None
    with pytest.raises(EndpointRefused) as problem:
        session.scheme()
    assert problem.value.problem.type == "not-found"


def test_the_pack_in_force_is_served_as_it_was_signed(province):
    file = province.give("2026.1", 1)
    session = province.session()
    named = session.capabilities().scheme
    manifest = container.read(file.read_bytes())[0]
    assert (named.version, named.sequence, named.sha256) == ("2026.1", 1, hashlib.sha256(manifest).hexdigest())
    assert session.scheme().file == file.read_bytes()
    assert session.scheme(named.sha256).file is None
    answer = requests.get(f"{province.endpoint.url}/v1/scheme", timeout=30)
    assert answer.headers["ETag"] == f'"{named.sha256}"'


def test_a_document_is_judged_by_the_pack_it_names(province, papers):
    province.give("2026.1", 1)
    first = province.ref()
    province.change("scheme/parameters.toml", "explanation_length = 10 ", "explanation_length = 12 ")
    province.give("2026.2", 2)
    firm = province.endpoint.firm(papers)
    assert firm.file(scheme=first)["revision"] == 1  # the pack before it is still good
    other = province.endpoint.firm(papers)
    assert other.file(scheme=province.ref())["revision"] == 1
    assert province.endpoint.firm(papers).file()["revision"] == 1  # the program's own
    unknown = refused(firm, firm.document(scheme={"version": "2027.1", "sequence": 9, "sha256": "0" * 64}))
    assert (unknown.status, unknown.type) == (422, "edition-unknown")
    assert "2027.1" in unknown.detail
    forged = refused(firm, firm.document(scheme={**first, "sha256": "0" * 64}))
    assert forged.type == "edition-unknown"


def test_what_is_too_old_is_refused_with_a_sentence(province, papers):
    province.give("2026.1", 1)
    first = province.ref()
    province.change("scheme/parameters.toml", "demo = true", "demo = true\noldest_sequence = 2")
    province.give("2026.2", 2)
    firm = province.endpoint.firm(papers)
    for scheme, said in ((first, "制度包 2026.1已停用"), (None, "程序自带的制度已停用")):
        problem = refused(firm, firm.document(scheme=scheme))
        assert problem.type == "edition-closed"
        assert said in problem.detail
    assert firm.file(scheme=province.ref())["revision"] == 1


def test_a_pack_of_another_key_keeps_the_endpoint_from_starting(own_endpoint, tmp_path):
    folder = tmp_path / "desk"
    for part in ("definitions", "codelists"):
        shutil.copytree(SHIPPED / part, folder / part)
    own_endpoint.close()
    file = tmp_path / "strange.zbscheme"
    file.write_bytes(
        building.build(folder, building.Edition("2026.1", 1, "2026-01"), signing.KeyFile(own_endpoint.admin_key))
    )
    command = [
        sys.executable,
        "-m",
        "sync.endpoint",
        "serve",
        "--database",
        f"sqlite:///{own_endpoint.folder}/province.db",
    ]
    done = subprocess.run(
        [*command, "--scheme", str(file)], cwd=own_endpoint.root, capture_output=True, text=True, check=False
    )
    own_endpoint.start()
    assert done.returncode == 3
    assert "另一把密钥" in done.stderr
