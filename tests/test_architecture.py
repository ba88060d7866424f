"""What ARCHITECTURE.md promises and a machine can check."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

import desktop
import forms
import sync

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "packaging").glob("requirements*.txt"))
PACKAGES = (desktop, forms, sync)
LONGEST_MODULE = 300
CALLS = 10_000
OF_SYNC = "audit|decisions|outbox|receipts|refusals|standing|sync_log"
"""Tables of the Book in which sync keeps where a filing stands and what the province said."""


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_the_packages_imported_are_the_ones_in_this_repository(package):
    assert Path(package.__file__).parent == ROOT / package.__name__


def test_every_import_contract_is_kept():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_desktop_asks_sync_where_a_filing_stands_and_not_its_tables():
    asked = re.compile(rf"\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:{OF_SYNC})\b")
    assert {str(path): found for path in modules_of(desktop) if (found := asked.findall(texts_of(path)))} == {}


def modules_of(package):
    return sorted((ROOT / package.__name__).rglob("*.py"))


def texts_of(module):
    """Give every text of a module, one after the other; what stands between braces of an f-string is left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return "\n".join(texts)


def test_packaging_and_tests_are_no_packages():
    folders = [ROOT / "packaging", *(path for path in (ROOT / "tests").rglob("*") if path.is_dir()), ROOT / "tests"]
    assert not [folder for folder in folders if (folder / "__init__.py").exists()]


def test_no_module_is_longer_than_a_few_hundred_lines():
    modules = [path for package in PACKAGES for path in (ROOT / package.__name__).rglob("*.py")]
    modules.append(ROOT / "packaging" / "bootstrap.py")
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {str(path): lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_pins_every_package_with_hashes_and_names_no_index(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pins
    assert [line for line in pins if not re.match(r"[a-z0-9-]+==\S+ ", line) or not line.endswith("\\")] == []


def test_the_lock_files_hold_every_dependency_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=]", wanted)[0].lower() for wanted in project["dependencies"]}
    for lock in LOCKS:
        pinned = {line.split("==")[0] for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line}
        assert names - pinned == set()


def test_qt_is_pinned_to_the_version_that_old_desktops_can_load():
    text = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    assert "pyside6-essentials==6.9.3" in text
    assert "shiboken6==6.9.3" in text


def test_void_qt_calls_leave_the_reference_count_of_none_alone():
    """PySide6 6.12 loses a reference to None with each void call on Python 3.11, until the interpreter aborts."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("名")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def test_the_command_line_starts_without_qt_excel_and_the_web_framework():
    heavy = "{'PySide6', 'openpyxl', 'python_calamine', 'xlrd', 'litestar', 'sqlalchemy', 'uvicorn'}"
    code = f"import sys, desktop.commands.program as it; it.parser(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_is_brought_in_without_what_only_writes_or_converts_files():
    heavy = "{'openpyxl', 'numpy', 'xlrd', 'forms.workbook.translation', 'sqlite_utils'}"
    code = f"import sys, forms.workbook.importing; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_the_pages_tell_is_found_out_without_qt():
    """The modules that read a Book for a page are data in, data out: a command or a test may ask them, too."""
    told = "comparing, earlier, exchange_state, filings, messages, place, submission, todo, trend, year"
    code = f"import sys; from desktop import {told}; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
