"""A panel is made once, on first use, and is wired before anybody sees it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.ui.look.appearance import Appearance
from desktop.ui.panels.lazy_panel import LazyPanel
from desktop.ui.widgets.card_page import CardPage


def test_it_is_made_when_first_asked_for_and_only_once(qtbot: QtBot, appearance: Appearance) -> None:
    happened: list[str] = []

    def make() -> CardPage:
        happened.append("made")
        page = CardPage(appearance, "Panel")
        qtbot.addWidget(page)
        return page

    lazy = LazyPanel(make, lambda _page: happened.append("added"))
    lazy.when_made(lambda _page: happened.append("wired"))
    lazy.when_made(lambda _page: happened.append("wired by another"))
    assert lazy.made is None
    assert happened == []
    page = lazy.get()
    assert lazy.get() is page is lazy.made
    assert happened == ["made", "added", "wired", "wired by another"]
