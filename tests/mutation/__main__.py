"""Take one thing out of leaving after another, and print which test kills the mutant.

    python -m tests.mutation [WORDS]

Only mutants whose name or file has the words are tried, in a copy: the checkout is not touched. Before that
each set of tests runs with nothing taken out: a test that fails then would be no proof of anything.
A minute or two for each ten mutants; the exit code is 1 unless each of them is killed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.mutation.mutants import ALL, MUTANTS, ROOT, Mutant
from tests.mutation.running import FAILED, PASSED, Outcome, run_tests

NEEDED = ("content", "index", "desktop", "tests", "pyproject.toml", ".build")


def main(words: str) -> int:
    chosen = [one for one in MUTANTS if words in one.name or words in one.file]
    with tempfile.TemporaryDirectory(prefix="handrail-mutants-") as folder:
        copy = Path(folder, "checkout")
        copy_checkout(copy)
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


def copy_checkout(copy: Path) -> None:
    copy.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy2(ROOT / name, copy / name)


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
    sys.exit(main(" ".join(sys.argv[1:])))
