"""Printing is asked for once, and only where a page is open."""

from __future__ import annotations

import pytest

from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.printing import PrintController
from desktop.ui.main_window import MainWindow


@pytest.fixture
def printed(window: MainWindow, navigation: NavigationController) -> list[str]:
    printed: list[str] = []
    PrintController(window, navigation, lambda: printed.append(navigation.page))
    return printed


def test_the_button_asks_and_yes_prints(
    window: MainWindow, navigation: NavigationController, printed: list[str]
) -> None:
    navigation.open_page("baby-bruise")
    window.page_bar.print.click()
    assert "can be found by others" in window.notice.words.text()
    assert printed == []
    window.notice.action.click()
    assert printed == ["baby-bruise"]


def test_without_a_page_nothing_is_asked(
    window: MainWindow, navigation: NavigationController, printed: list[str]
) -> None:
    navigation.open_start()
    window.page_bar.print.click()
    assert window.notice.words.text() == ""
    assert printed == []


def test_the_question_goes_with_the_page(
    window: MainWindow, navigation: NavigationController, printed: list[str]
) -> None:
    navigation.open_page("baby-bruise")
    window.page_bar.print.click()
    navigation.open_page("safe-sleep")
    assert window.notice.words.text() == ""
    assert printed == []
