"""Find on this page: a slim bar below the page bar, with a count and two arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.push_button import ButtonStyle, PushButton
from desktop.ui.widgets.query_field import QueryField

_TOOL = ButtonStyle(pad=8, height=36, icon=20)


class FindBar(QWidget):
    """Reports the query and which way to look; the page answers with a count."""

    find_wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._found = (0, 0)
        self._growing = False
        self.field = QueryField(_("Find on this page"), self)
        self.field.setPlaceholderText(_("Find on this page"))
        self.count = QLabel(self)
        self._up = PushButton(appearance, "", _("Find previous"), _TOOL, "arrow-up", self)
        self._down = PushButton(appearance, "", _("Find next"), _TOOL, "arrow-down", self)
        self._close = PushButton(appearance, "", _("Close find"), _TOOL, "x", self)
        self._row = QHBoxLayout(self)
        for widget in (self.field, self.count, self._up, self._down, self._close):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.field.textChanged.connect(lambda query: self.find_wanted.emit(query, True))
        self._up.clicked.connect(lambda: self.again(forward=False))
        self._down.clicked.connect(lambda: self.again(forward=True))
        self._close.clicked.connect(self.closed)
        self.hide()
        appearance.follow(self._restyle)

    def begin(self) -> None:
        """Open and take the keyboard."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def again(self, forward: bool) -> None:
        """Look for the same query once more."""
        if self.field.text():
            self.find_wanted.emit(self.field.text(), forward)

    def show_count(self, number: int, total: int) -> None:
        """Say which of how many places is shown; 0 while that one is still to come."""
        self._found = (number, total)
        if not self.field.text():
            self.count.setText("")
        elif number:
            self.count.setText(_("{n} of {total}").format(n=number, total=total))
        elif self._growing:
            self.count.setText(_("Looking …"))
        else:
            self.count.setText(_("Not on this page"))

    def show_growing(self, growing: bool) -> None:
        """While the page is being written, nobody knows that words are not on it."""
        self._growing = growing
        self.show_count(*self._found)

    def forget(self) -> None:
        """Forget the query and close."""
        self.field.blockSignals(True)
        self.field.setText("")  # unlike clear(), this leaves no undo history
        self.field.blockSignals(False)
        self.show_count(0, 0)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.again(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self.field.setFont(style.font("ui"))
        self.field.setFixedHeight(style.size(36))
        self.field.setMinimumWidth(style.size(180))
        self.field.setMaximumWidth(style.size(360))
        self.count.setFont(style.font("ui"))
        self._row.setContentsMargins(style.size(26), style.size(4), style.size(16), style.size(5))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._appearance.style
        painter.fillRect(self.rect(), style.colour("side"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, style.colour("line"))
