"""What is measured, and how: one launch gives a start, a weight and a leaving; a session gives the rest."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tests.bench.grown_pack import LEEDS
from tests.bench.peers.html_pages import HtmlPage, read_titles
from tests.bench.peers.launch import Running, running
from tests.bench.peers.material import Material
from tests.bench.peers.painted import Area, painted_after, seconds_to_paint, until_rest
from tests.bench.peers.programs import Home, Program, Started
from tests.bench.peers.results import Collected
from tests.journeys.real_keys import NAMES, RealKeys

MS = 1000.0
PATIENCE = 30.0
INDEX_PATIENCE = 600.0
"""Seconds for the launch before the first round, in which a program may make an index of its own."""
START_REST, KEY_REST, PAGE_REST = 0.6, 0.08, 0.12
"""Seconds without a change after which a start, an answer or a page counts as painted."""
NO_ANSWER, NO_PAGE = 0.5, 1.0
"""Seconds without any change after which a key or a press has changed nothing: it is then not counted."""
AFTER_FOCUS, AFTER_ANSWER = 0.2, 0.35
"""Seconds without a change before the next thing is done; Handrail orders its hits anew after a pause."""
LETTERS = 9
QUICKLY = 0.03
"""Seconds from letter to letter where nothing is measured."""
DROP_CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the report: what it says, and in what unit."""

    name: str
    unit: str


START = Measure("Warm start to painted page", "ms")
COLD = Measure("Cold start to painted page", "ms")
USS = Measure("Memory (USS) with a page open, at rest", "MB")
USS_AFTER = Measure("Memory (USS) after the searches and pages of a session", "MB")
KEY = Measure("Each key to painted results", "ms")
LAST_KEY = Measure("Last key to painted results", "ms")
PAGE = Measure("Page open to painted", "ms")
GONE = Measure("Press to pixels gone", "ms")
ENDED = Measure("Press to process gone", "ms")
MEASURES = (START, COLD, USS, USS_AFTER, KEY, LAST_KEY, PAGE, GONE, ENDED)

Note = Callable[[Measure, float], None]
"""Takes a figure down."""


@dataclass(slots=True)
class Seat:
    """A program that is made ready: in one size, with a state of its own, before one screen."""

    program: Program
    material: Material
    home: Home
    started: Started
    keys: RealKeys
    bare: bytes = b""
    """What the part with the page shows before a start."""

    def __str__(self) -> str:
        return f"{self.program.name}, {self.material.pages:,} pages"

    def noting(self, collected: Collected) -> Note:
        """Takes this program's figures down among those of others."""

        def note(measure: Measure, figure: float) -> None:
            collected.add((measure.name, self.program.name, self.material.pages), figure)

        return note

    def launch(self, note: Note, patience: float = PATIENCE) -> None:
        """Start it, open a page, weigh it, leave."""
        with self._running() as process:
            self._started(process, note, START)
            process.rest(patience)
            if not self.program.begins_with_a_page:
                self._open_one()
            process.rest(patience)
            note(USS, process.uss())
            self._leave(process, note)

    def cold_launch(self, note: Note) -> None:
        """Start it when nothing of it is in memory, and leave."""
        drop_caches()
        with self._running() as process:
            self._started(process, note, COLD)
            self._leave(process, not_noted)

    def session(self, note: Note) -> None:
        """Search for words, letter by letter, and open what is found; then weigh it."""
        with self._running() as process:
            self._started(process, not_noted, START)
            process.rest(PATIENCE)
            for word in words(read_titles(self.material.html), self.program.searches):
                if self.program.search:
                    self._ask(word, note)
                    self._until_still(self.program.results)
                taken = self._painted(
                    lambda: self.program.open_page(self.keys), self.program.page, NO_PAGE, PAGE_REST
                )
                self._note(PAGE, taken, note)
            process.rest(PATIENCE)
            note(USS_AFTER, process.uss())
            self._leave(process, not_noted)

    @contextmanager
    def _running(self) -> Iterator[Running]:
        """The program, started on a bare screen."""
        self.keys.wait(self.keys.bare, PATIENCE)
        self.bare = self.program.page.seen(self.keys)
        with running(self.started.command, self.home.environment, self.started.folder) as process:
            yield process

    def _started(self, process: Running, note: Note, start: Measure) -> None:
        """Wait until it has painted."""
        area = self.program.page
        samples = until_rest(self.keys, area, self.bare, PATIENCE, START_REST, PATIENCE)
        taken = seconds_to_paint(process.begun, samples)
        if taken is None or process.process.poll() is not None:
            raise RuntimeError(f"{self.program.name} did not come to the screen")
        note(start, taken * MS)

    def _open_one(self) -> None:
        for chord in self.program.search:
            self.keys.key(*chord)
        if self.program.search:
            self.keys.type("neglect", QUICKLY)
            self._until_still(self.program.results)
        self.program.open_page(self.keys)
        self._until_still(self.program.page)

    def _ask(self, word: str, note: Note) -> None:
        """Type a word; each key is measured where each is answered."""
        area = self.program.results
        for chord in self.program.search:
            self.keys.key(*chord)
        self._until_still(area, AFTER_FOCUS)
        taken = None
        for letter in word:
            if self.program.ask:
                self.keys.key(NAMES.get(letter, letter))
                continue
            taken = self._painted(lambda key=letter: self.keys.key(key), area, NO_ANSWER, KEY_REST)
            self._note(KEY, taken, note)
        if self.program.ask:
            taken = self._painted(lambda: self.keys.key(*self.program.ask), area, 1.0, KEY_REST)
        self._note(LAST_KEY, taken, note)

    def _painted(self, act: Callable[[], None], area: Area, first: float, rest: float) -> float | None:
        return painted_after(act, self.keys, area, first, rest)

    def _note(self, measure: Measure, seconds: float | None, note: Note) -> None:
        if seconds is not None:
            note(measure, seconds * MS)

    def _until_still(self, area: Area, seconds: float = AFTER_ANSWER) -> None:
        until_rest(self.keys, area, area.seen(self.keys), seconds, seconds, PATIENCE)

    def _leave(self, process: Running, note: Note) -> None:
        """Press what leaves; the last key is held until the screen is bare."""
        *before, last = self.program.leave
        for key in before:
            self.keys.down(key)
        begun = time.perf_counter()
        self.keys.down(last)
        with suppress(TimeoutError):
            self.keys.wait(self.keys.bare, PATIENCE)
            note(GONE, (time.perf_counter() - begun) * MS)
            self.keys.wait(lambda: process.process.poll() is not None, PATIENCE)
            note(ENDED, (time.perf_counter() - begun) * MS)
        for key in (last, *before):
            self.keys.up(key)


def not_noted(measure: Measure, figure: float) -> None:
    """For what only has to happen."""


def words(pages: Iterable[HtmlPage], count: int) -> list[str]:
    """What is searched for: the longest words of titles that every size has, cut as people stop typing."""
    leeds = {page.stem for page in (LEEDS / "pages").glob("*.md")}
    own = sorted(page.title for page in pages if page.file.removesuffix(".html") in leeds)
    longest = [sorted(re.findall(r"[a-z]{4,}", title.lower()), key=len, reverse=True) for title in own]
    in_turn = (word[:LETTERS] for rank in zip_longest(*longest) for word in rank if word)
    return list(dict.fromkeys(in_turn))[:count]


def drop_caches() -> None:
    """Forget all that the system has read from the disk."""
    os.sync()
    DROP_CACHES.write_text("3\n")


def may_drop_caches() -> bool:
    return os.access(DROP_CACHES, os.W_OK)
