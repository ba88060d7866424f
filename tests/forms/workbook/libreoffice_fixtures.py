"""Make the .xls and .ods workbooks of fixtures/ out of the traps, with LibreOffice.

    .venv/bin/python tests/forms/workbook/libreoffice_fixtures.py

They are committed: whoever runs the tests needs no LibreOffice.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from traps import FIXTURES, TRAPS, fixture, save


def main() -> int:
    """Convert every trap."""
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zhibao-fixtures-") as folder:
        made = [save(trap, Path(folder) / f"{fixture(name, '').name}.xlsx") for name, trap in TRAPS.items()]
        for suffix in ("xls", "ods"):
            command = ["soffice", "--headless", "--convert-to", suffix, "--outdir", str(FIXTURES), *map(str, made)]
            subprocess.run(command, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
