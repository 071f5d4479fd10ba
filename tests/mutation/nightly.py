"""Try mutants that were drawn: ask the tests from the nearest to the farthest, and tell what came of each.

A mutant is killed by a test that fails with it, fails with it once more when run alone, and passes without
it. A test that fails otherwise is told as doubted, and the others are asked. A mutant that makes a test
hang, and one whose time was over before all tests were asked, are told as such: neither killed nor survived.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.checkout import NEEDED, copy_checkout
from tests.mutation.drawing import DrawnMutant
from tests.mutation.nearest import stages
from tests.mutation.running import (
    BROKEN,
    EMPTY,
    FAILED,
    HUNG,
    PASSED,
    UNDECIDED,
    Outcome,
    no_longer_than,
    run_tests,
)

KILLED, SURVIVED = "killed", "survived"
RED = (FAILED, BROKEN)
LONGEST_TEST = 120.0
"""Seconds. The slowest that are asked take a fraction of it."""
OPTIONS = ("-m", "not bundle")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant, what says so, and the tests whose failure was not confirmed."""

    how: str
    told: str = ""
    doubted: tuple[str, ...] = ()

    def __str__(self) -> str:
        doubted = f"(doubted: {', '.join(self.doubted)})" if self.doubted else ""
        return " ".join(word for word in (self.how, self.told, doubted) if word)


def report(mutants: Sequence[DrawnMutant], root: Path, limit: float) -> None:
    """Print a row for each mutant as soon as it is known, then the sums. `limit` is in seconds for each."""
    print("place · change · verdict", flush=True)
    counted: Counter[str] = Counter()
    for mutant in mutants:
        verdict = judged(mutant, root, limit)
        counted[verdict.how] += 1
        print(f"{mutant.place} · {mutant.change} · {verdict}", flush=True)
    sums = (f"{number} {how}" for how, number in counted.most_common())
    print(", ".join((f"{len(mutants)} mutants", *sums)))


def judged(mutant: DrawnMutant, root: Path, limit: float, longest_test: float = LONGEST_TEST) -> Verdict:
    """What becomes of it within so many seconds."""
    with copied(root) as changed, copied(root) as clean:
        file = changed / mutant.file
        file.write_bytes(mutant.made_from(file.read_bytes().decode()).encode())
        return _Trial(changed, clean, time.monotonic() + limit, longest_test).verdict(mutant.file)


class _Trial:
    """One mutant before its tests: a copy with it, a copy without, and the time that is left."""

    def __init__(self, changed: Path, clean: Path, ends: float, longest_test: float) -> None:
        self._changed, self._clean = changed, clean
        self._ends = ends
        self._options = (*OPTIONS, *no_longer_than(longest_test))
        self._doubted: list[str] = []

    def verdict(self, file: str) -> Verdict:
        passed = 0
        for tests in stages(file, self._changed / "tests"):
            how, told = self._ask(tests)
            if how == UNDECIDED:
                told = f"({told}; {passed} files of tests have passed)"
            if how != PASSED:
                return Verdict(how, told, tuple(self._doubted))
            passed += len(tests)
        return Verdict(SURVIVED, "", tuple(self._doubted))

    def _ask(self, tests: Sequence[str]) -> tuple[str, str]:
        """PASSED if none of them notices, or what became of the mutant, with the words for it."""
        while True:
            outcome = self._run(tests, self._changed)
            if outcome.how == HUNG:
                return HUNG, f"in {outcome.told}" if outcome.told else ""
            if outcome.how not in RED:
                return (PASSED if outcome.how == EMPTY else outcome.how), outcome.told
            if self._is_confirmed([outcome.red] if outcome.red else tests):
                return KILLED, f"by {outcome.red}" if outcome.red else f"as {outcome.told}"
            if not outcome.red or outcome.red in self._doubted:
                return UNDECIDED, f"whether this counts: {outcome}"
            self._doubted.append(outcome.red)

    def _is_confirmed(self, tests: Sequence[str]) -> bool:
        """Whether they are red with the mutant once more, and green without it."""
        return self._run(tests, self._changed).how in RED and self._run(tests, self._clean).how == PASSED

    def _run(self, tests: Sequence[str], folder: Path) -> Outcome:
        others = [word for test in self._doubted for word in ("--deselect", test)]
        return run_tests(tests, folder, self._left(), (*self._options, *others))

    def _left(self) -> float:
        return max(0.0, self._ends - time.monotonic())


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """A copy without anything compiled from the source: a mutant may change what compiles it."""
    with tempfile.TemporaryDirectory(prefix="handrail-mutant-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "checkout")
        copy_checkout(root, copy, NEEDED)
        yield copy
