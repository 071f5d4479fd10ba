from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from desktop.history import Place, Trail


def walked(*pages: str) -> Trail:
    trail = Trail()
    for page in pages:
        trail.open(Place(page))
    return trail


def test_a_new_trail_leads_nowhere() -> None:
    trail = Trail()
    assert (trail.here, trail.back(), trail.forward()) == (None, None, None)
    assert not trail.can_back
    assert not trail.can_forward
    trail.remember_scroll(5)  # before the first page there is nothing to remember
    assert trail.here is None


def test_back_and_forward_walk_the_same_way() -> None:
    trail = walked("", "a", "b")
    assert trail.back() == Place("a")
    assert trail.back() == Place("")
    assert trail.back() is None
    assert trail.forward() == Place("a")
    assert trail.forward() == Place("b")
    assert trail.forward() is None
    assert trail.here == Place("b")


def test_opening_a_place_forgets_what_lay_ahead() -> None:
    trail = walked("a", "b", "c")
    trail.back()
    trail.back()
    trail.open(Place("d"))
    assert not trail.can_forward
    assert trail.back() == Place("a")


def test_coming_back_finds_the_same_line() -> None:
    trail = walked("a")
    trail.remember_scroll(412.5)
    trail.open(Place("b", words="bruise"))
    assert trail.back() == Place("a", 412.5)
    assert trail.forward() == Place("b", words="bruise")


@pytest.mark.parametrize(
    ("again", "can_back"),
    [
        (Place("a"), False),
        (Place("a", scroll=9), False),
        (Place("a", words="x"), False),
        (Place("a", section="s"), True),
        (Place("b"), True),
    ],
)
def test_only_a_different_page_or_section_is_a_step(again: Place, can_back: bool) -> None:
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
        Place("a").page = "b"  # type: ignore[misc]  # that it is refused is the test
