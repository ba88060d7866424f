"""Running the endpoint: its socket, its one process, its end."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import uvicorn
from filelock import FileLock, Timeout

from forms import catalogue as catalogues
from sync.endpoint import parent
from sync.endpoint.app import create_app
from sync.endpoint.clock import Clock
from sync.endpoint.keys import ADMINISTRATOR_KEY_FILE, PROVINCE_KEY_FILE, load_or_create_key
from sync.endpoint.rulebook import province_check
from sync.endpoint.schemes import Schemes, take_in
from sync.endpoint.script import CHAIN, ScriptedReview
from sync.endpoint.services import Services, build
from sync.endpoint.store import Store, StoreProblem, open_store

LOCK_FILE = "endpoint.lock"
_LAST_WORDS_SECONDS = 3
_BACKLOG = 512
_START_SECONDS = 60


class Settings(NamedTuple):
    """What `serve` was asked for; `public_url` is what enrolment codes carry, `script` set for a demonstration."""

    database: str
    folder: Path | None = None  # for keys, scheme packs and attached files; of SQLite by default the database's own
    host: str = "127.0.0.1"
    port: int = 0
    public_url: str | None = None
    demo: bool = False
    as_of: str | None = None
    script: str | None = None
    period: str | None = None
    parent_pid: int | None = None
    until_eof: bool = False
    scheme: Sequence[Path] = ()  # packs to put upon the shelf first


def serve(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until told to stop; `ready` gets the JSON line once requests are answered.

    Raises:
        StoreProblem: the database cannot be used, or another process serves it.
        OSError: the port is taken.

    """
    store = open_store(settings.database, settings.folder)
    with _alone(store) as lock, _listener(settings.host, settings.port) as listener:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        url = settings.public_url or f"http://{host}:{listener.getsockname()[1]}"
        server = _Server(_services(store, settings, url))
        if not store.one_process:
            lock.release(force=True)  # held only so that two that start together make one key, not two
        line = json.dumps({"url": url, "admin_key": str(store.folder / ADMINISTRATOR_KEY_FILE)}, ensure_ascii=False)
        server.when_started = lambda: ready(line)
        parent.watch(server.stop, pid=settings.parent_pid, until_eof=settings.until_eof)
        server.run(sockets=[listener])
    store.close()


def _alone(store: Store) -> FileLock:
    """Lock the folder: for good where one process may serve, for the start where many may.

    Raises:
        StoreProblem: another has it.

    """
    lock = FileLock(store.folder / LOCK_FILE)
    try:
        lock.acquire(timeout=0 if store.one_process else _START_SECONDS)
    except Timeout as error:
        store.close()
        message = "another process already serves this database"
        raise StoreProblem(message) from error
    return lock


def _listener(host: str, port: int) -> socket.socket:
    """Listen with the protocol spelt out: only then does asyncio send small answers at once (TCP_NODELAY)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two programs share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def _services(store: Store, settings: Settings, url: str) -> Services:
    take_in(store.folder, settings.scheme, load_or_create_key(store.folder / PROVINCE_KEY_FILE).public)
    schemes = Schemes(store.folder)
    catalogues.adopt(schemes.catalogue.scheme.folder.parent)  # never those of the user who runs it
    services = build(
        store,
        url=url,
        demo=settings.demo,
        clock=Clock(settings.as_of),
        check=province_check(schemes.catalogue_of_plain),
        schemes=schemes,
        chain=CHAIN if settings.script else (),
    )
    if settings.script:
        ScriptedReview(services, settings.script, settings.period).follow()
    return services


class _Server(uvicorn.Server):
    """Uvicorn, which here also tells when it answers requests, and can be told to stop from another thread."""

    when_started: Callable[[], None]

    def __init__(self, services: Services) -> None:
        super().__init__(
            uvicorn.Config(
                create_app(services),
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=_LAST_WORDS_SECONDS,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.when_started()

    def stop(self) -> None:
        self.should_exit = True
