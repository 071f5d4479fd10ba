"""The bundled type: Atkinson Hyperlegible Next keeps I l 1 and O 0 apart, right for phone numbers."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"
_FILES = ("Regular", "SemiBold", "Bold")


def load_fonts() -> str:
    """Make the type known to Qt and return its family; without it, the system's own is used."""
    folder = files("desktop.ui.look").joinpath("fonts")
    loaded = [
        QFontDatabase.addApplicationFontFromData(
            folder.joinpath(f"AtkinsonHyperlegibleNext-{weight}.ttf").read_bytes()
        )
        for weight in _FILES
    ]
    return (
        FAMILY
        if -1 not in loaded
        else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    )
