"""The bar over a page: the way to it, its marks, and what a narrow window leaves of its tools."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.ui.look.breakpoints import breakpoint_at
from desktop.ui.page.bar import PageBar
from desktop.ui.widgets.push_button import PushButton


@pytest.fixture
def bar(qtbot, appearance) -> PageBar:
    one = PageBar(appearance)
    qtbot.addWidget(one)
    return one


def crumbs(bar: PageBar) -> list[PushButton]:
    tools = bar.tools()
    return [one for one in bar.findChildren(PushButton) if one not in tools and not one.isHidden()]


def test_each_step_of_the_breadcrumb_leads_back(qtbot, bar) -> None:
    bar.show_breadcrumb([("theme", "babies", "Babies"), ("theme", "bruises", "Bruises")])
    bar.show()
    assert [one.text() for one in crumbs(bar)] == ["Topics", "Babies", "Bruises"]
    with qtbot.waitSignal(bar.node_wanted) as wanted:
        QTest.mouseClick(crumbs(bar)[2], Qt.MouseButton.LeftButton)
    assert wanted.args == ["theme", "bruises"]
    with qtbot.waitSignal(bar.topics_wanted):
        QTest.mouseClick(crumbs(bar)[0], Qt.MouseButton.LeftButton)


def test_no_title_of_the_page_before_stays(qtbot, bar) -> None:
    bar.show_breadcrumb([("theme", "babies", "Babies")])
    bar.show_breadcrumb(())
    qtbot.waitUntil(
        lambda: [one.text() for one in bar.findChildren(PushButton) if one.text() == "Babies"] == []
    )
    assert [one.text() for one in crumbs(bar)] == ["Topics"]
    assert [one for one in bar.findChildren(QLabel) if one.text() == "›"] == []


def test_the_bookmark_says_what_a_press_does(bar) -> None:
    bar.show_bookmarked(True)
    assert (bar.bookmark.text(), bar.bookmark.accessibleName()) == ("Bookmarked", "Remove bookmark")
    bar.show_bookmarked(False)
    assert (bar.bookmark.text(), bar.bookmark.accessibleName()) == ("Bookmark", "Bookmark this page")


def test_marks_are_counted_only_while_the_worker_is_at_one(bar) -> None:
    bar.show_marks(2, 5)
    assert bar.marks.text() == "2 of 5"
    assert not bar.marks.isHidden()
    bar.show_marks(0, 5)
    assert bar.marks.text() == bar.marks.accessibleName() == ""
    assert bar.marks.isHidden()


def test_the_outline_has_a_button_only_where_it_does_not_stand_beside_the_page(bar) -> None:
    for width in (1366, 700):
        now = breakpoint_at(width)
        bar.show_breakpoint(now)
        assert bar.outline.isHidden() == now.outline_beside_page
        assert bar.print.isHidden() != now.print_in_bar
    assert breakpoint_at(1366).outline_beside_page != breakpoint_at(700).outline_beside_page
