"""One window per user: a second start asks the running one to come to the front and ends."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.settings import home

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_MS = 500


def _name() -> str:
    return "zhibao-" + hashlib.sha256(str(home().resolve()).encode()).hexdigest()[:16]


def _mark() -> Path:
    """Return the file that says a window may be running; it only saves other starts from looking for nothing."""
    return home() / "running"


def call_running(book: Path | None) -> bool:
    """Ask a running window to come to the front, with ``book`` if one was named; False when none is running."""
    socket = QLocalSocket()
    socket.connectToServer(_name())
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(f"{book or ''}\n".encode())
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class Instance(QObject):
    """Listens for later starts."""

    called = Signal(str)  # the Book the later start named, or ""

    def __init__(self) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> None:
        """Take the name; what a killed window left behind is removed (no one answered there before)."""
        if not self._server.listen(_name()):
            QLocalServer.removeServer(_name())
            self._server.listen(_name())
        home().mkdir(parents=True, exist_ok=True)
        _mark().touch()

    def close(self) -> None:
        """Give the name back."""
        self._server.close()
        _mark().unlink(missing_ok=True)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self.called.emit(bytes(socket.readLine().data()).decode().strip()))
        socket.disconnected.connect(socket.deleteLater)
