"""The first thing on the start page: a child in danger now, and whom to ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.push_button import PRIMARY, PushButton
from desktop.ui.style import Style
from desktop.words import _


class DangerLine(QWidget):
    """Names 999 and the local numbers; the button opens the page for danger."""

    first_steps_wanted = Signal()

    def __init__(self, numbers: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title = QLabel(_("Is a child in danger now? Call 999"), self)
        self._lines = [QLabel(f"{name}: {number}", self) for name, number in numbers]
        self.button = PushButton(_("What to do first"), _("What to do first"), PRIMARY, parent=self)
        self.button.clicked.connect(self.first_steps_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, *self._lines):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setWordWrap(True)
            words.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)

    def show_style(self, style: Style) -> None:
        """Take on a look and a text size."""
        self._style = style
        self._title.setFont(style.font("h2", 700))
        for label, colour in ((self._title, "danger_ink"), *((line, "ink") for line in self._lines)):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), style.colour(colour))
            label.setPalette(palette)
        for label in self._lines:
            label.setFont(style.font("ui", 600))
        self.button.show_style(style)
        self._row.setContentsMargins(style.size(76), style.size(14), style.size(20), style.size(14))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(style.size(5), 0, -style.size(5), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("danger_tint"))
        painter.drawRoundedRect(box, style.size(8), style.size(8))
        painter.setBrush(style.colour("danger"))
        painter.drawRect(box.left(), box.top() + 2, style.size(6), box.height() - 4)
        icon = style.pixmap("siren", "danger", 30, self.devicePixelRatioF())
        painter.drawPixmap(box.left() + style.size(22), box.center().y() - style.size(15), icon)
