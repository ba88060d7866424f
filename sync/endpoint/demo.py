"""A demonstration endpoint: the reference endpoint in its own process, which ends with the one that started it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from sync.administration import administration
from sync.errors import EndpointUnreachable

_ROOT = Path(__file__).resolve().parents[2]
_END_SECONDS = 10


class DemoEndpoint:
    """A running demonstration endpoint; close it, or leave its `with` block, to end it."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, admin_key: Path) -> None:
        """Take a process that has said it is ready."""
        self._process = process
        self.url = url
        self.admin_key = admin_key

    @property
    def pid(self) -> int:
        """The process id of the endpoint."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether the process still lives; somebody may have ended it."""
        return self._process.poll() is None

    def code(self, uscc: str) -> str:
        """Ask the endpoint, as its administrator, for an enrolment code for a firm."""
        return administration(self.url, self.admin_key).code(uscc).code

    def close(self) -> None:
        """End the process and wait for its end; closing twice is harmless."""
        if self._process.stdin is not None:
            self._process.stdin.close()  # it serves until its standard input ends
        try:
            self._process.wait(timeout=_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


def start_demo(
    folder: Path,
    as_of: str | None = None,
    *,
    period: str | None = None,
    script: str | None = "return-first",
    port: int = 0,
) -> DemoEndpoint:
    """Start a demonstration endpoint whose database, keys and log live in `folder`, and wait until it answers.

    `period` is the month whose first JLFW-04 the script returns (without it: the month before `as_of`);
    without a script nobody reviews. `port` 0 is any free one.

    Raises:
        EndpointUnreachable: it did not start; its log says why.

    """
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "sync.endpoint", "serve", "--demo", "--until-eof", "--verbose"]
    command += ["--database", f"sqlite:///{(folder / 'province.db').resolve().as_posix()}"]
    command += ["--parent-pid", str(os.getpid()), "--port", str(port)]
    command += ["--script", script] if script else []
    command += ["--as-of", as_of] if as_of else []
    command += ["--period", period] if period else []
    search = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    with (folder / "endpoint.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own program, arguments built above
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, "PYTHONPATH": search, "PYTHONUNBUFFERED": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    line = process.stdout.readline() if process.stdout is not None else b""
    if not line.strip():
        process.kill()
        process.wait()
        raise EndpointUnreachable("demo-not-started", f"演示平台没有启动，原因见“{folder / 'endpoint.log'}”。")
    ready = json.loads(line)
    return DemoEndpoint(process, ready["url"], Path(ready["admin_key"]))
