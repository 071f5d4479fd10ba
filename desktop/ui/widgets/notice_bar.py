"""One sentence the worker should know, in a line that covers nothing, with at most one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.push_button import SECONDARY, ButtonStyle, PushButton


class NoticeBar(QWidget):
    """Stands between header and page while there is something to say."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._act: Callable[[], None] | None = None
        self._about_page = False
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.action = PushButton(appearance, "", "", SECONDARY, parent=self)
        self.close_button = PushButton(
            appearance, "", _("Close this notice"), ButtonStyle(icon=20), "x", self
        )
        self.action.clicked.connect(self._do)
        self.close_button.clicked.connect(self.forget)
        self._row = QHBoxLayout(self)
        for widget in (self.words, self.action, self.close_button):
            self._row.addWidget(widget)
        self.hide()
        appearance.follow(self._restyle)

    def say(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, and a button where something can be done about it."""
        self.words.setText(sentence)
        self._act = act
        self._about_page = False
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.action.updateGeometry()
        self.show()

    def ask(self, question: str, action: str, act: Callable[[], None]) -> None:
        """Ask about the page that is open; the question goes with the page, and with Esc."""
        self.say(question, action, act)
        self._about_page = True
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_question(self) -> bool:
        """Take a question away, if there is one; a sentence stays until it is closed."""
        if not self._about_page:
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Take the sentence away."""
        self.words.setText("")
        self.action.setText("")
        self.action.setAccessibleName("")
        self._act = None
        self._about_page = False
        self.hide()

    def _do(self) -> None:
        act = self._act
        self.forget()
        if act:
            act()

    @Slot()
    def _restyle(self) -> None:
        style = self._appearance.style
        self.words.setFont(style.font("ui", 600))
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), style.colour("info_ink"))
        self.words.setPalette(palette)
        self._row.setContentsMargins(style.size(52), style.size(6), style.size(16), style.size(6))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._appearance.style
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.colour("info_tint"))
        painter.fillRect(0, 0, style.size(5), self.height(), style.colour("info"))
        icon = style.pixmap("info", "info", 22, self.devicePixelRatioF())
        painter.drawPixmap(style.size(20), self.height() // 2 - style.size(11), icon)
