"""The keys that leave, heard before any field, menu or dialog: Shift three times, and one key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

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
_X11 = (50, 62)
SHIFT_SCAN_CODES = {"xcb": _X11, "wayland": _X11}
"""The two Shift keys by their place on the keyboard, as each platform of Qt numbers them.

Keyboard settings of X may give Shift another meaning: the next layout, Caps Lock. Elsewhere they cannot.
"""


def _never() -> bool:
    return False


def shift_scan_codes() -> Collection[int]:
    """The two Shift keys on the platform in use; none where Shift is always told as Shift."""
    return SHIFT_SCAN_CODES.get(QGuiApplication.platformName(), ())


class LeaveFilter(QObject):
    """An application event filter. It sees every event, so it decides on the type first."""

    presses_changed = Signal(int)

    def __init__(
        self,
        presses: ShiftPresses,
        leave: Callable[[], object],
        faults: Faults,
        parent: QObject | None = None,
        scan_codes: Collection[int] | None = None,
    ) -> None:
        super().__init__(parent)
        self._presses = presses
        self._leave = leave
        self._faults = faults
        self._scan_codes = shift_scan_codes() if scan_codes is None else scan_codes
        self._handed_over = False
        self.rehearsing: Callable[[], bool] = _never
        self.leave_key: Qt.Key | None = Qt.Key.Key_F12

    @property
    def last_ms(self) -> int:
        """The time of the last press of Shift, by the events' own clock."""
        return self._presses.last_ms

    @contextmanager
    def handing_over(self) -> Iterator[None]:
        """What is sent meanwhile was heard when it came: it does not come between the presses made since."""
        self._handed_over = True
        try:
            yield
        finally:
            self._handed_over = False

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
            if not self._is_shift(event):
                self._reset()
        elif kind in _RESETS:
            self._reset()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if self._is_shift(event):
            self._shift(event)
            return False
        # whatever else a hand holds, or Sticky Keys; what Alt and a key do is the desktop's
        if event.key() == self.leave_key and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._leave()
            return True
        self._reset()
        return False

    def _is_shift(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Shift:
            return True
        return event.nativeScanCode() in self._scan_codes and not event.text()

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
        if self._presses.count and not self._handed_over:
            self._presses.reset()
            self.presses_changed.emit(0)
