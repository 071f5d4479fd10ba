"""What the worker does with a page's links, numbers and tick lines, by key and by mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from content.blocks import ContactTarget, PageTarget, WebTarget
from desktop.ui.page.geometry import tick_at
from desktop.ui.page.links import LinkTarget, TickTarget, spoken
from desktop.ui.page.renderer import PageRenderer
from desktop.ui.page.scroller import PageScroller
from desktop.ui.page.tab_stops import TabStop, TabStopCursor
from desktop.ui.page.ticks import TickStates


class LinkNavigator(QObject):
    """Goes from stop to stop; reports what is followed, and ticks what is ticked.

    Attributes:
        _cursor: the stop that the keyboard has reached.
        _ticks: the ticked lines of every page.
        _pressed: the tick line whose box the mouse went down on, or -1.
    """

    page_wanted = Signal(str, str)
    address_wanted = Signal(str)
    contact_wanted = Signal(str)
    tick_changed = Signal(int, bool)
    reached = Signal(str)
    """What a screen reader says of it."""

    def __init__(self, renderer: PageRenderer, scroller: PageScroller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._scroller = scroller
        self._cursor = TabStopCursor()
        self._ticks = TickStates()
        self._pressed = -1

    def forget(self) -> None:
        """Untick every line of every page, and be at no stop."""
        self._ticks.forget()
        self._cursor.leave()

    # by key

    def enter(self, backwards: bool) -> None:
        """The keyboard comes in from the front, or from behind."""
        self._cursor.enter(backwards)

    def leave(self) -> None:
        """Be at no stop: another page is opened."""
        self._cursor.leave()

    def current(self) -> TabStop | None:
        """The stop that the keyboard has reached, if it is written."""
        return self._cursor.current(self._stops())

    def _stops(self) -> tuple[TabStop, ...]:
        return self._renderer.rendered.tab_stops

    def step(self, forward: bool) -> bool:
        """Go to the next or previous stop; whether the keyboard stays on the page."""
        position = self._scroller.place()[0]
        while not self._cursor.step(self._stops(), forward, position, self._renderer.growing):
            if not self._renderer.hurry():
                return True  # there are more to come
        self._announce()
        return self.current() is not None

    def _announce(self) -> None:
        if stop := self.current():
            self._scroller.scroll_to_span((stop.start, stop.end))
            ticked = isinstance(stop.target, TickTarget) and stop.target.number in self.ticked()
            self.reached.emit(spoken(stop.target, stop.words, ticked))

    def activate(self) -> bool:
        """Follow the stop that the keyboard has reached; whether it is at one."""
        stop = self.current()
        if stop:
            self.follow(stop.target)
        return stop is not None

    # by mouse, at places in the document's coordinates

    def press(self, place: QPointF) -> None:
        """The mouse goes down: the keyboard's stop is left."""
        self._pressed = self._tick_at(place)
        self._cursor.leave()

    def release(self, place: QPointF) -> None:
        """The mouse goes up: on the box that it went down on, it ticks the line."""
        number, self._pressed = self._pressed, -1
        if number >= 0 and number == self._tick_at(place):
            self.tick(number)

    def ticks_at(self, place: QPointF) -> bool:
        """Whether a press there would tick a line."""
        return self._tick_at(place) >= 0

    def _tick_at(self, place: QPointF) -> int:
        page = self._renderer.rendered
        return tick_at(page.document, page.ticks, place, self._renderer.style)

    # following and ticking

    def follow(self, target: LinkTarget | None) -> None:
        """Do what stands behind a link; nothing is opened here."""
        match target:
            case PageTarget(page, section):
                self.page_wanted.emit(page, section)
            case WebTarget(url):
                self.address_wanted.emit(url)
            case ContactTarget(contact):
                self.contact_wanted.emit(contact)
            case TickTarget(number):
                self.tick(number)

    def tick(self, number: int) -> None:
        """Tick a line of the open page, or untick it."""
        context = self._renderer.context
        if context and number < len(self._renderer.rendered.ticks):
            ticked = self._ticks.toggle(context.page.head.id, number)
            self.tick_changed.emit(number, ticked)
            self._announce()

    def ticked(self) -> frozenset[int]:
        """The lines of the open page that are ticked."""
        context = self._renderer.context
        return self._ticks.of(context.page.head.id) if context else frozenset()

    def clear_ticks(self) -> None:
        """Untick every line of the open page."""
        for number in self.ticked():
            self.tick(number)
