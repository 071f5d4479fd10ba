"""The bar at the top: where to go, what to look for, how it looks, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.leave.leave_button import LeaveButton
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.breakpoints import FULL_WIDTH, Breakpoint, breakpoint_at
from desktop.ui.search.search_box import SearchBox
from desktop.ui.widgets.push_button import PushButton

HEIGHT = 66


class Header(QWidget):
    """Lays out its buttons; what they do is wired by the window."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.topics = PushButton(appearance, "", _("Show or hide topics"), icon="panel-left", parent=self)
        self.home = PushButton(appearance, "", _("Start page"), icon="house", parent=self)
        self.back = PushButton(appearance, "", _("Back"), icon="arrow-left", parent=self)
        self.forward = PushButton(appearance, "", _("Forward"), icon="arrow-right", parent=self)
        self.search = SearchBox(appearance, self)
        self.display = PushButton(
            appearance, _("Display"), _("Text size and colours"), icon="a-large-small", parent=self
        )
        self.help = PushButton(appearance, "", _("Help"), icon="circle-help", parent=self)
        self.leave = LeaveButton(appearance, self)
        self._breakpoint = breakpoint_at(FULL_WIDTH)
        self._lay_out()
        self.show_ways(back=False, forward=False)
        appearance.follow(self._restyle)

    def named_buttons(self) -> dict[str, PushButton]:
        """All buttons but Quick leave, by the names that a breakpoint uses."""
        return {
            "topics": self.topics,
            "home": self.home,
            "back": self.back,
            "forward": self.forward,
            "display": self.display,
            "help": self.help,
        }

    def show_ways(self, back: bool, forward: bool) -> None:
        """Say whether there is a way back or forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.setContentsMargins(12, 0, 0, 0)
        for button in (self.topics, self.home, self.back, self.forward):
            self._line.addWidget(button)
        self._line.addWidget(self.search, 8)
        self._room = QWidget(self)
        self._line.addWidget(self._room, 1)
        for widget in (self.display, self.help, self.leave):
            self._line.addWidget(widget)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._line)

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self._line.setContentsMargins(style.size(16), 0, 0, 0)
        self.search.setMaximumWidth(style.size(900))
        self._fit()
        self.update()

    def show_breakpoint(self, now: Breakpoint) -> None:
        """Fit the width: drop words first, then give the search a row of its own."""
        self._breakpoint = now
        self._fit()

    def _fit(self) -> None:
        style, now = self._appearance.style, self._breakpoint
        for name, button in self.named_buttons().items():
            button.setVisible(name in now.header_buttons)
        self.display.show_words(now.words_in_header)
        self.leave.show_hint(now.leave_hint)
        self.search.show_hint(now.outline_beside_page)
        self._line.setSpacing(style.size(14) if now.leave_hint else 4)
        self._place_search(now.search_in_own_row)
        self.setFixedHeight(round(HEIGHT * style.scale * (1.9 if now.search_in_own_row else 1)))

    def _place_search(self, own_row: bool) -> None:
        self._line.removeWidget(self.search)
        self._rows.removeWidget(self.search)
        if own_row:
            self._rows.addWidget(self.search)
            self._line.setStretchFactor(self._room, 1)
        else:
            self._line.insertWidget(4, self.search, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._appearance.style
        painter.fillRect(self.rect(), style.colour("bg"))
        painter.setPen(style.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
