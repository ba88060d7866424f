"""zhibao attach, detach, attachments: one row, a card, a whole folder; JSON and exit statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import ledger
from forms.sample_papers import PAPER, paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forms.book import Book

TODAY = "2026-11-03"
PLACE = ("02", "2026-10", "contract_files")


@pytest.fixture
def firm(book: Book) -> Path:
    """Enter three contracts, two of one number, and close the Book."""
    book.put("demo.as_of", TODAY)
    for number in ("YJ-001", "YJ-002", "YJ-003", "YJ-003"):
        ledger.add_row(book, "JLFW-02", {"contract_no": number, "signed_on": "2026-10-12"}, as_of=TODAY)
    book.close()
    return book.path


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "YJ-001 合同.pdf"
    path.write_bytes(PAPER)
    return path


def test_a_scan_is_attached_listed_saved_detached_and_taken_back(
    firm: Path, scan: Path, tmp_path: Path, zhibao: Callable
) -> None:
    done = zhibao("attach", firm, *PLACE, scan, "--row", "YJ-001")
    assert done.status == 0
    (one,) = done.data["attached"]
    assert (one["row"], one["name"], one["bytes"], one["media"]) == (1, scan.name, len(PAPER), "application/pdf")
    assert zhibao("attach", firm, *PLACE, scan, "--row", "YJ-001").data["known"][0]["name"] == scan.name

    (held,) = zhibao("attachments", firm, "02", "--period", "2026-10", "--row", "YJ-001").data["attachments"]
    assert (held["key"], held["field"], held["name"]) == ("YJ-001", "contract_files", scan.name)
    assert zhibao("attachments", firm, "--period", "2026-09").data["attachments"] == []
    (saved,) = zhibao("attachments", firm, "--save", tmp_path / "出").data["saved"]
    assert (tmp_path / "出" / scan.name).read_bytes() == PAPER
    assert saved == str(tmp_path / "出" / scan.name)

    assert zhibao("detach", firm, *PLACE, scan.name, "--row", "YJ-001").data["removed"] == [scan.name]
    assert zhibao("attachments", firm).data["attachments"] == []
    assert zhibao("undo", firm).status == 0
    assert len(zhibao("attachments", firm).data["attachments"]) == 1
    assert zhibao("attachments", firm, "--clean").data["cleaned"] == 0


def test_a_card_takes_its_licence_without_a_row(firm: Path, scan: Path, zhibao: Callable) -> None:
    done = zhibao("attach", firm, "01", "2026", "license_file", scan)
    assert (done.status, len(done.data["attached"])) == (0, 1)
    refused = zhibao("attach", firm, "01", "2026", "license_file", scan, "--row", "1")
    assert (refused.status, refused.data["error"]["code"]) == (3, "no-rows")


def test_a_folder_is_matched_and_the_rest_is_listed(firm: Path, tmp_path: Path, zhibao: Callable) -> None:
    folder = tmp_path / "扫描"
    folder.mkdir()
    for name, data in {
        "YJ-001.pdf": PAPER,
        "YJ-002 第1页.pdf": PAPER,
        "YJ-002 第2页.pdf": paper("TWO"),
        "YJ-003.pdf": PAPER,
        "YJ-002 说明.docx": b"PK\x03\x04",
        "会议纪要.pdf": PAPER,
    }.items():
        (folder / name).write_bytes(data)
    done = zhibao("attach", firm, *PLACE, "--folder", folder)
    assert done.status == 1
    assert [(one["row"], one["name"]) for one in done.data["attached"]] == [
        (1, "YJ-001.pdf"),
        (2, "YJ-002 第1页.pdf"),
        (2, "YJ-002 第2页.pdf"),
    ]
    assert [one["file"] for one in done.data["unmatched"]] == ["会议纪要.pdf"]
    assert [(one["file"], one["rows"]) for one in done.data["ambiguous"]] == [("YJ-003.pdf", ["YJ-003"])]
    assert [one["file"] for one in done.data["refused"]] == ["YJ-002 说明.docx"]
    (folder / "YJ-003.pdf").unlink()
    (folder / "YJ-002 说明.docx").unlink()
    (folder / "会议纪要.pdf").unlink()
    again = zhibao("attach", firm, *PLACE, "--folder", folder)
    assert (again.status, again.data["attached"], len(again.data["known"])) == (0, [], 3)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("02", "2026-10", "contract_files", "--row", "YJ-001"), "no-files"),
        (("02", "2026-10", "remarks", "{scan}", "--row", "YJ-001"), "no-files-field"),
        (("02", "2026-10", "扫描", "{scan}", "--row", "YJ-001"), "unknown-field"),
        (("02", "2026-10", "contract_files", "{scan}"), "no-row-key"),
        (("02", "2026-10", "contract_files", "{scan}", "--row", "YJ-9"), "no-row"),
        (("02", "2026-10", "contract_files", "{scan}", "--row", "YJ-003"), "many-rows"),
        (("02", "2026-10", "contract_files", "{scan}没有", "--row", "YJ-001"), "file-unreadable"),
        (("02", "2026-10", "contract_files", "--folder", "{scan}"), "no-folder"),
        (("02", "2026-10", "contract_files", "--folder", ".", "--row", "YJ-001"), "folder-for-rows"),
        (("01", "2026", "license_file", "--folder", "."), "folder-for-rows"),
    ],
)
def test_what_cannot_be_attached_is_refused_with_a_remedy(
    firm: Path, scan: Path, zhibao: Callable, words: tuple[str, ...], code: str
) -> None:
    refused = zhibao("attach", firm, *(word.format(scan=scan) for word in words))
    assert (refused.status, refused.data["error"]["code"]) == (3, code)
    assert zhibao("attachments", firm).data["attachments"] == []


def test_an_unknown_name_is_not_detached(firm: Path, scan: Path, zhibao: Callable) -> None:
    zhibao("attach", firm, *PLACE, scan, "--row", "YJ-001")
    refused = zhibao("detach", firm, *PLACE, "别的.pdf", "--row", "YJ-001")
    assert (refused.status, refused.data["error"]["code"]) == (3, "no-such-file")
    assert scan.name in refused.data["error"]["message"]


def test_an_export_and_its_import_leave_the_scans_alone(
    firm: Path, scan: Path, tmp_path: Path, zhibao: Callable
) -> None:
    zhibao("attach", firm, *PLACE, scan, "--row", "YJ-001")
    zhibao("export", firm, "02", tmp_path / "台账.xlsx")
    assert zhibao("import", firm, "02", tmp_path / "台账.xlsx").data["rows_refused"] == 0
    assert len(zhibao("attachments", firm).data["attachments"]) == 1
