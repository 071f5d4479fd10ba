"""One window for each profile and one leave for all on Windows, by named events as the system keeps them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from desktop.instance.instance import Patience, Request
from desktop.instance.windows_events import EventInstance, acquire_events

LONG = Patience(loading=20.0, open=20.0)


@dataclass
class OneSession:
    """Named events as Windows keeps them: alive as long as someone holds a handle."""

    names: dict[int, str] = field(default_factory=dict)
    set_now: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    refused: bool = False
    while_waiting: Callable[[], object] = lambda: None

    def create(self, name: str) -> tuple[int, bool]:
        if self.refused:
            raise PermissionError(name)
        was_there = name in self.names.values()
        if not was_there:
            self.set_now.discard(name)
        handle = max(self.names, default=0) + 4
        self.names[handle] = name
        return handle, was_there

    def set(self, handle: int) -> None:
        self.set_now.add(self.names[handle])

    def wait(self, handle: int, seconds: float) -> bool:
        if seconds:
            self.while_waiting()
        was_set = self.names[handle] in self.set_now
        self.set_now.discard(self.names[handle])
        return was_set

    def close(self, handle: int) -> None:
        del self.names[handle]

    def let_others_come_forward(self) -> None:
        self.asked.append("forward")


def opened(session: OneSession, name: str = "one") -> EventInstance:
    instance = acquire_events(name, session, LONG)
    assert isinstance(instance, EventInstance)
    assert instance.open()
    return instance


def test_on_windows_a_second_start_is_answered_and_ends() -> None:
    session = OneSession()
    first = opened(session)
    assert first.request() is Request.NOTHING
    session.while_waiting = first.request
    assert acquire_events("one", session, LONG) is None
    assert session.asked == ["forward"]
    assert isinstance(acquire_events("two", session, LONG), EventInstance)
    first.release()
    first.remove()
    assert isinstance(acquire_events("one", session, LONG), EventInstance)


def test_on_windows_one_that_loads_is_waited_for_longer_than_one_that_is_open() -> None:
    session = OneSession()
    loads = acquire_events("one", session, LONG)
    assert isinstance(loads, EventInstance)
    waits: list[None] = []

    def answer_after_many_looks() -> None:
        waits.append(None)
        if len(waits) == 30:
            loads.open()
            loads.request()

    session.while_waiting = answer_after_many_looks
    assert acquire_events("one", session, Patience(loading=20, open=1)) is None
    assert len(waits) == 30


def test_on_windows_a_hanging_window_is_not_waited_for_twice() -> None:
    session = OneSession()
    first = opened(session)
    second = acquire_events("one", session, Patience(loading=20, open=1))
    assert isinstance(second, EventInstance)
    assert second.open()
    assert first.request() is Request.COME_FORWARD  # too late: the answer must not count for the next start
    assert isinstance(acquire_events("one", session, Patience(20, 1)), EventInstance)
    first.release()
    first.tell_others()
    assert second.request() is Request.LEAVE


def test_on_windows_a_start_that_waits_while_the_first_leaves_ends_with_it() -> None:
    session = OneSession()
    session.while_waiting = opened(session).release
    assert acquire_events("one", session, LONG) is None


def test_on_windows_leaving_goes_from_window_to_window() -> None:
    session = OneSession()
    one, two, three = (opened(session, name) for name in ("one", "two", "three"))
    one.release()
    one.tell_others()
    assert two.request() is Request.LEAVE
    assert three.request() is Request.NOTHING
    two.tell_others()
    assert three.request() is Request.LEAVE
    three.tell_others()
    assert opened(session, "four").request() is Request.NOTHING


def test_on_windows_events_of_another_account_are_no_reason_not_to_open() -> None:
    with pytest.raises(PermissionError):
        acquire_events("one", OneSession(refused=True), LONG)
