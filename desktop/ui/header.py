"""The bar at the top: where to go, what to look for, how it looks, and the way out."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui.leave.leave_button import LeaveButton
from desktop.ui.look.breakpoints import Breakpoint
from desktop.ui.look.style import Style
from desktop.ui.search.search_box import SearchBox
from desktop.ui.widgets.push_button import PushButton

HEIGHT = 66


class Header(QWidget):
    """Lays out its buttons; what they do is wired by the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.topics = PushButton("", _("Show or hide topics"), icon="panel-left", parent=self)
        self.home = PushButton("", _("Start page"), icon="house", parent=self)
        self.back = PushButton("", _("Back"), icon="arrow-left", parent=self)
        self.forward = PushButton("", _("Forward"), icon="arrow-right", parent=self)
        self.search = SearchBox(self)
        self.display = PushButton(_("Display"), _("Text size and colours"), icon="a-large-small", parent=self)
        self.help = PushButton("", _("Help"), icon="circle-help", parent=self)
        self.leave = LeaveButton(self)
        self._lay_out()

    def named_buttons(self) -> dict[str, PushButton]:
        """All buttons but Quick leave, by the names that the arrangement uses."""
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

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size."""
        self._style = style
        for button in self.named_buttons().values():
            button.show_style(style)
        self.search.show_style(style)
        self.leave.show_style(style)
        self._line.setSpacing(style.size(14))
        self._line.setContentsMargins(style.size(16), 0, 0, 0)
        self.search.setMaximumWidth(style.size(900))
        self.update()

    def show_arrangement(self, arrangement: Breakpoint) -> None:
        """Fit the width: drop words first, then give the search a row of its own."""
        for name, button in self.named_buttons().items():
            button.setVisible(name in arrangement.header_buttons)
        self.display.show_words(arrangement.words_in_header)
        self.leave.show_hint(arrangement.leave_hint)
        self.search.show_hint(arrangement.outline_beside_page)
        self._line.setSpacing((self._style.size(14) if self._style else 14) if arrangement.leave_hint else 4)
        self._place_search(arrangement.search_in_own_row)

    def _place_search(self, own_row: bool) -> None:
        scale = self._style.scale if self._style else 1.0
        self._line.removeWidget(self.search)
        self._rows.removeWidget(self.search)
        if own_row:
            self._rows.addWidget(self.search)
            self._line.setStretchFactor(self._room, 1)
        else:
            self._line.insertWidget(4, self.search, 8)
        self.setFixedHeight(round(HEIGHT * scale * (1.9 if own_row else 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._style.colour("bg"))
        painter.setPen(self._style.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
