"""A panel that is made on first use, so that starting stays quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from desktop.ui.widgets.card_page import CardPage

PanelT = TypeVar("PanelT", bound=CardPage)


class LazyPanel(Generic[PanelT]):
    """The composition root says how the panel is made and where it goes, controllers how it is wired."""

    def __init__(self, make: Callable[[], PanelT], add: Callable[[PanelT], object]) -> None:
        self._make = make
        self._add = add
        self._wirings: list[Callable[[PanelT], object]] = []
        self._made: PanelT | None = None

    @property
    def made(self) -> PanelT | None:
        """The panel, once somebody has opened it."""
        return self._made

    def when_made(self, wire: Callable[[PanelT], object]) -> None:
        """Have this done with the panel as soon as it is made; at once where it is."""
        self._wirings.append(wire)
        if self._made is not None:
            wire(self._made)

    def get(self) -> PanelT:
        """The panel, made and wired now if it was not."""
        if self._made is None:
            self._made = self._make()
            self._add(self._made)
            for wire in self._wirings:
                wire(self._made)
        return self._made
