"""The user manual (帮助): Markdown files beside this, their order in ``contents.toml``, a search. No Qt.

A link in a topic is ``topic:id`` or ``topic:id#heading`` (another place of the manual), ``page:name`` (a page of the
program) or ``key:map``; anything else is a fault of the manual. Pictures lie in ``help/pictures``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(__file__).parent / "help"
TROUBLE = "trouble"
_AROUND = 36  # letters shown on both sides of what was found
_MARKUP = re.compile(r"^\s*[-:| ]{3,}$|^\s*-\s|!?\[([^\]]*)\]\([^)]*\)|[*`|#>]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the manual: its text is Markdown and begins with the title as a heading of level 1."""

    id: str
    group: str
    text: str

    @property
    def title(self) -> str:
        """The heading of level 1."""
        return self.text.partition("\n")[0].removeprefix("#").strip()


class Section(NamedTuple):
    """What stands under one heading."""

    heading: str
    text: str


class Hit(NamedTuple):
    """Where words were found: a topic, the heading to go to, and the words around."""

    topic: Topic
    heading: str
    excerpt: str


@cache
def contents() -> dict[str, object]:
    """Read the table of contents."""
    return tomllib.loads((FOLDER / "contents.toml").read_text(encoding="utf-8"))


@cache
def topics() -> tuple[Topic, ...]:
    """Return the written topics in the order of the contents."""
    found = []
    for group in contents()["group"]:  # type: ignore[attr-defined]
        for name in group["topics"]:
            text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
            found.append(Topic(name, group["title"], text))
    return tuple(found)


def topic_of(page: str) -> str:
    """Return the topic that explains a page of the program («form:JLFW-02», «submit»); the first one for others."""
    pages: dict[str, str] = contents()["pages"]  # type: ignore[assignment]
    return pages.get(page) or pages.get(page.partition(":")[0], topics()[0].id)


def trouble_of(code: str) -> str:
    """Return the heading under which the manual explains a refusal by its code, "" where it does not."""
    codes: dict[str, str] = contents()["trouble"]  # type: ignore[assignment]
    return codes.get(code, "")


def sections(topic: Topic) -> list[Section]:
    """Cut a topic at its headings."""
    parts = re.split(r"^#{1,4}\s+(.+)$", topic.text, flags=re.MULTILINE)
    return [Section(parts[at].strip(), parts[at + 1].strip()) for at in range(1, len(parts) - 1, 2)]


def plain(text: str) -> str:
    """Return Markdown as a person reads it, on one line."""
    return " ".join(_MARKUP.sub(lambda found: found.group(1) or " ", text).split())


def search(words: str, among: Iterable[Topic], limit: int = 60) -> list[Hit]:
    """Find the sections that hold every word (parted by blanks), those with a word in their heading first."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    in_heading: list[Hit] = []
    in_text: list[Hit] = []
    for topic in among:
        for section in sections(topic):
            text = plain(section.text)
            heading, whole = section.heading.casefold(), f"{section.heading} {text}".casefold()
            if all(word in whole for word in wanted):
                found = Hit(topic, section.heading, _excerpt(text, wanted))
                (in_heading if any(word in heading for word in wanted) else in_text).append(found)
    return [*in_heading, *in_text][:limit]


def _excerpt(text: str, wanted: list[str]) -> str:
    """Cut the words around the first one found."""
    folded = text.casefold()
    at = min((place for word in wanted if (place := folded.find(word)) >= 0), default=0)
    begin = max(0, at - _AROUND)
    end = min(len(text), at + _AROUND * 2)
    return ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else "")
