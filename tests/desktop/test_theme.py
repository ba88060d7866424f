"""The tokens keep their promises: readable text, visible edges, every icon and placeholder present."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.theme import icons, style
from desktop.theme.tokens import FOLDER, MODES, contrast, factors, load_theme

if TYPE_CHECKING:
    from pathlib import Path

READABLE = 4.5
VISIBLE = 3.0
TEXT = [
    (text, ground)
    for ground in ("bg", "surface", "surface2", "header", "readonly")
    for text in ("text", "text2", "brand", "error", "warning")
] + [
    ("text3", "surface"),
    ("text3", "bg"),
    ("text3", "surface2"),
    ("on_brand", "brand"),
    ("on_brand", "brand_hover"),
    ("on_brand", "brand_press"),
    ("brand", "brand_soft"),
    ("text", "brand_soft"),
    ("text", "hover"),
    ("selection_text", "selection"),
    ("on_badge", "badge"),
    ("on_badge_warning", "badge_warning"),
    ("accepted", "surface"),
    *((tone, f"{tone}_bg") for tone in ("draft", "ready", "waiting", "accepted", "returned", "error", "warning")),
]
EDGES = [("border", "surface"), ("border", "bg"), ("brand", "surface"), ("brand", "bg"), ("error", "error_bg")]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_is_readable(mode: str, text: str, ground: str) -> None:
    colors = load_theme(mode).colors
    assert contrast(colors[text], colors[ground]) >= READABLE, (text, ground)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_are_visible(mode: str, edge: str, ground: str) -> None:
    colors = load_theme(mode).colors
    assert contrast(colors[edge], colors[ground]) >= VISIBLE, (edge, ground)


def test_both_modes_name_the_same_tokens() -> None:
    assert set(load_theme("light").colors) == set(load_theme("dark").colors)


def test_every_state_has_an_icon_and_a_tone() -> None:
    shown = load_theme("light")
    for look in shown.states.values():
        assert (FOLDER / "icons" / f"{look.icon}.svg").exists()
        assert {look.tone, f"{look.tone}_bg"} <= set(shown.colors)


@pytest.mark.parametrize("mode", MODES)
def test_the_style_sheet_is_complete(mode: str, tmp_path: Path) -> None:
    sheet = style.style_sheet(load_theme(mode), tmp_path)
    assert not re.search(r"@[a-z]|icon\(", sheet)
    assert list(tmp_path.glob("chevron-down-*.svg"))


def test_sizes_follow_the_font_factor() -> None:
    assert factors() == (0.9, 1.0, 1.15, 1.3)
    assert load_theme("light", 1.3).px("body") == round(13 * 1.3)
    assert load_theme("light", 1.3).px("nav") == load_theme("light").px("nav")


def test_apply_gives_palette_font_and_icons(qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, "dark", 1.0, tmp_path)
    dark = load_theme("dark").colors
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == dark["bg"]
    image = theme.icon("home", "brand").pixmap(20, 20).toImage()
    inks = {
        image.pixelColor(x, y).name() for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() == 255
    }
    assert QColor(dark["brand"]).name() in inks
    theme.apply(qapp, "light", 1.0, tmp_path)


def test_icons_are_sharp_at_every_scale(qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, "light", 1.0, tmp_path)
    made = theme.icon("send")
    for ratio in (1.0, 1.25, 1.5, 2.0):
        assert made.pixmap(QSize(20, 20), ratio).width() == round(20 * ratio)


def test_every_icon_file_is_an_svg_of_one_colour() -> None:
    for file in (FOLDER / "icons").glob("*.svg"):
        text = icons.source(file.stem)
        assert text.startswith(b"<svg "), file.name
        if file.stem != "logo":
            assert b"fill=" not in text.split(b">", 1)[0], file.name
