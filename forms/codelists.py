"""Code lists: CSV files a person can open, with the time each code is valid.

Columns `code,label,pinyin,aliases,valid_from,valid_to,successor`; every further column is an attribute.
Aliases are separated by `|`. Lines whose code begins with `#` are notes.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from forms.errors import DefinitionProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "codelists"
_TERM = ("valid_from", "valid_to", "successor")
_COLUMNS = ("code", "label", "pinyin", "aliases", *_TERM)


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what is stored (`code`), what is shown (`label`), and from when to when it may be used.

    `attrs` are the list's own columns and, for expressions, both ends of the term and the successor.
    """

    code: str
    label: str
    pinyin: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    attrs: dict[str, str] = field(default_factory=dict)

    def valid_on(self, date: str) -> bool:
        """Tell whether the code was in force on an ISO date (both ends included; an empty end is open)."""
        return self.valid_from <= date and (not self.valid_to or date <= self.valid_to)


def folded(text: str) -> str:
    """Fold what people vary without meaning anything: width, case, white space."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


class CodeList:
    """A named list of codes, found by code, label or alias.

    `whole` are the currencies without a smaller unit (yen, won, dong), by the list's column `decimals`.
    """

    def __init__(self, name: str, codes: list[Code]) -> None:
        """Index the codes; the list keeps their order."""
        self.name = name
        self.codes = {code.code: code for code in codes}
        self.whole = frozenset(code.code for code in codes if code.attrs.get("decimals") == "0")
        self._found: dict[str, str] = {}
        # Codes win over labels, labels over aliases, and a code still in force over one that has ended.
        for code in sorted(codes, key=lambda c: bool(c.valid_to)):
            for text in (code.code, code.label, *code.aliases):
                self._found.setdefault(folded(text), code.code)
        for code in codes:
            self._found[folded(code.code)] = code.code

    def __iter__(self) -> Iterator[Code]:
        """Iterate in the order of the file."""
        return iter(self.codes.values())

    def __contains__(self, code: object) -> bool:
        """Tell whether the code exists, at any time."""
        return isinstance(code, str) and code in self.codes

    def find(self, text: str) -> str | None:
        """Give the code meant by a code, label or alias, or None."""
        return self._found.get(folded(text))

    def hear(self, names: dict[str, str]) -> None:
        """Find codes by further names, too, such as their labels in another language; names known already win."""
        for name, code in names.items():
            self._found.setdefault(folded(name), code)

    def label(self, code: str | None) -> str:
        """Give the label, or the code itself where it is unknown."""
        known = self.codes.get(code or "")
        return known.label if known else code or ""

    def valid_on(self, code: str, date: str) -> bool:
        """Tell whether the code exists and was in force on the date."""
        known = self.codes.get(code)
        return known is not None and known.valid_on(date)

    def search(self, text: str) -> list[Code]:
        """List the codes that begin with, then those that contain, the text: by code, label, alias or initials."""
        wanted = folded(text)
        first: list[Code] = []
        later: list[Code] = []
        for code in self:
            names = [folded(name) for name in (code.code, code.label, code.pinyin, *code.aliases)]
            if any(name.startswith(wanted) for name in names):
                first.append(code)
            elif any(wanted in name for name in names):
                later.append(code)
        return first + later


def load_codelist(path: Path) -> CodeList:
    """Read one list.

    Raises:
        DefinitionProblem: a column is missing or a code stands twice.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise DefinitionProblem("bad-codelist", f"代码表 {path.name} 缺少列：{'、'.join(missing)}。")
        codes = [_code(line) for line in reader if not line["code"].startswith("#")]
    if len({code.code for code in codes}) != len(codes):
        raise DefinitionProblem("bad-codelist", f"代码表 {path.name} 有重复的代码。")
    return CodeList(path.stem, codes)


def _code(line: dict[str, str]) -> Code:
    return Code(
        code=line["code"],
        label=line["label"],
        pinyin=line["pinyin"] or "",
        aliases=tuple(filter(None, (line["aliases"] or "").split("|"))),
        valid_from=line["valid_from"] or "",
        valid_to=line["valid_to"] or "",
        successor=line["successor"] or "",
        attrs={
            name: value or ""
            for name, value in line.items()
            if name is not None and (name not in _COLUMNS or name in _TERM)
        },
    )


def load_codelists(folder: Path = FOLDER) -> dict[str, CodeList]:
    """Read every list of the folder, by name."""
    return {path.stem: load_codelist(path) for path in sorted(folder.glob("*.csv"))}
