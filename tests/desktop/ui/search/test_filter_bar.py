"""The chips stay from answer to answer, and what is pressed, focused and spoken stays with its filter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from content.model import Library
from desktop.hit_filters import HitFilters
from desktop.ui.look.appearance import Appearance
from desktop.ui.search.filter_bar import FilterBar
from desktop.ui.widgets.push_button import PushButton
from index.hits import Hit, Snippet

LEFT_BUTTON = Qt.MouseButton.LeftButton


def hits(*kinds: str) -> tuple[Hit, ...]:
    return tuple(
        Hit(1, f"page-{n}", "", "A page", (), "", "", kind, Snippet(), (), 1, 0)
        for n, kind in enumerate(kinds)
    )


def of_library(library: Library) -> tuple[Hit, ...]:
    return tuple(
        Hit(1, page, "", head.title, (), "", "", head.kind, Snippet(), (), 1, 0)
        for page, head in library.heads.items()
    )


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance, small: Library) -> Iterator[FilterBar]:
    filters = HitFilters()
    filters.show_library(small)
    window = QWidget()
    bar = FilterBar(appearance, filters, window)
    QVBoxLayout(window).addWidget(bar)
    window.resize(900, 300)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield bar  # the window, which holds it, lives until then
    window.close()


def chips(bar: FilterBar) -> list[PushButton]:
    return [chip for chip in bar.findChildren(PushButton) if not chip.isHidden()]


def texts(bar: FilterBar) -> list[str]:
    return [chip.text() for chip in chips(bar)]


def test_the_next_answer_changes_words_not_chips(bar: FilterBar) -> None:
    bar.show_hits(hits("signs", "signs", "do_now"))
    before = chips(bar)
    assert texts(bar) == ["All 3", "Signs 2", "Do now 1"]
    bar.show_hits(hits("do_now", "do_now", "do_now", "signs"))
    assert texts(bar) == ["All 4", "Do now 3", "Signs 1"]
    assert [chip.accessibleName() for chip in chips(bar)] == texts(bar)
    assert chips(bar) == before


def test_a_chip_without_a_filter_keeps_no_word(bar: FilterBar) -> None:
    bar.show_hits(hits("signs", "do_now"))
    bar.show_hits(hits("signs"))
    assert texts(bar) == ["All 1"]
    bar.show_hits(())
    assert bar.isHidden()
    assert {chip.text() + chip.accessibleName() for chip in bar.findChildren(PushButton)} == {""}
    bar.show_hits(hits("signs", "do_now"))
    assert texts(bar) == ["All 2", "Signs 1", "Do now 1"]
    assert bar.isVisible()


def test_the_keyboard_stays_with_its_filter(bar: FilterBar) -> None:
    bar.show_hits(hits("signs", "signs", "do_now"))
    chips(bar)[1].setFocus()
    bar.show_hits(hits("do_now", "do_now", "signs"))
    assert [chip.text() for chip in chips(bar) if chip.hasFocus()] == ["Signs 1"]
    bar.show_hits(hits("do_now", "do_now"))
    assert [chip.text() for chip in chips(bar) if chip.hasFocus()] == ["All 2"]


def test_a_press_that_has_begun_chooses_nothing_else(bar: FilterBar) -> None:
    bar.show_hits(hits("signs", "signs", "do_now"))
    signs = chips(bar)[1]
    QTest.mousePress(signs, LEFT_BUTTON)
    bar.show_hits(hits("do_now", "do_now", "signs"))
    QTest.mouseRelease(signs, LEFT_BUTTON)
    assert [chip.isChecked() for chip in chips(bar)] == [True, False, False]
    QTest.mousePress(signs, LEFT_BUTTON)
    bar.show_hits(hits("do_now", "do_now", "do_now", "signs"))
    QTest.mouseRelease(signs, LEFT_BUTTON)
    assert [chip.text() for chip in chips(bar) if chip.isChecked()] == ["Do now 3"]


def test_a_chip_that_moves_away_from_a_resting_mouse_is_not_lit(qtbot: QtBot, bar: FilterBar) -> None:
    bar.show_hits(hits("signs", "signs", "do_now"))
    QCoreApplication.processEvents()
    last = chips(bar)[-1]
    edge = last.mapTo(bar.window(), QPoint(5, last.height() // 2))
    handle = bar.window().windowHandle()

    def over() -> bool:
        for place in (QPoint(1, 1), edge):  # a mouse that is there already does not arrive
            QTest.mouseMove(handle, place)
        return bool(last.underMouse())

    try:
        qtbot.waitUntil(over)
    except qtbot.TimeoutError:
        pytest.skip("what ran before keeps the mouse to itself")
    bar.show_hits(hits(*["signs"] * 2000, "do_now"))  # the chips before it become wider
    QCoreApplication.processEvents()
    assert last.mapTo(bar.window(), QPoint()).x() > edge.x()
    assert not last.underMouse()


def test_choices_that_are_spread_out_come_after_the_first_row(bar: FilterBar, small: Library) -> None:
    everything = of_library(small)
    four_kinds = list(dict.fromkeys(hit.kind for hit in everything))[:4]
    bar.show_hits(everything)  # so many kinds that they are folded into one chip
    row = len(chips(bar))
    next(chip for chip in chips(bar) if chip.text() == "Topic …").click()
    choices = len(chips(bar)) - row
    bar.show_hits([hit for hit in everything if hit.kind in four_kinds])
    QCoreApplication.processEvents()
    shown = chips(bar)
    assert len(shown) > row + choices
    lines = [chip.y() > shown[0].y() for chip in shown]
    assert lines == sorted(lines)
    assert any(lines)
    walked = [shown[0]]
    while len(walked) < len(shown):
        following = walked[-1].nextInFocusChain()
        assert isinstance(following, PushButton)
        walked.append(following)
    assert walked == shown
