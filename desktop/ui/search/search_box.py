"""Where the worker types: one field in the header, with its ring, and arrows that move through the hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.focus_ring import RING, draw_focus_ring
from desktop.ui.widgets.query_field import QueryField

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class _Field(QueryField):
    """Tells the box that it has to draw its ring anew."""

    focus_moved = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()


class SearchBox(QWidget):
    """Reports words as they are typed, and the keys that choose and open a hit."""

    words_typed = Signal(str)
    step_wanted = Signal(int)
    open_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = _Field(_("Search the guidance"), self)
        self.field.setFrame(False)
        self.field.textChanged.connect(self.words_typed)
        self.field.focus_moved.connect(self.update)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.field.setFont(self._appearance.style.font("body"))
        self.updateGeometry()
        self._place()
        self.update()

    def show_hint(self, long: bool) -> None:
        """The greyed hint: with an example where there is room."""
        self.field.setPlaceholderText(
            _("Search the guidance, for example “bruise on a baby”") if long else _("Search the guidance")
        )

    def words(self) -> str:
        """What stands in the box."""
        return self.field.text()

    def show_words(self, words: str) -> None:
        """Put words into the box without reporting them as typed."""
        self.field.blockSignals(True)
        self.field.setText(words)
        self.field.blockSignals(False)

    def begin(self) -> None:
        """Take the keyboard with all words chosen, so that typing replaces them."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def forget(self) -> None:
        """Forget the words and their undo history."""
        self.show_words("")

    def sizeHint(self) -> QSize:
        scale = self._appearance.style.scale
        return QSize(round(680 * scale), round(56 * scale))

    def minimumSizeHint(self) -> QSize:
        scale = self._appearance.style.scale
        return QSize(round(150 * scale), round(56 * scale))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def _box(self) -> QRectF:
        ring = RING * self._appearance.style.scale
        return QRectF(self.rect()).adjusted(ring, ring, -ring, -ring)

    def _place(self) -> None:
        style, box = self._appearance.style, self._box().toRect()
        self.field.setGeometry(box.adjusted(style.size(42), 3, -style.size(10), -3))

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, box = self.field.hasFocus(), self._box()
        painter.setBrush(style.colour("field"))
        painter.setPen(QPen(style.colour("accent" if focused else "border"), 2 * style.scale))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), style.size(9), style.size(9))
        icon = style.pixmap("search", "ink2", 22, self.devicePixelRatioF())
        painter.drawPixmap(round(box.left()) + style.size(12), round(box.center().y()) - style.size(11), icon)
        if focused:
            draw_focus_ring(painter, box.adjusted(0, 0, 0, 0), style, 9)
