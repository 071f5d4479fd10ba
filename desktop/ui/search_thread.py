"""The one thread that searches, so that typing never waits and only the newest question is answered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from desktop.generation import Generation
from index.hits import Answer


class Finds(Protocol):
    """Whatever answers words with hits; used by one thread only."""

    def search(
        self, words: str, *, limit: int = ..., still_wanted: Callable[[], bool] = ...
    ) -> Answer | None: ...

    def warm(self, still_wanted: Callable[[], bool] = ...) -> None: ...


class SearchThread(QThread):
    """Opens the index after the first paint and answers questions, newest only.

    `open_searcher` runs in this thread and may raise; the sentence then reaches the worker through `failed`.
    A question that breaks is told by its number through `question_failed`; the next is answered as ever.
    """

    ready = Signal()
    answered = Signal(object, int)
    failed = Signal(str)
    question_failed = Signal(int)

    def __init__(self, open_searcher: Callable[[], Finds], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_searcher = open_searcher
        self._generation = Generation()
        self._questions: SimpleQueue[tuple[int, str] | None] = SimpleQueue()

    def ask(self, words: str) -> int:
        """Put a question; the ones before it are given up at once."""
        number = self._generation.next()
        self._questions.put((number, words))
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

    def run(self) -> None:
        try:
            searcher = self._open_searcher()
        except Exception as problem:
            self.failed.emit(str(problem))
            return
        self.ready.emit()
        # the slow first times (short beginnings of words, spelling) are done while nobody waits
        with suppress(Exception):  # a search that is not warm is slower, no more
            searcher.warm(self._questions.empty)
        while (question := self._newest()) is not None:
            self._answer(searcher, *question)

    def _newest(self) -> tuple[int, str] | None:
        question = self._questions.get()
        while question is not None and not self._questions.empty():
            question = self._questions.get()
        return question

    def _answer(self, searcher: Finds, number: int, words: str) -> None:
        try:
            answer = searcher.search(words, still_wanted=lambda: self._generation.is_current(number))
        except Exception:  # a question must never end the thread that answers all others
            self.question_failed.emit(number)
            return
        if answer is not None and self._generation.is_current(number):
            self.answered.emit(answer, number)
