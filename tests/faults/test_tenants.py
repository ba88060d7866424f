"""Small runs of `tests/faults/tenants.py`; the long ones are run by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TENANTS = Path(__file__).with_name("tenants.py")


def told(*words):
    done = subprocess.run([sys.executable, str(TENANTS), "--json", *words], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_nobody_sees_or_changes_what_is_anothers(database):
    status, tally = told("--runs", "500", "--seed", "4", "--database", database)
    assert (status, tally["leaks"], tally["changed"], tally["runs"]) == (0, [], 0, 500)
    assert sum("answered" in answer for answer in tally["answers"]) > 5


def test_row_level_security_holds_alone():
    status, tally = told("--runs", "300", "--seed", "4", "--bug", "only-rls")
    assert (status, tally["leaks"], tally["database"]) == (0, [], "postgresql")


@pytest.mark.parametrize("bug", ["no-predicate", "rls-off"])
def test_without_any_fence_it_is_seen(bug):
    status, tally = told("--runs", "300", "--seed", "4", "--bug", bug)
    assert status == 1
    assert tally["leaks"]
