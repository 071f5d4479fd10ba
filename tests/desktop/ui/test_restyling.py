"""Every part is whole once it is built: switching to a look ends where starting in it begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from content.model import Library
from content.tree import group_tree, theme_tree
from desktop.hit_filters import HitFilters
from desktop.leave.faults import Faults
from desktop.ui.header import Header
from desktop.ui.leave.cover import Cover
from desktop.ui.leave.key_boxes import KeyBoxes
from desktop.ui.leave.leave_button import LeaveButton
from desktop.ui.leave.practice_page import PracticePage
from desktop.ui.look.appearance import Appearance
from desktop.ui.look.look_files import read_look
from desktop.ui.look.style import Style
from desktop.ui.main_window import MainWindow
from desktop.ui.page.bar import PageBar
from desktop.ui.page.find_bar import FindBar
from desktop.ui.page.outline import Outline
from desktop.ui.panels.display_panel import DisplayPanel
from desktop.ui.panels.help_page import HelpPage, help_heads
from desktop.ui.panels.node_page import NodePage
from desktop.ui.panels.start_page import StartPage
from desktop.ui.search.filter_bar import FilterBar
from desktop.ui.search.results_view import ResultsView
from desktop.ui.search.search_box import SearchBox
from desktop.ui.sidebar.bookmark_list import Bookmark, BookmarkList
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.danger_line import DangerLine
from desktop.ui.widgets.notice_bar import NoticeBar
from desktop.ui.widgets.push_button import CHIP, PLAIN, PRIMARY, PushButton
from index.hits import Answer, Hit, Snippet
from tests.desktop.ui.whole_window import whole_window

HITS = tuple(
    Hit(1, name, "", name.title(), (), "", "Babies", kind, Snippet(f"{name} here.", ()), (), 1, 0)
    for name, kind in (("bruise", "do_now"), ("signs", "signs"))
)
Make = Callable[[Appearance, Library, Faults], QWidget]


def notice(appearance: Appearance, *_: object) -> QWidget:
    bar = NoticeBar(appearance)
    bar.say("Something to know.", "Do it", lambda: None)
    return bar


def page_bar(appearance: Appearance, *_: object) -> QWidget:
    bar = PageBar(appearance)
    bar.show_breadcrumb([("theme", "babies", "Babies")])
    bar.show_marks(1, 3)
    return bar


def find_bar(appearance: Appearance, *_: object) -> QWidget:
    bar = FindBar(appearance)
    bar.field.setText("baby")
    bar.show_count(1, 3)
    return bar


def sidebar(appearance: Appearance, library: Library, *_: object) -> QWidget:
    side = Sidebar(appearance, theme_tree(library), group_tree(library))
    side.show_edition("Small edition")
    return side


def outline(appearance: Appearance, *_: object) -> QWidget:
    headings = Outline(appearance)
    headings.show_sections([("one", "One"), ("two", "A second one that is longer than the first")])
    return headings


def results(appearance: Appearance, library: Library, *_: object) -> QWidget:
    view = ResultsView(appearance)
    view.show_library(library)
    view.show_answer(Answer("bruise", HITS, suggestion="bruises"))
    return view


def nothing_found(appearance: Appearance, library: Library, *_: object) -> QWidget:
    view = ResultsView(appearance)
    view.show_library(library)
    view.show_answer(Answer("zzz", (), near_words=("zone",), near_themes=("babies",)))
    return view


def filter_bar(appearance: Appearance, *_: object) -> QWidget:
    bar = FilterBar(appearance, HitFilters())
    bar.show_hits(HITS)
    return bar


def bookmarks(appearance: Appearance, *_: object) -> QWidget:
    marks = BookmarkList(appearance)
    marks.show_bookmarks([Bookmark("safe-sleep", "Safe sleep")])
    return marks


def topic(appearance: Appearance, library: Library, *_: object) -> QWidget:
    page = NodePage(appearance)
    page.show_node(library, theme_tree(library).children[0])
    return page


def window(appearance: Appearance, library: Library, faults: Faults) -> QWidget:
    whole = whole_window(appearance, library, faults)
    whole.notice.say("Something to know.")
    return whole


def window_with_panel(appearance: Appearance, library: Library, faults: Faults) -> QWidget:
    whole = window(appearance, library, faults)
    assert isinstance(whole, MainWindow)
    panel = HelpPage(appearance, help_heads(library), {"Settings": "here"}, whole.middle)
    whole.add_panel(panel)
    whole.show_part(panel)
    return whole


MAKE: dict[str, Make] = {
    "button": lambda appearance, *_: PushButton(appearance, "Go", "Go", PLAIN, "x"),
    "chip": lambda appearance, *_: PushButton(appearance, "Go", "Go", CHIP),
    "primary button": lambda appearance, *_: PushButton(appearance, "Go", "Go", PRIMARY),
    "card": lambda appearance, *_: Card(appearance, "A title", "and a line", "x"),
    "danger line": lambda appearance, *_: DangerLine(appearance, [("Whom to ring", "0113 376 0336")]),
    "notice": notice,
    "header": lambda appearance, *_: Header(appearance),
    "search box": lambda appearance, *_: SearchBox(appearance),
    "leave button": lambda appearance, *_: LeaveButton(appearance),
    "key boxes": lambda appearance, *_: KeyBoxes(appearance),
    "cover": lambda appearance, *_: Cover(appearance, QWidget()),
    "practice": lambda appearance, *_: PracticePage(appearance, "Handrail"),
    "page bar": page_bar,
    "find bar": find_bar,
    "outline": outline,
    "display": lambda appearance, *_: DisplayPanel(appearance),
    "help": lambda appearance, library, _: HelpPage(appearance, help_heads(library), {"Settings": "here"}),
    "start page": lambda appearance, library, _: StartPage(appearance, library, theme_tree(library)),
    "topic": topic,
    "results": results,
    "nothing found": nothing_found,
    "filters": filter_bar,
    "bookmarks": bookmarks,
    "sidebar": sidebar,
    "window": window,
    "window with a panel": window_with_panel,
}


def drawn(widget: QWidget) -> QImage:
    """What the widget looks like once it is laid out."""
    widget.resize(900, 500)
    image = QImage()
    for _turn in range(2):
        QCoreApplication.processEvents()
        image = widget.grab().toImage()
    return image


@pytest.fixture(autouse=True)
def plain_application(qapp: QApplication) -> None:
    """As at a start: what a test before this one put on the application is not part of any part."""
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    qapp.setFont(QFont())


@pytest.mark.parametrize("name", MAKE)
def test_switching_ends_where_starting_begins(
    qtbot: QtBot, small: Library, style: Style, faults: Faults, name: str
) -> None:
    wanted = replace(style, look=read_look("dark"), scale=1.3)
    host, appearance = QWidget(), Appearance(style)
    qtbot.addWidget(host)
    started, switched = MAKE[name](Appearance(wanted), small, faults), MAKE[name](appearance, small, faults)
    for part in (started, switched):
        part.setParent(host)  # none comes to the screen, where one of them would have the keyboard
        part.show()
    before = drawn(switched)
    for other in (replace(style, look=read_look("contrast"), scale=2.0), wanted):
        appearance.show(other)
        QCoreApplication.processEvents()
    assert drawn(switched) == drawn(started)
    assert drawn(switched) != before
