"""The tokens keep their promises: readable text, visible edges, every icon and placeholder present."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.theme import contrasting, icons, style
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
    *(("text3", ground) for ground in ("bg", "surface", "surface2", "header", "readonly", "hover")),
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
    *((ink, "selection") for ink in ("text", "text2", "error", "warning")),  # a marked cell that is selected
    *((ink, ground) for ink in ("text", "brand") for ground in ("error_bg", "warning_bg", "ready_bg")),  # banners
    *((tone, "surface") for tone in ("draft", "ready", "waiting", "returned")),
    *((tone, f"{tone}_bg") for tone in ("draft", "ready", "waiting", "accepted", "returned", "error", "warning")),
]
GROUNDS = ("bg", "surface", "surface2", "header", "readonly")
EDGES = [
    *((edge, ground) for edge in ("border", "brand") for ground in GROUNDS),  # of controls; the ring of the focus
    *((edge, "surface") for edge in ("error", "warning", "accepted")),  # of inputs, bars and lines of charts
    *(("scroll", ground) for ground in ("bg", "surface", "surface2")),
    ("error", "error_bg"),
    ("warning", "warning_bg"),
    ("brand", "brand_soft"),  # the chosen chip; a bar that is not filed yet
    ("brand", "selection"),  # the current cell
]


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


# -- contrast themes


def night_sky() -> QPalette:
    """Give the colours of a contrast theme: yellow on black."""
    palette = QPalette()
    for role, color in (
        ("Window", "#000000"),
        ("WindowText", "#FFFF00"),
        ("Link", "#8080FF"),
        ("Highlight", "#D6B4FD"),
    ):
        palette.setColor(QPalette.ColorRole[role], QColor(color))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#2B2B2B"))
    return palette


@pytest.mark.parametrize("mode", MODES)
def test_a_contrast_theme_has_the_colours_of_the_system_and_no_tinted_ground(mode: str) -> None:
    colors = contrasting.theme_of(night_sky(), load_theme(mode)).colors
    assert set(colors) == set(load_theme(mode).colors)
    assert {colors[token] for token in colors if token.endswith("_bg") or token in ("surface", "hover")} == {"#000000"}
    assert {colors[token] for token in ("text", "text3", "border", "line", "error", "warning")} == {"#FFFF00"}
    assert (colors["selection"], colors["selection_text"]) == ("#D6B4FD", "#2B2B2B")
    for text, ground in [pair for pair in TEXT if pair[1] != "selection"]:
        assert contrast(colors[text], colors[ground]) >= READABLE, (text, ground)


def test_where_a_contrast_theme_is_on_the_palette_stays_the_systems(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp, "dark", 1.0, tmp_path)
    monkeypatch.setenv(contrasting.VARIABLE, "1")
    applied = theme.apply(qapp, "dark", 1.0, tmp_path)
    assert applied.mode == contrasting.MODE
    assert qapp.palette().color(QPalette.ColorRole.Window) == QPalette().color(QPalette.ColorRole.Window)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == applied.colors["bg"]
    assert applied.colors["bg"] != load_theme("dark").colors["bg"]
    monkeypatch.setenv(contrasting.VARIABLE, "0")
    assert theme.apply(qapp, "light", 1.0, tmp_path).mode == "light"


def test_a_marked_input_that_has_the_focus_shows_it() -> None:
    rules = (FOLDER / "style.qss").read_text(encoding="utf-8")
    states = set(re.findall(r'QLineEdit\[state="(\w+)"\](?: |,)', rules))
    rings = dict(re.findall(r'QLineEdit\[state="(\w+)"\]:focus { border: (\d)px', rules))
    assert states == {"error", "warning", "ok"}
    assert rings == dict.fromkeys(states, "2")
