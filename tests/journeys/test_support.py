"""A worker for whom something fails finds it in Help, copies it for support, and leaves nothing of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop import __version__
from desktop.ui.panels.help_page import HelpPage
from desktop.ui.widgets.marked_copy import MARKS
from desktop.ui.widgets.push_button import PushButton

Expect = Callable[..., None]
FAULT = r"KeyError at desktop/ui/control/navigation\.py:\d+"


@pytest.fixture
def fail(worker) -> Callable[[], None]:
    """Open a page that stands in the library's list but not in the library, as in a damaged edition."""
    navigation = worker.program.navigation
    navigation._library = replace(worker.program.library, pages={})
    return lambda: navigation.open_page("domestic-abuse")


def open_help(worker) -> HelpPage:
    worker.program.navigation.open_panel("help")
    panel = worker.program.window.part()
    assert isinstance(panel, HelpPage)
    return panel


def failed(panel: HelpPage) -> str:
    titles = [label.text() for label in panel.findChildren(QLabel)]
    return titles[titles.index("What has failed") + 3]


def test_nothing_has_failed_at_the_start(worker) -> None:
    assert failed(open_help(worker)) == "Nothing."


def test_what_failed_stands_in_help_and_is_copied(worker, fail, expect_faults: Expect) -> None:
    fail()
    fail()
    panel = open_help(worker)
    assert re.fullmatch(FAULT + r" \(2 times\)", failed(panel))
    next(one for one in panel.findChildren(PushButton) if one.text() == "Copy for support").click()
    assert "Copied." in worker.program.window.notice.words.text()
    first, *rest = QApplication.clipboard().text().splitlines()
    assert first.startswith(f"Handrail {__version__}, Qt ")
    assert rest == [failed(panel)]
    assert "domestic" not in first
    copied = QApplication.clipboard().mimeData()
    assert set(MARKS) <= set(copied.formats())
    del copied
    QApplication.clipboard().clear()  # else Qt looks for it at the end of the process, when Python has gone
    expect_faults("KeyError")


def test_leaving_empties_the_list(worker, fail) -> None:
    fail()
    assert worker.program.faults.noted()
    worker.leave()
    assert worker.program.faults.noted() == ()
