"""Fixtures every test may ask for. Nothing here is a stand-in: Books are files, the endpoint is a process."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes tells of the machine, not of the code: a busy one must not turn a test red.
settings.register_profile("zhibao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("zhibao")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.journey import Demo
    from forms.book import Book
    from forms.catalogue import Catalogue
    from sync.endpoint.demo import DemoEndpoint
    from tests.endpoint.cluster import Cluster

USCC = "91222401MA1DEM1235"
PATIENCE = 120_000  # ms a test of the window waits for what must come; a busy machine must not turn it red


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, logs and keys of a test out of the user's folders."""
    monkeypatch.setenv("ZHIBAO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # the window speaks Chinese, whatever this machine speaks


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait for the window with PATIENCE, whatever is waited for; the tests themselves name no time.

    What came is looked at a turn later: Qt shows a widget only then that a slot put into a layout.
    """
    from PySide6.QtCore import QCoreApplication

    for wait in ("waitActive", "waitCallback", "waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE))
    came = qtbot.waitUntil

    def wait_until(callback: Callable[[], bool | None], **times: int) -> None:
        came(callback, **times)
        QCoreApplication.processEvents()

    qtbot.waitUntil = wait_until
    return qtbot


@pytest.fixture
def catalogue() -> Catalogue:
    """Give the shipped definitions."""
    from forms.catalogue import load_catalogue

    return load_catalogue()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Make a new Book of a Yanji firm; it has the sample's scan, which the rows of many tests name."""
    from forms import sample_papers
    from forms.book import Book

    made = Book.create(
        tmp_path / "海兰江.zhibao", uscc=USCC, name="延吉海兰江软件有限公司", division="222401", demo=True
    )
    sample_papers.keep(made)
    yield made
    made.close()


@pytest.fixture
def province(tmp_path: Path) -> Iterator[DemoEndpoint]:
    """Start a demonstration endpoint in a process of its own; it accepts whatever passes its checks."""
    from sync.endpoint.demo import start_demo

    with start_demo(tmp_path / "province", script="accept-all") as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Demo]:
    """Make each demonstration that is asked for once: imported, and mended, filled and explained as told."""
    from desktop import journey
    from forms.book import Book

    made: dict[tuple[str, int, int], Demo] = {}

    def prepared(period: str, seed: int, steps: int) -> Demo:
        if (period, seed, steps) not in made:
            demo = journey.prepare(tmp_path_factory.mktemp("prepared") / "demo", seed=seed, period=period)
            with Book.open(demo.book) as opened:
                for step in (journey.import_all, journey.mend, journey.fill_cards, journey.explain_all)[:steps]:
                    step(opened, demo)
            made[period, seed, steps] = demo
        return made[period, seed, steps]

    return prepared


@pytest.fixture
def demo_of(_prepared: Callable[..., Demo]) -> Callable[..., Demo]:
    """Give a demonstration of the test's own in a new folder, ready to be filed or as far as `until` tells."""
    import shutil
    from dataclasses import replace

    from desktop import journey

    after = {"imported": 1, "filled": 3, "explained": 4}

    def given(folder: Path, *, period: str, seed: int = journey.SEED, until: str = "explained") -> Demo:
        demo = _prepared(period, seed, after[until])
        shutil.copytree(demo.folder, folder)
        return replace(demo, folder=folder, book=folder / demo.book.name, workbook=folder / demo.workbook.name)

    return given


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    data: dict
    stderr: str


@pytest.fixture
def zhibao(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run one command with --json; its standard output must be exactly one JSON object."""
    from desktop.commands import main

    def run(*words: object) -> Ran:
        status = main([*map(str, words), "--json"])
        said = capsys.readouterr()
        assert said.out.count("\n") == 1
        return Ran(status, json.loads(said.out), said.err)

    return run


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A real PostgreSQL, one for all tests of a process."""
    from tests.endpoint.cluster import Cluster

    running = Cluster()
    yield running
    running.close()
