"""A page in its column: a short one follows the window at once, a long one when its edge rests."""

from __future__ import annotations

import pytest

from desktop.ui.page.column_fitter import ColumnFitter


@pytest.fixture
def fitter(renderer, scroller) -> ColumnFitter:
    return ColumnFitter(renderer, scroller, lambda: 700)


@pytest.fixture
def wanted(fitter) -> list[bool]:
    """Each time that the page is to be rendered anew."""
    told: list[bool] = []
    fitter.render_wanted.connect(lambda: told.append(True))
    return told


def left_of(renderer) -> float:
    return renderer.rendered.document.rootFrame().frameFormat().leftMargin()


def test_a_short_page_follows_at_once_and_keeps_its_place(fitter, wanted, render, renderer, scroller, bar):
    render("baby-bruise", fitter.column())
    bar.setValue(200)
    before = scroller.place()[0]
    fitter.set_column(60, 520)
    assert left_of(renderer) == 60
    assert renderer.fits(fitter.column())
    assert abs(scroller.place()[0] - before) < 100
    assert bar.value() > 0
    assert wanted == []


def test_nothing_is_laid_out_for_the_column_that_stands(fitter, render, renderer) -> None:
    render("baby-bruise", fitter.column())
    told: list[bool] = []
    renderer.rendered.document.documentLayout().documentSizeChanged.connect(lambda _size: told.append(True))
    fitter.set_column(26, 600)
    fitter.fit()
    assert told == []
    fitter.set_column(26, 500)
    assert told


def test_a_long_page_waits_until_the_edge_rests(
    qtbot, fitter, wanted, render, renderer, completed, longest_page
):
    render(longest_page, fitter.column())
    completed()
    fitter.set_column(60, 520)
    assert fitter.resting
    assert wanted == []
    assert left_of(renderer) == 26
    qtbot.waitUntil(lambda: wanted == [True])
    assert not fitter.resting
    assert fitter.column().left == 60


def test_too_narrow_a_column_wants_another_page_and_too_wide_a_one_again(fitter, wanted, render) -> None:
    render("baby-bruise", fitter.column())
    fitter.set_column(10, 400)
    assert wanted == [True]
    fitter.set_column(10, 380)
    assert wanted == [True]
    fitter.set_column(10, 600)
    assert wanted == [True, True]


def test_qt_lays_out_no_long_page_while_its_width_changes(fitter, render, completed, longest_page) -> None:
    render("baby-bruise", fitter.column())
    assert not fitter.hold_back(690, 700)
    render(longest_page, fitter.column())
    completed()
    assert not fitter.hold_back(700, 700)
    assert not fitter.resting
    assert fitter.hold_back(690, 700)
    assert fitter.resting
    fitter.stop()
    assert not fitter.resting
