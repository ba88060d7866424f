"""Scheme packs by command: what a province's desk and a firm's accountant type."""

from __future__ import annotations

import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from forms import in_use


@pytest.fixture(autouse=True)
def _fresh_choice():
    in_use.refresh()
    yield
    in_use.refresh()


@pytest.fixture
def folder(tmp_path):
    """The province's working folder."""
    for part in ("definitions", "codelists"):
        shutil.copytree(in_use.SHIPPED.parent / part, tmp_path / "desk" / part)
    return tmp_path / "desk"


@pytest.fixture
def key(tmp_path):
    """The province's key file."""
    private = Ed25519PrivateKey.generate()
    path = tmp_path / "province.pem"
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


@pytest.fixture
def build(zhibao, folder, key, tmp_path):
    """Make a pack by command."""

    def built(version, sequence, first="2026-01"):
        out = tmp_path / f"{version}.zbscheme"
        words = ("--key", key, "--scheme-version", version, "--sequence", sequence, "--from", first, "--demo")
        return zhibao("scheme", "build", folder, out, *words), out

    return built


def test_a_pack_from_the_desk_to_the_firm_and_back(zhibao, build, folder):
    made, first = build("2026.1", 1)
    assert (made.status, made.data["version"], made.data["sequence"]) == (0, "2026.1", 1)
    mark = made.data["signer"]

    checked = zhibao("scheme", "verify", first)
    assert (checked.status, checked.data["trusted"], checked.data["signer"]) == (0, False, mark)
    assert zhibao("scheme", "install", first).data["error"]["code"] == "scheme-no-signer"
    wrong = zhibao("scheme", "install", first, "--signer", "0" * 64)
    assert (wrong.status, wrong.data["error"]["code"]) == (3, "scheme-other-signer")
    assert zhibao("scheme", "list").data["packs"] == []
    done = zhibao("scheme", "install", first, "--signer", mark[:16].upper())
    assert (done.status, done.data["sha256"]) == (0, made.data["sha256"])
    assert zhibao("scheme", "verify", first).data["trusted"] is True

    path = folder / "definitions" / "scheme" / "parameters.toml"
    path.write_text(path.read_text("utf-8").replace("month_day = 5 ", "month_day = 8 "), "utf-8")
    countries = folder / "codelists" / "countries.csv"
    countries.write_text(countries.read_text("utf-8") + "XKX,科索沃,ksw,,,,,,1,1,\n", "utf-8")
    _made, second = build("2026.2", 2, "2026-07")
    told = zhibao("scheme", "diff", "1", second).data["changes"]
    assert [(one["part"], one["place"], one["text"]) for one in told] == [
        ("code", "countries XKX", "新增代码 XKX 科索沃"),
        ("parameter", "deadlines.month_day", "参数 deadlines.month_day：5 → 8"),
    ]
    assert zhibao("scheme", "diff", "shipped", first).data["changes"] == []

    zhibao("scheme", "install", second)
    listed = zhibao("scheme", "list").data
    assert (listed["in_force"], [one["sequence"] for one in listed["packs"]]) == ("2026.2", [2, 1])
    older = zhibao("scheme", "install", first)
    assert (older.status, older.data["error"]["code"]) == (3, "scheme-older")
    back = zhibao("scheme", "rollback")
    assert (back.data["rolled_back"], back.data["in_force"]) == ("2026.2", "2026.1")
    assert zhibao("scheme", "rollback").data["in_force"] is None
    assert zhibao("scheme", "rollback").status == 3


def test_the_key_pinned_in_a_book_vouches_for_a_pack(zhibao, build, book, province, key):
    from sync.enrolment import enroll

    enroll(book, province.code(book.firm.uscc))
    book.close()
    _made, strange = build("2026.1", 1)
    refused = zhibao("scheme", "install", strange, "--book", book.path)
    assert (refused.status, refused.data["error"]["code"]) == (3, "scheme-other-signer")
    strange.unlink()
    key.write_bytes(province.admin_key.with_name("province.pem").read_bytes())
    _made, own = build("2026.1", 1)
    assert zhibao("scheme", "install", own, "--book", book.path).status == 0


def test_a_damaged_pack_is_said_with_every_command_that_reads_definitions(zhibao, build, book):
    made, first = build("2026.1", 1)
    zhibao("scheme", "install", first, "--signer", made.data["signer"])
    [general] = in_use.root().glob("*/definitions/general.rules.toml")
    general.write_bytes(general.read_bytes() + b"\n")
    in_use.refresh()
    book.close()
    assert "已改用程序自带的制度" in zhibao("check", book.path).stderr
    assert zhibao("scheme", "list").data["notices"] == [
        "第1号制度包的文件被改动或损坏，已改用程序自带的制度；请重新安装制度包。"
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--sequence", "0"), "bad-scheme-version"),
        (("--from", "2026"), "bad-scheme-version"),
        (("--scheme-version", " "), "bad-scheme-version"),
        (("--key", "nothing.pem"), "no-key"),
    ],
)
def test_a_pack_that_cannot_be_made_leaves_no_file(zhibao, folder, key, tmp_path, words, code):
    out = tmp_path / "out.zbscheme"
    sound = ("--key", key, "--scheme-version", "2026.1", "--sequence", "1", "--from", "2026-01")
    made = zhibao("scheme", "build", folder, out, *sound, *words)
    assert (made.status, made.data["error"]["code"]) == (3, code)
    assert not out.exists()


def test_a_folder_with_other_things_in_it_is_not_packed(zhibao, folder, key, tmp_path):
    words = ("--key", key, "--scheme-version", "2026.1", "--sequence", "1", "--from", "2026-01")
    (folder / "definitions" / "notes.docx").write_bytes(b"")
    assert zhibao("scheme", "build", folder, tmp_path / "a", *words).data["error"]["code"] == "scheme-path"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert zhibao("scheme", "build", empty, tmp_path / "b", *words).data["error"]["code"] == "no-scheme-folder"
    assert zhibao("scheme", "diff", "7", "shipped").data["error"]["code"] == "no-scheme-installed"
