"""The command line that the attacks share: which targets, how many rounds, from which seed."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

Attack = Callable[[str, int, int], tuple[Counter[str], list[str]]]
"""Target, number of rounds, first seed -> what became of them, and what went wrong."""


def run(
    told: str | None, targets: Iterable[str], attack: Attack, rounds: int, arguments: Sequence[str]
) -> int:
    """Attack and print; 1 if anything went wrong."""
    names = list(targets)
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", choices=[[], *names], default=[])
    parser.add_argument("--number", type=int, default=rounds)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args(arguments)
    faults: list[str] = []
    for target in options.targets or names:
        became, wrong = attack(target, options.number, options.seed)
        print(f"{target}: {dict(became)}, {len(wrong)} wrong", flush=True)
        faults += wrong
    print("\n".join(faults))
    return 1 if faults else 0
