"""HTML that cannot be injected into: whatever is not `Markup` made here is text, and is escaped where it goes in.

A scheme pack may come from outside and say `<script>` in a label, or turn the direction of writing in an SQL, so
characters that cannot be seen are written out («[U+202E]»).
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_BLANKS: Final = re.compile(r"\s")
BLANK: Final = "\u00a0"
"""A blank that is kept at the beginning of a line."""
_VOID: Final = frozenset({"br", "meta", "col"})
_ON_THEIR_OWN: Final = frozenset(
    {"section", "table", "thead", "tr", "h1", "h2", "h3", "h4", "ul", "li", "p", "pre", "nav", "div"}
)


class Markup(str):
    """HTML made by `tag` and `joined`."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Give text as HTML that shows it as it is."""
    return Markup(html.escape(_UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Put parts together; plain texts among them are escaped."""
    return Markup(_safe(between).join(map(_safe, parts)))


def tag(name: str, /, *inside: str, **attributes: str) -> Markup:
    """Give an element. An attribute without a value is left out; `cls` is the class, `to` a link within the page."""
    attributes = {"class": attributes.pop("cls", ""), **attributes}
    attributes["id"] = anchor(attributes.pop("id", ""))
    target = attributes.pop("to", "")
    if target:
        attributes["href"] = f"#{quote(anchor(target))}"
    given = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items() if value)
    end = "\n" if name in _ON_THEIR_OWN else ""
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined(inside)}</{name}>{end}")


def anchor(name: str) -> str:
    """Give a name as it may be the id of an element: without blanks and what cannot be seen."""
    return _BLANKS.sub("_", _UNSEEN.sub("_", name))


def _safe(part: str) -> str:
    return part if isinstance(part, Markup) else escaped(part)
