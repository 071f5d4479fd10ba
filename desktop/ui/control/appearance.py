"""How the window looks: its colours, the size of its words, and its topics panel."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.store.settings import LOOK, SAME, SIDEBAR_OPEN, TEXT_SIZE, Settings
from desktop.ui.control.settings import SettingsController
from desktop.ui.look.icons import IconStore
from desktop.ui.look.look import palette, read_look
from desktop.ui.look.style import Style
from desktop.ui.look.stylesheet import stylesheet
from desktop.ui.main_window import MainWindow


def look_of_computer() -> str:
    """The look nearest to what the computer itself uses."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class AppearanceController(QObject):
    """Turns look and text size into one Style and shows it to the window."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        choosing: SettingsController,
        family: str,
        icons: IconStore,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._choose = choosing.choose
        self._family = family
        self._icons = icons
        settings.listen(LOOK, lambda _look: self.dress())
        settings.listen(TEXT_SIZE, lambda _size: self.dress())
        window.size_step_wanted.connect(self.step_size)

    def style(self) -> Style:
        """The style that the settings ask for."""
        chosen = self._settings.get(LOOK)
        look = read_look(look_of_computer() if chosen == SAME else chosen)
        return Style(look, self._settings.get(TEXT_SIZE) / 100, self._family, self._icons)

    def dress(self) -> None:
        """Show the present style everywhere."""
        style = self.style()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(style.look))
            application.setFont(style.font("ui"))
            application.setStyleSheet(stylesheet(style))
        self._window.show_style(style)

    def show_sidebar(self) -> None:
        """Open the topics panel if the worker left it open."""
        self._window.show_sidebar(self._settings.get(SIDEBAR_OPEN) and self._window.sidebar_fits())

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
