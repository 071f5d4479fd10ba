"""A hit's height is told before its lines are laid out, and put right where the telling was wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.ui.look.style import Style
from desktop.ui.search.hit_layout import WIDEST, HitLayout, LaidHit
from index.hits import Hit, Reason, Snippet

LONG = "Ring the duty team now, and say what you have seen and heard today. " * 4
CLOSE = "T." * 70
"""Each pair moves closer by a sixth: this is two lines by its characters, and one when it is laid out."""


def hit(title: str, passage: str, *why: Reason) -> Hit:
    return Hit(1, "page", "", title, (), "Babies", "Babies", "do_now", Snippet(passage), why, 1, 0)


@pytest.fixture
def layout(style: Style) -> HitLayout:
    return HitLayout(style, 900)


def test_a_plain_hit_is_told_without_its_lines(layout: HitLayout) -> None:
    laid = LaidHit(layout, hit("A bruise", LONG))
    assert not laid.has_lines()
    told = laid.height
    assert not laid.lay_out()
    assert laid.has_lines()
    assert laid.height == told
    assert laid.passage().lineCount() == 2


def test_each_reason_takes_a_line(layout: HitLayout) -> None:
    plain, why = (LaidHit(layout, hit("A bruise", LONG, *reasons)) for reasons in ((), (Reason("DV"),) * 2))
    assert why.height - plain.height == 2 * layout.small_height


def test_a_telling_that_was_wrong_is_put_right(layout: HitLayout) -> None:
    laid = LaidHit(layout, hit("A bruise", CLOSE))
    told = laid.height
    assert laid.lay_out()
    assert laid.passage().lineCount() == 1
    assert laid.height < told
    assert not laid.lay_out()


def test_hits_stand_just_so_in_every_wide_room(style: Style, layout: HitLayout) -> None:
    assert layout.fits(style, WIDEST + 8)
    assert layout.fits(style, 2000)
    assert not layout.fits(style, WIDEST)
    assert not layout.fits(replace(style, scale=1.5), 900)
