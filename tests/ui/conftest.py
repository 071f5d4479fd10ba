"""What the tests of single widgets share: a pack, a style, and an application in our own type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from content.model import Library
from content.read import read_pack
from desktop.ui.fonts import load_fonts
from desktop.ui.icons import IconStore
from desktop.ui.look import read_look
from desktop.ui.page_view import PageView
from desktop.ui.style import Style

SMALL = Path(__file__).resolve().parents[1] / "packs" / "small"
TODAY = date(2026, 11, 23)
ShowPage = Callable[..., PageView]


@pytest.fixture(scope="session")
def small() -> Library:
    """The small pack of the tests."""
    library = read_pack(SMALL).library
    assert library is not None
    return library


@pytest.fixture
def style(qapp: QApplication) -> Style:
    """The light look at 100 %."""
    return Style(read_look("light"), 1.0, load_fonts(), IconStore())


@pytest.fixture
def show_page(qtbot, small: Library, style: Style) -> ShowPage:
    """Open a page of the small pack in a view of its own."""

    def show(page: str, *, previous: str = "", next_: str = "", today: date = TODAY) -> PageView:
        view = PageView()
        qtbot.addWidget(view)
        view.resize(700, 500)
        view.show_style(style)
        view.show()
        view.set_column(26, 600)
        view.show_page(small, small.pages[page], previous=previous, next_=next_, today=today)
        return view

    return show
