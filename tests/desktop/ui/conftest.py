"""What the tests of single widgets share: a pack, a style, and an application in our own type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from content.model import Library, Page
from content.reading.read import read_pack
from desktop.leave.faults import Faults
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.fonts import load_fonts
from desktop.ui.look.icons import IconStore
from desktop.ui.look.look_files import read_look
from desktop.ui.look.style import Style
from desktop.ui.page.document import PageContext
from desktop.ui.page.view import PageView
from tests.desktop.ui.page.long_pages import LONGEST, TURNS

SMALL = Path(__file__).resolve().parents[2] / "packs" / "small"
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
def appearance(style: Style) -> Appearance:
    """What widgets are built with."""
    return Appearance(style)


@pytest.fixture
def show_page(qtbot, small: Library, appearance: Appearance, faults: Faults) -> ShowPage:
    """Open a page of the small pack in a view of its own."""

    def show(page: str, *, previous: str = "", next_: str = "", today: date = TODAY) -> PageView:
        view = PageView(appearance, faults)
        qtbot.addWidget(view)
        view.resize(700, 500)
        view.show()
        view.set_column(26, 600)
        view.show_page(PageContext(small, small.pages[page], previous, next_, today))
        return view

    return show


@pytest.fixture
def long_page(small: Library) -> Page:
    """The page with one of everything, over and over; each section knows its turn."""
    return _repeated(small.pages["baby-bruise"], TURNS)


@pytest.fixture
def longest_page(small: Library) -> Page:
    """The same as a page that takes too long to be laid out in one go."""
    return _repeated(small.pages["baby-bruise"], LONGEST)


def _repeated(page: Page, turns: int) -> Page:
    sections = [
        replace(one, anchor=f"{one.anchor}-{turn}", title=f"{one.title or 'Begin'} {turn}")
        for turn in range(turns)
        for one in page.sections
    ]
    return replace(page, sections=tuple(sections))


@pytest.fixture
def open_long(qtbot, small: Library, appearance: Appearance, long_page: Page, faults: Faults) -> ShowPage:
    """Open it, or another, in a view; the first part stands, nothing else has happened yet."""

    def open_(page: Page = long_page) -> PageView:
        view = PageView(appearance, faults)
        qtbot.addWidget(view)
        view.resize(700, 500)
        view.set_column(26, 600)
        with qtbot.waitExposed(view):
            view.show()
        view.show_page(PageContext(small, page, "danger-now", "safe-sleep", small.info.edition))
        return view

    return open_
