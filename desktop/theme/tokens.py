"""The design tokens: read once from ``tokens.toml``, without Qt, so that tests and generators can use them too."""

from __future__ import annotations

import contextlib
import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from desktop.languages import CHINESE
from desktop.settings import cache_folder

FOLDER = Path(__file__).parent
MODES = ("light", "dark")
_LINEAR = 0.04045  # below it sRGB is linear


class StateLook(NamedTuple):
    """How a state is drawn: ``tone`` names a colour pair (``tone`` on ``tone_bg``), ``icon`` an icon file."""

    tone: str
    icon: str


class Theme(NamedTuple):
    """One mode (light or dark) at one font factor.

    ``colors`` maps a token to ``#RRGGBB``; ``sizes`` holds logical pixels, already multiplied by ``factor``.
    """

    mode: str
    factor: float
    families: tuple[str, ...]
    colors: dict[str, str]
    sizes: dict[str, int]
    states: dict[str, StateLook]

    def px(self, name: str) -> int:
        """Return a measure of the token file in logical pixels."""
        return self.sizes[name]

    def look(self, state: str) -> StateLook:
        """Return how ``state`` (a word of the protocol, or ERRORS) is drawn; an unknown one like a draft."""
        return self.states.get(state) or self.states["DRAFT"]


@cache
def _source() -> dict[str, Any]:
    """Read the token file; its content is kept as JSON, which the start reads without the TOML parser (10 ms)."""
    file = FOLDER / "tokens.toml"
    stat = file.stat()
    kept = cache_folder() / "theme" / f"tokens-{stat.st_mtime_ns:x}-{stat.st_size:x}.json"
    found: dict[str, Any]
    try:
        found = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        import tomllib

        found = tomllib.loads(file.read_text(encoding="utf-8"))
        with contextlib.suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(found), encoding="utf-8")
    return found


def factors() -> tuple[float, ...]:
    """Return the font factors people may choose, smallest first."""
    return tuple(_source()["font"]["factors"])


def row_heights() -> tuple[int, ...]:
    """Return the heights of a grid's row people may choose, lowest first."""
    return tuple(_source()["density"]["rows"])


@cache
def load_theme(mode: str, factor: float = 1.0, row: int = 0, language: str = CHINESE) -> Theme:
    """Return the theme ``mode`` (``light`` or ``dark``), scaled by ``factor``, in the fonts of ``language``.

    ``row`` (px) is the height of a grid's row, if chosen.
    """
    source = _source()
    measures = source["size"] | ({"row": row} if row in row_heights() else {})
    sizes = {name: round(value * factor) for name, value in measures.items()}
    return Theme(
        mode=mode,
        factor=factor,
        families=tuple(source["font"]["families"][language]),
        colors=dict(source[mode]),
        sizes=sizes | source["fixed"],
        states={name: StateLook(*look) for name, look in source["states"].items()},
    )


def _luminance(color: str) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio (1 to 21) of two ``#RRGGBB`` colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
