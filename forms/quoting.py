"""Quoting what people wrote inside a sentence: on one line, and no longer than one can take in at a glance."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 40  # characters
_BREAKS: Final = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])[ \t]*")
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]+")


def quoted(text: str, longest: int = LONGEST) -> str:
    """Give a text as a sentence quotes it: line breaks as ⏎, the end of a long one as …, the value whole."""
    if len(text) <= longest and text.isprintable():
        return text
    # Of a cell of 32,767 characters no more is looked at than can be shown.
    line = one_line(text[: 4 * longest])
    return line if len(line) <= longest and len(text) <= 4 * longest else f"{line[:longest]}…"


def one_line(text: str) -> str:
    """Give a text on one line, without characters that cannot be seen."""
    return text if text.isprintable() else _CONTROLS.sub(" ", _BREAKS.sub("⏎", text))
