"""Scans belong to a contract: put in, taken out, undone, backed up, given back as they came."""

from __future__ import annotations

import hashlib
import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import attaching, attachments, backups, journal, ledger, media, rehearsal
from forms.book import Book
from forms.catalogue import load_catalogue
from forms.errors import EditRefused, InputRefused
from forms.kinds import Files, Unparsed
from forms.kinds.files import File, clean_name, files_of, packed
from forms.sample_papers import PAPER, SCAN, SCANS, paper

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTS, SCANNED = "JLFW-02", "contract_files"
TODAY = "2026-11-03"


@pytest.fixture
def contract(book: Book) -> str:
    return ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-2026-001", "signed_on": "2026-10-12"}, as_of=TODAY)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "YJ-2026-001 合同.pdf"
    path.write_bytes(PAPER)
    return path


def scans(book: Book, uid: str) -> list[File]:
    row = ledger.read_row(book, CONTRACTS, uid)
    assert row is not None
    return files_of(row[SCANNED])


def attach(book: Book, uid: str, *paths: Path) -> attaching.Attached:
    return attaching.add(book, CONTRACTS, SCANNED, {uid: paths}, as_of=TODAY)


def test_a_scan_is_kept_under_its_digest_and_comes_back_byte_for_byte(
    book: Book, contract: str, scan: Path, tmp_path: Path
) -> None:
    attach(book, contract, scan)
    (kept,) = scans(book, contract)
    assert kept == File("YJ-2026-001 合同.pdf", hashlib.sha256(PAPER).hexdigest(), len(PAPER), "application/pdf")
    saved = attachments.save(book, kept, tmp_path / "取出")
    assert (saved.name, saved.read_bytes()) == (kept.name, PAPER)
    assert attachments.save(book, kept, tmp_path / "取出") == saved
    assert [path.name for path in (tmp_path / "取出").iterdir()] == [kept.name]


def test_a_large_scan_is_kept_in_pieces(book: Book, contract: str, tmp_path: Path) -> None:
    path = tmp_path / "大.pdf"
    path.write_bytes(b"%PDF-1.4\n" + os.urandom(700_000))
    attach(book, contract, path)
    (kept,) = scans(book, contract)
    assert len(list(attachments.pieces_of(book, kept.sha256))) == 3
    assert b"".join(attachments.pieces_of(book, kept.sha256)) == path.read_bytes()


def test_one_content_is_kept_once_for_a_hundred_rows(book: Book, scan: Path) -> None:
    typed = [{"contract_no": f"YJ-{n}", "signed_on": "2026-10-12"} for n in range(100)]
    uids = ledger.add_rows(book, CONTRACTS, typed, as_of=TODAY)
    before = journal.last_seq(book)
    attaching.add(book, CONTRACTS, SCANNED, {uid: [scan] for uid in uids}, as_of=TODAY)
    assert book.db.execute("SELECT count(*) FROM attachments").fetchone()[0] == 1
    assert journal.last_seq(book) == before + 1


def test_attaching_and_removing_are_steps_that_undo_also_after_a_restart(
    book: Book, contract: str, scan: Path, tmp_path: Path
) -> None:
    attach(book, contract, scan)
    (kept,) = scans(book, contract)
    attaching.remove(book, CONTRACTS, SCANNED, contract, [kept], as_of=TODAY)
    assert scans(book, contract) == []
    book.close()
    with Book.open(book.path) as again:
        assert journal.undo(again) == (CONTRACTS, "合同台账移除合同扫描件1个")
        assert scans(again, contract) == [kept]
        assert attachments.save(again, kept, tmp_path / "取出").read_bytes() == PAPER
        journal.undo(again)
        assert scans(again, contract) == []
        journal.redo(again)
        assert scans(again, contract) == [kept]


