"""The bar over a page: the way to it, its marks, and what a narrow window leaves of its tools."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.ui.look.breakpoints import breakpoint_at
from desktop.ui.page.bar import PageBar
from desktop.ui.widgets.push_button import PushButton


class Told(QObject):
    """Counts how often a widget is told to lay itself out."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.layouts = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.layouts += event.type() == QEvent.Type.LayoutRequest
        return False


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


def test_the_breadcrumb_of_the_next_page_takes_over_the_buttons(qtbot, bar) -> None:
    bar.resize(1200, bar.height())
    bar.show_breadcrumb([("theme", "babies", "Babies")])
    bar.show()
    before = crumbs(bar)
    bar.show_breadcrumb([("theme", "acting", "Acting on a concern")])
    assert crumbs(bar) == before
    assert [one.text() for one in before] == ["Topics", "Acting on a concern"]
    assert [one.accessibleName() for one in before] == ["Topics", "Acting on a concern"]
    qtbot.waitUntil(lambda: before[1].width() == before[1].sizeHint().width())
    with qtbot.waitSignal(bar.node_wanted) as wanted:
        QTest.mouseClick(before[1], Qt.MouseButton.LeftButton)
    assert wanted.args == ["theme", "acting"]


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


def test_the_bookmark_is_not_laid_out_anew_while_it_says_the_same(qtbot, bar) -> None:
    bar.show_breadcrumb(())
    bar.show_bookmarked(True)
    with qtbot.waitExposed(bar):
        bar.show()
    QApplication.processEvents()
    told = Told(bar)
    bar.show_bookmarked(True)
    bar.show_breadcrumb(())
    QApplication.sendPostedEvents()
    assert told.layouts == 0
    bar.show_bookmarked(False)
    QApplication.sendPostedEvents()
    assert told.layouts > 0


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
