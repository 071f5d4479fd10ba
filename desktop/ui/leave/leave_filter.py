"""The keys that leave, heard before any field, menu or dialog: Shift three times, and one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.leave.faults import Faults
from desktop.leave.shift_presses import PRESSES_TO_LEAVE, ShiftPresses

_RESETS = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ApplicationDeactivate,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
    )
)
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def _never() -> bool:
    return False


class LeaveFilter(QObject):
    """An application event filter. It sees every event, so it decides on the type first."""

    presses_changed = Signal(int)

    def __init__(
        self,
        presses: ShiftPresses,
        leave: Callable[[], object],
        faults: Faults,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presses = presses
        self._leave = leave
        self._faults = faults
        self.rehearsing: Callable[[], bool] = _never
        self.leave_key: Qt.Key | None = Qt.Key.Key_F12

    @property
    def last_ms(self) -> int:
        """The time of the last press of Shift, by the events' own clock."""
        return self._presses.last_ms

    def begin_again(self) -> None:
        """Count the next press of Shift as the first."""
        self._reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and watched.isWindowType() and isinstance(event, QKeyEvent):
            # a press reaches its window once, and before any widget, however often it is passed on after
            return self._key(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # a shortcut is used up before it reaches the window
            if event.key() != Qt.Key.Key_Shift:
                self._reset()
        elif kind in _RESETS:
            self._reset()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Shift:
            self._shift(event)
            return False
        if event.key() == self.leave_key and not event.modifiers():
            self._leave()
            return True
        self._reset()
        return False

    def _shift(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & _OTHERS)
        count = self._presses.press(event.timestamp(), event.isAutoRepeat(), held)
        if count == PRESSES_TO_LEAVE and not self._is_rehearsal():
            self._leave()
        else:
            self.presses_changed.emit(count)

    def _is_rehearsal(self) -> bool:
        try:
            return self.rehearsing()
        except Exception as error:  # when in doubt, leave
            self._faults.note(error)
            return False

    def _reset(self) -> None:
        if self._presses.count:
            self._presses.reset()
            self.presses_changed.emit(0)
