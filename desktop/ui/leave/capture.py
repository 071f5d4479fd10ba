"""Every window of the program, menus included, kept out of screenshots where the system can do that."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

from desktop.store.settings import ALLOW_SCREENSHOTS, Settings
from desktop.ui.leave.capture_macos import mac_shield
from desktop.ui.leave.capture_windows import windows_shield


class Shield(Protocol):
    """How one system keeps a window out of captures."""

    def shield(self, window: int, out: bool) -> bool: ...


def shield_here() -> Shield | None:
    """The shield of this system; X11 and Wayland have none."""
    return windows_shield() or mac_shield()


class Capture(QObject):
    """Without a shield it watches nothing. The worker may allow screenshots; that is forgotten at the end."""

    def __init__(self, settings: Settings, shield: Shield | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._shield = shield
        application = QCoreApplication.instance()
        if shield is not None and application is not None:
            application.installEventFilter(self)
            settings.listen(ALLOW_SCREENSHOTS, self._cover_all)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a window is told that it is shown after the system has made it and before it is on the screen
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
            self._cover(watched)
        return False

    def _cover_all(self, _allowed: bool) -> None:
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self._cover(window)

    def _cover(self, window: QWindow) -> None:
        if self._shield is not None and window.parent() is None:
            self._shield.shield(int(window.winId()), not self._settings.get(ALLOW_SCREENSHOTS))
