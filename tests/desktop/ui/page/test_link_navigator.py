"""Links, numbers and tick lines of real pages, by their own navigator: no view, no key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from content.blocks import ContactTarget, PageTarget, WebTarget
from desktop.ui.page.geometry import marker_area
from desktop.ui.page.link_navigator import LinkNavigator
from desktop.ui.page.links import TickTarget


@pytest.fixture
def links(renderer, scroller) -> LinkNavigator:
    return LinkNavigator(renderer, scroller)


@pytest.fixture
def said(links) -> list[str]:
    told: list[str] = []
    links.reached.connect(told.append)
    return told


@pytest.fixture
def checklist(render, renderer, small) -> str:
    """A page with tick lines, rendered."""
    for name in small.pages:
        if render(name).rendered.ticks:
            return name
    raise AssertionError("the small pack has no tick line")


def test_each_stop_is_said_and_the_last_step_leads_out(links, said, render, renderer) -> None:
    render("who-to-call")
    stops = renderer.rendered.tab_stops
    for stop in stops:
        assert links.step(forward=True)
        assert links.current() == stop
        assert said[-1].endswith(" ".join(stop.words.split()))
    assert not links.step(forward=True)
    assert links.current() is None
    assert len(said) == len(stops)


def test_a_stop_far_down_is_brought_into_sight(links, render, renderer, scroller, bar, completed, long_page):
    render(long_page)
    completed()
    links.enter(backwards=True)
    assert links.step(forward=False)
    assert links.current() == renderer.rendered.tab_stops[-1]
    assert bar.value() > bar.maximum() - 1000


def test_no_step_leads_out_while_more_is_to_come(links, said, render, renderer, completed, long_page) -> None:
    render(long_page)
    for _press in range(len(renderer.rendered.tab_stops) + 1):
        assert links.step(forward=True)
    completed()
    seen = len(said)
    assert links.step(forward=True)
    assert links.current() == renderer.rendered.tab_stops[seen]


@pytest.mark.parametrize(
    ("target", "signal", "told"),
    [
        (PageTarget("safe-sleep", "every-sleep"), "page_wanted", ["safe-sleep", "every-sleep"]),
        (WebTarget("https://example.org"), "address_wanted", ["https://example.org"]),
        (ContactTarget("duty"), "contact_wanted", ["duty"]),
    ],
)
def test_what_is_followed_is_reported(qtbot, links, target, signal: str, told: list[str]) -> None:
    with qtbot.waitSignal(getattr(links, signal)) as wanted:
        links.follow(target)
    assert wanted.args == told


def test_what_leads_nowhere_is_not_followed(qtbot, links, checklist) -> None:
    with (
        qtbot.assertNotEmitted(links.page_wanted),
        qtbot.assertNotEmitted(links.tick_changed),
    ):
        links.follow(None)
        links.follow(TickTarget(99))


def test_a_line_is_ticked_and_unticked_and_said(links, said, checklist, renderer) -> None:
    changed: list[tuple[int, bool]] = []
    links.tick_changed.connect(lambda *one: changed.append(one))
    links.follow(TickTarget(0))
    assert said == []  # the keyboard is not there
    while not isinstance(getattr(links.current(), "target", None), TickTarget):
        assert links.step(forward=True)
    assert said[-1].startswith("Tick box, ticked, ")
    links.tick(0)
    assert said[-1].startswith("Tick box, not ticked, ")
    assert changed == [(0, True), (0, False)]
    assert links.ticked() == frozenset()


def test_ticks_belong_to_their_page(links, checklist, render, renderer) -> None:
    links.tick(0)
    render("danger-now")
    assert links.ticked() == frozenset()
    render(checklist)
    assert links.ticked() == {0}
    links.clear_ticks()
    assert links.ticked() == frozenset()
    links.tick(0)
    links.forget()
    assert links.ticked() == frozenset()


def test_no_page_has_no_ticks(links, checklist, renderer) -> None:
    renderer.clear()
    links.tick(0)
    assert links.ticked() == frozenset()
    assert not links.ticks_at(QPointF(40, 40))


@pytest.fixture
def box(checklist, bar, render, renderer, style) -> QPointF:
    """The middle of the second tick line's box."""
    render(checklist)  # the bar gives the document its width
    return marker_area(renderer.rendered.document, renderer.rendered.ticks[1], style).center()


def test_the_mouse_ticks_the_line_whose_box_it_goes_down_and_up_on(links, box) -> None:
    beside, other = box + QPointF(60, 0), box - QPointF(0, 2000)
    assert links.ticks_at(box)
    assert not links.ticks_at(beside)
    for down, up in ((box, beside), (beside, box), (box, other)):
        links.press(down)
        links.release(up)
        assert links.ticked() == frozenset()
    links.press(box)
    links.release(box)
    assert links.ticked() == {1}
    links.release(box)  # without a press
    assert links.ticked() == {1}


def test_a_press_leaves_the_stop_that_the_keyboard_had_reached(links, box) -> None:
    links.step(forward=True)
    assert links.current()
    links.press(box)
    assert links.current() is None


def test_only_a_stop_that_is_reached_can_be_followed(qtbot, links, render) -> None:
    render("baby-bruise")
    with qtbot.assertNotEmitted(links.page_wanted):
        assert not links.activate()
    links.enter(backwards=True)
    links.step(forward=False)
    with qtbot.waitSignal(links.page_wanted) as wanted:
        assert links.activate()
    assert wanted.args == ["safe-sleep", ""]
