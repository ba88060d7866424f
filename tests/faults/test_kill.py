"""A small run of `tests/faults/kill.py`; the long one is run by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the victim is forked")
KILL = Path(__file__).with_name("kill.py")


def test_six_kills_lose_nothing_and_double_nothing(tmp_path):
    command = [sys.executable, str(KILL), "--runs", "6", "--seed", "3", "--json"]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(KILL.parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    tally = json.loads(done.stdout)
    assert tally["faults"] == []
    assert (tally["lost"], tally["doubled"], tally["unopened"], tally["broken_chains"]) == (0, 0, 0, 0)
    assert (tally["runs"], done.returncode) == (6, 0)
    assert 0 < tally["at_the_endpoint"] <= tally["filings"]
