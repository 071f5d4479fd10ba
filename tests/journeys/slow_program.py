"""The program as it is started, except that loading its window takes until its standard input ends.

python -m tests.journeys.slow_program [OPTIONS OF THE PROGRAM]
"""

from __future__ import annotations

import sys

import desktop.__main__ as program

load_window = program._load_window


def load_slowly() -> None:
    print("loading", flush=True)
    sys.stdin.read()
    load_window()


if __name__ == "__main__":
    program._load_window = load_slowly
    sys.exit(program.main(sys.argv[1:]))
