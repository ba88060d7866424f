"""The tokens as a Qt style sheet: ``style.qss`` with ``@token`` and ``#icon(name,token)`` filled in."""

from __future__ import annotations

import contextlib
import re
import zlib
from functools import cache
from typing import TYPE_CHECKING

from desktop.theme.icons import recolored
from desktop.theme.tokens import FOLDER, Theme

if TYPE_CHECKING:
    from pathlib import Path

_TOKEN = re.compile(r"@([a-z0-9_]+)")
_ICON = re.compile(r"icon\(([a-z-]+),\s*([a-z0-9_]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@cache
def _template() -> str:
    return _COMMENT.sub("", (FOLDER / "style.qss").read_text(encoding="utf-8"))


def style_sheet(theme: Theme, folder: Path) -> str:
    """Return the style sheet of ``theme``; the arrows and ticks it shows are written into ``folder`` once."""

    def token(match: re.Match[str]) -> str:
        name = match.group(1)
        return theme.colors.get(name) or f"{theme.sizes[name]}px"

    def drawn(match: re.Match[str]) -> str:
        data = recolored(match.group(1), theme.colors[match.group(2)])
        target = folder / f"{match.group(1)}-{zlib.crc32(data):08x}.svg"
        if not target.exists():
            with contextlib.suppress(OSError):  # without its arrow a list still opens
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
        return f'url("{target.as_posix()}")'

    return _TOKEN.sub(token, _ICON.sub(drawn, _template()))
