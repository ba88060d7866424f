"""A small run of `tests/faults/restored.py`; the long one is run by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

RESTORED = Path(__file__).with_name("restored.py")


def told(*words):
    done = subprocess.run(
        [sys.executable, str(RESTORED), "--json", *words], capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def test_what_a_backup_did_not_have_comes_back_whole():
    status, tally = told("--runs", "2", "--seed", "5")
    assert (status, tally["faults"], tally["runs"]) == (0, [], 2)
    assert tally["given_back"] == tally["lost_by_the_province"] > 0


@pytest.mark.parametrize("bug", ["no-reconcile", "no-decisions", "only-the-heads"])
def test_a_program_that_does_less_is_caught(bug):
    status, tally = told("--runs", "8", "--seed", "1", "--bug", bug)
    assert status == 1
    assert tally["faults"]
