from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from desktop.history import History, HistoryEntry, Location, Node, PageAt, Panel, Results, Start

A, B, C, D = (PageAt(page) for page in "abcd")


def walked(*locations: Location) -> History:
    history = History()
    for location in locations:
        history.open(location)
    return history


def test_a_new_history_leads_nowhere() -> None:
    history = History()
    assert (history.here, history.back(), history.forward()) == (None, None, None)
    assert not history.can_back
    assert not history.can_forward
    history.remember_scroll(5)  # before the first page there is nothing to remember
    assert history.here is None


def test_back_and_forward_walk_the_same_way() -> None:
    history = walked(Start(), A, B)
    assert history.back() == HistoryEntry(A)
    assert history.back() == HistoryEntry(Start())
    assert history.back() is None
    assert history.forward() == HistoryEntry(A)
    assert history.forward() == HistoryEntry(B)
    assert history.forward() is None
    assert history.here == HistoryEntry(B)


def test_opening_a_location_forgets_what_lay_ahead() -> None:
    history = walked(A, B, C)
    history.back()
    history.back()
    history.open(D)
    assert not history.can_forward
    assert history.back() == HistoryEntry(A)


def test_coming_back_finds_the_same_line() -> None:
    history = walked(A)
    history.remember_scroll(412.5)
    marked = PageAt("b", highlighted=("bruise", "bruises"))
    history.open(marked)
    assert history.back() == HistoryEntry(A, 412.5)
    assert history.forward() == HistoryEntry(marked)


@pytest.mark.parametrize(
    ("first", "again", "can_back"),
    [
        (A, A, False),
        (A, PageAt("a", highlighted=("x",)), False),
        (A, PageAt("a", section="s"), True),
        (A, B, True),
        (Start(), Start(), False),
        (Results("bruise"), Results("burn"), False),
        (Panel("help"), Panel("help"), False),
        (Panel("help"), Panel("display"), True),
        (Node("theme", "babies"), Node("theme", "babies"), False),
        (Node("theme", "babies"), Node("group", "babies"), True),
        (PageAt("help"), Panel("help"), True),
        (PageAt(""), Start(), True),
    ],
    ids=str,
)
def test_only_somewhere_else_is_a_step(first: Location, again: Location, can_back: bool) -> None:
    history = walked(first)
    history.remember_scroll(9)
    history.open(again)
    assert history.here == HistoryEntry(again)
    assert history.can_back is can_back


def test_forgetting_empties_it() -> None:
    history = walked(A, B)
    history.forget()
    assert history.here is None
    assert not history.can_back
    history.open(C)
    assert history.here == HistoryEntry(C)


def test_a_location_never_changes_under_a_reader() -> None:
    with pytest.raises(FrozenInstanceError):
        A.id = "b"  # type: ignore[misc]  # that it is refused is the test
