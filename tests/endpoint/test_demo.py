"""A demonstration ends with the program that started it, however that ends."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from sync.endpoint.demo import start_demo
from sync.enrolment_code import decode_enrolment_code
from sync.errors import EndpointUnreachable

ROOT = Path(__file__).resolve().parents[2]
STARTER = """
import sys, pathlib
from sync.endpoint.demo import start_demo
print(start_demo(pathlib.Path(sys.argv[1])).pid, flush=True)
sys.stdin.read()
"""


def test_it_hands_out_codes_and_ends_when_closed(tmp_path):
    with start_demo(tmp_path / "p", as_of="2026-10-09") as demo:
        code = decode_enrolment_code(demo.code("91222401MA1DEM1235"))
        assert code.url == demo.url
        process = psutil.Process(demo.pid)
    assert not process.is_running()
    demo.close()


def test_it_ends_when_its_starter_is_killed(tmp_path):
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    demo = psutil.Process(int(starter.stdout.readline()))
    starter.send_signal(signal.SIGKILL)
    starter.communicate()
    psutil.wait_procs([demo], timeout=10)
    assert not demo.is_running() or demo.status() == psutil.STATUS_ZOMBIE


def test_it_says_where_to_look_when_it_cannot_start(tmp_path):
    with start_demo(tmp_path) as _running, pytest.raises(EndpointUnreachable, match="没有启动"):
        start_demo(tmp_path)


def test_a_real_database_is_no_demonstrations(own_endpoint):
    own_endpoint.close()
    with pytest.raises(EndpointUnreachable):
        start_demo(own_endpoint.folder)
    assert "belongs to a real endpoint" in (own_endpoint.folder / "endpoint.log").read_text()
