"""From the press to the bare screen: `python -m tests.journeys.leave_rig [--runs N] [SITUATION ...]`.

Each run starts the program anew on an X server of its own with openbox, brings it into a situation, presses
real keys and looks at the pixels until no window is left. Only prints: a shared machine is no place for
assertions on time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from tests.conftest import own_display  # noqa: E402  # the path above comes first
from tests.journeys.leave_rig.long_pack import make_long_pack  # noqa: E402  # the path above comes first
from tests.journeys.leave_rig.situations import SITUATIONS  # noqa: E402  # the path above comes first
from tests.journeys.leave_rig.taking_time import SHIFT_EVERY, one_run  # noqa: E402  # the path above comes first
from tests.journeys.real_keys import real_keys  # noqa: E402  # the path above comes first

MS = 1000.0
_NOT_YET = (
    "Importing an edition does not exist in the program yet. Measured instead is the nearest there is:\n"
    "an edition compiled by another process (compile), an index built in a thread of the program (indexing)."
)


def line(name: str, way: str, aim: int, seconds: list[float]) -> str:
    """The distribution in a line."""
    ordered = sorted(one * MS for one in seconds)
    last = len(ordered) - 1
    middle, late = ordered[round(last * 0.5)], ordered[round(last * 0.95)]
    return (
        f"{name:16} {way:6} n {len(ordered):3}   min {ordered[0]:6.1f}   p50 {middle:6.1f}   p95 {late:6.1f}"
        f"   max {ordered[-1]:6.1f}   aim {aim}"
    )


def main(argv: list[str]) -> None:
    names = [one.name for one in SITUATIONS]
    parser = argparse.ArgumentParser(
        prog="python -m tests.journeys.leave_rig", description="Press to bare screen."
    )
    parser.add_argument("--runs", type=int, default=30, help="for each situation and each way (30)")
    parser.add_argument("situation", nargs="*", help=", ".join(names))
    asked = parser.parse_args(argv)
    if unknown := set(asked.situation) - set(names):
        parser.error(f"no such situation: {', '.join(sorted(unknown))}")
    chosen = [one for one in SITUATIONS if not asked.situation or one.name in asked.situation]
    print(
        f"Milliseconds from the press to no window on the screen; {os.cpu_count()} processors, load", end=" "
    )
    print(" ".join(f"{one:.1f}" for one in os.getloadavg()))
    print(f"F12, and the third press of Shift (presses {SHIFT_EVERY * MS:.0f} ms apart).\n{_NOT_YET}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pack = make_long_pack(folder / "pack")
        display = stack.enter_context(own_display())
        keys = stack.enter_context(real_keys(display))
        for situation in chosen:
            print(f"\n{situation.name}: {situation.told}")
            for way in ("F12", "Shift"):
                chance = Random(situation.name + way)
                with situation.beside(folder / "out"):
                    taken = [
                        one_run(keys, display, situation, way, chance, pack) for _run in range(asked.runs)
                    ]
                print(line(situation.name, way, situation.aim, taken), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
