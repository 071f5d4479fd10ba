"""What the tests of long pages share."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.ui.page.geometry import top_of
from desktop.ui.page.view import PageView

TURNS = 110
"""How often a long page repeats its sections: several parts, and more places than can be marked at once."""
LONGEST = 260
"""As often as it takes to be laid out by and by."""


def hurried(view: PageView) -> None:
    """Have as much written as is ever written in one go, and no more."""
    while view._renderer.hurry():
        pass


def whole(qtbot: QtBot, view: PageView) -> QTextDocument:
    """Wait until the end of the page stands."""
    qtbot.waitUntil(lambda: not view._renderer.growing, timeout=60_000)
    assert "Edition of" in view.toPlainText()
    return view.document()


def heading_at_top(view: PageView, anchor: str) -> bool:
    """Whether a section's heading stands in the upper half of the view."""
    top = top_of(view.document(), dict(view._renderer.rendered.sections)[anchor])
    return abs(top - view.verticalScrollBar().value()) < view.viewport().height() // 2
