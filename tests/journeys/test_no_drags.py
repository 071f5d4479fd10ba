"""No drag can start anywhere: while one goes on, Qt gives keys to nobody, and leaving would not be heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.ui.page.surface import PageSurface

PLACES = {
    "start": lambda worker: worker.program.navigation.open_start(),
    "page": lambda worker: worker.program.navigation.open_page("babies"),
    "topic": lambda worker: worker.program.navigation.open_node("theme", "babies"),
    "results": lambda worker: worker.search("bruise"),
    "nothing found": lambda worker: worker.search("zzxqy"),
    "display": lambda worker: worker.program.window.header.display.click(),
    "help": lambda worker: worker.program.navigation.open_panel("help"),
    "practice": lambda worker: worker.program.practice.open(),
}
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize("place", PLACES)
def test_no_widget_lets_a_drag_start(worker, place: str) -> None:
    PLACES[place](worker)
    window = worker.program.window
    lists, fields = window.findChildren(QAbstractItemView), window.findChildren(QLineEdit)
    assert lists
    assert [one for one in lists if one.dragEnabled()] == []
    assert fields
    assert [one for one in fields if one.dragEnabled()] == []
    assert [one for one in window.findChildren(QLabel) if one.textInteractionFlags() & _SELECTABLE] == []
    texts = [*window.findChildren(QTextEdit), *window.findChildren(QPlainTextEdit)]
    assert [one for one in texts if not isinstance(one, PageSurface)] == []  # tests/desktop/ui/page try it
