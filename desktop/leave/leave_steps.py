"""Leaving at once: the steps in their order, each on its own, and an end that comes whatever happens."""

from __future__ import annotations

import faulthandler
import os
import time
from _thread import start_new_thread
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from desktop.leave.faults import Faults

LATEST_END = 1.5
"""Seconds from leaving to the end of the process, even if a step hangs."""
_HEAD_START = 0.1
"""Seconds by which the watch in Python comes before the one in C, whose end would count as a fault."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something done on the way out; `name` tells tests and engineers which."""

    name: str
    run: Callable[[], object]


class Forgets(Protocol):
    """A part that holds something read, typed or found, and lets go of it when the worker leaves."""

    def forget(self) -> object:
        """Hold nothing of it any more, as before the first page."""


def forget(name: str, part: Forgets) -> Step:
    """The step that has this part forget; `name` says what it holds."""
    return Step(f"forget {name}", part.forget)


def end_process() -> None:
    """End now, whatever still runs."""
    os._exit(0)


class LeaveSteps:
    """The one way out. Any thread and any signal handler may call `leave`; only the first call does anything.

    A handler that comes between two steps, or in one, is turned away: the lock is tried, never waited for.
    Up to the step that hides the windows nothing here imports, touches the disk or logs.
    """

    def __init__(
        self,
        steps: Sequence[Step],
        faults: Faults,
        end: Callable[[], None] = end_process,
        latest_end: float = LATEST_END,
    ) -> None:
        self._steps = tuple(steps)
        self._faults = faults
        self._end = end
        self._latest_end = latest_end
        self._once = Lock()  # taken by the first call and never given back
        self._watched = Lock()  # likewise: a second watch would put the end off
        self._failed: list[str] = []
        # opened now, because on the way out the disk is not touched
        self._nowhere = open(os.devnull, "w") if end is end_process else None  # noqa: SIM115  # kept open

    @property
    def names(self) -> tuple[str, ...]:
        """The steps in the order they are taken."""
        return tuple(step.name for step in self._steps)

    @property
    def failed(self) -> tuple[str, ...]:
        """Steps that raised, by name; for tests and the self-test, kept in memory only."""
        return tuple(self._failed)

    @property
    def leaving(self) -> bool:
        """Whether leaving has begun; it never stops again."""
        return self._once.locked()

    def put(self, steps: Sequence[Step]) -> None:
        """Take these from now on: parts that are made later have something to forget, too."""
        self._steps = tuple(steps)

    def leave(self) -> bool:
        """Take every step in order; False if someone has already begun."""
        if not self._once.acquire(blocking=False):
            return False
        self._guard(Step("watch", self.watch))
        for step in self._steps:
            self._guard(step)
        return True

    def _guard(self, step: Step) -> None:
        try:
            step.run()
        except BaseException as error:  # nothing may stand between the worker and the door
            self._failed.append(step.name)
            self._faults.note(error)

    def watch(self) -> None:
        """End at the latest in a while, whatever happens until then. Leaving begins with this."""
        if not self._watched.acquire(blocking=False):
            return
        # threading.Thread.start waits until the new thread runs, which a busy search can delay; this does not
        start_new_thread(self._end_at_the_latest, ())
        if self._nowhere is not None:
            # a second watch in C: it ends the process even while a step keeps every Python thread waiting
            faulthandler.dump_traceback_later(self._latest_end, exit=True, file=self._nowhere)

    def _end_at_the_latest(self) -> None:
        time.sleep(max(0.0, self._latest_end - _HEAD_START))
        self._end()
