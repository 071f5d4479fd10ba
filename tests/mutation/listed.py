"""Try the mutants that are listed: each takes one thing out of leaving, and some test must notice."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.mutation.checkout import COMPILED, NEEDED, copy_checkout
from tests.mutation.mutants import ALL, MUTANTS, ROOT, Mutant
from tests.mutation.running import FAILED, PASSED, Outcome, run_tests


def try_listed(words: str) -> int:
    """Print what kills those whose name or file has the words; the exit code is 0 if each is killed."""
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
