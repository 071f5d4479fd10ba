"""Settings in the window: every choice is taken at once and written at once, and the panel is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.errors import NotSavedError
from desktop.store.setting import Setting, T
from desktop.store.settings import Settings
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.panels.lazy_panel import LazyPanel


class SettingsController(QObject):
    """Joins the settings, which know no Qt, to the display panel, which knows no store."""

    def __init__(self, window: MainWindow, settings: Settings, panel: LazyPanel[DisplayPanel]) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._panel = panel
        panel.when_made(self._wire)
        settings.listen_for_words(window.notice.say)
        for row in settings.table.values():
            settings.listen(row, partial(self._tell_panel, row.id))

    def choose(self, setting: Setting[T], value: T) -> None:
        """Take a value on; where it cannot be written, say so and go on."""
        try:
            self._settings.set(setting, value)
        except NotSavedError as problem:
            self._window.notice.say(str(problem))

    def _wire(self, panel: DisplayPanel) -> None:
        panel.choice_made.connect(self._chosen)
        for row in self._settings.table.values():
            panel.show_choice(row.id, self._settings.get(row))

    def _chosen(self, id: str, value: object) -> None:
        row = self._settings.table[id]
        accepted = row.accept(value)
        if accepted is not None:
            self.choose(row, accepted)

    def _tell_panel(self, id: str, value: object) -> None:
        if panel := self._panel.made:
            panel.show_choice(id, value)
