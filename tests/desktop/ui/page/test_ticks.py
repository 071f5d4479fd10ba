"""Ticks by page, in memory only."""

from __future__ import annotations

from desktop.ui.page.ticks import TickStates


def test_each_page_has_its_own_ticks_until_all_are_forgotten() -> None:
    ticks = TickStates()
    assert ticks.toggle("one", 3)
    assert ticks.toggle("two", 0)
    assert ticks.toggle("one", 5)
    assert not ticks.toggle("one", 3)
    assert ticks.of("one") == {5}
    assert ticks.of("two") == {0}
    assert ticks.of("three") == frozenset()
    ticks.forget()
    assert ticks.of("one") == ticks.of("two") == frozenset()
