"""Which tests could kill a mutant of a source file, those nearest to it first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

FLOORS = ("content", "index", "desktop")
"""From the ground up: a fault is noticed on its own floor or on those that stand on it."""
LAST = "journeys"


def stages(file: str, tests: Path) -> Iterator[list[str]]:
    """Test files as paths from the folder that holds `tests`, a list for each step away from the source file.

    First those that carry its name or import it, then those of its room, of its floor, of the floors above,
    then the journeys. No file comes twice, no list is empty.
    """
    earlier: set[Path] = set()
    for found in _further_and_further(Path(file), tests):
        fresh = sorted(set(found) - earlier)
        earlier.update(fresh)
        if fresh:
            yield [path.relative_to(tests.parent).as_posix() for path in fresh]


def _further_and_further(file: Path, tests: Path) -> Iterator[Iterable[Path]]:
    floor = file.parts[0]
    own_floor = _below(tests / floor)
    room = tests / file.parent
    named = re.compile(rf"test_{re.escape(file.stem.lstrip('_'))}(_.+)?\.py")
    yield [path for path in own_floor if path.parent == room and named.fullmatch(path.name)]
    yield [path for path in own_floor if _imports(path, file)]
    while room != tests:
        yield _below(room)
        room = room.parent
    for above in FLOORS[FLOORS.index(floor) + 1 :]:
        yield _below(tests / above)
    yield _below(tests / LAST)


def _below(folder: Path) -> list[Path]:
    return list(folder.rglob("test_*.py"))


def _imports(test: Path, file: Path) -> bool:
    """Whether the test names the module, in one of the two ways to import it."""
    folder, name = re.escape(".".join(file.parent.parts)), re.escape(file.stem)
    module = rf"\b{folder}\.{name}\b|\bfrom {folder} import (\([^)]*|[^\n]*)\b{name}\b"
    return re.search(module, test.read_text("utf-8")) is not None
