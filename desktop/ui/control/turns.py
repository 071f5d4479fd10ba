"""Long work in several turns of the event loop, so that a key that leaves waits for one of them at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.leave.faults import Faults

_INPUT = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
    )
)


class Turns(QObject):
    """Takes steps one by one, each in a turn of its own.

    `given_up` is called once they are not wanted any more, `failed` with what went wrong in one of them; the
    steps that are left are not taken then.
    """

    def __init__(
        self,
        steps: Iterable[Callable[[], object]],
        wanted: Callable[[], bool],
        given_up: Callable[[], object],
        failed: Callable[[Exception], object],
        faults: Faults,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._wanted = wanted
        self._given_up = given_up
        self._failed = failed
        self._faults = faults
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take)

    def begin(self) -> None:
        """Take the first step in the next turn."""
        self._timer.start()

    def _take(self) -> None:
        if not self._wanted():
            self._steps.clear()
            self._given_up()
        elif self._steps:
            self._take_next()
        if not self._steps:
            self._timer.stop()

    def _take_next(self) -> None:
        step = self._steps.pop(0)
        try:
            step()
        except Exception as error:
            self._faults.note(error)
            self._steps.clear()
            self._failed(error)


class InputHold(QObject):
    """Holds clicks and keys back from a window that is not complete, and hands them over in their order.

    Not those that leave: the leave keys are heard before, and the Quick leave button works from the first
    paint on. Nor Shift, whose presses have been counted already.
    """

    def __init__(self, window: QWidget, let_through: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._let_through = let_through
        self._held: list[QEvent] = []
        handle = window.windowHandle()
        assert handle is not None, "the window has to be shown before"
        self._handle = handle
        handle.installEventFilter(self)

    def forget(self) -> None:
        """Forget what has been held: somebody leaves, and it is what they typed."""
        self._held.clear()

    def release(self) -> None:
        """Hand over what has been held, and hold nothing more."""
        self._handle.removeEventFilter(self)
        held, self._held = self._held, []
        for event in held:  # now, and not by the queue: keys that came since must not overtake them
            QCoreApplication.sendEvent(self._handle, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _INPUT or self._goes_through(event):
            return False
        self._held.append(_as_meant(event))
        return True

    def _goes_through(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Shift
        if isinstance(event, QMouseEvent):
            under = self._window.childAt(event.position().toPoint())
            return under is self._let_through
        return False


def _as_meant(event: QEvent) -> QEvent:
    """A copy; of a key such as + with Ctrl without the Shift that it needs on this keyboard.

    Qt finds that out from what the system says of a key, and leaves that out when it is handed over.
    """
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    if isinstance(event, QKeyEvent) and event.modifiers() & shifted == shifted:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if key < Qt.Key.Key_Escape and not Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            return QKeyEvent(event.type(), key, held, event.text(), event.isAutoRepeat())
    return event.clone()
