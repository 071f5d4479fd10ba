"""Text size, colours and the other settings: every choice is a button, taken at once."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.i18n import _
from desktop.store.setting import Setting
from desktop.store.settings import SETTINGS, Table
from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.card_page import CardPage
from desktop.ui.widgets.push_button import CHIP, PushButton
from desktop.ui.widgets.wrapping_row import WrappingRow


class DisplayPanel(CardPage):
    """Built from the table of settings, so a new row there appears here."""

    choice_made = Signal(str, object)

    def __init__(
        self,
        appearance: Appearance,
        table: Table = SETTINGS,
        parent: QWidget | None = None,
        platform: str = sys.platform,
    ) -> None:
        super().__init__(appearance, _("Text size and colours"), parent)
        self._platform = platform
        self._buttons: dict[tuple[str, object], PushButton] = {}
        self.add_words(_("Display"), "h1", 700)
        for setting in table.values():
            self._add_setting(setting)
        self.end()

    def _add_setting(self, setting: Setting[Any]) -> None:
        self.add_words(_(setting.words), "h3", 700)
        self.add_words(_(setting.help), "ui", 400, "ink2")
        if not setting.works_on(self._platform):
            self.add_words(_(setting.elsewhere), "ui")
            return
        together = QButtonGroup(self)
        row = QWidget(self)
        line = WrappingRow(row)
        for choice in setting.choices:
            button = self._choice(setting, choice.value, _(choice.words), row)
            together.addButton(button)
            line.addWidget(button)
        self.add_part(row)

    def _choice(self, setting: Setting[Any], value: object, words: str, row: QWidget) -> PushButton:
        button = PushButton(self._appearance, words, f"{_(setting.words)}: {words}", CHIP, parent=row)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choice_made.emit(setting.id, value))
        self._buttons[setting.id, value] = button
        return button

    def show_choice(self, setting: str, value: object) -> None:
        """Tell which choice is in force."""
        for (own, choice), button in self._buttons.items():
            if own == setting:
                button.setChecked(choice == value)
