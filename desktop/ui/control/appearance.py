"""Settings in the window: look, text size and the rest, taken at once and written at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.errors import NotSavedError
from desktop.store.settings import SETTINGS, Settings, Value
from desktop.ui.look.icons import IconStore
from desktop.ui.look.look import palette, read_look
from desktop.ui.look.style import Style
from desktop.ui.look.stylesheet import stylesheet
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.panels.lazy_panel import LazyPanel


def look_of_computer() -> str:
    """The look nearest to what the computer itself uses."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class AppearanceController(QObject):
    """Turns settings into one Style and shows it to the window."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        family: str,
        icons: IconStore,
        panel: LazyPanel[DisplayPanel],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._family = family
        self._icons = icons
        self._panel = panel
        panel.when_made(self._wire)
        settings.listen(self._changed)
        window.size_step_wanted.connect(self.step_size)

    def style(self) -> Style:
        """The style that the settings ask for."""
        chosen = self._settings.text("look")
        look = read_look(look_of_computer() if chosen == "same" else chosen)
        return Style(look, self._settings.number("text_size") / 100, self._family, self._icons)

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
        self._window.show_sidebar(self._settings.is_on("sidebar_open") and self._window.sidebar_fits())

    def toggle_sidebar(self) -> None:
        """Open or close the topics panel, and remember it where it has its own room."""
        shown = not self._window.sidebar.isVisible()
        self._window.show_sidebar(shown)
        if not shown:
            self._window.focus_part()
        if self._window.sidebar_fits():
            self._choose("sidebar_open", shown)

    def step_size(self, by: int) -> None:
        """One step larger or smaller; 0 returns to the usual size."""
        sizes = [choice.value for choice in SETTINGS["text_size"].choices]
        at = sizes.index(self._settings.get("text_size")) + by
        self._choose("text_size", sizes[min(len(sizes) - 1, max(0, at))] if by else 100)

    def next_look(self) -> None:
        """Change to the next set of colours."""
        looks = [choice.value for choice in SETTINGS["look"].choices]
        self._choose("look", looks[(looks.index(self._settings.get("look")) + 1) % len(looks)])

    def _wire(self, panel: DisplayPanel) -> None:
        panel.choice_made.connect(self._choose)
        for setting in SETTINGS:
            panel.show_choice(setting, self._settings.get(setting))

    def _choose(self, setting: str, value: Value) -> None:
        try:
            self._settings.set(setting, value)
        except NotSavedError as problem:
            self._window.notice.say(str(problem))

    def _changed(self, setting: str) -> None:
        does: dict[str, Callable[[], object]] = {"look": self.dress, "text_size": self.dress}
        does.get(setting, lambda: None)()
        if panel := self._panel.made:
            panel.show_choice(setting, self._settings.get(setting))
