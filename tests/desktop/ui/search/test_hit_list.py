"""The list of hits: the chosen one opens, each says why it is there, and nothing moves under a choice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.ui.look.style import Style
from desktop.ui.search.hit_delegate import HitDelegate
from desktop.ui.search.hit_layout import LaidHit
from desktop.ui.search.hit_list import HitList
from index.hits import SPELLING, Excerpt, Hit, LateHit, Reason, Snippet


def hit(page: str, *why: Reason) -> Hit:
    snippet = Snippet(f"Words about {page}.")
    return Hit(1, page, "", page.title(), (), "Babies", "Babies", "do_now", snippet, why, 1, 0)


WHY = (Reason("domestic abuse"), Reason("bruise", SPELLING))
HITS = (hit("bruise"), hit("signs", *WHY), hit("cots"))


@pytest.fixture
def hits(qtbot, appearance) -> HitList:
    view = HitList(appearance)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_hits(HITS)
    view.show()
    return view


@pytest.fixture
def opened(hits) -> list[Hit]:
    """Each hit that was asked for."""
    wanted: list[Hit] = []
    hits.hit_wanted.connect(wanted.append)
    return wanted


def test_the_first_hit_is_chosen_and_a_step_stays_inside(hits, opened) -> None:
    hits.open_chosen()
    for rows in (1, 1, 1, -9):
        hits.step(rows)
        hits.open_chosen()
    assert [one.page for one in opened] == ["bruise", "signs", "cots", "cots", "bruise"]


def test_a_click_opens_the_hit_below_it(hits, opened) -> None:
    place = hits.visualRect(hits.model().index(1, 0)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [HITS[1]]


def test_without_hits_nothing_opens(hits, opened) -> None:
    hits.show_hits(())
    hits.step(1)
    hits.open_chosen()
    assert opened == []


def test_a_hit_says_why_it_is_there_to_the_ear_and_has_room_to_show_it(hits, style: Style) -> None:
    plain, why = (hits.model().index(row, 0) for row in (0, 1))
    spoken = why.data(Qt.ItemDataRole.AccessibleTextRole)
    reasons = "Also searched: domestic abuse Also searched, in another spelling: bruise"
    assert spoken == f"Signs. Do now. Words about signs. {reasons}"
    heights = [hits.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height() for index in (plain, why)]
    small = QFontMetrics(style.font("small")).height()  # the widget's own may be another test's
    assert heights[1] - heights[0] >= len(WHY) * small


def test_the_same_hits_in_the_same_order_leave_the_choice_alone(hits) -> None:
    hits.step(2)
    hits.put_in_order([replace(one, score=one.score + 1) for one in HITS])
    assert hits.currentIndex().row() == 2
    hits.put_in_order((HITS[0], replace(HITS[1], matched=frozenset(("other",))), HITS[2]))
    assert hits.currentIndex().row() == 0
    hits.put_in_order(HITS[::-1])
    assert hits.currentIndex().data() == "Cots"


def test_the_worker_has_begun_to_choose_until_other_hits_are_shown(hits) -> None:
    hits.clearFocus()  # it has the keyboard only because it stands alone
    assert not hits.in_use()
    hits.step(1)
    assert hits.in_use()
    hits.show_hits(HITS)
    assert not hits.in_use()
    QTest.mouseMove(hits.viewport(), hits.rect().center())
    assert hits.in_use()


LONG = "Ring the duty team now, and say what you have seen and heard today. " * 4


def long_hit(page: str) -> Hit:
    return replace(hit(page), snippet=Snippet(LONG))


def places(view: HitList) -> list[tuple[int, int]]:
    """Top and height of each row."""
    rows = (view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount()))
    return [(rect.top(), rect.height()) for rect in rows]


def with_lines(view: HitList) -> list[int]:
    delegate = view.itemDelegate()
    assert isinstance(delegate, HitDelegate)
    laid = [delegate.row(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    return [row for row, one in enumerate(laid) if one is not None and one.has_lines()]


def test_only_hits_in_view_are_laid_out(hits) -> None:
    hits.show_hits([long_hit(f"page {n}") for n in range(50)])
    hits.grab()
    first = with_lines(hits)
    assert first == list(range(len(first)))
    assert len(first) == sum(top < hits.viewport().height() for top, _height in places(hits)) < 10
    before = hits.verticalScrollBar().maximum(), [height for _top, height in places(hits)]
    hits.scrollToBottom()
    hits.grab()
    assert set(with_lines(hits)) > {*first, 49}
    assert len(with_lines(hits)) < 20
    # heights were told rightly: nothing moves
    assert (hits.verticalScrollBar().maximum(), [height for _top, height in places(hits)]) == before


def late_hit(number: int, fetched: list[int]) -> LateHit:
    def excerpt() -> Excerpt:
        fetched.append(number)
        return Excerpt("", "Babies", (), Snippet(f"Short {number}."), WHY)

    return LateHit(
        rank=number,
        page=f"page {number}",
        title=f"Page {number}",
        theme="Babies",
        kind="do_now",
        score=1.0,
        more=0,
        matched=frozenset(("short",)),
        alike=frozenset(),
        make_excerpt=excerpt,
    )


def test_a_hit_that_is_not_in_view_is_not_fetched(qtbot, hits) -> None:
    fetched: list[int] = []
    late = [late_hit(number, fetched) for number in range(50)]
    hits.show_hits(late)
    hits.put_in_order(late)
    hits.grab()
    seen = len(fetched)
    assert fetched == list(range(seen))
    assert 0 < seen < 10
    hits.scrollToBottom()
    hits.grab()
    assert 49 in fetched
    assert len(fetched) < 2 * 10
    plain = HitDelegate.row(hits.itemDelegate(), hits.model().index(49, 0))
    assert plain is not None
    assert plain.height == LaidHit(plain._shared, replace_late(late[49])).height
    qtbot.waitUntil(lambda: places(hits)[49][1] == plain.height)


def replace_late(late: LateHit) -> Hit:
    """The same as a hit that was whole from the start."""
    return replace(hit(late.page, *late.why), title=late.title, snippet=late.snippet)


def test_a_height_that_was_told_wrongly_is_put_right_once_the_hit_is_seen(qtbot, hits) -> None:
    close = replace(hit("close"), snippet=Snippet("T." * 70))  # one line, though its characters make two
    hits.show_hits([close, long_hit("below")])
    (top, told), (below, _height) = places(hits)
    assert below == top + told
    hits.grab()
    qtbot.waitUntil(lambda: places(hits)[1][0] < below)
    assert places(hits)[0] == (0, places(hits)[1][0])


def test_narrowing_the_window_makes_room_for_more_lines(hits) -> None:
    hits.show_hits([replace(hit("one"), title="A title of some words " * 3), long_hit("below")])
    before = places(hits)
    hits.resize(1100, 600)
    assert places(hits) == before  # the text ends sooner than so wide a window
    hits.resize(300, 600)
    hits.grab()
    assert places(hits)[0][1] > before[0][1]
