"""All that is defined: the editions of every form, the code lists, the scheme's parameters; read once."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from forms import in_use
from forms.codelists import FOLDER as CODELISTS
from forms.codelists import CodeList, load_codelists
from forms.deadlines import load_parameters
from forms.definition import Edition, Rule, load_edition
from forms.errors import DefinitionProblem, InputRefused
from forms.rule_files import load_rules
from forms.words import SOURCE, codelist_in, edition_in

FOLDER = in_use.SHIPPED


Kept = dict[tuple[str, str], str]
"""The first period of the edition that a (form, period) keeps."""


@dataclass(frozen=True)
class Scheme:
    """The parameters of the scheme edition: deadlines, window, review chain … `folder` holds its CSV files.

    `codelists` is the folder of the code lists that belong to it, `pack` the version, sequence and sha256 of the scheme
    pack it stands in; None for the definitions the program came with.
    """

    parameters: dict[str, Any]
    folder: Path
    codelists: Path = CODELISTS
    pack: dict[str, str | int] | None = None

    @property
    def version(self) -> str:
        """Give the version people see."""
        return str(self.parameters.get("version", ""))


class Catalogue:
    """The editions by form and period."""

    def __init__(
        self,
        editions: list[Edition],
        codelists: dict[str, CodeList],
        scheme: Scheme,
        general_rules: tuple[Rule, ...],
        *,
        kept: Kept | None = None,
        whole: Catalogue | None = None,
    ) -> None:
        """Sort the editions by form in the order they are sent, and by first period; see `keeping` for the rest."""
        self._spoken: dict[str, Catalogue] = {SOURCE: self}
        self.codelists = codelists
        self.scheme = scheme
        self.general_rules = general_rules
        self._editions: dict[str, list[Edition]] = {}
        for edition in sorted(editions, key=lambda one: (one.order, one.first)):
            self._editions.setdefault(edition.form, []).append(edition)
        self.forms: tuple[str, ...] = tuple(self._editions)
        self._kept = kept or {}
        self._whole = whole

    def keeping(self, kept: Kept) -> Catalogue:
        """Give the same catalogue where some (form, period) keep an older edition than the one that applies."""
        if not kept:
            return self
        editions = [edition for some in self._editions.values() for edition in some]
        return Catalogue(editions, self.codelists, self.scheme, self.general_rules, kept=kept, whole=self)

    def editions(self, form: str) -> list[Edition]:
        """Give every edition of a form, the oldest first."""
        return self._editions[form]

    def edition(self, form: str, period: str | None = None) -> Edition:
        """Give the period's edition: the one it keeps, else the one that applies; the latest without a period.

        A period before the first edition has the first.
        """
        first = self._kept.get((form, period or ""))
        found = None if first is None else self.named(form, first)
        return found or self.applicable(form, period)

    def named(self, form: str, first: str) -> Edition | None:
        """Give the edition that begins with a period, if the form has it."""
        return next((one for one in self._editions[form] if one.first == first), None)

    def applicable(self, form: str, period: str | None = None) -> Edition:
        """Give the edition that applies to the period, whatever a Book keeps; the latest without one."""
        editions = self._editions[form]
        if period is None:
            return editions[-1]
        return next((one for one in reversed(editions) if one.first[: len(period)] <= period), editions[0])

    def table(self, form: str) -> str:
        """Give the name of the form's table in a Book."""
        return self._editions[form][-1].table

    def codelist(self, name: str) -> CodeList:
        """Give a code list by name."""
        return self.codelists[name]

    def rules_of(self, form: str, period: str | None = None) -> tuple[Rule, ...]:
        """Give the form's own rules; the general ones are `general_rules`."""
        return self.edition(form, period).rules

    def spoken(self, language: str) -> Catalogue:
        """Give the catalogue with names in a language, for what a window shows; Chinese names where there are none.

        Raises:
            DefinitionProblem: a words file is broken.
        """
        if self._whole is not None:
            return self._whole.spoken(language).keeping(self._kept)
        if language not in self._spoken:
            lists = {
                name: codelist_in(language, one, self.scheme.codelists / "words")
                for name, one in self.codelists.items()
            }
            editions = [
                edition_in(language, one, self.scheme.folder.parent / form / f"{one.first}.words.toml", lists)
                for form, known in self._editions.items()
                for one in known
            ]
            self._spoken[language] = Catalogue(editions, lists, self.scheme, self.general_rules)
        return self._spoken[language]

    def find_form(self, text: str) -> str:
        """Find a form as people name it: JLFW-02, 02, 合同台账.

        Raises:
            InputRefused: there is no such form.
        """
        wanted = text.strip().upper()
        for form, editions in self._editions.items():
            latest = editions[-1]
            if wanted in (form, form.removeprefix("JLFW-"), latest.short, latest.title, latest.table.upper()):
                return form
        names = "、".join(f"{form} {editions[-1].short}" for form, editions in self._editions.items())
        raise InputRefused("unknown-form", f"没有报表“{text}”，现有：{names}。")


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read the definitions: those in force, or those of a folder. Some 40 ms the first time, nothing afterwards.

    Code lists are taken from beside the folder; where there are none, the program's own.

    Raises:
        DefinitionProblem: a definition is broken.
    """
    return _load(in_use.folder() if folder is None else folder)


def adopt(folder: Path) -> None:
    """Use the definitions of a folder in this process from here on."""
    in_use.adopt(folder)


@functools.cache
def _load(folder: Path) -> Catalogue:
    beside = folder.parent / "codelists"
    beside = beside if beside.is_dir() else CODELISTS
    codelists = load_codelists(beside)
    editions = [
        load_edition(path, codelists)
        for path in sorted(folder.glob("*/*.toml"))
        if path.parent.name != "scheme" and not path.name.endswith((".rules.toml", ".print.toml", ".words.toml"))
    ]
    general = folder / "general.rules.toml"
    return Catalogue(
        editions,
        codelists,
        Scheme(_parameters(folder / "scheme"), folder / "scheme", beside, _pack(folder.parent / "manifest.json")),
        _general_rules(general) if general.exists() else (),
    )


def _parameters(folder: Path) -> dict[str, Any]:
    try:
        return load_parameters(folder)
    except (OSError, tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, AttributeError, TypeError) as error:
        raise DefinitionProblem("bad-scheme", f"制度参数 {folder.name} 有误：{error}。") from error


def _pack(manifest: Path) -> dict[str, str | int] | None:
    """Name the pack definitions stand in; it was verified when it was chosen."""
    if not manifest.exists():
        return None
    raw = manifest.read_bytes()
    said = json.loads(raw)
    return {"version": said["version"], "sequence": said["sequence"], "sha256": hashlib.sha256(raw).hexdigest()}


def _general_rules(path: Path) -> tuple[Rule, ...]:
    try:
        return load_rules(tomli.loads(path.read_text("utf-8")))
    except (tomli.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise DefinitionProblem("bad-rules", f"通用审核关系 {path.name} 有误：{error}。") from error
