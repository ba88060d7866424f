"""Packs made by an enemy, or by a province that signed too much: refused in one sentence, and nothing changes."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import in_use
from forms.scheme import container
from forms.scheme.manifest import LARGEST_MEMBER, SchemeRefused, is_safe
from forms.scheme.shelf import Shelf

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
DOUBLED = "WITH RECURSIVE d(t, n) AS (SELECT 'zhibao12', 0 UNION ALL SELECT t || t, n + 1 FROM d WHERE n < {n})"
LARGE = ", n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) "
"""With half a megabyte of text in `d`, two gigabytes of rows."""


def refused(desk, file):
    """Give the sentence; nothing may have come upon the shelf."""
    shelf = Shelf(in_use.root())
    with pytest.raises(SchemeRefused) as problem:
        shelf.install(file, {desk.signer})
    assert not shelf.root.exists() or list(shelf.root.iterdir()) == []
    assert problem.value.message.endswith("。")
    return problem.value


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM contracts RETURNING uid, period", "Z-001不能执行"),
        ("SELECT uid, period FROM contracts); DELETE FROM contracts; --", "Z-001不能执行"),
        ("ATTACH 'loot.db' AS loot", "Z-001不能执行"),
        ("PRAGMA writable_schema = 1", "Z-001不能执行"),
        ("SELECT name AS uid, file AS period FROM pragma_database_list", "Z-001不能执行"),
        ("SELECT load_extension('loot') AS uid, '' AS period", "load_extension"),
        ("SELECT hex(zeroblob(2000000000)) AS uid, '' AS period", "hex"),
        ("SELECT name AS uid, '' AS period FROM sqlite_master", "sqlite_master"),
        ("SELECT key AS uid, value AS period FROM meta", "meta"),
        ("SELECT uid FROM contracts", "缺少period列"),
        (ENDLESS + "SELECT '' AS uid, max(i) AS period FROM n", "已停止"),
        (DOUBLED.format(n=40) + " SELECT t AS uid, '' AS period FROM d", "产生的数据超过"),
        (DOUBLED.format(n=16) + LARGE + "SELECT t AS uid, t AS period FROM d CROSS JOIN n WHERE d.n = 16", "内存过大"),
    ],
)
def test_a_rule_that_wants_more_than_to_look_is_refused(desk, statement, said):
    desk.rule(statement)
    assert said in refused(desk, desk.give()).message


def test_a_condition_that_never_ends_is_met_on_the_sample_firm(desk):
    desk.rule(f"({ENDLESS}SELECT max(i) FROM n) > 0", how="holds")
    assert "已停止" in refused(desk, desk.give()).message


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("definitions/JLFW-02/2026-01.toml", 'table = "contracts"', 'table = "meta"', "表名“meta”不能用"),
        ("definitions/JLFW-02/2026-01.toml", 'table = "contracts"', 'table = "c(a); DROP"', "不能用"),
        ("definitions/JLFW-02/2026-01.toml", 'id = "remarks"', 'id = "re marks"', "re marks"),
        ("definitions/JLFW-02/2026-01.toml", 'id = "remarks"', 'id = "settled"', "settled"),
        ("definitions/JLFW-02/2026-01.toml", 'auto = "usd(', "auto = \"load_extension('x') + usd(", "load_extension"),
        ("definitions/JLFW-02/2026-01.toml", "[[field]]", "[[field]", "有误"),
        ("definitions/scheme/parameters.toml", "[rates]", "[rates", "有误"),
        ("codelists/currencies.csv", "code,label", "kode,label", "缺少列"),
        ("codelists/currencies.csv", "USD,", "JPY,", "重复"),
    ],
)
def test_definitions_that_are_none_are_refused(desk, name, before, after, said):
    desk.change(name, before, after)
    assert said in refused(desk, desk.give()).message


def zipped(*entries, compression=zipfile.ZIP_STORED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as packed:
        for info, content in entries:
            packed.writestr(info, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.csv",
        "/etc/passwd",
        "codelists/../../outside.csv",
        "codelists\\..\\outside.csv",
        "C:/codelists/a.csv",
        "codelists/a.csv\0.exe",
        "codelists/con.csv",
        "codelists/a.csv:stream.csv",
        "codelists/.a.csv",
        "codelists/a.py",
        "codelists/a/b/c/d.csv",
        "codelists/",
        "other/a.csv",
        "codelists/甲.csv",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(desk, tmp_path, name):
    assert not is_safe(name)
    file = tmp_path / "trick.zbscheme"
    info = zipfile.ZipInfo("x")
    info.filename = info.orig_filename = name
    file.write_bytes(zipped(("manifest.json", b"{}"), ("manifest.sig", b""), (info, b"")))
    assert refused(desk, file).code in ("scheme-path", "no-scheme")


def test_tricks_of_the_zip_are_refused(desk, tmp_path):
    sound = desk.give().read_bytes()
    manifest, signature, members = container.read(sound)
    bomb = zipped(("codelists/a.csv", bytes(LARGEST_MEMBER)), compression=zipfile.ZIP_DEFLATED)
    link = zipfile.ZipInfo("codelists/link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    twice = [("manifest.json", manifest), ("manifest.sig", signature), *members.items(), *list(members.items())[:1]]
    tricks = {
        "scheme-packed": [bomb],
        "scheme-too-large": [
            zipped(("codelists/a.csv", bytes(LARGEST_MEMBER + 1))),
            zipped(*((f"codelists/a{number}.csv", b"") for number in range(500))),
        ],
        "scheme-malformed": [
            zipped(("manifest.json", manifest), ("manifest.sig", signature), *members.items(), (link, b"/etc/passwd")),
            b"MZ before" + sound,
            sound + b"behind",
            sound[:-2] + b"\x04\x00note",
            zipped(*reversed(list(members.items())), ("manifest.sig", signature), ("manifest.json", manifest)),
        ],
        "no-scheme": [b"", b"PK", sound[:-1], sound[: len(sound) // 2], zipped(*members.items())],
    }
    with pytest.warns(UserWarning, match="Duplicate name"):
        tricks["scheme-malformed"].append(zipped(*twice))
    file = tmp_path / "trick.zbscheme"
    for code, files in tricks.items():
        for number, raw in enumerate(files):
            file.write_bytes(raw)
            assert refused(desk, file).code == code, (code, number)


def test_what_is_no_file_is_refused(desk, tmp_path):
    assert refused(desk, tmp_path / "nothing.zbscheme").code == "no-file"
    assert refused(desk, tmp_path).code == "no-scheme"
    huge = tmp_path / "huge.zbscheme"
    with huge.open("wb") as file:
        file.truncate(2 * container.LARGEST_FILE)
    assert refused(desk, huge).code == "scheme-too-large"


@given(data=st.data())
def test_no_spoilt_pack_is_read_otherwise_than_refused(data):
    sound = container.write(b"{}", bytes(64), {"codelists/a.csv": b"code,label\n", "definitions/b.toml": b"x = 1\n"})
    at = data.draw(st.integers(0, len(sound) - 1))
    how = data.draw(st.sampled_from(["flip", "cut", "drop", "double"]))
    bit = 1 << data.draw(st.integers(0, 7))
    spoilt = {
        "flip": sound[:at] + bytes([sound[at] ^ bit]) + sound[at + 1 :],
        "cut": sound[:at],
        "drop": sound[:at] + sound[at + 1 :],
        "double": sound[:at] + sound[at : at + 1] + sound[at:],
    }[how]
    try:
        read = container.read(spoilt)
    except SchemeRefused:
        return
    assert container.write(*read) == spoilt  # what is read is exactly what was given: the manifest judges it
