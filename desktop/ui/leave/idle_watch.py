"""Leaves when nobody has touched mouse or keyboard for as long as the worker chose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from desktop.leave.idle import Idleness

_LOOK_EVERY_MS = 5000
"""A timer stands still while the computer sleeps; after waking this is how long it takes to notice."""
_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    )
)


class IdleWatch(QObject):
    """Costs nothing while it is off: its event filter is installed only with a limit."""

    def __init__(
        self, idleness: Idleness, leave: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._idleness = idleness
        self._leave = leave
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether anybody is waited for."""
        return self._timer.isActive()

    def watch(self, seconds: float) -> None:
        """Leave after this many seconds without a sign of a person; 0 never does."""
        self._idleness.limit = seconds
        self._idleness.touch()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if seconds:
                application.installEventFilter(self)
        self._timer.stop()
        self.look()

    def look(self) -> None:
        """Leave if it is time, else look again later."""
        left = self._idleness.seconds_left()
        if left == 0:
            self._leave()
        elif left is not None:
            self._timer.start(min(_LOOK_EVERY_MS, round(left * 1000) + 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._idleness.touch()
        return False
