"""What the settings make of the look: one style, and what Qt draws itself in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.store.settings import LOOK, SAME, TEXT_SIZE, Settings
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.icons import IconStore
from desktop.ui.look.look import palette
from desktop.ui.look.look_files import read_look
from desktop.ui.look.style import Style
from desktop.ui.look.stylesheet import stylesheet


def look_of_computer() -> str:
    """The look nearest to what the computer itself uses."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def style_of(settings: Settings, family: str, icons: IconStore) -> Style:
    """The style that the settings ask for."""
    chosen = settings.get(LOOK)
    look = read_look(look_of_computer() if chosen == SAME else chosen)
    return Style(look, settings.get(TEXT_SIZE) / 100, family, icons)


def style_application(style: Style) -> None:
    """Take on a style for what Qt draws itself."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        for widget in application.allWidgets():
            widget.ensurePolished()  # or Qt gives it back the type of this moment when it is first shown
        application.setPalette(palette(style.look))
        application.setFont(style.font("ui"))
        application.setStyleSheet(stylesheet(style))


def make_appearance(settings: Settings, family: str, icons: IconStore) -> Appearance:
    """What the settings ask for, in force before the first widget is built."""
    style = style_of(settings, family, icons)
    style_application(style)
    return Appearance(style)
