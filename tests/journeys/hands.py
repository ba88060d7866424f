"""The hands of a person on a real window: Xvfb with openbox, xdotool for mouse and keyboard, the Book on the disk.

The window runs in a process of its own. A journey looks at what a person would have in hand: the title of the window,
and the firm's Book. Set ZHIBAO_PICTURES to a folder to keep a picture of each step.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys import beating

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "xwininfo")
WIDTH, HEIGHT = 1366, 768
PATIENCE = 120.0
GLANCE = 3.0

needs_a_screen = [
    pytest.mark.display,
    pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}"),
]


def wait_for(condition: Callable[[], object], patience: float) -> object:
    """Ask for a condition of the world outside this process again and again; give None if it never came."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        subprocess.run(["true"], check=True)  # a moment, as long as a process takes
    return None


def until(what: str, condition: Callable[[], object]) -> object:
    """Wait for what must come."""
    found = wait_for(condition, PATIENCE)
    assert found, f"waited {PATIENCE:.0f} s for: {what}"
    return found


@dataclass
class Screen:
    """A virtual screen with a window manager, and the hands on its mouse and keyboard."""

    display: str
    pictures: Path | None
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    origin: tuple[int, int] = (0, 0)
    window: str = ""

    @property
    def env(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}

    def run(self, *words: object) -> str:
        ran = subprocess.run([str(word) for word in words], env=self.env, capture_output=True, text=True, check=False)
        return ran.stdout.strip()

    def start(self, *words: object) -> subprocess.Popen[bytes]:
        process = subprocess.Popen([str(word) for word in words], env=self.env)
        self.processes.append(process)
        return process

    def program(self, *words: object) -> subprocess.Popen[bytes]:
        """Start the program."""
        return self.start(*beating.words("--theme", "light", *words))

    def find(self, name: str) -> str:
        found = self.run("xdotool", "search", "--onlyvisible", "--name", name).split()
        return found[-1] if found else ""

    def title(self) -> str:
        return self.run("xdotool", "getwindowname", self.window)

    def key(self, *keys: str, repeat: int = 1) -> None:
        if repeat > 0:
            self.run("xdotool", "key", "--delay", 4, "--repeat", repeat, "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.run("xdotool", "type", "--delay", 4, "--clearmodifiers", text)

    def click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", self.origin[0] + x, self.origin[1] + y, "click", 1)

    def keep(self, name: str) -> None:
        if self.pictures is not None and shutil.which("import"):
            self.pictures.mkdir(parents=True, exist_ok=True)
            self.run("import", "-window", "root", self.pictures / f"{name}.png")

    def take(self, name: str) -> None:
        """Find the program's window and where its inside begins."""
        self.window = str(until(f"a window «{name}»", lambda: self.find(name)))
        said = self.run("xwininfo", "-id", self.window)
        left, top = (int(re.search(rf"Absolute upper-left {axis}:\s+(-?\d+)", said)[1]) for axis in "XY")
        self.origin = (left, top)
        self.run("xdotool", "windowactivate", "--sync", self.window)


@pytest.fixture(name="screen")
def a_screen() -> Iterator[Screen]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1500x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    kept = os.environ.get("ZHIBAO_PICTURES")
    made = Screen(f":{number}", Path(kept) if kept else None)
    made.start("openbox")
    yield made
    made.keep("at-the-end")  # of a journey that failed: where it stood
    for process in reversed(made.processes):
        process.terminate()
        process.wait()
    server.terminate()
    server.wait()


@dataclass
class Spots:
    """Where things lie in the window, measured in the same window that nobody sees."""

    demo: tuple[int, int]
    pick: tuple[int, int]
    pages: dict[str, tuple[int, int]]


@pytest.fixture(name="spots")
def measured(request: pytest.FixtureRequest, qapp, qtbot, tmp_path: Path) -> Spots:
    from PySide6.QtCore import QPoint

    from desktop import form_groups
    from desktop.app import dress, make_window
    from desktop.settings import Settings
    from forms.catalogue import load_catalogue

    editions = [load_catalogue().edition(form) for form in load_catalogue().forms]
    used = request.module.USED  # of the forms that are reported as needed; the others are folded away
    forms = [
        [one.form, one.short, form_groups.group_of(one), form_groups.USED if one.form in used else ""]
        for one in editions
    ]
    dress(qapp, Settings(), "light")
    window = make_window(Settings(forms=forms))
    window.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(window):
        window.show()
        window.show_page("first-run")
    qapp.processEvents()
    demo, pick = (one.mapTo(window, one.rect().center()) for one in (window.page().demo, window.page().pick))
    window._show_frame(known=True)
    qapp.processEvents()
    view = window.navigation.view
    pages = {}
    for row, entry in enumerate(window.navigation._model.entries):
        if entry.page:
            at = view.viewport().mapTo(window, view.visualRect(view.model().index(row)).center())
            pages[entry.page] = (at.x(), at.y())
    window.close()
    window.deleteLater()
    assert isinstance(demo, QPoint)
    return Spots((demo.x(), demo.y()), (pick.x(), pick.y()), pages)


class Disk:
    """The firm's Book as it lies on the disk, read beside the running window."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def one(self, query: str, *params: object) -> object:
        db = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            row = db.execute(query, params).fetchone()
        finally:
            db.close()
        return row[0] if row else None
