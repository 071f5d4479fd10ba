"""How the window looks: its colours, the size of its words, and its topics panel."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.store.settings import LOOK, SIDEBAR_OPEN, TEXT_SIZE, Settings
from desktop.ui.control.settings import SettingsController
from desktop.ui.control.style import style_application, style_of
from desktop.ui.look.appearance import Appearance
from desktop.ui.main_window import MainWindow


class AppearanceController(QObject):
    """Turns settings into one style, and shows it to the whole window."""

    def __init__(
        self, window: MainWindow, settings: Settings, choosing: SettingsController, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._choose = choosing.choose
        self._appearance = appearance
        settings.listen(LOOK, lambda _look: self.restyle())
        settings.listen(TEXT_SIZE, lambda _size: self.restyle())
        window.size_step_wanted.connect(self.step_size)

    def restyle(self) -> None:
        """Show what the settings ask for everywhere."""
        before = self._appearance.style
        style = style_of(self._settings, before.family, before.icons)
        style_application(style)
        self._appearance.show(style)

    def toggle_sidebar(self) -> None:
        """Open or close the topics panel, and remember it where it has its own room."""
        shown = not self._window.sidebar.isVisible()
        self._window.show_sidebar(shown)
        if not shown:
            self._window.focus_part()
        if self._window.sidebar_fits():
            self._choose(SIDEBAR_OPEN, shown)

    def step_size(self, by: int) -> None:
        """One step larger or smaller; 0 returns to the usual size."""
        sizes = [choice.value for choice in self._settings.choices(TEXT_SIZE)]
        at = sizes.index(self._settings.get(TEXT_SIZE)) + by
        self._choose(TEXT_SIZE, sizes[min(len(sizes) - 1, max(0, at))] if by else TEXT_SIZE.default)

    def next_look(self) -> None:
        """Change to the next set of colours."""
        looks = [choice.value for choice in self._settings.choices(LOOK)]
        self._choose(LOOK, looks[(looks.index(self._settings.get(LOOK)) + 1) % len(looks)])
