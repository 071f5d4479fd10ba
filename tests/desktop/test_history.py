from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from desktop.history import History, HistoryEntry


def walked(*pages: str) -> History:
    trail = History()
    for page in pages:
        trail.open(HistoryEntry(page))
    return trail


def test_a_new_trail_leads_nowhere() -> None:
    trail = History()
    assert (trail.here, trail.back(), trail.forward()) == (None, None, None)
    assert not trail.can_back
    assert not trail.can_forward
    trail.remember_scroll(5)  # before the first page there is nothing to remember
    assert trail.here is None


def test_back_and_forward_walk_the_same_way() -> None:
    trail = walked("", "a", "b")
    assert trail.back() == HistoryEntry("a")
    assert trail.back() == HistoryEntry("")
    assert trail.back() is None
    assert trail.forward() == HistoryEntry("a")
    assert trail.forward() == HistoryEntry("b")
    assert trail.forward() is None
    assert trail.here == HistoryEntry("b")


def test_opening_a_place_forgets_what_lay_ahead() -> None:
    trail = walked("a", "b", "c")
    trail.back()
    trail.back()
    trail.open(HistoryEntry("d"))
    assert not trail.can_forward
    assert trail.back() == HistoryEntry("a")


def test_coming_back_finds_the_same_line() -> None:
    trail = walked("a")
    trail.remember_scroll(412.5)
    trail.open(HistoryEntry("b", words="bruise"))
    assert trail.back() == HistoryEntry("a", 412.5)
    assert trail.forward() == HistoryEntry("b", words="bruise")


@pytest.mark.parametrize(
    ("again", "can_back"),
    [
        (HistoryEntry("a"), False),
        (HistoryEntry("a", scroll=9), False),
        (HistoryEntry("a", words="x"), False),
        (HistoryEntry("a", section="s"), True),
        (HistoryEntry("b"), True),
    ],
)
def test_only_a_different_page_or_section_is_a_step(again: HistoryEntry, can_back: bool) -> None:
    trail = walked("a")
    trail.open(again)
    assert trail.here == again
    assert trail.can_back is can_back


def test_leaving_forgets_everything() -> None:
    trail = walked("a", "b")
    trail.clear()
    assert trail.here is None
    assert not trail.can_back


def test_a_place_never_changes_under_a_reader() -> None:
    with pytest.raises(FrozenInstanceError):
        HistoryEntry("a").page = "b"  # type: ignore[misc]  # that it is refused is the test
