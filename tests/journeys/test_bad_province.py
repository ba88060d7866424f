"""What can go wrong with the province at the command line: codes, login pages, wrong moments, keys and addresses."""

from __future__ import annotations

import contextlib
import http.server
import json
import threading
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from desktop.commands.program import main
from forms import checks, explanations, ledger
from forms.book import Book
from forms.sample import make_sample
from sync.endpoint.demo import start_demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USAGE = 2
REFUSED = 3
UNREACHABLE = 4
PROVINCE_REFUSED = 5
FIRM = "91222401MA1DEM1235"
TODAY = "2026-03-05"


class Portal(http.server.BaseHTTPRequestHandler):
    """A hotel's login page: whatever is asked, 200 and HTML."""

    def answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        page = "<html>请先登录</html>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    do_GET = do_PUT = do_POST = answer  # noqa: N815  names of http.server

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def portal(port: int) -> Iterator[None]:
    """Let a login page answer on the port."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def profile(book: Book) -> Path:
    """Give the file of a Book whose profile of 2026 can be filed on 2026-03-05."""
    sample = make_sample(7, book.firm.name, book.firm.uscc, "2026-02", mistakes=False)
    book.put("demo.as_of", TODAY)
    book.set_header(**sample.header)
    ledger.set_card(book, "JLFW-01", "2026", sample.profile, as_of=TODAY)
    for one in explanations.unexplained(book, checks.check(book, forms=["JLFW-01"], as_of=TODAY).findings):
        explanations.explain(book, one.form, one.period, one.rule, "已与合同和收款凭证逐笔核对，情况属实。")
    book.close()
    return book.path


class Desk:
    """Somebody at the command line with --json: `says` gives what came of a command, as (status, error code)."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.data: dict[str, Any] = {}

    def says(self, *words: object) -> tuple[int, str | None]:
        self._capsys.readouterr()
        status = main([*map(str, words), "--json"])
        said = self._capsys.readouterr()
        self.data = json.loads(said.out)
        error = self.data.get("error") or {}
        assert said.err.strip() == error.get("message", "")
        return status, error.get("code")

    def state(self, path: Path) -> str:
        """Tell where the profile stands."""
        self.says("status", path)
        return next(str(one["state"]) for one in self.data["series"] if one["form"] == "JLFW-01")


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    """Sit down at the command line."""
    return Desk(capsys)


def test_a_code_that_is_damaged_foreign_or_used_up_connects_nothing(
    profile: Path, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start_demo(tmp_path / "province", TODAY, script=None) as province:
        code, foreign = province.code(FIRM), province.code("91222401MA3AGYGL58")
        for damaged in ("", "报送码", "ZB1.x", code[:-2], code.lower(), f"{code}x"):
            assert desk.says("enroll", profile, damaged) == (REFUSED, "bad-enrolment-code")
        assert desk.says("enroll", profile, foreign) == (PROVINCE_REFUSED, "wrong-firm")
        assert desk.says("sync", profile) == (REFUSED, "not-enrolled")
        assert desk.says("enroll", profile, code) == (0, None)
        with Book.open(profile) as book:
            book.db.execute("VACUUM INTO ?", (str(tmp_path / "另一台.zhibao"),))
        monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "another-pc"))
        assert desk.says("sync", tmp_path / "另一台.zhibao") == (REFUSED, "not-enrolled")
        assert desk.says("enroll", tmp_path / "另一台.zhibao", code)[0] == PROVINCE_REFUSED
        assert desk.says("sync", tmp_path / "另一台.zhibao") == (REFUSED, "not-enrolled")
    assert desk.says("enroll", profile, code)[0] == UNREACHABLE


def test_a_filing_waits_behind_a_login_page_and_keeps_its_way_whatever_is_tried(
    profile: Path, desk: Desk, tmp_path: Path
) -> None:
    year = (profile, "01", "2026")
    with start_demo(tmp_path / "province", TODAY, script=None) as province:
        port = int(province.url.rpartition(":")[2])
        desk.says("enroll", profile, province.code(FIRM))
        assert desk.says("withdraw", *year) == (REFUSED, "not-withdrawable")
        assert desk.says("file", profile, "--period", "2026-02", "--form", "01") == (0, None)
    with portal(port):
        assert desk.says("sync", profile) == (UNREACHABLE, "not-our-server")
        assert "对方不是省平台" in desk.data["error"]["message"]
        assert desk.data["queued"] == 1
        listing = ("endpoint", "review", "list", "--url", province.url, "--key", province.admin_key)
        assert desk.says(*listing) == (UNREACHABLE, "not-our-server")
    assert desk.state(profile) == "QUEUED"
    assert desk.says("correct", *year, "--reason", "录错") == (REFUSED, "not-accepted")
    assert desk.says("withdraw", *year) == (0, None)
    assert desk.says("withdraw", *year) == (REFUSED, "not-withdrawable")
    assert desk.state(profile) == "ABANDONED"


def test_a_reviewer_with_a_wrong_key_address_or_comment_decides_nothing(
    profile: Path, desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "other.pem"
    pem = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    other.write_bytes(Ed25519PrivateKey.generate().private_bytes(*pem))
    with start_demo(tmp_path / "province", TODAY, script=None) as province:
        at, key = ("--url", province.url), ("--key", province.admin_key)
        desk.says("enroll", profile, province.code(FIRM))
        desk.says("file", profile, "--period", "2026-02", "--form", "01")
        filing = desk.data["filed"][0]["id"]
        desk.says("sync", profile)
        review = ("endpoint", "review")
        for verb in (("list",), ("show", filing), ("accept", filing), ("return", filing, "--comment", "01::=不对")):
            assert desk.says(*review, *verb, *at, "--key", other) == (PROVINCE_REFUSED, "unauthorized")
            assert desk.says(*review, *verb, *at, "--key", profile) == (REFUSED, "device-key")
        for url in ("", "平台", "ftp://127.0.0.1", "127.0.0.1:80", "http://[::1", "http://127.0.0.1:99999"):
            assert desk.says(*review, "accept", filing, "--url", url, *key) == (REFUSED, "bad-url")
        for comment in ("", "01", "02::=不对", "01:1:=不对"):
            words = (*review, "return", filing, "--comment", comment)
            assert desk.says(*words, *at, *key) == (REFUSED, "bad-comment")
        for unknown in ("x", "../../x", "报", ""):
            assert desk.says(*review, "accept", unknown, *at, *key) == (PROVINCE_REFUSED, "not-found")
        desk.says("sync", profile)
    assert desk.state(profile) == "RECEIVED"


def test_the_endpoint_never_serves_out_of_a_book(profile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = profile.read_bytes()
    assert main(["endpoint", "serve", "--database", f"sqlite:///{profile}", "--port", "0"]) == REFUSED
    said = capfd.readouterr()
    assert (said.out, "Traceback" in said.err) == ("", False)
    assert profile.read_bytes() == before
    for port in ("-1", "65536", "八"):
        assert main(["endpoint", "serve", "--database", "sqlite:///x.db", "--port", port]) == USAGE
