"""What no text in the window may do: load, drag, be edited, or leave more than plain words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.page.surface import PageSurface

WORDS = "Words that can be read, copied and walked through."


@pytest.fixture
def surface(qtbot) -> PageSurface:
    one = PageSurface()
    qtbot.addWidget(one)
    one.resize(400, 200)
    one.setHtml(f'<p>{WORDS} <a href="file:///etc/hostname">more</a></p>')
    with qtbot.waitExposed(one):
        one.show()
    return one


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.org/pixel.png", "qrc:/x", ""])
def test_nothing_is_ever_loaded(surface, address: str) -> None:
    assert surface.loadResource(2, QUrl(address)) is None


def test_a_link_is_told_and_opens_nothing(qtbot, surface) -> None:
    before = surface.toPlainText()
    assert not surface.openLinks()
    assert not surface.openExternalLinks()
    where = surface.cursorRect(surface.document().find("more"))
    with qtbot.waitSignal(surface.anchorClicked):
        QTest.mouseClick(surface.viewport(), Qt.MouseButton.LeftButton, pos=where.center() - QPoint(5, 0))
    assert surface.toPlainText() == before


def test_no_key_and_no_drop_changes_a_word(surface) -> None:
    before = surface.toPlainText()
    surface.toggle_caret()
    QTest.keyClicks(surface, "x")
    QTest.keyClick(surface, Qt.Key.Key_Backspace)
    data = QMimeData()
    data.setText("dropped")
    none = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, *none, QEvent.Type.Drop)
    QApplication.sendEvent(surface.viewport(), drop)
    assert surface.toPlainText() == before
    assert not surface.acceptDrops()
    assert not surface.document().isUndoAvailable()


def test_the_caret_comes_and_goes(surface) -> None:
    surface.setFocus()
    for position in (1, 1):
        QTest.keyClick(surface, Qt.Key.Key_Right)
        assert surface.textCursor().position() == 0
        surface.toggle_caret()
        QTest.keyClick(surface, Qt.Key.Key_Right)
        assert surface.textCursor().position() == position
        cursor = surface.textCursor()
        cursor.setPosition(0)
        surface.setTextCursor(cursor)
        surface.toggle_caret()


def test_a_copy_is_words_without_markup(surface) -> None:
    surface.selectAll()
    data = surface.createMimeDataFromSelection()
    assert data.text() == f"{WORDS} more"
    assert not data.hasHtml()
    assert not data.hasUrls()


def test_a_press_on_selected_words_drops_the_selection(surface) -> None:
    surface.selectAll()
    QTest.mousePress(surface.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    assert not surface.textCursor().hasSelection()


def test_ctrl_and_wheel_are_left_to_the_window(surface) -> None:
    size = surface.document().defaultFont().pointSizeF()
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        turn = QWheelEvent(
            QPointF(60, 60),
            surface.mapToGlobal(QPointF(60, 60)),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        surface.wheelEvent(turn)
        if held:
            assert not turn.isAccepted()
    assert surface.document().defaultFont().pointSizeF() == size
