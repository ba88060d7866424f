"""One window per user: a second start asks the running one to come to the front and ends."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop import recovery
from desktop.settings import home

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_MS = 500


def _name(of: Path) -> str:
    return "zhibao-" + hashlib.sha256(str(of.resolve()).encode()).hexdigest()[:16]


def call_running(book: Path | None) -> bool:
    """Ask a running window to come to the front, with ``book`` if one was named; False when none is running."""
    return _call(_name(home()), book)


def call_holder(book: Path) -> bool:
    """Ask the window that has ``book`` open to come to the front; False where no window of this user has."""
    return _call(_name(book), book)


def _call(name: str, book: Path | None) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
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
        self._server = self._make_server()
        self._holder = self._make_server()

    def _make_server(self) -> QLocalServer:
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._answer(server))
        return server

    def listen(self) -> None:
        """Take the name; what a killed window left behind is removed (no one answered there before)."""
        _take(self._server, _name(home()))
        if not recovery.mark().exists():
            recovery.note(None)

    def hold(self, book: Path, seq: int) -> None:
        """Take the name of the Book that is open now, too, and write it down for the next start with its last edit."""
        self._holder.close()
        _take(self._holder, _name(book))
        recovery.note(book, seq)

    def close(self) -> None:
        """Give the names back."""
        self._server.close()
        self._holder.close()
        recovery.forget()

    def _answer(self, server: QLocalServer) -> None:
        socket = server.nextPendingConnection()
        socket.readyRead.connect(lambda: self.called.emit(bytes(socket.readLine().data()).decode().strip()))
        socket.disconnected.connect(socket.deleteLater)


def _take(server: QLocalServer, name: str) -> None:
    if not server.listen(name):
        QLocalServer.removeServer(name)
        server.listen(name)
