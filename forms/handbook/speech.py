"""The handbook's own words (`words.toml`): Chinese, and beside it another language where one is wanted and known."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Final

import tomli

from forms.handbook.markup import Markup, joined, tag
from forms.words import SOURCE

if TYPE_CHECKING:
    from forms.catalogue import Catalogue

_FILE: Final = Path(__file__).with_name("words.toml")


@functools.cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    return tomli.loads(_FILE.read_text("utf-8"))


class Speech:
    """Says the words of the handbook, and names of the data, in Chinese and, behind it, in `language`."""

    def __init__(self, catalogue: Catalogue, language: str = SOURCE) -> None:
        """Speak Chinese alone, or another language of `forms.words` beside it."""
        self.language = language
        self.spoken = catalogue.spoken(language)

    def say(self, name: str, group: str = "word") -> Markup:
        """Say a word of a group; a word nobody has named is said as it is."""
        known = _words()[group].get(name, {})
        return self.both(known.get(SOURCE, name), known.get(self.language, ""))

    def plain(self, name: str, group: str = "word") -> str:
        """Say a word in Chinese alone."""
        return _words()[group].get(name, {}).get(SOURCE, name)

    def knows(self, name: str, group: str) -> bool:
        """Tell whether a group has a word."""
        return name in _words()[group]

    def both(self, source: str, other: str) -> Markup:
        """Give a Chinese text and, behind it, the other language's where it says something else."""
        if self.language == SOURCE or not other or other == source:
            return joined([source])
        return joined([source, " ", tag("span", other, cls="also", lang=self.language)])
