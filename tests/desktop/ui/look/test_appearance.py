"""Whoever follows the appearance has its style at once, in order, and for as long as it lives."""

from __future__ import annotations

import weakref
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Slot

from desktop.ui.look.appearance import Appearance
from desktop.ui.widgets.push_button import PushButton


class Follower(QObject):
    """Notes the text size that it is told of."""

    def __init__(self, name: str, appearance: Appearance, told: list[tuple[str, float]]) -> None:
        super().__init__()
        self._name, self._appearance, self._told = name, appearance, told
        appearance.follow(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._told.append((self._name, self._appearance.style.scale))


def larger(appearance: Appearance) -> None:
    appearance.show(replace(appearance.style, scale=1.5))


def test_a_follower_is_told_at_once_and_children_before_their_parent(appearance: Appearance) -> None:
    told: list[tuple[str, float]] = []
    followers = [Follower(name, appearance, told) for name in ("child", "parent")]
    assert told == [("child", 1.0), ("parent", 1.0)]
    told.clear()
    larger(appearance)
    assert told == [("child", 1.5), ("parent", 1.5)]
    assert len(followers) == 2


def test_what_is_deleted_is_told_no_more(appearance: Appearance) -> None:
    told: list[tuple[str, float]] = []
    follower = Follower("gone", appearance, told)
    told.clear()
    shiboken6.delete(follower)
    larger(appearance)
    assert told == []


def test_following_keeps_no_widget_alive(qapp, appearance: Appearance) -> None:
    button = PushButton(appearance, "Go", "Go")
    left = weakref.ref(button)
    del button
    assert left() is None
