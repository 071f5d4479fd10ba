"""A second start asks for the window: it comes forward as it is, and never again once it is leaving."""

from __future__ import annotations

import pytest

from desktop.ui.control.activation import ActivationController


class Knocks:
    """An instance that another start has knocked at."""

    def __init__(self) -> None:
        self.waiting = 1

    def knocked(self) -> bool:
        self.waiting -= 1
        return self.waiting == 0

    def release(self) -> None:
        """Nothing is held."""

    def remove(self) -> None:
        """Nothing was made."""


@pytest.fixture
def knocks(worker) -> Knocks:
    return Knocks()


def test_the_window_comes_forward_with_the_same_page_and_words(worker, knocks: Knocks) -> None:
    worker.program.browsing.open_page("domestic-abuse")
    page, window = worker.page(), worker.program.window
    window.showMinimized()
    ActivationController(window, worker.program.leaving, knocks).look()
    assert not window.isMinimized()
    worker.qtbot.waitUntil(window.isActiveWindow)
    assert worker.page() == page != ""
    assert knocks.waiting == 0


def test_the_timer_looks_by_itself(worker, knocks: Knocks) -> None:
    worker.program.window.showMinimized()
    ActivationController(worker.program.window, worker.program.leaving, knocks)
    worker.qtbot.waitUntil(lambda: knocks.waiting == 0)
    assert not worker.program.window.isMinimized()


def test_nothing_comes_forward_once_leaving_has_begun(worker, knocks: Knocks) -> None:
    raising = ActivationController(worker.program.window, worker.program.leaving, knocks)
    worker.program.leaving.leave()
    raising.look()
    assert knocks.waiting == 1
    assert not worker.program.window.isVisible()


def test_the_lock_is_free_before_the_window_goes_and_removed_after(worker) -> None:
    names = worker.program.leaving.steps.names
    order = [names.index(one) for one in ("free the lock", "hide every window", "remove the lock")]
    assert order == sorted(order)
    assert names.index("free the lock") == 1
