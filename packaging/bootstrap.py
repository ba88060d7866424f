"""Set everything up on a fresh Debian 12 and run the program, or all its tests. Needs nothing but Python 3.11.

    python3 packaging/bootstrap.py run [--headless] [--dir DIR]    the demo firm: in the window, or without one
    python3 packaging/bootstrap.py test                            format, lint, types, import contracts, every test

Both make .venv when it is not there, install the hash-locked requirements when they changed, and ask Debian for the
libraries and the font that Qt needs: as root by apt-get, otherwise by printing the one line to run.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
RUN_LOCK = ROOT / "packaging" / "requirements.txt"
TEST_LOCK = ROOT / "packaging" / "requirements-dev.txt"

# What a bare Debian 12 lacks for Qt 6: first to load its libraries at all, then to speak to an X server.
QT_PACKAGES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
)
FONT_PACKAGE = "fonts-noto-cjk"
TEST_PACKAGES = ("xvfb", "xdotool", "openbox", "x11-utils", "dbus", "at-spi2-core", "postgresql")


class SetupStopped(Exception):
    """The machine lacks something that this program may not or cannot install; the text says what to do."""


@dataclass(frozen=True)
class Step:
    """One check of `test`: its name in the summary and its command."""

    name: str
    command: tuple[str, ...]


STEPS = (
    Step("format", (str(BIN / "ruff"), "format", "--check", ".")),
    Step("lint", (str(BIN / "ruff"), "check", ".")),
    Step("types", (str(BIN / "mypy"),)),
    Step("contracts", (str(BIN / "lint-imports"),)),
)
PYTEST = Step("tests", (str(BIN / "python"), "-m", "pytest", "-n", "auto"))


def say(text: str) -> None:
    """Print one line of progress at once, also into a pipe."""
    print(f"==> {text}", flush=True)


# Debian


def debian_missing(packages: Iterable[str]) -> list[str]:
    """The packages that dpkg does not list as installed; none on a system without dpkg."""
    if shutil.which("dpkg-query") is None:
        return []
    wanted = list(packages)
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *wanted]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    installed = {line.split()[0] for line in listed if line.endswith(" installed")}
    return [package for package in wanted if package not in installed]


def debian_install(packages: Sequence[str], why: str) -> None:
    """Install packages as root; otherwise stop with the one line to run."""
    if not packages:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        message = f"{why} needs packages this user may not install. Run this one line, then start again:\n\n"
        raise SetupStopped(f"{message}    sudo {line}\n")
    say(f"{why}: installing {' '.join(packages)}")
    # RUNLEVEL: of a server only the programs are wanted, it need not be started now.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=subprocess.DEVNULL, check=True)
    subprocess.run([*line.split(), "-q"], env=quiet, stdout=subprocess.DEVNULL, check=True)


def has_chinese_font() -> bool:
    """Whether fontconfig knows a font for Chinese."""
    if shutil.which("fc-list") is None:
        return not debian_missing([FONT_PACKAGE])
    return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout.strip())


def see_to_qt() -> None:
    """Bring the system libraries and the font that the window and its pictures need."""
    packages = debian_missing(QT_PACKAGES)
    if not has_chinese_font():
        packages.append(FONT_PACKAGE)
    debian_install(packages, "Qt")


# The environment


def make_venv() -> None:
    """Make .venv, or keep the one that works."""
    python = BIN / "python"
    if (
        python.exists()
        and subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    ):
        return
    if importlib.util.find_spec("ensurepip") is None:
        debian_install(["python3-venv"], "Making .venv")
    say(f"making {VENV}")
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)


def install(lock: Path) -> None:
    """Install the locked requirements and this project, unless the stamps say that was done already."""
    pip: list[str | Path] = [BIN / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    stamp = Stamp(VENV / f".{lock.stem}.sha256", lock)
    if not stamp.fresh():
        say(f"installing {lock.relative_to(ROOT)}")
        subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", lock], check=True)
        stamp.put()
    project = Stamp(VENV / ".project.sha256", ROOT / "pyproject.toml")
    if not project.fresh():
        say("installing zhibao itself, editable")
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], check=True)
        project.put()


@dataclass(frozen=True)
class Stamp:
    """A file in .venv that keeps the digest of what was installed."""

    path: Path
    source: Path

    def digest(self) -> str:
        """The digest of the source now, with the folder it is in: an editable install names the folder."""
        return hashlib.sha256(bytes(self.source) + b"\0" + self.source.read_bytes()).hexdigest()

    def fresh(self) -> bool:
        """Whether the source is what was installed last."""
        return self.path.is_file() and self.path.read_text(encoding="utf-8") == self.digest()

    def put(self) -> None:
        """Remember the source as installed."""
        self.path.write_text(self.digest(), encoding="utf-8")


# The two commands


def run(*, headless: bool, folder: Path | None) -> int:
    """Open the demo firm in the window; without a display do its journey, and paint its pages into a folder."""
    make_venv()
    install(RUN_LOCK)
    see_to_qt()
    place = folder or Path(tempfile.mkdtemp(prefix="zhibao-demo-"))
    if not headless and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        say(f"opening the window on the demo firm in {place}")
        return subprocess.run([BIN / "python", "-m", "desktop", "--demo", place], check=False).returncode
    say(f"no window: the journey of the demo firm in {place}")
    journey = subprocess.run([BIN / "zhibao", "demo", place], check=False).returncode
    if journey:
        return journey
    pictures = place / "pictures"
    say(f"painting the pages into {pictures}")
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    painted = subprocess.run([BIN / "python", "-m", "desktop.pictures", place, pictures], env=offscreen, check=False)
    for picture in sorted(pictures.glob("*.png")):
        print(picture)
    return painted.returncode


def test() -> int:
    """Run every check; a failed one does not hide the others, and pytest's closing line is the last."""
    make_venv()
    install(TEST_LOCK)
    see_to_qt()
    debian_install(debian_missing(TEST_PACKAGES), "Testing the window and the endpoint")
    results = {step.name: check(step) for step in STEPS}
    say("; ".join(f"{name} {'ok' if code == 0 else f'FAILED ({code})'}" for name, code in results.items()))
    results[PYTEST.name] = check(PYTEST)
    return next((code for code in results.values() if code), 0)


def check(step: Step) -> int:
    """Run one step in the repository with its output shown; its exit status."""
    started = time.monotonic()
    say(f"{step.name}: {' '.join(Path(word).name for word in step.command[:1])} {' '.join(step.command[1:])}")
    code = subprocess.run(step.command, cwd=ROOT, check=False).returncode
    if step is not PYTEST:
        say(f"{step.name}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s")
    return code


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run", help="open the demo firm")
    running.add_argument("--headless", action="store_true", help="without a window, even where there is a display")
    running.add_argument("--dir", type=Path, help="where the demo firm lives (default: a new temporary folder)")
    commands.add_parser("test", help="run every check and test")
    arguments = parser.parse_args()
    try:
        if arguments.command == "test":
            return test()
        return run(headless=arguments.headless, folder=arguments.dir and arguments.dir.resolve())
    except SetupStopped as stopped:
        print(stopped, file=sys.stderr)
    except subprocess.CalledProcessError as failed:
        print(f"This command failed ({failed.returncode}): {' '.join(map(str, failed.cmd))}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
