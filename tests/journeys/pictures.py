"""Paint every page at every size, scale and theme into a folder, to be looked at by eye.

    .venv/bin/python tests/journeys/pictures.py OUT
    .venv/bin/python tests/journeys/pictures.py OUT --pages home,submit --views 1366at150 --themes dark --states filed

The demo firm's Book is made in OUT/book: filed but for one returned report, so that every page has something to show.
An agency's folder of two dozen firms in several states, one damaged and one foreign file among them, is in OUT/agency.
Both are taken as they are when they are there already: one page is then painted in seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
FORMS = ("02", "02B", "03", "03A", "05", "07", "08", "10", "04", "06", "09")
PAGES = (
    "first-run",
    "home",
    *(f"form:JLFW-{form}" for form in FORMS),
    *("submit", "records", "statistics", "policy", "profile", "settings", "help", "messages", "backups", "agency"),
)
SCRIPTS = {"care": "care_states.py", "forms": "form_states.py"}  # what shows beside the pages, of the fresh Book only
VIEWS = {
    "1366": ("1366x768", "1366x768", "1"),  # pixels of the screen, logical size of the window, scale
    "1366at150": ("1366x768", "910x512", "1.5"),
    "1920": ("1920x1080", "1920x1080", "1"),
}
THEMES = ("light", "dark")
STATES = ("fresh", "filed")


def make_books(folder: Path) -> dict[str, Path]:
    """Make two states of the demo firm: just imported, with its mistakes; and filed. Take them if they are there."""
    found = {state: next((folder / state).glob("*.zhibao"), None) for state in STATES}
    if all(found.values()):
        return {state: book for state, book in found.items() if book is not None}
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
    return {"fresh": fresh, "filed": demo.book}


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


def commands(chosen: argparse.Namespace, out: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield a view and a command for each run: the pages of a Book in one theme, or what shows beside them."""
    books = make_books(out / "book")
    ready = next((out / "book" / "ready").glob("*.zhibao"))
    agency = out / "agency"
    if not agency.exists():
        make_agency(agency, [books["filed"], ready, books["fresh"]])
    pages = [page for page in chosen.pages if page not in SCRIPTS]
    for state in chosen.states:
        for view in chosen.views:
            size = VIEWS[view][1]
            for theme in chosen.themes:
                place = str(out / f"{view}-{theme}" / state)
                if pages:
                    command = ["-m", "desktop.pictures", str(books[state].parent), place, "--size", size]
                    command += ["--theme", theme, "--pages", ",".join(pages), "--agency", str(agency)]
                    yield view, [*command, "--language", chosen.language]
                for name, script in SCRIPTS.items():
                    if name in chosen.pages and state == "fresh":
                        more = [str(ready)] if name == "forms" else []
                        path = str(ROOT / "tests/journeys" / script)
                        yield view, [path, str(books[state]), *more, place, theme, size]


def screen(view: str, out: Path) -> str:
    """Describe a screen of the view's pixels: the size of a dialog depends on it. Return the name of the platform."""
    width, height = (int(part) for part in VIEWS[view][0].split("x"))
    told = {"name": view, "x": 0, "y": 0, "width": width, "height": height}
    told |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = out / f"screen-{view}.json"
    path.write_text(json.dumps({"screens": [told]}), encoding="utf-8")
    return f"offscreen:configfile={path}"


def _list_of(every: Container[str]) -> Callable[[str], list[str]]:
    def names(text: str) -> list[str]:
        unknown = [name for name in text.split(",") if name not in every]
        if unknown:
            raise argparse.ArgumentTypeError(", ".join(unknown))
        return text.split(",")

    return names


def read_words(words: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line: what to paint, of everything there is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder for the pictures")
    for name, every in {"pages": (*PAGES, *SCRIPTS), "views": VIEWS, "themes": THEMES, "states": STATES}.items():
        told = f"of {', '.join(every)}"
        parser.add_argument(f"--{name}", type=_list_of(every), default=list(every), metavar="NAME,…", help=told)
    parser.add_argument("--language", default="zh", metavar="CODE", help="zh, en, ko or ja")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Paint what is asked for; return the number of failed runs."""
    chosen = read_words(words)
    out = chosen.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    os.environ |= {"ZHIBAO_HOME": str(out / "home"), "ZHIBAO_KEYS": str(out / "keys"), "PYTHONPATH": str(ROOT)}
    failed = 0
    for view, command in commands(chosen, out):
        env = {**os.environ, "QT_QPA_PLATFORM": screen(view, out), "QT_SCALE_FACTOR": VIEWS[view][2]}
        failed += subprocess.run([sys.executable, *command], env=env, check=False).returncode != 0
    sys.stdout.write(f"{len(list(out.glob('*/*/*.png')))} pictures in {out}\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
