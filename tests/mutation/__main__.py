"""Change one thing after another, and print which test kills the mutant.

    python -m tests.mutation [WORDS]
    python -m tests.mutation --random N [--seed N] [--folder FOLDER ...] [--limit SECONDS] [WORDS]

The first takes the listed things out of leaving. Only mutants whose name or file has the words are tried, in
a copy: the checkout is not touched. Before that each set of tests runs with nothing taken out: a test that
fails then would be no proof of anything. A minute or two for each ten mutants; the exit code is 1 unless each
of them is killed.

The second draws statements from the whole program and changes one small thing in each. It reports what became
of them, and its exit code is 0. The seed is today's date unless given; the same seed draws the same mutants
from the same source, and the words choose among them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tests.mutation.checkout import COMPILED, NEEDED, copy_checkout
from tests.mutation.drawing import draw
from tests.mutation.mutants import ALL, MUTANTS, ROOT, Mutant
from tests.mutation.nearest import FLOORS
from tests.mutation.nightly import report
from tests.mutation.running import FAILED, PASSED, PATIENCE, Outcome, run_tests


def main(arguments: Sequence[str]) -> int:
    asked = read_arguments(arguments)
    words = " ".join(asked.words)
    if asked.random is None:
        return try_listed(words)
    try:
        drawn = draw(ROOT, asked.folder, asked.random, asked.seed)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    report([one for one in drawn if words in f"{one.place} {one.change}"], ROOT, asked.limit)
    print(f"seed {asked.seed}")
    return 0


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("tests.mutation", description="Ask the tests whether they notice.")
    parser.add_argument("words", nargs="*", help="only mutants whose name or place has these")
    parser.add_argument("--random", type=int, metavar="N", help="draw N mutants over the whole program")
    parser.add_argument("--seed", type=int, default=int(f"{date.today():%Y%m%d}"))
    parser.add_argument("--folder", nargs="+", default=FLOORS, help="draw from these only")
    parser.add_argument("--limit", type=float, default=PATIENCE, help="seconds for each draw")
    return parser.parse_args(arguments)


def try_listed(words: str) -> int:
    chosen = [one for one in MUTANTS if words in one.name or words in one.file]
    with tempfile.TemporaryDirectory(prefix="handrail-mutants-") as folder:
        copy = Path(folder, "checkout")
        copy_checkout(ROOT, copy, (*NEEDED, COMPILED))
        if already := broken_already(chosen, copy):
            print(f"Nothing is tried: without any mutant, this is not green.\n{already}")
            return 1
        alive = 0
        for mutant in chosen:
            outcome = tried(mutant, copy)
            alive += outcome.how != FAILED
            print(f"{mutant.file}  |  {one_line(mutant.name)}  |  {verdict(outcome)}", flush=True)
    print(f"{len(chosen)} mutants, {alive} not killed")
    return 1 if alive else 0


def broken_already(mutants: Iterable[Mutant], copy: Path) -> str:
    """What is not green with nothing taken out; empty if all is."""
    sets = dict.fromkeys((*(one.tests for one in mutants), ALL))
    outcomes = ((tests, run_tests(tests, copy)) for tests in sets)
    return "\n".join(f"{' '.join(tests)}: {outcome}" for tests, outcome in outcomes if outcome.how != PASSED)


def tried(mutant: Mutant, copy: Path) -> Outcome:
    """What its own tests say without that thing; if they pass, what all tests of leaving say."""
    file = copy / mutant.file
    source = file.read_text("utf-8")
    file.write_text(mutant.made_from(source), "utf-8")
    try:
        first = run_tests(mutant.tests, copy)
        return first if first.how != PASSED else run_tests(ALL, copy)
    finally:
        file.write_text(source, "utf-8")


def verdict(outcome: Outcome) -> str:
    """What the run of the tests says about the mutant."""
    return {FAILED: f"killed by {outcome.told}", PASSED: "survived"}.get(outcome.how, str(outcome))


def one_line(words: str) -> str:
    return " ".join(words.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
