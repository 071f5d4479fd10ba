"""The window is on the screen with all of it, whatever the scaling and whichever monitors there are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QWidget

SMALLEST = QSize(480, 360)
FIRST = QSize(1180, 720)
"""As large as the window likes to be at its start."""

FRAME = QSize(20, 48)
"""Room for what the system draws around a window; how much it is cannot be asked before it stands."""


def first_geometry(available: QRect) -> QRect:
    """Where the window first stands: as large as it likes to be, or as there is room; in the middle."""
    size = FIRST.boundedTo(available.size() - FRAME)
    frame = QRect(QPoint(), size + FRAME)
    frame.moveCenter(available.center())
    return QRect(frame.topLeft(), size)


def fitted(frame: QRect, available: QRect) -> QRect:
    """The frame of a window, made no larger than the room there is and moved into it."""
    fitting = QRect(frame.topLeft(), frame.size().boundedTo(available.size()))
    fitting.moveRight(min(fitting.right(), available.right()))
    fitting.moveBottom(min(fitting.bottom(), available.bottom()))
    fitting.moveLeft(max(fitting.left(), available.left()))
    fitting.moveTop(max(fitting.top(), available.top()))
    return fitting


class WindowPlacement(QObject):
    """Places the window before it is shown, and brings it back when a monitor goes away or shrinks.

    Where the worker has put it, it stays for as long as some monitor shows each part of it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.bring_back)
        available = window.screen().availableGeometry()
        window.setMinimumSize(SMALLEST.boundedTo(available.size() - FRAME))
        place = first_geometry(available)
        window.resize(place.size())
        window.move(place.topLeft())
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._follow)
            application.screenRemoved.connect(self._soon.start)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    @Slot(QScreen)
    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._soon.start)

    def follow_window(self) -> None:
        """Have an eye on the monitor it stands on, too: call it when the window is shown."""
        if handle := self._window.windowHandle():
            handle.screenChanged.connect(self._soon.start)

    @Slot()
    def bring_back(self) -> None:
        """Bring the window back if a part of it is on no monitor, Quick leave perhaps."""
        window = self._window
        seen = QRegion()
        for screen in QGuiApplication.screens():
            seen += screen.availableGeometry()
        frame = window.frameGeometry()
        if window.isMaximized() or window.isFullScreen() or seen.united(frame) == seen:
            return
        available = window.screen().availableGeometry()
        around = frame.size() - window.size()
        window.setMinimumSize(SMALLEST.boundedTo(available.size() - around))
        wanted = fitted(frame, available)
        window.resize(wanted.size() - around)
        window.move(wanted.topLeft())
