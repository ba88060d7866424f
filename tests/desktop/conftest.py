"""Fixtures of the window's tests: a themed application, an open Book of contracts, the pages over it."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pages.ledger import LedgerPage
    from desktop.workspace import Workspace
    from forms.book import Book

TODAY = "2026-11-03"
PERIOD = "2026-10"


@pytest.fixture(scope="session", autouse=True)
def _responsive(qapp):
    """Collect garbage as the program does: never in a working thread, where Qt objects must not end."""
    from desktop import sweeping

    sweeper = sweeping.stay_responsive(qapp)
    yield
    del sweeper
    gc.enable()


@pytest.fixture
def themed(qapp, tmp_path: Path):
    """Give the program the light theme."""
    from desktop import theme

    theme.apply(qapp, "light", 1.0, tmp_path / "cache")
    return qapp


@pytest.fixture
def workspace(themed, book: Book, tmp_path: Path) -> Iterator[Workspace]:
    """Open the Book in a workspace that lives on 2026-11-03."""
    from desktop.settings import Settings
    from desktop.workspace import Workspace

    del themed
    book.put("demo.as_of", TODAY)
    path = book.path
    book.close()
    made = Workspace(Settings())
    made.open_book(path)
    made.set_period(PERIOD)
    yield made
    made.close()


@pytest.fixture
def contract() -> Callable[..., dict[str, object]]:
    """Say what is typed for a sound contract; keywords replace fields."""
    from forms.sample_papers import SCANS

    def typed(number: int, **fields: object) -> dict[str, object]:
        return {
            "contract_no": f"YJ-{number:03}",
            "contract_name": f"软件测试服务（{number}）",
            "client_name": "한빛소프트웨어",
            "client_country": "韩国",
            "client_type": "企业",
            "client_industry": "I",
            "end_client_country": "韩国",
            "is_related_party": "否",
            "is_subcontract": "否",
            "biz_code": "BPO",
            "signed_on": "2026-10-12",
            "effective_on": "2026-10-12",
            "expires_on": "2027-10-11",
            "ccy": "USD",
            "amount_orig": "1000",
            "contract_files": SCANS,
            "status_biz": "执行中",
        } | fields

    return typed


@pytest.fixture
def contracts(workspace: Workspace, contract: Callable[..., dict[str, object]]) -> Workspace:
    """Enter six contracts."""
    from forms import ledger

    for number in range(1, 7):
        ledger.add_row(workspace.book, "JLFW-02", contract(number), as_of=TODAY)
    return workspace


@pytest.fixture
def ledger_page(qtbot: QtBot, contracts: Workspace) -> LedgerPage:
    """Show the contracts page, checked once."""
    from desktop.pages.ledger import LedgerPage

    page = LedgerPage(contracts, "JLFW-02")
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    qtbot.waitUntil(lambda: bool(page.checks.checked_at))
    page.view.setFocus()
    return page


@pytest.fixture
def type_text() -> Callable[[object, str], None]:
    """Type into a widget as a keyboard with an input method does, so that Chinese can be typed too."""
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    def typed(widget: object, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return typed


@pytest.fixture(scope="session")
def sound_firms(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Make the Books of twenty demo firms, once: a zero report for 2026-02, due on 2026-03-05, sound and explained."""
    import random

    from forms import checks, explanations, ledger, sample_firms, sample_papers
    from forms.book import Book

    place, rnd = tmp_path_factory.mktemp("sound"), random.Random(5)
    names = ("海兰江软件", "布尔哈通数据", "珲春鑫达物流", "长白山客服", "净月设计", "北山信息")
    counts = ("total", "total_college", "so", "so_college", "ito", "bpo", "kpo", "so_new", "so_new_college", "so_left")
    staff = {f"emp_{name}": "0" for name in counts}
    zero = {"is_zero_report": "是", "zero_reason": "NOT_DUE", "total_revenue": "0", "so_revenue": "0"}
    paths = []
    for number in range(20):
        code = sample_firms.credit_code(rnd, "222401")
        name = f"{names[number % len(names)]}{number + 1:02}有限公司"
        path = place / f"{code}.zhibao"
        facts = {"uscc": code, "name": name, "division": "222401", "starts_on": "2026-02-01"}
        with Book.create(path, **facts, demo=True) as book:
            book.put("demo.as_of", "2026-03-03")
            book.set_header(**sample_firms.HEADER)
            sample_papers.keep(book)
            ledger.set_card(book, "JLFW-01", "2026", sample_firms.profile(name, code), as_of="2026-03-03")
            ledger.set_card(book, "JLFW-04", "2026-02", zero | {"so_revenue_off": "0"}, as_of="2026-03-03")
            ledger.set_card(book, "JLFW-06", "2026-02", staff, as_of="2026-03-03")
            for one in explanations.unexplained(book, checks.check(book, as_of="2026-03-03").findings):
                explanations.explain(book, one.form, one.period, one.rule, "已与合同、收款凭证逐笔核对，情况属实。")
        paths.append(path)
    return paths


@pytest.fixture
def make_firms(sound_firms: list[Path], tmp_path: Path) -> Callable[[int], list[Path]]:
    """Put the Books of so many sound firms into a folder of the test's own."""

    def made(count: int) -> list[Path]:
        import shutil

        place = tmp_path / "agency"
        place.mkdir()
        return [Path(shutil.copyfile(path, place / path.name)) for path in sound_firms[:count]]

    return made


@pytest.fixture(scope="session")
def _journeyed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Walk the demo firm's journey once: its filings were received, one returned and mended, all accepted."""
    from desktop import journey

    folder = tmp_path_factory.mktemp("journey")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIBAO_HOME", str(folder / "home"))
        patch.setenv("ZHIBAO_KEYS", str(folder / "keys"))
        journey.run(folder / "demo")
    return next((folder / "demo").glob("*.zhibao"))


@pytest.fixture
def filed_path(_journeyed: Path, tmp_path: Path) -> Path:
    """Give a copy of the demo firm's Book at the end of its journey."""
    import shutil

    copied = tmp_path / _journeyed.name
    shutil.copy(_journeyed, copied)
    return copied


@pytest.fixture
def filed_book(filed_path: Path) -> Iterator[Book]:
    """Open it."""
    from forms.book import Book

    with Book.open(filed_path) as book:
        yield book
