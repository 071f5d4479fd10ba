"""What the tests of long pages share."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.ui.page.view import PageView

TURNS = 260


def whole(qtbot: QtBot, view: PageView) -> QTextDocument:
    """Wait until the end of the page stands."""
    qtbot.waitUntil(lambda: "Edition of" in view.toPlainText(), timeout=20_000)
    return view.document()
