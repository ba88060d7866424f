"""What the program asks of the children that meet workbooks, asked of one input, and whether the answer is whole."""

from __future__ import annotations

import hashlib
import sqlite3
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING

import openpyxl

from forms.catalogue import load_catalogue
from forms.findings import ERROR, WARNING, Finding
from forms.workbook import doctor
from forms.workbook.annotating import annotate
from forms.workbook.firm_list import plain_cells, read_firm_list, write_firm_template
from forms.workbook.importing import ImportResult
from forms.workbook.reader import reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CELLS = ("A2", "K2", "K2", "C3", "H4", "Z99", "XFD1048576")
_SHEET = "合同台账"
_IMPORTS = "CREATE TABLE imports(id, form, sha256); INSERT INTO imports VALUES ('i', 'JLFW-02', '')"


class NotWhole(Exception):
    """An answer that lacks something."""


class Asking:
    """Asks of one input after the other; each lies under the same name."""

    def __init__(self, folder: Path) -> None:
        """Work in a folder."""
        self.folder, self.path = folder, folder / "台账.xlsx"
        self.catalogue = load_catalogue()
        self.edition = self.catalogue.edition("JLFW-02")
        self.forms = [self.edition, self.catalogue.edition("JLFW-03")]
        self.db = sqlite3.connect(":memory:")
        self.db.executescript(f"{_IMPORTS}; CREATE TABLE {self.edition.table}(uid, import_id, import_row)")

    def read(self, content: bytes) -> None:
        """Read it as contracts, as an import does."""
        self.path.write_bytes(content)
        with reading(self.path, self.edition) as sheet:
            rows = 0
            for run in sheet.runs():
                if {len(column) for column in run.columns} - {len(run.numbers)}:
                    raise NotWhole("columns of different lengths")
                rows += len(run.numbers)
            lost = sheet.done.rows_read - rows - len(sheet.done.refused)
        if lost:
            raise NotWhole(f"{lost} rows lost")

    def look(self, content: bytes) -> None:
        """Look at it, as the doctor does, and put what is odd into words."""
        self.path.write_bytes(content)
        looked = doctor.look(self.path, self.forms)
        edition = self.catalogue.edition(looked.form)
        doctor.mapping_of(looked, edition)
        for one in doctor.diagnosis(looked, edition):
            if not one.odd or "\n" in one.sentence:
                raise NotWhole(f"{one.code}: {one.sentence!r}")

    def annotate(self, content: bytes) -> None:
        """Give it back with remarks; the copy must be a package with every member of the original."""
        self.given_back(content)
        with zipfile.ZipFile(self.folder / "标注.xlsx") as copy:
            if "xl/workbook.xml" not in copy.namelist():
                raise NotWhole("a copy without a workbook")

    def list(self, content: bytes) -> None:
        """Read it as a list of firms, and the cells of one sheet as an opening balance does."""
        self.path.write_bytes(content)
        if len(content) % 2:
            plain_cells(self.path, _SHEET)
        else:
            read_firm_list(self.path, {})

    def given_back(self, content: bytes) -> bytes:
        """Give the annotated copy."""
        self.path.write_bytes(content)
        self.db.execute("UPDATE imports SET sha256 = ?", (hashlib.sha256(content).hexdigest(),))
        book = SimpleNamespace(catalogue=self.catalogue, db=self.db)
        copy = self.folder / "标注.xlsx"
        annotate(book, self._result(), self.path, copy)  # type: ignore[arg-type]
        return copy.read_bytes()

    def _result(self) -> ImportResult:
        findings = [
            Finding(
                "F2-001", ERROR if at % 2 else WARNING, "JLFW-02", "2026-10", at, None, f"YJ-{at}", "amount_orig", "1",
                _SHEET, cell, "合同金额与币种不符，请核对。",
            )
            for at, cell in enumerate(_CELLS)
        ]  # fmt: skip
        return ImportResult("i", _SHEET, {"contract_no": "A"}, {}, 9, 9, 0, 9, 0, 0, {}, [], findings=findings)

    def firms(self) -> bytes:
        """Give a list of firms."""
        path = write_firm_template(self.folder / "名单.xlsx")
        workbook = openpyxl.load_workbook(path)
        workbook.worksheets[0].append(["甲软件", "91222401MA1DEM1235", "延吉市", "2026-03"])
        workbook.worksheets[0].append(["乙数据", 912224011234567890, 222401, None])
        workbook.save(path)
        return path.read_bytes()


ASKED: dict[str, Callable[[Asking, bytes], None]] = {
    "reading": Asking.read,
    "looking": Asking.look,
    "annotating": Asking.annotate,
    "listing": Asking.list,
}
