"""What Windows tells of locking and sleeping, with messages made by hand."""

from __future__ import annotations

from ctypes import addressof, wintypes

import pytest

from desktop.ui.leave.session_windows import SessionFilter, ask_for_news, means_leave, no_more_news

LOCK, UNLOCK, SUSPEND, RESUME = (0x02B1, 7), (0x02B1, 8), (0x0218, 4), (0x0218, 7)


class Wtsapi32:
    """Stands in for the library of Windows: notes who asked for what."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None]] = []

    def WTSRegisterSessionNotification(self, window: wintypes.HWND, which: int) -> int:
        self.asked.append(("news", window.value))
        return int(which == 0)

    def WTSUnRegisterSessionNotification(self, window: wintypes.HWND) -> int:
        self.asked.append(("no news", window.value))
        return 1


@pytest.mark.parametrize(
    ("told", "leaves"), [(LOCK, True), (SUSPEND, True), (UNLOCK, False), (RESUME, False)]
)
def test_lock_and_sleep_mean_leave(told: tuple[int, int], leaves: bool) -> None:
    assert means_leave(*told) is leaves


@pytest.mark.parametrize(("told", "times"), [(LOCK, 1), (SUSPEND, 1), (UNLOCK, 0), ((0x0100, 7), 0)])
def test_the_filter_reads_a_message_of_windows(told: tuple[int, int], times: int) -> None:
    left: list[bool] = []
    message = wintypes.MSG(message=told[0], wParam=told[1])
    heard = SessionFilter(lambda: left.append(True))
    assert heard.nativeEventFilter(b"windows_generic_MSG", addressof(message)) == (False, 0)
    assert len(left) == times


def test_messages_of_other_systems_are_not_read() -> None:
    left: list[bool] = []
    SessionFilter(lambda: left.append(True)).nativeEventFilter(b"xcb_generic_event_t", 0)
    assert left == []


def test_the_window_asks_for_news_and_takes_it_back() -> None:
    library = Wtsapi32()
    assert ask_for_news(library, 42)
    assert no_more_news(library, 42)
    assert library.asked == [("news", 42), ("no news", 42)]
