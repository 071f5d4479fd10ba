"""The first thing on the start page: a child in danger now, and whom to ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from content.shown_numbers import unbroken
from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.push_button import PRIMARY, PushButton

_BESIDE_FROM = 560
"""From this width on the button stands beside the words, as drawn at 100 %."""


class DangerLine(QWidget):
    """Names 999 and the local numbers; the button opens the page for danger."""

    first_steps_wanted = Signal()

    def __init__(
        self, appearance: Appearance, lines: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title = QLabel(_("Is a child in danger now? Call 999"), self)
        self._lines = [QLabel(words, self) for words, _number in lines]
        self._numbers = [QLabel(unbroken(number), self) for _words, number in lines]
        self.button = PushButton(
            appearance, _("What to do first"), _("What to do first"), PRIMARY, parent=self
        )
        self.button.clicked.connect(self.first_steps_wanted)
        words = QGridLayout()
        words.setColumnStretch(1, 1)
        words.addWidget(self._title, 0, 0, 1, 2)
        for row, (number, line) in enumerate(zip(self._numbers, self._lines, strict=True), 1):
            words.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            words.addWidget(line, row, 1, Qt.AlignmentFlag.AlignTop)
        for label in (self._title, *self._lines, *self._numbers):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setWordWrap(label not in self._numbers)
        self._words = words
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self._title.setFont(style.font("h2", 700))
        inks = [(label, "ink") for label in (*self._lines, *self._numbers)]
        for label, colour in ((self._title, "danger_ink"), *inks):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), style.colour(colour))
            label.setPalette(palette)
        for label in self._lines:
            label.setFont(style.font("ui"))
        for label in self._numbers:
            label.setFont(style.font("ui", 700))
        self._words.setHorizontalSpacing(style.size(14))
        self._words.setVerticalSpacing(style.size(4))
        self._row.setContentsMargins(style.size(76), style.size(14), style.size(20), style.size(14))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._appearance.style.size(_BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(style.size(5), 0, -style.size(5), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("danger_tint"))
        painter.drawRoundedRect(box, style.size(10), style.size(10))
        painter.setBrush(style.colour("danger"))
        painter.setClipRect(box.left(), box.top(), style.size(6), box.height())
        painter.drawRoundedRect(box, style.size(10), style.size(10))
        painter.setClipping(False)
        icon = style.pixmap("siren", "danger", 30, self.devicePixelRatioF())
        painter.drawPixmap(box.left() + style.size(22), box.center().y() - style.size(15), icon)
