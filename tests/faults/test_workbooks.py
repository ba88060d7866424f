"""A small run of `tests/faults/workbooks.py`; the long one is run by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the reading processes are forked")
WORKBOOKS = Path(__file__).with_name("workbooks.py")


def test_five_hundred_broken_workbooks_end_in_an_answer_or_in_a_sentence(tmp_path):
    command = [sys.executable, str(WORKBOOKS), "--runs", "500", "--seed", "5", "--json"]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(WORKBOOKS.parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.stderr == ""
    tally = json.loads(done.stdout)
    assert tally["faults"] == []
    assert (tally["runs"], done.returncode) == (500, 0)
    # Breaking breaks something, but not everything; and every child was asked.
    assert set(tally["answered"]) == {"reading", "looking", "annotating", "listing"}
    assert sum(tally["answered"].values()) > 100
    assert sum(tally["refused"].values()) > 100
    assert tally["parent_mebibytes"] < 1024
