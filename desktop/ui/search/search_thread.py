"""The one thread that searches, so that typing never waits and only the newest question is answered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event
from time import perf_counter, thread_time
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from desktop.generation import Generation
from desktop.leave.faults import Faults
from index.hits import Answer

PAUSE = 0.15
"""Seconds without a new question after which the worker has stopped typing."""

SLICE, REST = 0.002, 0.004
"""Seconds of getting warm at a time, and without any after it: the window gets Python's lock as if alone."""
WARM_FOR = 0.25
"""Seconds of computing for getting warm, in all. A large pack would take many more, for what few ask."""


class SearchBackend(Protocol):
    """Whatever answers words with hits; used by one thread only."""

    def search(
        self, query: str, *, limit: int = ..., still_wanted: Callable[[], bool] = ..., rerank: bool = ...
    ) -> Answer | None: ...

    def warm(self, still_wanted: Callable[[], bool] = ...) -> None: ...


class SearchThread(QThread):
    """Opens the index after the first paint and answers questions, newest only.

    `open_searcher` runs in this thread and may raise; the sentence then reaches the worker through `failed`.
    A question that breaks is told by its number through `question_failed`; the next is answered as ever.
    `warmed` comes once, before the first answer: what nobody left time for is made ready in later pauses.
    When nobody asks on for a moment, the same question is answered once more with more care: `reranked`.
    """

    ready = Signal()
    warmed = Signal()
    answered = Signal(object, int)
    reranked = Signal(object, int)
    failed = Signal(str)
    question_failed = Signal(int)

    def __init__(
        self,
        open_searcher: Callable[[], SearchBackend],
        faults: Faults,
        parent: QObject | None = None,
        pause: float = PAUSE,
        rest: float = REST,
        warm_for: float = WARM_FOR,
    ) -> None:
        super().__init__(parent)
        self._pause = pause
        self._rest = rest
        self._warm_for = warm_for
        self._open_searcher = open_searcher
        self._faults = faults
        self._generation = Generation()
        self._questions: SimpleQueue[tuple[int, str] | None] = SimpleQueue()
        self._woken = Event()

    def ask(self, words: str) -> int:
        """Put a question; the ones before it are given up at once."""
        number = self._generation.next()
        self._questions.put((number, words))
        self._woken.set()
        return number

    def give_up(self) -> None:
        """Forget the question in progress: its answer will not be told."""
        self._generation.next()

    def is_newest(self, number: int) -> bool:
        """Whether an answer with this number still answers the newest question."""
        return self._generation.is_current(number)

    def stop(self) -> None:
        """Ask the thread to end; it does so between two steps of a search."""
        self._generation.next()
        self._questions.put(None)
        self._woken.set()

    def run(self) -> None:
        try:
            searcher = self._open_searcher()
        except Exception as problem:
            self._faults.note(problem)
            self.failed.emit(str(problem))
            return
        self.ready.emit()
        # the slow first times (letters, stems) are done while nobody waits
        self._warm(searcher)
        self.warmed.emit()
        question = self._newest()
        while question is not None:
            answered = self._answer(searcher, *question)
            question = self._after_pause(searcher, *question) if answered else self._newest()

    def _newest(self, timeout: float | None = None) -> tuple[int, str] | None:
        question = self._questions.get(timeout=timeout)
        while question is not None and not self._questions.empty():
            question = self._questions.get()
        self._woken.clear()
        return question

    def _answer(self, searcher: SearchBackend, number: int, words: str) -> bool:
        """Whether an answer was told."""
        try:
            answer = searcher.search(words, still_wanted=partial(self._generation.is_current, number))
        except Exception as error:  # a question must never end the thread that answers all others
            self._faults.note(error)
            self.question_failed.emit(number)
            return False
        return self._tell(self.answered, answer, number)

    def _after_pause(self, searcher: SearchBackend, number: int, words: str) -> tuple[int, str] | None:
        """The next question; if none comes for a moment, this one is answered again before it."""
        with suppress(Empty):
            return self._newest(self._pause)
        try:
            wanted = partial(self._generation.is_current, number)
            self._tell(self.reranked, searcher.search(words, still_wanted=wanted, rerank=True), number)
        except Exception as error:  # the answer that was told stands
            self._faults.note(error)
        self._warm(searcher)
        return self._newest()

    def _warm(self, searcher: SearchBackend) -> None:
        """Let it get warm, a little at a time, until something is asked or enough has been spent on it."""
        began, spent_before = perf_counter(), thread_time()

        def still_quiet() -> bool:
            nonlocal began
            if thread_time() - spent_before >= self._warm_for:
                return False
            if perf_counter() - began < SLICE:
                return self._questions.empty()
            # a question between a look and the rest is only seen after it, which nobody notices
            quiet = self._questions.empty() and not self._woken.wait(self._rest)
            began = perf_counter()
            return quiet

        try:
            searcher.warm(still_quiet)
        except Exception as error:  # a search that is not warm is slower, no more
            self._faults.note(error)
        self._warm_for -= thread_time() - spent_before

    def _tell(self, signal: SignalInstance, answer: Answer | None, number: int) -> bool:
        wanted = answer is not None and self._generation.is_current(number)
        if wanted:
            signal.emit(answer, number)
        return wanted
