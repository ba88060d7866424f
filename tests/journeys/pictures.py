"""Paint every page at every size, scale and theme into a folder, to be looked at by eye.

    .venv/bin/python tests/journeys/pictures.py OUT [LANGUAGE]

The demo firm's Book is made in OUT/book: filed but for one returned report, so that every page has something to show.
An agency's folder of two dozen firms in several states, one damaged and one foreign file among them, is in OUT/agency.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FORMS = ("02", "02B", "03", "03A", "05", "07", "08", "10", "04", "06", "09")
PAGES = "first-run,home," + ",".join(f"form:JLFW-{form}" for form in FORMS)
PAGES += ",submit,records,statistics,policy,profile,settings,help,messages,backups,agency"
VIEWS = (
    ("1366", "1366x768", "1"),
    ("1366at150", "910x512", "1.5"),  # 1366×768 pixels at 150 %
    ("1920", "1920x1080", "1"),
)


def make_books(folder: Path) -> list[tuple[str, Path]]:
    """Make two states of the demo firm: just imported, with its mistakes; and filed."""
    sys.path.insert(0, str(ROOT))
    from desktop import journey
    from desktop.demo import make_demo
    from forms import backups
    from forms.book import Book
    from sync import exchange, sealing

    fresh = make_demo(folder / "fresh")
    demo = journey.prepare(folder / "filed")
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
        journey.mend(book, demo)
        journey.fill_cards(book, demo)
        journey.explain_all(book, demo)
        backups.back_up(book, folder / "ready")
        with journey.start_province(demo) as province:
            journey.enroll(book, province)
            sealing.file_period(book, demo.sample.period, with_earlier=True, as_of=demo.as_of)
            exchange.sync(book)
            exchange.sync(book)
    return [("fresh", fresh), ("filed", demo.book)]


def make_agency(folder: Path, sources: list[Path], count: int = 24) -> Path:
    """Copy Books under the names and codes of many firms; one more is damaged, and one file is no Book."""
    from forms.catalogue import load_catalogue
    from forms.sample_firms import credit_code

    folder.mkdir(parents=True, exist_ok=True)
    profile, certificates = (load_catalogue().table(form) for form in ("JLFW-01", "JLFW-05"))
    rnd = random.Random(3)
    places = ("海兰江", "布尔哈通", "珲春鑫达", "长白山", "净月", "北山", "松花湖", "图们江", "天池", "龙井")
    trades = ("软件", "数据处理", "物流信息", "客服外包", "工业设计", "信息技术", "动漫")
    for number in range(count):
        code = credit_code(rnd, "222401")
        path = folder / f"{code}.zhibao"
        shutil.copyfile(sources[number % len(sources)], path)
        name = f"{places[number % len(places)]}{trades[number % len(trades)]}有限公司"
        with sqlite3.connect(path) as db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'firm.uscc'", (code,))
            db.execute("UPDATE meta SET value = ? WHERE key = 'firm.name'", (name,))
            db.execute(f"UPDATE {profile} SET ent_name = ?, uscc = ?, org_code = ?", (name, code, code[8:17]))
            db.execute(f"UPDATE {certificates} SET holder_name = ?", (name,))
        db.close()
    raw = bytearray(path.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 2048] = b"\xff" * 2048
    path.write_bytes(raw)
    (folder / "客户资料.zhibao").write_text("不是账套", encoding="utf-8")
    return folder


def main() -> int:
    """Paint all pictures; return the number of failed runs."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "pictures").resolve()
    language = sys.argv[2] if len(sys.argv) > 2 else "zh"
    os.environ["ZHIBAO_HOME"] = str(out / "home")
    os.environ["ZHIBAO_KEYS"] = str(out / "keys")
    failed = 0
    books = make_books(out / "book")
    ready = next((out / "book" / "ready").glob("*.zhibao"))
    agency = make_agency(out / "agency", [books[1][1], ready, books[0][1]])
    for state, book in books:
        for name, size, scale in VIEWS:
            for mode in ("light", "dark"):
                env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT)}
                place = out / f"{name}-{mode}" / state
                command = [sys.executable, "-m", "desktop.pictures", str(book.parent), str(place)]
                command += ["--size", size, "--theme", mode, "--pages", PAGES, "--agency", str(agency)]
                command += ["--language", language]
                failed += subprocess.run(command, env=env, check=False).returncode != 0
                if state == "fresh":
                    for script, more in (("care_states.py", []), ("form_states.py", [ready])):
                        states = [sys.executable, ROOT / "tests/journeys" / script, book, *more, place, mode, size]
                        failed += subprocess.run(states, env=env, check=False).returncode != 0
    sys.stdout.write(f"{len(list(out.glob('*/*/*.png')))} pictures in {out}\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
