"""Bring the window's texts to the translators and back: run it after texts changed, and after a translation.

    .venv/bin/python packaging/languages.py [--check]

It collects every `tr("…")` and `translate("…", "…")` of desktop/ with lupdate into
desktop/languages/zhibao_<language>.ts (`.venv/bin/pyside6-linguist desktop/languages/zhibao_ko.ts` opens one) and
makes the .qm files that the program loads. Both are kept in the repository, so that a plain clone needs no Qt tools.
`--check` changes nothing and ends with 1 where a text is missing, obsolete or untranslated.

A Chinese text is translated once, wherever it stands: lupdate's contexts (the classes) are dropped, and a word that
means two things is told apart by tr's second argument.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "desktop" / "languages"
LANGUAGES = {"en": 2, "ko": 1, "ja": 1}
"""Language → how many plural forms it has (Qt's numerus rules)."""
SPEAKS_CHINESE = ("commands", "journey.py", "pictures.py")  # the command line's answers; tools of the makers
CONTEXT = "zhibao"
TAG_END, TAG_CONTEXT = 1, 7  # of a message in a .qm; a message that names no context fits every context


class Text(NamedTuple):
    """A text of the window: as it stands in the code, what tells it apart, and whether it counts something (%n)."""

    source: str
    comment: str
    counts: bool


def sources() -> list[Path]:
    """List the modules whose texts people see in the window."""
    found = sorted((ROOT / "desktop").rglob("*.py"))
    return [path for path in found if path.relative_to(ROOT / "desktop").parts[0] not in SPEAKS_CHINESE]


def collected(modules: list[Path]) -> list[Text]:
    """Ask lupdate for the texts, in the order of the modules, each once."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found.ts"
        command = [_tool("lupdate"), "-silent", "-locations", "none", "-source-language", "zh_CN"]
        subprocess.run([*command, *map(str, modules), "-ts", str(target)], check=True, stdout=subprocess.DEVNULL)
        found = {_text(one): None for one in ET.parse(target).getroot().iter("message")}  # noqa: S314  lupdate's own file
    return list(found)


def _text(message: ET.Element) -> Text:
    source = message.findtext("source", "")
    return Text(source, message.findtext("comment", "") or "", counts="%n" in source)


def translated(path: Path) -> dict[Text, tuple[str, ...]]:
    """Read a .ts: what each text became, one form or one for each plural; unfinished ones are left out."""
    found: dict[Text, tuple[str, ...]] = {}
    if not path.exists():
        return found
    for one in ET.parse(path).getroot().iter("message"):  # noqa: S314  a file of this repository
        said = one.find("translation")
        if said is None or said.get("type"):
            continue
        forms = tuple(form.text or "" for form in said.iter("numerusform")) or (said.text or "",)
        if all(forms):
            found[_text(one)] = forms
    return found


def write(path: Path, language: str, texts: list[Text], known: dict[Text, tuple[str, ...]]) -> None:
    """Write a .ts with the texts in their order."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="zh_CN")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.counts else {})
        ET.SubElement(message, "source").text = text.source
        if text.comment:
            ET.SubElement(message, "comment").text = text.comment
        forms = known.get(text)
        said = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
        if not text.counts:
            said.text = forms[0] if forms else ""
            continue
        for number in range(LANGUAGES[language]):
            ET.SubElement(said, "numerusform").text = forms[number] if forms else ""
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def release(path: Path) -> None:
    """Make the .qm of a .ts, each message ending before its context, so that every class finds every text."""
    target = path.with_suffix(".qm")
    command = [_tool("lrelease"), "-silent", "-nounfinished", str(path), "-qm", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    named = bytes([TAG_CONTEXT]) + len(CONTEXT).to_bytes(4, "big") + CONTEXT.encode()
    target.write_bytes(target.read_bytes().replace(named, bytes([TAG_END]) * len(named)))


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def wanting(texts: list[Text], known: dict[Text, tuple[str, ...]]) -> list[str]:
    """Tell what a language lacks, and what it has for texts that are gone."""
    lacking = [f"untranslated: {text.source}" for text in texts if text not in known]
    return lacking + [f"obsolete: {text.source}" for text in known if text not in set(texts)]


def main() -> int:
    """Collect, merge and release; or only compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 where something is missing")
    check = parser.parse_args().check
    texts = collected(sources())
    missing = 0
    for language in LANGUAGES:
        path = FOLDER / f"zhibao_{language}.ts"
        known = translated(path)
        lines = wanting(texts, known)
        missing += len(lines)
        print(f"{language}: {len(texts)} texts, {len(lines)} to do", *lines, sep="\n    ")
        if not check:
            write(path, language, texts, known)
            release(path)
    return 1 if check and missing else 0


if __name__ == "__main__":
    sys.exit(main())
