"""Handrail beside other programs on the same guidance: `./dev bench peers`; writes docs/performance.md.

A peer that is not installed is named and left out. Slices: fewer rounds, pages, programs or parts.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.peers.document import COMMAND, document
from tests.bench.peers.machine import about, load_now
from tests.bench.peers.material import ROOT, CannotBeMadeError, Material
from tests.bench.peers.measures import INDEX_PATIENCE, Note, Seat, may_drop_caches, not_noted
from tests.bench.peers.programs import PROGRAMS, Program
from tests.bench.peers.results import Collected, Report
from tests.bench.peers.seats import full_screen, make_seat
from tests.journeys.real_keys import RealKeys

DOCUMENT = ROOT / "docs" / "performance.md"
PARTS = ("start", "cold", "session")
MOST_COLD = 3
"""Rounds of cold starts: each of them makes all programs of this computer read their files anew."""


def main(argv: list[str]) -> None:
    """Measure, then write."""
    asked = _asked(argv)
    load, chosen, left_out = load_now(), [], []
    for program in PROGRAMS:
        if not asked.only or program.name in asked.only:
            missing = program.missing()
            (left_out if missing else chosen).append(missing or program)
    collected = Collected()
    with full_screen() as keys, tempfile.TemporaryDirectory(prefix="handrail-peers-") as folder:
        seats: list[Seat] = []
        for pages in asked.pages:
            for program in chosen:
                seats += _seats(program, pages, keys, Path(folder), left_out)
        _rounds(seats, asked, collected, left_out)
    report = Report(about(chosen, asked.rounds, load), left_out, collected.figures())
    asked.to.write_text(document(report), encoding="utf-8")
    asked.to.with_suffix(".json").write_text(json.dumps(report.as_json(), indent=1) + "\n", encoding="utf-8")
    print(f"Written: {asked.to} and, as data, {asked.to.with_suffix('.json').name}")


def _asked(argv: list[str]) -> argparse.Namespace:
    names = [one.name for one in PROGRAMS]
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="launches of each program in each size (9)")
    parser.add_argument("--pages", type=int, nargs="+", default=[60, 9000], help="sizes (60 9000)")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=f"some of: {names}")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="some of: %(default)s")
    parser.add_argument("--to", type=Path, default=DOCUMENT, help="where to write (docs/performance.md)")
    return parser.parse_args(argv)


def _seats(program: Program, pages: int, keys: RealKeys, folder: Path, left_out: list[str]) -> Iterator[Seat]:
    """The seat, after a launch that nobody counts: it warms the disk, and peers make their index in it."""
    print(f"making ready: {program.name}, {pages:,} pages", flush=True)
    try:
        seat = make_seat(program, Material(pages), keys, folder)
        seat.launch(not_noted, INDEX_PATIENCE)
    except (CannotBeMadeError, RuntimeError) as error:
        left_out.append(f"{program.name} was left out at {pages:,} pages: {error}")
        print(left_out[-1], flush=True)
    else:
        yield seat


def _rounds(seats: list[Seat], asked: argparse.Namespace, collected: Collected, left_out: list[str]) -> None:
    """Every program in its turn, again and again."""

    def turns(part: str, seats: list[Seat], times: int, act: Callable[[Seat, Note], None]) -> None:
        for turn in range(times if part in asked.parts else 0):
            for seat in seats:
                print(f"{part} {turn + 1}/{times}: {seat}", flush=True)
                try:
                    act(seat, seat.noting(collected))
                except (RuntimeError, TimeoutError) as error:  # the others still count
                    left_out.append(f"{seat}: {part} {turn + 1} failed: {error}.")

    turns("start", seats, asked.rounds, Seat.launch)
    if may_drop_caches():
        turns("cold", seats, min(MOST_COLD, asked.rounds), Seat.cold_launch)
    elif "cold" in asked.parts:
        left_out.append("Cold starts were not measured: this account may not empty the disk's cache.")
    turns("session", [seat for seat in seats if seat.program.searches], 1, Seat.session)


if __name__ == "__main__":
    main(sys.argv[1:])
