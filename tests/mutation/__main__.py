"""Change one thing after another, and print which test kills the mutant.

    python -m tests.mutation [WORDS]
    python -m tests.mutation [WORDS] --random N [--seed N] [--limit SECONDS] [--folder FOLDER ...]

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
from collections.abc import Sequence
from datetime import date

from tests.mutation.drawing import draw
from tests.mutation.listed import try_listed
from tests.mutation.mutants import ROOT
from tests.mutation.nearest import FLOORS
from tests.mutation.nightly import report
from tests.mutation.running import PATIENCE


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
    print(f"seed {asked.seed}")
    report([one for one in drawn if words in f"{one.place} {one.change}"], ROOT, asked.limit)
    return 0


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("tests.mutation", description="Ask the tests whether they notice.")
    parser.add_argument("words", nargs="*", help="only mutants whose name or place has these")
    parser.add_argument("--random", type=int, metavar="N", help="draw N mutants over the whole program")
    parser.add_argument("--seed", type=int, default=int(f"{date.today():%Y%m%d}"))
    parser.add_argument("--folder", nargs="+", default=FLOORS, help="draw from these only")
    parser.add_argument("--limit", type=float, default=PATIENCE, help="seconds for each draw")
    return parser.parse_intermixed_args(arguments)  # words may stand after options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
