"""A reader of the window as assistive technology has it: over AT-SPI, by name, role, value and action alone.

The window runs in a process of its own under Xvfb, beside a session bus of its own. Qt's bridge speaks there; jeepney,
which the keyring brings along on Linux, listens. Nothing here presses a key or moves a mouse.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys import beating

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "openbox", "dbus-daemon")
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
PATIENCE = 120.0
FOCUSABLE, FOCUSED, SELECTED, SHOWING, ENABLED = 11, 12, 23, 25, 8  # AtspiStateType
TABLES = ("table", "tree", "tree table")


@dataclass(frozen=True)
class Node:
    """One accessible object of the window."""

    reader: Reader
    owner: str
    path: str

    def ask(self, interface: str, method: str, signature: str | None = None, *values: object) -> Any:
        return self.reader.ask(self.owner, self.path, interface, method, signature, values)

    def get(self, interface: str, name: str) -> Any:
        return self.reader.get(self.owner, self.path, interface, name)

    @property
    def name(self) -> str:
        return self.get("Accessible", "Name")

    @property
    def description(self) -> str:
        return self.get("Accessible", "Description")

    @property
    def role(self) -> str:
        return self.ask("Accessible", "GetRoleName")

    @property
    def states(self) -> set[int]:
        low, high = self.ask("Accessible", "GetState")
        bits = low | high << 32
        return {bit for bit in range(64) if bits >> bit & 1}

    @property
    def children(self) -> list[Node]:
        return [Node(self.reader, *one) for one in self.ask("Accessible", "GetChildren")]

    def walk(self) -> Iterator[Node]:
        """Everything that shows, down to tables, whose cells are asked for one by one."""
        if SHOWING in self.states:
            yield self
            if self.role not in TABLES:
                for child in self.children:
                    yield from child.walk()

    def find(self, role: str, name: str | Callable[[str], bool]) -> Node | None:
        said = name if callable(name) else name.__eq__
        return next((one for one in self.walk() if one.role == role and said(one.name)), None)

    # -- tables

    @property
    def size(self) -> tuple[int, int]:
        return self.get("Table", "NRows"), self.get("Table", "NColumns")

    def cell(self, row: int, column: int) -> Node:
        return Node(self.reader, *self.ask("Table", "GetAccessibleAt", "ii", row, column))

    def heads(self) -> list[str]:
        return [self.ask("Table", "GetColumnDescription", "i", column) for column in range(self.size[1])]

    # -- actions

    def press(self) -> bool:
        assert self.ask("Action", "DoAction", "i", 0), self.name
        return True

    def choose(self, name: str) -> None:
        """Select the child of that name, with whatever it says after it."""
        number = next(at for at, one in enumerate(self.children) if one.name.split("，")[0] == name)
        assert self.ask("Selection", "SelectChild", "i", number), name

    def write(self, text: str) -> None:
        assert self.ask("EditableText", "SetTextContents", "s", text), self.name


class Reader:
    """The connection to the accessibility bus."""

    def __init__(self, session: str) -> None:
        from jeepney import DBusAddress, new_method_call
        from jeepney.io.blocking import open_dbus_connection

        first = open_dbus_connection(session)
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        (address,) = first.send_and_get_reply(asked).body
        first.close()
        self.bus = open_dbus_connection(address)
        self._focus: deque[Any] = deque()
        self._listen()

    def _listen(self) -> None:
        from jeepney import DBusAddress, MatchRule, message_bus, new_method_call

        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
        self.bus.send_and_get_reply(message_bus.AddMatch(rule))
        registry = "org.a11y.atspi.Registry"
        place = DBusAddress("/org/a11y/atspi/registry", registry, registry)
        self.bus.send_and_get_reply(
            new_method_call(place, "RegisterEvent", "s", ("object:state-changed:focused",)), timeout=PATIENCE
        )
        self._filter = self.bus.filter(rule, queue=self._focus)
        self._filter.__enter__()

    def ask(self, owner: str, path: str, interface: str, method: str, signature: str | None, values: tuple) -> Any:
        from jeepney import DBusAddress, new_method_call

        place = DBusAddress(path, owner, f"org.a11y.atspi.{interface}")
        return self._answer(new_method_call(place, method, signature, values), method)[0]

    def get(self, owner: str, path: str, interface: str, name: str) -> Any:
        from jeepney import DBusAddress, Properties

        place = DBusAddress(path, owner, f"org.a11y.atspi.{interface}")
        return self._answer(Properties(place).get(name), name)[0][1]

    def _answer(self, message: Any, what: str) -> tuple:
        answer = self.bus.send_and_get_reply(message, timeout=PATIENCE)
        if answer.header.message_type.name == "error":
            raise LookupError(what, answer.body)
        return answer.body

    @property
    def program(self) -> Node:
        found = Node(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root").children
        if not found:
            raise LookupError("no program on the accessibility bus")
        return found[0]

    def until(self, what: str, condition: Callable[[], Any]) -> Any:
        """Ask again and again, letting signals in meanwhile; an object that went while it was asked is no answer."""
        end, refused = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            try:
                if found := condition():
                    return found
                refused = ""
            except LookupError as error:
                refused = repr(error)
            self.listen(0.05)
        pytest.fail(f"waited {PATIENCE:.0f} s for: {what}; {refused or self.shown()}")

    def shown(self) -> str:
        """Tell what is seen, for a story that waits in vain."""
        with contextlib.suppress(LookupError):
            return "; ".join(f"{node.role} «{node.name}»" for node in self.program.walk())
        return "nothing to be seen"

    def listen(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            self.bus.recv_messages(timeout=seconds)

    def see(self, role: str, name: str | Callable[[str], bool]) -> Node:
        """Wait until something of that role and name shows."""
        return self.until(f"{role} {name}", lambda: self.program.find(role, name))

    def press(self, role: str, name: str | Callable[[str], bool]) -> None:
        """Wait until something of that role and name shows, and press it."""
        self.until(f"{role} {name}", lambda: (found := self.program.find(role, name)) and found.press())

    def look(self, at: Callable[[], Any]) -> Any:
        """Give what is seen; again if something went while it was looked at."""
        return self.until("a moment without change", lambda: (at(),))[0]

    def title(self) -> str:
        return self.program.children[0].name

    def go_to(self, page: str) -> None:
        """Choose a page in the navigation."""
        self.until(f"the page {page}", lambda: self._go(page))

    def _go(self, page: str) -> bool:
        if not self.title().startswith(page):
            self.see("list", "页面导航").choose(page)
        return self.title().startswith(page)

    def focused(self, role: str, act: Callable[[], object]) -> Node:
        """Act, and give the object of that role that gets the focus."""
        self._focus.clear()
        act()

        def heard() -> Node | None:
            while self._focus:
                signal = self._focus.popleft()
                if signal.body[0] == "focused" and signal.body[1]:
                    node = Node(self, signal.header.fields[7], signal.header.fields[1])
                    if node.role == role:
                        return node
            return None

        return self.until(f"the focus on a {role}", heard)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """Start the window as on the first day, and read it over AT-SPI."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not any(launcher.exists() for launcher in LAUNCHERS):
        lacking.append("at-spi2-core")
    if lacking:
        pytest.skip(f"needs {', '.join(lacking)}")
    pytest.importorskip("jeepney")
    processes: list[subprocess.Popen] = []
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1500x900x24", "-nolisten", "tcp"]
    processes.append(subprocess.Popen(screen, pass_fds=[write], stderr=subprocess.DEVNULL))
    os.close(write)
    with os.fdopen(read) as pipe:
        env = {**os.environ, "DISPLAY": f":{pipe.readline().strip()}", "XDG_RUNTIME_DIR": str(tmp_path)}
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    processes.append(subprocess.Popen(bus, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
    session = processes[-1].stdout.readline().strip()
    env |= {"DBUS_SESSION_BUS_ADDRESS": session, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    env |= {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    processes.append(subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL))
    processes.append(subprocess.Popen(beating.words("--theme", "light"), env=env))
    made = Reader(session)
    made.until("the window", lambda: made.program.children)
    yield made
    made.bus.close()
    for process in reversed(processes):
        process.terminate()
        process.wait()
