"""One thread, newest question only, and no problem that could end it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest
from pytestqt.qtbot import QtBot

from desktop.leave.faults import Faults
from desktop.ui.search.search_thread import SearchThread
from index.hits import Answer


class Gate:
    """A searcher that waits to be let through: a slow index, at the test's own pace."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.reranked: list[str] = []
        self.warmed = 0
        self.begun: SimpleQueue[str] = SimpleQueue()
        self.let: SimpleQueue[None] = SimpleQueue()

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        still_wanted: Callable[[], bool] = lambda: True,
        rerank: bool = False,
    ) -> Answer | None:
        if rerank:
            self.reranked.append(query)
            if query == "break after a pause":
                raise ValueError("this question breaks the search")
            return Answer(query, (), suggestion="reranked")
        self.asked.append(query)
        self.begun.put(query)
        self.let.get()
        if query == "break":
            raise ValueError("this question breaks the search")
        return Answer(query, ()) if still_wanted() else None

    def warm(self, still_wanted: Callable[[], bool] = lambda: True) -> None:
        self.warmed += 1


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def thread(qtbot: QtBot, gate: Gate, faults: Faults) -> Iterator[SearchThread]:
    thread = SearchThread(lambda: gate, faults)
    with qtbot.waitSignal(thread.ready):
        thread.start()
    yield thread
    thread.stop()
    for _turn in range(9):
        gate.let.put(None)
    assert thread.wait(5000)


def test_only_the_newest_question_is_answered(qtbot: QtBot, thread: SearchThread, gate: Gate) -> None:
    told: list[str] = []
    thread.answered.connect(lambda answer, _number: told.append(answer.query))
    thread.ask("b")
    assert gate.begun.get(timeout=5) == "b"
    for words in ("br", "bru", "bruise"):
        thread.ask(words)
    with qtbot.waitSignal(thread.answered):
        gate.let.put(None)
        gate.let.put(None)
    assert told == ["bruise"]
    assert gate.asked == ["b", "bruise"]


def test_a_question_given_up_is_not_answered(qtbot: QtBot, thread: SearchThread, gate: Gate) -> None:
    thread.ask("secret")
    gate.begun.get(timeout=5)
    thread.give_up()
    with qtbot.assertNotEmitted(thread.answered, wait=50):
        gate.let.put(None)


def test_a_problem_is_told_and_the_next_question_answered(
    qtbot: QtBot, thread: SearchThread, gate: Gate, expect_faults: Callable[..., None]
) -> None:
    with qtbot.waitSignal(thread.question_failed) as failed, qtbot.assertNotEmitted(thread.failed):
        number = thread.ask("break")
        gate.let.put(None)
    assert failed.args == [number]
    with qtbot.waitSignal(thread.answered):
        thread.ask("bruise")
        gate.let.put(None)
    expect_faults("ValueError")


def test_after_a_pause_the_question_is_answered_with_more_care(
    qtbot: QtBot, thread: SearchThread, gate: Gate
) -> None:
    with qtbot.waitSignals([thread.answered, thread.reranked], order="strict"):
        number = thread.ask("bruise")
        gate.let.put(None)
    assert gate.reranked == ["bruise"]
    with qtbot.waitSignal(thread.reranked) as reranked:
        number = thread.ask("burn")
        gate.let.put(None)
    assert reranked.args == [Answer("burn", (), suggestion="reranked"), number]


def test_the_next_letter_ends_the_pause(qtbot: QtBot, gate: Gate, faults: Faults) -> None:
    thread = SearchThread(lambda: gate, faults, pause=600)
    thread.start()
    for words in ("b", "br", "bru"):
        with qtbot.waitSignal(thread.answered) as answered:
            thread.ask(words)
            gate.let.put(None)
        assert answered.args[0].query == words
    thread.stop()
    assert thread.wait(5000)
    assert gate.reranked == []


def test_what_was_left_cold_is_warmed_in_the_next_pause(
    qtbot: QtBot, thread: SearchThread, gate: Gate
) -> None:
    with qtbot.waitSignal(thread.reranked):
        thread.ask("bruise")
        gate.let.put(None)
    qtbot.waitUntil(lambda: gate.warmed == 2)


def test_a_problem_after_a_pause_leaves_the_answer_that_was_told(
    qtbot: QtBot, thread: SearchThread, gate: Gate, expect_faults: Callable[..., None]
) -> None:
    with qtbot.assertNotEmitted(thread.question_failed), qtbot.waitSignal(thread.answered):
        thread.ask("break after a pause")
        gate.let.put(None)
    qtbot.waitUntil(lambda: gate.reranked == ["break after a pause"])
    with qtbot.waitSignal(thread.answered):
        thread.ask("bruise")
        gate.let.put(None)
    expect_faults("ValueError")


def test_the_search_is_warm_before_its_first_answer(qtbot: QtBot, gate: Gate, faults: Faults) -> None:
    thread = SearchThread(lambda: gate, faults)
    thread.ask("bruise")
    gate.let.put(None)
    with qtbot.waitSignals([thread.ready, thread.warmed, thread.answered], order="strict"):
        thread.start()
    thread.stop()
    assert thread.wait(5000)


class Warming(Gate):
    """A searcher that is never done getting warm."""

    def warm(self, still_wanted: Callable[[], bool] = lambda: True) -> None:
        while still_wanted():
            self.warmed += 1


def test_a_question_ends_the_rest_between_two_steps_of_getting_warm(qtbot: QtBot, faults: Faults) -> None:
    warming = Warming()
    thread = SearchThread(lambda: warming, faults, rest=600)
    thread.start()
    qtbot.waitUntil(lambda: warming.warmed > 0)
    with qtbot.waitSignals([thread.warmed, thread.answered], order="strict"):
        thread.ask("bruise")
        warming.let.put(None)
    thread.stop()
    assert thread.wait(5000)


def test_getting_warm_ends_when_enough_was_spent_on_it(qtbot: QtBot, faults: Faults) -> None:
    warming = Warming()
    thread = SearchThread(lambda: warming, faults, rest=0, warm_for=0.01)
    with qtbot.waitSignal(thread.warmed):
        thread.start()
    steps = warming.warmed
    with qtbot.waitSignal(thread.reranked):  # the next pause in which it might go on
        warming.let.put(None)
        warming.let.put(None)
        thread.ask("bruise")
    thread.stop()
    assert thread.wait(5000)
    assert warming.warmed == steps


def test_getting_warm_never_goes_on_for_long(qtbot: QtBot, faults: Faults) -> None:
    """Without a rest a searcher that is never done would keep Python's lock from the window."""
    warming = Warming()
    thread = SearchThread(lambda: warming, faults, rest=600)
    with qtbot.waitSignal(thread.ready):
        thread.start()
    qtbot.waitUntil(lambda: warming.warmed > 0)
    qtbot.waitUntil(lambda: _rests(warming, qtbot))
    thread.stop()
    assert thread.wait(5000)


def _rests(warming: Warming, qtbot: QtBot) -> bool:
    steps = warming.warmed
    qtbot.wait(20)
    return warming.warmed == steps


def test_an_index_that_cannot_be_opened_is_a_sentence(
    qtbot: QtBot, faults: Faults, expect_faults: Callable[..., None]
) -> None:
    def broken() -> Gate:
        raise OSError("the index is damaged")

    thread = SearchThread(broken, faults)
    with qtbot.waitSignal(thread.failed) as failed:
        thread.start()
    assert failed.args == ["the index is damaged"]
    assert thread.wait(5000)
    expect_faults("OSError")
