"""Each kind of location is shown in its part of the window, and the way back finds it again."""

from __future__ import annotations

import pytest

from content.model import Library
from desktop.history import Location, Node, PageAt, Panel, Start
from desktop.ui.control.navigation import NavigationController
from desktop.ui.control.panels import DISPLAY, HELP, PRACTICE, Panels
from desktop.ui.main_window import MainWindow


def test_each_location_has_its_part(
    window: MainWindow, navigation: NavigationController, panels: Panels
) -> None:
    for location, part in (
        (Start(), lambda: window.start),
        (PageAt("baby-bruise"), lambda: window.reading),
        (Node("theme", "babies"), lambda: window.node),
        (Node("theme", "no-such-theme"), lambda: window.start),
        (Panel(HELP), lambda: panels.help.made),
        (Panel(DISPLAY), lambda: panels.display.made),
        (Panel(PRACTICE), lambda: panels.practice.made),
    ):
        navigation.go(location)
        assert window.part() is part(), location


@pytest.mark.parametrize(
    ("location", "page"),
    [(PageAt("baby-bruise"), "baby-bruise"), (Start(), ""), (Node("theme", "babies"), ""), (Panel(HELP), "")],
    ids=str,
)
def test_only_a_page_is_an_open_page(navigation: NavigationController, location: Location, page: str) -> None:
    shown: list[str] = []
    navigation.page_shown.connect(shown.append)
    navigation.go(location)
    assert (navigation.page, shown) == (page, [page])


def test_a_page_that_is_not_in_this_edition_is_said_and_not_gone_to(
    window: MainWindow, navigation: NavigationController
) -> None:
    navigation.open_page("baby-bruise")
    navigation.open_page("no-such-page")
    assert navigation.page == "baby-bruise"
    assert "not in this edition" in window.notice.words.text()


def test_back_to_results_asks_for_them_and_from_there_to_the_page_before(
    window: MainWindow, navigation: NavigationController
) -> None:
    asked: list[str] = []
    navigation.results_wanted.connect(asked.append)
    navigation.open_page("safe-sleep")
    navigation.remember_results("bruise")
    navigation.open_page("baby-bruise", words=("bruise", "bruises"))
    assert window.page_view.marks() > 1
    navigation.back()
    assert (asked, navigation.page) == (["bruise"], "")
    navigation.show_here()  # the search is closed: the results give way to what they stood before
    assert navigation.page == "safe-sleep"
    navigation.forward()
    assert asked == ["bruise"] * 2


def test_the_buttons_tell_whether_there_is_a_way(
    window: MainWindow, navigation: NavigationController
) -> None:
    ways = []
    for go in (navigation.open_start, lambda: navigation.open_page("safe-sleep"), navigation.back):
        go()
        ways.append((window.header.back.isEnabled(), window.header.forward.isEnabled()))
    assert ways == [(False, False), (True, False), (False, True)]


def test_the_trees_are_told_where_the_worker_is(
    qtbot, window: MainWindow, navigation: NavigationController, small: Library
) -> None:
    def marked() -> set[str]:
        return {
            tree.currentIndex().data() for tree in window.sidebar.trees() if tree.currentIndex().isValid()
        }

    navigation.open_page("baby-bruise")
    qtbot.waitUntil(lambda: marked() == {small.heads["baby-bruise"].title})
    navigation.open_node("theme", "babies")
    qtbot.waitUntil(lambda: marked() == {"Babies"})
    navigation.open_start()
    qtbot.waitUntil(lambda: marked() == set())


def test_the_first_page_is_written_for_the_room_it_has(
    window: MainWindow, navigation: NavigationController
) -> None:
    window.resize(1500, 800)
    renderer, lefts = window.page_view._renderer, []

    def left() -> float:
        return renderer.rendered.document.rootFrame().frameFormat().leftMargin()

    renderer.replaced.connect(lambda: lefts.append(left()))
    navigation.open_page("baby-bruise")
    assert len(lefts) == 1
    assert abs(lefts[0] - left()) < 10  # a scroll bar has come since
    assert left() > 100


def test_forgetting_leaves_no_way_back(navigation: NavigationController) -> None:
    navigation.open_page("safe-sleep")
    navigation.open_page("baby-bruise")
    navigation.forget()
    navigation.back()
    assert navigation.page == ""