def test_the_same_scan_again_changes_nothing_and_another_of_its_name_gets_a_number(
    book: Book, contract: str, scan: Path, tmp_path: Path
) -> None:
    attach(book, contract, scan)
    before = journal.last_seq(book)
    assert list(attach(book, contract, scan).known) == [contract]
    assert journal.last_seq(book) == before
    (tmp_path / "另").mkdir()
    other = tmp_path / "另" / scan.name
    other.write_bytes(paper("SECOND PAGE"))
    attach(book, contract, other)
    assert [one.name for one in scans(book, contract)] == ["YJ-2026-001 合同(2).pdf", "YJ-2026-001 合同.pdf"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("合同.pdf", b"MZ\x90\x00 a program", "file-type"),
        ("合同.pdf", b"<html>", "file-type"),
        ("合同.pdf", b"", "file-empty"),
        ("合同.pdf", b"%PDF-" + b"0" * 20_971_520, "file-too-large"),
        ("合同.docx", b"PK\x03\x04", "file-type"),
    ],
)
def test_what_is_no_scan_is_refused_by_its_content_and_nothing_changes(
    book: Book, contract: str, scan: Path, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    bad = tmp_path / "bad" / name
    bad.parent.mkdir()
    bad.write_bytes(data)
    before = journal.last_seq(book)
    with pytest.raises(InputRefused) as refusal:
        attach(book, contract, scan, bad)
    assert refusal.value.code == code
    assert name in refusal.value.message
    assert (scans(book, contract), journal.last_seq(book)) == ([], before)
    assert book.db.execute("SELECT count(*) FROM attachments").fetchone()[0] == 1, (
        "the sample scan of every test's Book"
    )


def test_a_name_that_lies_about_the_content_gets_the_suffix_of_the_content(
    book: Book, contract: str, tmp_path: Path
) -> None:
    path = tmp_path / "合同.pdf.exe"
    path.write_bytes(PAPER)
    attach(book, contract, path)
    assert [one.name for one in scans(book, contract)] == ["合同.pdf.exe.pdf"]


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\a\\合同.pdf", "合同.pdf"),
        ("合同\x00\x1f\u202efdp.exe", "合同 fdp.exe"),
        ("a<b>:c|d?.pdf", "a_b__c_d_.pdf"),
        (" ..隐藏.pdf. ", "隐藏.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("", "附件"),
        ("合" * 300 + ".pdf", "合" * 116 + ".pdf"),
    ],
)
def test_a_hostile_name_is_cleaned(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(st.text(max_size=200))
def test_a_cleaned_name_is_a_plain_file_name_and_stays_as_it_is(name: str) -> None:
    clean = clean_name(name)
    assert clean_name(clean) == clean
    assert 0 < len(clean) <= 120
    assert not set(clean) & set('/\\<>:"|?*\x00')
    assert clean.isprintable()
    for one in media.known(load_catalogue()):
        assert clean_name(one.fitted(name)) == one.fitted(name)
        assert one.fitted(name).lower().endswith(one.suffixes)


_FILE = st.builds(
    File,
    name=st.text(max_size=30).map(clean_name),
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
    bytes=st.integers(1, 2**40),
    media=st.sampled_from(["application/pdf", "image/jpeg"]),
)


@given(st.lists(_FILE, min_size=1, max_size=5))
def test_files_survive_editing_sending_and_showing(files: list[File]) -> None:
    kind, stored = Files(("pdf",)), packed(files)
    assert kind.parse(kind.edit(stored)) == stored
    assert kind.unwire(kind.wire(stored)) == stored
    assert files_of(stored) == sorted(set(files))
    assert kind.show(stored) == f"{len(set(files))} 个附件"


@pytest.mark.parametrize("typed", ["合同.pdf", "1 个附件", '[{"name":"a.pdf"}]', '[{"name":"../a.pdf"}]', "[" * 5000])
def test_typed_text_is_no_attachment(typed: str) -> None:
    assert Files(("pdf",)).parse(typed) == Unparsed(typed, "not-files")


def test_an_accepted_row_takes_no_scan(book: Book, contract: str, scan: Path) -> None:
    book.db.execute("UPDATE contracts SET settled = 1")
    with pytest.raises(EditRefused) as refusal:
        attach(book, contract, scan)
    assert refusal.value.code == "row-locked"


def test_contents_never_change(book: Book, contract: str, scan: Path) -> None:
    import sqlite3

    attach(book, contract, scan)
    for table in ("attachments", "attachment_chunks"):
        with pytest.raises(sqlite3.IntegrityError):
            book.db.execute(f"UPDATE {table} SET sha256 = 'x'")


def test_only_what_nothing_names_any_more_is_swept(book: Book, contract: str, scan: Path) -> None:
    attach(book, contract, scan)
    journal.undo(book)
    assert attachments.sweep(book) == 0, "redo would need it"
    ledger.set_cells(book, CONTRACTS, [ledger.CellEdit(contract, "remarks", "甲")], label="", as_of=TODAY)
    assert attachments.sweep(book) == 1
    attach(book, contract, scan)
    assert attachments.sweep(book) == 0


def test_a_book_made_before_attachments_gets_their_tables(book: Book, contract: str, scan: Path) -> None:
    for table in ("attachment_chunks", "attachments"):
        book.db.execute(f"DROP TABLE {table}")
    book.db.execute("ALTER TABLE contracts DROP COLUMN contract_files")
    for column in ("who", "account", "seq"):
        book.db.execute(f"ALTER TABLE imports DROP COLUMN {column}")
    book.put("definitions", "older")
    book.db.execute("PRAGMA user_version = 1")
    book.close()
    with Book.open(book.path) as again:
        attach(again, contract, scan)
        assert len(scans(again, contract)) == 1


def test_a_backup_carries_the_scans_and_a_rehearsal_finds_them(
    book: Book, contract: str, scan: Path, tmp_path: Path
) -> None:
    attach(book, contract, scan)
    copy = tmp_path / "恢复.zhibao"
    backups.restore(backups.back_up(book), copy)
    found = rehearsal.rehearse(book, backups.folder_of(book.path))
    assert found.fault == ""
    with Book.open(copy) as restored:
        (kept,) = scans(restored, contract)
        assert b"".join(attachments.pieces_of(restored, kept.sha256)) == PAPER


def test_a_damaged_content_is_told_not_given(book: Book, contract: str, scan: Path, tmp_path: Path) -> None:
    attach(book, contract, scan)
    book.db.execute("DROP TRIGGER attachment_chunks_no_update")
    book.db.execute("UPDATE attachment_chunks SET data = zeroblob(length(data))")
    with pytest.raises(InputRefused, match="已损坏"):
        attachments.save(book, scans(book, contract)[0], tmp_path / "取出")
    assert list((tmp_path / "取出").iterdir()) == []


# -- a folder


def test_a_folder_is_matched_by_the_number_its_names_begin_with(book: Book, tmp_path: Path) -> None:
    numbers = ("YJ-2026-1", "YJ-2026-12", "YJ-2026-12-2", "KR/2026(03)", "延字5号")
    for number in numbers:
        ledger.add_row(book, CONTRACTS, {"contract_no": number, "signed_on": "2026-10-12"}, as_of=TODAY)
    names = {
        "YJ-2026-1.pdf": "YJ-2026-1",
        "yj_2026_1 补充协议.pdf": "YJ-2026-1",
        "YJ-2026-1合同.pdf": "YJ-2026-1",
        "ＹＪ-2026-12.pdf": "YJ-2026-12",
        "YJ-2026-12-2.pdf": "YJ-2026-12-2",
        "KR_2026_03_签章页.pdf": "KR/2026(03)",
        "延字5号合同.pdf": "延字5号",
    }
    strangers = ["合同YJ-2026-1.pdf", "YJ-2026-123.pdf", "YJ-2026.pdf"]
    doubtful = "YJ-2026-12-2 附件.pdf"
    folder = tmp_path / "扫描"
    (folder / "YJ-2026-1").mkdir(parents=True)
    for name in (*names, *strangers, doubtful, ".隐藏.pdf", "~$临时.pdf"):
        (folder / name).write_bytes(PAPER)
    match = attaching.match(book, CONTRACTS, attaching.files_in(folder), period="2026-10")
    assert {path.name: match.keys[uid] for uid, paths in match.by_row.items() for path in paths} == names
    assert sorted(one.path.name for one in match.unmatched) == sorted(strangers)
    assert [(one.path.name, one.fits) for one in match.ambiguous] == [(doubtful, ("YJ-2026-12", "YJ-2026-12-2"))]


def test_a_number_that_stands_twice_takes_nothing(book: Book, tmp_path: Path) -> None:
    for _ in range(2):
        ledger.add_row(book, CONTRACTS, {"contract_no": "YJ-1", "signed_on": "2026-10-12"}, as_of=TODAY)
    match = attaching.match(book, CONTRACTS, [tmp_path / "YJ-1.pdf"])
    assert (match.by_row, [one.fits for one in match.ambiguous]) == ({}, [("YJ-1",)])


def test_ten_thousand_names_are_matched_in_a_moment(book: Book, tmp_path: Path) -> None:
    typed = [{"contract_no": f"YJ-2026-{n:05}", "signed_on": "2026-10-12"} for n in range(2_000)]
    ledger.add_rows(book, CONTRACTS, typed, as_of=TODAY)
    paths = [tmp_path / f"YJ-2026-{n:05} 合同第一页.pdf" for n in range(10_000)]
    begun = time.process_time()
    match = attaching.match(book, CONTRACTS, paths)
    assert (len(match.by_row), len(match.unmatched)) == (2_000, 8_000)
    assert time.process_time() - begun < 2


def test_the_sample_scan_is_what_its_name_says(book: Book) -> None:
    assert media.of_head(book.catalogue, PAPER[: media.HEAD]) == media.known(book.catalogue)[0]
    assert Files(("pdf",)).parse(SCANS) == SCANS
    assert (SCAN.bytes, SCAN.sha256) == (len(PAPER), hashlib.sha256(PAPER).hexdigest())
