"""A screen that every window fills, and the programs made ready in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.peers.material import Material
from tests.bench.peers.measures import Seat
from tests.bench.peers.programs import Home, Program
from tests.conftest import own_display
from tests.journeys.real_keys import RealKeys, real_keys
from tests.journeys.real_screen import Screen


@contextmanager
def full_screen() -> Iterator[RealKeys]:
    """A screen of our own, on which every window fills it."""
    settings = Path(__file__).with_name("openbox.xml")
    with own_display("--config-file", str(settings)) as display, real_keys(display) as keys:
        yield keys


def make_seat(program: Program, material: Material, keys: RealKeys, folder: Path) -> Seat:
    """Make a program ready in one size."""
    place = folder / f"{program.name}-{material.pages}".replace(" ", "-")
    place.mkdir()
    home = Home(place, {**Screen(keys.display, place).environment, **program.environment})
    program.prepare(material, home)
    return Seat(program, material, home, program.start(material, home), keys)
