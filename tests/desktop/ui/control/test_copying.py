"""An address and a number are offered for copying; nothing is opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from content.model import Library
from desktop.ui.control.copying import CopyController
from desktop.ui.main_window import MainWindow
from tests.desktop.ui.page.painted_order import laid_lines


@pytest.fixture
def copying(window: MainWindow, small: Library) -> CopyController:
    return CopyController(window, small)


@pytest.mark.parametrize(
    ("contact", "sentence", "copied"),
    [
        ("duty", "Small Town Duty Team: 0113~496~0000", "0113 496 0000"),
        ("text-line", "Young people's text line: 07700~900000", "07700 900000"),
    ],
)
def test_a_contact_is_told_and_copied(
    window: MainWindow, copying: CopyController, contact: str, sentence: str, copied: str
) -> None:
    window.page_view.contact_wanted.emit(contact)
    assert window.notice.words.text().replace("\u00a0", "~") == sentence
    window.notice.action.click()
    assert QApplication.clipboard().text() == copied
    QApplication.clipboard().clear()  # Qt would free the copy after Python has gone


def test_a_name_that_runs_the_other_way_turns_no_number(window: MainWindow, small: Library) -> None:
    duty = replace(small.contacts["duty"], name="فريق المناوبة", phone="+44 (0)113 496 0112")
    controller = CopyController(window, replace(small, contacts={"duty": duty}))
    controller.offer_number("duty")
    layout = QTextLayout(window.notice.words.text(), window.notice.words.font())
    layout.beginLayout()
    layout.createLine().setLineWidth(2000)
    layout.endLayout()
    assert "+44 (0)113 496 0112" in laid_lines(layout, layout.text())[0]
    window.notice.action.click()
    assert QApplication.clipboard().text() == "+44 (0)113 496 0112"
    QApplication.clipboard().clear()


def test_an_address_is_told_with_its_warning_and_copied(window: MainWindow, copying: CopyController) -> None:
    window.page_view.address_wanted.emit("https://example.org/duty")
    assert "need the internet" in window.notice.words.text()
    assert "https://example.org/duty" in window.notice.words.text()
    window.notice.action.click()
    assert QApplication.clipboard().text() == "https://example.org/duty"
    QApplication.clipboard().clear()


def test_a_contact_that_the_pack_does_not_have_is_not_told(
    window: MainWindow, copying: CopyController
) -> None:
    window.page_view.contact_wanted.emit("nobody")
    assert window.notice.words.text() == ""
