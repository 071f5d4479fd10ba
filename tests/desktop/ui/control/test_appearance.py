"""Colours and text size: every step stays among the choices, and the whole window takes it on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.store.settings import LOOK, SIDEBAR_OPEN, TEXT_SIZE, Settings
from desktop.ui.control.appearance import AppearanceController
from desktop.ui.control.settings import SettingsController
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.look_files import read_look
from desktop.ui.main_window import MainWindow


@pytest.fixture
def controller(
    qapp: QApplication,
    window: MainWindow,
    settings: Settings,
    choosing: SettingsController,
    appearance: Appearance,
) -> Iterator[AppearanceController]:
    before = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield AppearanceController(window, settings, choosing, appearance)
    palette, font, sheet = before
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [(100, 1, 110), (150, -1, 140), (100, -1, 100), (200, 1, 200), (180, 5, 200), (170, 0, 100)],
)
def test_a_step_of_the_text_size_stays_among_the_sizes(
    controller: AppearanceController, settings: Settings, before: int, by: int, after: int
) -> None:
    settings.set(TEXT_SIZE, before)
    controller.step_size(by)
    assert settings.get(TEXT_SIZE) == after


def test_the_text_size_reaches_the_page_and_the_application(
    qapp: QApplication, window: MainWindow, controller: AppearanceController, appearance: Appearance
) -> None:
    page_before, application_before = window.search_box.field.font().pixelSize(), qapp.font().pixelSize()
    assert page_before > 0
    window.size_step_wanted.emit(10)
    assert appearance.style.scale == 2.0
    assert window.search_box.field.font().pixelSize() == 2 * page_before
    assert qapp.font().pixelSize() == appearance.style.font("ui").pixelSize() != application_before


def test_the_colours_go_round_and_each_is_put_on(
    controller: AppearanceController, settings: Settings, appearance: Appearance
) -> None:
    seen = []
    for _look in settings.choices(LOOK):
        controller.next_look()
        seen.append(settings.get(LOOK))
        if seen[-1] != "same":
            assert appearance.style.look == read_look(seen[-1])
    assert seen == ["cream", "dark", "contrast", "same", "light"]


def test_a_closed_topics_panel_stays_closed_and_gives_the_keyboard_to_the_page(
    window: MainWindow, controller: AppearanceController, settings: Settings
) -> None:
    window.resize(1400, 800)
    window.begin_sidebar(settings.get(SIDEBAR_OPEN))
    assert window.sidebar.isVisible()
    window.sidebar.front().setFocus()
    controller.toggle_sidebar()
    assert not window.sidebar.isVisible()
    assert window.focusWidget() is window.part()
    assert settings.get(SIDEBAR_OPEN) is False
    window.begin_sidebar(settings.get(SIDEBAR_OPEN))
    assert not window.sidebar.isVisible()


def test_in_a_narrow_window_the_panel_opens_on_request_and_is_not_remembered(
    window: MainWindow, controller: AppearanceController, settings: Settings
) -> None:
    window.resize(700, 700)
    window.begin_sidebar(settings.get(SIDEBAR_OPEN))
    assert not window.sidebar.isVisible()
    controller.toggle_sidebar()
    assert window.sidebar.isVisible()
    controller.toggle_sidebar()
    assert not window.sidebar.isVisible()
    assert settings.get(SIDEBAR_OPEN) is True


def test_a_panel_that_is_wanted_opens_as_soon_as_there_is_room(window: MainWindow) -> None:
    window.resize(700, 700)
    window.begin_sidebar(True)
    assert not window.sidebar.isVisible()
    window.resize(1400, 800)
    assert window.sidebar.isVisible()
