"""Colours that can be read in every look, icons that exist, type that is ours."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo

from content.kinds import KINDS
from content.model import Library
from content.reading.read import read_pack
from desktop.store.settings import SETTINGS
from desktop.ui.look.icons import IconStore
from desktop.ui.look.look import palette, px
from desktop.ui.look.look_files import look_names, read_look
from desktop.ui.look.style import Style
from desktop.ui.page.boxes import BOXES

ROOT = Path(__file__).resolve().parents[4]
GROUNDS = ("bg", "surface", "side", "field")
TINTS = ("info", "danger", "warn", "good")
INK, TEXT, SHAPE = 7.0, 4.5, 3.0
PAIRS = [
    *[("ink", ground, INK) for ground in (*GROUNDS, "tint")],
    *[("ink2", ground, TEXT) for ground in GROUNDS],
    *[("ink", f"{tint}_tint", INK) for tint in TINTS],
    *[(f"{tint}_ink", f"{tint}_tint", INK) for tint in TINTS],
    *[
        ("link", ground, TEXT)
        for ground in ("surface", "side", "info_tint", "danger_tint", "warn_tint", "good_tint")
    ],
    ("visited", "surface", TEXT),
    *[("on_danger", red, TEXT) for red in ("danger", "danger_hover", "danger_press")],
    *[("on_accent", accent, TEXT) for accent in ("accent", "accent_hover")],
    ("on_mark", "mark", INK),
    ("accent", "tint", TEXT),
    *[("border", ground, SHAPE) for ground in GROUNDS],
    *[(tint, f"{tint}_tint", SHAPE) for tint in TINTS],
    ("focus", "focus2", SHAPE),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", look_names())
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_what_meets_on_the_screen_can_be_told_apart(name: str, front: str, ground: str, least: float) -> None:
    colours = read_look(name).colours
    assert contrast(colours[front], colours[ground]) >= least


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_look_gives_every_role() -> None:
    roles = {name: set(read_look(name).colours) for name in look_names()}
    assert len({frozenset(names) for names in roles.values()}) == 1
    for name in look_names():
        palette(read_look(name))


def test_the_looks_are_those_of_the_folder_in_the_order_of_their_files() -> None:
    found = {path.stem for path in (ROOT / "desktop" / "ui" / "look" / "looks").glob("*.toml")}
    assert set(look_names()) == found
    orders = [read_look(name).order for name in look_names()]
    assert orders == sorted(set(orders))


def test_every_look_can_be_chosen_in_that_order_under_its_label() -> None:
    offered = [(choice.value, choice.words) for choice in SETTINGS["look"].choices]
    assert offered[:-1] == [(name, read_look(name).label) for name in look_names()]


def test_no_type_is_smaller_than_fourteen() -> None:
    assert min(px(role, 1.0) for role in ("display", "h1", "h2", "h3", "lead", "body", "ui", "small")) == 14
    assert px("body", 2.0) == 38


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_the_bundled_type_is_used_in_each_weight(style: Style, weight: int) -> None:
    found = QFontInfo(style.font("body", weight))
    assert found.family().startswith("Atkinson Hyperlegible Next")
    assert found.weight() == weight


def test_type_and_colours_are_made_once_for_a_style(style: Style) -> None:
    assert style.font("body", 600) is style.font("body", 600)
    assert style.colour("ink") is style.colour("ink")
    larger = replace(style, scale=2.0)
    assert (larger.font("body", 600).pixelSize(), style.font("body", 600).pixelSize()) == (38, 19)
    assert replace(style, look=read_look("dark")).colour("ink") != style.colour("ink")
    assert replace(style) == style


def named_icons(library: Library) -> set[str]:
    places = [*library.themes.values(), *library.groups.values()]
    names = {place.icon for place in places} | {kind.icon for kind in KINDS.values()}
    return (names | {box.icon for box in BOXES.values()}) - {""}


def icons_in_code() -> set[str]:
    """Whatever stands as a whole string in a call that draws an icon."""
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "desktop" / "ui").rglob("*.py"))
    calls = re.findall(r'(?:pixmap|icon|show_icon)\(\s*"([a-z0-9-]+)"', text)
    return set(calls) | set(re.findall(r'(?:icon=|, )"([a-z]+(?:-[a-z0-9]+)+)"(?:, self|, parent|\))', text))


def test_every_icon_that_is_named_exists(qapp) -> None:
    library = read_pack(ROOT / "content" / "leeds").library
    assert library is not None
    named = named_icons(library) | icons_in_code()
    assert {"siren", "search", "panel-left", "log-out"} <= named
    missing = [
        name for name in named if not (ROOT / "desktop" / "ui" / "look" / "icons" / f"{name}.svg").is_file()
    ]
    assert missing == []


@pytest.mark.parametrize("name", ["", "no-such-drawing", "../looks/light", "../../../../etc/passwd"])
def test_a_name_that_is_no_icon_draws_a_plain_sheet(qapp, name: str) -> None:
    store = IconStore()
    assert store.pixmap(name, "#000000", 24).toImage() == store.pixmap("file-text", "#000000", 24).toImage()


def test_an_icon_is_drawn_once_in_the_colour_asked_for(qapp) -> None:
    store = IconStore()
    drawn = store.pixmap("siren", "#C4161C", 24)
    assert store.pixmap("siren", "#C4161C", 24) is drawn
    image = drawn.toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(24) for y in range(24)), key=lambda colour: colour.alpha()
    )
    assert strongest.name().upper() == "#C4161C"
