"""From the first moment of leaving, no window of ours may come to the screen again."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_ABOUT_TO_SHOW = (QEvent.Type.Polish, QEvent.Type.Show)
"""A new window is polished before it is shown: told only in the middle of that, Qt may stumble later.
What was polished as a part of a window and is taken out of it is told then all the same."""


class LeaveGate(QObject):
    """Hiding a dialog ends its `exec()`, and the code after it may open another box: this keeps it away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether leaving has begun."""
        return self._closed

    def close(self) -> None:
        """Let nothing through from now on."""
        self._closed = True
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def open(self) -> None:
        """Let windows through again: only for tests, which go on after the end."""
        self._closed = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ABOUT_TO_SHOW and isinstance(watched, QWidget) and watched.isWindow():
            _keep_away(watched)
        return False


def _keep_away(window: QWidget) -> None:
    if not window.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def hide_everything() -> None:
    """Take every window off the screen for good: pop-ups first, then all others, then what Qt still holds."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        with suppress(RuntimeError):
            popup.hide()
        above = QApplication.activePopupWidget()
        popup = above if above is not popup else None
    tops: list[QWidget | QWindow] = [*QApplication.topLevelWidgets(), *QGuiApplication.topLevelWindows()]
    for one in tops:
        with suppress(RuntimeError):  # Qt has deleted it meanwhile: the others still have to go
            one.hide()
            if isinstance(one, QWidget):
                _keep_away(one)
