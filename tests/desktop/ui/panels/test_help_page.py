"""Help tells what stands on the disk and what has failed, and asks others to do something about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from content.model import Library
from desktop.commands import COMMANDS
from desktop.ui.look.appearance import Appearance
from desktop.ui.panels.help_page import HelpPage, help_heads
from desktop.ui.widgets.push_button import PushButton


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, small: Library) -> HelpPage:
    page = HelpPage(appearance, help_heads(small), {"Bookmarks": "in a drawer"})
    qtbot.addWidget(page)
    return page


def words(page: HelpPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def button(page: HelpPage, text: str) -> PushButton:
    return next(one for one in page.findChildren(PushButton) if one.text() == text)


def test_it_asks_for_news_whenever_it_comes_to_the_front(qtbot: QtBot, page: HelpPage) -> None:
    for _turn in range(2):
        with qtbot.waitSignal(page.opened):
            page.show()
        page.hide()


def test_what_was_written_is_listed_and_erasing_is_asked_for(qtbot: QtBot, page: HelpPage) -> None:
    page.show_traces(["a file: your settings", "a folder: a folder made for these"], True)
    assert "a file: your settings\na folder: a folder made for these" in words(page)
    with qtbot.waitSignal(page.erase_wanted):
        button(page, "Erase all of it").click()
    page.show_traces([], False)
    assert "Nothing." in words(page)
    assert button(page, "Erase all of it").isHidden()


def test_what_failed_is_listed_and_a_copy_is_asked_for(qtbot: QtBot, page: HelpPage) -> None:
    page.show_faults(["KeyError at desktop/ui/page/view.py:1 (2 times)"])
    assert "KeyError at desktop/ui/page/view.py:1 (2 times)" in words(page)
    with qtbot.waitSignal(page.support_copy_wanted):
        button(page, "Copy for support").click()
    page.show_faults([])
    assert "Nothing." in words(page)


def test_each_command_stands_there_with_its_keys(page: HelpPage) -> None:
    told = words(page)
    assert [one.id for one in COMMANDS.values() if not any(w.startswith(f"{one.text}: ") for w in told)] == []
    assert "Bookmarks: in a drawer" in told
